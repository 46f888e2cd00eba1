"""The underlined letter of every menu line: one a line, none twice in a menu, in whatever language it is.

Given each time a menu opens, so that lines whose words change, context menus and lists of lanes have them
too. Nobody keeps letters by hand, and no catalogue holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QMenu, QMenuBar

_BEGINNING = re.compile(r"(?<!\w)\w")


def letter(menu: QMenu | QMenuBar, first: Sequence[str] = ()) -> None:
    """Underline one letter a line; `first` names those that choose before the others."""
    lines = [line for line in menu.actions() if line.text()]
    names = [line.objectName() for line in lines]
    early = [names.index(name) for name in first if name in names]
    made = lettered([plain(line.text()) for line in lines], early)
    for line, words in zip(lines, made, strict=True):
        if line.text() != words:
            line.setText(words)


def plain(text: str) -> str:
    """What people read of a line: its words without the mark, a doubled & as the sign it stands for."""
    return re.sub(r"&(.)", r"\1", text)


def lettered(texts: Sequence[str], first: Sequence[int] = ()) -> list[str]:
    """The texts with & before their letters. What stands behind a tab is the key's name and has none.

    Each takes the best letter that is left, those at the places `first` before the others and for good. Where
    none is left another gives way to its next best (the augmenting paths of bipartite matching).
    """
    choices = [[*_choices(text.partition("\t")[0])] for text in texts]
    owner: dict[str, int] = {}
    at: dict[int, int] = {}

    def take(line: int, place: int, sign: str) -> bool:
        owner[sign], at[line] = line, place
        return True

    def find(line: int, tried: set[str]) -> bool:
        if any(sign not in owner and take(line, place, sign) for place, sign in choices[line]):
            return True
        for place, sign in choices[line]:
            if sign not in tried and owner[sign] not in first:
                tried.add(sign)
                if find(owner[sign], tried):
                    return take(line, place, sign)
        return False

    for line in (*first, *(line for line in range(len(texts)) if line not in first)):
        find(line, set())
    return [_marked(text, at.get(line)) for line, text in enumerate(texts)]


def _choices(words: str) -> Iterator[tuple[int, str]]:
    """Places of the letters that may be underlined, the best first: beginnings of words, then the rest."""
    beginnings = [found.start() for found in _BEGINNING.finditer(words)]
    rest = [place for place, sign in enumerate(words) if sign.isalnum() and place not in beginnings]
    for place in (*beginnings, *rest):
        if words[place].isalnum():
            yield place, words[place].casefold()


def _marked(text: str, at: int | None) -> str:
    if at is None:
        return text.replace("&", "&&")
    return f"{text[:at].replace('&', '&&')}&{text[at:].replace('&', '&&')}"
