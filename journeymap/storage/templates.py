"""The templates that come with the program: a sector's usual road, for people to make their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from journeymap.model.ids import IdSource, new_id
from journeymap.model.journey import Journey
from journeymap.resources import resource
from journeymap.storage import files
from journeymap.storage.errors import StorageError
from journeymap.storage.renewing import renewed


@dataclass(frozen=True, slots=True)
class Template:
    """A map to begin with. `name` is the file's, the same in every language."""

    name: str
    journey: Journey


def templates(language: str) -> tuple[Template, ...]:
    """The templates in a language, by name; one that cannot be read is passed over."""
    found = (_read(path) for path in sorted(resource("templates", language).glob("*.journey")))
    return tuple(template for template in found if template is not None)


def names(language: str) -> tuple[str, ...]:
    """What the templates are called on the command line."""
    return tuple(template.name for template in templates(language))


def begun(template: Template, created: str, ids: IdSource = new_id) -> Journey:
    """A new map from the template: fresh ids, nothing saved yet; `created` is an ISO date."""
    journey = renewed(template.journey, ids)
    return replace(journey, head=msgspec.structs.replace(journey.head, created=created))


def _read(path: Path) -> Template | None:
    try:
        return Template(path.stem, files.load(path).journey)
    except StorageError:
        return None
