"""The hotel of LINE 2.2 drawn from nothing, key by key: at most 126 keys besides the words."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.edit import strip, verbs
from journeymap.edit.document import Document
from journeymap.edit.line import SIGNS, parse
from journeymap.edit.line_writer import WritingPosition, position_at, write
from journeymap.edit.suggest import suggestions
from journeymap.model.fresh import fresh_journey
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import FIELD_SCALES, read_quantity
from journeymap.model.reading import lanes_in_order, name_of
from journeymap.model.records import Friction, Step


class Typist:
    """Somebody at the keyboard: counts every key that is not part of the words."""

    def __init__(self) -> None:
        journey = fresh_journey(title="", customer="Gäst", language="sv", created="2026-01-01")
        self.document = Document(journey)
        self.at = WritingPosition()
        self.keys = 0
        self.characters = 0

    @property
    def journey(self) -> Journey:
        return self.document.journey

    def start(self, goal: str, lanes: str) -> None:
        """Two fields, Enter in each."""
        verbs.begin_map(self.document, goal, lanes.split(","))
        self.keys += 2
        self.characters += len(goal) + len(lanes)

    def line(self, typed: str, lane: int | None = None, branch: bool = False) -> None:
        """Ctrl+digit, the words, Enter or Shift+Enter; a sign is a key, not a word."""
        reading = parse(typed, self._lanes(), lane_said=lane is not None)
        if lane is not None:
            self.at = WritingPosition(
                self.at.road, self.at.last, lanes_in_order(self.journey)[lane - 1].id, self.at.stage
            )
        self.at = write(self.document, reading, self.at, branch=branch)
        self.keys += 1 + (lane is not None) + (typed[0] in SIGNS)
        self.characters += len(reading.text)

    def take(self, typed: str) -> None:
        """A sign, some letters, Tab to take what is offered first, Enter.

        As LINE 2.2 counts: the letters of a fact are words, those that seek a step are keys.
        """
        reading = parse(typed, self._lanes())
        offered = suggestions(self.journey, reading, typed[1:].strip(), but=self.at.road)[0]
        words = parse(typed[0] + offered.words, [])
        self.at = write(self.document, words, self.at, existing=offered.id)
        letters = len(typed[1:].strip())
        self.keys += 3 + (letters if reading.kind == "sent_on" else 0)
        self.characters += letters if reading.kind != "sent_on" else 0

    def friction(self, title: str, answers: str) -> None:
        """#, the words, Enter, then a key for each answer."""
        self.line(f"#{title}")
        friction, state = self.at.friction, strip.Strip()
        assert friction is not None
        for key in answers:
            state, given = strip.press(state, key)
            if given is not None:
                verbs.answer_friction(self.document, friction, **{given.field: given.value})
        assert state.over
        self.keys += len(answers)

    def back(self, title: str, keys: int) -> None:
        """PgUp along the road (or an arrow) to a step that so many keys reach."""
        found = next(step for step in self.journey.steps.values() if step.title == title)
        assert keys >= self._distance(found.id)
        self.at = position_at(self.journey, found.id)
        self.keys += keys

    def _distance(self, step: Id) -> int:
        """Keys along the road; one key suffices where the step lies in the lane right above."""
        here, distance = {self.at.road}, 0
        order = [lane.id for lane in lanes_in_order(self.journey)]
        own = self.journey.steps[self.at.road or Id("")]
        if order.index(self.journey.steps[step].lane) == order.index(own.lane) - 1:
            return 1
        while step not in here:
            here = {link.source for link in self.journey.links.values() if link.target in here}
            distance += 1
            assert here
        return distance

    def _lanes(self) -> list[str]:
        return [lane.name for lane in lanes_in_order(self.journey)]


def tell_the_hotel(typist: Typist) -> None:
    typist.start(
        "Få det bättre rummet jag lovats",
        "Gäst, Centrala erbjudanden, Reception, Kundtjänst, Rumslager, Ren AB*",
    )
    typist.line("/Före")
    typist.line("Planerar resan")
    typist.line("Bokar rummet på nätet", 2)
    typist.line("+bokningsnummer")
    typist.line("Mejlar ett erbjudande")
    typist.line("=Ett större rum")
    typist.line("Checkar in på nätet", 3)
    typist.take("+bo")
    typist.friction("Frågas om samma sak igen", "4021")
    typist.back("Mejlar ett erbjudande", 1)
    typist.line("Tackar ja", 1, branch=True)
    typist.line("Bekräftar erbjudandet", 2)
    typist.line("<Tilldelar rum", 5)
    typist.line("/Ankomst")
    typist.line("Köar", 1)
    typist.friction("Lång kö vid incheckningen", "5201")
    typist.line("Tar emot i disken", 3)
    typist.take("=st")
    typist.line("!Löftet ska hållas här")
    typist.friction("Bekräftat erbjudande hålls inte", "3222")
    typist.line('"Det är centralt, inte vi')
    typist.line("Tvistar i disken")
    typist.line("!Avgör om hon kommer igen")
    typist.friction("Vet inte vem hon ska klaga hos", "2\n\n1")
    typist.line(">Ringer centralt", 1)
    typist.line("Svarar i telefonlinjen", 4)
    typist.friction("Skickas mellan telefon och disk", "1321")
    typist.take(">tvi")
    typist.back("Tvistar i disken", 1)
    typist.line("Får nyckeln", branch=True)
    typist.line("<Städar rummet", 6)
    typist.friction("Rummet är inte klart", "2311")
    typist.line("/Vistelsen")
    typist.line("Sover", 1)
    typist.line("*")
    typist.line("!Sömnen är det hon köpte")
    typist.friction("Sover inte", "2023")
    typist.line("/Efter")
    typist.line("Checkar ut", 3)
    typist.friction("Fakturan är fel", "1231")
    typist.line("Skickar enkät", 2)
    typist.friction("Enkäten frågar om fel sak", "3021")


