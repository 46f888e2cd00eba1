"""What a table tells comes into a map: lanes and stages shared, places found, nothing added twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from table_sheets import GRID, VISIO, told

from journeymap.edit import verbs
from journeymap.edit.behaviours.stages import _Fitting, _One
from journeymap.edit.document import Document
from journeymap.edit.invariants import broken
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import lanes_in_order, name_of, stage_of_steps, stages_in_order, steps_in_order
from journeymap.model.records import Head
from journeymap.storage.stages import stages_fall

I = Id  # noqa: E741 - a table of ids reads better with a short word


def empty() -> Document:
    return Document(Journey(head=Head(language="sv", customer_word="guest", organisation="Hotel AB")))


def test_a_process_table_becomes_a_map() -> None:
    document = empty()
    steps = verbs.bring_in(document, told(VISIO))
    journey = document.journey
    assert [name_of(lane) for lane in lanes_in_order(journey)] == ["Customer", "Service desk", "Back office"]
    assert [lane.kind for lane in lanes_in_order(journey)] == ["customer", "department", "department"]
    assert [lane.unit for lane in lanes_in_order(journey)] == [
        None,
        "Hotel AB/Service desk",
        "Hotel AB/Back office",
    ]
    assert [journey.steps[id].column for id in steps] == [1, 2, 3, 3, 4]
    assert {
        (link.label, name_of(journey.steps[link.target])) for link in journey.links.values() if link.label
    } == {
        ("Yes", "Solve at once"),
        ("No", "Escalate"),
    }
    assert list(broken(journey)) == [] and not stages_fall(journey)
    document.undo()
    assert document.journey == empty().journey


def test_a_grid_becomes_a_map() -> None:
    document = empty()
    verbs.bring_in(document, told(GRID))
    journey = document.journey
    lanes = [(lane.name, lane.kind) for lane in lanes_in_order(journey)]
    assert lanes == [("Gäst", "customer"), ("Reception", "department"), ("Bakom scenen", "department")]
    frictions = journey.frictions.values()
    assert {(friction.title, name_of(journey.get(friction.at))) for friction in frictions} == {
        ("Frågas igen", "Checkar in"), ("Lång kö", "Checkar in"), ("Fel belopp", "Betalar"),
    }  # fmt: skip
    quote = next(iter(journey.evidence.values()))
    assert (quote.quote, quote.level) == ("Det är inte vårt bord", "heard")
    action = next(iter(journey.actions.values()))
    assert {name_of(journey.frictions[id]) for id in action.frictions or ()} == {"Frågas igen", "Lång kö"}
    assert [name_of(stage) for stage in stages_in_order(journey)] == ["Före", "Under", "Efter"]


def test_it_comes_in_behind_what_is_there_and_shares_lanes(document: Document) -> None:
    before = document.journey
    steps = verbs.bring_in(document, told("Step;Lane\nRings;SHOP\nWaits;Bank\nPays;"))
    journey = document.journey
    assert [journey.steps[id].lane for id in steps][:1] == ["shop"]
    assert journey.steps[steps[2]].lane == journey.steps[steps[1]].lane
    last = max(step.column or 0 for step in before.steps.values())
    assert all((journey.steps[id].column or 0) > last for id in steps)
    assert [link.target for link in journey.links.values() if link.source == steps[0]] == [steps[1]]
    assert set(before.links) <= set(journey.links)


def test_steps_of_a_stage_that_is_there_come_in_behind_it(document: Document) -> None:
    journey = document.journey
    stages = stages_in_order(journey)
    steps = verbs.bring_in(document, told(f"Step;Stage\nRings;{stages[0].name}\nWaits;Afterwards"))
    after = document.journey
    assert stage_of_steps(after)[steps[0]] == stages[0].id
    assert not stages_fall(after)
    order = [step.id for step in steps_in_order(after)]
    held = stage_of_steps(journey)
    of_second = [id for id in order if held.get(id) == stages[1].id]
    assert order.index(steps[0]) < order.index(of_second[0])
    assert [step.column for step in after.steps.values() if step.id in journey.steps] == [
        step.column for step in journey.steps.values()
    ]


def test_promises_and_information_are_found_again_by_name(document: Document) -> None:
    headings = "Step;Promise made;Promise to be kept;Information asked for"
    text = f"{headings}\nRings;Ready on Friday;;imei\nPays;;ready on friday;"
    steps = verbs.bring_in(document, told(text))
    journey = document.journey
    promise = next(id for id, one in journey.promises.items() if one.text == "Ready on Friday")
    assert journey.steps[steps[0]].makes == (promise,) and journey.steps[steps[1]].honours == (promise,)
    assert len(journey.items) == len({one.name.casefold() for one in journey.items.values()})


def test_ids_of_another_program_are_not_kept() -> None:
    document = empty()
    steps = verbs.bring_in(document, told("Id;Step\n1;Rings\n2;Waits"))
    assert not set(steps) & {"1", "2"}


Places = list[tuple[float, int]]
settled = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4)), max_size=6)
asked = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4)), max_size=8)


def fitting_by_looking_at_all(column: float, own: int, there: Places) -> int:
    """The second way: every stage to the left and to the right is looked at each time."""
    least = max((stage for at, stage in there if at <= column), default=0)
    most = min((stage for at, stage in there if at >= column), default=max(own, least))
    return own if least > most else min(max(own, least), most)


@given(settled, asked)
def test_many_steps_find_their_stages_as_few_do(
    there: list[tuple[float, int]], asks: list[tuple[float, int]]
) -> None:
    fitting, known = _Fitting(there), list(there)
    for column, own in sorted(asks):
        fit = fitting_by_looking_at_all(column, own, known)
        assert fitting.place(column, own) == fit
        known.append((column, fit))
    for column, own in asks[:1]:
        assert _One(there).place(column, own) == fitting_by_looking_at_all(column, own, there)
