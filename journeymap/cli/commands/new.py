"""`journeymap new`: an empty map with the customer's lane ready."""

from __future__ import annotations

from journeymap.cli.clock import today
from journeymap.cli.problem import Problem
from journeymap.cli.run import Run
from journeymap.i18n import N_
from journeymap.model.fresh import fresh_journey
from journeymap.storage.files import save


def run(run: Run) -> int:
    """Write a map that the editor opens on its first line."""
    target = run.target()
    if target.exists():
        raise Problem(N_("{file} exists already. Name another file."), file=target)
    t = run.t
    journey = fresh_journey(
        title=run.arguments.title or t("New journey"),
        customer=t("Customer"),
        language=t.language,
        created=today(run.arguments.date).isoformat(),
    )
    save(journey, target)
    return 0
