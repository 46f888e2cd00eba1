"""Copy and paste: fresh ids, what hangs together stays together, lanes found by name."""

from __future__ import annotations

import json

import pytest

from journeymap.edit import clipboard, verbs
from journeymap.edit.document import Document
from journeymap.edit.rules import RefusedError
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.reading import name_of, steps_in_order
from journeymap.model.records import Lane, Odd, Step

I = Id  # noqa: E741 - a table of ids reads better with a short word


def test_steps_come_with_what_joins_them_and_what_rubs(document: Document) -> None:
    came = clipboard.paste(document, clipboard.copy(document.journey, [I("b"), I("c")]))
    journey = document.journey
    steps = [journey.steps[id] for id in came if id in journey.steps]
    assert [(step.title, step.lane, step.column, step.stage) for step in steps] == [
        ("Takes in", "shop", 6, "s2"),
        ("Waits", "cust", 7, "s2"),
    ]
    links = [journey.links[id] for id in came if id in journey.links]
    assert [(link.source, link.target, link.info) for link in links] == [(steps[0].id, steps[1].id, "yes")]
    frictions = [journey.frictions[id] for id in came if id in journey.frictions]
    assert [(each.title, each.at, each.walls) for each in frictions] == [("Nobody calls", steps[1].id, None)]
    evidence = [journey.evidence[id] for id in came if id in journey.evidence]
    assert [(each.about, each.quote) for each in evidence] == [(frictions[0].id, "Not our table")]
    assert steps[0].makes == ("p",) and steps[0].asks == ("i",)
    assert len(journey.promises) == 1


def test_another_map_finds_lanes_by_name_and_makes_what_it_lacks(story: Journey) -> None:
    other = Document(journey_of(Lane(id=I("l1"), name="CUSTOMER", kind="customer", order=1)))
    came = clipboard.paste(other, clipboard.copy(story, [I("a"), I("b"), I("note")]))
    journey = other.journey
    lanes = {lane.name: (lane.kind, lane.unit) for lane in journey.lanes.values()}
    assert lanes == {
        "CUSTOMER": ("customer", None),
        "Shop": ("department", "Fix/Shop"),
        "Head office": ("department", "Fix/Head office"),
    }
    assert journey.steps[came[0]].lane == "l1"
    assert not set(came) & {record.id for record in story}
    assert [name_of(promise) for promise in journey.promises.values()] == ["Ready on Friday"]
    assert [name_of(item) for item in journey.items.values()] == ["Receipt number"]
    assert [name_of(stage) for stage in journey.stages.values()] == ["Before"]
    assert [name_of(note) for note in journey.notes.values()] == ["Who decides?"]


def test_a_lane_comes_with_its_steps(story: Journey) -> None:
    other = Document(Journey())
    clipboard.paste(other, clipboard.copy(story, [I("shop")]))
    assert sorted(step.title for step in other.journey.steps.values()) == ["Hands out", "Takes in"]


def test_steps_of_one_lane_go_to_the_lane_that_is_chosen(document: Document) -> None:
    text = clipboard.copy(document.journey, [I("b"), I("e")])
    came = clipboard.paste(document, text, lane=I("head"), column=2.5)
    steps = [document.journey.steps[id] for id in came[:2]]
    assert [step.lane for step in steps] == ["head", "head"]
    order = [step.title for step in steps_in_order(document.journey)]
    assert order == ["Asks", "Takes in", "Takes in", "Hands out", "Waits", "Repairs", "Hands out"]


def test_a_duplicate_stands_right_behind_and_doubles_no_friction(document: Document) -> None:
    came = clipboard.duplicate(document, [I("b"), I("c")])
    journey = document.journey
    assert [step.title for step in steps_in_order(journey)] == [
        "Asks", "Takes in", "Waits", "Takes in", "Waits", "Repairs", "Hands out",
    ]  # fmt: skip
    assert len(journey.frictions) == 2 and document.undo_label == "Duplicate"
    assert len([id for id in came if id in journey.links]) == 1
    assert clipboard.duplicate(document, [I("gone")]) == ()


def test_unknown_fields_come_along_and_unusable_values_stay_behind() -> None:
    extra = {"colour": "teal", "channel": Odd(raw=7, read=None)}
    source = journey_of(
        Lane(id=I("l"), name="Guest", kind="customer"),
        Step(id=I("s"), title="Plans", lane=I("l"), extra=extra, own_minutes=(2, 3), critical=False),
    )
    target = Document(Journey())
    (step,) = clipboard.paste(target, clipboard.copy(source, [I("s")]))
    pasted = target.journey.steps[step]
    assert pasted.extra == {"colour": "teal"}
    assert (pasted.own_minutes, pasted.critical, pasted.column) == ((2, 3), False, 1)


def test_frictions_whose_place_stays_behind_stay_behind(document: Document) -> None:
    text = clipboard.copy(document.journey, [I("f"), I("ev")])
    before = document.journey
    assert clipboard.paste(document, text) == () and document.journey is before


def test_our_text_is_known_and_readable(story: Journey) -> None:
    text = clipboard.copy(story, [I("a")])
    assert clipboard.is_ours(text) and not clipboard.is_ours("Customer: Asks")
    assert set(json.loads(text)["tables"]) == {"lanes", "stages", "steps"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "7",
        '{"journeymap_records": 1}',
        '{"journeymap_records": 1, "tables": []}',
        '{"journeymap_records": 1, "tables": {"steps": {"x": {"title": "no lane"}}}}',
        '{"journeymap_records": 1, "tables": {"steps": {"x": {"title": "x", "lane": "gone"}}}}',
        '{"journeymap_records": 1, "tables": {"steps": {"x": [1]}}}',
        "[" * 100_000,
    ],
)
def test_what_is_none_of_ours_is_refused_and_changes_nothing(document: Document, text: str) -> None:
    before = document.journey
    with pytest.raises(RefusedError):
        clipboard.paste(document, text)
    assert document.journey is before


def test_a_copied_link_without_sense_is_refused(document: Document) -> None:
    text = clipboard.copy(document.journey, [I("b"), I("c")])
    bent = text.replace('"target": "c"', '"target": "b"')
    with pytest.raises(RefusedError):
        clipboard.paste(document, bent)


def test_cut_is_copy_and_delete(document: Document) -> None:
    text = clipboard.copy(document.journey, [I("d")])
    verbs.delete(document, [I("d")])
    came = clipboard.paste(document, text, column=1.5)
    assert document.journey.steps[came[0]].title == "Repairs"
