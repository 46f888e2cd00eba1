"""`journeymap check`: walls, ranking and findings, as text or as one JSON object."""

from __future__ import annotations

import json

from journeymap.analysis import check, check_text
from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.cli.clock import today
from journeymap.cli.run import Run
from journeymap.storage.files import Loaded


def run(run: Run) -> int:
    """Print what the map tells; with --strict, 1 unless the map is clean."""
    day = today(run.arguments.date)
    loaded = run.load()
    findings = examine(loaded.journey, today=day)
    t = run.words_of(loaded.journey)
    repairs = tuple((repair.about, repair.sentence(t)) for repair in loaded.repairs)
    if run.arguments.json:
        answer = check.as_json(loaded.journey, findings, repairs, t)
        print(json.dumps(answer, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False))
    else:
        print(check_text.as_text(loaded.journey, findings, repairs, t))
    return 1 if run.arguments.strict and not _clean(loaded, findings) else 0


def _clean(loaded: Loaded, findings: Findings) -> bool:
    """Nothing repaired, no wall standing, every friction in its place."""
    walls = any(finding.stands for finding in findings.walls)
    return not (loaded.repairs or walls or findings.unranked)
