"""The four answers: digits, exact figures, words in three languages, and the strip that asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.edit.answers import (
    QUESTIONS,
    Answer,
    asked,
    by_digit,
    question_of,
    read_exact,
    typed,
    word_for,
    words,
)
from journeymap.edit.rules import may_set
from journeymap.edit.strip import BACK, ENTER, ESCAPE, Given, Strip, press
from journeymap.i18n.catalogue import catalogue
from journeymap.model.quantity import Quantity
from journeymap.model.records import Friction

HITS, WAIT, WORK, OUTCOME = QUESTIONS


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("sv", ["Hur ofta?", "Väntan?", "Eget arbete?", "Fick gästen det utlovade?"]),
        ("nb", ["Hvor ofte?", "Venting?", "Eget arbeid?", "Fikk gjesten det som var lovet?"]),
        ("en", ["How often?", "Waiting?", "Own work?", "Did the guest get it?"]),
    ],
)
def test_what_is_asked(language: str, sentences: list[str]) -> None:
    assert [asked(question, "guest").said(catalogue(language)) for question in QUESTIONS] == sentences


OFTEN = {
    "sv": "enstaka · sällan · ibland · ofta · alla",
    "nb": "enkelte · sjelden · av og til · ofte · alle",
    "en": "few · seldom · sometimes · often · all",
}
LONG = {
    "sv": "stund · minuter · länge · timmar",
    "nb": "øyeblikk · minutter · lenge · timer",
    "en": "moment · minutes · long · hours",
}
GOT = {
    "sv": "ja · sämre · hälften · nej",
    "nb": "ja · dårligere · halvparten · nei",
    "en": "yes · less · half · no",
}


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_the_words_of_the_classes(language: str) -> None:
    t = catalogue(language)
    said = [" · ".join(word.said(t) for word in words(question)) for question in QUESTIONS]
    assert said == [each[language] for each in (OFTEN, LONG, LONG, GOT)]


@pytest.mark.parametrize(
    ("field", "digit", "value"),
    [
        ("hits", 1, "rare"),
        ("hits", 5, "nearly_everyone"),
        ("wait_minutes", 0, 0),
        ("wait_minutes", 4, "hours"),
        ("work_minutes", 2, "minutes"),
        ("value_lost", 1, "none"),
        ("value_lost", 4, "lost"),
    ],
)
def test_digits(field: str, digit: int, value: Quantity) -> None:
    assert by_digit(question_of(field), digit) == Answer(value)


@pytest.mark.parametrize(
    ("field", "digit"), [("hits", 0), ("hits", 6), ("wait_minutes", 5), ("value_lost", 0)]
)
def test_digits_that_answer_nothing_say_which_do(field: str, digit: int) -> None:
    problem = by_digit(question_of(field), digit).problem
    assert problem is not None and problem.startswith("Press 1 to")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=25", 25),
        ("=10-40", (10, 40)),
        ("12 (5-20)", (5, 12, 20)),
        ("12 (5–20) min", (5, 12, 20)),
        ("5-12-20", (5, 12, 20)),
        ("2,5", 2.5),
        ("7.0", 7),
        ("7-7", 7),
        ("30 minuter", 30),
        ("=", None),
        ("  ", None),
    ],
)
def test_exact_minutes(text: str, value: Quantity | None) -> None:
    assert read_exact(WAIT, text) == Answer(value)


@pytest.mark.parametrize(
    ("text", "value"), [("25", 0.25), ("0,5 %", 0.005), ("3/12", 0.25), ("10-40", (0.1, 0.4)), ("150", 1.5)]
)
def test_hits_are_typed_in_per_cent_or_as_so_many_of_so_many(text: str, value: Quantity) -> None:
    assert read_exact(HITS, text) == Answer(value)


@pytest.mark.parametrize(
    "text", ["many", "5-", "9-5", "-3", "1/0", "12 (20-30)", "1e9", "5-12-20-30", "9" * 20]
)
def test_what_is_no_figure_is_refused_with_an_example(text: str) -> None:
    answer = read_exact(WAIT, text)
    assert answer.value is None and answer.problem is not None


def test_more_than_everything_cannot_be_lost() -> None:
    assert read_exact(OUTCOME, "120").problem is not None
    assert read_exact(OUTCOME, "100") == Answer(1)


@given(st.text(alphabet="0123456789.,-–/()=% x", max_size=12))
def test_every_answer_fits_its_field(text: str) -> None:
    for each in QUESTIONS:
        answer = read_exact(each, text)
        assert may_set(Friction, each.field, answer.value)


@pytest.mark.parametrize("text", ["25", "10–40", "12 (5–20)", "0.5", ""])
def test_figures_are_shown_as_they_are_typed(text: str) -> None:
    for question in QUESTIONS:
        assert typed(question, read_exact(question, text).value) == text
    assert typed(WAIT, "long") == ""


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("hits", None, "vet inte"),
        ("hits", "seldom", "sällan"),
        ("hits", 0.054, "5,4\u00a0%"),
        ("wait_minutes", 0, "ingen"),
        ("wait_minutes", "long", "länge"),
        ("work_minutes", (5, 9), "5–9\u00a0min"),
        ("work_minutes", (5, 7, 9), "5–9\u00a0min"),
        ("work_minutes", 7, "7\u00a0min"),
        ("value_lost", 0, "0\u00a0%"),
        ("value_lost", "unheard", "unheard"),
    ],
)
def test_answers_as_people_say_them(field: str, value: Quantity | None, said: str) -> None:
    assert word_for(question_of(field), value, catalogue("sv")) == said


def run(keys: str) -> tuple[Strip, list[Given]]:
    strip, given = Strip(), []
    for key in keys:
        strip, answer = press(strip, key)
        given += [answer] if answer is not None else []
    return strip, given


class TestStrip:
    def test_four_digits_answer_all(self) -> None:
        strip, given = run("4031")
        assert strip.over and strip.question is None
        assert given == [
            ("hits", "often"), ("wait_minutes", 0), ("work_minutes", "long"), ("value_lost", "none"),
        ]  # fmt: skip

    def test_enter_is_dont_know_and_goes_on(self) -> None:
        strip, given = run(f"4{ENTER}")
        assert given[-1] == ("wait_minutes", None) and strip.question is WORK

    def test_an_equals_sign_begins_an_exact_figure(self) -> None:
        strip, given = run(f"4=10-4{BACK}40{ENTER}")
        assert given[-1] == ("wait_minutes", (10, 40)) and strip.typing is None

    def test_a_figure_that_cannot_be_stays_with_its_reason(self) -> None:
        strip, given = run(f"4=9-5{ENTER}")
        assert len(given) == 1 and strip.problem is not None and strip.typing == "9-5"
        strip, _ = press(strip, BACK)
        assert strip.problem is None

    def test_deleting_the_equals_sign_gives_the_digits_back(self) -> None:
        strip, given = run(f"={BACK}3")
        assert given == [("hits", "sometimes")]
        assert strip.question is WAIT

    def test_a_digit_without_meaning_stays_with_its_reason(self) -> None:
        strip, given = run("9")
        assert not given and strip.problem is not None and strip.question is HITS

    def test_backspace_goes_one_back(self) -> None:
        assert run(f"44{BACK}")[0].question is WAIT
        assert run(BACK)[0].question is HITS

    def test_escape_leaves_the_rest_unknown(self) -> None:
        strip, given = run(f"4{ESCAPE}")
        assert strip.over and strip.left == "" and len(given) == 1
        assert run(f"4={ESCAPE}")[0].over

    def test_a_letter_leaves_and_begins_the_line(self) -> None:
        strip, _ = run("4n")
        assert strip.over and strip.left == "n"
        assert press(strip, "3") == (strip, None)
