"""Importing this lets Python's collector rest while the program is loaded: 100 000 objects that stay.

The window keeps it off and walks when nobody waits for it (ui.collecting).
"""

from __future__ import annotations

import gc

gc.disable()
