"""What cells are read from is kept from state to state only where it is still true."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheet_maps import visit

from journeymap.analysis.examine import examine
from journeymap.edit import verbs
from journeymap.edit.document import Document
from journeymap.edit.invariants import InvariantError
from journeymap.edit.rules.verdict import RefusedError
from journeymap.i18n import catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.reading import last_stage, stage_of_step, stage_of_steps, steps_in_order
from journeymap.model.records import Friction, Item, Lane, Link, Promise, Stage, Step
from journeymap.sheets import names
from journeymap.sheets.known import Known

I = Id  # noqa: E741 - a table of ids reads better with a short word
FACTS = (
    "steps", "numbers", "stages", "columns", "links_from", "frictions_at", "evidence_about", "ranked",
    "unranked", "marks", "steps_in_lane", "steps_in_stage",
)  # fmt: skip
KINDS = ((Step,), (Lane,), (Stage,), (Promise,), (Item,), (Link,), (Friction,), (Step, Link, Friction, Lane))
EDITS: Mapping[str, Callable[[Document], object]] = {
    "rename": lambda d: verbs.rename(d, I("answers"), "Asks"),
    "rename back": lambda d: verbs.rename(d, I("answers"), "Answers"),
    "rename lane": lambda d: verbs.rename(d, I("office"), "Desk"),
    "rename stage": lambda d: verbs.rename(d, I("s2"), "Before"),
    "rename friction": lambda d: verbs.rename(d, I("f1"), "Asks"),
    "minutes": lambda d: verbs.set_field(d, I("asks"), own_minutes=30),
    "move": lambda d: verbs.shift_steps(d, [I("decides")], columns=-2),
    "lane": lambda d: verbs.shift_steps(d, [I("asks")], rows=1),
    "stage": lambda d: verbs.set_field(d, I("asks"), stage=I("s2")),
    "step": lambda d: verbs.new_step(d, "Asks", after=I("asks")),
    "friction": lambda d: verbs.add_friction(d, I("l2"), "Nobody calls"),
    "delete": lambda d: verbs.delete(d, [I("waits")]),
    "unlink": lambda d: verbs.delete(d, [I("l2")]),
}


def all_of(known: Known) -> dict[object, Any]:
    """Everything that is ever asked for."""
    facts: dict[object, Any] = {name: getattr(known, name) for name in FACTS}
    return facts | {kinds: names.labels(known, kinds) for kinds in KINDS} | {"makes": known.using("makes")}


@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.booleans()), max_size=6))
def test_kept_knowledge_is_what_one_would_find_anew(edits: list[tuple[str, bool]]) -> None:
    document, t = Document(visit()), catalogue("en")
    findings = examine(document.journey, trials=0)
    known = Known(document.journey, findings, t)
    for name, examined in edits:
        all_of(known)
        try:
            EDITS[name](document)
        except (RefusedError, InvariantError, KeyError):
            continue
        findings = examine(document.journey, trials=0) if examined else findings
        known = known.then(document.journey, findings)
        assert all_of(known) == all_of(Known(document.journey, findings, t))


def test_what_nobody_touched_is_the_same_object() -> None:
    document = Document(visit())
    verbs.rename(document, I("asks"), "Rings")  # from now on every step says its stage itself
    known = Known(document.journey, examine(document.journey, trials=0), catalogue("en"))
    all_of(known)
    assert known.then(document.journey, known.findings) is known
    verbs.rename(document, I("asks"), "Calls")
    after = known.then(document.journey, known.findings)
    assert after.links_from is known.links_from
    assert after.labels[(Lane,)] is known.labels[(Lane,)]
    assert (Step,) not in after.labels and (Link,) not in after.labels, "links are called by their steps"
    assert [step.title for step in after.steps] == ["Calls", "Answers", "Waits", "Decides"]


STEPS = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(0, 3), st.sampled_from([None, "s1", "s2", "gone"])),
    max_size=8,
)


def _journey(steps: list[tuple[str, int, str | None]]) -> Journey:
    return journey_of(
        *(Lane(id=I(lane), name=lane, kind="department") for lane in "ab"),
        *(Stage(id=I(stage), name=stage) for stage in ("s1", "s2")),
        *(
            Step(id=I(f"{n}"), title="x", lane=I(lane), column=column, stage=I(stage) if stage else None)
            for n, (lane, column, stage) in enumerate(steps)
        ),
    )


@given(STEPS, st.integers(0, 3))
def test_the_stage_of_one_step_is_what_all_of_them_in_order_say(
    steps: list[tuple[str, int, str | None]], column: int
) -> None:
    journey = _journey(steps)
    stages = stage_of_steps(journey)
    assert stages == stage_of_steps(journey, steps_in_order(journey))
    assert {step.id: stage_of_step(journey, step) for step in journey.steps.values()} == {
        id: stages.get(id) for id in journey.steps
    }
    earlier = [stages.get(step.id) for step in steps_in_order(journey) if (step.column or 0) <= column]
    assert last_stage(journey, lambda step: (step.column or 0) <= column) == (
        earlier[-1] if earlier else None
    )


@pytest.mark.parametrize("kinds", KINDS)
def test_names_tell_every_record_from_all_others(kinds: tuple[type, ...]) -> None:
    document = Document(visit())
    for name in ("rename", "rename lane", "rename friction", "step", "friction"):
        EDITS[name](document)
    known = Known(document.journey, examine(document.journey, trials=0), catalogue("en"))
    labels = names.labels(known, kinds)
    assert len(set(labels.values())) == len(labels)
    assert all(names.find(known, kinds, label) == id for id, label in labels.items())
