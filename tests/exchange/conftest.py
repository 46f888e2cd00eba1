"""Random maps come from the storage tests, which know every field a file may hold."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "storage"))
