"""What the strip under the bar says about the open map's file, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeymap.storage.beside import settle
from journeymap.ui.actions import saving, together
from journeymap.ui.dialogs.questions import clock
from journeymap.ui.parts import Parts


@dataclass(frozen=True)
class Notice:
    """A sentence and at most two things to do; the last one is the likeliest. `name` tells it apart."""

    name: str
    words: str
    acts: tuple[tuple[str, Callable[[], object]], ...] = ()


def notice(parts: Parts) -> Notice | None:
    """The most pressing thing to be known about the file; None where all is well."""
    if not parts.desk.work.is_open:
        return None
    found = (say(parts) for say in (_newer, _held, _unsafe, _gone, _apart, _beside))
    return next((one for one in found if one is not None), None)


def _newer(parts: Parts) -> Notice | None:
    t, filing = parts.desk.t, parts.desk.work.filing
    if not filing.read_only or filing.holder is not None:
        return None
    words = t("This map was made in a newer version. It can be read, not changed.")
    return Notice("newer", words, ((t("Edit a copy…"), lambda: saving.save_as(parts)),))


def _held(parts: Parts) -> Notice | None:
    t, work = parts.desk.t, parts.desk.work
    holder = work.filing.holder
    if holder is None:
        return None
    name = holder.who or holder.host or t("Somebody")
    if work.filing.holder_left:
        words = t("{name} has closed the map. It can be changed now.", name=name)
        return Notice("left", words, ((t("Edit"), work.edit_anyway),))
    time = clock(t, holder.since)
    words = t("{name} has had the map open since {time}. You are reading.", name=name, time=time)
    copy = (t("Edit a copy…"), lambda: saving.save_as(parts))
    return Notice("held", words, ((t("Edit anyway"), work.edit_anyway), copy))


def _unsafe(parts: Parts) -> Notice | None:
    t, unsafe = parts.desk.t, parts.desk.work.filing.unsafe
    if unsafe is None:
        return None
    return Notice("unsafe", unsafe.sentence(t), ((t("Save"), lambda: saving.save(parts)),))


def _gone(parts: Parts) -> Notice | None:
    t, filing = parts.desk.t, parts.desk.work.filing
    if not filing.gone or filing.path is None:
        return None
    words = t("{file} is no longer where it was. Saving writes it there again.", file=filing.path.name)
    elsewhere = (t("Save as…"), lambda: saving.save_as(parts))
    return Notice("gone", words, (elsewhere, (t("Save"), lambda: saving.save(parts))))


def _apart(parts: Parts) -> Notice | None:
    t, filing = parts.desk.t, parts.desk.work.filing
    if filing.apart is None:
        return None
    words = t("{file} was saved by someone else", file=filing.apart.path.name) + "."
    return Notice("apart", words, ((t("See what differs…"), lambda: saving.settle_change(parts)),))


def _beside(parts: Parts) -> Notice | None:
    t, filing = parts.desk.t, parts.desk.work.filing
    if not filing.beside:
        return None
    copy = filing.beside[0]

    def leave() -> None:
        settle(copy.loaded.sha256)
        filing.beside = filing.beside[1:]
        parts.desk.work.filed.emit()

    words = t("Another version of this map lies beside it: {file}.", file=copy.path.name)
    return Notice(
        "beside",
        words,
        ((t("Leave it"), leave), (t("Bring together"), lambda: together.bring(parts, copy.loaded))),
    )
