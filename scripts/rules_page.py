"""The guide's page of rules, and the developers' table of claims, from the registry and the samples.

`scripts/guide.py` writes both. Every rule shows the sample step on which it fires, so that a rule
that fires in none makes the page fail.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings, RuleFinding, WallFinding
from journeymap.analysis.rules import QUESTIONS, RULES, SUBJECTS, Rule
from journeymap.analysis.walls.facts import RULES as WALL_RULES
from journeymap.analysis.words import (
    group_title,
    rule_looks,
    rule_sentence,
    rule_title,
    wall_sentence,
    wall_type,
)
from journeymap.analysis.words.titles import title_within
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.model.records import Head
from journeymap.resources import samples
from journeymap.storage import files

DAY = date(2026, 11, 27)
"""The day on which the samples are looked at: rules about twelve months count from it."""
SOFT_HYPHEN = "\u00ad"
LEAD = {
    "en": (
        "The program writes this page itself. A rule is a question, not a verdict: it says what the map "
        "shows, and you say whether it is so. What nobody has said is never taken for a no; where an "
        "answer hangs on that, the finding is only suspected. Each rule is shown where it fires in one "
        "of the finished maps of the start page."
    ),
    "sv": (
        "Programmet skriver den här sidan självt. En regel är en fråga, ingen dom: den säger vad kartan "
        "visar, och ni säger om det stämmer. Det som ingen har sagt tas aldrig för ett nej; hänger "
        "svaret på det är fyndet bara misstänkt. Varje regel visas med exempel ur "
        "startsidans färdiga kartor."
    ),
    "nb": (
        "Programmet skriver denne siden selv. En regel er et spørsmål, ingen dom: den sier hva kartet "
        "viser, og dere sier om det stemmer. Det ingen har sagt, tas aldri for et nei; henger svaret på "
        "det, er funnet bare mistenkt. Hver regel vises med eksempler fra de ferdige kartene på "
        "startsiden."
    ),
}
TITLE = {"en": "The rules", "sv": "Reglerna", "nb": "Reglene"}
WALLS = {"en": "Walls", "sv": "Murar", "nb": "Murer"}
LOOKS = {"en": "Looks at", "sv": "Undersöker", "nb": "Undersøker"}
FIRES = {"en": "Fires", "sv": "Exempel", "nb": "Eksempel"}
FOREIGN = {
    "en": {"sv": "Fires, in Swedish", "nb": "Fires, in Norwegian"},
    "sv": {"nb": "Exempel på norska", "en": "Exempel på engelska"},
    "nb": {"sv": "Eksempel på svensk", "en": "Eksempel på engelsk"},
}
"""A map in another language is said to be: its titles stand as they are."""
FINISHED = {
    "en": "Asked only of a finished map.",
    "sv": "Frågas bara när kartan är färdig.",
    "nb": "Spørres bare når kartet er ferdig.",
}
OTHER_CLAIMS: Mapping[str, str] = {
    "S0.1": "WALL-PROMISE",
    "S0.2": "WALL-REFER",
    "S0.7": "DIAG-3, WALL-REFER, WALL-SUPPLIER",
    "S0.8": "DIAG-4, WALL-MEMORY",
    "S0.12": "postponed: GOAL-CONFLICT has no link from a ratio to a friction",
    "S0.13": "the wall ledger (analysis/ledger.py), LANE-NO-OWNER",
    "S0.16": "postponed: UNEXPLAINED-NO",
    "S0.18": "the word for the customer (analysis/words/nouns.py)",
    "S1.1": "BACK-CHAIN as `back_chains` (analysis/chains.py), CHAIN-CUT",
    "S1.3": "postponed: CC-MISSING",
    "S1.4": "postponed: HOURS-GAP",
    "S1.10": "postponed: CHANNEL-ORPHAN",
    "S2.4": "TIME-GAP; postponed: LOAD",
    "S2.5": "postponed: COST-ONLY and all money",
    "S3.1": "tier A first (analysis/tiers.py), CRIT-INFLATION",
    "S3.7": "postponed: GOAL-CONFLICT",
    "S3.10": "the log of surprises (no rule)",
    "S4.3": "WALL-REFUSAL",
    "S4.8": "BACK-CHAIN as `back_chains`",
    "S4.9": "no money anywhere (no rule)",
}
"""Claims that are met by something other than one rule, or not yet."""
SOURCES: Mapping[str, int] = {"S0": 18, "S1": 10, "S2": 7, "S3": 10, "S4": 9}
"""How many claims each source text makes."""


@dataclass(frozen=True)
class Example:
    """A finished map, and what was found in it."""

    path: Path
    journey: Journey
    findings: Findings


def examples() -> list[Example]:
    """All samples, and what is found in them."""
    loaded = [(path, files.load(path).journey) for path in sorted(samples().glob("*.journey"))]
    return [Example(path, journey, examine(journey, trials=0, today=DAY)) for path, journey in loaded]


def suited(maps: Sequence[Example], language: str) -> list[Example]:
    """Maps in the page's language first; those to practise on after the finished stories."""

    def place(one: Example) -> tuple[bool, bool, str]:
        practice = one.path.stem.startswith("practice")
        return one.journey.head.language != language, practice, one.path.stem

    return sorted(maps, key=place)


