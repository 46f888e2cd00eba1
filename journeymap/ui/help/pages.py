"""The guide's pages as text: contents as the first page lists them, and finding words in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from journeymap.edit.suggest import plain
from journeymap.resources import guide

FIRST = "README.md"
_LINK = re.compile(r"^- \[([^\]]+)\]\(([\w.-]+\.md)\)(?:: (.*))?$")
_HEADING = re.compile(r"^(#{1,3}) (.+)$")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|^[|\- ]+$|[*`|#]+|^- ", re.MULTILINE)
MOST_HITS = 40


@dataclass(frozen=True)
class Entry:
    """A page as the contents name it."""

    file: str
    title: str
    about: str = ""


@dataclass(frozen=True)
class Section:
    """Pages under one heading of the contents."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Piece:
    """What stands under one heading of a page, as plain words."""

    file: str
    page: str
    heading: str
    words: str

    @property
    def place(self) -> str:
        """The heading as links name it; empty for the page's own title."""
        return "" if self.heading == self.page else anchor(self.heading)


def text_of(language: str, file: str) -> str:
    """The Markdown of a page; of the first page where there is none of that name."""
    path = guide(language) / Path(file).name
    return (path if path.is_file() else guide(language) / FIRST).read_text("utf-8")


@cache
def contents(language: str) -> tuple[Section, ...]:
    """The sections of the first page with the pages they list."""
    found: list[tuple[str, list[Entry]]] = []
    for line in text_of(language, FIRST).splitlines():
        heading, link = _HEADING.match(line), _LINK.match(line)
        if heading and len(heading[1]) == 2:
            found.append((heading[2], []))
        elif link and found:
            found[-1][1].append(Entry(link[2], link[1], link[3] or ""))
    return tuple(Section(title, tuple(entries)) for title, entries in found if entries)


def entries(language: str) -> tuple[Entry, ...]:
    """All pages in the order of the contents, the contents themselves first."""
    title = text_of(language, FIRST).partition("\n")[0].removeprefix("# ")
    return (Entry(FIRST, title), *(entry for section in contents(language) for entry in section.entries))


def anchor(heading: str) -> str:
    """A heading as links name it: small letters, hyphens between words."""
    return re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-")


def search(language: str, wanted: str) -> tuple[Piece, ...]:
    """The pieces that hold every word, those with all of them in their heading first."""
    words = plain(wanted).split()
    if not words:
        return ()

    def rank(piece: Piece) -> int | None:
        heading, text = plain(piece.heading), plain(f"{piece.page} {piece.heading} {piece.words}")
        if not all(word in text for word in words):
            return None
        return 0 if all(word in heading for word in words) else 1

    ranked = [(rank(piece), piece) for piece in _pieces(language)]
    found = [(place, piece) for place, piece in ranked if place is not None]
    return tuple(piece for _, piece in sorted(found, key=lambda one: one[0]))[:MOST_HITS]


@cache
def _pieces(language: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for entry in entries(language)[1:]:
        page, heading, lines = entry.title, "", list[str]()
        for line in [*text_of(language, entry.file).splitlines(), "# "]:
            head = _HEADING.match(line)
            if head or line == "# ":
                if heading:
                    found.append(Piece(entry.file, page, heading, _bare("\n".join(lines))))
                if head:
                    page = head[2] if len(head[1]) == 1 else page
                    heading, lines = head[2], []
            else:
                lines.append(line)
    return tuple(found)


def _bare(markdown: str) -> str:
    return " ".join(_MARKS.sub(lambda found: found[1] or " ", _PICTURE.sub("", markdown)).split())


def glimpse(piece: Piece, wanted: str, most: int = 90) -> str:
    """A stretch of the piece around the first of the words."""
    words = plain(wanted).split()
    text = plain(piece.words)
    at = min((text.find(word) for word in words if word in text), default=0)
    start = max(0, at - 24)
    begin = piece.words.rfind(" ", 0, start) + 1 if start else 0
    cut = piece.words[begin : begin + most]
    return ("… " if begin else "") + cut.rsplit(" ", 1)[0] + (" …" if len(piece.words) > begin + most else "")
