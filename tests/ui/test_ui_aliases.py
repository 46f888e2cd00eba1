"""Ctrl+K finds actions by what people also call them, in three languages, from the first letters on."""

from __future__ import annotations

import pytest

from journeymap.i18n import LANGUAGES
from journeymap.ui.aliases import ALIASES, also_called
from journeymap.ui.dialogs.anything import Anything
from journeymap.ui.menus import ACTIONS
from journeymap.ui.searching import ask_anything
from journeymap.ui.window import MainWindow


def offered(window: MainWindow, typed: str) -> list[str]:
    """The lines for what is typed, from the top."""
    assert window._page is not None and window._page.menus is not None
    dialog: Anything = ask_anything(window._page.parts, window._page.menus)
    dialog.field.setText(typed)
    lines = [dialog._list.item(place).text() for place in range(dialog._list.count())]
    dialog.reject()
    return lines


WORDS = [
    ("exp", "export"), ("svg", "export"), ("eksporter", "export"), ("pdf", "report"), ("print", "report"),
    ("skriv ut", "report"), ("skriv u", "report"), ("undo", "undo"), ("ångra", "undo"), ("angre", "undo"),
    ("preferences", "settings"), ("språk", "settings"), ("dark mode", "settings"), ("mörkt", "settings"),
    ("historik", "earlier"), ("historikk", "earlier"), ("smärtpunkt", "friction"), ("pain", "friction"),
    ("simbana", "lane"), ("svømmebane", "lane"), ("phase", "stage"), ("koppla", "link_to"),
    ("radera", "delete"), ("fjern", "delete"), ("leta", "find"), ("shortcuts", "keys"),
    ("hurtigtaster", "keys"), ("kalkylark", "view_table"), ("regneark", "view_table"),
    ("manual", "help"), ("tutorial", "first_map"), ("gdpr", "forget"), ("exit", "quit"),
    ("prickröstning", "votes"), ("mail", "summary"), ("helskärmsläge", "full_screen"),
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyday_words_lead_to_the_action(hotel: MainWindow, language: str) -> None:
    if hotel.desk.t.language != language:
        hotel.speak(language)
    hotel.selection.choose("desk")
    hotel.do("duplicate")  # else there is nothing to undo
    hotel.selection.choose("desk")
    found = {typed: offered(hotel, typed)[:3] for typed, _ in WORDS}
    names = {typed: hotel.desk.t(ACTIONS[action].words).rstrip("…") for typed, action in WORDS}
    assert {typed: lines for typed, lines in found.items()
            if not any(line.startswith(names[typed]) for line in lines)} == {}  # fmt: skip


def test_every_alias_is_of_an_action_and_says_something_new() -> None:
    assert set(ALIASES) <= set(ACTIONS)
    for name in ALIASES:
        words = also_called(name)
        assert words and len(set(words)) == len(words), name


def test_a_place_on_the_map_by_its_own_name_stays_first(hotel: MainWindow) -> None:
    title = hotel.work.document.journey.steps["desk"].title.replace("\u00ad", "")
    assert offered(hotel, title)[0].replace("\u00ad", "") == title
