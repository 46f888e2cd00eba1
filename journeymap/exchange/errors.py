"""Why a map could not be exported: one clear sentence, like every failure of a file."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n import N_, Catalogue
from journeymap.storage.errors import StorageError

SENTENCES: Mapping[str, str] = {
    "no_qt": N_(
        "PNG pictures need PySide6-Essentials, which is not installed here. Install it, or export as SVG."
    ),
    "too_large": N_("The map is too large for one PNG picture. Export it as SVG, or as a report in PDF."),
}


class ExportError(StorageError):
    """The export did not work. `kind` is a key of SENTENCES; nothing was written."""

    def sentence(self, t: Catalogue) -> str:
        """What happened and what to do, in the catalogue's language."""
        return t(SENTENCES[self.kind], **self.values)
