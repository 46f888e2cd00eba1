"""The grammar of the line: every row of LINE 2.1, in three languages, and its rules and refusals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.edit.line import LineReading, parse
from journeymap.i18n.catalogue import catalogue

LANES = ["Gäst", "Centrala erbjudanden", "Reception", "Kundtjänst", "Rumslager", "Ren AB"]

EXAMPLES = [
    ("Bokar rummet på nätet", LineReading("step", "Bokar rummet på nätet")),
    ("k:Svarar", LineReading("step", "Svarar", "Kundtjänst")),
    ("K: Svarar", LineReading("step", "Svarar", "Kundtjänst")),
    ("reception: Tar emot", LineReading("step", "Tar emot", "Reception")),
    ("Ekonomi: Skickar fakturan", LineReading("step", "Skickar fakturan", "Ekonomi", new_lane=True)),
    ("Økonomi: Sender faktura", LineReading("step", "Sender faktura", "Økonomi", new_lane=True)),
    ("Finance: Sends the invoice", LineReading("step", "Sends the invoice", "Finance", new_lane=True)),
    ("Ren Ny AB*: Städar", LineReading("step", "Städar", "Ren Ny AB", new_lane=True, supplier=True)),
    ("Köar kl. 17:30", LineReading("step", "Köar kl. 17:30")),
    ("Läser https://hotell.se", LineReading("step", "Läser https://hotell.se")),
    ("Ringer, hör: upptaget", LineReading("step", "Ringer, hör: upptaget")),
    ("#Frågas igen", LineReading("friction", "Frågas igen")),
    ("# Blir spurt igjen", LineReading("friction", "Blir spurt igjen")),
    ("# Asked again", LineReading("friction", "Asked again")),
    ("#12 ringer", LineReading("step", "#12 ringer")),
    ("Äntligen!", LineReading("step", "Äntligen!")),
    (
        "! Løftet skal holdes her",
        LineReading("critical", "Løftet skal holdes her", reason="Løftet skal holdes her"),
    ),
    ("Får nej i disken !", LineReading("step", "Får nej i disken", critical=True)),
    ('"Det er ikke vårt bord', LineReading("quote", "Det er ikke vårt bord")),
    ("”Det är centralt, inte vi”", LineReading("quote", "Det är centralt, inte vi")),
    ('"That is head office', LineReading("quote", "That is head office")),
    ("> k: Ringer telefonlinjen", LineReading("sent_on", "Ringer telefonlinjen", "Kundtjänst")),
    ("< ru: Tilldelar rum", LineReading("behind", "Tilldelar rum", "Rumslager")),
    ("= Bättre rum", LineReading("promise", "Bättre rum")),
    ("+ bokningsnummer", LineReading("item", "bokningsnummer")),
    ("? Vem bestämmer", LineReading("park", "Vem bestämmer")),
    ("/ Ankomst", LineReading("stage", "Ankomst")),
    ("*", LineReading("value")),
]

PASTED = [
    ("2) Reception: Tar emot", LineReading("step", "Tar emot", "Reception")),
    ('"Det var rörigt"', LineReading("step", '"Det var rörigt"')),
]


@pytest.mark.parametrize(("typed", "read"), EXAMPLES, ids=[typed for typed, _ in EXAMPLES])
def test_every_example(typed: str, read: LineReading) -> None:
    assert parse(typed, LANES) == read


@pytest.mark.parametrize(("pasted", "read"), PASTED)
def test_every_pasted_example(pasted: str, read: LineReading) -> None:
    assert parse(pasted, LANES, pasted=True) == read


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Several lanes begin like that: Reception, Ren AB. Add a letter or choose."),
        ("sv", "Flera banor börjar så: Reception, Ren AB. Skriv en bokstav till eller välj."),
        ("nb", "Flere baner begynner slik: Reception, Ren AB. Skriv én bokstav til eller velg."),
    ],
)
def test_a_beginning_of_several_lanes_is_refused_and_names_them(language: str, sentence: str) -> None:
    problem = parse("re: Städar", LANES).problem
    assert problem is not None and problem.said(catalogue(language)) == sentence


def test_no_colon_is_read_when_the_lane_was_said_by_key() -> None:
    assert parse("Mejlar erbjudande: bättre rum", LANES, lane_said=True) == LineReading(
        "step", "Mejlar erbjudande: bättre rum"
    )


@pytest.mark.parametrize("typed", ["", "   ", "\u00a0", "\n"])
def test_an_empty_line_ends(typed: str) -> None:
    assert parse(typed, LANES).kind == "end"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Kundtjänst:", LineReading("lane", "", "Kundtjänst")),
        ("ku:", LineReading("lane", "", "Kundtjänst")),
        ("Ekonomi:", LineReading("lane", "", "Ekonomi", new_lane=True)),
        ("Snabbfix*:", LineReading("lane", "", "Snabbfix", new_lane=True, supplier=True)),
        ("Ren AB*: Städar", LineReading("step", "Städar", "Ren AB", supplier=True)),
        ("k: Säger nej !", LineReading("step", "Säger nej", "Kundtjänst", critical=True)),
        ("> Ringer igen", LineReading("sent_on", "Ringer igen")),
    ],
)
def test_lanes_alone_suppliers_and_marks_together(typed: str, read: LineReading) -> None:
    assert parse(typed, LANES) == read


@pytest.mark.parametrize(
    "typed",
    [
        "ekonomi: skickar",  # no capital: words, not a name
        "Ekonomi:skickar",  # no space after the colon
        "Allt det här tar tid: han väntar",  # four words
        "Hon frågar. Han svarar: nej",  # a full stop
        "/srv/karta/fil öppnas",  # a path
        "* Bokar",  # a bullet that somebody typed
        "Betalar #3",  # a sign elsewhere
        "Säger nej!",  # no space before the mark
        ":Svarar",
    ],
)
def test_what_stays_text(typed: str) -> None:
    assert parse(typed, LANES) == LineReading("step", typed)


def test_a_lane_called_by_its_whole_name_wins_over_longer_ones() -> None:
    assert parse("Ren: Städar", [*LANES, "Ren"]).lane == "Ren"
    assert parse("Avdelning 3: Svarar", ["Avdelning 3"]).lane == "Avdelning 3"


def test_the_chip_announces_a_new_lane_before_enter() -> None:
    chip = parse("Ekonomi: S", LANES).chip
    assert chip is not None and chip.said(catalogue("sv")) == "Ny bana: Ekonomi. Backsteg gör det till text."
    assert parse("k: S", LANES).chip is None


@pytest.mark.parametrize("typed", ["#", "> ", "<", "=", "+", "?", "/", '"', "> k:", "! ", "*"])
def test_a_sign_alone_waits_for_words_unless_it_says_enough(typed: str) -> None:
    reading = parse(typed, LANES)
    assert (reading.problem is None) == (reading.kind in ("critical", "value"))


def test_words_are_composed_and_cleaned_at_the_door() -> None:
    assert parse("Ga\u0308st: Bokar\x00", LANES) == LineReading("step", "Bokar", "Gäst")


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("- Bokar", "Bokar"),
        ("* Bokar", "Bokar"),
        ("• Bokar", "Bokar"),
        ("1. Bokar", "Bokar"),
        ("(3) Bokar", "Bokar"),
        ("[ ] Bokar", "Bokar"),
        ("- [x] Bokar", "Bokar"),
        ("10 minuter senare", "10 minuter senare"),
        ("3.5 timmar väntan", "3.5 timmar väntan"),
        ("> svar från kunden", "> svar från kunden"),
        ("= lika", "= lika"),
        ("Får nej !", "Får nej !"),
    ],
)
def test_bullets_fall_off_pasted_lines_and_most_signs_are_text(pasted: str, text: str) -> None:
    assert parse(pasted, LANES, pasted=True) == LineReading("step", text)


@pytest.mark.parametrize(
    ("pasted", "kind"), [("# Lång kö", "friction"), ("! Här", "critical"), ("/ In", "stage")]
)
def test_three_signs_are_read_in_pasted_lines(pasted: str, kind: str) -> None:
    assert parse(pasted, LANES, pasted=True).kind == kind


@given(st.text(max_size=60), st.booleans(), st.booleans())
def test_any_text_at_all_is_read_without_failing(text: str, said: bool, pasted: bool) -> None:
    reading = parse(text, LANES, lane_said=said, pasted=pasted)
    assert reading.problem or reading.text or reading.kind in ("end", "lane", "critical", "value")
    assert not (said and reading.lane)
