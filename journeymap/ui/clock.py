"""The day it is where the program runs: what rules about the last twelve months count from."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Today by the machine's own clock and time zone."""
    return datetime.now().astimezone().date()
