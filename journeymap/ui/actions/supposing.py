"""The action "what if": the selected wall gone, or another wait at the selected friction, link or step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from journeymap.analysis.findings import WallMark
from journeymap.edit.supposing import OtherWait, Supposition, WallGone
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.records import Friction, Link, Step
from journeymap.ui.actions.action import Action, open_map
from journeymap.ui.aside.place import Aside
from journeymap.ui.aside.trial import Trial
from journeymap.ui.desk import Desk
from journeymap.ui.details.wall import mark_of
from journeymap.ui.lists.walls import strongest
from journeymap.ui.parts import Parts

if TYPE_CHECKING:
    from journeymap.ui.aside.what_if import WhatIfPanel


def what_if(parts: Parts) -> WhatIfPanel | None:
    """Suppose something about what is selected; the panel opens beside the map, or takes it up."""
    from journeymap.ui.aside.what_if import WhatIfPanel

    aside = parts.aside
    panel = aside.panel if isinstance(aside.panel, WhatIfPanel) else None
    if panel is None:
        _open(parts, Trial(parts.desk))
        panel = aside.panel if isinstance(aside.panel, WhatIfPanel) else None
    one = supposition(parts.desk)
    if panel is not None and one is not None:
        panel.trial.suppose(one)
    return panel


def supposition(desk: Desk) -> Supposition | None:
    """What the selection lets one suppose; None where nothing fits."""
    chosen = desk.selection.one or ""
    mark = mark_of(desk, chosen)
    if mark is not None:
        return wall_gone(desk, mark)
    record = desk.journey.get(Id(chosen))
    if isinstance(record, Friction | Step):
        return OtherWait(record.id, "wait_minutes", record.wait_minutes)
    if isinstance(record, Link):
        in_days = record.lead_days is not None and record.wait_minutes is None
        field = "lead_days" if in_days else "wait_minutes"
        return OtherWait(record.id, field, getattr(record, field))
    return None


def wall_gone(desk: Desk, mark: WallMark) -> WallGone:
    """All reasons of a mark gone; with it go the frictions that stand at no other standing wall."""
    keys = {wall.key for wall in mark.findings}
    there = tuple(
        line.id for line in desk.work.findings.ranked if line.wall_keys and keys.issuperset(line.wall_keys)
    )
    walls = tuple(wall for wall in mark.findings if wall.state != "dismissed")
    return WallGone(strongest(mark).key, walls, there)


def _open(parts: Parts, trial: Trial) -> None:
    from journeymap.ui.aside.what_if import WhatIfPanel

    def make(aside: Aside) -> QWidget:
        panel = WhatIfPanel(parts.desk, trial)
        panel.chose.connect(aside.chose)
        panel.closed.connect(lambda: _close(aside, trial))
        panel.kept.connect(lambda: _kept(parts.frame.parts_or_frame(), trial))
        return panel

    parts.aside.show_panel(make)


def _close(aside: Aside, trial: Trial) -> None:
    trial.end()
    aside.close_panel()


def _kept(parts: Parts, trial: Trial) -> None:
    _close(parts.aside, trial)
    parts.news.say(parts.desk.t("Kept."), parts.desk.t("Undo"), parts.desk.document.undo)


SUPPOSING = (Action("what_if", N_("What if?"), what_if, open_map),)
