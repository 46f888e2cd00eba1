"""Words that will be translated later: the English message and what goes into its places."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n.catalogue import Catalogue


def NP_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - gettext's way of naming its marks
    """Mark both forms of a counted message where they stand as data."""
    return one, many


def NC_(context: str, word: str) -> tuple[str, str]:  # noqa: N802 - gettext's way of naming its marks
    """Mark a word that only its context gives one meaning, where it stands as data."""
    return context, word


class Message(str):
    """An English N_ message that carries its values: `said(t)` gives it in t's language.

    It is the message's text itself, so it serves as catalogue key, label and test value alike.
    """

    values: Mapping[str, object]
    _many: str | None
    _n: float
    _context: str | None

    def __new__(cls, text: str, /, **values: object) -> Message:
        made = super().__new__(cls, text)
        made.values, made._many, made._n, made._context = values, None, 0, None
        return made

    @classmethod
    def counted(cls, forms: tuple[str, str], n: float, /, **values: object) -> Message:
        """The form of an NP_ pair that fits n, which stands in its place {n}."""
        made = cls(forms[0], n=n, **values)
        made._many, made._n = forms[1], n
        return made

    @classmethod
    def meant(cls, word: tuple[str, str]) -> Message:
        """The word of an NC_ pair in the sense of its context."""
        made = cls(word[1])
        made._context = word[0]
        return made

    def said(self, t: Catalogue) -> str:
        """The words in the language of t, numbers written as that language writes them."""
        if self._many is not None:
            rest = {name: value for name, value in self.values.items() if name != "n"}
            return t.plural(str(self), self._many, self._n, **rest)
        if self._context is not None:
            return t.context(self._context, str(self))
        return t(str(self), **{name: _figure(value, t) for name, value in self.values.items()})


def _figure(value: object, t: Catalogue) -> object:
    """A value as t's language writes it; a message within a message is said in it too."""
    if isinstance(value, Message):
        return value.said(t)
    return t.number(value) if isinstance(value, int) else value
