"""The whole map as an Excel workbook that comes back equal: one sheet a table, exact values beside."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey


def to_xlsx(journey: Journey, t: Catalogue, *, images: Mapping[str, bytes] | None = None) -> bytes:
    """XLSX bytes, the same for the same map; pictures stay behind, their names stand in their sheet."""
    from journeymap.exchange.workbook.write import written  # noqa: PLC0415 - the writer takes time to load

    del images
    return written(journey, t)
