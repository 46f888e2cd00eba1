"""What a screen reader hears in the window, by Qt's own accessible interfaces; every control by the keyboard.

The sentences are WORDS 6's, written here by hand from the maps: nothing is compared with itself.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journeymap.analysis.examine import examine
from journeymap.edit import verbs
from journeymap.edit.document import Document, Edited
from journeymap.i18n import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.ui import aloud
from journeymap.ui.details.form import Fold
from journeymap.ui.filing import Filing
from journeymap.ui.window import MainWindow
from tests.sheets.sheet_maps import visit

I = Id  # noqa: E741 - a table of ids reads better with a short word
Role, Text = QAccessible.Role, QAccessible.Text


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def heard(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def rows_heard(window: MainWindow) -> list[tuple[QAccessible.Role, str]]:
    """What stands in the outline, every step opened."""
    page = window._page
    page.show_list("outline")
    outline = page.parts.lists.outline
    for row in list(outline._rows.values()):
        row.setExpanded(True)
    tree = heard(outline)
    rows = [tree.child(place) for place in range(tree.childCount())]
    return [(row.role(), row.text(Text.Name)) for row in rows if row is not None]


OUTLINE = {
    "en": [
        "Stage Before. 2 steps.",
        "Asks. Customer, Before, step 1 of 4. Then: Answers. Hands over to Desk.",
        "Road from Asks to Answers.",
        "Answers. Desk, Before, step 2 of 4. Decisive. Then: Waits. Hands over to Customer. "
        "Hands over to Office, wall.",
        "Wall W1, certain. From Desk to Office. "
        "The customer goes from Desk to Office, and Office does not know what Desk knows.",
        "Road from Answers to Waits.",
        "Stage After. 2 steps.",
        "Waits. Customer, After, step 3 of 4. A friction without a place yet. Then: Decides. "
        "Hands over to Office.",
        "Cannot be ranked yet. Nobody calls.",
        "Road from Waits to Decides.",
        "Decides. Office, After, step 4 of 4.",
    ],
    "sv": [
        "Fas Before. 2 steg.",
        "Asks. Customer, Before, steg 1 av 4. Sedan: Answers. Lämnas över till Desk.",
        "Väg från Asks till Answers.",
        "Answers. Desk, Before, steg 2 av 4. Avgörande. Sedan: Waits. Lämnas över till Customer. "
        "Lämnas över till Office, mur.",
        "Mur M1, säker. Från Desk till Office. "
        "Kunden går från Desk till Office, men Office vet inte det som Desk vet.",
        "Väg från Answers till Waits.",
        "Fas After. 2 steg.",
        "Waits. Customer, After, steg 3 av 4. En friktion utan plats ännu. Sedan: Decides. "
        "Lämnas över till Office.",
        "Kan inte rangordnas ännu. Nobody calls.",
        "Väg från Waits till Decides.",
        "Decides. Office, After, steg 4 av 4.",
    ],
    "nb": [
        "Fase Before. 2 steg.",
        "Asks. Customer, Before, steg 1 av 4. Deretter: Answers. Overleveres til Desk.",
        "Vei fra Asks til Answers.",
        "Answers. Desk, Before, steg 2 av 4. Avgjørende. Deretter: Waits. Overleveres til Customer. "
        "Overleveres til Office, mur.",
        "Mur M1, sikker. Fra Desk til Office. "
        "Kunden går fra Desk til Office, men Office vet ikke det Desk vet.",
        "Vei fra Answers til Waits.",
        "Fase After. 2 steg.",
        "Waits. Customer, After, steg 3 av 4. En friksjon uten plass ennå. Deretter: Decides. "
        "Overleveres til Office.",
        "Kan ikke rangeres ennå. Nobody calls.",
        "Vei fra Waits til Decides.",
        "Decides. Office, After, steg 4 av 4.",
    ],
}


@pytest.mark.parametrize("language", sorted(OUTLINE))
def test_the_outline_is_heard_row_by_row(window: MainWindow, qtbot: QtBot, language: str) -> None:
    window.speak(language)
    document = Document(visit())
    verbs.mark_critical(document, I("answers"))
    journey = document.journey
    window.work.open(journey, Filing(journey, None, None))
    qtbot.waitUntil(lambda: bool(window.work.findings.marks))
    said = rows_heard(window)
    assert [text for role, text in said if role == Role.TreeItem] == OUTLINE[language]
    tree = heard(window._page.parts.lists.outline)
    assert tree.role() == Role.Tree
    assert tree.text(Text.Name) == {"en": "Outline", "sv": "Disposition", "nb": "Disposisjon"}[language]


def test_the_hotel_says_its_ranks(hotel: MainWindow, qtbot: QtBot) -> None:
    hotel.speak("sv")
    qtbot.waitUntil(lambda: bool(hotel.work.findings.ranked))
    steps = [text for _, text in rows_heard(hotel)]
    said = next(text for text in steps if text.startswith("Incheckningsdisken. "))
    # METHOD 5: the desk is decisive, its friction has the second place, and two steps follow it
    assert said.startswith("Incheckningsdisken. Receptionen, Ankomsten, steg 9 av 17. Avgörande. ")
    assert "1 friktion, plats 2. Sedan: Tvist om rummet och Får nyckeln." in said


def test_a_table_cell_is_heard_with_its_row_and_column(window: MainWindow, qtbot: QtBot) -> None:
    journey = visit()
    window.work.open(journey, Filing(journey, None, None))
    qtbot.waitUntil(lambda: bool(window.work.findings.marks))
    parts = window._page.parts
    parts.views.turn_to("table")
    table = heard(parts.table.view)
    names = [column.name for column in parts.table.grid.columns]
    wide = len(names) + 1  # the headings of the rows stand first

    def at(row: int, column: int) -> QAccessibleInterface:
        found = table.child((row + 1) * wide + column + 1)
        assert found is not None
        return found

    assert table.role() == Role.Table and table.text(Text.Name) == "Table: Steps"
    first = at(1, 0)
    assert (first.role(), first.text(Text.Name)) == (Role.Cell, "Answers")
    assert first.text(Text.Description) == (
        "Answers. Desk, Before, step 2 of 4. Then: Waits. Hands over to Customer. Hands over to Office, wall."
    )
    assert at(1, names.index("critical")).text(Text.Name) == "not checked"
    assert at(0, names.index("channel")).text(Text.Name) == "empty"
    assert at(1, -1).role() == Role.RowHeader and at(1, -1).text(Text.Name) == "2. Answers"
    assert at(-1, 0).role() == Role.ColumnHeader and at(-1, 0).text(Text.Name) == "Step"
    assert at(4, -1).text(Text.Name) == "New row"
    parts.table.sorter.sort_here(descending=True)
    assert at(-1, 0).text(Text.Name) == "Step, sorted downwards"
    parts.table.show_sheet("walls")
    assert parts.table.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == (
        "Wall W1, certain. From Desk to Office. "
        "The customer goes from Desk to Office, and Office does not know what Desk knows."
    )
    parts.table.show_sheet("lanes")
    assert parts.table.view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == (
        "Lane 2, Desk, department, Town. 1 step and 1 wall."
    )


def controls(window: MainWindow) -> list[QWidget]:
    """What Tab can come to now."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.focusProxy()
    ]


