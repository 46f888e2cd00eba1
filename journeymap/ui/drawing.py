"""Keeps the map's picture up to date: what an edit touched at once, the whole of a large map soon after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from journeymap.analysis.breath import CalledOffError, breathing
from journeymap.analysis.findings import Findings
from journeymap.canvas.grid import Laid
from journeymap.canvas.ready import Ready, ready
from journeymap.canvas.view import MapView
from journeymap.edit.document import Edited
from journeymap.i18n import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.picture.build import Memo, Options, draw, seen_of
from journeymap.picture.prims import Picture
from journeymap.picture.retouch import Retouched, Standing, placed, reworded, standing
from journeymap.picture.scene import Scene, scene_of
from journeymap.picture.theme import THEMES
from journeymap.picture.voice import Spoken, spoken
from journeymap.ui.background import Work
from journeymap.ui.desk import Desk
from journeymap.ui.workspace import SMALL

AT_ONCE = 100
"""Steps up to which the whole picture is made before an edit returns: of 200 a step that goes to another
lane takes ten frames."""
PAUSE, LATEST = 0.15, 1.0
"""Seconds without another edit before the whole picture of a large map is begun, and the longest wait."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a picture is made of, and the picture it follows."""

    journey: Journey
    findings: Findings
    options: Options
    t: Catalogue
    memo: Memo
    before: Picture
    laid: Laid

    def make(self) -> Made:
        """The picture; safe in any thread: what is shown may be retouched meanwhile."""
        begun = perf_counter()
        scene = scene_of(self.journey, self.findings, self.options, self.t, self.memo)
        shown = ready(self.before, self.laid, draw(scene))
        return Made(scene, spoken(scene), shown, standing(shown.picture), perf_counter() - begun)


@dataclass(frozen=True, slots=True)
class Made:
    """A picture with what it was laid out from, and the seconds it took."""

    scene: Scene
    said: Spoken
    ready: Ready
    standing: Standing
    took: float


class Drawing(QObject):
    """One view's picture. `focus` names what stays at full strength, None all of it."""

    def __init__(self, desk: Desk, view: MapView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._memo = Memo()
        self.focus: frozenset[Id] | None = None
        self._stale = False
        self._hidden_by: set[str] = set()
        self._whole: Scene | None = None
        """What was laid out last: an answer that says the same again needs no other picture."""
        self._said: Spoken | None = None
        self._standing: Standing = {}
        self._scene: Scene | None = None
        """What is shown, retouches and all."""
        self._work: Work[Made | None] | None = None
        self._again = False
        self._took = 0.0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._begin)
        self._asked_first = 0.0

    @property
    def _asleep(self) -> bool:
        return bool(self._hidden_by)

    def sleep(self, asleep: bool, why: str) -> None:
        """While nobody sees the map nothing is drawn; when it is seen again it is as it should be.

        `why` is what hides it: the table alone and the room may do so at the same time.
        """
        (self._hidden_by.add if asleep else self._hidden_by.discard)(why)
        if not self._asleep and self._stale:
            self.refresh()

    def follow(self) -> None:
        """Draw anew whenever the journey changes, from now on."""
        self._desk.work.edited.connect(self._edited)
        self._desk.work.examined.connect(self._examined)

    @property
    def is_whole(self) -> bool:
        """Whether the picture shows the journey as it is now, all laid out, and none is on its way."""
        return self._work is None and not self._soon.isActive() and self._is_laid_out

    @property
    def _is_laid_out(self) -> bool:
        return self._whole is not None and self._whole.journey is self._desk.journey

    def refresh(self) -> None:
        """Draw the journey as it is known now."""
        self._stale = self._asleep
        if not self._asleep:
            self._again = False
            self._soon.stop()
            self._show(self._asked().make())

    def refresh_soon(self) -> None:
        """Draw it without keeping anybody waiting: a large map in the background."""
        self._make(AT_ONCE)

    def _make(self, at_once: int) -> None:
        """Make the whole picture: at once up to so many steps, else beside the window."""
        self._stale = self._asleep
        if self._asleep:
            return
        if len(self._desk.journey.steps) <= at_once or self._whole is None:
            self.refresh()
        elif self._work is None:
            self._begin_in_a_pause()
        else:
            self._again = True

    def _begin_in_a_pause(self) -> None:
        """Where somebody writes fast the whole picture waits for a breath as long as it takes itself."""
        now = perf_counter()
        if not self._soon.isActive():
            self._asked_first = now
        left = self._asked_first + LATEST - now
        self._soon.start(max(0, round(1000 * min(PAUSE, self._took, left))))

    def _begin(self) -> None:
        self._stale = self._asleep
        if not self._asleep:
            asked = self._asked()
            self._work = Work(partial(self._made_beside, asked))
            self._work.then(self._over)

    def _made_beside(self, asked: Asked) -> Made | None:
        """The picture, made in another thread behind the window; None where the journey went on."""

        def breath() -> None:
            self._desk.work.pace.pause()
            if self._desk.journey is not asked.journey:
                raise CalledOffError

        try:
            with breathing(breath):
                return asked.make()
        except CalledOffError:
            return None

    def focus_on(self, ids: frozenset[Id] | None) -> None:
        """Dim everything but these; None shows all."""
        self.focus = ids
        self.refresh()

    # -- inside -----------------------------------------------------------------------------------

    def _asked(self) -> Asked:
        desk, view = self._desk, self._view
        return Asked(
            desk.journey, desk.work.findings, self._options(), desk.t, self._memo,
            view.picture, view.grid.laid(),
        )  # fmt: skip

    def _options(self) -> Options:
        """The whole map without what surrounds it; for the projector larger, and without the curve."""
        options = Options(hints=True, focus=self.focus).without_surroundings()
        if self._desk.look.theme != "projector":
            return options
        return replace(options, density="room", curve=False)

    def _show(self, made: Made) -> None:
        self._whole = self._scene = made.scene
        self._said, self._standing, self._took = made.said, made.standing, made.took
        self._view.show_ready(made.ready, THEMES[self._desk.look.theme])

    def _over(self) -> None:
        """A picture from the background is here; where the journey went on meanwhile it is void."""
        work = self._work
        if work is None or not work.is_over:
            return
        self._work, again, self._again = None, self._again, False
        made = work.answer()
        scene = None if made is None else made.scene
        current = scene is not None and scene.journey is self._desk.journey
        if made is not None and current and made.scene.options == self._options():
            self._show(made)
        else:
            again = True
        if again:
            self._make(SMALL)

    def _edited(self, news: Edited) -> None:
        if self._asleep:
            self._stale = True
        elif not self._retouch(news):
            self.refresh_soon()

    def _retouch(self, news: Edited) -> bool:
        """Show at once what was touched; whether that is all there is to see of the edit."""
        scene, said = self._scene, self._said
        if scene is None or said is None or scene.journey is not news.before or scene.t is not self._desk.t:
            return False
        worded = reworded(scene, said, news.change, news.after)
        if worded is not None:
            self._touch(worded)
            return True
        if len(news.after.steps) > AT_ONCE:
            self._touch(placed(scene, self._standing, news.change, news.after))
        return False

    def _touch(self, touched: Retouched) -> None:
        self._scene = touched.scene
        self._view.retouch(touched.nodes, touched.aside)

    def _examined(self) -> None:
        whole, found = self._whole, self._desk.work.findings
        if whole is None or not self._is_laid_out or seen_of(whole.findings) != seen_of(found):
            self._make(SMALL)
