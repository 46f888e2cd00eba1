"""Files spoilt at random: each is a map that comes back equal, or an answer in words; never anything else."""

from __future__ import annotations

import json
import os
import random
import time

import pytest
from fuzzing import originals, spoilt, torn
from tally import Tally, memory, share_of, tally

from journeymap.analysis.check import as_json
from journeymap.analysis.examine import examine
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.picture.build import build
from journeymap.picture.options import Options
from journeymap.storage import envelope
from journeymap.storage.errors import StorageError

LONGEST = 2.0
"""Seconds of this process's own that one file may take."""
EXAMINED = 40
"""Every so many-th map that could be read is examined and drawn as well."""


def fuzz(seeds: range, row: Tally) -> None:
    """Spoil one file after another and read it; what must not be is a loss with its seed."""
    whole = originals()
    trees = [json.loads(data) for data in whole[:3]]
    before = 0.0
    for seed in seeds:
        chance = random.Random(seed)
        by_value = chance.random() < 0.4
        data = json.dumps(spoilt(chance, chance.choice(trees))).encode() if by_value else b""
        data = data or torn(chance, chance.choice(whole))
        began = time.process_time()
        try:
            row.struck = (row.struck or 0) + _read(data, row.trials)
        except Exception as failure:  # whatever it is, it must not be
            row.losses.append(f"seed {seed}: {type(failure).__name__}: {failure}")
        row.trials += 1
        if time.process_time() - began > LONGEST:
            row.losses.append(f"seed {seed}: took {time.process_time() - began:.1f} s")
        if row.trials == 200:
            before = memory()
    row.note = f"struck = refused in words; memory grew by {max(0.0, memory() - before):.0f} MB"
    if memory() - before > 100:
        row.losses.append(row.note)


def _read(data: bytes, number: int) -> bool:
    """Whether the file was refused; a map that was read must come back equal."""
    t = catalogue(LANGUAGES[number % 3])
    try:
        decoded = envelope.decode(data, "karta.journey")
    except StorageError as failure:
        assert "karta.journey" in failure.sentence(t)
        return True
    assert all("{" not in repair.text or repair.sentence(t) for repair in decoded.repairs)
    written = envelope.encode(decoded.journey, decoded.attachments)
    again = envelope.decode(written)
    assert again.journey == decoded.journey and again.attachments == decoded.attachments
    assert envelope.encode(again.journey, again.attachments) == written
    if number % EXAMINED == 0:
        findings = examine(decoded.journey, trials=50)
        json.dumps(as_json(decoded.journey, findings, (), t), allow_nan=False)
        build(decoded.journey, findings, Options(), t)
    return False


def test_a_thousand_spoilt_files() -> None:
    with tally("spoilt files") as row:
        fuzz(range(1000), row)
        assert 100 < (row.struck or 0) < 900  # both kinds were met


@pytest.mark.soak
def test_three_hundred_thousand_spoilt_files() -> None:
    """New ones each time; the seed of what went wrong is told."""
    first = int.from_bytes(os.urandom(6), "big")
    with tally("spoilt files") as row:
        fuzz(range(first, first + share_of(300_000, 1000)), row)
