"""Rules about critical moments and promises (CLAIMS S0, S3)."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import Certainty
from journeymap.analysis.rules.kit import Matter, Question, Rule
from journeymap.i18n.catalogue import N_
from journeymap.model.reading import is_critical, majority

MOST_MOMENTS, MOST_SHARE = 3, 0.2


def _crit_inflation(matter: Matter) -> Iterator[Question]:
    """More than three critical moments, or more than a fifth of the customer's own steps critical."""
    graph = matter.ground.graph
    critical = [number for number, step in enumerate(graph.steps) if is_critical(step)]
    about = tuple(graph.steps[number].id for number in critical)
    own = sum(graph.customer)
    own_critical = sum(graph.customer[number] for number in critical)
    if len(critical) > MOST_MOMENTS:
        yield Question(about, facts={"n": len(critical)})
    elif len(critical) > 1 and own_critical > MOST_SHARE * own > 0:
        yield Question(about, facts={"n": own_critical, "all": own}, say="share")


def _treatment_crit(matter: Matter) -> Iterator[Question]:
    """How people are treated weighs most: proposed as decisive until somebody answers."""
    for friction in sorted(matter.journey.frictions.values(), key=lambda record: record.id):
        unanswered = friction.critical is None and majority(friction.votes) is None
        if friction.kind == "treatment" and unanswered and friction.status != "solved":
            yield Question((friction.id,), "suspected", {"friction": friction.id})


def _exit_unknown(matter: Matter) -> Iterator[Question]:
    """Critical steps of which nobody says how many leave; certain where an exit is drawn without share."""
    drawn: dict[str, bool] = {}
    for link in matter.journey.links.values():
        if link.kind == "exit":
            drawn[link.source] = drawn.get(link.source, False) or link.share is not None
    for step in matter.ground.graph.steps:
        if is_critical(step) and not drawn.get(step.id):
            sure: Certainty = "certain" if step.id in drawn else "suspected"
            yield Question((step.id,), sure, {"step": step.id}, unsaid=step.id not in drawn)


def _gap(matter: Matter) -> Iterator[Question]:
    """The experience falls below what was expected where a promise is to be honoured."""
    for step in matter.ground.graph.steps:
        promises = [id for id in step.honours or () if id in matter.journey.promises]
        if step.expectation is None or step.experience is None:
            continue
        if promises and step.experience < step.expectation:
            seen = {"expectation": step.expectation, "experience": step.experience}
            yield Question((step.id,), facts={"step": step.id, "promise": promises[0]}, seen=seen)


RULES = (
    Rule(
        "CRIT-INFLATION",
        ("S3.1",),
        "moments",
        _crit_inflation,
        N_("Too many decisive moments"),
        N_("More than three critical moments, or more than a fifth of the steps {the_guest} takes."),
        {
            "": N_("{n} critical moments. If everything decides, nothing does. Which three?"),
            "share": N_("Of the {all} steps {the_guest} takes, {n} are marked decisive. Which decide?"),
        },
        answer="critical",
    ),
    Rule(
        "TREATMENT-CRIT",
        ("S3.6",),
        "moments",
        _treatment_crit,
        N_("How people are treated"),
        N_("Frictions about treatment of which nobody has said whether they decide."),
        {"": N_("“{friction}” is about how people are treated. Does it decide?")},
        answer="critical",
    ),
    Rule(
        "EXIT-UNKNOWN",
        ("S3.5",),
        "moments",
        _exit_unknown,
        N_("How many leave"),
        N_("Whether an exit with its share is drawn at every critical step."),
        {"": N_("It is not said how many leave for good after “{step}”.")},
    ),
    Rule(
        "GAP",
        ("S0.17", "S2.7"),
        "moments",
        _gap,
        N_("Less than was promised"),
        N_("Expectation and experience at steps that are to honour a promise."),
        {"": N_("At “{step}” the experience falls short of “{promise}”.")},
    ),
)
