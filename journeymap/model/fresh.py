"""A new journey: the customer's lane and nothing else, or what another one is to become."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import msgspec

from journeymap.model.ids import IdSource, new_id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import FORMAT, VERSION, Head, Lane, Language


def fresh_journey(
    *, title: str, customer: str, language: str, created: str, ids: IdSource = new_id
) -> Journey:
    """An empty map with one lane for the customer; `created` is an ISO date."""
    head = Head(
        format=FORMAT,
        version=VERSION,
        min_reader=VERSION,
        document=ids(),
        title=title,
        language=cast(Language, language),
        created=created,
        state="as_is",
        status="draft",
    )
    return journey_of(Lane(id=ids(), name=customer, kind="customer", order=1), head=head)


def to_be_of(journey: Journey, *, title: str, created: str, ids: IdSource = new_id) -> Journey:
    """The journey as it is to be: a map of its own, nothing decided yet, with every id of the first.

    `derived_from` says which map it comes from, so that the two can be compared; `created` is an ISO date.
    """
    head = msgspec.structs.replace(
        journey.head,
        document=ids(),
        derived_from=journey.head.document,
        title=title,
        created=created,
        state="to_be",
        status="draft",
        decision=None,
    )
    return replace(journey, head=head)
