"""Walls, reasons and explanations in plain words, in three languages."""

from __future__ import annotations

import pytest
from hotel_map import hotel
from small_maps import a_map, link, step

from journeymap.analysis.check_figures import figure_lines
from journeymap.analysis.examine import examine
from journeymap.analysis.words import (
    FORMS,
    break_even_sentence,
    change_sentence,
    customer_noun,
    explanation,
    missing_answers,
    short_reason,
    wall_number,
    wall_sentence,
    wall_type,
)
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.walls import TYPES
from journeymap.i18n.catalogue import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Friction, Head, Lane, Order, Record, Step

A, B, C = step("a", "offers"), step("b", "desk"), step("c", "customer")
WORDS = ("customer", "user", "citizen", "patient", "guest", "resident", "student", "member")


def sentences(*records: Record, language: str = "en") -> dict[str, str]:
    journey = a_map(*records, customer_word="guest")
    t = catalogue(language)
    return {wall.key: wall_sentence(wall, journey, t) for wall in examine(journey, trials=0).walls}


def spaced(text: str) -> str:
    """No-break spaces as plain ones, so that expected lines can be typed."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_hotels_third_line_as_the_method_writes_it() -> None:
    """METHOD 2's own example, in Swedish and Norwegian."""
    journey = hotel()
    findings = examine(journey)
    third = findings.ranked[2]
    swedish = spaced(explanation(third, journey, findings, catalogue("sv")))
    assert swedish == (
        "Drabbar 17 av 1 000 gäster (8–25), 35 min var: 25 väntan, 10 eget arbete, 0 uteblivet värde = "
        "197 tim/år (40–458). Enbart timmar: nr 7. Avgörande enligt 8 av 12. "
        "Bland de tre främsta i 75 % av 10 000 försök – troligt. Mur: Reception | Customer service."
    )
    norwegian = spaced(explanation(third, journey, findings, catalogue("nb")))
    opening = "Rammer 17 av 1 000 gjester (8–25), 35 min hver: 25 venting, 10 eget arbeid, "
    assert norwegian.startswith(opening)
    assert norwegian.endswith("– sannsynlig. Mur: Reception | Customer service.")


def test_without_a_volume_minutes_per_1000_stand_in() -> None:
    journey = hotel(journeys_per_year=None)
    findings = examine(journey, trials=0)
    line = spaced(explanation(findings.ranked[2], journey, findings, catalogue("en")))
    assert "= 591 min per 1000 (120–1,375)." in line
    assert "trials" not in line


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_reasons_have_at_most_twenty_words(language: str) -> None:
    journey = hotel()
    findings = examine(journey, trials=0)
    for line in findings.ranked:
        reason = short_reason(line, journey, findings, catalogue(language))
        assert len(reason.split(" ")) <= 20
        assert reason.endswith(".")


def test_the_hotels_short_reasons() -> None:
    journey = hotel()
    findings = examine(journey, trials=0)
    reasons = [short_reason(line, journey, findings, catalogue("sv")) for line in findings.ranked]
    assert [spaced(reason) for reason in reasons][1:4] == [
        "54 av 1 000 gäster förlorar 71 minuter var: Offers lovar, men Reception får aldrig veta det.",
        "17 av 1 000 gäster förlorar 35 minuter var: "
        "Reception och Customer service skickar dem fram och åter.",
        "600 av 1 000 gäster väntar 7 minuter var: lite för var och en, mycket för många.",
    ]


def test_missing_answers_are_named() -> None:
    findings = examine(hotel(), trials=0)
    assert missing_answers(findings.unranked[0], catalogue("sv")) == "Saknas: väntan och eget arbete."


def test_referrals_say_why() -> None:
    refer = sentences(A, B, link("a", "b", "refer"))
    assert refer == {"referral:a:b": "Offers refers the guest to Reception."}
    silent = sentences(A, B, link("a", "b"))["referral:a:b"]
    assert silent.endswith("The map does not say whether Reception knows what Offers knows.")
    told_no = sentences(A, B, link("a", "b", info="no"))["referral:a:b"]
    assert (
        told_no == "The guest goes from Offers to Reception, and Reception does not know what Offers knows."
    )


def test_an_unknown_unit_is_said() -> None:
    found = sentences(step("x", "unknown"), B, link("x", "b", "refer"))["referral:x:b"]
    assert found.endswith("The map does not say whether Unknown and Reception are one unit.")


