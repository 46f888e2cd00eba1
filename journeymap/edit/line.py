"""What a typed line means: a step, a fact, a lane, a stage. A pure function of the words and the lanes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from journeymap.edit.message import Message
from journeymap.edit.texts import folded, one_line, seen
from journeymap.i18n.catalogue import N_

LineKind = Literal[
    "step", "sent_on", "behind", "lane", "critical", "friction", "quote", "promise", "item", "stage",
    "value", "park", "end",
]  # fmt: skip

SIGNS: Mapping[str, LineKind] = {
    "!": "critical",
    "#": "friction",
    '"': "quote",
    "”": "quote",
    "“": "quote",
    "»": "quote",
    "«": "quote",
    ">": "sent_on",
    "<": "behind",
    "=": "promise",
    "+": "item",
    "?": "park",
    "/": "stage",
    "*": "value",
}
"""The first character of a line that is no plain step."""

PASTED_SIGNS = frozenset("#!/")
"""The only signs read in pasted text: mails begin lines with > and with quotes."""

QUOTE_MARKS = '"”“»«'
WITH_LANE: frozenset[LineKind] = frozenset({"step", "sent_on", "behind"})
WITHOUT_WORDS: frozenset[LineKind] = frozenset({"critical", "value"})
"""Signs that say enough alone."""

_MARKS = "-–—•·▪▫◦‣⁃○●■□▸►➢➤→⇒✓✔\uf0b7\uf0a7\uf0d8\uf0fc"
_NUMBER = r"\(?(?:\d{1,3}(?:\.\d{1,2})*[.)]|[a-zA-Z]\))"
_BULLET = re.compile(
    rf"(?:[{_MARKS}]\s+|\*\s+(?=\S)|{_NUMBER}\s+)?(?:(?:\[[ xX]?\]|[☐☑☒✅])\s*)?",
)
_LISTED = re.compile(rf"\s*(?:[{_MARKS}*§]|[oO](?=\t)|{_NUMBER})\t+(?=\S)")
"""What a word processor sets before a line of a list: a bullet or a number, and a tab behind it."""

_TEXT_AFTER_ALL = {"#": re.compile(r"#\d"), "/": re.compile(r"/\S*/"), "*": re.compile(r"\*.")}
"""A sign that opens something well known is text: #12, a path, a star before words."""


@dataclass(frozen=True, slots=True)
class LineReading:
    """One line, read. `text` are its words without sign and lane.

    `lane` is the lane's name as it stands (or shall stand, when `new_lane`), None where the line
    names none; `critical` marks a step that ended in " !"; `reason` is why, of a line that begins
    with "!"; with a `problem` nothing is written and the line stays as typed.
    """

    kind: LineKind
    text: str = ""
    lane: str | None = None
    new_lane: bool = False
    supplier: bool = False
    critical: bool = False
    reason: str = ""
    problem: Message | None = None

    @property
    def chip(self) -> Message | None:
        """What stands in the line's chip when a lane is about to be made."""
        if not self.new_lane:
            return None
        return Message(N_("New lane: {name}. Backspace makes it text."), name=self.lane)


def parse(text: str, lanes: Sequence[str], *, lane_said: bool = False, pasted: bool = False) -> LineReading:
    """Read one line; `lanes` are the names there are, `lane_said` that the lane was chosen by key.

    Never raises: whatever cannot be read comes back with its problem.
    """
    words = seen(one_line(text).replace("\N{NO-BREAK SPACE}", " "))
    if pasted:
        words = without_bullet(words)
    if not words:
        return LineReading("end")
    kind, words = _signed(words, pasted)
    if kind in WITH_LANE:
        return _with_lane(kind, words, lanes, lane_said, pasted)
    if kind == "quote":
        words = seen(words.strip(QUOTE_MARKS))
    if not words and kind not in WITHOUT_WORDS:
        return LineReading(kind, problem=_no_words())
    return LineReading(kind, words, reason=words if kind == "critical" else "")


def without_bullet(words: str) -> str:
    """A pasted line without its bullet, number or tick box."""
    return words[_BULLET.match(words).end() :].strip()  # type: ignore[union-attr]  # it matches nothing too


def unlisted(text: str) -> str:
    """The text of a list without the tabs behind its bullets and numbers; a table as it stands."""
    lines = text.splitlines()
    listed = [_LISTED.sub("", line, count=1) for line in lines]
    tabbed = any("\t" in after.strip() for after in listed)
    return text if tabbed or listed == lines else "\n".join(listed)


def lanes_meant(name: str, lanes: Sequence[str]) -> tuple[str, ...]:
    """The lane called so, else all lanes that begin so; case-blind."""
    said = folded(name)
    same = tuple(lane for lane in lanes if folded(lane) == said)
    return same[:1] or tuple(lane for lane in lanes if said and folded(lane).startswith(said))


def _signed(words: str, pasted: bool) -> tuple[LineKind, str]:
    """The kind by the line's first character, and the words behind it."""
    sign = words[0]
    text = _TEXT_AFTER_ALL.get(sign)
    if sign not in SIGNS or (pasted and sign not in PASTED_SIGNS) or (text and text.match(words)):
        return "step", words
    return SIGNS[sign], seen(words[1:])


def _with_lane(
    kind: LineKind, words: str, lanes: Sequence[str], lane_said: bool, pasted: bool
) -> LineReading:
    critical = not pasted and words.endswith(" !")
    if critical:
        words = seen(words[:-2])
    reading = LineReading(kind, words, critical=critical)
    if not lane_said:
        reading = _lane_read(reading, lanes)
    if reading.problem or reading.text or reading.kind == "lane":
        return reading
    return replace(reading, problem=_no_words())


def _lane_read(reading: LineReading, lanes: Sequence[str]) -> LineReading:
    """The reading with the lane before the first colon, if that is one (LINE 2, rule 3)."""
    name, colon, rest = reading.text.partition(":")
    starred = name.rstrip().endswith("*")
    name = name.rstrip(" *") if starred else name.strip()
    if not colon or not name or rest.startswith("//"):
        return reading
    meant = lanes_meant(name, lanes)
    exact = bool(meant) and folded(meant[0]) == folded(name)
    if name[-1].isdigit() and not exact:
        return reading
    if len(meant) > 1:
        return replace(reading, problem=_several(meant))
    if not meant and not _names_new_lane(name, rest):
        return reading
    lane = meant[0] if meant else name
    text = seen(rest)
    kind: LineKind = "lane" if reading.kind == "step" and not text else reading.kind
    return replace(reading, kind=kind, text=text, lane=lane, new_lane=not meant, supplier=starred)


def _names_new_lane(name: str, rest: str) -> bool:
    """Three words at most, a capital first, no other stop, and a space or nothing after the colon."""
    stopped = re.search(r"[,.;!?]", name)
    return len(name.split()) <= 3 and name[0].isupper() and not stopped and (not rest or rest[0] == " ")


def _several(lanes: Sequence[str]) -> Message:
    return Message(
        N_("Several lanes begin like that: {lanes}. Add a letter or choose."), lanes=", ".join(lanes)
    )


def _no_words() -> Message:
    return Message(N_("Some words are missing after the sign."))
