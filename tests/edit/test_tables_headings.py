"""What columns are called: known headings, likely ones, and one list for pasted and imported tables."""

from __future__ import annotations

import pytest

from journeymap.edit.line_paste import read_paste
from journeymap.edit.tables.headings import likely_meaning, meaning_of, plain, row_meaning
from journeymap.edit.tables.meanings import CHOICES, MEANINGS
from journeymap.edit.tables.values import read_choice
from journeymap.edit.tables.vocabulary import BEHIND, CUSTOMERS, FIRST, INSTEAD
from journeymap.i18n import LANGUAGES, catalogue


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Process Step Description", "step"), ("processStepDescription", "step"), ("Vad händer?", "step"),
        ("Kundens handlingar", "step"), ("Hva gjør kunden?", "step"), ("Text Area 1", "step"),
        ("Process Step ID", "id"), ("Nr.", "id"), ("#", "id"),
        ("Function", "lane"), ("Swimlane", "lane"), ("Aktör", "lane"), ("Hvem", "lane"),
        ("Avdelning*", "lane"),
        ("PHASE", "stage"), ("Skede", "stage"), ("Fase:", "stage"),
        ("Next Step ID", "next"), ("Kopplas till", "next"), ("Neste trinn", "next"), ("Next step 2", "next"),
        ("Predecessors", "previous"), ("Pain points", "friction"), ("Smertepunkt 1", "friction"),
        ("Känsla (1–5)", "experience"), ("Emotional journey", "experience"), ("Sitat", "quote"),
        ("Touchpoints", "channel"), ("Möjligheter", "action"), ("Tanker", "thought"), ("Ansvarig", "owner"),
        ("Moment of truth", "critical"), ("Väntetid", "wait_minutes"), ("Position X", "time"),
    ],
)  # fmt: skip
def test_known_headings(heading: str, meaning: str) -> None:
    assert meaning_of(heading) == meaning


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Kundens smärtpunkter i mötet", "friction"), ("How the customer feels here", "experience"),
        ("Hvilken avdeling gjør dette", "lane"), ("Beskrivning av läget", "description"),
    ],
)  # fmt: skip
def test_longer_headings_are_understood_by_their_words(heading: str, meaning: str) -> None:
    assert meaning_of(heading) is None
    assert likely_meaning(heading) == meaning


def test_what_is_no_heading_means_nothing() -> None:
    assert meaning_of("Prioritet") is None and likely_meaning("Prioritet") is None
    assert meaning_of("The customer steps into the shop and asks for the phone that was promised") is None


def test_rows_of_a_grid_know_what_stands_behind() -> None:
    assert [row_meaning(name) for name in ("Backstage", "Stödprocesser", "Frontstage", "Emotions")] == [
        "behind", "behind", None, "experience",
    ]  # fmt: skip


def test_the_vocabulary_is_written_as_it_is_compared_and_says_each_thing_once() -> None:
    names = [(name, heading) for name, headings in FIRST.items() for heading in headings]
    others = [heading for headings in INSTEAD.values() for heading in headings]
    assert [heading for _, heading in names if plain(heading) != heading] == []
    assert [heading for heading in (*others, *BEHIND, *CUSTOMERS) if plain(heading) != heading] == []
    meant: dict[str, set[str]] = {}
    for name, heading in names:
        meant.setdefault(heading, set()).add(name)
    assert {heading for heading, found in meant.items() if len(found) > 1} <= {"mål"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_writes_itself_it_reads(language: str) -> None:
    t = catalogue(language)
    for meaning in MEANINGS:
        assert meaning_of(t(meaning.words)) == meaning.name
    for name, words in CHOICES.items():
        assert {read_choice(name, t(word)): value for value, word in words.items()} == {
            value: value for value in words
        }


def test_pasting_knows_the_same_headings() -> None:
    """One recognition for both doors: a whiteboard's headings work on the map too."""
    pasted = read_paste("Text\tSwimlane\tPain points\nCalls\tShop\tLong queue\n", ["Shop"])
    assert [line.reading.text for line in pasted.lines] == ["Calls"]
    told = pasted.lines[0].told
    assert told is not None and told.more == {"friction": ("Long queue",)}
