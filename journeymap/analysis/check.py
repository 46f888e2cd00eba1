"""What `journeymap check` answers: FORMAT 5's object, and the same facts as readable text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from journeymap.analysis.findings import Findings, RankedFriction, WallFinding
from journeymap.analysis.words import (
    break_even_sentence,
    explanation,
    missing_answers,
    rule_sentence,
    wall_number,
    wall_sentence,
)
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.journey import Journey

SOFT_HYPHEN = "\u00ad"
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
        "findings": [
            {
                "rule": finding.rule,
                "key": finding.key,
                "certainty": finding.certainty,
                "about": list(finding.about),
                "text": rule_sentence(finding, journey, t),
            }
            for finding in findings.rules
            if not finding.dismissed
        ],
        "break_even_goal": findings.break_even_goal,
        "back_chains": {step: list(chain) for step, chain in findings.back_chains.items()},
        "repairs": [{"about": about, "text": text} for about, text in repairs],
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
        "walls": list(r.walls),
        "reason": explanation(r, journey, findings, t),
    }


def as_text(journey: Journey, findings: Findings, repairs: Iterable[Said], t: Catalogue) -> str:
    """The same facts to read: walls, ranking, what cannot be ranked yet, questions, repairs."""
    title = journey.head.title or t("Journey without a title")
    blocks = [
        [title, *_figures(findings, t)],
        _walls(journey, findings, t),
        _ranking(journey, findings, t),
        _unranked(journey, findings, t),
        _questions(journey, findings, t),
        _repairs(repairs, t),
    ]
    text = "\n\n".join("\n".join(block) for block in blocks if block)
    return text.replace(SOFT_HYPHEN, "")


def _figures(findings: Findings, t: Catalogue) -> list[str]:
    figures = findings.figures
    counts = [
        t.plural("{n} step", "{n} steps", figures.steps),
        t.plural("{n} lane", "{n} lanes", figures.lanes),
        t.plural("{n} hand-off", "{n} hand-offs", figures.handoffs),
        t.plural("{n} wall", "{n} walls", figures.walls_certain),
        t.plural("{n} suspected wall", "{n} suspected walls", figures.walls_suspected),
        t.plural("{n} critical moment", "{n} critical moments", figures.critical_moments),
    ]
    lines = [" · ".join(counts)]
    if figures.customer_hours_per_year is not None:
        hours = t.number(figures.customer_hours_per_year)
        at_walls = t.number(figures.hours_at_walls or 0.0)
        lines.append(
            t("{hours} customer hours a year, {walls} of them at walls", hours=hours, walls=at_walls)
        )
    return lines


def _walls(journey: Journey, findings: Findings, t: Catalogue) -> list[str]:
    if not findings.walls:
        return [t("Walls"), t("No walls found.")]
    lines = [t("Walls")]
    for mark in findings.marks:
        sure = t.context("wall", "certain") if mark.certain else t.context("wall", "suspected")
        lines.append(f"{wall_number(mark.number, t)}  {sure}")
        sentences = (wall_sentence(wall, journey, t) for wall in mark.findings)
        lines += [f"    {sentence}" for sentence in dict.fromkeys(sentences)]
    dismissed = sum(wall.state == "dismissed" for wall in findings.walls)
    if dismissed:
        lines.append(t.plural("{n} wall dismissed.", "{n} walls dismissed.", dismissed))
    return lines


def _ranking(journey: Journey, findings: Findings, t: Catalogue) -> list[str]:
    if not findings.ranked:
        return [t("Frictions in order"), t("No friction can be ranked yet.")]
    lines = [t("Frictions in order")]
    for friction in findings.ranked:
        title = journey.frictions[friction.id].title
        lines.append(f"{t.number(friction.rank):>3}  {title}")
        lines.append(f"     {explanation(friction, journey, findings, t)}")
    even = break_even_sentence(findings, t)
    return [*lines, even] if even else lines


def _unranked(journey: Journey, findings: Findings, t: Catalogue) -> list[str]:
    if not findings.unranked:
        return []
    lines = [t("Cannot be ranked yet")]
    for friction in findings.unranked:
        lines.append(f"  –  {journey.frictions[friction.id].title}")
        lines.append(f"     {missing_answers(friction, t)}")
        if findings.trials:
            share = t.percent(friction.possible_top3_share)
            lines.append("     " + t("Would be among the first three in {share} of the trials.", share=share))
    return lines


def _questions(journey: Journey, findings: Findings, t: Catalogue) -> list[str]:
    open_ones = [finding for finding in findings.rules if not finding.dismissed]
    if not open_ones:
        return []
    return [t("Questions"), *(f"  {rule_sentence(f, journey, t)} [{f.rule}]" for f in open_ones)]


def _repairs(repairs: Iterable[Said], t: Catalogue) -> list[str]:
    lines = [f"  {about}: {text}" if about else f"  {text}" for about, text in repairs]
    return [t("To look at in the file"), *lines] if lines else []
