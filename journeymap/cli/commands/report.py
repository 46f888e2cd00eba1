"""`journeymap report`: the manager's report as PDF."""

from __future__ import annotations

import io

from journeymap.analysis.examine import examine
from journeymap.cli.clock import today
from journeymap.cli.problem import Problem
from journeymap.cli.run import Run
from journeymap.i18n import N_
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.storage.envelope import fingerprint
from journeymap.storage.outputs import write_whole


def run(run: Run) -> int:
    """Write the report; the file is there whole or not at all."""
    from journeymap.report.document import write_report  # noqa: PLC0415 - reportlab takes 0.4 s

    target = run.target()
    if target.suffix.lower() != ".pdf":
        raise Problem(N_("The report is a PDF. Let the file’s name end in .pdf."))
    day = today(run.arguments.date)
    journey = run.load().journey
    out = io.BytesIO()
    write_report(
        journey,
        examine(journey, today=day),
        out,
        t=run.words_of(journey),
        date=day,
        profile=run.arguments.profile,
        lane=_lane(journey, run.arguments.lane),
        fingerprint=fingerprint(journey),
    )
    write_whole(target, out.getvalue())
    return 0


def _lane(journey: Journey, said: str | None) -> Id | None:
    """The lane with this id or this name (case ignored)."""
    if said is None:
        return None
    for lane in journey.lanes.values():
        if said == lane.id or said.casefold() == lane.name.casefold():
            return lane.id
    raise Problem(N_("The map has no lane “{lane}”."), lane=said)
