"""What headings do: sort, filter by their texts, hide and show columns, remember widths."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from journeymap.sheets.grid import Grid
from journeymap.sheets.ordering import Sorting
from journeymap.sheets.sheet import Column
from journeymap.ui.desk import Desk
from journeymap.ui.mnemonics import letter
from journeymap.ui.table import kept
from journeymap.ui.table.checklist import CheckList, Line
from journeymap.ui.table.view import TableView
from journeymap.ui.table.widths import widths_for


class Sorter(QObject):
    """Everything about order, filter and columns of the sheet in front. `changed`: show it anew."""

    changed = Signal()

    def __init__(self, desk: Desk, view: TableView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._setting = False
        self._measured: tuple[object, ...] = ()
        self._wanted: dict[str, int] = {}

    @property
    def grid(self) -> Grid:
        """What is ordered."""
        return self._view.grid

    # -- order ------------------------------------------------------------------------------------

    def turn(self, section: int) -> None:
        """A click on a heading: upwards, downwards, and back to the order of the map."""
        name, now = self.grid.columns[section].name, self.grid.sorting
        if now is None or now.column != name:
            self.sort(Sorting(name))
        else:
            self.sort(None if now.descending else Sorting(name, descending=True))

    def sort(self, sorting: Sorting | None) -> None:
        """Sort, or take the order of the map again; the keyboard stays with its row."""
        row, column = self._view.cell
        id = self.grid.row_id(row)
        self.grid.sort(sorting)
        self.changed.emit()
        self._view.go((self.grid.rows.index(id) if id in self.grid.rows else 0, column))

    def sort_here(self, *, descending: bool) -> None:
        """Sort by the column with the keyboard."""
        self.sort(Sorting(self.grid.columns[self._view.cell[1]].name, descending))

    # -- filter -----------------------------------------------------------------------------------

    def find(self, words: str) -> None:
        """Show only rows that say this."""
        if words != self.grid.filter.words:
            self.grid.choose(self.grid.filter._replace(words=words))
            self.changed.emit()
            self._view.go((0, self._view.cell[1]))

    def filter_column(self, section: int | None = None) -> None:
        """Ask which texts of a column to show; of the one with the keyboard if none is named."""
        section = self._view.cell[1] if section is None else section
        column, t = self.grid.columns[section], self._desk.t
        only = self.grid.filter.only.get(column.name)
        texts = self.grid.texts_in(column)
        lines = [Line(text, text or t("(empty)"), only is None or text in only) for text in texts]
        title = t("Show in “{column}”", column=t(column.words))
        heads = self._view.heads
        left = QPoint(heads.sectionViewportPosition(section), heads.height())

        def done(found: list[str]) -> None:
            self._show_only(column, texts, found)

        box = CheckList(self._desk, title, lines, done, heads, only_found=True)
        box.open_at(heads.mapToGlobal(left), box.search)

    def _show_only(self, column: Column, texts: list[str], found: list[str]) -> None:
        everything = len(found) == len(texts)
        self.grid.choose(self.grid.filter.with_only(column.name, None if everything else frozenset(found)))
        self.changed.emit()
        self._view.go((0, self._view.cell[1]))
        self._view.setFocus()

    # -- columns ----------------------------------------------------------------------------------

    def choose_columns(self, under: QWidget | None = None) -> None:
        """Ask which columns stand; the ones a record cannot do without always do."""
        t, shown = self._desk.t, {column.name for column in self.grid.columns}
        lines = [
            Line(column.name, t(column.words), column.name in shown, column.needed)
            for column in self.grid.sheet.columns
        ]
        anchor = under or self._view.heads
        box = CheckList(self._desk, t("Columns"), lines, self._show_columns, anchor)
        box.open_at(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)), box.search)

    def _show_columns(self, names: list[str]) -> None:
        kept.keep_columns(self.grid.sheet, names)
        column = self.grid.columns[self._view.cell[1]].name
        row = self._view.cell[0]
        self.grid.show_columns(names)
        self.changed.emit()
        there = [one.name for one in self.grid.columns]
        self._view.go((row, there.index(column) if column in there else 0))
        self._view.setFocus()

    def hide_column(self, section: int) -> None:
        """Take a column away; it comes back by choosing columns."""
        name = self.grid.columns[section].name
        self._show_columns([column.name for column in self.grid.columns if column.name != name])

    # -- widths -----------------------------------------------------------------------------------

    def set_widths(self) -> None:
        """As wide as they were drawn, else as what stands in them wants; none moves while one writes."""
        own, look, shown = kept.widths(self.grid.sheet), self._desk.look, self._shown()
        if shown != self._measured:
            heads = self._view.horizontalHeader()
            self._measured, self._wanted = shown, widths_for(look, self.grid, heads.sectionSizeHint)
        self._setting = True
        for place, column in enumerate(self.grid.columns):
            drawn = own.get(column.name)
            wide = self._wanted[column.name] if drawn is None else look.px(drawn)
            self._view.setColumnWidth(place, wide)
        self._setting = False

    def _shown(self) -> tuple[object, ...]:
        """What the widths were measured for: another sheet, or other columns, are measured anew."""
        return (self.grid.sheet.name, tuple(column.name for column in self.grid.columns))

    def resized(self, section: int, _old: int, new: int) -> None:
        """Somebody drew a column wider or narrower."""
        if not self._setting and section < len(self.grid.columns) and new:
            px = round(new / self._desk.look.scale)
            kept.keep_width(self.grid.sheet, self.grid.columns[section].name, px)

    # -- the menu of a heading --------------------------------------------------------------------

    def open_menu(self, section: int, place: QPoint) -> QMenu:
        """What a heading offers besides a click."""
        t, column = self._desk.t, self.grid.columns[section]
        menu = QMenu(self._view)
        menu.addAction(t("Sort upwards"), lambda: self.sort(Sorting(column.name)))
        menu.addAction(t("Sort downwards"), lambda: self.sort(Sorting(column.name, descending=True)))
        menu.addAction(t("The order of the map"), lambda: self.sort(None))
        menu.addSeparator()
        menu.addAction(t("Filter this column…"), lambda: self.filter_column(section))
        if column.name in self.grid.filter.only:
            menu.addAction(t("Show all rows"), lambda: self._show_only(column, [], []))
        menu.addSeparator()
        if not column.needed:
            menu.addAction(t("Hide the column"), lambda: self.hide_column(section))
        menu.addAction(t("Choose columns…"), self.choose_columns)
        letter(menu)
        menu.popup(place)
        return menu
