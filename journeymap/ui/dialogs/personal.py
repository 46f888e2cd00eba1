"""Where in the texts something looks like personal data."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.model.records import Evidence
from journeymap.report.personal import Hint
from journeymap.ui.desk import Desk
from journeymap.ui.dialogs.page import Page
from journeymap.ui.pieces import button, row


class PersonalPage(Page):
    """Where they stand: one line each, to be looked up and decided about."""

    def __init__(self, desk: Desk, journey: Journey, hints: list[Hint], parent: QWidget | None) -> None:
        t = desk.t
        super().__init__(desk.look, t("What looks like personal data"), 520, parent)
        self.list = QPlainTextEdit("\n".join(_line(journey, hint, t) for hint in hints))
        self.list.setReadOnly(True)
        self.list.setAccessibleName(t("What looks like personal data"))
        self.list.setMinimumHeight(desk.look.px(180))
        close = button(desk.look, t("Close"), self.accept, role="primary")
        close.setDefault(True)
        self.show_parts(self.list, row(None, close))


def _line(journey: Journey, hint: Hint, t: Catalogue) -> str:
    """ "070-123 45 67: Disk knows nothing"."""
    if hint.record is None:
        return f"{hint.text}: {t('the map itself')}"
    record = journey.get(hint.record)
    about = journey.get(record.about) if isinstance(record, Evidence) else record
    return f"{hint.text}: {' '.join(name_of(about).split()) or '–'}"
