"""A secret in every free text of every record, and every place of a made file where one could hide."""

from __future__ import annotations

import html
import io
import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec
import pikepdf
from report_maps import pages, squeezed

from journeymap.model.journey import Journey
from journeymap.model.records import Part, Record

_NO_WORDS = "id document format key finding facts sha256 date due created last_decision derived_from"
NAMED = frozenset(_NO_WORDS.split())
"""Texts by which records are found or days are told: no place for words."""


class Secrets:
    """Seeded texts by where they were put: (record id, field) → word."""

    def __init__(self) -> None:
        self.words: dict[tuple[str, str], str] = {}

    def seed(self, where: str, field: str, text: str) -> str:
        """The text with a secret of its own behind it."""
        word = f"sekret{len(self.words):03d}zq"
        self.words[where, field] = word
        return f"{text} {word}".strip()


def seeded(journey: Journey) -> tuple[Journey, Secrets]:
    """The journey with a secret in every text a person can type."""
    secrets = Secrets()
    tables: dict[type[Record], Any] = {
        kind: {id: _seeded(record, str(id), secrets) for id, record in table.items()}
        for kind, table in journey.tables.items()
    }
    return replace(journey, head=_seeded(journey.head, "head", secrets), tables=tables), secrets


def _seeded(part: Any, where: str, secrets: Secrets, under: str = "") -> Any:
    changed = {}
    hints = typing.get_type_hints(type(part))
    for name in part.__struct_fields__:
        value, field = getattr(part, name), f"{under}{name}"
        if isinstance(value, Part):
            changed[name] = _seeded(value, where, secrets, f"{name}.")
        elif name in NAMED or name in ("id", "extra"):
            continue
        elif hints[name] in (str, str | None):
            changed[name] = secrets.seed(where, field, value or "")
        elif name in ("participants", "absent"):
            changed[name] = tuple(
                secrets.seed(where, f"{field}{n}", one) for n, one in enumerate(value or ())
            )
        elif isinstance(value, Mapping) and name == "views":
            changed[name] = {key: secrets.seed(where, f"{field}.{key}", text) for key, text in value.items()}
    return msgspec.structs.replace(part, **changed)


def hidden_in_pdf(data: bytes) -> str:
    """Everything that can be got out of a PDF: raw bytes, streams, strings, pages, tags, metadata."""
    text = [data.decode("latin-1"), data.decode("utf-16-be", "ignore"), "".join(pages(data))]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for value in pdf.objects:
            text += _strings(value)
            if isinstance(value, pikepdf.Stream):
                text.append(_decompressed(value).decode("latin-1"))
        with pdf.open_metadata() as meta:
            text += [str(one) for one in meta.values()]
        text += [str(one) for one in pdf.docinfo.values()]
    return squeezed("".join(text))


def _decompressed(stream: Any) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:  # a photo
        return bytes(stream.read_raw_bytes())


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key in list(value.keys()):
            if key not in ("/P", "/Pg", "/Parent", "/Prev", "/Next", "/Obj"):
                yield from _direct(value[key])
    elif isinstance(value, pikepdf.Array):
        for one in value:  # type: ignore[attr-defined]
            yield from _direct(one)


def _direct(value: Any) -> Iterator[str]:
    """Strings below a value that stands where it is; others are objects of their own."""
    if not getattr(value, "is_indirect", False):
        yield from _strings(value)


def hidden_in_html(data: bytes) -> str:
    """The page's bytes, and its words with entities resolved."""
    text = data.decode()
    return squeezed(text + html.unescape(re.sub("<[^>]+>", "", text)))
