"""Page 1's short reason of at most twenty words: how many, how long, and what it is about."""

from __future__ import annotations

from collections.abc import Callable

from journeymap.analysis.findings import Findings, RankedFriction, WallFinding, WallType
from journeymap.analysis.names import accountable_of, unit_of_step
from journeymap.analysis.words.amounts import said
from journeymap.analysis.words.nouns import customer_forms
from journeymap.analysis.words.walls import units_of
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.model.quantity import VALUE_LOST, read_quantity

MOST_WORDS = 20


def short_reason(ranked: RankedFriction, journey: Journey, findings: Findings, t: Catalogue) -> str:
    """The count and the first explanation that holds; long unit names fall back to a shorter one."""
    count = _count(ranked, journey, t)
    about = _Reason(ranked, journey, findings, t)
    for reason in (about.wall(), about.plain()):
        whole = t("{count}: {reason}", count=count, reason=reason)
        if reason and len(whole.split(" ")) <= MOST_WORDS:
            return whole
    return t("{count}.", count=count)


def _count(r: RankedFriction, journey: Journey, t: Catalogue) -> str:
    values = {
        "hits": said(1000 * r.share_hit, t),
        "guests": customer_forms(journey, t)["guests"],
        "minutes": t.plural("{n} minute", "{n} minutes", _whole(r.minutes_per_hit)),
    }
    if r.minutes_per_hit < 9.95 and r.minutes_per_hit != round(r.minutes_per_hit):
        values["minutes"] = t("{n} minutes", n=said(r.minutes_per_hit, t))
    if r.share_hit > 1:
        return t("{times} times a journey, {minutes} each", times=said(r.share_hit, t), **values)
    if r.wait_minutes == r.minutes_per_hit:
        return t("{hits} in 1,000 {guests} wait {minutes} each", **values)
    return t("{hits} in 1,000 {guests} lose {minutes} each", **values)


def _whole(minutes: float) -> int:
    return round(minutes)


class _Reason:
    """What a friction is about: its wall first, then its figures."""

    def __init__(self, ranked: RankedFriction, journey: Journey, findings: Findings, t: Catalogue) -> None:
        self.ranked = ranked
        self.journey = journey
        self.t = t
        self.at = [wall for wall in findings.walls if wall.key in ranked.wall_keys and wall.stands]
        self.customer = customer_forms(journey, t)

    def _first(self, *types: WallType) -> WallFinding | None:
        return next((wall for wall in self.at if wall.type in types), None)

    def wall(self) -> str:
        """The explanation of the first wall in the order of REPORT-DESIGN 10; empty at none."""
        sayings: tuple[tuple[tuple[WallType, ...], Callable[[WallFinding], str]], ...] = (
            (("promise",), self._promise),
            (("ping_pong",), self._ping_pong),
            (("silent",), self._silent),
            (("referral",), self._referral),
            (("memory",), lambda _: self.t("the same details are asked for again.")),
            (("refusal",), self._refusal),
            (("supplier",), self._supplier),
            (("nobody",), lambda _: self.t("no unit takes over.")),
            (("channel",), lambda _: self.t("they are made to change channel.")),
            (("mandate",), self._mandate),
        )
        for types, say in sayings:
            wall = self._first(*types)
            if wall is not None:
                return say(wall)
        return ""

    def _pair(self, wall: WallFinding) -> dict[str, str]:
        return {
            "a": unit_of_step(self.journey, wall.source),
            "b": unit_of_step(self.journey, wall.target),
        }

    def _promise(self, wall: WallFinding) -> str:
        if wall.source is None:
            return self.t("{b} is to honour what the map shows nobody promising.", **self._pair(wall))
        return self.t("{a} promises, {b} is never told.", **self._pair(wall))

    def _ping_pong(self, wall: WallFinding) -> str:
        units = self.t.listed(list(units_of(wall, self.journey)))
        return self.t("{units} send them back and forth.", units=units)

    def _silent(self, wall: WallFinding) -> str:
        guest = self.customer["the_guest"]
        unit = accountable_of(self.journey, wall.source) or accountable_of(self.journey, wall.target)
        if unit:
            return self.t(
                "nobody tells {the_guest}, and {unit} answers for the supplier.", the_guest=guest, unit=unit
            )
        return self.t("nobody tells {the_guest}.", the_guest=guest)

    def _referral(self, wall: WallFinding) -> str:
        if wall.because == "refer":
            return self.t("{a} refers them to {b}.", **self._pair(wall))
        if wall.because == "drawn":
            return self.t("a wall stands between {a} and {b}.", **self._pair(wall))
        return self.t("{a} sends them on to {b}, who was told nothing.", **self._pair(wall))

    def _refusal(self, wall: WallFinding) -> str:
        return self.t("{b} refused the order, {a} does the work anyway.", **self._pair(wall))

    def _supplier(self, wall: WallFinding) -> str:
        unit = accountable_of(self.journey, wall.source) or accountable_of(self.journey, wall.target)
        if unit:
            return self.t("the supplier's part, {unit} answers.", unit=unit)
        return self.t("the supplier's part, and nobody is named as answering.")

    def _mandate(self, wall: WallFinding) -> str:
        return self.t("{a} may not solve it itself.", **self._pair(wall))

    def plain(self) -> str:
        """The explanation from the figures alone."""
        r, t = self.ranked, self.t
        if r.minutes_per_hit and r.value_minutes >= r.minutes_per_hit / 2:
            return self._value()
        if r.share_hit >= 0.2 and r.minutes_per_hit <= 10:
            return t("little for one, much for many.")
        if r.share_hit <= 0.01:
            return t("few are hit, but hard.")
        if r.wait_minutes == r.minutes_per_hit:
            return t("only waiting.")
        mostly_waiting = r.wait_minutes >= r.work_minutes
        return t("mostly waiting.") if mostly_waiting else t("mostly own work.")

    def _value(self) -> str:
        friction = self.journey.frictions[self.ranked.id]
        lost = read_quantity(friction.value_lost, VALUE_LOST)
        share = 0.0 if lost is None else lost.point
        step = self.journey.steps.get(Id(friction.at))
        if step is not None and step.value_in_use and share >= 0.5:
            return self.t("“{step}” was lost.", step=step.title)
        if share >= 0.6:
            return self.t("they did not get what they came for.")
        if share >= 0.35:
            return self.t("they got only half of what they came for.")
        return self.t("they got less than they came for.")
