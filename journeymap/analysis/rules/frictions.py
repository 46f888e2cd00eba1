"""Rules about frictions and remedies: causes, evidence, owners (CLAIMS S0-S3)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_
from journeymap.model.records import Action, Friction

NEED_CAUSE, NEED_EVIDENCE = 5, 10
NOT_TRAINING = frozenset({"system", "process", "resources", "mandate"})


def _ranked(matter: Matter, first: int | None = None) -> list[Friction]:
    return [matter.journey.frictions[friction.id] for friction in matter.ranked[:first]]


def _decisive(matter: Matter) -> list[Friction]:
    return [matter.journey.frictions[friction.id] for friction in matter.ranked if friction.tier == "A"]


def _ask(friction: Friction) -> Question:
    return Question((friction.id,), facts={"friction": friction.id})


def _cause_missing(matter: Matter) -> Iterator[Question]:
    return (_ask(friction) for friction in _ranked(matter, NEED_CAUSE) if friction.cause is None)


def _evidence_gap(matter: Matter) -> Iterator[Question]:
    heard = {item.about for item in matter.journey.evidence.values() if item.who == "customer"}
    return (_ask(friction) for friction in _ranked(matter, NEED_EVIDENCE) if friction.id not in heard)


def _mgmt_owner(matter: Matter) -> Iterator[Question]:
    return (_ask(friction) for friction in _decisive(matter) if not (friction.decision_by or "").strip())


def _no_name(matter: Matter) -> Iterator[Question]:
    return (_ask(friction) for friction in _decisive(matter) if not (friction.owner or "").strip())


def _facade(matter: Matter) -> Iterator[Question]:
    """Every action against a friction is training, and its cause is something else."""
    against: dict[str, list[Action]] = {}
    for action in sorted(matter.journey.actions.values(), key=lambda record: record.id):
        for friction in action.frictions or ():
            against.setdefault(friction, []).append(action)
    for id, actions in sorted(against.items()):
        record = next((f for key, f in matter.journey.frictions.items() if key == id), None)
        training = all(action.kind == "training" for action in actions)
        if record is not None and training and record.cause in NOT_TRAINING:
            yield Question((record.id, *(action.id for action in actions)), facts={"friction": record.id})


RULES = (
    Rule("CAUSE-MISSING", _cause_missing, N_("What is behind “{friction}”? No cause is stated.")),
    Rule("EVIDENCE-GAP", _evidence_gap, N_("No {guest} has told of “{friction}” yet.")),
    Rule("MGMT-OWNER", _mgmt_owner, N_("Who in management decides about “{friction}”?"), finished=True),
    Rule("NO-NAME", _no_name, N_("Who owns “{friction}”?"), finished=True),
    Rule("FACADE", _facade, N_("“{friction}” is met with training only, and its cause is another.")),
)
