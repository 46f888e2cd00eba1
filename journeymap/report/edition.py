"""Which edition of the report is made: for whose eyes, of which lane, which sections, beside what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from journeymap.analysis.findings import Findings
from journeymap.i18n.catalogue import Catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey
from journeymap.picture.bounded import bounded
from journeymap.report.extract import extract
from journeymap.report.matter import Earlier, Matter
from journeymap.report.pictures import Album
from journeymap.report.profile import Profile, as_profile


@dataclass(frozen=True)
class Edition:
    """`lane`: that lane's own extract. `sections`: names of `sections.SECTIONS` (None: all of them).

    `since`: an earlier version to compare with. `fingerprint`: the content's sha256 in hex.
    `images`: the bytes of attachments by their hash.
    """

    profile: Profile = "pseudonymised"
    lane: Id | None = None
    sections: frozenset[str] | None = None
    since: Earlier | None = None
    fingerprint: str = ""
    images: Mapping[str, bytes] = field(default_factory=dict)


WHOLE = Edition()
"""Everything, with names replaced."""


def matter_of(
    journey: Journey, findings: Findings, t: Catalogue, day: date, edition: Edition = WHOLE, *,
    on_screen: bool = False,
) -> Matter:  # fmt: skip
    """What this edition's readers may see, and nothing else; KeyError for a lane that is not on the map."""
    since = edition.since
    journey = bounded(journey)
    if edition.lane is not None:
        journey, findings = extract(journey, findings, edition.lane)
        since = None if since is None or edition.lane not in since.journey.lanes else since.only(
            *extract(since.journey, since.findings, edition.lane)
        )  # fmt: skip
    if since is not None:
        since = since.only(as_profile(bounded(since.journey), edition.profile, t), since.findings)
    return Matter(
        as_profile(journey, edition.profile, t), findings, t, day, edition.profile, edition.fingerprint,
        edition.lane, Album(edition.images), on_screen, since, edition.sections,
    )  # fmt: skip
