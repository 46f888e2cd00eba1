"""The figures of a map as lines to read: what was counted, computed, and what cannot be told yet."""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis.findings import Figures, Findings
from journeymap.analysis.lane_sums import all_drawn
from journeymap.analysis.words.amounts import said, why_outside
from journeymap.i18n.catalogue import Catalogue


def figure_lines(findings: Findings, t: Catalogue) -> Iterator[str]:
    """Counts, hours, hand-offs, the time when all goes well, shares; then what is not known."""
    figures = findings.figures
    yield " · ".join(_counts(findings, t))
    if figures.customer_hours_per_year is not None:
        yield t(
            "{hours} customer hours a year, {walls} of them at walls",
            hours=t.number(figures.customer_hours_per_year) + range_of(findings.hours_range, t),
            walls=t.number(figures.hours_at_walls or 0.0) + range_of(findings.hours_at_walls_range, t),
        )
        remark = why_outside(figures.customer_hours_per_year, findings.hours_range, t)
        if remark:
            yield remark
    yield from _road(findings, t)
    yield from _shares(figures, t)
    unknown = list(_unknown(figures, t))
    if unknown:
        yield t("The map does not tell yet: {figures}.", figures=t.listed(unknown))


def range_of(span: tuple[float, float] | None, t: Catalogue) -> str:
    """ " (40–458)": what nine trials in ten lie within; empty without trials."""
    if span is None:
        return ""
    low, high = (said(end, t) for end in span)
    return "" if low == high else f" ({low}–{high})"


def _counts(findings: Findings, t: Catalogue) -> list[str]:
    """Walls as they are drawn and numbered; their single reasons are counted where they are listed."""
    figures, certain = findings.figures, all_drawn(findings)
    return [
        t.plural("{n} step", "{n} steps", figures.steps),
        t.plural("{n} lane", "{n} lanes", figures.lanes),
        t.plural("{n} link", "{n} links", figures.links),
        t.plural("{n} contact", "{n} contacts", figures.contacts),
        t.plural("{n} hand-off", "{n} hand-offs", figures.handoffs),
        t.plural("{n} wall", "{n} walls", certain),
        t.plural("{n} suspected wall", "{n} suspected walls", len(findings.marks) - certain),
        t.plural("{n} critical moment", "{n} critical moments", figures.critical_moments),
    ]


def _road(findings: Findings, t: Catalogue) -> Iterator[str]:
    """Hand-offs, and G unless it is told with its break-even under the ranking."""
    figures = findings.figures
    expected, fewest, goal = figures.expected_handoffs, figures.minimum_handoffs, figures.goal_minutes
    if expected is not None:
        yield t("Hand-offs to be expected in a journey: {n}.", n=t.number(expected, 2))
    if fewest is not None:
        yield t("Fewest possible hand-offs in a journey: {n}.", n=t.number(fewest))
    if goal is not None and findings.break_even_goal is None:
        yield t("When all goes well it takes {n} minutes.", n=said(goal, t))


def _shares(figures: Figures, t: Catalogue) -> Iterator[str]:
    coverage, failure, evidence = (
        figures.requirement_coverage,
        figures.failure_demand_share,
        figures.evidence_share,
    )
    if coverage is not None:
        yield t(
            "{share} of the links behind critical moments carry a requirement.", share=t.percent(coverage)
        )
    if failure is not None:
        yield t("{share} of the demand is failure demand.", share=t.percent(failure))
    if evidence is not None:
        yield t("{share} of the lost time rests on more than assumptions.", share=t.percent(evidence))


def _unknown(figures: Figures, t: Catalogue) -> Iterator[str]:
    """The figures that cannot be computed, each by name."""
    names = (
        (figures.customer_hours_per_year, t("hours a year")),
        (figures.expected_handoffs, t("hand-offs to be expected")),
        (figures.minimum_handoffs, t("fewest possible hand-offs")),
        (figures.goal_minutes, t("how long it takes when all goes well")),
        (figures.requirement_coverage, t("requirements behind critical moments")),
        (figures.failure_demand_share, t("failure demand")),
        (figures.evidence_share, t("what the order rests on")),
    )
    return (name for figure, name in names if figure is None)
