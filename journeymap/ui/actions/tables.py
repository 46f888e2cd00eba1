"""Actions of the menu View that concern the table: which view, and what its sheets offer."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.i18n import N_
from journeymap.ui.actions.action import Action, may_edit, open_map
from journeymap.ui.parts import Parts
from journeymap.ui.table.kept import ViewName


def _turn_to(name: ViewName) -> Callable[[Parts], None]:
    return lambda parts: parts.views.turn_to(name)


def _is(name: ViewName) -> Callable[[Parts], bool]:
    return lambda parts: open_map(parts) and parts.views.name == name


def table_shown(parts: Parts) -> bool:
    """A map is open and its table can be seen."""
    return open_map(parts) and parts.views.name != "map"


def may_edit_table(parts: Parts) -> bool:
    """The table can be seen, and the map may be changed."""
    return table_shown(parts) and may_edit(parts)


def _do(name: str) -> Callable[[Parts], None]:
    return lambda parts: parts.table.working.do(name)


def filter_rows(parts: Parts) -> None:
    """The keyboard goes to the filter."""
    parts.table.filter.setFocus()
    parts.table.filter.selectAll()


VIEWS = (
    Action("view_map", N_("Map"), _turn_to("map"), open_map, _is("map")),
    Action("view_table", N_("Table"), _turn_to("table"), open_map, _is("table")),
    Action("view_both", N_("Map and table"), _turn_to("both"), open_map, _is("both")),
    Action("next_view", N_("Next view"), lambda parts: parts.views.turn(1), open_map),
    Action("previous_view", N_("Previous view"), lambda parts: parts.views.turn(-1), open_map),
)
TABLE = (
    Action("filter_rows", N_("Filter rows"), filter_rows, table_shown),
    Action("filter_column", N_("Filter this column…"), lambda p: p.table.sorter.filter_column(), table_shown),
    Action("sort_up", N_("Sort upwards"), lambda p: p.table.sorter.sort_here(descending=False), table_shown),
    Action(
        "sort_down", N_("Sort downwards"), lambda p: p.table.sorter.sort_here(descending=True), table_shown
    ),
    Action("map_order", N_("The order of the map"), lambda p: p.table.sorter.sort(None), table_shown),
    Action("choose_columns", N_("Choose columns…"), lambda p: p.table.sorter.choose_columns(), table_shown),
    Action("next_sheet", N_("Next sheet"), lambda p: p.table.turn(1), table_shown),
    Action("previous_sheet", N_("Previous sheet"), lambda p: p.table.turn(-1), table_shown),
    Action("row_below", N_("New row below"), _do("row_below"), may_edit_table),
    Action("remove_rows", N_("Delete rows"), _do("remove_rows"), may_edit_table),
    Action("choose_column", N_("Select the column"), _do("choose_column"), table_shown),
    Action("fill_down", N_("Fill down"), _do("fill_down"), may_edit_table),
)
