"""What one should know before something is sent out, each with its remedy where there is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.model.records import Evidence, Part
from journeymap.picture.text import uncovered
from journeymap.report.personal import Hint
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.page import Page
from journeymap.ui.pieces import button, row

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


class PersonalPage(Page):
    """Where they stand: one line each, to be looked up and decided about."""

    def __init__(self, desk: Desk, journey: Journey, hints: list[Hint], parent: QWidget | None) -> None:
        t = desk.t
        super().__init__(desk.look, t("What looks like personal data"), 520, parent)
        self.list = QPlainTextEdit("\n".join(_line(journey, hint, t) for hint in hints))
        self.list.setReadOnly(True)
        self.list.setAccessibleName(t("What looks like personal data"))
        self.list.setMinimumHeight(desk.look.px(180))
        close = button(desk.look, t("Close"), self.accept, role="primary")
        close.setDefault(True)
        self.show_parts(self.list, row(None, close))


def _line(journey: Journey, hint: Hint, t: Catalogue) -> str:
    """ "070-123 45 67: Disk knows nothing"."""
    if hint.record is None:
        return f"{hint.text}: {t('the map itself')}"
    record = journey.get(hint.record)
    about = journey.get(record.about) if isinstance(record, Evidence) else record
    return f"{hint.text}: {' '.join(name_of(about).split()) or '–'}"


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
