"""A map as the start page shows it: what is known of it before it is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeymap.i18n import Catalogue
from journeymap.storage.recents import Recent

if TYPE_CHECKING:
    from datetime import datetime

    from journeymap.analysis.findings import Findings
    from journeymap.model.journey import Journey


class Found(NamedTuple):
    """A map on the page. `journey` and `findings` are None until it was read, and where it cannot be.

    `trouble`: "gone" where there is no file any more, "unreadable" where it is none of ours.
    """

    path: Path
    title: str
    opened: str = ""
    """When it was opened last (UTC, ISO)."""
    when: str = ""
    """The same as people say it, once it was read."""
    place: str = ""
    figures: str = ""
    journey: Journey | None = None
    findings: Findings | None = None
    trouble: str = ""
    comes_along: bool = False
    """It is one of the finished maps of the program."""


def listed(recent: Recent) -> Found:
    """What the list of recent files says without opening one."""
    path = Path(recent.path)
    return Found(path, recent.title or path.stem, recent.when, place=place_of(path))


def place_of(path: Path) -> str:
    """The folder as people speak of it: "Documents / Maps", from their own folder where it lies there."""
    folder = path.parent
    try:
        return " / ".join(folder.relative_to(Path.home()).parts) or folder.name
    except (ValueError, RuntimeError):
        return str(folder)


def moment(t: Catalogue, when: str, now: datetime | None = None) -> str:
    """When that was: "today 10:42", "yesterday", else the date; empty where it is not said."""
    from datetime import datetime, timedelta

    try:
        then = datetime.fromisoformat(when).astimezone()
    except ValueError:
        return ""
    today = (now or datetime.now().astimezone()).date()
    if then.date() == today:
        return t("today {time}", time=f"{then:%H:%M}")
    return t("yesterday") if then.date() == today - timedelta(days=1) else t.date(then.date())
