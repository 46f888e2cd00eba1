"""What was chosen in the dialogue, remembered for each map by its id and for new ones by the last."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from journeymap.i18n import LANGUAGES
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.report.profile import PROFILES
from journeymap.storage import settings

GROUPS = ("map", "frictions", "walls", "answers", "actions", "tables")
"""Groups of the report's sections that can be left out."""
SETTING = "report_choices"
MOST_MAPS = 60
"""Maps whose choices are remembered; the oldest are forgotten."""


def _today() -> date:
    """The day on the person's own wall."""
    return date.today()  # noqa: DTZ011


@dataclass(frozen=True)
class Choice:
    """`groups` are wanted; `since` is the file of an earlier version, `since_day` its day."""

    kind: str
    language: str
    profile: str = "pseudonymised"
    groups: frozenset[str] = frozenset(GROUPS)
    lane: Id | None = None
    since: Path | None = None
    since_day: date | None = None
    folder: Path | None = None
    day: date = field(default_factory=_today)


def recalled(journey: Journey, kind: str, language: str) -> Choice:
    """What was chosen for this map last time, else what was chosen last; a report for an unknown map."""
    kept = settings.get(SETTING, {})
    said = kept.get(journey.head.document or "") or kept.get("") or {}
    own = bool(kept.get(journey.head.document or ""))
    return _read(said if isinstance(said, dict) else {}, Choice(kind, language), journey, own=own)


def _read(said: dict[str, Any], choice: Choice, journey: Journey, *, own: bool) -> Choice:
    """Only what still makes sense: a lane that is on the map, a folder that is there."""
    groups = said.get("groups")
    if isinstance(groups, list):
        choice = replace(choice, groups=frozenset(GROUPS) & frozenset(map(str, groups)))
    if said.get("profile") in PROFILES:
        choice = replace(choice, profile=said["profile"])
    if own and said.get("language") in LANGUAGES:
        choice = replace(choice, language=said["language"])
    if own and said.get("lane") in journey.lanes:
        choice = replace(choice, lane=Id(said["lane"]))
    folder = said.get("folder")
    if own and isinstance(folder, str) and Path(folder).is_dir():
        choice = replace(choice, folder=Path(folder))
    return choice


def remember(journey: Journey, choice: Choice) -> None:
    """For this map, and as what comes first for a map that has no choices yet."""
    said = {
        "kind": choice.kind,
        "language": choice.language,
        "profile": choice.profile,
        "groups": sorted(choice.groups),
        "lane": choice.lane or "",
        "folder": str(choice.folder or ""),
    }
    kept = settings.get(SETTING, {})
    document = journey.head.document or ""
    for name in (document, ""):
        kept.pop(name, None)
        kept[name] = said
    settings.put(SETTING, dict(list(kept.items())[-MOST_MAPS:]))


def recalled_kind(journey: Journey) -> str:
    """The kind that was made of this map last time; the report for one of which nothing was made."""
    said = settings.get(SETTING, {}).get(journey.head.document or "")
    kind = said.get("kind") if isinstance(said, dict) else None
    return kind if isinstance(kind, str) else "pdf"
