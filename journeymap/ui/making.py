"""Makes the parts of a page, one after the other: whoever has time to spare makes one a turn."""

from __future__ import annotations

from collections.abc import Generator

from journeymap.canvas.view import MapView
from journeymap.ui.aside.place import Aside
from journeymap.ui.behind.mode import BackChain
from journeymap.ui.behind.panel import ChainPanel
from journeymap.ui.desk import Desk
from journeymap.ui.details.form import Opened
from journeymap.ui.details.panel import Details
from journeymap.ui.drawing import Drawing
from journeymap.ui.focusing import Focus
from journeymap.ui.line.foot import Foot
from journeymap.ui.line.writing import Writing
from journeymap.ui.lists.panel import Lists
from journeymap.ui.mappane import MapPane
from journeymap.ui.parts import Frame, Parts
from journeymap.ui.preferences import calm
from journeymap.ui.table.kept import Kept
from journeymap.ui.table.pane import TablePane
from journeymap.ui.views import Views


def parts_of(desk: Desk, frame: Frame, opened: Opened, kept: Kept) -> Generator[None, None, Parts]:
    """The parts; every `yield` is a pause after one that takes some milliseconds to make."""
    view = MapView(desk.t)
    view.camera.calm = calm()
    yield
    foot, drawing = Foot(desk), Drawing(desk, view)
    yield
    pane = MapPane(desk, view, foot)
    yield
    table = TablePane(desk, kept)
    yield
    lists = Lists(desk)
    yield
    views, focus = Views(pane, table, drawing, kept), Focus(desk, drawing, pane)
    yield
    return Parts(
        desk=desk,
        frame=frame,
        pane=pane,
        drawing=drawing,
        foot=foot,
        writing=Writing(desk, foot),
        lists=lists,
        details=Details(desk, opened),
        table=table,
        views=views,
        aside=Aside(desk),
        focus=focus,
        chain=BackChain(desk, view, focus, ChainPanel(desk)),
    )
