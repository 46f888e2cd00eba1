"""Where something dragged in the outline goes: a plan to carry out, or the reason why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from journeymap.edit import columns, verbs
from journeymap.edit.document import Document
from journeymap.edit.message import Message
from journeymap.edit.rules import may_move_friction
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import column_of, stage_of_steps, stages_in_order
from journeymap.model.records import Friction, Stage, Step
from journeymap.ui.lists.branches import STAYS

Where = Literal["above", "on", "below"]


class Plan(NamedTuple):
    """`do` on the document; or `refusal`, empty where nothing needs to be said."""

    do: Callable[[Document], object] | None = None
    refusal: Message = Message("")


NOWHERE = Plan()


def planned(journey: Journey, ids: Sequence[str], onto: str, where: Where) -> Plan:
    """What dropping these above, on or below a stage or step does."""
    records = [journey.get(Id(id)) for id in ids]
    target = journey.get(Id(onto))
    if not records or target is None or onto in ids or not isinstance(target, Stage | Step):
        return NOWHERE
    if all(isinstance(record, Step) for record in records):
        return _steps(journey, [Id(id) for id in ids], target, where)
    if len(records) == 1 and isinstance(records[0], Stage):
        return _stage(journey, records[0].id, target, where)
    if len(records) == 1 and isinstance(records[0], Friction):
        return _friction(journey, records[0].id, target)
    return Plan(refusal=Message(STAYS))


def _steps(journey: Journey, ids: Sequence[Id], target: Stage | Step, where: Where) -> Plan:
    if isinstance(target, Stage):
        return Plan(lambda document: verbs.set_field_of_all(document, ids, stage=target.id))
    ordered = sorted(ids, key=lambda id: (column_of(journey.steps[id]), id))
    used, here = columns.in_use(journey), column_of(target)
    column = {
        "above": columns.before(used, here),
        "on": columns.tidy(here),
        "below": columns.beside(used, here),
    }[where]
    stage = stage_of_steps(journey).get(target.id)

    def do(document: Document) -> None:
        with document.edit(N_("Move step")) as draft:
            verbs.move_steps(document, ordered, column=column)
            for id in ordered if stage is not None else ():
                draft.set(id, stage=stage)

    return Plan(do)


def _stage(journey: Journey, stage: Id, target: Stage | Step, where: Where) -> Plan:
    """The stage takes the place of the one it is dropped on, or beside it."""
    order = [each.id for each in stages_in_order(journey) if each.id != stage]
    beside = target.id if isinstance(target, Stage) else stage_of_steps(journey).get(target.id)
    if beside not in order:
        return NOWHERE
    place = order.index(beside) + (where == "below" or isinstance(target, Step))
    return Plan(lambda document: verbs.move_stage(document, stage, place))


def _friction(journey: Journey, friction: Id, target: Stage | Step) -> Plan:
    if isinstance(target, Stage):
        return Plan(refusal=Message(N_("A friction belongs to a step or to a hand-off.")))
    verdict = may_move_friction(journey, friction, target.id)
    if not verdict:
        return Plan(refusal=verdict.reason)
    return Plan(lambda document: verbs.move_friction(document, friction, target.id))
