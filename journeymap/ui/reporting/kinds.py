"""What can be made of a map, as data: the dialogue's left column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from journeymap.exchange import exporters
from journeymap.exchange.formats import names
from journeymap.i18n import N_

Shown = Literal["pages", "picture", "text", ""]


@dataclass(frozen=True)
class Kind:
    """`name` is remembered; `edition`: profile, sections and comparison apply; `lane`: of one lane only.

    `shown` says what stands in the preview; "" where there is nothing that can be looked at.
    """

    name: str
    sign: str
    words: str
    caption: str
    ending: str
    save: str
    shown: Shown = ""
    edition: bool = False
    lane: bool = False


OWN = (
    Kind("pdf", "file-text", N_("PDF report"), N_("for the manager"), "pdf", N_("Save PDF"), "pages", True),
    Kind(
        "extract", "truck", N_("Extract"), N_("for a supplier"), "pdf", N_("Save PDF"),
        "pages", True, True,
    ),
    Kind(
        "html", "globe", N_("Web page"), N_("one file, on a phone too"), "html", N_("Save web page"),
        "pages", True,
    ),
    Kind("txt", "mail", N_("Summary"), N_("text for a mail"), "txt", N_("Save text"), "text", True),
    Kind("svg", "image", N_("Picture, SVG"), N_("can be edited"), "svg", N_("Save SVG"), "picture"),
    Kind("png", "image", N_("Picture, PNG"), N_("for slides and mail"), "png", N_("Save PNG"), "picture"),
)  # fmt: skip
"""The report in its forms, and the map as a picture."""
SIGNS = {"xlsx": "table", "csv": "table", "pptx": "presentation", "ics": "list-checks", "json": "file-down"}


@cache
def kinds() -> tuple[Kind, ...]:
    """All of them: our own first, then what else `exchange` can write."""
    return (*OWN, *_others())


def _others() -> Iterator[Kind]:
    known = {kind.ending for kind in OWN}
    for ending in exporters:
        if ending not in known:
            words, _, caption = names[ending].partition(" (")
            shown = f".{ending}" if caption else ""
            yield Kind(ending, SIGNS.get(ending, "file-down"), words if not caption else names[ending], shown,
                       ending, N_("Save file"))  # fmt: skip


def kind_named(name: str) -> Kind:
    """The kind of this name; the report for a name nobody knows any more."""
    return next((kind for kind in kinds() if kind.name == name), OWN[0])
