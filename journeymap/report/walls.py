"""How a wall is named in tables: between whom, of what type, what was heard, who owns it."""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.analysis import words as said
from journeymap.analysis.findings import WallFinding, WallMark
from journeymap.model.records import Wall
from journeymap.report.matter import Matter, one_line

SEPARATOR = "\u00a0| "


def pair_of(matter: Matter, mark: WallMark) -> str:
    """ "Offers | Reception": giver and receiver; one name where the other end is open."""
    names = [matter.lane_name(lane) for lane in (mark.giver, mark.receiver)]
    distinct = list(dict.fromkeys(name for name in names if name))
    return SEPARATOR.join(distinct)


def reasons_of(mark: WallMark) -> Sequence[WallFinding]:
    """What is said of the wall: standing reasons where there are any, each type once."""
    standing = [finding for finding in mark.findings if finding.stands]
    by_type: dict[str, WallFinding] = {}
    for finding in standing or mark.findings:
        by_type.setdefault(finding.type, finding)
    return tuple(by_type.values())


def records_of(matter: Matter, mark: WallMark) -> Sequence[Wall]:
    """What people have said of the wall's reasons."""
    walls = matter.journey.walls
    ids = [finding.record for finding in mark.findings if finding.record is not None]
    return [walls[id] for id in ids if id in walls]


def types_of(matter: Matter, mark: WallMark) -> str:
    """ "Promise not passed on. Sent on": the types of its reasons, which are sentences of their own."""
    return ". ".join(said.wall_type(finding.type, matter.t) for finding in reasons_of(mark))


def heard_at(matter: Matter, mark: WallMark) -> str:
    """The excuses that were heard, in quotes."""
    excuses = [one_line(record.excuse) for record in records_of(matter, mark)]
    return "\n".join(quoted(matter, excuse) for excuse in dict.fromkeys(excuses) if excuse)


def owner_of_mark(matter: Matter, mark: WallMark) -> str:
    """Who owns the wall; that nobody does, when nobody does."""
    owners = [one_line(record.owner) for record in records_of(matter, mark)]
    named = next((owner for owner in owners if owner), "")
    if named:
        return named
    return matter.t("Owner missing") if mark.certain else matter.t("To be confirmed")


def hours_of(matter: Matter, mark: WallMark) -> float | None:
    """The amount of the ranked frictions at the wall, each once; None when there is none."""
    at = matter.ranked_behind(finding.key for finding in mark.findings)
    return sum(matter.amount(one) for one in at) if at else None


def quoted(matter: Matter, words: str) -> str:
    """Words in the language's quotation marks."""
    left, right = {"en": ("“", "”"), "nb": ("«", "»")}.get(matter.t.language, ("”", "”"))
    bare = words.strip('”“«»" ')
    return f"{left}{bare}{right}"
