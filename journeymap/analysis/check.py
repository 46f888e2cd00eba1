"""What `journeymap check --json` answers: FORMAT 5's object and further keys (docs/CHECK.md).

`check_text` says the same in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from journeymap.analysis.check_further import further_keys
from journeymap.analysis.findings import (
    Change,
    Diagnosis,
    Findings,
    PairHours,
    RankedFriction,
    RuleFinding,
    WallFinding,
    WallMark,
)
from journeymap.analysis.further import look_further
from journeymap.analysis.rules import BY_ID, waits
from journeymap.analysis.words import (
    diagnostic_answer,
    diagnostic_question,
    explanation,
    rule_sentence,
    wall_sentence,
)
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.journey import Journey

Said = tuple[str, str]
"""A repair of the file: the id it is about ("" = the journey) and its sentence."""


def as_json(journey: Journey, findings: Findings, repairs: Iterable[Said], t: Catalogue) -> dict[str, Any]:
    """The object of FORMAT 5: numbers unrounded, null where nothing can be computed."""
    return {
        "figures": asdict(findings.figures),
        "walls": [_wall(wall, journey, t) for wall in findings.walls],
        "frictions": [_friction(friction, journey, findings, t) for friction in findings.ranked],
        "unranked": [
            {
                "id": friction.id,
                "missing": list(friction.missing),
                "possible_top3_share": friction.possible_top3_share,
            }
            for friction in findings.unranked
        ],
        "findings": [_finding(one, journey, t) for one in findings.rules if not one.dismissed],
        "questions": [_question(one, journey, t) for one in findings.diagnoses],
        "break_even_goal": findings.break_even_goal,
        "smallest_changes": [_change(change) for change in findings.changes],
        "ledger": [_pair(pair) for pair in findings.ledger],
        "marks": [_mark(mark) for mark in findings.marks],
        "back_chains": {step: list(chain) for step, chain in findings.back_chains.items()},
        "chain_requirements": {
            step: {"required": required, "links": links}
            for step, (required, links) in findings.chain_requirements.items()
        },
        "repairs": [{"about": about, "text": text} for about, text in repairs],
        **further_keys(look_further(journey, findings), journey, t),
    }


def _finding(finding: RuleFinding, journey: Journey, t: Catalogue) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "key": finding.key,
        "certainty": finding.certainty,
        "about": list(finding.about),
        "text": rule_sentence(finding, journey, t),
        "group": BY_ID[finding.rule].group,
        "state": finding.state,
        "waits": waits(finding, journey),
    }


def _question(diagnosis: Diagnosis, journey: Journey, t: Catalogue) -> dict[str, Any]:
    return {
        "rule": diagnosis.rule,
        "question": diagnostic_question(diagnosis, journey, t),
        "answer": diagnosis.verdict,
        "certainty": diagnosis.certainty,
        "text": diagnostic_answer(diagnosis, journey, t),
        "missing": list(diagnosis.missing),
        "walls": list(diagnosis.walls),
        "about": list(diagnosis.about),
    }


def _wall(wall: WallFinding, journey: Journey, t: Catalogue) -> dict[str, Any]:
    return {
        "key": wall.key,
        "type": wall.type,
        "rule": wall.rule,
        "source": wall.source,
        "target": wall.target,
        "steps": list(wall.steps),
        "promise": wall.promise,
        "item": wall.item,
        "certainty": wall.certainty,
        "state": wall.state,
        "text": wall_sentence(wall, journey, t),
        "hours_per_year": wall.hours_per_year,
    }


def _friction(r: RankedFriction, journey: Journey, findings: Findings, t: Catalogue) -> dict[str, Any]:
    return {
        "id": r.id,
        "rank": r.rank,
        "tier": r.tier,
        "hours_per_year": r.hours,
        "low": r.low,
        "high": r.high,
        "minutes_per_1000": r.per1000,
        "waiting": r.part(r.wait_minutes),
        "work": r.part(r.work_minutes),
        "value": r.part(r.value_minutes),
        "rank_by_hours": r.rank_by_hours,
        "rank_best": r.rank_best,
        "rank_worst": r.rank_worst,
        "top3_share": r.top3_share,
        "critical_probability": r.critical_probability,
        "word": r.word,
        "walls": list(r.walls),
        "reason": explanation(r, journey, findings, t),
    }


def _change(change: Change) -> dict[str, Any]:
    """What would move a friction: beyond `then`, level with its neighbour where `then` is `now`."""
    return {
        "id": change.friction,
        "answer": change.answer,
        "now": change.now,
        "then": change.then,
        "place": change.place,
        "within_range": change.within,
    }


def _pair(pair: PairHours) -> dict[str, Any]:
    low, high = pair.range or (None, None)
    return {
        "between": [name for name in (pair.one, pair.other) if name],
        "hours_per_year": pair.hours,
        "low": low,
        "high": high,
        "minutes_per_1000": pair.per1000,
        "frictions": list(pair.frictions),
        "walls": list(pair.walls),
    }


def _mark(mark: WallMark) -> dict[str, Any]:
    """The number on the map, and the keys of the findings that it stands for."""
    return {"number": mark.number, "walls": [wall.key for wall in mark.findings]}
