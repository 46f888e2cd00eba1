"""Kinds of values: how a cell shows one, writes it out in full, reads what was typed, and sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeymap.edit.rules.verdict import RefusedError, no
from journeymap.edit.texts import clean, folded, one_line
from journeymap.i18n import LANGUAGES, N_, catalogue
from journeymap.model.records import Votes
from journeymap.sheets.collation import sort_key
from journeymap.sheets.days import day_as_kept, day_as_shown
from journeymap.sheets.known import Known
from journeymap.sheets.terms import YES_NO, Terms

Offers = Callable[[Known], Sequence[str]]


def refuse(sentence: str, **values: object) -> RefusedError:
    """Why a text cannot be read, to be raised."""
    return RefusedError(no(sentence, **values))


@dataclass(frozen=True)
class Kind:
    """Plain words; every other kind says what differs. `read` raises RefusedError with the reason."""

    right: bool = False
    """Whether figures stand at the right edge."""
    long: bool = False
    """Whether a line break is welcome."""

    def text(self, value: Any, known: Known) -> str:
        """As the cell shows it; empty for unknown."""
        return "" if value is None else str(value)

    def exact(self, value: Any, known: Known) -> str:
        """As one would type it, with every digit: what is edited, copied and exported."""
        return self.text(value, known)

    def read(self, text: str, known: Known) -> Any:
        """What was typed, as the file keeps it; None for nothing."""
        return (clean(text).strip() if self.long else one_line(text)) or None

    def offers(self, known: Known) -> Sequence[str]:
        """What can be taken while one types."""
        return ()

    def key(self, value: Any, known: Known) -> Any:
        """What the value is sorted by; None (unknown) always comes last."""
        text = self.text(value, known)
        return sort_key(text, known.t.language) if text else None


@dataclass(frozen=True)
class Words(Kind):
    """A line of text, with what others said before offered."""

    used: Offers | None = None

    def offers(self, known: Known) -> Sequence[str]:
        return self.used(known) if self.used is not None else ()


@dataclass(frozen=True)
class Lines(Kind):
    """Several short texts: names of those who took part."""

    def text(self, value: Any, known: Known) -> str:
        return "; ".join(value or ())

    def read(self, text: str, known: Known) -> Any:
        return tuple(parted(text)) or None


@dataclass(frozen=True)
class Computed(Kind):
    """What the program works out: it is read, never written."""

    def read(self, text: str, known: Known) -> Any:
        raise refuse(N_("This is worked out by the program and cannot be written here."))


@dataclass(frozen=True)
class ComputedFigure(Computed):
    """A figure that is worked out."""

    right: bool = True

    def text(self, value: Any, known: Known) -> str:
        return "" if value is None else known.t.number(value)

    def key(self, value: Any, known: Known) -> Any:
        return value


@dataclass(frozen=True)
class Choice(Kind):
    """One of a few words; understood in every language, and by its beginning where one fits."""

    terms: Terms | None = None

    def text(self, value: Any, known: Known) -> str:
        terms = self.terms or {}
        return known.t(terms[value]) if value in terms else str(value or "")

    def read(self, text: str, known: Known) -> Any:
        said = folded(one_line(text))
        if not said:
            return None
        found = self._whole(said) or self._begun(said, known)
        if found is None:
            raise refuse(N_("Choose one of: {choices}."), choices=", ".join(self.offers(known)))
        return found

    def _whole(self, said: str) -> str | None:
        for stored, word in (self.terms or {}).items():
            if said == stored or said in (folded(catalogue(language)(word)) for language in LANGUAGES):
                return stored
        return None

    def _begun(self, said: str, known: Known) -> str | None:
        words = {stored: folded(known.t(word)) for stored, word in (self.terms or {}).items()}
        fits = [stored for stored, word in words.items() if word.startswith(said)]
        return fits[0] if len(fits) == 1 else None

    def offers(self, known: Known) -> Sequence[str]:
        return [known.t(word) for word in (self.terms or {}).values()]

    def key(self, value: Any, known: Known) -> Any:
        return list(self.terms or {}).index(value) if value in (self.terms or {}) else None


@dataclass(frozen=True)
class Several(Choice):
    """Some of a few words, with semicolons between."""

    def text(self, value: Any, known: Known) -> str:
        return "; ".join(Choice.text(self, one, known) for one in value or ())

    def read(self, text: str, known: Known) -> Any:
        chosen = {Choice.read(self, part, known) for part in parted(text)}
        return tuple(stored for stored in self.terms or {} if stored in chosen) or None

    def key(self, value: Any, known: Known) -> Any:
        return Kind.key(self, value, known)


@dataclass(frozen=True)
class YesNo(Choice):
    """Yes, no, or not said."""

    terms: Terms | None = field(default_factory=lambda: YES_NO)

    def text(self, value: Any, known: Known) -> str:
        return "" if value is None else super().text("yes" if value else "no", known)

    def read(self, text: str, known: Known) -> Any:
        said = super().read(text, known)
        return None if said is None else said == "yes"

    def key(self, value: Any, known: Known) -> Any:
        return None if value is None else int(not value)


@dataclass(frozen=True)
class Tick(YesNo):
    """A box: ticked, or nothing said."""

    def text(self, value: Any, known: Known) -> str:
        return super().text(True, known) if value else ""

    def read(self, text: str, known: Known) -> Any:
        if folded(one_line(text)) in ("x", "✓", "1", "true"):
            return True
        return super().read(text, known) or None

    def key(self, value: Any, known: Known) -> Any:
        return int(not value)


@dataclass(frozen=True)
class Day(Kind):
    """A date as people write it, kept as year-month-day; other words stay as they are."""

    def text(self, value: Any, known: Known) -> str:
        return day_as_shown(value, known.t) if value else ""

    def exact(self, value: Any, known: Known) -> str:
        return value or ""

    def read(self, text: str, known: Known) -> Any:
        return day_as_kept(one_line(text)) or None

    def key(self, value: Any, known: Known) -> Any:
        return value or None


@dataclass(frozen=True)
class Voted(Kind):
    """How many of how many said yes: "8/12"."""

    right: bool = True

    def text(self, value: Any, known: Known) -> str:
        if value is None or value.yes is None or value.of is None:
            return ""
        return f"{value.yes}/{value.of}"

    def read(self, text: str, known: Known) -> Any:
        said = one_line(text)
        if not said:
            return None
        for sign in ("/", " av ", " of "):
            yes, found, of = said.partition(sign)
            if found and yes.strip().isdecimal() and of.strip().isdecimal():
                return Votes(yes=int(yes), of=int(of))
        raise refuse(N_("Write how many of how many, such as 8/12."))

    def key(self, value: Any, known: Known) -> Any:
        return value.yes / value.of if value is not None and value.of and value.yes is not None else None


def parted(text: str) -> list[str]:
    """The parts of a list as typed: between semicolons or on lines of their own."""
    parts = (one_line(part) for line in clean(text).splitlines() for part in line.split(";"))
    return [part for part in parts if part]
