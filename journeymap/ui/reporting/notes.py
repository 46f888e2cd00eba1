"""What one should know before something is sent out, each with its remedy where there is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.model.records import Part
from journeymap.picture.text import uncovered
from journeymap.report.personal import Hint

MOST_SIGNS = 12
"""Characters without a font that are named; the sentence must stay one."""


@dataclass(frozen=True)
class Note:
    """A sentence, and what can be done about it: the words of a link and its call."""

    words: str
    remedy: str = ""
    call: Callable[[], object] | None = None


def personal_words(hints: list[Hint], t: Catalogue) -> str:
    """ "In the texts: 2 phone numbers and 1 e-mail address."; "" for none."""
    counts = Counter(hint.sort for hint in hints)
    phones, mails, numbers = counts["phone"], counts["mail"], counts["number"]
    said = [
        t.plural("{n} phone number", "{n} phone numbers", phones) if phones else "",
        t.plural("{n} e-mail address", "{n} e-mail addresses", mails) if mails else "",
        t.plural("{n} personal number", "{n} personal numbers", numbers) if numbers else "",
    ]
    things = [one for one in said if one]
    return t("In the texts: {things}.", things=t.listed(things)) if things else ""


def without_font(journey: Journey) -> str:
    """The characters of all texts that no bundled font has, each once."""
    found: dict[str, None] = {}
    for text in _texts(journey):
        if not text.isascii():
            found.update(dict.fromkeys(uncovered(text)))
    return "".join(found)


def _texts(journey: Journey) -> Iterator[str]:
    for part in (journey.head, *journey):
        yield from _below(part)


def _below(part: Part) -> Iterator[str]:
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, Part):
            yield from _below(value)
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))
        elif isinstance(value, Mapping):
            yield from (one for one in value.values() if isinstance(one, str))


def font_words(signs: str, t: Catalogue) -> str:
    """Which characters show as a box; "" for none."""
    if not signs:
        return ""
    shown = " ".join(signs[:MOST_SIGNS]) + (" …" if len(signs) > MOST_SIGNS else "")
    return t("{characters} have no font and show as a box. The text is kept.", characters=shown)


def small_words(page: int, count: int, t: Catalogue) -> str:
    """How many steps of a page are hard to read."""
    return t.plural(
        "{n} step on page {page} has words under 8 points.",
        "{n} steps on page {page} have words under 8 points.",
        count,
        page=t.number(page),
    )
