"""`journeymap report`: the manager's report as PDF."""

from __future__ import annotations

from journeymap.cli.editions import published
from journeymap.cli.problem import Problem
from journeymap.cli.run import Run
from journeymap.i18n import N_
from journeymap.storage.outputs import write_whole


def run(run: Run) -> int:
    """Write the report; the file is there whole or not at all."""
    target = run.target()
    if target.suffix.lower() != ".pdf":
        raise Problem(N_("The report is a PDF. Let the file’s name end in .pdf."))
    write_whole(target, published(run, run.load(), "pdf"))
    return 0
