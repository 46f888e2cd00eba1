"""First light: a map is saved and comes back."""

from pathlib import Path

import pytest

from journeymap.model.ids import Id
from journeymap.model.journey import journey_of
from journeymap.model.records import Head, Lane, Step
from journeymap.resources import samples
from journeymap.storage import envelope, files
from journeymap.storage.errors import StorageError


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYMAP_HOME", str(tmp_path / "home"))


def test_save_and_load(tmp_path: Path) -> None:
    journey = journey_of(
        Lane(id=Id("c"), name="Gäst", kind="customer"),
        Step(id=Id("s"), title="Ringer", lane=Id("c")),
        head=Head(title="Hotell", document="d1"),
    )
    saved = files.save(journey, tmp_path / "a.journey")
    loaded = files.load(tmp_path / "a.journey")
    assert loaded.sha256 == saved.sha256
    assert envelope.same_records(loaded.journey, journey)
    files.save(loaded.journey, tmp_path / "a.journey", expected=loaded.sha256)
    with pytest.raises(StorageError) as caught:
        files.save(loaded.journey, tmp_path / "a.journey", expected="0" * 64)
    assert caught.value.kind == "changed_on_disk"


@pytest.mark.parametrize("sample", sorted(samples().glob("*.journey")), ids=lambda path: path.stem)
def test_samples_are_sound(sample: Path) -> None:
    loaded = files.load(sample)
    assert loaded.repairs == ()
    assert envelope.encode(loaded.journey) == sample.read_bytes()
