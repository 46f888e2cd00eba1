"""The whole map as one drawing: with title, ledger and legend, as it hangs on a wall."""

from __future__ import annotations

from journeymap.analysis.examine import examine
from journeymap.i18n import Catalogue
from journeymap.model.journey import Journey
from journeymap.picture import build
from journeymap.picture.prims import Picture


def drawing(journey: Journey, t: Catalogue) -> Picture:
    """The picture that SVG and PNG show."""
    return build.build(journey, examine(journey), build.Options(), t)
