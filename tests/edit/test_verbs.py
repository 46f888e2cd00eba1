"""Every verb: it does something, undo gives back the very bytes, redo the bytes of having done it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from table_sheets import told

from journeymap.analysis.examine import examine
from journeymap.edit import clipboard, line_writer, verbs
from journeymap.edit.document import Document
from journeymap.edit.invariants import broken
from journeymap.edit.line import parse
from journeymap.edit.line_paste import read_paste
from journeymap.edit.rules import RefusedError
from journeymap.model.ids import HEAD, Id
from journeymap.model.journey import Journey
from journeymap.model.records import Attachment, Lane, Requirement
from journeymap.storage.envelope import encode

I = Id  # noqa: E741 - a table of ids reads better with a short word
Verb = Callable[[Document], Any]

PHOTO = Attachment(sha256="0" * 64, name="desk.jpg", width=800, height=600)

VERBS: dict[str, Verb] = {
    "new_step": lambda d: verbs.new_step(d, "Asks again", after=I("e")),
    "new_step between": lambda d: verbs.new_step(d, "Writes it down", after=I("b")),
    "new_step as branch": lambda d: verbs.new_step(d, "Says no", after=I("b"), branch=True),
    "new_step in a new stage": lambda d: verbs.new_step(d, "Fetches", after=I("c"), stage=I("s2")),
    "new_step free": lambda d: verbs.new_step(d, "Tells others", lane=I("cust"), column=7.5),
    "insert_step": lambda d: verbs.insert_step(d, I("cd"), "Sends in", lane=I("head")),
    "send_on": lambda d: verbs.send_on(d, I("b"), "Rings head office", lane=I("cust")),
    "send_on_to": lambda d: verbs.send_on_to(d, I("e"), I("a")),
    "stand_behind": lambda d: verbs.stand_behind(d, I("b"), "Orders parts", lane=I("head")),
    "move_steps": lambda d: verbs.move_steps(d, [I("d"), I("e")], lane=I("head"), column=2),
    "shift_steps": lambda d: verbs.shift_steps(d, [I("b"), I("c")], columns=1),
    "move_to_lane": lambda d: verbs.move_to_lane(d, [I("b"), I("d")], I("head")),
    "mark_critical": lambda d: verbs.mark_critical(d, I("b"), "Promised here"),
    "mark_value": lambda d: verbs.mark_value(d, I("c")),
    "rename": lambda d: verbs.rename(d, I("work"), "Glass Ltd"),
    "set_field": lambda d: verbs.set_field(d, I("a"), own_minutes=[2, 5], channel="Phone"),
    "set_field of a part": lambda d: verbs.set_field(d, I("cd"), requirement=Requirement(text="Same day")),
    "set_field of the head": lambda d: verbs.set_field(d, HEAD, organisation="Fix & Co", purpose="Keep it"),
    "set_field stage": lambda d: verbs.set_field(d, I("a"), stage=I("s2")),
    "set_field_of_all": lambda d: verbs.set_field_of_all(d, [I("a"), I("c")], goal=True),
    "delete a step": lambda d: verbs.delete(d, [I("c")]),
    "delete many": lambda d: verbs.delete(d, [I("b"), I("d"), I("note"), I("p"), I("i")]),
    "delete a wall": lambda d: verbs.delete(d, [I("w")]),
    "add_lane": lambda d: verbs.add_lane(d, "Parts", below=I("shop")),
    "move_lane": lambda d: verbs.move_lane(d, I("work"), 1),
    "set_lane_kind": lambda d: verbs.set_lane_kind(d, I("head"), "supplier"),
    "delete_lane with its steps": lambda d: verbs.delete_lane(d, I("shop")),
    "delete_lane moving its steps": lambda d: verbs.delete_lane(d, I("shop"), I("head")),
    "merge_lanes": lambda d: verbs.merge_lanes(d, I("shop"), I("head")),
    "split_lane": lambda d: verbs.split_lane(d, I("shop"), [I("e")], "Counter"),
    "insert_lanes": lambda d: verbs.insert_lanes(d, [Lane(name="Parts desk", kind="department", unit="P")]),
    "take_facts": lambda d: verbs.take_facts(d, [Lane(name="Shop", kind="department", unit="X/Shop")]),
    "lane_named": lambda d: verbs.lane_named(d, "Screens Two", supplier=True),
    "add_stage": lambda d: verbs.add_stage(d, "Afterwards"),
    "add_stage at a step": lambda d: verbs.add_stage(d, "In the shop", first_step=I("b")),
    "begin_stage_with": lambda d: verbs.begin_stage_with(d, I("s2"), I("b")),
    "move_stage": lambda d: verbs.move_stage(d, I("s2"), 0),
    "delete_stage": lambda d: verbs.delete_stage(d, I("s2")),
    "stage_named": lambda d: verbs.stage_named(d, "Waiting", I("a")),
    "open_column": lambda d: (verbs.move_steps(d, [I("b")], column=3), verbs.open_column(d, [I("b")])),
    "close_column": lambda d: verbs.close_column(d, 3),
    "link": lambda d: verbs.link(d, I("a"), I("e"), "exit"),
    "unlink": lambda d: verbs.unlink(d, I("cd")),
    "reattach": lambda d: verbs.reattach(d, I("cd"), target=I("e")),
    "reverse": lambda d: verbs.reverse(d, I("ab")),
    "answer_handoff yes": lambda d: verbs.answer_handoff(d, I("b"), I("d"), "yes", [I("cd")]),
    "answer_handoff no": lambda d: verbs.answer_handoff(d, I("d"), I("e"), "no"),
    "answer_handoff unknown": lambda d: verbs.answer_handoff(d, I("b"), I("d"), "unknown", [I("cd")]),
    "add_friction": lambda d: verbs.add_friction(d, I("e"), "Long queue"),
    "answer_friction": lambda d: verbs.answer_friction(d, I("f"), hits="often", wait_minutes=(5, 9)),
    "set_votes of a friction": lambda d: verbs.set_votes(d, I("f"), 8, 12),
    "set_votes of a step": lambda d: verbs.set_votes(d, I("c"), 2, 3),
    "move_friction": lambda d: verbs.move_friction(d, I("f"), I("de")),
    "attach_picture to a step": lambda d: verbs.attach_picture(d, I("b"), PHOTO),
    "attach_picture as the logo": lambda d: verbs.attach_picture(d, HEAD, PHOTO),
    "attach_picture in place of another": lambda d: verbs.attach_picture(d, I("ev"), PHOTO),
    "take_picture_away": lambda d: verbs.take_picture_away(d, I("ev")),
    "merge_frictions": lambda d: verbs.merge_frictions(d, I("g"), [I("f")]),
    "make_or_keep_promise": lambda d: verbs.make_or_keep_promise(d, I("e"), "A loan phone"),
    "ask_item": lambda d: verbs.ask_item(d, I("e"), "receipt number"),
    "add_quote": lambda d: verbs.add_quote(d, I("e"), "It is not us"),
    "add_evidence": lambda d: verbs.add_evidence(d, I("w"), "observed", who="staff"),
    "confirm_wall": lambda d: verbs.confirm_wall(d, "referral:d:e", number=2),
    "dismiss_wall": lambda d: verbs.dismiss_wall(d, "referral:b:d", "They sit together"),
    "draw_wall": lambda d: verbs.draw_wall(d, I("d"), I("e")),
    "reopen_wall": lambda d: verbs.reopen_wall(d, "referral:b:d"),
    "set_wall_fact": lambda d: verbs.set_wall_fact(d, "referral:b:d", handed_over="The phone", receipt=False),
    "take_wall_away": lambda d: verbs.take_wall_away(d, examine(d.present, trials=0).walls),
    "number_walls": lambda d: verbs.number_walls(d, {"referral:b:d": 1, "supplier:d:e": 2}),
    "dismiss_finding": lambda d: verbs.dismiss_finding(d, "NO-EXIT:c", "Known", facts="1f"),
    "agree_finding": lambda d: verbs.agree_finding(d, "NO-EXIT:c", by="Ann", facts="1f"),
    "recall_finding": lambda d: (
        verbs.dismiss_finding(d, "NO-EXIT:c"),
        verbs.recall_finding(d, "NO-EXIT:c"),
        verbs.park(d, "Recalled"),
    ),
    "park": lambda d: verbs.park(d, "Who pays?", lane=I("shop"), column=2),
    "add_measure": lambda d: verbs.add_measure(d, "Did you sleep well?", I("e")),
    "add_action": lambda d: verbs.add_action(d, "Call back", [I("f")], owner="Shop"),
    "add_walk": lambda d: verbs.add_walk(d, by="Ann", observations="Queue to the door"),
    "note_surprise": lambda d: verbs.note_surprise(d, "They call", "They wait"),
    "note_on_walk": lambda d: verbs.note_on_walk(d, None, I("b"), "observed", "staff", "They queue"),
    "begin_map": lambda d: verbs.begin_map(d, "A phone that works", ["Owner", "Web shop", "Post*"]),
    "bring_in": lambda d: verbs.bring_in(
        d, told("Id;Step;Lane;Next;Pain point\n1;Rings;Shop;2;Slow\n2;Waits;Post*;;")
    ),
    "paste_lines": lambda d: verbs.paste_lines(
        d, read_paste("- Head: Asks\n# Slow\n- Answers", ["Head office"]), I("b")
    ),
    "paste a table": lambda d: verbs.paste_lines(
        d, read_paste("Step\tLane\tNext\nOne\tNew\tTwo\nTwo\tShop\t", ["Shop"])
    ),
    "paste": lambda d: clipboard.paste(d, clipboard.copy(d.journey, [I("shop"), I("c")])),
    "duplicate": lambda d: clipboard.duplicate(d, [I("c"), I("d")]),
    "write": lambda d: line_writer.write(
        d, parse("> Parts*: Sends !", []), line_writer.position_at(d.journey, I("b"))
    ),
}


@pytest.mark.parametrize("name", VERBS)
def test_do_undo_redo(document: Document, name: str) -> None:
    start = encode(document.journey)
    VERBS[name](document)
    done = encode(document.journey)
    assert done != start
    assert not list(broken(document.journey))
    labels = []
    while document.undo_label is not None:
        labels.append(document.undo_label)
        document.undo()
    assert encode(document.journey) == start
    while document.redo():
        pass
    assert encode(document.journey) == done
    assert all(labels)


@pytest.mark.parametrize("name", [name for name in VERBS if name not in ("open_column", "recall_finding")])
def test_every_verb_is_one_undo_step(document: Document, name: str) -> None:
    heard: list[object] = []
    document.subscribe(heard.append)
    VERBS[name](document)
    assert len(heard) == 1
    assert document.undo() and not document.undo()


def test_every_verb_has_its_row() -> None:
    reading = {"lane_called", "name_field", "wall_with", "drawn_key", "promise_called", "item_called"}
    used = {name.split()[0] for name in VERBS} | reading
    assert set(verbs.__all__) <= used


REFUSED: dict[str, Verb] = {
    "an empty title": lambda d: verbs.new_step(d, " \n", after=I("a")),
    "an empty name": lambda d: verbs.rename(d, I("shop"), ""),
    "a name that is set empty": lambda d: verbs.set_field(d, I("shop"), name=" "),
    "a link to itself": lambda d: verbs.link(d, I("a"), I("a")),
    "a link that is there": lambda d: verbs.link(d, I("a"), I("b")),
    "an order from the customer": lambda d: verbs.link(d, I("a"), I("b"), "order"),
    "a supplier as owner": lambda d: verbs.set_field(d, I("f"), owner="screens ltd"),
    "more votes than voters": lambda d: verbs.set_votes(d, I("f"), 3, 2),
    "the customer below": lambda d: verbs.move_lane(d, I("cust"), 2),
    "a share above all": lambda d: verbs.set_field(d, I("ab"), share=1.5),
    "text where a number belongs": lambda d: verbs.set_field(d, I("a"), column="three"),
    "a friction at a lane": lambda d: verbs.move_friction(d, I("f"), I("shop")),
    "what is not ours": lambda d: clipboard.paste(d, '{"journeymap_records": 1, "tables": {"steps": 3}}'),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_rules_refuse_changes_nothing(document: Document, name: str) -> None:
    before = document.journey
    with pytest.raises(RefusedError):
        REFUSED[name](document)
    assert document.journey is before and document.undo_label is None


@pytest.mark.parametrize("field", ["id", "extra", "colour"])
def test_only_real_fields_can_be_set(document: Document, field: str) -> None:
    with pytest.raises(AttributeError):
        verbs.set_field(document, I("a"), **{field: "x"})


def test_a_verb_about_nothing_says_so(document: Document) -> None:
    with pytest.raises(KeyError):
        verbs.rename(document, I("gone"), "X")
    assert verbs.delete(document, [I("gone")]) == ()


def test_the_first_step_of_an_empty_map_brings_the_customer() -> None:
    document = Document(Journey())
    step = verbs.new_step(document, "Plans a trip")
    journey = document.journey
    assert [(lane.name, lane.kind) for lane in journey.lanes.values()] == [("Customer", "customer")]
    assert journey.steps[step].column == 1 and journey.steps[step].start is None
    assert journey.steps[step].lane in journey.lanes
