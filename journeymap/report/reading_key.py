"""What to read first, and what the report's signs mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeymap.report import signs
from journeymap.report.block import Block, Para, words
from journeymap.report.headings import subhead
from journeymap.report.lines import Span
from journeymap.report.matter import Matter
from journeymap.report.nouns import customer
from journeymap.report.palette import column, span
from journeymap.report.sheet import Sheet
from journeymap.report.typefaces import CARD, LEAD, TABLE

SIGN = 46.0
SIGN_HEIGHT = 14.5


def reading_key(matter: Matter) -> list[Block]:
    """Two short parts for a reader with ten minutes."""
    t = matter.t
    advice = (
        t("Read the beginning for the decisions, the ranking to see why the order is as it is, and the "
          "actions for what gives most for a day's work. To test the figures, begin with the method.")
        if matter.on_screen else
        t("Read page 1 for the decisions, the ranking to see why the order is as it is, and the "
          "actions for what gives most for a day's work. To test the figures, begin with "
          "the method.")
    )  # fmt: skip
    return [
        subhead(t("If you have ten minutes"), t.language),
        words(advice, LEAD, t.language, widest=span(8)),
        subhead(t("How to read the signs"), t.language),
        *_signs(matter),
    ]


def _signs(matter: Matter) -> list[Block]:
    t = matter.t

    def circle(decides: bool) -> Callable[[Sheet, float, float], None]:
        return lambda sheet, x, y: signs.rank_circle(sheet, x + 8, y + 7, 1 if decides else 4, decides)

    def locks(sheet: Sheet, x: float, y: float) -> None:
        signs.padlock(sheet, x + 6, y + 7, True)
        signs.padlock(sheet, x + 22, y + 7, False)

    said = customer(matter)
    pairs = [
        (circle(True), t("Filled circle"),
         t("can alone make {the_guest} leave. Goes before the hours.", **said)),
        (circle(False), t("Open circle"), t("steals time. Ordered by hours.")),
        (lambda sheet, x, y: signs.interval_bar(sheet, x, y + 7, 34, 100, 35, 60, 100),
         t("Bar"), t("first part: at least. Tick: most likely. Whole length: at most.")),
        (lambda sheet, x, y: signs.bricks(sheet, x, y + 7, 24), t("Bricks"),
         t("a wall between two units. Dashed outline: suspected.")),
        (lambda sheet, x, y: signs.diamond(sheet, x + 8, y + 7, 5), t("Diamond"), t("critical moment.")),
        (locks, t("Padlock"), t("closed: the link carries a requirement. Open: it carries none.")),
    ]  # fmt: skip
    return [
        KeyRow(
            matter.t.language,
            *pairs[at],
            *(pairs[at + 1] if at + 1 < len(pairs) else (None, "", "")),
            before=6,
        )
        for at in range(0, len(pairs), 2)
    ]


@dataclass(slots=True, eq=False)
class KeyRow(Block):
    """Two signs side by side, each with its word and what it means."""

    language: str
    sign: Callable[[Sheet, float, float], None]
    word: str
    meaning: str
    other: Callable[[Sheet, float, float], None] | None = None
    other_word: str = ""
    other_meaning: str = ""

    def _texts(self) -> list[Para]:
        pairs = [(self.word, self.meaning), (self.other_word, self.other_meaning)]
        return [
            Para([Span(f"{word} ", TABLE.bold()), Span(meaning, TABLE)], self.language)
            for word, meaning in pairs
            if word
        ]

    def height(self, width: float) -> float:
        return max(text.height(span(6) - SIGN - 8) for text in self._texts())

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        for number, (sign, text) in enumerate(zip((self.sign, self.other), self._texts(), strict=False)):
            left = x + column(6 * number)
            with sheet.group("key"):
                if sign is not None:
                    with sheet.decoration(left, y, SIGN - 6, SIGN_HEIGHT):
                        sign(sheet, left, y)
                text.draw(sheet, left + SIGN, y + (CARD.leading - TABLE.leading) / 2, span(6) - SIGN - 8)