def rules_page(t: Catalogue, maps: Sequence[Example]) -> str:
    """The page in one language."""
    anybody, maps = Journey(Head()), suited(maps, t.language)
    parts = [f"# {TITLE[t.language]}", LEAD[t.language]]
    for group in (*QUESTIONS, *SUBJECTS):
        parts.append(f"## {group_title(group, anybody, t)}")
        parts += [_rule(rule, anybody, t, maps) for rule in RULES if rule.group == group]
    parts.append(f"## {WALLS[t.language]}")
    parts += [_wall(type, rule, t, maps) for type, rule in WALL_RULES.items()]
    return "\n\n".join(parts).replace(SOFT_HYPHEN, "") + "\n"


def _rule(rule: Rule, anybody: Journey, t: Catalogue, maps: Sequence[Example]) -> str:
    """Name and id, what it looks at, where it fires; the wordings that a sample shows."""
    lines = [
        f"### {rule_title(rule.id, anybody, t)}",
        "",
        f"`{rule.id}` {LOOKS[t.language]}: {_lower(rule_looks(rule.id, anybody, t))}",
    ]
    lines += [FINISHED[t.language]] if rule.finished else []
    lines.append("")
    lines += [f"- {line}" for line in _shown(rule, t, maps)]
    return "\n".join(lines)


def _shown(rule: Rule, t: Catalogue, maps: Sequence[Example]) -> Iterator[str]:
    """One example of each wording that fires in a sample; the usual wording must."""
    usual = False
    for say in rule.says:
        found = [
            (one, finding)
            for one in maps
            for finding in one.findings.rules
            if finding.rule == rule.id and finding.say == say
        ]
        if found:
            usual = True
            example, finding = found[0]
            yield f"{rule_sentence(finding, example.journey, t)} {_where(example, finding, t)}"
    if not usual:
        raise LookupError(f"{rule.id} fires in no sample")


def _where(example: Example, finding: RuleFinding, t: Catalogue) -> str:
    """ "(Fires at “Check-in desk”: The hotel offer)": the step, link or lane, and the map."""
    names = [title_within(example.journey.get(id)) for id in finding.about]
    links = [example.journey.links[id] for id in finding.about if id in example.journey.links]
    names += [title_within(example.journey.steps.get(link.source)) for link in links]
    place = next((name for name in names if name), "")
    said = f"“{place}”, " if t.language == "en" else f"”{place}”, " if t.language == "sv" else f"«{place}», "
    return f"*({_fires(example, t)}: {said if place else ''}{example.journey.head.title})*"


def _wall(type: str, rule: str, t: Catalogue, maps: Sequence[Example]) -> str:
    found = [(one, wall) for one in maps for wall in one.findings.walls if wall.rule == rule]
    if not found:
        raise LookupError(f"{rule} fires in no sample")
    example, wall = found[0]
    sentence = wall_sentence(wall, example.journey, t)
    title = wall_type(wall.type, t)
    return f"### {title}\n\n`{rule}`\n\n- {sentence} {_at(example, wall, t)}"


def _at(example: Example, wall: WallFinding, t: Catalogue) -> str:
    steps = [step for step in (wall.source, wall.target, *wall.steps) if step is not None]
    step = steps[-1] if wall.target is None else wall.target
    title = title_within(example.journey.steps[step])
    quoted = {"en": f"“{title}”", "sv": f"”{title}”", "nb": f"«{title}»"}[t.language]
    return f"*({_fires(example, t)}: {quoted}, {example.journey.head.title})*"


def _fires(example: Example, t: Catalogue) -> str:
    """What introduces an example."""
    return FOREIGN[t.language].get(example.journey.head.language or "", FIRES[t.language])


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def claims_table(maps: Sequence[Example]) -> str:
    """Claim by claim: the rules that ask it, where they live, and in which samples they fire."""
    lines = [
        "# Claims and rules",
        "",
        "Written by `scripts/guide.py` from `journeymap.analysis.rules`. Claims are numbered by source text.",
        "A rule is postponed where the file format has no field for it yet.",
        "",
        "| claim | built as | in | fires in |",
        "|---|---|---|---|",
    ]
    for source, count in SOURCES.items():
        lines += [_claim(f"{source}.{number}", maps) for number in range(1, count + 1)]
    return "\n".join(lines) + "\n"


def _claim(claim: str, maps: Sequence[Example]) -> str:
    rules = [rule for rule in RULES if claim in rule.claims]
    named = OTHER_CLAIMS.get(claim) or ", ".join(rule.id for rule in rules)
    if not named:
        raise LookupError(f"{claim} is neither built nor named")
    where = sorted({Path(inspect.getfile(rule.ask)).name for rule in rules})
    fires = sorted(
        {
            one.path.stem
            for one in maps
            for finding in one.findings.rules
            if finding.rule in {rule.id for rule in rules}
        }
    )
    homes = ", ".join(f"rules/{name}" for name in where)
    return f"| {claim} | {named} | {homes or '–'} | {', '.join(fires) or '–'} |"
