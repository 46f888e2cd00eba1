"""What the start page does not need to be seen: the one list of modules that are loaded late (ADR 16).

Every `yield` is a place where keys, clicks and painting may come in between, so a step is small: a module
with what only it needs. From the ground floor up, so that no step draws half the house in.
"""

from __future__ import annotations

from collections.abc import Iterator


def workbench() -> Iterator[None]:
    """What works on a map."""
    import journeymap.ui.workbench

    yield


def at_times() -> Iterator[None]:
    """What is not asked for every day."""
    import journeymap.ui.rescuing

    yield
