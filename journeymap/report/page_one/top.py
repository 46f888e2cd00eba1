"""The first line of page 1: title, what kind of map and for whom, status, date and logo."""

from __future__ import annotations

from dataclasses import dataclass

from journeymap.report.block import Block
from journeymap.report.lines import shortened, width_of
from journeymap.report.matter import Matter, one_line
from journeymap.report.numbers import at_start
from journeymap.report.palette import HEADER_LINE, HEADER_RULE, TEXT_WIDTH
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
        tail = _tail(self.matter)
        title, room = _title(self.matter, width)
        what = kind(self.matter)
        if width_of(what, NOTE) > room:
            what = shortened(kind(self.matter, client=False), NOTE, room)
        with sheet.element("P"):
            sheet.text(x, base, title, LABEL)
        with sheet.element("P"):
            sheet.text(x + width_of(title, LABEL) + 7, base, what, NOTE)
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


def _tail(matter: Matter) -> float:
    """Points that status and date take."""
    said = status(matter)
    return width_of(matter.t.date(matter.date, "long"), NOTE) + (width_of(said, LABEL) + 10 if said else 0)


def _title(matter: Matter, width: float) -> tuple[str, float]:
    """The title as it stands in so many points, and what is left for the kind of map."""
    room = width - _tail(matter) - 12
    title = shortened(matter.title, LABEL, room * 0.62)
    return title, room - width_of(title, LABEL) - 7


def logo(matter: Matter) -> Photo | None:
    """The picture that the map names as its logo, where it can be shown."""
    return matter.album.photo(matter.journey, matter.journey.head.logo)


def status(matter: Matter) -> str:
    """Draft, working version, decided."""
    word = term(STATUS, matter.journey.head.status, matter.t)
    return word[:1].upper() + word[1:]


def kind(matter: Matter, *, client: bool = True) -> str:
    """ "Customer journey, as is, Hotel AB, for Example Ltd"."""
    t, head = matter.t, matter.journey.head
    parts = [
        t("Customer journey"),
        term(STATE, head.state, t),
        one_line(head.organisation),
        _for_client(matter) if client else "",
    ]
    return ", ".join(part for part in parts if part)


def _for_client(matter: Matter) -> str:
    client = one_line(matter.journey.head.client)
    return matter.t("for {client}", client=client) if client else ""


def beneath(matter: Matter) -> str:
    """The line under the first: the client where the first has no room for the name, and why the
    organisation is there for its customers; "" where nobody has said."""
    photo = logo(matter)
    taken = photo.fitted(LOGO_WIDTH, LOGO_HEIGHT)[0] + 12 if photo is not None else 0.0
    _, room = _title(matter, TEXT_WIDTH - taken)
    client = _for_client(matter) if width_of(kind(matter), NOTE) > room else ""
    said = one_line(matter.journey.head.purpose)
    purpose = matter.t("Purpose: {purpose}", purpose=said) if said else ""
    return " · ".join(part for part in (at_start(client), purpose) if part)
