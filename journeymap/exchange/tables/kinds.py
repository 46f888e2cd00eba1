"""What a file is by its first bytes; its ending alone is never believed."""

from __future__ import annotations

import io
import re
import zipfile

from journeymap.exchange.errors import TableError
from journeymap.storage.zipped import FAILURES, is_zip

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_PAGE = re.compile(rb"\s*(?:<!doctype html|<html|<table|<head|<meta)", re.IGNORECASE)
_XML = re.compile(rb"\s*<(?:\?xml|mxfile|bpmn|definitions|svg|Workbook)", re.IGNORECASE)


def kind_of(data: bytes, file: str) -> str:
    """ "xlsx", "ods", "map" (a map of ours in either envelope) or "text"; TableError says what else it is."""
    if data.startswith(_OLD_OFFICE):
        raise TableError("locked_workbook" if _ENCRYPTED in data else "old_workbook", file=file)
    if is_zip(data):
        return _kind_of_zip(data, file)
    if data.startswith(b"%PDF") or data.startswith(_PICTURES):
        raise TableError("no_table", file=file)
    bare = data.removeprefix(b"\xef\xbb\xbf")[:2000]
    if _PAGE.match(bare):
        raise TableError("web_page", file=file)
    if bare.lstrip().startswith(b"{"):
        return "map"
    if _XML.match(bare):
        raise TableError("other_xml", file=file)
    return "text"


def _kind_of_zip(data: bytes, file: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except FAILURES:
        raise TableError("workbook_damaged", file=file) from None
    if "model.json" in names:
        return "map"
    if "xl/workbook.bin" in names:
        raise TableError("binary_workbook", file=file)
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "content.xml" in names:
        return _kind_of_open_document(data, file)
    raise TableError("numbers" if any(name.startswith("Index") for name in names) else "no_table", file=file)


def _kind_of_open_document(data: bytes, file: str) -> str:
    """A spreadsheet (or its template) is read; a text or a drawing is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kind = archive.read("mimetype") if "mimetype" in archive.namelist() else b""
    if b"opendocument.spreadsheet" in kind:
        return "ods"
    raise TableError("open_document", file=file)