def nameless(window: MainWindow) -> set[str]:
    return {
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"
        for widget in controls(window)
        if not heard(widget).text(Text.Name).strip()
    }


@pytest.mark.parametrize("view", ["map", "both", "table"])
def test_every_control_has_a_name(hotel: MainWindow, qtbot: QtBot, view: str) -> None:
    page, journey = hotel._page, hotel.work.document.journey
    hotel.resize(1920, 1080)
    qtbot.waitUntil(lambda: bool(hotel.work.findings.ranked))
    page.parts.views.turn_to(view)  # type: ignore[arg-type]
    page.details_open = True
    page.arrange()
    for name in ("frictions", "walls", "findings", "outline"):
        page.show_list(name)
        assert not nameless(hotel), name
    wall = hotel.work.findings.marks[0].findings[0].key
    one_of_each = [next(iter(table)) for table in journey.tables.values() if table]
    for ids in ((), ("desk", "queue"), (wall,), *((id,) for id in one_of_each)):
        hotel.selection.choose(*ids)
        QTest.qWait(20)
        for fold in page.parts.details.findChildren(Fold):
            fold.open(True)
        assert not nameless(hotel), ids


@pytest.mark.parametrize("view", ["map", "table"])
def test_tab_comes_to_every_control_and_one_sees_where_it_is(hotel: MainWindow, view: str) -> None:
    page = hotel._page
    hotel.resize(1920, 1080)
    page.parts.views.turn_to(view)  # type: ignore[arg-type]
    page.show_list("outline")
    hotel.selection.choose("desk")
    page.details_open = True
    page.arrange()
    QTest.qWait(50)
    page.status.take_focus()
    first = QApplication.focusWidget()
    seen, unseen = set[QWidget](), set[str]()
    for _ in range(200):
        here = QApplication.focusWidget()
        assert here is not None
        if here not in seen and not _looks_focused(hotel, here):
            unseen.add(f"{type(here).__name__} {heard(here).text(Text.Name)}")
        seen.add(here)
        if here is page.parts.table.view:  # Tab goes through the cells; the pane is left with F6
            page.next_pane(1)
        else:
            QTest.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    assert not {type(widget).__name__ for widget in set(controls(hotel)) - seen}
    assert not unseen