def test_a_suppliers_wall_names_who_answers() -> None:
    supplier = Lane(id="s", name="S", kind="supplier", unit="Ren AB", accountable="H/Housekeeping")  # type: ignore[arg-type]
    own = Lane(id="o", name="O", kind="department", unit="H/Desk")  # type: ignore[arg-type]
    steps = [
        Step(id=id, title=id, lane=lane, customer_present=True)  # type: ignore[arg-type]
        for id, lane in (("a", "o"), ("b", "s"))
    ]
    journey = journey_of(supplier, own, *steps, link("a", "b", "refer"), head=Head())
    (wall,) = examine(journey, trials=0).walls
    assert wall_sentence(wall, journey, catalogue("en")) == (
        "Desk refers the customer to Ren AB. Housekeeping answers for Ren AB."
    )


def every_type() -> Journey:
    """One map with all ten types of wall, drawn ones apart."""
    steps = [
        step("a", "offers", asks=("id",), makes=("p", "q"), channel="web"),
        step("b", "desk", asks=("id",), honours=("p", "r"), channel="desk", critical=True, mandate="none"),
        step("k", "cleaner", customer_present=False, mandate="can_solve"),
        step("m", "cleaner"),
        step("e", "phone", end=True),
    ]
    links = [
        link("a", "b", "refer", forced=True),
        link("b", "a"),
        link("k", "b", "info", wait_minutes=5),
        link("b", "k", "order", order=Order(refused=True)),
        link("b", "m", "flow", info="no"),
    ]
    return a_map(steps, links)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_its_words(language: str) -> None:
    journey, t = every_type(), catalogue(language)
    walls = examine(journey, trials=0).walls
    assert {wall.type for wall in walls} == set(TYPES)
    for wall in walls:
        sentence = wall_sentence(wall, journey, t)
        assert "{" not in sentence
        assert sentence[-1] == "."
        assert wall_type(wall.type, t)
    if language != "en":
        english = catalogue("en")
        assert all(wall_sentence(w, journey, t) != wall_sentence(w, journey, english) for w in walls)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_pack_has_its_forms(language: str, word: str) -> None:
    journey = journey_of(head=Head(customer_word=word))  # type: ignore[arg-type]
    forms = [customer_noun(journey, catalogue(language), form) for form in FORMS]
    assert all(forms)
    assert forms[0] != forms[1]
    assert forms[2] != forms[3]


def test_the_guest_in_all_forms() -> None:
    journey = journey_of(head=Head(customer_word="guest"))
    swedish = [customer_noun(journey, catalogue("sv"), form) for form in FORMS]
    norwegian = [customer_noun(journey, catalogue("nb"), form) for form in FORMS]
    assert swedish == ["gäst", "gästen", "gäster", "gästerna"]
    assert norwegian == ["gjest", "gjesten", "gjester", "gjestene"]


def test_numbers_are_whole_from_ten_up() -> None:
    t = catalogue("en")
    numbers = (0, 16.875, 9.96, 9.94, 3.5, 0.55, 0.0123, 1234.5, 1e-9)
    assert [said(value, t) for value in numbers] == [
        "0", "17", "10", "9.9", "3.5", "0.55", "0.012", "1,234", "0",
    ]  # fmt: skip


def test_wall_numbers_have_the_languages_letter() -> None:
    assert [wall_number(3, catalogue(language)) for language in LANGUAGES] == ["M3", "M3", "W3"]


def test_what_would_change_the_order() -> None:
    findings, t = examine(hotel(), trials=0), catalogue("en")
    assert break_even_sentence(findings, t) == (
        "It takes 510 minutes when all goes well. At 42 minutes the first two would change places."
    )
    changes = {change.friction: change_sentence(change, t) for change in findings.changes}
    assert changes["F2"] == "With 6 votes instead of 8 it would stand at place 7."  # type: ignore[index]
    assert changes["F6"] == (  # type: ignore[index]
        "Place 6 if one answer were another (how many it hits): 30 of 1000 instead of 40 of 1000."
    )


@pytest.mark.parametrize(
    ("low", "high", "where"), [(0.3, 0.9, "below"), (0.01, 0.3, "above"), (0.2, 0.4, "")]
)
def test_a_sum_outside_its_range_says_why(low: float, high: float, where: str) -> None:
    """Twenty answers that are likeliest at one end: the middle of the trials is far from their sum."""
    frictions = [
        Friction(
            id=Id(f"f{n}"),
            at=A.id,
            title=f"F{n}",
            hits=(low, 0.3, high),
            wait_minutes=10,
            work_minutes=0,
            value_lost=0,
        )
        for n in range(20)
    ]
    lines = list(figure_lines(examine(a_map(A, *frictions, journeys_per_year=1000)), catalogue("en")))
    told = [line for line in lines if "lies" in line]
    assert len(told) == bool(where)
    assert all(f"lies {where} its range" in line for line in told)
