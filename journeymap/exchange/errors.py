"""Why a map could not be exported: one clear sentence, like every failure of a file."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n import N_, Catalogue
from journeymap.storage.errors import StorageError

SENTENCES: Mapping[str, str] = {
    "no_qt": N_(
        "PNG pictures need PySide6-Essentials, which is not installed here. Install it, or export as SVG."
    ),
    "no_days": N_("No action has a day yet. Say by when one shall be ready, and save the calendar then."),
    "too_large": N_("The map is too large for one PNG picture. Export it as SVG, or as a report in PDF."),
}


TABLE_SENTENCES: Mapping[str, str] = {
    "no_table": N_(
        "{file} is no table. Bring in an Excel workbook (.xlsx), a LibreOffice table (.ods), a CSV or a "
        "TSV file."
    ),
    "empty_table": N_("{file} holds no table: every cell is empty."),
    "old_workbook": N_(
        "{file} is in the old Excel format (.xls). Open it in Excel or LibreOffice, save it as .xlsx, "
        "and bring that in."
    ),
    "locked_workbook": N_(
        "{file} is locked with a password. Save it without one in Excel, and bring that in."
    ),
    "binary_workbook": N_("{file} is a binary Excel workbook. Save it as .xlsx, and bring that in."),
    "strict_workbook": N_(
        "{file} is saved as Strict Open XML. Save it in Excel as an ordinary workbook (.xlsx), "
        "and bring that in."
    ),
    "open_document": N_(
        "{file} is an OpenDocument text or drawing and no table. Bring in an Excel workbook (.xlsx), "
        "a LibreOffice table (.ods), a CSV or a TSV file."
    ),
    "numbers": N_("{file} comes from Numbers. Export it there to Excel or CSV, and bring that in."),
    "web_page": N_(
        "{file} is a web page, whatever its name says. Open it in a spreadsheet program, save it as .xlsx, "
        "and bring that in."
    ),
    "other_xml": N_("{file} is an XML file and no table. Bring in an Excel workbook, a CSV or a TSV file."),
    "workbook_damaged": N_(
        "{file} is damaged: its sheets cannot be read. Open it in Excel or LibreOffice, save it anew, "
        "and bring that in."
    ),
    "workbook_hostile": N_(
        "{file} holds entities, which no spreadsheet needs and which can be made to fill the memory. "
        "It is not opened."
    ),
    "too_many_rows": N_(
        "{file} has more than {most} rows. A map is made of steps: choose the rows that are steps, "
        "and bring in those."
    ),
    "no_steps": N_("Nothing in {file} reads as steps. Name the column that holds them."),
    "no_meaning": N_("A column cannot hold “{meaning}”. It can hold: {meanings}."),
    "no_column": N_("{file} has no column “{heading}”. It has: {headings}."),
    "no_sheet": N_("{file} has no sheet called {sheet}. It has: {sheets}."),
}
"""Why a file gives no table."""


class TableError(StorageError):
    """A file cannot be read as a table. `kind` is a key of TABLE_SENTENCES; nothing was changed."""

    def sentence(self, t: Catalogue) -> str:
        """What is wrong with the file and the way out, in the catalogue's language."""
        values = {
            name: t.number(value) if isinstance(value, int) else value for name, value in self.values.items()
        }
        return t(TABLE_SENTENCES[self.kind], **values)


class ExportError(StorageError):
    """The export did not work. `kind` is a key of SENTENCES; nothing was written."""

    def sentence(self, t: Catalogue) -> str:
        """What happened and what to do, in the catalogue's language."""
        return t(SENTENCES[self.kind], **self.values)
