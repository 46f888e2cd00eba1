"""Which edition of the report the arguments ask for, and its bytes as PDF, web page or plain text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from journeymap.analysis.examine import examine
from journeymap.cli.clock import today
from journeymap.cli.problem import Problem
from journeymap.cli.run import Run
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.storage.envelope import fingerprint
from journeymap.storage.files import Loaded
from journeymap.storage.outputs import write_whole
from journeymap.storage.versions import day_of

if TYPE_CHECKING:
    from journeymap.report.edition import Edition
    from journeymap.report.matter import Earlier, Matter

FORMS: Mapping[str, str] = MappingProxyType(
    {"html": N_("Report as a web page (HTML)"), "txt": N_("Summary as text (TXT)")}
)
"""Endings by which `export` writes the report itself, with what they are called."""


def published(run: Run, loaded: Loaded, ending: str) -> bytes:
    """The report of what was loaded; `ending` is pdf, html or txt."""
    journey, day = loaded.journey, today(run.arguments.date)
    edition, words = edition_of(run, loaded, day), run.words_of(journey)
    findings = examine(journey, today=day)
    from journeymap.report.edition import matter_of  # noqa: PLC0415 - only what is asked for is imported
    from journeymap.report.summary import to_text  # noqa: PLC0415

    matter = matter_of(journey, findings, words, day, edition, on_screen=ending != "pdf")
    if ending == "pdf":
        return _pdf(run, matter)
    if ending == "txt":
        return to_text(matter).encode()
    from journeymap.report.web.page import to_html  # noqa: PLC0415

    return to_html(matter)


def _pdf(run: Run, matter: Matter) -> bytes:
    """The PDF; which section stands on which page goes where --outline says."""
    from journeymap.report.document import made  # noqa: PLC0415 - reportlab takes 0.4 s

    data, outline = made(matter)
    if run.arguments.outline:
        write_whole(Path(run.arguments.outline), outline.to_json().encode())
    return data


def edition_of(run: Run, loaded: Loaded, day: date) -> Edition:
    """What --profile, --lane, --sections and --since say."""
    from journeymap.report.edition import Edition  # noqa: PLC0415

    asked = run.arguments
    return Edition(
        profile=asked.profile,
        lane=_lane(loaded.journey, asked.lane),
        sections=_sections(asked.sections),
        since=_earlier(run, asked.since, day),
        fingerprint=fingerprint(loaded.journey),
        images=loaded.attachments,
    )


def _lane(journey: Journey, said: str | None) -> Id | None:
    """The lane with this id or this name (case ignored)."""
    if said is None:
        return None
    for lane in journey.lanes.values():
        if said == lane.id or said.casefold() == lane.name.casefold():
            return lane.id
    raise Problem(N_("The map has no lane “{lane}”."), lane=said)


def _sections(said: str | None) -> frozenset[str] | None:
    """Names of sections, from names of sections and of groups of them."""
    from journeymap.report.sections import SECTIONS  # noqa: PLC0415

    if said is None:
        return None
    wanted: set[str] = set()
    for name in filter(None, (part.strip().casefold() for part in said.split(","))):
        found = {part.name for part in SECTIONS if name in (part.name, part.group)}
        if not found:
            names = [one for part in SECTIONS for one in (part.group, part.name) if one]
            known = ", ".join(dict.fromkeys(names))
            raise Problem(N_("The report has no section “{name}”. Known: {known}."), name=name, known=known)
        wanted |= found
    return frozenset(wanted)


def _earlier(run: Run, said: str | None, day: date) -> Earlier | None:
    """The version to compare with, examined on the same day."""
    from journeymap.report.matter import Earlier  # noqa: PLC0415

    if said is None:
        return None
    path = Path(said)
    journey, saved = run.load(path).journey, run.arguments.since_date
    day_then = today(saved) if saved else day_of(path)
    return Earlier(journey, examine(journey, today=day), fingerprint(journey), day_then)
