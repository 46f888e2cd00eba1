"""What a record says beside its name, in short sentences: so that every fact on the map stands in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.quantity import MINUTES, PLAIN, Scale, read_quantity
from journeymap.model.records import Friction, Lane, Link, Promise, Requirement, Step, Votes, Wall
from journeymap.report import terms
from journeymap.report.matter import Matter, one_line

WHOLE_FROM = 10
"""From here on a range is said in whole numbers: "8–17–25"."""


def sentences(parts: Iterable[str]) -> str:
    """What there is to say, in one line."""
    return " ".join(part for part in parts if part)


def small(word: str) -> str:
    """With a small first letter, for the middle of a sentence."""
    return word[:1].lower() + word[1:]


def range_of(written: object, scale: Scale, t: Catalogue, times: float = 1) -> str:
    """ "8–17–25": lowest, most likely, highest; "" where nobody knows."""
    read = read_quantity(written, scale)
    if read is None:
        return ""
    said = [one * times for one in (read.low, read.best, read.high) if one is not None]
    digits = 0 if max(said, default=0.0) >= WHOLE_FROM else 1
    if 0 < max(said, default=0.0) < 0.1:
        digits = 3
    return "–".join(dict.fromkeys(t.number(one, digits) for one in said))


def votes_of(votes: Votes | None, t: Catalogue) -> str:
    """ "8 of 12"; "" where nobody voted."""
    if votes is None or votes.yes is None or not votes.of:
        return ""
    return t("{yes} of {of}", yes=t.number(votes.yes), of=t.number(votes.of))


def step_facts(matter: Matter, step: Step) -> Iterator[str]:
    """Everything said of a step that has no column of its own."""
    t = matter.t
    yield one_line(step.description)
    for message, text in (
        (t("Channel: {text}."), step.channel),
        (t("Owner: {text}."), step.owner),
        (t("Open: {text}."), step.hours),
        (t("Decides because: {text}."), step.critical_reason),
    ):
        if one_line(text):
            yield message.format(text=one_line(text).rstrip("."))
    if votes_of(step.critical_votes, t):
        yield t("Critical according to {votes}.", votes=votes_of(step.critical_votes, t))
    if step.customer_present is not None:
        yield t("The customer is there.") if step.customer_present else t("The customer is not there.")
    yield from _exchanged(matter, step)
    yield from _conditions(matter, step)


def _exchanged(matter: Matter, step: Step) -> Iterator[str]:
    """What is asked for, promised and honoured at a step."""
    t, journey = matter.t, matter.journey
    asked = [one_line(journey.items[id].name) for id in step.asks or () if id in journey.items]
    if asked:
        yield t("Asks for: {items}.", items=t.listed(asked))
    if step.reask_required:
        yield t("Must ask again by law.")
    for message, ids in ((t("Promises: {texts}."), step.makes), (t("Keeps: {texts}."), step.honours)):
        texts = [one_line(journey.promises[id].text) for id in ids or () if id in journey.promises]
        if texts:
            yield message.format(texts="; ".join(texts))


def _conditions(matter: Matter, step: Step) -> Iterator[str]:
    """What those who work at a step have to work with."""
    t = matter.t
    for message, words, value in (
        (t("System support: {answer}."), terms.SYSTEM, step.system_support),
        (t("May solve it alone: {answer}."), terms.MANDATE, step.mandate),
        (t("Demand: {answer}."), terms.DEMAND, step.demand),
    ):
        answer = terms.term(words, value, t)
        if answer:
            yield message.format(answer=small(answer))
    needed, given = (range_of(one, MINUTES, t) for one in (step.minutes_needed, step.minutes_given))
    if needed or given:
        yield t("Minutes needed: {needed}, given: {given}.", needed=needed or t("unknown"),
                given=given or t("unknown"))  # fmt: skip


def lane_facts(matter: Matter, lane: Lane) -> Iterator[str]:
    """Everything said of a lane that has no column of its own."""
    t = matter.t
    kinds = [small(word) for one in lane.process or () if (word := terms.term(terms.PROCESS, one, t))]
    if kinds:
        yield t("Process: {kinds}.", kinds=t.listed(kinds))
    for message, text in (
        (t("Shown to the customer as: {text}."), lane.shown_as),
        (t("Open: {text}."), lane.hours),
        (t("Measured on: {text}."), lane.measured_on),
    ):
        if one_line(text):
            yield message.format(text=one_line(text).rstrip("."))


def link_facts(matter: Matter, link: Link) -> Iterator[str]:
    """Everything said of a link that has no column of its own."""
    t = matter.t
    yield one_line(link.label)
    yield _requirement(link.requirement, t)
    wait, days = range_of(link.wait_minutes, MINUTES, t), range_of(link.lead_days, PLAIN, t)
    if wait:
        yield t("Waiting: {range} minutes.", range=wait)
    if days:
        yield t("Lead time: {range} days.", range=days)
    if link.by_design:
        yield t("Meant to be so.")
    if link.forced is not None:
        yield t("Forced change of channel.") if link.forced else t("The change of channel is free.")
    yield from _order(link, t)


def _requirement(requirement: Requirement | None, t: Catalogue) -> str:
    if requirement is None:
        return ""
    parts = [one_line(one).rstrip(".") for one in (requirement.text, requirement.measure, requirement.level)]
    text = "; ".join(part for part in parts if part)
    return t("Requirement: {text}.", text=text) if text else ""


def _order(link: Link, t: Catalogue) -> Iterator[str]:
    """How the order was met, each answer that was given."""
    order = link.order
    if order is None:
        return
    for answer, yes, no in (
        (order.asked_why, t("Asked why."), t("Did not ask why.")),
        (order.delivered, t("Delivered."), t("Not delivered.")),
        (order.refused, t("Refused."), ""),
        (order.advised_otherwise, t("Advised otherwise."), t("Did not advise otherwise.")),
        (order.next_order, t("Influenced the next order."), t("No follow-up.")),
    ):
        if answer is not None:
            yield yes if answer else no
    if one_line(order.reason):
        yield t("Reason: {text}.", text=one_line(order.reason).rstrip("."))


def friction_facts(matter: Matter, friction: Friction) -> Iterator[str]:
    """Everything said of a friction that has no column of its own."""
    t = matter.t
    yield one_line(friction.description)
    at = matter.named(friction.at)
    if at:
        yield t("At: {place}.", place=at)
    for message, words, value in (
        (t("Kind: {answer}."), terms.FRICTION_KIND, friction.kind),
        (t("Cause: {answer}."), terms.CAUSE, friction.cause),
        (t("Status: {answer}."), terms.FRICTION_STATUS, friction.status),
    ):
        answer = terms.term(words, value, t)
        if answer:
            yield message.format(answer=small(answer))
    if friction.per == "visit":
        yield t("Counted per visit to the step.")
    days = range_of(friction.lead_days, PLAIN, t)
    if days:
        yield t("Lead time: {range} days.", range=days)
    if friction.dots:
        yield t.plural("{n} dot.", "{n} dots.", friction.dots)
    for message, text in (
        (t("Owner: {text}."), friction.owner),
        (t("To decide: {text}."), friction.decision_by),
    ):
        if one_line(text):
            yield message.format(text=one_line(text).rstrip("."))
    if friction.walls is not None:
        names = ", ".join(matter.mark_names(friction.walls)) or t("none")
        yield t("Walls by hand: {walls}.", walls=names)


def wall_facts(matter: Matter, wall: Wall) -> Iterator[str]:
    """Everything people have said of a wall that has no column of its own."""
    t = matter.t
    if wall.state == "confirmed":
        yield t("Confirmed.")
    if wall.state == "drawn":
        yield t("Drawn by hand.")
    for message, text in (
        (t("Reason: {text}."), wall.reason),
        (t("Handed over: {text}."), wall.handed_over),
        (t("Deadline: {text}."), wall.deadline),
        (t("Effect: {text}."), wall.effect),
    ):
        if one_line(text):
            yield message.format(text=one_line(text).rstrip("."))
    if wall.receipt is not None:
        yield t("The receiver confirms.") if wall.receipt else t("Nobody confirms.")
    for lane, text in sorted((wall.views or {}).items()):
        if one_line(text):
            name = matter.lane_name(Id(lane)) or lane
            yield t("{lane} sees it so: {text}.", lane=name, text=one_line(text).rstrip("."))


def promise_facts(matter: Matter, promise: Promise) -> Iterator[str]:
    """To whom and within what time."""
    t = matter.t
    if one_line(promise.to):
        yield t("To: {text}.", text=one_line(promise.to).rstrip("."))
    if promise.due_minutes is not None:
        yield t("Within {time}.", time=span_of_time(float(promise.due_minutes), t))


def span_of_time(minutes: float, t: Catalogue) -> str:
    """Minutes as people say them: up to two hours in minutes, up to two days in hours, then in days."""
    if minutes <= 120:
        return t.plural("{n} minute", "{n} minutes", minutes, n=t.number(minutes, 1))
    if minutes <= 2880:
        return t.plural("{n} hour", "{n} hours", minutes / 60, n=t.number(minutes / 60, 1))
    return t.plural("{n} day", "{n} days", minutes / 1440, n=t.number(minutes / 1440, 1))
