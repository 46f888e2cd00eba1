"""Header and footer of every page: artifacts, so that a screen reader passes them by (REPORT-DESIGN 7)."""

from __future__ import annotations

import re

from journeymap.report.flow import Page
from journeymap.report.lines import shortened, width_of
from journeymap.report.matter import Matter
from journeymap.report.palette import FOOT_LINE, FOOT_RULE, HEADER_LINE, HEADER_RULE, MARGIN, RULE
from journeymap.report.paper import Paper
from journeymap.report.terms import PROFILE, STATE, term
from journeymap.report.typefaces import LABEL, NOTE, Type

_POINT = re.compile(r"(?<=[^\W\d])\.")
DOT = "\u00a0\u00a0·\u00a0\u00a0"
DATA_NOTE = Type(9, 12, color=NOTE.color, tabular=True)


def draw_header(sheet: Paper, page: Page, matter: Matter) -> None:
    """Section at the left, the document's title at the right, over a rule."""
    if page.section is None:
        return
    right = sheet.width - MARGIN
    width = right - MARGIN
    heading = page.section.heading
    kind = NOTE if page.continued else LABEL
    if page.continued:
        heading = matter.t("{section}, continued", section=heading)
    with sheet.inside(None):
        shown = shortened(heading, kind, width * 0.6)
        sheet.text(MARGIN, HEADER_LINE, shown, kind)
        room = width - width_of(shown, kind) - 12
        sheet.text(right, HEADER_LINE, shortened(matter.title, NOTE, room), NOTE, "right")
        sheet.rule(MARGIN, HEADER_RULE, right, HEADER_RULE, 0.5 if page.continued else 1.2)


def draw_footer(sheet: Paper, matter: Matter, number: int, pages: int) -> None:
    """Title and state, date, profile; fingerprint and page: only the title gives way."""
    t, base = matter.t, sheet.height - FOOT_LINE
    right = sheet.width - MARGIN
    with sheet.inside(None):
        sheet.rule(MARGIN, sheet.height - FOOT_RULE, right, sheet.height - FOOT_RULE, 0.5, RULE)
        page = t("Page {n} of {all}", n=t.number(number), all=t.number(pages))
        end = f"{short_fingerprint(matter.fingerprint)}{DOT}{page}"
        sheet.text(right, base, end, DATA_NOTE, "right")
        fixed = f"{DOT}{_day(matter)}{DOT}{_profile(matter)}"
        state = term(STATE, matter.journey.head.state, t)
        fixed = f", {state}{fixed}" if state else fixed
        room = right - MARGIN - width_of(end, DATA_NOTE) - 16 - width_of(fixed, DATA_NOTE)
        sheet.text(MARGIN, base, shortened(matter.title, DATA_NOTE, room) + fixed, DATA_NOTE)


def footer_parts(matter: Matter) -> list[str]:
    """The footer's facts one by one: title and state, date, profile, fingerprint."""
    t = matter.t
    state = term(STATE, matter.journey.head.state, t)
    title = f"{matter.title}, {state}" if state else matter.title
    return [title, _day(matter), _profile(matter), short_fingerprint(matter.fingerprint)]


def _day(matter: Matter) -> str:
    """ "12 nov 2026": the month without its point."""
    return _POINT.sub("", matter.t.date(matter.date, "d MMM y"))


def _profile(matter: Matter) -> str:
    if matter.lane is not None:
        return matter.t("Extract: {lane}", lane=matter.lane_name(matter.lane))
    return term(PROFILE, matter.profile, matter.t)


def short_fingerprint(fingerprint: str) -> str:
    """The first eight hex digits in two groups."""
    return f"{fingerprint[:4]}\u00a0{fingerprint[4:8]}"
