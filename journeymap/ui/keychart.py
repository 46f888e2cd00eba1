"""The chart of all keys, by where they hold, from the same data as menus and shortcuts.

The list of keys in the window, its print and the guide's page of keys are made of it, so that none
of them can say what the program no longer does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from journeymap.i18n import N_, Catalogue
from journeymap.ui.keynames import named
from journeymap.ui.keys import LINE_SIGNS, MENU_HERE, TO_THE_MENUS, keys_of

NINE = tuple(f"lane_{n}" for n in range(1, 10))
NINE_KEYS = "Ctrl+1 … 9"
"""Nine actions that are one line of the chart."""


@dataclass(frozen=True)
class Line:
    """Keys that do the same, as people read them, and what they do."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Group:
    """Keys that hold in one place or stand in one menu."""

    title: str
    lines: tuple[Line, ...]


PLACES: tuple[tuple[str, tuple[tuple[tuple[str, ...], str], ...]], ...] = (
    (
        N_("While writing"),
        (
            (("Return",), N_("Write it and go on")),
            (("Shift+Return",), N_("Or else: a branch")),
            (("Ctrl+Return",), N_("Write it and stay here")),
            ((NINE_KEYS,), N_("Into lane 1 to 9")),
            (("Ctrl+Up", "Ctrl+Down"), N_("Into the lane above, below")),
            (("Tab",), N_("Take the suggestion")),
            (("Alt+Down",), N_("Show the suggestions")),
            (("Esc",), N_("Empty the line, then back to the map")),
        ),
    ),
    (
        N_("When something is asked"),
        (
            (("1 … 5",), N_("Answer and go on; 0 is none")),
            (("=",), N_("Exact: =25 or =10-40")),
            (("Return",), N_("Don’t know")),
            (("Backspace",), N_("One question back")),
        ),
    ),
    (
        N_("On the map"),
        (
            (("Left", "Right", "Up", "Down"), N_("Go to the nearest step")),
            (("Shift+Left", "Shift+Right"), N_("Select more")),
            (("PgDown", "PgUp"), N_("Along the customer’s road")),
            (("Home", "End"), N_("First and last step of the lane")),
            (("Ctrl+Home", "Ctrl+End"), N_("First and last step of the journey")),
            (("Tab",), N_("To the badges, walls and links of the step")),
            (("Space",), N_("Held: push the map with the mouse")),
            (("Esc",), N_("Back out")),
        ),
    ),
    (
        N_("In the menus"),
        (
            ((TO_THE_MENUS,), N_("Open the first menu")),
            (("Alt+A … Z",), N_("Open a menu by its letter; then the letter alone")),
            ((MENU_HERE, "Menu"), N_("The menu of what is selected")),
        ),
    ),
    (
        N_("In the lists"),
        (
            (("Return",), N_("Show it on the map")),
            (("Space",), N_("So it is")),
            (("Del",), N_("Dismiss with a reason")),
            (("#",), N_("Make it a friction")),
        ),
    ),
    (
        N_("In the table"),
        (
            (("Return", "Shift+Return"), N_("Down, up; after a row of Tabs to where it began")),
            (("Tab", "Shift+Tab"), N_("To the next cell, back")),
            (("Ctrl+Left", "Ctrl+Right"), N_("To the edge of what is filled; up and down too")),
            (("Shift+Space",), N_("Select the whole row")),
            (("F2",), N_("Edit what stands in the cell; letters replace it")),
            (("Alt+Down",), N_("Open the list of choices while writing")),
            (("Alt+Return",), N_("A new line in a long text")),
            (("Ctrl+Return",), N_("Write the same in every selected cell")),
            (("Space",), N_("Tick the box")),
            (("Del",), N_("Empty the cells; of whole rows delete them")),
            (("Ctrl+D",), N_("Repeat the top row downwards")),
            (("Ins",), N_("A new row below")),
            (("Alt+Up", "Alt+Down"), N_("Move the row on the map")),
            (("Ctrl+PgDown", "Ctrl+PgUp"), N_("Next and previous sheet")),
        ),
    ),
    (
        N_("On a walk"),
        (
            (("PgDown", "Right", "Space"), N_("On; a number and Enter goes there")),
            (("PgUp", "Left"), N_("Back")),
            (("Up", "Down"), N_("Another way on")),
            ((".", "B"), N_("Make the screen dark")),
            (("Esc",), N_("Leave the walk")),
        ),
    ),
    (
        N_("In the room"),
        (
            (("Ctrl+T",), N_("Start or pause the time")),
            (("Ctrl+Shift+T",), N_("Set the minutes")),
            (("Ctrl+Tab", "Ctrl+Shift+Tab"), N_("Another mode")),
            (("Space",), N_("Show or hide the votes, in Dots")),
            (("Return", "Del", "?"), N_("Take, drop or park a note")),
            (("Esc", "Esc"), N_("Twice within two seconds: leave the room")),
        ),
    ),
)
"""Keys that are no actions of a menu, by the place where they hold."""
NOT_ON_MAC = frozenset({TO_THE_MENUS, "Alt+A … Z", MENU_HERE, "Menu"})
"""macOS goes to its menus by keys of its own; ⌥ with a letter writes there."""


class Tree(NamedTuple):
    """The menus as data: their lines, the menus inside menus, what each line is called."""

    menus: Sequence[tuple[str, Sequence[str | None]]]
    inner: Mapping[str, tuple[str, Sequence[str | None]]]
    words: Mapping[str, str]


def chart(t: Catalogue, tree: Tree, platform: str = sys.platform) -> tuple[Group, ...]:
    """First signs of the line, then places, then menus; lines without keys are not `there`."""
    signs = tuple(
        Line((sign,), t(tree.words[name])) for name, sign in LINE_SIGNS.items() if name in tree.words
    )
    groups = [Group(t("First on the line"), signs)]
    for title, lines in PLACES:
        groups.append(Group(t(title), tuple(_line(t, keys, words, platform) for keys, words in lines)))
    for title, items in tree.menus:
        found = tuple(_actions(t, tree, items, platform))
        if found:
            groups.append(Group(t(title), found))
    return tuple(groups)


def there(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups without what this platform has no keys for."""
    left = (Group(one.title, tuple(line for line in one.lines if line.keys)) for one in groups)
    return tuple(one for one in left if one.lines)


def _line(t: Catalogue, keys: tuple[str, ...], words: str, platform: str) -> Line:
    here = [key for key in keys if platform != "darwin" or key not in NOT_ON_MAC]
    return Line(tuple(named(t, key, platform) for key in here), t(words))


def _actions(t: Catalogue, tree: Tree, items: Sequence[str | None], platform: str) -> Iterator[Line]:
    for name in filter(None, items):
        if name in tree.inner:
            yield from _actions(t, tree, tree.inner[name][1], platform)
        elif name == NINE[0]:
            yield _line(t, (NINE_KEYS,), N_("Next step in lane 1 to 9"), platform)
        elif name in tree.words and name not in NINE and keys_of(name).here(platform):
            yield _line(t, keys_of(name).here(platform), tree.words[name], platform)