def test_the_whole_story_takes_at_most_126_keys_besides_its_words(
    record_property: Callable[[str, object], None],
) -> None:
    typist = Typist()
    tell_the_hotel(typist)
    record_property("keys besides the words", typist.keys)
    record_property("characters of words", typist.characters)
    assert typist.keys <= 126
    journey = typist.journey
    counts = (len(journey.lanes), len(journey.stages), len(journey.steps), len(journey.frictions))
    assert counts == (6, 4, 17, 9)
    assert [lane.kind for lane in lanes_in_order(journey)] == [
        "customer", "department", "department", "department", "department", "supplier",
    ]  # fmt: skip


def test_the_story_is_joined_as_it_was_told() -> None:
    typist = Typist()
    tell_the_hotel(typist)
    journey = typist.journey
    title = {id: step.title for id, step in journey.steps.items()}
    joined = {(title[link.source], title[link.target], link.kind) for link in journey.links.values()}
    assert joined == {
        ("Planerar resan", "Bokar rummet på nätet", "flow"),
        ("Bokar rummet på nätet", "Mejlar ett erbjudande", "flow"),
        ("Mejlar ett erbjudande", "Checkar in på nätet", "flow"),
        ("Mejlar ett erbjudande", "Tackar ja", "flow"),
        ("Tackar ja", "Bekräftar erbjudandet", "flow"),
        ("Tilldelar rum", "Bekräftar erbjudandet", "info"),
        ("Bekräftar erbjudandet", "Köar", "flow"),
        ("Köar", "Tar emot i disken", "flow"),
        ("Tar emot i disken", "Tvistar i disken", "flow"),
        ("Tvistar i disken", "Ringer centralt", "refer"),
        ("Ringer centralt", "Svarar i telefonlinjen", "flow"),
        ("Svarar i telefonlinjen", "Tvistar i disken", "refer"),
        ("Tvistar i disken", "Får nyckeln", "flow"),
        ("Städar rummet", "Får nyckeln", "info"),
        ("Får nyckeln", "Sover", "flow"),
        ("Sover", "Checkar ut", "flow"),
        ("Checkar ut", "Skickar enkät", "flow"),
    }


def test_facts_stand_where_they_were_said() -> None:
    typist = Typist()
    tell_the_hotel(typist)
    journey = typist.journey

    def step(title: str) -> Step:
        return next(each for each in journey.steps.values() if each.title == title)

    assert step("Mejlar ett erbjudande").makes == step("Tar emot i disken").honours
    assert step("Bokar rummet på nätet").asks == step("Checkar in på nätet").asks
    assert step("Sover").value_in_use and step("Sover").critical_reason == "Sömnen är det hon köpte"
    assert {name_of(journey.steps[each.about]) for each in journey.evidence.values()} == {"Tar emot i disken"}
    dirty = next(each for each in journey.frictions.values() if each.title == "Rummet är inte klart")
    assert dirty.at == step("Städar rummet").id, "a fact goes to the step written last, also one behind"
    stages = {journey.stages[each.stage].name for each in journey.steps.values() if each.stage}
    assert stages == {"Före", "Ankomst", "Vistelsen", "Efter"}
    answered = [len(_answers(friction)) for friction in journey.frictions.values()]
    assert sorted(answered) == [2, 4, 4, 4, 4, 4, 4, 4, 4]


def test_undoing_it_all_gives_back_the_empty_map() -> None:
    typist = Typist()
    start = typist.journey
    tell_the_hotel(typist)
    told = typist.journey
    while typist.document.undo():
        pass
    assert typist.journey == start
    while typist.document.redo():
        pass
    assert typist.journey == told


def _answers(friction: Friction) -> list[str]:
    names = ("hits", "wait_minutes", "work_minutes", "value_lost")
    return [name for name in names if read_quantity(getattr(friction, name), FIELD_SCALES[name])]
