"""`journeymap report`: the manager's report as PDF, or as a web page where the file's name says so."""

from __future__ import annotations

from journeymap.cli.editions import published
from journeymap.cli.problem import Problem
from journeymap.cli.run import Run
from journeymap.i18n import N_
from journeymap.storage.outputs import write_whole

ENDINGS = ("pdf", "html")


def run(run: Run) -> int:
    """Write the report; the file is there whole or not at all."""
    target = run.target()
    ending = target.suffix.lower().removeprefix(".")
    if ending not in ENDINGS:
        raise Problem(N_("The report is a PDF or a web page. Let the file’s name end in .pdf or .html."))
    write_whole(target, published(run, run.load(), ending))
    return 0
