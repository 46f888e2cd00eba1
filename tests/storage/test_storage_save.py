"""RELIABILITY 1.4: whatever fails while saving, the old file or the new one is whole."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import stat
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from storage_cases import plain

from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Head, Lane, Step
from journeymap.storage import disk, envelope, files, processes, save, versions
from journeymap.storage.errors import SENTENCES, StorageError


def a_map(title: str = "Hotel") -> Journey:
    lane = Lane(id=Id("c"), name="Gäst", kind="customer")
    step = Step(id=Id("s"), title=title, lane=lane.id, column=0.5)
    return journey_of(lane, step, head=Head(title=title, document="document1"))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A saved map in a folder of its own."""
    folder = tmp_path / "maps"
    folder.mkdir()
    files.save(a_map("Old"), folder / "karta.journey")
    return folder / "karta.journey"


def title_in(path: Path) -> str | None:
    return files.load(path).journey.head.title


def refuse(failure: OSError) -> object:
    def call(*_: object, **__: object) -> None:
        raise failure

    return call


def test_saved_is_what_is_loaded(target: Path) -> None:
    loaded = files.load(target)
    assert envelope.same_records(loaded.journey, a_map("Old"))
    saved = files.save(a_map("New"), target, expected=loaded.sha256)
    assert saved.warnings == ()
    assert files.load(target).sha256 == saved.sha256
    assert title_in(target) == "New"
    assert [path.name for path in target.parent.iterdir()] == ["karta.journey"]


def test_the_version_before_is_kept(target: Path) -> None:
    before = files.load(target)
    now = files.save(a_map("New"), target)
    latest, kept = versions.versions("document1")
    assert kept.sha256 == before.sha256
    assert kept.read().journey == before.journey
    assert latest.sha256 == now.sha256


def test_what_was_saved_is_still_there_when_something_empties_the_file(target: Path) -> None:
    """By whatever name the file is reached, and although it says nothing any more."""
    target.write_bytes(b"")
    with pytest.raises(StorageError, match="Earlier versions"):
        files.load(target)
    link = target.parent / "link.journey"
    link.symlink_to(target.name)
    document = versions.document_at(link)
    assert document == "document1"
    (kept,) = versions.versions(document)
    assert kept.read().journey.head.title == "Old"
    assert versions.document_at(target.parent / "another.journey") is None


def test_a_large_map_is_kept_when_it_is_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "COPIED", 10)
    files.save(a_map("Large"), target)
    assert [version.read().journey.head.title for version in versions.versions("document1")] == ["Old"]
    files.save(a_map("New"), target)
    titles = [version.read().journey.head.title for version in versions.versions("document1")]
    assert sorted(map(str, titles)) == ["Large", "Old"]


def test_a_link_stays_a_link_and_the_rights_stay(target: Path) -> None:
    target.chmod(0o640)
    link = target.parent / "link.journey"
    link.symlink_to(target.name)
    files.save(a_map("New"), link)
    assert link.is_symlink()
    assert title_in(target) == "New"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_to_a_file_that_is_gone_writes_that_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("there.journey")
    files.save(a_map(), tmp_path / "link")
    assert title_in(tmp_path / "there.journey") == "Hotel"


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        files.save(a_map(), tmp_path / "a")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_the_owner_stays_where_the_system_allows(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "fchown", lambda fd, uid, gid: asked.append((uid, gid)))
    like = os.stat_result((0o100644, 1, 1, 1, 4711, 4712, 1, 0, 0, 0))
    disk.write_synced(target.parent / "x", b"x", like)
    assert asked == [(4711, 4712)]
    monkeypatch.setattr(os, "fchown", refuse(PermissionError(errno.EPERM, "no")))
    monkeypatch.setattr(os, "fchmod", refuse(PermissionError(errno.EPERM, "no")))
    disk.write_synced(target.parent / "y", b"y", like)


def test_notes_of_the_file_system_stay(target: Path) -> None:
    try:
        os.setxattr(target, "user.project", b"walls")
    except OSError:
        pytest.skip("this file system takes no notes")
    files.save(a_map("New"), target)
    assert os.getxattr(target, "user.project") == b"walls"


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(StorageError) as caught:
        files.save(a_map(), tmp_path / "loop")
    assert caught.value.kind == "not_saved"
    assert (tmp_path / "loop").is_symlink()


