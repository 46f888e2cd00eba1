"""Keeps an exception inside a Qt override from taking the program down with it.

On Python 3.11 an error that leaves an override of a Qt virtual is a crash, not a traceback
(the error value is not normalised when the binding stores it). Every such override stands under
`@guard(default)`; a lint test looks for the ones that do not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
Sink = Callable[[Exception], None]


def _to_excepthook(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


_sink: list[Sink] = [_to_excepthook]


def set_sink(sink: Sink | None) -> None:
    """Where errors of guarded overrides go; None sends them to `sys.excepthook` again."""
    _sink[0] = sink or _to_excepthook


def report(error: Exception) -> None:
    """Hand an error to the sink; a sink that fails itself is passed over."""
    try:
        _sink[0](error)
    except Exception as broken:
        _to_excepthook(broken)


def guard(default: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Run an override; if it raises, report the error and answer `default` instead."""

    def decorate(override: Callable[P, R]) -> Callable[P, R]:
        @wraps(override)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return override(*args, **kwargs)
            except Exception as error:
                report(error)
                return default

        guarded.__guarded__ = True  # type: ignore[attr-defined]
        return guarded

    return decorate
