"""What goes on the clipboard or is dragged out: records for any window of ours, words, a table, a picture."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QByteArray, QMimeData

from journeymap.analysis.findings import Findings
from journeymap.edit import clipboard
from journeymap.i18n import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of, name_of, stage_of_steps, steps_in_order
from journeymap.paint.qt import to_image
from journeymap.picture.build import Options, build
from journeymap.picture.prims import Picture
from journeymap.picture.theme import LIGHT

RECORDS = "application/vnd.journeymap.records+json"
TSV, HTML, SVG = "text/tab-separated-values", "text/html", "image/svg+xml"
SHARP = 2.0
"""Image px a px of the map, as far as an image can hold them."""
LARGEST = 16_000
"""Px of the longer side of a copied picture."""


@dataclass(frozen=True)
class Clip:
    """Where things are copied from, and in which words their kinds are said."""

    journey: Journey
    findings: Findings
    t: Catalogue


def mime(clip: Clip, ids: Sequence[Id]) -> QMimeData:
    """The records for ourselves; for other programs their words, and the steps as a table."""
    made = QMimeData()
    text = clipboard.copy(clip.journey, ids)
    made.setData(RECORDS, QByteArray(text.encode()))
    made.setText(clipboard.as_text(clip.journey, ids))
    rows = table(clip, ids)
    if len(rows) > 1:
        _put_table(made, rows)
    return made


def table_mime(clip: Clip, ids: Sequence[Id]) -> QMimeData:
    """The steps as a table alone: into a spreadsheet it goes as cells, into a text as a table."""
    made = QMimeData()
    rows = table(clip, ids)
    made.setText(tsv(rows))
    _put_table(made, rows)
    return made


def text_mime(clip: Clip, ids: Sequence[Id]) -> QMimeData:
    """Plain lines "Lane: title" alone."""
    made = QMimeData()
    made.setText(clipboard.as_text(clip.journey, ids))
    return made


def picture_mime(clip: Clip, ids: Iterable[Id]) -> QMimeData:
    """The part of the map that holds these steps, as PNG and SVG; without any, the whole map."""
    from journeymap.paint.svg.document import to_svg

    made, picture = QMimeData(), picture_of(clip, ids)
    scale = min(SHARP, LARGEST / max(picture.width, picture.height))
    made.setImageData(to_image(picture, LIGHT, scale))
    made.setData(SVG, QByteArray(to_svg(picture, LIGHT).encode()))
    return made


def table(clip: Clip, ids: Sequence[Id]) -> list[tuple[str, ...]]:
    """A heading that a paste reads again, and one row a step in reading order."""
    journey, t, chosen = clip.journey, clip.t, set(ids)
    stages = stage_of_steps(journey)
    steps = [step for step in steps_in_order(journey) if step.id in chosen or step.lane in chosen]
    titles = {step.id: step.title for step in steps}
    rows: list[tuple[str, ...]] = [(t("Step"), t("Lane"), t("Stage"), t("Channel"), t("Next"))]
    for step in steps:
        following = (
            titles[link.target]
            for link in journey.links.values()
            if link.source == step.id and link.target in titles and (link.kind or "flow") in ("flow", "refer")
        )
        stage = journey.stages.get(stages.get(step.id, Id("")))
        lane = name_of(journey.lanes.get(step.lane))
        rows.append((step.title, lane, name_of(stage), step.channel or "", "; ".join(following)))
    return rows


def tsv(rows: Iterable[Sequence[str]]) -> str:
    """Tabs between cells, quotes where a cell needs them."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()


def html(rows: Sequence[Sequence[str]]) -> str:
    """A plain table; every cell is text, so that no spreadsheet reads a formula in it."""
    cell = '<{tag} style="mso-number-format:\\@">{words}</{tag}>'
    lines = [
        "<tr>" + "".join(cell.format(tag="td" if n else "th", words=escape(words)) for words in row) + "</tr>"
        for n, row in enumerate(rows)
    ]
    return f'<meta charset="utf-8"><table>{"".join(lines)}</table>'


def picture_of(clip: Clip, ids: Iterable[Id]) -> Picture:
    """The map cut to the columns and lanes that hold these steps."""
    chosen = set(ids)
    steps = [step for step in clip.journey.steps.values() if step.id in chosen or step.lane in chosen]
    options = Options(title_block=False, ledger=False, legend=False)
    if steps:
        places = [column_of(step) for step in steps]
        lanes = frozenset(step.lane for step in steps)
        options = Options(
            title_block=False, ledger=False, legend=False, lanes=lanes, columns=(min(places), max(places))
        )
    return build(clip.journey, clip.findings, options, clip.t)


def _put_table(made: QMimeData, rows: Sequence[Sequence[str]]) -> None:
    made.setData(HTML, QByteArray(html(rows).encode()))
    made.setData(TSV, QByteArray(tsv(rows).encode()))


def records_in(data: QMimeData) -> str:
    """Copied records, by their own kind or as text of an older window; empty if there are none."""
    if data.hasFormat(RECORDS):
        return bytes(data.data(RECORDS).data()).decode("utf-8", "replace")
    return data.text() if data.hasText() and clipboard.is_ours(data.text()) else ""
