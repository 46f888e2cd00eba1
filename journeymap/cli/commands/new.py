"""`journeymap new`: an empty map, one begun from a template, or an existing map as it is to be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec

from journeymap.cli.clock import today
from journeymap.cli.problem import Problem
from journeymap.cli.run import Run
from journeymap.i18n import N_
from journeymap.model.fresh import fresh_journey, to_be_of
from journeymap.model.journey import Journey
from journeymap.storage.files import save
from journeymap.storage.templates import begun, templates


def run(run: Run) -> int:
    """Write a map that the editor opens on its first line."""
    target = run.target()
    if target.exists():
        raise Problem(N_("{file} exists already. Name another file."), file=target)
    created = today(run.arguments.date).isoformat()
    if run.arguments.to_be is not None:
        return _to_be(run, target, created)
    journey = _empty(run, created) if run.arguments.template is None else _from_template(run, created)
    save(journey, target)
    return 0


def _to_be(run: Run, target: Path, created: str) -> int:
    """The same map as it is to be: its ids, its pictures, and where it comes from."""
    if run.arguments.template is not None:
        raise Problem(N_("A new map begins with a template or with another map, not with both."))
    loaded = run.load(Path(run.arguments.to_be))
    t = run.words_of(loaded.journey)
    title = run.arguments.title or t(
        "{title}, as it is to be", title=loaded.journey.head.title or t("Journey")
    )
    save(to_be_of(loaded.journey, title=title, created=created), target, attachments=loaded.attachments)
    return 0


def _empty(run: Run, created: str) -> Journey:
    t = run.t
    title = run.arguments.title or t("New journey")
    return fresh_journey(title=title, customer=t("Customer"), language=t.language, created=created)


def _from_template(run: Run, created: str) -> Journey:
    there = {template.name: template for template in templates(run.t.language)}
    wanted = run.arguments.template
    if wanted not in there:
        known = ", ".join(there)
        raise Problem(N_("There is no template {name}. There are: {names}."), name=wanted, names=known)
    journey = begun(there[wanted], created)
    if run.arguments.title:
        journey = replace(journey, head=msgspec.structs.replace(journey.head, title=run.arguments.title))
    return journey
