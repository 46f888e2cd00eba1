"""The summary of the map on the clipboard: for the mail sent before coffee."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QGuiApplication

from journeymap.analysis.examine import examine
from journeymap.i18n import N_, Catalogue, catalogue
from journeymap.model.journey import Journey
from journeymap.ui.actions.action import Action, open_map
from journeymap.ui.background import Work
from journeymap.ui.dialogs.busy import wait_for
from journeymap.ui.parts import Parts


def copy_summary(parts: Parts) -> None:
    """In the report's language and for its readers' eyes; what it says of the order rests on all trials."""
    from journeymap.ui.reporting.choice import recalled

    desk = parts.desk
    choice = recalled(desk.journey, "txt", desk.journey.head.language or desk.t.language)
    journey, words = desk.journey, catalogue(choice.language)
    work = Work(lambda: summary(journey, words, choice.profile, choice.day))
    if wait_for(
        work, desk.look, desk.t("The summary is being written …"), desk.t("Cancel"), parts.frame.widget()
    ):
        QGuiApplication.clipboard().setText(work.answer())
        parts.news.say(desk.t("The summary is on the clipboard."))


def summary(journey: Journey, t: Catalogue, profile: str, day: date) -> str:
    """Page 1 of the report as plain text."""
    from journeymap.report.edition import Edition, matter_of
    from journeymap.report.summary import to_text
    from journeymap.storage.envelope import fingerprint

    edition = Edition(profile=profile, fingerprint=fingerprint(journey))  # type: ignore[arg-type]
    return to_text(matter_of(journey, examine(journey, today=day), t, day, edition))


SUMMARY = (Action("summary", N_("Copy the summary as text"), copy_summary, open_map),)
