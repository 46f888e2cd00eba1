"""Lets the program load in peace; called before anything of Qt is."""

from __future__ import annotations

import builtins
import gc


def load_quietly() -> None:
    """Python's collector rests, and Python's own import stays.

    100 000 objects are made that stay: a collector that walked them again and again would find nothing. The
    window keeps it off and walks when nobody waits for it (`ui.collecting`).

    PySide puts an import of its own in the place of Python's, which reads the source of every module that
    is loaded, to see whether it may ask for `__feature__` names. None of ours asks, and reading 700 sources
    takes a quarter of the time that loading the modules does.
    """
    gc.disable()
    own = builtins.__import__
    from PySide6 import QtCore  # noqa: F401, PLC0415 - being loaded is what it is asked for

    builtins.__import__ = own
