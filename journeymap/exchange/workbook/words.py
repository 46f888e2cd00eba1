"""What the workbook calls its sheets, its columns and the file's fixed words: as the map's own tables do."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n import N_
from journeymap.sheets import terms
from journeymap.sheets.book import BY_NAME
from journeymap.sheets.figures import COUNT, DAYS, LOST, MINUTE, OF_ALL, PERCENT, Unit
from journeymap.sheets.journey import FACTS, JOURNEY

MAP = JOURNEY.words
RANKING = N_("Ranking")
WALLS_FOUND = N_("Walls found")
EXACT = N_("Exact values")
_SHEETS: Mapping[str, str] = {"dismissals": N_("Dismissed"), "attachments": N_("Pictures")}
_TABLES = (
    "lanes", "stages", "steps", "links", "frictions", "walls", "promises", "items", "evidence", "measures",
    "actions", "walks", "dismissals", "notes", "log", "attachments",
)  # fmt: skip
SHEETS: Mapping[str, str] = {
    table: BY_NAME[table].words if table in BY_NAME else _SHEETS[table] for table in _TABLES
}
"""Table of the file → its sheet. Names are at most 31 characters long, as Excel demands."""

ID = N_("Id")
YES_NO = (terms.YES_NO["yes"], terms.YES_NO["no"])

_MOMENT, _ORDER, _WAITING = N_("Place in time"), N_("Sort order"), N_("Waiting, minutes")
_LEAD, _YES, _OF = N_("Lead time, days"), N_("Votes for"), N_("Votes cast")

_OWN: Mapping[str, Mapping[str, str]] = {
    "lanes": {"order": _ORDER},
    "stages": {"order": _ORDER},
    "steps": {
        "column": _MOMENT, "order": N_("Order in the cell"), "critical_votes.yes": _YES,
        "critical_votes.of": _OF, "own_minutes": N_("Own work, minutes"), "wait_minutes": _WAITING,
    },
    "links": {"wait_minutes": _WAITING, "lead_days": _LEAD, "order.reason": N_("Reason of the answer")},
    "frictions": {
        "votes.yes": _YES, "votes.of": _OF, "wait_minutes": _WAITING, "lead_days": _LEAD,
        "work_minutes": N_("Own work, minutes"), "value_lost": N_("Share of the value lost"),
    },
    "walls": {"key": N_("Key"), "number": N_("Number"), "views": N_("How each side sees it")},
    "dismissals": {
        "finding": N_("Finding"), "reason": N_("Reason"), "by": N_("By whom"), "date": N_("Date"),
        "facts": N_("Facts it rested on"), "agreed": N_("Agreed"),
    },
    "evidence": {"attachment": N_("Picture")},
    "notes": {"column": _MOMENT},
    "attachments": {
        "sha256": N_("Content (SHA-256)"), "name": N_("Name"), "width": N_("Width"), "height": N_("Height"),
    },
    "": {
        "created": N_("Created"), "logo": N_("Logo"), "id": N_("Id of the map"),
        "derived_from": N_("Made from the map"), "format": N_("Format"),
        "version": N_("Version of the format"), "min_reader": N_("Oldest version that reads it"),
    },
}  # fmt: skip
"""What no table of the window shows, and figures whose unit a spreadsheet has to name."""

_FIRST: Mapping[str, tuple[str, ...]] = {
    "steps": (
        "title", "lane", "stage", "channel", "owner", "experience", "expectation", "critical",
        "critical_reason", "critical_votes.yes", "critical_votes.of", "high_point", "value_in_use",
        "own_minutes", "wait_minutes", "asks", "makes", "honours", "description",
    ),
    "frictions": ("title", "at", "owner", "status", "critical", "votes.yes", "votes.of"),
    "walls": ("source", "target", "state", "reason", "owner", "number"),
}  # fmt: skip
"""What people look for first, where the file's order is another."""


def _shown(table: str) -> dict[str, str]:
    """Field → heading in the window's own table."""
    if table == "":
        return {fact.name: fact.words for fact in FACTS}
    return {column.name: column.words for column in BY_NAME[table].columns} if table in BY_NAME else {}


def heading(table: str, name: str) -> str:
    """What stands over a field, parts with a point ("votes.yes"); table "" is the map itself.

    A field that nobody has named yet stands under its name in the file: better than no workbook.
    """
    return _OWN.get(table, {}).get(name) or _shown(table).get(name, name)


def place(table: str, name: str) -> int:
    """Where a field stands among those that people look for first; the others follow."""
    first = _FIRST.get(table, ())
    return first.index(name) if name in first else len(first)


WORDS: Mapping[tuple[str, str], terms.Terms] = {
    ("lanes", "kind"): terms.LANE_KIND,
    ("lanes", "process"): terms.PROCESS,
    ("steps", "demand"): terms.DEMAND,
    ("steps", "system_support"): terms.SYSTEM,
    ("steps", "mandate"): terms.MANDATE,
    ("links", "kind"): terms.LINK_KIND,
    ("links", "carrier"): terms.CARRIER,
    ("links", "info"): terms.INFORMED,
    ("frictions", "kind"): terms.FRICTION_KIND,
    ("frictions", "cause"): terms.CAUSE,
    ("frictions", "per"): terms.PER,
    ("frictions", "status"): terms.FRICTION_STATUS,
    ("walls", "state"): terms.WALL_STATE,
    ("evidence", "level"): terms.EVIDENCE,
    ("evidence", "who"): terms.WHO,
    ("actions", "kind"): terms.ACTION,
    ("", "customer_word"): terms.CUSTOMER,
    ("", "language"): terms.LANGUAGE,
    ("", "state"): terms.STATE,
    ("", "status"): terms.STATUS,
}
"""Table and field → the file's word → what people read, each once within its field."""

UNITS: Mapping[str, Unit] = {
    "hits": OF_ALL,
    "value_lost": LOST,
    "effect": PERCENT,
    "lead_days": DAYS,
    "effort_days": DAYS,
    "journeys_per_year": COUNT,
}
"""Rough quantities by the unit they are read in; all others are minutes."""


def unit_of(name: str) -> Unit:
    """The unit of a field that holds a quantity."""
    return UNITS.get(name, MINUTE)


DATES = frozenset({"date", "due", "created", "last_decision"})
"""Text fields that hold a day: a cell with a real date where it is one."""
SHARES = frozenset({"share", "hits", "value_lost", "effect"})
"""Numbers that people read in per cent."""
