"""The first line of page 1: title, what kind of map and for whom, status, date and logo."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.report.block import Block
from journeymap.report.lines import shortened, width_of
from journeymap.report.matter import Matter, one_line
from journeymap.report.palette import HEADER_LINE, HEADER_RULE
from journeymap.report.pictures import Photo
from journeymap.report.sheet import Sheet
from journeymap.report.terms import STATE, STATUS, term
from journeymap.report.typefaces import LABEL, NOTE

START = HEADER_LINE - 9
LOGO_HEIGHT, LOGO_WIDTH = 26.0, 96.0


@dataclass(slots=True, eq=False)
class TopLine(Block):
    """Title, kind and organisation, status, date, and the logo at the right, over a rule."""

    matter: Matter

    def height(self, width: float) -> float:
        return HEADER_RULE - START

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        with sheet.group("topline"):
            room = width - self._draw_logo(sheet, x + width, y)
            self._draw_words(sheet, x, y, room)
        with sheet.inside(None):
            sheet.rule(x, HEADER_RULE, x + width, HEADER_RULE, 1.2)

    def _draw_words(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        t, base = self.matter.t, y + 9
        day = t.date(self.matter.date, "long")
        said = status(self.matter)
        tail = width_of(day, NOTE) + (width_of(said, LABEL) + 10 if said else 0)
        room = width - tail - 12
        title = shortened(self.matter.title, LABEL, room * 0.62)
        left = width_of(title, LABEL) + 7
        with sheet.element("P"):
            sheet.text(x, base, title, LABEL)
        with sheet.element("P"):
            sheet.text(x + left, base, shortened(kind(self.matter), NOTE, room - left), NOTE)
        with sheet.element("P"):
            if said:
                sheet.text(x + width - tail, base, said, LABEL)
            sheet.text(x + width, base, day, NOTE, "right")

    def _draw_logo(self, sheet: Sheet, right: float, y: float) -> float:
        """The logo at the right edge, its foot just over the rule; the points it takes, 0 without one."""
        photo = logo(self.matter)
        if photo is None:
            return 0.0
        wide, tall = photo.fitted(LOGO_WIDTH, LOGO_HEIGHT)
        name = one_line(self.matter.journey.head.organisation)
        alt = self.matter.t("Logo of {name}", name=name) if name else self.matter.t("Logo")
        left, top = right - wide, y + HEADER_RULE - START - 4 - tall
        with sheet.figure(alt, left, top, wide, tall):
            sheet.image(photo.sha256, left, top, wide, tall)
        return wide + 12


def logo(matter: Matter) -> Photo | None:
    """The picture that the map names as its logo, where it can be shown."""
    return matter.album.photo(matter.journey, matter.journey.head.logo)


def status(matter: Matter) -> str:
    """Draft, working version, decided."""
    word = term(STATUS, matter.journey.head.status, matter.t)
    return word[:1].upper() + word[1:]


def kind(matter: Matter) -> str:
    """ "Customer journey, as is, Hotel AB, for Example Ltd"."""
    t, head = matter.t, matter.journey.head
    client = one_line(head.client)
    parts = [
        t("Customer journey"),
        term(STATE, head.state, t),
        one_line(head.organisation),
        t("for {client}", client=client) if client else "",
    ]
    return ", ".join(part for part in parts if part)


def purpose(matter: Matter) -> str:
    """Why the organisation is there for its customers, in one line; "" where nobody has said."""
    said = one_line(matter.journey.head.purpose)
    return matter.t("Purpose: {purpose}", purpose=said) if said else ""
