"""Forgetting a person reaches everything kept beside the maps, and nothing that is still needed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import pytest

from journeymap.model.change import Change
from journeymap.model.ids import Id
from journeymap.model.records import Attachment, Lane, Note
from journeymap.storage import forget, lane_sets, places, settings, temporary
from journeymap.storage.journal import Journal
from journeymap.storage.pruning import pruned, saying

GUEST = Lane(id=Id("g"), name="Guest", kind="customer")
DESK = Lane(id=Id("d"), name="Desk", kind="department", owner="Anna Åkesson", hours="8-17")
ANNA = Lane(id=Id("a"), name="Anna Åkesson", kind="department")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOURNEYMAP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_kept_lanes_lose_what_says_the_name_and_keep_the_rest() -> None:
    lane_sets.keep("Hotel", [GUEST, DESK, ANNA])
    lane_sets.keep("Anna Åkesson's lanes", [GUEST])
    lane_sets.keep("Only hers", [ANNA])
    lane_sets.keep("Bank", [GUEST])
    found = forget.find_words("anna åkesson").lane_sets
    assert sorted(found) == ["Anna Åkesson's lanes", "Hotel", "Only hers"]
    assert forget.forget_words("anna åkesson") == 3
    bank, hotel = lane_sets.kept()
    assert (bank.name, hotel.name) == ("Bank", "Hotel")
    assert [(lane.name, lane.owner, lane.hours) for lane in hotel.lanes] == [
        ("Guest", None, None),
        ("Desk", None, "8-17"),
    ]
    assert forget.find_words("anna åkesson").count == 0


@pytest.mark.parametrize("words", ["department", "owner", "name", "lanes", "customer"])
def test_words_of_the_files_own_are_no_words_of_people(words: str) -> None:
    lane_sets.keep("Hotel", [GUEST, DESK])
    settings.put("theme", "dark")
    before = lane_sets.kept()
    assert forget.forget_words(words) == 0
    assert lane_sets.kept() == before


def test_settings_lose_names_and_folders_and_nothing_else(tmp_path: Path) -> None:
    settings.put("name", "Anna Åkesson")
    settings.put("walk_role", "Guide")
    settings.put("theme", "dark")
    chosen = {"m1": {"folder": "/home/anna åkesson", "kind": "pdf"}, "": {"kind": "pdf"}}
    settings.put("report_choices", chosen)
    assert forget.find_words("Anna Åkesson").settings == ("name", "report_choices")
    assert forget.forget_words("Anna Åkesson") == 2
    assert settings.get("name", "") == ""
    assert settings.get("walk_role", "") == "Guide"
    assert settings.get("theme", "") == "dark"
    assert settings.get("report_choices", {}) == {"m1": {"kind": "pdf"}, "": {"kind": "pdf"}}


def test_both_ways_of_writing_a_letter_and_quotes_within_a_name() -> None:
    apart = unicodedata.normalize("NFD", "Åsa")
    assert saying("åsa")(f"… {apart} …")
    assert saying(apart)("ÅSA")
    assert saying('Per "Pelle" Ek')('{"by":"Per \\"Pelle\\" Ek"}')
    assert pruned({"name": 7, "x": "Åsa"}, saying("åsa"), frozenset({"name"})) == {"name": 7, "x": "Åsa"}


def killed_journal(picture: str, words: str) -> Path:
    """A journal that a program which is gone left behind, and the picture that it attached."""
    script = (
        "from journeymap.storage.journal import Journal\n"
        "from journeymap.model.change import Change\n"
        "from journeymap.model.records import Attachment, Note\n"
        "import os, sys\n"
        "journal = Journal('document1', None)\n"
        f"journal.keep_picture('{picture}', b'picture of a bo')\n"
        f"note, photo = Note(id='n', text='{words}'), Attachment(id='p', sha256='{picture}')\n"
        "journal.append('x', Change({'n': (None, note), 'p': (None, photo)}))\n"
        "print(journal.file, flush=True)\n"
        "os._exit(1)\n"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    return Path(said.stdout.strip())


def test_a_killed_journals_pictures_go_with_it_and_those_of_open_maps_stay() -> None:
    """A short name stands in the bytes of nearly every picture: that is no reason to delete one."""
    open_map = Journal("document2", None)
    open_map.keep_picture("b" * 64, b"a bo of bytes")
    photo = Attachment(id=Id("p"), sha256="b" * 64)
    open_map.append("x", Change({photo.id: (None, photo)}))
    journal = killed_journal("a" * 64, "Bo ringde")
    assert journal.is_file()
    pictures = journal.parent
    assert {path.stem[0] for path in pictures.glob("*.picture")} == {"a", "b"}
    forget.forget_words("bo")
    assert not journal.exists()
    assert [path.stem for path in pictures.glob("*.picture")] == ["b" * 64]
    assert open_map.file.exists()
    open_map.close(discard=True)


def test_logs_that_found_no_better_place_and_files_put_aside(home: Path) -> None:
    aside = home / "journeymap-log-7"
    aside.mkdir()
    (aside / "journeymap.log").write_text("Anna Åkesson\n", "utf-8")
    places.config_folder().mkdir(parents=True)
    (places.config_folder() / "recent.json.broken").write_text("Anna Åkesson", "utf-8")
    assert forget.forget_words("Anna Åkesson") == 2
    assert (aside / "journeymap.log").read_bytes() == b""
    assert not (places.config_folder() / "recent.json.broken").exists()


def gone_pid() -> int:
    """The number of a process that is over."""
    over = subprocess.Popen([sys.executable, "-c", ""])
    over.wait()
    return over.pid


def test_what_killed_runs_left_among_the_temporary_files_is_taken_away(home: Path) -> None:
    dead = gone_pid()
    for name in (f"journeymap-made-{dead}-ab12cd34", f"journeymap-look-{dead}-x_y"):
        (home / name).mkdir()
        (home / name / "preview.pdf").write_bytes(b"%PDF")
    ours = temporary.run_folder("made")
    alive = os.getppid()
    for name in (f"journeymap-other-{dead}-x", f"journeymap-made-{alive}-x", "journeymap-made-x", "else"):
        (home / name).mkdir()
    (home / "target").mkdir()
    (home / "target" / "kept").write_bytes(b"")
    (home / f"journeymap-made-{dead}-link").symlink_to(home / "target")
    assert temporary.sweep() == 2
    left = {path.name for path in home.iterdir() if path.is_dir()}
    assert Path(ours.name).name in left
    assert len(left) == 7, left
    assert (home / "target" / "kept").exists()
    ours.cleanup()
    assert temporary.sweep() == 0


def test_a_folder_that_cannot_be_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at/all")
    assert temporary.sweep() == 0


def test_nothing_is_found_of_nothing() -> None:
    note = Note(id=Id("n"), text="x")
    journal = Journal("document3", None)
    journal.append("x", Change({note.id: (None, note)}))
    assert forget.find_words(" ").count == 0
    journal.close(discard=True)


def test_files_that_were_half_written_long_ago_are_taken_away() -> None:
    folders = (places.config_folder(), places.journals_folder(), places.versions_folder("document1"))
    for folder in folders:
        folder.mkdir(parents=True)
        for name, age in ((".old.tmp", 2 * temporary.OLD), (".young.tmp", 0.0), ("kept.json", 9e6)):
            (folder / name).write_bytes(b"half")
            os.utime(folder / name, (0, (folder / name).stat().st_mtime - age))
    assert temporary.sweep() == 3
    for folder in folders:
        assert sorted(path.name for path in folder.iterdir()) == [".young.tmp", "kept.json"]
