"""The evidence ladder in the map's own details: what the lost time rests on, rung by rung."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from journeymap.analysis.evidence import Rung, assumed_share
from journeymap.analysis.words.tells import assumed_sentence, level_name
from journeymap.ui.desk import Desk
from journeymap.ui.drawn import Drawn
from journeymap.ui.label import label
from journeymap.ui.pieces import column, row
from journeymap.ui.tells import TELL
from journeymap.ui.why.link import LinkLine


def note(desk: Desk) -> str:
    """The share that is assumed, for the closed section; empty while nothing is ranked."""
    further = desk.telling.now()
    share = assumed_share(further.evidence) if further is not None else None
    return "" if share is None else desk.t("{share} assumed", share=desk.t.percent(share))


def ladder(desk: Desk) -> QWidget:
    """The sentence, and a bar for each rung that holds anything."""
    further = desk.telling.now()
    rungs = further.evidence if further is not None else ()
    share = assumed_share(rungs)
    if share is None:
        return label(desk.t("It shows when a friction has its answers."), "quiet", wrap=True)
    lines = [_rung(desk, rung) for rung in rungs if rung.frictions]
    return column(label(assumed_sentence(share, desk.t), wrap=True), *lines, gap=6)


def _rung(desk: Desk, rung: Rung) -> QWidget:
    """Its name leads to its frictions; what is only assumed is drawn as an outline."""
    look, t, share = desk.look, desk.t, rung.share or 0.0
    weak = rung.level in ("unsaid", "assumed")

    def paint(painter: QPainter, area: QRectF) -> None:
        wide = max(2.0, (area.width() - 1) * share)
        painter.setPen(QPen(look.colour("text2"), 1, Qt.PenStyle.DashLine if weak else Qt.PenStyle.SolidLine))
        painter.setBrush(Qt.BrushStyle.NoBrush if weak else look.colour("text2"))
        painter.drawRect(QRectF(0.5, 0.5, wide, area.height() - 1))

    name = LinkLine(level_name(rung.level, t), partial(desk.selection.choose, f"{TELL}rung:{rung.level}"))
    head = row((name, 1), label(t.percent(share), "figure"), gap=8)
    return column(head, Drawn(paint, None, look.px(8)), gap=1)
