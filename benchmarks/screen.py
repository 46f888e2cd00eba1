"""A place to paint without a screen: one application, the map's view, and painting at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QGraphicsView

from journeymap.analysis.findings import Findings
from journeymap.canvas.view import MapView
from journeymap.i18n import Catalogue, catalogue
from journeymap.model.journey import Journey
from journeymap.picture.build import Memo, Options, build
from journeymap.picture.prims import Picture
from journeymap.picture.theme import LIGHT
from journeymap.ui import fonts

SIZE = (1600, 900)
"""The window in px (PERFORMANCE 3)."""
ON_CANVAS = Options(hints=True).without_surroundings()
"""What the editor's own drawing asks for."""


def application() -> QApplication:
    """The one application, with the program's fonts."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication(["benchmarks"])
    fonts.register()
    return app


def words() -> Catalogue:
    """English: the words are not what is measured."""
    return catalogue("en")


def picture_of(journey: Journey, findings: Findings, memo: Memo | None = None) -> Picture:
    """The picture as the editor draws it."""
    return build(journey, findings, ON_CANVAS, words(), memo or Memo())


def map_view(picture: Picture | None = None) -> MapView:
    """A map on the screen, at 100 %, with its picture if one is given."""
    application()
    view = MapView(words())
    view.camera.calm = True
    on_screen(view)
    if picture is not None:
        view.show_picture(picture, LIGHT)
    return view


def on_screen(view: QGraphicsView) -> None:
    """Show a view and let Qt settle."""
    view.resize(*SIZE)
    view.show()
    application().processEvents()


def put_away(view: QGraphicsView) -> None:
    """Take a view off the screen and let it go, so that it takes no time from the next."""
    view.hide()
    view.deleteLater()
    application().processEvents()


def paint_all(view: QGraphicsView) -> None:
    """Paint the whole viewport now."""
    view.viewport().repaint()


def settle(view: MapView) -> None:
    """Let the map be painted until it is sharp."""
    while not view.is_sharp:
        application().processEvents()


def middle_of(view: QGraphicsView) -> QPoint:
    """The middle of the viewport."""
    return view.viewport().rect().center()
