"""Which ending is written by which exporter."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from journeymap.exchange.flat import to_csv
from journeymap.exchange.ics import to_ics
from journeymap.exchange.json import to_json
from journeymap.exchange.png import to_png
from journeymap.exchange.svg import to_svg
from journeymap.exchange.workbook import to_xlsx
from journeymap.i18n import N_, Catalogue
from journeymap.model.journey import Journey

_NO_IMAGES: Mapping[str, bytes] = MappingProxyType({})


class Exporter(Protocol):
    """Makes the bytes of a file; ExportError if it cannot.

    `t` is the language of the words on the map, `images` the attachments by their hash.
    """

    def __call__(
        self, journey: Journey, t: Catalogue, *, images: Mapping[str, bytes] = _NO_IMAGES
    ) -> bytes: ...


exporters: Mapping[str, Exporter] = MappingProxyType(
    {"svg": to_svg, "png": to_png, "xlsx": to_xlsx, "csv": to_csv, "ics": to_ics, "json": to_json}
)
"""Ending without its dot → exporter, in the order a dialog offers them."""

names: Mapping[str, str] = MappingProxyType(
    {
        "svg": N_("Drawing (SVG)"),
        "png": N_("Picture (PNG)"),
        "xlsx": N_("Excel workbook (XLSX)"),
        "csv": N_("Steps (CSV)"),
        "ics": N_("Actions as a calendar (ICS)"),
        "json": N_("Map data (JSON)"),
    }
)
"""Ending → what a dialog calls it, to be translated where it is shown."""
