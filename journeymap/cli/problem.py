"""Bad usage and bad input: one clear sentence and exit status 2."""

from __future__ import annotations

from journeymap.i18n import Catalogue


class Problem(Exception):  # noqa: N818 - what the person meets is a problem, with a way out
    """Something the caller has to change; its message is a whole sentence of the catalogue."""

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def sentence(self, t: Catalogue) -> str:
        """What is wrong and the way out, in the caller's language."""
        return t(self.message, **self.values)
