"""`journeymap export`: the map in another format, chosen by the file's ending."""

from __future__ import annotations

import sys

from journeymap.cli.clock import today
from journeymap.cli.editions import FORMS, published
from journeymap.cli.problem import Problem
from journeymap.cli.run import Run
from journeymap.exchange import exporters
from journeymap.exchange.left_behind import left_behind
from journeymap.i18n import N_
from journeymap.storage.outputs import write_whole


def run(run: Run) -> int:
    """Write the export; an ending nobody knows is answered with those that are known."""
    today(run.arguments.date)
    target = run.target()
    ending = target.suffix.lower().removeprefix(".")
    export = exporters.get(ending)
    if export is None and ending not in FORMS:
        known = ", ".join(f".{known}" for known in sorted({*exporters, *FORMS}))
        raise Problem(
            N_("No format ends in “{ending}”. Known endings: {known}."), ending=target.suffix, known=known
        )
    loaded = run.load()
    if export is None:
        data = published(run, loaded, ending)
    else:
        data = export(loaded.journey, run.words_of(loaded.journey), images=loaded.attachments)
    write_whole(target, data)
    if ending == "csv" and (left := left_behind(loaded.journey, run.t)):
        print(left, file=sys.stderr)
    return 0
