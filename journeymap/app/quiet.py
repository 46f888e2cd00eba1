"""Importing this lets Python's collector rest while the program is loaded: a hundred thousand objects that all stay.

The window keeps it off and walks when nobody waits for it (ui.collecting).
"""

from __future__ import annotations

import gc

gc.disable()
