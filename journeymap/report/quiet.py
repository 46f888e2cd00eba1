"""No garbage is looked for while a report is made.

Hundreds of thousands of blocks and elements are made and all of them stay until the end: walking
them again and again took a third of the time, and more the longer the report.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Collecting is off meanwhile, if it was on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