def test_a_full_disk_says_how_much_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = OSError(errno.ENOSPC, "full")
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=3_900_000))
    assert disk.save_error(full, tmp_path / "a", 5_100_000).values["n"] == 2
    assert disk.save_error(OSError(errno.EDQUOT, "x"), tmp_path / "a", 5_100_000).values["n"] == 6
    monkeypatch.undo()
    assert disk.save_error(full, tmp_path / "no" / "a", 5_100_000).values["n"] == 6


def test_somebody_else_saved_meanwhile(target: Path) -> None:
    ours = files.load(target)
    files.save(a_map("Theirs"), target, expected=ours.sha256)
    with pytest.raises(StorageError) as caught:
        files.save(a_map("Ours"), target, expected=ours.sha256)
    assert caught.value.kind == "changed_on_disk"
    assert title_in(target) == "Theirs"


def test_somebody_else_saves_while_we_write(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = files.load(target)
    write = disk.write_synced

    def slow(temporary: Path, data: bytes, like: os.stat_result | None, **more: Any) -> None:
        write(temporary, data, like, **more)
        target.write_bytes(plain({"format": "journeymap", "version": 1, "title": "Theirs"}))

    monkeypatch.setattr(disk, "write_synced", slow)
    with pytest.raises(StorageError) as caught:
        files.save(a_map("Ours"), target, expected=ours.sha256)
    assert caught.value.kind == "changed_on_disk"
    assert title_in(target) == "Theirs"
    assert len(list(target.parent.iterdir())) == 1


def test_a_file_that_vanished_is_written_again(target: Path) -> None:
    loaded = files.load(target)
    target.unlink()
    files.save(a_map("Again"), target, expected=loaded.sha256)
    assert title_in(target) == "Again"


ERRNOS = {
    "ENOSPC": "disk_full", "EDQUOT": "quota", "EFBIG": "too_big", "EROFS": "disk_read_only",
    "ENOENT": "folder_gone", "ENOTDIR": "folder_gone", "EACCES": "may_not_write", "EPERM": "may_not_write",
    "EBUSY": "locked", "ETXTBSY": "locked", "ENAMETOOLONG": "name_too_long", "ESTALE": "share_gone",
    "EHOSTDOWN": "share_gone", "ETIMEDOUT": "share_gone", "ENOTCONN": "share_gone",
    "EISDIR": "save_on_folder", "EOPNOTSUPP": "no_replace", "EXDEV": "no_replace",
    "EIO": "not_saved", "EINVAL": "not_saved",
}  # fmt: skip


@pytest.mark.parametrize("name", ERRNOS)
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_each_cause_has_its_own_words_and_the_old_file_stays(
    name: str, call: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = getattr(errno, name)
    with monkeypatch.context() as patched:
        if call == "open":
            patched.setattr(disk, "write_synced", refuse(OSError(code, os.strerror(code))))
        else:
            patched.setattr(os, call, refuse(OSError(code, os.strerror(code))))
        with pytest.raises(StorageError) as caught:
            files.save(a_map("New"), target)
    refused = call == "replace" and name == "EPERM"  # the folder took the new file but not the exchange
    assert caught.value.kind == ("no_replace" if refused else ERRNOS[name])
    assert isinstance(caught.value.__cause__, OSError)
    for language in LANGUAGES:
        words = caught.value.sentence(catalogue(language))
        assert "karta.journey" in words
        assert "{" not in words
    assert "still here" in str(caught.value)
    assert title_in(target) == "Old"
    assert [path.name for path in target.parent.iterdir()] == ["karta.journey"]


def test_every_cause_is_told_apart() -> None:
    sentences = [SENTENCES[kind] for kind in {*ERRNOS.values(), *disk.WINDOWS_KINDS.values()}]
    assert len(set(sentences)) == len(sentences) >= 11


@pytest.mark.parametrize(("code", "kind"), sorted(disk.WINDOWS_KINDS.items()))
def test_windows_codes_that_stay(code: int, kind: str, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failure = PermissionError(errno.EACCES, "held")
    failure.winerror = code  # type: ignore[attr-defined]
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    monkeypatch.setattr(disk, "replace", disk.replace)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse(failure))
        patched.setattr(save, "keep_version", lambda *_: True)
        with pytest.raises(StorageError) as caught:
            files.save(a_map("New"), target)
    assert caught.value.kind == kind
    assert waited == (list(disk.WAITS) if code in disk.BUSY_CODES else [])
    assert title_in(target) == "Old"


@pytest.mark.parametrize("times", [1, 5, len(disk.WAITS)])
@pytest.mark.parametrize("code", sorted(disk.BUSY_CODES))
def test_windows_lets_go_after_a_moment(
    code: int, times: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, held = os.replace, [times]

    def replace(source: Path, goal: Path) -> None:
        if held[0]:
            held[0] -= 1
            failure = PermissionError(errno.EACCES, "held")
            failure.winerror = code  # type: ignore[attr-defined]
            raise failure
        real(source, goal)

    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.setattr(save, "keep_version", lambda *_: True)
    monkeypatch.setattr(os, "replace", replace)
    files.save(a_map("New"), target)
    assert title_in(target) == "New"
    assert 2.0 < sum(disk.WAITS) < 3.0


def test_what_stands_at_the_target_and_is_no_file(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, kind in ((tmp_path, "save_on_folder"), (tmp_path / "pipe", "save_on_special")):
        with pytest.raises(StorageError) as caught:
            files.save(a_map(), path)
        assert caught.value.kind == kind
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StorageError) as caught:
        files.save(a_map(), target)
    assert caught.value.kind == "may_not_write"


def test_names_and_folders_that_cannot_be(tmp_path: Path) -> None:
    for path, kind in (
        (tmp_path / "gone" / "a.journey", "folder_gone"),
        (tmp_path / ("å" * 200), "name_too_long"),
        (tmp_path / "a\0b", "not_saved"),
        (Path("/proc/a.journey"), "folder_gone"),
    ):
        with pytest.raises(StorageError) as caught:
            files.save(a_map(), path)
        assert caught.value.kind == kind, path


def test_a_long_but_possible_name(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    files.save(a_map(), path)
    files.save(a_map("New"), path)
    assert title_in(path) == "New"


def test_a_folder_that_cannot_be_synced_is_only_a_warning(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def no_folders(path: Path, flags: int, *more: int) -> int:
        if Path(path).is_dir():
            raise OSError(errno.EINVAL, "not for folders")
        return real(path, flags, *more)

    monkeypatch.setattr(os, "open", no_folders)
    saved = files.save(a_map("New"), target)
    assert [warning.text for warning in saved.warnings] == [save.NOT_SYNCED]
    assert title_in(target) == "New"


def test_windows_folders_need_no_sync(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk.os, "name", "nt")
    assert disk.sync_folder(target.parent / "whatever")


def test_a_version_that_cannot_be_kept_is_only_a_warning(target: Path, home: Path) -> None:
    shutil.rmtree(home / "state")
    target.write_bytes(target.read_bytes())
    (home / "state").write_text("in the way")
    saved = files.save(a_map("New"), target)
    assert [warning.text for warning in saved.warnings] == [save.NOT_KEPT]
    assert title_in(target) == "New"


def test_saved_is_said_only_after_reading_back(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(temporary: Path, goal: Path) -> None:
        goal.write_bytes(b"something else")
        temporary.unlink()

    monkeypatch.setattr(disk, "replace", spoil)
    with pytest.raises(StorageError) as caught:
        files.save(a_map("New"), target)
    assert caught.value.kind == "not_verified"


def test_a_file_that_cannot_be_read_back(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        save, "clear_stale", lambda _: monkeypatch.setattr(disk, "hash_on_disk", refuse(OSError(5, "x")))
    )
    monkeypatch.setattr(save, "keep_version", lambda *_: True)
    with pytest.raises(StorageError) as caught:
        files.save(a_map("New"), target)
    assert caught.value.kind == "not_verified"


def test_what_could_not_be_opened_again_replaces_nothing(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(envelope, "encode", lambda *_: b"{}")
    with pytest.raises(StorageError) as caught:
        files.save(a_map("New"), target)
    assert caught.value.kind == "unsound"
    monkeypatch.setattr(envelope, "encode", lambda *_: plain({"format": "journeymap", "version": 1}))
    again = iter((plain({"format": "journeymap", "version": 1}), b"other"))
    monkeypatch.setattr(envelope, "encode", lambda *_: next(again))
    with pytest.raises(StorageError) as caught:
        files.save(a_map("New"), target)
    assert caught.value.kind == "unsound"
    monkeypatch.undo()
    assert title_in(target) == "Old"


class Word(str):
    """A kind of text, as a table may hold one."""


def test_a_kind_of_text_never_stops_a_save(target: Path) -> None:
    saved = files.save(a_map(Word("New")), target)
    assert saved.warnings == ()
    assert title_in(target) == "New"


def test_what_no_file_can_hold_is_answered_and_touches_nothing(target: Path) -> None:
    journey = a_map("New")
    step = msgspec.structs.replace(journey.steps[Id("s")], extra={"x": object()})
    odd = Journey(journey.head, {**journey.tables, Step: {step.id: step}})
    with pytest.raises(StorageError) as caught:
        files.save(odd, target)
    assert caught.value.kind == "unsound"
    assert title_in(target) == "Old"


def test_half_characters_and_nan_never_stop_a_save(target: Path) -> None:
    journey = a_map("half \ud800")
    step = msgspec.structs.replace(journey.steps[Id("s")], column=float("nan"))
    saved = files.save(Journey(journey.head, {**journey.tables, Step: {step.id: step}}), target)
    assert [warning.text for warning in saved.warnings] == [save.TO_LOOK_AT]
    assert title_in(target) == "half \ufffd"
    assert files.load(target).journey.steps[step.id].column is None


def test_a_map_for_newer_programs_is_not_rewritten(target: Path) -> None:
    journey = Journey(Head(min_reader=2, title="Future"))
    with pytest.raises(StorageError) as caught:
        files.save(journey, target)
    assert caught.value.kind == "newer_file"
    files.save(journey, target.parent / "copy.journey", as_copy=True)
    assert files.load(target.parent / "copy.journey").read_only


def test_what_a_killed_save_left_is_cleared_by_the_next(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    mark = save._host_mark()
    stale = target.parent / f".journeymap-{mark}-{dead.pid}-0123abcd.tmp"
    others = [
        f".journeymap-{mark}-{os.getpid()}-0123abcd.tmp",
        f".journeymap-00000000-{dead.pid}-0123abcd.tmp",
        ".x.tmp",
    ]
    for name in (stale.name, *others):
        (target.parent / name).write_bytes(b"half")
    files.save(a_map("New"), target)
    assert {path.name for path in target.parent.iterdir()} == {"karta.journey", *others}
    stale.write_bytes(b"half")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse(OSError(errno.EACCES, "no")))
        assert save.clear_stale(target.parent) == 0
    assert save.clear_stale(target.parent) == 1
    assert save.clear_stale(target.parent / "gone") == 0


def test_processes_that_run_and_that_do_not() -> None:
    assert processes.is_running(os.getpid())
    assert processes.is_running(1)
    assert not processes.is_running(0)
    assert not processes.is_running(1 << 40)
    assert processes.began(os.getpid()) == processes.began(os.getpid()) != ""
    assert processes.began(1 << 40) == ""


def test_a_limit_on_file_sizes(target: Path) -> None:
    """The system's own refusal, in a process of its own."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
            files.save(a_map("New"), target)
        except StorageError as failure:
            code = 0 if failure.kind == "too_big" else 2
        finally:
            os._exit(code)
    assert os.waitpid(pid, 0)[1] == 0
    assert title_in(target) == "Old"
    assert [path.name for path in target.parent.iterdir()] == ["karta.journey"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A disk of 300 KB; needs the right to mount one."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(place)]
    mounted = subprocess.run(mount, check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    return place


def test_a_disk_that_fills_while_saving(small_disk: Path) -> None:
    path = small_disk / "karta.journey"
    try:
        files.save(a_map("Old"), path)
        steps = [Step(id=Id(f"s{n}"), title="x" * 1000, lane=Id("c")) for n in range(400)]
        big = journey_of(Lane(id=Id("c"), name="C", kind="customer"), *steps)
        with pytest.raises(StorageError, match="The disk is full") as caught:
            files.save(big, path)
        assert caught.value.kind == "disk_full"
        assert title_in(path) == "Old"
        assert [each.name for each in small_disk.iterdir()] == ["karta.journey"]
        subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
        with pytest.raises(StorageError) as caught:
            files.save(a_map("New"), path)
        assert caught.value.kind == "disk_read_only"
    finally:
        subprocess.run(["umount", small_disk], check=True)
