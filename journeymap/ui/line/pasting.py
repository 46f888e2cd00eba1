"""Pasted text becomes steps: rows that cannot be read are listed, and the good ones ask before they come."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.edit.line_paste import Pasted
from journeymap.edit.strip import ENTER
from journeymap.i18n import Catalogue
from journeymap.ui.line.foot import Foot

MOST = 4
"""Unread rows that are listed; of the others only the number is said."""


def consider(t: Catalogue, foot: Foot, pasted: Pasted, bring_in: Callable[[Pasted], object]) -> None:
    """Bring the lines in; with rows that could not be read only after somebody has said so."""
    if not pasted.lines:
        foot.refusal.say(t("Nothing in the clipboard reads as steps."))
        return
    question = pasted.question
    if question is None:
        bring_in(pasted)
        return

    def answered(key: str | None) -> None:
        if key == ENTER:
            bring_in(pasted)

    foot.retire(foot.choosing)
    foot.choosing.ask(
        question.said(t),
        [(ENTER, t("Bring in the others"))],
        answered,
        notes=unread(t, pasted),
        icon="clipboard-paste",
        later=t("leave all out"),
    )


def unread(t: Catalogue, pasted: Pasted) -> list[str]:
    """The rows that could not be read: number, words, why."""
    said = [
        t("Row {n}: {line}. {why}", n=t.number(row), line=line.strip(), why=why.said(t))
        for row, line, why in pasted.problems[:MOST]
    ]
    more = len(pasted.problems) - MOST
    return [*said, t.plural("and {n} more row", "and {n} more rows", more)] if more > 0 else said
