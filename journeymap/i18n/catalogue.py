"""One language's messages: whole sentences with named placeholders, one catalogue a floor."""

from __future__ import annotations

import gettext
from functools import cache
from typing import TYPE_CHECKING

from journeymap.i18n.quotes import requoted
from journeymap.resources import resource

if TYPE_CHECKING:
    from datetime import date

LANGUAGES = ("sv", "nb", "en")

_AND = {"sv": "och", "nb": "og", "en": "and"}
ENDLESS = 1e15
"""From here on a number is written as a power of ten: Babel's decimals end at 28 digits."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a message for translation where it stands as data."""
    return message


class Catalogue:
    """The messages of one language. `t("Moved {n} steps", n=3)`; a missing one stays English."""

    def __init__(self, language: str, messages: gettext.NullTranslations) -> None:
        self.language = language
        self._messages = messages
        self._known: dict[str, str] = {}

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language, its placeholders filled."""
        form = self._known.get(message)
        if form is None:  # gettext asks one floor after the other, every time
            form = self._known[message] = self._messages.gettext(message)
        return _fill(form, values)

    def plural(self, one: str, many: str, n: float, /, **values: object) -> str:
        """The form that fits n; the placeholder {n} is n as this language writes it."""
        whole = 1 if n == 1 else 2
        form = self._messages.ngettext(one, many, whole)
        return _fill(form, {"n": self.number(n), **values})

    def context(self, context: str, message: str, /, **values: object) -> str:
        """The message as meant in this context, where one English word has several senses."""
        return _fill(self._messages.pgettext(context, message), values)

    def number(self, value: float, digits: int = 0) -> str:
        """A number with at most so many decimals: 8 531 in sv and nb, 8,531 in en; 1×10^16 when endless."""
        if not digits and abs(value) < ENDLESS:
            return self._whole(round(value))
        from babel.numbers import format_decimal, format_scientific  # noqa: PLC0415 - 0.1 s

        if abs(value) >= ENDLESS:
            figure = format_scientific(value, format="0.#E0", locale=self.locale)
            return str(figure).replace("-", "−")
        pattern = "#,##0" + ("." + "#" * digits if digits else "")
        return str(format_decimal(value, format=pattern, locale=self.locale)).replace("-", "−")

    def _whole(self, value: int) -> str:
        """A whole number in groups of three: as Babel writes it, thirty times as fast."""
        groups = f"{abs(value):,}"
        figure = groups if self.language == "en" else groups.replace(",", "\u00a0")
        return f"−{figure}" if value < 0 else figure

    def percent(self, share: float) -> str:
        """A share as whole per cent: "28 %" in sv and nb, "28%" in en; below one "under 1 %"."""
        t = self
        if 0 < share < 0.01:
            return t("under {percent}", percent=self._percent("1"))
        return self._percent(self.number(share * 100))

    def _percent(self, figure: str) -> str:
        return f"{figure}%" if self.language == "en" else f"{figure}\u00a0%"

    def date(self, day: date, style: str = "medium") -> str:
        """A date as people write it; style is short, medium, long or a pattern ("d MMM").

        Norwegian puts a point after the day's number in patterns too: "1. des.".
        """
        if self.language == "nb" and style.startswith("d "):
            style = f"d. {style[2:]}"
        from babel.dates import format_date  # noqa: PLC0415 - 0.1 s, not needed to start

        return str(format_date(day, format=style, locale=self.locale))

    def listed(self, words: list[str]) -> str:
        """ "a, b och c": as Babel writes it, without its 0.1 s before a map is first seen."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {_AND[self.language]} {words[-1]}"

    @property
    def locale(self) -> str:
        """The language with its country, as Babel and Qt name it: how numbers and dates are written."""
        return {"sv": "sv_SE", "nb": "nb_NO"}.get(self.language, "en_GB")


def _fill(form: str, values: dict[str, object]) -> str:
    return form.format(**requoted(form, values)) if values else form


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of sv, nb or en; any other language reads as English."""
    messages: gettext.NullTranslations = gettext.NullTranslations()
    if language in LANGUAGES:
        for path in sorted(resource("catalogues", language).glob("*.mo"), reverse=True):
            with path.open("rb") as stream:
                floor = gettext.GNUTranslations(stream)
            floor.add_fallback(messages)
            messages = floor
    return Catalogue(language if language in LANGUAGES else "en", messages)
