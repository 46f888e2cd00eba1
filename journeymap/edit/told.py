"""What a deletion did beyond what was asked, as sentences for the strip that offers to undo it."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.edit.behaviours.walls import is_loose
from journeymap.edit.document import Edited
from journeymap.edit.message import NP_, Message
from journeymap.model.records import Link, Record, Step, Wall


def deletion(news: Edited) -> tuple[Message, ...]:
    """How many steps went and whether the road closed behind them; then what became of walls.

    Empty where no step went.
    """
    steps = sum(isinstance(old, Step) and now is None for old, now in news.change.entries.values())
    if not steps:
        return ()
    return (_steps_gone(steps, _joined(news)), *_walls(news))


def _steps_gone(n: int, joined: bool) -> Message:
    if joined:
        forms = NP_(
            "{n} step deleted. The road is joined again.", "{n} steps deleted. The road is joined again."
        )
        return Message.counted(forms, n)
    return Message.counted(NP_("{n} step deleted.", "{n} steps deleted."), n)


def _joined(news: Edited) -> bool:
    """Whether a link that led to a removed step now leads on."""
    return any(
        isinstance(old, Link) and isinstance(now, Link) and old.target not in news.after.steps
        for old, now in news.change.entries.values()
    )


def _walls(news: Edited) -> Iterator[Message]:
    changed = [(old, now) for old, now in news.change.entries.values() if isinstance(old, Wall)]
    loose = sum(_came_loose(old, now) for old, now in changed)
    gone = sum(now is None for _, now in changed)
    moved = sum(isinstance(now, Wall) and now.key != old.key for old, now in changed) - loose
    if moved:
        forms = NP_(
            "{n} wall moved to the next step of its lane.",
            "{n} walls moved to the next step of their lane.",
        )
        yield Message.counted(forms, moved)
    if loose:
        yield Message.counted(NP_("{n} wall lost an end.", "{n} walls lost an end."), loose)
    if gone:
        yield Message.counted(NP_("{n} wall went with its steps.", "{n} walls went with their steps."), gone)


def _came_loose(old: Wall, now: Record | None) -> bool:
    return isinstance(now, Wall) and is_loose(now) and not is_loose(old)
