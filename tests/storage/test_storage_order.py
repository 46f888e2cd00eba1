"""Names that are nearly sorted are written and read as fast as sorted ones."""

from __future__ import annotations

import time
from collections.abc import Callable

from hypothesis import given
from storage_cases import json_values

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Lane, Note
from journeymap.storage import canonical, envelope

MANY = 12_000


def notes(count: int, *, late: bool) -> Journey:
    """Notes in the order of their ids; `late`: the first comes last, as one that was just made."""
    ids = [f"n{number:06}" for number in range(count)]
    return journey_of(*(Note(id=Id(id), text="x") for id in (ids[1:] + ids[:1] if late else ids)))


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def test_a_new_record_does_not_make_a_save_slow() -> None:
    """Left to msgspec the late one takes 40 times as long (0.5 s to 0.01 s), and more with every record."""
    sorted_, late = notes(MANY, late=False), notes(MANY, late=True)
    canonical.sealed(sorted_)
    usual = min(seconds(lambda: canonical.sealed(sorted_)) for _ in range(3))
    slow = min(seconds(lambda: canonical.sealed(late)) for _ in range(3))
    assert canonical.sealed(late) == canonical.sealed(sorted_)
    assert slow < 4 * usual + 0.05


def test_a_file_whose_ids_are_out_of_order_is_read_the_careful_way() -> None:
    data = envelope.encode(notes(3, late=False))
    first, second = b' "n000000": {\n   "text": "x"\n  }', b' "n000001": {\n   "text": "x"\n  }'
    swapped = data.replace(first, b"?").replace(second, first).replace(b"?", second)
    assert swapped != data
    place = canonical.stated_hash(swapped)
    assert place is not None
    resealed = swapped.replace(place[0].encode(), canonical.hash_without(swapped, place[1]).encode())
    assert envelope.decode(resealed).journey == envelope.decode(data).journey


@given(json_values)
def test_order_changes_nothing_that_is_said(value: object) -> None:
    assert canonical.in_order(value) == value


def test_records_stay_as_they_are() -> None:
    lane = Lane(id=Id("l"), name="L", kind="system")
    assert canonical.in_order({"b": 1, "a": {"z": lane}})["a"]["z"] is lane
