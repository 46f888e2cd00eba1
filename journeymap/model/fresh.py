"""A new journey: the customer's lane and nothing else."""

from __future__ import annotations

from typing import cast

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