def _looks_focused(window: MainWindow, widget: QWidget) -> bool:
    """Whether the window looks otherwise there when the keyboard is elsewhere."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(widget)
    area = widget.rect().translated(widget.mapTo(window, widget.rect().topLeft())).adjusted(-5, -5, 5, 5)
    elsewhere = next(other for other in controls(window) if other is not widget)
    with_keyboard = window.grab(area).toImage()
    elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
    without = window.grab(area).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return with_keyboard != without


class Ear:
    """Hears what a document's edits make the window say."""

    def __init__(self, journey: Journey, language: str = "en") -> None:
        self.document, self.t = Document(journey), catalogue(language)
        self.said: list[str] = []
        self.document.subscribe(self._hear)

    def _hear(self, news: Edited) -> None:
        words = aloud.written(news, self.t) if news.origin == "edit" else aloud.turned(news, self.t)
        self.said.append(words)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Step written in Desk, after Answers.", "Written: Slow.", "Undone: Add friction.",
                "Done again: Add friction."]),
        ("sv", ["Steg skrivet i Desk, efter Answers.", "Skrivet: Slow.", "Ångrat: Lägg till friktion.",
                "Gjort om: Lägg till friktion."]),
        ("nb", ["Steg skrevet i Desk, etter Answers.", "Skrevet: Slow.", "Angret: Legg til friksjon.",
                "Gjort om igjen: Legg til friksjon."]),
    ],
)  # fmt: skip
def test_what_is_written_and_undone_is_said(language: str, said: list[str]) -> None:
    ear = Ear(visit(), language)
    verbs.new_step(ear.document, "Notes it", after=I("answers"), lane=I("desk"))
    verbs.add_friction(ear.document, I("asks"), "Slow")
    ear.document.undo()
    ear.document.redo()
    assert ear.said == said


def test_an_edit_that_makes_nothing_is_not_said() -> None:
    ear = Ear(visit())
    verbs.rename(ear.document, I("asks"), "Calls")
    verbs.delete(ear.document, [I("decides")])
    assert ear.said == ["", ""]


def test_the_lane_chip_is_said_as_a_lane() -> None:
    t = catalogue("en")
    assert aloud.chip_words("4   Customer service", t) == "Lane: Customer service, 4."
    assert aloud.chip_words("New lane: Shop", t) == "New lane: Shop"
    assert aloud.chip_words("2 Desk", catalogue("nb")) == "Bane: Desk, 2."


def test_a_new_wall_is_told_of_once_typing_has_stopped(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = list[str]()
    monkeypatch.setattr(aloud, "announce", lambda _widget, words, urgent=False: said.append(words))
    monkeypatch.setattr(aloud, "PAUSE", 30)
    document = Document(visit())
    verbs.set_field(document, I("l2"), info=None)
    journey = document.journey
    assert not [mark for mark in examine(journey, trials=0).marks if mark.certain]
    window.work.open(journey, Filing(journey, None, None))
    window.rebuild()
    qtbot.wait(100)
    said.clear()
    verbs.set_field(window.work.document, I("l2"), info="no")  # now nobody told the office
    qtbot.waitUntil(lambda: "New wall between Desk and Office." in said)
    assert [words for words in said if words.startswith("New wall")] == ["New wall between Desk and Office."]
