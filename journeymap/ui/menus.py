"""The menu tree as data, and making menus and shortcuts of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from journeymap.i18n import N_
from journeymap.ui.actions.action import Action
from journeymap.ui.actions.beginning import FIRST, KEPT_LANES, TEMPLATES
from journeymap.ui.actions.comparing import COMPARING
from journeymap.ui.actions.editing import EDIT, MOVES
from journeymap.ui.actions.files import FILE
from journeymap.ui.actions.forgetting import FORGETTING
from journeymap.ui.actions.helping import help_actions
from journeymap.ui.actions.importing import IMPORT
from journeymap.ui.actions.inserting import INSERT, LANES, NEIGHBOURS
from journeymap.ui.actions.lanes import KINDS, LANE_ACTIONS, SELECTING
from journeymap.ui.actions.linking import CARRIER_ACTIONS, LINK_KIND_ACTIONS, LINKING
from journeymap.ui.actions.opening import OPENING
from journeymap.ui.actions.planning import PLANNING
from journeymap.ui.actions.rekeying import key_actions
from journeymap.ui.actions.room import ROOM
from journeymap.ui.actions.summary import SUMMARY
from journeymap.ui.actions.supposing import SUPPOSING
from journeymap.ui.actions.tables import TABLE, VIEWS
from journeymap.ui.actions.telling import TELLING
from journeymap.ui.actions.together import TOGETHER
from journeymap.ui.actions.viewing import ANALYSIS, VIEW
from journeymap.ui.actions.walking import WALKING
from journeymap.ui.keynames import named
from journeymap.ui.keys import MENU_HERE, ON_THE_MAP, TO_THE_MENUS, keys_of
from journeymap.ui.mnemonics import letter
from journeymap.ui.parts import Parts
from journeymap.ui.slices import Slices
from journeymap.ui.workspace import SMALL

if TYPE_CHECKING:
    from journeymap.ui.keychart import Tree

RECENT, LANE_MENU, MOVE_MENU, LINK_MENU, TABLE_MENU = "*recent", "*lanes", "*moves", "*links", "*table"
COPY_MENU, LANES_MENU, KIND_MENU = "*copy", "*lane", "*kinds"
LINK_KINDS_MENU, CARRIER_MENU = "*link_kinds", "*carriers"
GO_MENU, ANSWER_MENU, SETTLE_MENU, STAGE_MENU = "*go", "*answer", "*settle", "*stage"
OTHERS = (
    *FILE,
    *OPENING,
    *TOGETHER,
    *SUMMARY,
    *FORGETTING,
    *TEMPLATES,
    *KEPT_LANES,
    *FIRST,
    *IMPORT,
    *EDIT,
    *MOVES,
    *INSERT,
    *LINKING,
    *LANE_ACTIONS,
    *SELECTING,
    *NEIGHBOURS,
    *LANES,
    *VIEW,
    *VIEWS,
    *TABLE,
    *ANALYSIS,
    *ROOM,
    *PLANNING,
    *COMPARING,
    *WALKING,
    *SUPPOSING,
    *TELLING,
)
HELP = (*help_actions(lambda: tree()), *key_actions(lambda: tree()))  # noqa: PLW0108 - made below
ACTIONS: Mapping[str, Action] = {action.id: action for action in (*OTHERS, *HELP)}

MENUS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    (
        N_("File"),
        ("new", "from_template", "to_be", "open", RECENT, None, "save", "save_as", "bring_in", "earlier",
         "rescued", "to_look_at", None, "import", "report", "export", "summary", None, "settings", "forget",
         None, "close", "quit"),
    ),
    (
        N_("Edit"),
        ("undo", "redo", None, "cut", "copy", COPY_MENU, "paste", "duplicate", "delete", None, "rename",
         MOVE_MENU, LANES_MENU, None, "select_all", "select_lane", "select_stage", None, "find",
         "find_next", "find_previous"),
    ),
    (
        N_("Insert"),
        ("next_step", "branch", LANE_MENU, "sent_on", "behind", LINK_MENU, None, "friction", "act",
         "critical", "quote", "picture", "promise", "information", "value", "goal", "park", None, "lane",
         "lane_sets", STAGE_MENU, "wall_drawn"),
    ),
    (
        N_("View"),
        ("view_map", "view_table", "view_both", "next_view", "previous_view", TABLE_MENU, None, "lists",
         "details", "map_only", None, "zoom_in", "zoom_out", "whole_map", "show_selection", None,
         "focus_lane", "focus_stage", "back_chain", None, "next_pane", "previous_pane", "full_screen"),
    ),
    (
        N_("Analysis"),
        (GO_MENU, None, "why", "measure_first", "telling", "lane_card", None, ANSWER_MENU, SETTLE_MENU, None,
         "what_if", "actions", "compare", None, "finished"),
    ),
    (
        N_("Workshop"),
        ("room", "votes", None, "walk", "walk_here", None, "surprise", "surprises", "walks"),
    ),
    (N_("Help"), ("help", "first_map", "keys", "change_keys", "do_anything", None, "about")),
)  # fmt: skip
INNER: Mapping[str, tuple[str, tuple[str | None, ...]]] = {
    LANE_MENU: (
        N_("Next step in another lane"),
        ("lane_above", "lane_below", None, *(f"lane_{n}" for n in range(1, 10))),
    ),
    TABLE_MENU: (
        N_("Rows and columns"),
        (
            "row_below",
            "remove_rows",
            "fill_down",
            None,
            "filter_rows",
            "filter_column",
            None,
            "sort_up",
            "sort_down",
            "map_order",
            "choose_columns",
            "choose_column",
            None,
            "next_sheet",
            "previous_sheet",
        ),
    ),
    STAGE_MENU: (N_("Stage and columns"), ("stage", None, "open_column", "close_column")),
    GO_MENU: (
        N_("Go through"),
        (
            "next_friction",
            "previous_friction",
            None,
            "next_wall",
            "previous_wall",
            None,
            "next_finding",
            "previous_finding",
        ),
    ),
    ANSWER_MENU: (N_("Questions to answer"), ("handoffs", "answers", None, "goal_minutes", "per_year")),
    SETTLE_MENU: (
        N_("The wall or the finding"),
        ("settle", "dismiss", None, "wall_friction", "wall_owner", "wall_excuse"),
    ),
    COPY_MENU: (N_("Copy for other programs"), ("copy_text", "copy_table", "copy_picture")),
    LANES_MENU: (N_("Lanes"), ("lane_new_below", KIND_MENU, "lane_unit", None, "lane_merge", "lane_split")),
    KIND_MENU: (N_("Kind of lane"), tuple(f"kind_{kind}" for kind, _ in KINDS)),
    LINK_MENU: (
        N_("Link"),
        (
            "link_to",
            "insert_in_link",
            None,
            LINK_KINDS_MENU,
            CARRIER_MENU,
            "requirement",
            None,
            "link_target",
            "link_source",
            "reverse",
        ),
    ),
    LINK_KINDS_MENU: (N_("Kind"), tuple(action.id for action in LINK_KIND_ACTIONS)),
    CARRIER_MENU: (N_("Who carries it over?"), tuple(action.id for action in CARRIER_ACTIONS)),
    MOVE_MENU: (N_("Move"), ("move_left", "move_right", "move_up", "move_down")),
}
"""Menus inside menus."""


def tree() -> Tree:
    """What the chart of keys is made of."""
    from journeymap.ui.keychart import Tree

    return Tree(MENUS, INNER, {name: action.words for name, action in ACTIONS.items()})


class Menus(QObject):
    """The menu bar and the window's shortcuts. `refresh` follows what can be done now."""

    def __init__(
        self, parts: Parts, open_recent: Callable[[Path], object], recent: Callable[[], list[Path]]
    ) -> None:
        super().__init__(parts.frame.widget())
        self._parts, self._open_recent, self._recent = parts, open_recent, recent
        self.bar = QMenuBar()
        self.made: dict[str, QAction] = {}
        self._slices = Slices(self._refreshing, self._about, lambda: False, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._slices.begin)
        self._on_map = {key: name for name in ON_THE_MAP for key in keys_of(name).here()}
        for words, items in MENUS:
            menu = QMenu(parts.desk.t(words), self.bar)
            self.fill(menu, items)
            self.bar.addMenu(menu)
            menu.aboutToShow.connect(self.refresh)
            lettered(menu)
        letter(self.bar)
        for key, call in ((TO_THE_MENUS, self.open_first), (MENU_HERE, ask_here)):
            shortcut = QShortcut(QKeySequence(key), self.bar, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(call)

    def open_first(self) -> None:
        """Open the first menu, for whoever goes on with arrows and letters."""
        self.bar.setActiveAction(self.bar.actions()[0])

    def fill(self, menu: QMenu, items: Sequence[str | None]) -> None:
        """Put these actions into a menu; None is a line between, a name with a star a menu inside."""
        for name in items:
            if name is None:
                menu.addSeparator()
            elif name == RECENT:
                self._recent_menu(menu)
            elif name in INNER:
                menu.addMenu(self.inner(name, menu))
            else:
                menu.addAction(self._action(name))

    def inner(self, name: str, parent: QMenu) -> QMenu:
        """A menu inside another, made of the same actions wherever it stands."""
        words, items = INNER[name]
        made = QMenu(self._parts.desk.t(words), parent)
        self.fill(made, items)
        lettered(made)
        return made

    def _action(self, name: str) -> QAction:
        if name in self.made:
            return self.made[name]
        made = QAction(self.words(name), self)
        made.setObjectName(name)
        made.triggered.connect(lambda: self.do(name))
        made.setCheckable(ACTIONS[name].checked is not None)
        made.setShortcutVisibleInContextMenu(True)
        if name not in ON_THE_MAP and keys_of(name).here():
            made.setShortcuts([QKeySequence(key) for key in keys_of(name).here()])
            self._parts.frame.widget().addAction(made)
        made.setMenuRole(_ROLES.get(name, QAction.MenuRole.NoRole))
        self.made[name] = made
        return made

    def words(self, name: str) -> str:
        """The action's words, with the key of the map or the sign of the line beside them."""
        action, t = ACTIONS[name], self._parts.desk.t
        words = (
            t(action.words, n=name[5:]) if name[:5] == "lane_" and name[5:].isdecimal() else t(action.words)
        )
        words = words.replace("&", "&&")
        keys = keys_of(name)
        if name in ON_THE_MAP and keys.here():
            return f"{words}\t{named(t, keys.here()[0])}"
        return f"{words}\t{action.sign}" if action.sign else words

    def do(self, name: str) -> bool:
        """Do an action if it can be done now; what the rules refuse is said on the map."""
        action = ACTIONS[name]
        if name not in IN_A_FIELD:
            self._parts.table.editor.finish()
        if action.when is not None and not action.when(self._parts):
            return False
        return self._parts.map.attempt(lambda: action.call(self._parts))

    def hear(self, pressed: QKeySequence) -> None:
        """A key pressed before its action was there to hear it: what it means now."""
        for shortcut in self.bar.findChildren(QShortcut):
            if pressed == shortcut.key():
                shortcut.activated.emit()
        for action in self.made.values():
            if pressed in action.shortcuts() and action.isEnabled():
                action.trigger()

    def meant(self, combination: QKeySequence) -> str | None:
        """The action a key means on the map."""
        pressed = combination.toString(QKeySequence.SequenceFormat.PortableText)
        return self._on_map.get(pressed.replace("Enter", "Return"))

    def refresh(self) -> None:
        """What can be done now is black, what is on has its tick, undo says what it undoes."""
        self._slices.stop()
        for _ in self._refreshing():
            pass

    def follow(self) -> None:
        """The same of a large map in slices, once what happened is painted."""
        if len(self._parts.desk.journey.steps) > SMALL:
            self._soon.start()
        else:
            self.refresh()

    def _refreshing(self) -> Iterator[None]:
        self._name_history()
        for name, made in self.made.items():
            action = ACTIONS[name]
            made.setEnabled(action.when is None or action.when(self._parts))
            if action.checked is not None:
                made.setChecked(action.checked(self._parts))
            yield

    def _about(self) -> tuple[object, ...]:
        desk = self._parts.desk
        return desk.journey, desk.work.findings, desk.selection.ids

    def _name_history(self) -> None:
        t, document = self._parts.desk.t, self._parts.desk.document
        undo, redo = document.undo_label, document.redo_label
        self.made["undo"].setText(t("Undo: {what}", what=undo.said(t)) if undo else t("Undo"))
        self.made["redo"].setText(t("Redo: {what}", what=redo.said(t)) if redo else t("Redo"))

    def _recent_menu(self, menu: QMenu) -> None:
        inner = QMenu(self._parts.desk.t("Open recent"), menu)
        menu.addMenu(inner)

        def fill_recent() -> None:
            inner.clear()
            for place, path in enumerate(self._recent()[:10], start=1):
                words = f"{place % 10}   {path.name}".replace("&", "&&")
                inner.addAction(words, partial(self._open_recent, path))
            inner.setEnabled(bool(inner.actions()))

        inner.aboutToShow.connect(fill_recent)
        lettered(inner)


def ask_here() -> None:
    """Ask what has the keyboard for its menu, as the menu key does."""
    there = QApplication.focusWidget()
    if there is not None:
        caret = there.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        at = QRectF(caret).center().toPoint() if caret is not None else there.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(there, QContextMenuEvent(reason, at, there.mapToGlobal(at)))


def lettered(menu: QMenu) -> None:
    """Underline a letter of every line whenever the menu opens."""
    menu.aboutToShow.connect(lambda: letter(menu, EVERYDAY))


EVERYDAY = (
    *("new", "open", "save", "save_as", "report", "quit", "undo", "redo", "copy", "cut", "paste"),
    *("delete", "find", "next_step", "friction", "critical", "zoom_in", "zoom_out", "help"),
)
"""What choose their letters first: those the hand knows from every other program."""
IN_A_FIELD = frozenset({"undo", "redo", "cut", "copy", "paste", "delete", "select_all"})
"""What concerns the words of a field while one writes; all else writes a cell of the table first."""
_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}
