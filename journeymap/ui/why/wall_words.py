"""What is said of a wall: the rule, the facts it rests on, how certain, what would settle it."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis.findings import WallFinding, WallType
from journeymap.analysis.words import customer_forms, unit_of_step
from journeymap.i18n import N_, Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.reading import name_of
from journeymap.model.records import Link

RULES: Mapping[WallType, str] = {
    "referral": N_(
        "A wall stands where {the_guest} goes from one unit to another, and the second does not know "
        "what the first knows."
    ),
    "supplier": N_(
        "A wall stands where {the_guest} goes between you and a supplier without the one knowing what "
        "the other knows."
    ),
    "promise": N_("A wall stands where one unit promises, another is to keep it, and nothing is passed on."),
    "memory": N_("A wall stands where the same thing is asked for twice, and nothing was passed on."),
    "ping_pong": N_("A wall stands where {the_guest} can be sent round between units."),
    "nobody": N_("A wall stands where a road ends before the goal, or a promise is to be kept nowhere."),
    "silent": N_("A wall stands where somebody behind is waited for, and nothing tells {the_guest} so."),
    "channel": N_("A wall stands where {the_guest} has to change channel on the way between two units."),
    "mandate": N_("A wall stands where those at a decisive moment may not decide, and another unit may."),
    "refusal": N_("A wall stands where one unit refused another's order."),
}
BECAUSE: Mapping[str, str] = {
    "refer": N_("A link on the way is a referral."),
    "no": N_("A link on the way says that the receiver does not know."),
    "silent": N_("No link on the way says whether the receiver knows."),
    "unmade": N_("No step on the map makes this promise."),
    "open_end": N_("Nothing leads on from here, and it is neither goal nor end."),
    "unhonoured": N_("No step on the map is to keep this promise."),
    "drawn": N_("The team drew it by hand."),
}
SETTLES: Mapping[WallType, str] = {
    "referral": N_("It goes when {the_guest} is no longer referred, or when you say that it is no wall."),
    "supplier": N_("It goes when {the_guest} is no longer referred, or when you say that it is no wall."),
    "promise": N_("It goes when an information link leads from where it is promised to where it is kept."),
    "memory": N_(
        "It goes when an information link leads from the first to the second, or when the law says it must "
        "be asked again."
    ),
    "ping_pong": N_("It goes when a link back is marked as meant to be so, or is no longer needed."),
    "nobody": N_("It goes when the road leads on, or when the step is marked as goal or end."),
    "silent": N_("It goes when somebody tells {the_guest} how it stands: a status link from either step."),
    "channel": N_("It goes when nobody has to change channel: take the mark off the link."),
    "mandate": N_("It goes when those at the first step can solve it themselves."),
    "refusal": N_("It goes when the order is no longer refused."),
}
INFO: Mapping[str | None, str] = {
    "yes": N_("the receiver knows"),
    "partial": N_("the receiver knows partly"),
    "no": N_("the receiver does not know"),
    "unknown": N_("nobody knows whether the receiver knows"),
}


def rule(finding: WallFinding, journey: Journey, t: Catalogue) -> str:
    """The rule in a sentence; a drawn wall has none."""
    if finding.because == "drawn":
        return t("No rule found it: the team drew it by hand.")
    return t(RULES[finding.type], **customer_forms(journey, t))


def facts(finding: WallFinding, journey: Journey, t: Catalogue) -> tuple[str, ...]:
    """What it saw: the sentence of the wall's reason, promise or information by name."""
    said = [t(BECAUSE[finding.because])] if finding.because else []
    if finding.item in journey.items:
        said.append(t("Asked for at both: “{item}”.", item=name_of(journey.get(Id(finding.item or "")))))
    if finding.promise in journey.promises:
        said.append(t("The promise: “{promise}”.", promise=name_of(journey.get(Id(finding.promise or "")))))
    return tuple(said)


def certainty(finding: WallFinding, t: Catalogue) -> str:
    """How sure, and why."""
    if finding.state == "confirmed":
        return t("Confirmed: the team has said that it is so.")
    if finding.state == "drawn":
        return t("Certain: the team drew it.")
    if finding.certainty == "certain":
        return t("Certain: everything the rule asks for stands on the map.")
    return t("Suspected: something the rule asks for has not been said yet. It counts in no figure.")


def hand_off_question(finding: WallFinding, journey: Journey, t: Catalogue) -> str:
    """The one question that settles most walls."""
    a, b = unit_of_step(journey, finding.source), unit_of_step(journey, finding.target)
    return t("Does {b} already know what {a} knows?", a=a, b=b)


def settles(finding: WallFinding, journey: Journey, t: Catalogue) -> tuple[str, ...]:
    """The question or the change that would settle it."""
    if finding.type in ("referral", "supplier") and finding.because in ("no", "silent"):
        return (hand_off_question(finding, journey, t),)
    if finding.because == "drawn":
        return (t("It goes when you say that it is no wall."),)
    if finding.because == "unmade":
        return (t("Say at which step the promise is made."),)
    return (t(SETTLES[finding.type], **customer_forms(journey, t)),)


def lanes_without_unit(finding: WallFinding, journey: Journey) -> tuple[Id, ...]:
    """Lanes of which nobody has said which unit they belong to, where the wall is only suspected."""
    if finding.certainty != "suspected" or finding.because in ("silent", "unmade"):
        return ()
    ends = (finding.source, *finding.sides, finding.target)
    steps = [journey.steps[id] for id in ends if id is not None and id in journey.steps]
    lanes = dict.fromkeys(step.lane for step in steps)
    return tuple(lane for lane in lanes if lane in journey.lanes and not journey.lanes[lane].unit)


def link_said(link: Link, journey: Journey, t: Catalogue) -> str:
    """A link by its ends and what it says of the receiver."""
    ends = f"{name_of(journey.get(link.source))} → {name_of(journey.get(link.target))}"
    return t("{link}: {said}", link=ends, said=t(INFO[link.info])) if link.info in INFO else ends
