"""Files that crashes, copies, other programs and ill will make: each by name, with its kind of answer."""

from __future__ import annotations

import io
import json
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from storage_cases import plain

from journeymap.i18n import LANGUAGES, catalogue
from journeymap.storage import envelope, files, repairs, zipped
from journeymap.storage.errors import StorageError

MAP = plain(
    {"format": "journeymap", "version": 1, "title": "Åre", "lanes": {"l": {"name": "L", "kind": "system"}}}
)


def nested(levels: int) -> bytes:
    """A map with so many levels, its own top level counted."""
    return b'{"format":"journeymap","version":1,"x":' + b"[" * (levels - 1) + b"]" * (levels - 1) + b"}"


def a_zip(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def doubled_zip() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        return a_zip(("model.json", MAP), ("model.json", MAP.replace(b"re", b"rx")))


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def encrypted_zip() -> bytes:
    data = bytearray(a_zip(("model.json", MAP)))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def lying_zip() -> bytes:
    """Says that its model is small while it unpacks to more."""
    data = bytearray(a_zip(("model.json", MAP + b" " * 100_000)))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 10)
    return bytes(data)


def strange_method() -> bytes:
    data = bytearray(a_zip(("model.json", MAP)))
    data[8] = data[data.index(b"PK\x01\x02") + 10] = 99
    return bytes(data)


def doubled_picture() -> bytes:
    name = f"att/{'0' * 64}.jpg"
    with pytest.warns(UserWarning, match="Duplicate"):
        return a_zip(("model.json", MAP), (name, b"x"), (name, b"y"))


def linking_zip() -> bytes:
    """Its model says that it is a link to a file of the system; it is read as the bytes it holds."""
    info = zipfile.ZipInfo("model.json")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, b"/etc/passwd")
    return buffer.getvalue()


def bzip2_bomb() -> bytes:
    return a_zip(("model.json", b" " * 9_000_000), method=zipfile.ZIP_BZIP2)


def wrong_checksum() -> bytes:
    data = bytearray(a_zip(("model.json", MAP)))
    data[14] ^= 0xFF
    data[data.index(b"PK\x01\x02") + 16] ^= 0xFF
    return bytes(data)


SWEDISH = plain(
    {"format": "journeymap", "version": 1, "title": "Årets böcker på väg", "purpose": "Att förstå kön"}
)
GIT = b'{\n<<<<<<< HEAD\n "title": "A"\n=======\n "title": "B"\n>>>>>>> other\n}\n'
GIT_BASE = GIT.replace(b"=======", b'||||||| base\n "title": "C"\n=======')
NESTED_GIT = GIT.replace(b' "title": "A"', GIT[2:-3])
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))

HOSTILE: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    # nothing left
    "empty": (b"", "empty"),
    "one space": (b" ", "empty"),
    "only line breaks": (b"\n\r\n\t", "empty"),
    "zeros": (b"\0" * 4096, "zeros"),
    "one zero": (b"\0", "zeros"),
    "only the mark of UTF-8": (b"\xef\xbb\xbf", "empty"),
    # cut
    "cut in the middle": (MAP[: len(MAP) // 2], "cut_short"),
    "cut after a comma": (b'{"format": "journeymap",', "cut_short"),
    "cut in a text": (b'{"format": "journ', "cut_short"),
    "cut in a word": (b'{"format": "journeymap", "complete": tr', "cut_short"),
    "cut in an escape": (b'{"format": "journ\\u00', "cut_short"),
    "cut in a letter": (MAP[: MAP.index("Å".encode()) + 1], "cut_short"),
    "cut before the last brace": (MAP[:-2], "cut_short"),
    "cut and filled with zeros": (MAP[:40] + b"\0" * 500, "cut_short"),
    "only a brace": (b"{", "cut_short"),
    "cut in an exponent": (b'{"format": "journeymap", "goal_minutes": 1e', "cut_short"),
    "cut before a fraction": (b'{"format": "journeymap", "goal_minutes": 1.', "cut_short"),
    "cut and filled with what a memory card holds": (MAP[:40] + b"\xff" * 500, "cut_short"),
    "cut and filled with blanks": (MAP[:40] + b" " * 500, "cut_short"),
    # overwritten
    "zeros over the beginning": (b"\0" * 512 + MAP, "holed"),
    "zeros in a text": (MAP[:55] + b"\0" * 9 + MAP[64:], "holed"),
    "zeros between two entries": (b'{"format": "journeymap",' + b"\0" * 9 + b'"version": 1}', "holed"),
    "zeros behind the map": (MAP + b"\0" * 4096, "more_behind"),
    "one zero behind the map": (MAP + b"\0", "more_behind"),
    "the mark by which old systems end a file": (MAP + b"\x1a", "more_behind"),
    "the tail of an older, longer file": (MAP + MAP[-30:], "more_behind"),
    "a brace too many": (MAP + b"}", "more_behind"),
    "no letters behind the map": (MAP + b"\xfe\x00\x99\xff" * 40, "more_behind"),
    "a note of a virus scanner": (MAP + b"<!-- scanned -->", "more_behind"),
    "two bytes of a Swedish map": (SWEDISH.replace("ö".encode(), b"\xff", 1), "damaged_text"),
    "an overlong zero in a Swedish map": (SWEDISH.replace("ö".encode(), b"\xc0\x80", 1), "damaged_text"),
    # merged by machines
    "markers of Git": (GIT, "git_markers"),
    "markers of Git with base": (GIT_BASE, "git_markers"),
    "markers of Git from Windows": (GIT.replace(b"\n", b"\r\n"), "git_markers"),
    "markers within markers": (NESTED_GIT, "git_markers"),
    "markers of Subversion": (GIT.replace(b"HEAD", b".mine"), "git_markers"),
    "half of the markers": (GIT[: GIT.index(b"=")], "not_json"),
    "a hundred thousand markers that open": (b"{\n" + b"<<<<<<< HEAD\n" * 100_000, "not_json"),
    "markers that never close": (b"{\n" + b"<<<<<<< A\n=======\n" * 40_000, "not_json"),
    "markers around the whole file": (b"<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> x\n", "git_markers"),
    "two maps in a row": (MAP + MAP, "more_behind"),
    "a map and rubbish": (MAP + b"xyz", "more_behind"),
    "a map a line": (b'{"format": "journeymap", "version": 1}\n' * 3, "more_behind"),
    "other objects, one a line": (b'{"a": 1}\n{"a": 2}\n', "not_ours"),
    "a pointer of Git's large files": (b"version https://git-lfs.github.com/spec/v1\noid x\n", "not_ours"),
    "a patch": (b"diff --git a/x b/x\n--- a/x\n+++ b/x\n", "not_ours"),
    # not JSON
    "a comma too many": (b'{"format": "journeymap",}', "not_json"),
    "single quotes": (b"{'format': 'journeymap'}", "not_json"),
    "a comment": (b'{"format": "journeymap" /* ours */}', "not_json"),
    "no quotes": (b"{format: 1}", "not_json"),
    "a tab in a text": (b'{"format": "journey\tmap"}', "not_json"),
    "a number with a plus": (b'{"version": +1}', "not_json"),
    "a number with a leading zero": (b'{"version": 01}', "not_json"),
    "hexadecimal": (b'{"version": 0x1}', "not_json"),
    "a lone backslash": (b'{"format": "\\x"}', "not_json"),
    "plain words": (b"Dear all, here is the map", "not_ours"),
    "a web page": (b"<!doctype html><title>x</title>", "not_ours"),
    "XML": (b'<?xml version="1.0"?><mxfile/>', "not_ours"),
    "a PNG": (PNG, "not_ours"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not_ours"),
    "a JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not_ours"),
    "gzip": (b"\x1f\x8b\x08\x00" + b"\x99" * 40, "not_ours"),
    "SQLite": (b"SQLite format 3\x00\x10\x00\x01\x01\x00\x40\x20\x20", "not_ours"),
    "a pickle": (b"\x80\x04\x95\x10\x00\x00\x00", "not_ours"),
    "a shortcut": (b"[InternetShortcut]\r\nURL=https://example.org/\r\n", "not_ours"),
    "an Excel file of old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "not_ours"),
    "a program": (b"MZ\x90\x00" + b"\0" * 100, "not_ours"),
    "what a Mac leaves in folders": (b"\0\0\0\x01Bud1\0\0", "not_ours"),
    "what a Mac puts beside a file": (b"\0\x05\x16\x07\0\x02\0\0Mac OS X", "not_ours"),
    "7-Zip": (b"7z\xbc\xaf\x27\x1c" + b"\0" * 100, "not_ours"),
    "YAML": (b"format: journeymap\nversion: 1\n", "not_ours"),
    "a map as a text": (json.dumps(MAP.decode()).encode(), "not_object"),
    "typographic quotes": ("{“format”: “journeymap”}".encode(), "not_json"),
    "a colon forgotten": (b'{"format" "journeymap"}', "not_json"),
    "CSV": (b"a;b;c\n1;2;3\n", "not_ours"),
    # other writing
    "UTF-16 with a mark": (MAP.decode().encode("utf-16"), "utf16"),
    "UTF-16 little": (MAP.decode().encode("utf-16-le"), "utf16"),
    "UTF-16 big": (MAP.decode().encode("utf-16-be"), "utf16"),
    "UTF-32": (MAP.decode().encode("utf-32"), "utf16"),
    "UTF-32 big": (MAP.decode().encode("utf-32-be"), "utf16"),
    "UTF-16 with blanks before it": ((" \n" + MAP.decode()).encode("utf-16-le"), "utf16"),
    "nothing but the mark of UTF-16": (b"\xff\xfe", "empty"),
    "nothing but the mark of UTF-32": (b"\0\0\xfe\xff", "empty"),
    "a letter in UTF-16": ("Hej på dig".encode("utf-16"), "not_ours"),
    "EBCDIC": (MAP.decode().encode("cp500"), "not_ours"),
    "a Swedish map in Windows' own writing": (SWEDISH.decode().encode("cp1252"), "not_utf8"),
    "Latin-1": (MAP.decode().encode("latin-1"), "not_utf8"),
    "an overlong letter": (MAP.replace("Å".encode(), b"\xc1\xa5"), "not_utf8"),
    # JSON, but no map
    "null": (b"null", "not_object"),
    "a number": (b"7", "not_object"),
    "a text": (b'"journeymap"', "not_object"),
    "a list": (b"[]", "not_object"),
    "a list of maps": (b"[" + MAP + b"]", "not_object"),
    "not a number": (b"NaN", "not_object"),
    "an empty object": (b"{}", "not_ours"),
    "another program's JSON": (b'{"name": "app", "version": 1}', "not_ours"),
    "another format": (b'{"format": "tripmap", "version": 1}', "not_ours"),
    "the format in capitals": (b'{"format": "JourneyMap", "version": 1}', "not_ours"),
    "the format as a list": (b'{"format": ["journeymap"], "version": 1}', "not_ours"),
    "no version": (b'{"format": "journeymap"}', "bad_version"),
    "version zero": (b'{"format": "journeymap", "version": 0}', "bad_version"),
    "a version as text": (b'{"format": "journeymap", "version": "1"}', "bad_version"),
    "a version that is true": (b'{"format": "journeymap", "version": true}', "bad_version"),
    "a version with a fraction": (b'{"format": "journeymap", "version": 1.5}', "bad_version"),
    "a version with a point": (b'{"format": "journeymap", "version": 1.0}', "bad_version"),
    "a version beyond numbers": (b'{"format": "journeymap", "version": 1e999}', "bad_version"),
    # too much
    "65 levels": (nested(65), "too_deep"),
    "1 000 levels": (nested(1000), "too_deep"),
    "100 000 levels": (nested(100_000), "too_deep"),
    "100 000 open brackets": (b"[" * 100_000, "too_deep"),
    "100 000 open objects": (b'{"a":' * 100_000, "too_deep"),
    "a million brackets, closed again": (nested(1_000_000), "too_deep"),
    "a million objects, closed again": (b'{"a":' * 1_000_000 + b"1" + b"}" * 1_000_000, "too_deep"),
    "deep in a doubled key": (b'{"x":' + b"[" * 70 + b"]" * 70 + b',"x":1}', "too_deep"),
    # zip
    "an empty zip": (a_zip(), "not_ours"),
    "a workbook": (a_zip(("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")), "not_ours"),
    "a zip with a map of another name": (a_zip(("map.json", MAP)), "not_ours"),
    "the model in a folder": (a_zip(("a/model.json", MAP)), "not_ours"),
    "a zip with two models": (doubled_zip, "zip_doubled"),
    "a zip whose model is no JSON": (a_zip(("model.json", b"hello")), "not_ours"),
    "a zip whose model is empty": (a_zip(("model.json", b"")), "empty"),
    "a zip with a flipped bit": (flipped(a_zip(("model.json", MAP)), 60), "zip_damaged"),
    "a zip cut in its model": (a_zip(("model.json", MAP))[:70], "zip_damaged"),
    "a zip cut in its header": (a_zip(("model.json", MAP))[:12], "zip_damaged"),
    "an encrypted zip": (encrypted_zip, "zip_locked"),
    "a zip behind a script": (b"#!/bin/sh\n" + a_zip(("model.json", MAP)), "not_ours"),
    "a zip whose model is in capitals": (a_zip(("MODEL.JSON", MAP)), "not_ours"),
    "a zip whose model has an absolute name": (a_zip(("/model.json", MAP)), "not_ours"),
    "a zip whose model is a folder": (a_zip(("model.json/", b"")), "not_ours"),
    "a zip whose model points elsewhere": (linking_zip, "not_ours"),
    "a zip whose model is filled with zeros": (a_zip(("model.json", MAP + b"\0" * 99)), "more_behind"),
    "a zip whose model is UTF-16": (a_zip(("model.json", MAP.decode().encode("utf-16"))), "utf16"),
    "a zip with a picture twice": (doubled_picture, "zip_doubled"),
    "a zip with a wrong checksum": (wrong_checksum, "zip_damaged"),
    "a zip of one bzip2 bomb": (bzip2_bomb, "zip_too_large"),
    "a zip that ends at its name": (b"PK\x03\x04", "zip_damaged"),
    "a zip of zeros": (b"PK\x03\x04" + b"\0" * 4096, "zip_damaged"),
    "a zip that lies about sizes": (lying_zip, "zip_damaged"),
    "a zip packed in an unknown way": (strange_method, "zip_damaged"),
    "a zip bomb": (a_zip(("model.json", b" " * 5_000_000)), "zip_too_large"),
    "a zip bomb beside the map": (a_zip(("model.json", MAP), ("att/x", b"\0" * 5_000_000)), "zip_too_large"),
    "a zip in a zip": (a_zip(("model.json", a_zip(("model.json", MAP)))), "not_ours"),
}  # fmt: skip


def data_of(made: bytes | Callable[[], bytes]) -> bytes:
    return made if isinstance(made, bytes) else made()


@pytest.mark.parametrize("name", HOSTILE)
def test_each_hostile_file_has_its_own_clear_answer(name: str, tmp_path: Path) -> None:
    made, kind = HOSTILE[name]
    path = tmp_path / "karta.journey"
    path.write_bytes(data_of(made))
    with pytest.raises(StorageError) as caught:
        files.load(path)
    assert caught.value.kind == kind
    for language in LANGUAGES:
        words = caught.value.sentence(catalogue(language))
        assert "karta.journey" in words
        assert words.endswith(".")
        assert "{" not in words
    assert str(caught.value) == caught.value.sentence(catalogue("en"))


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 140


def test_the_line_of_the_trouble_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    path.write_bytes(b'{\n "format": "journeymap",\n "x": ,\n}')
    with pytest.raises(StorageError, match="line 3, column 7"):
        files.load(path)
    path.write_bytes(b"{\n\n" + GIT)
    with pytest.raises(StorageError, match="from line 4"):
        files.load(path)


def test_what_is_no_file(tmp_path: Path) -> None:
    kinds = {tmp_path / "no such": "missing", tmp_path: "folder", tmp_path / "x" / "y": "missing"}
    kinds[Path("/dev/null")] = "not_regular"
    kinds[tmp_path / ("n" * 300)] = "missing"
    kinds[tmp_path / "a\0b"] = "missing"
    os.mkfifo(tmp_path / "pipe")
    kinds[tmp_path / "pipe"] = "not_regular"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    kinds[tmp_path / "loop"] = "unreadable"
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    kinds[tmp_path / "nowhere"] = "missing"
    (tmp_path / "file").write_bytes(MAP)
    kinds[tmp_path / "file" / "under"] = "missing"
    for path, kind in kinds.items():
        with pytest.raises(StorageError) as caught:
            files.load(path)
        assert caught.value.kind == kind, path


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a").write_bytes(MAP)
    monkeypatch.setattr("os.open", refused)
    with pytest.raises(StorageError) as caught:
        files.load(tmp_path / "a")
    assert caught.value.kind == "may_not_read"


def test_over_200_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "big.journey"
    with path.open("wb") as stream:
        stream.truncate(200_000_001)
    with pytest.raises(StorageError) as caught:
        files.load(path)
    assert caught.value.kind == "too_large"


def test_over_200_megabytes_of_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "MOST_BYTES", 10)
    with pytest.raises(StorageError) as caught:
        envelope.decode(MAP)
    assert caught.value.kind == "too_large"


def test_a_zip_of_more_than_a_map_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_UNPACKED", 10)
    with pytest.raises(StorageError) as caught:
        envelope.decode(a_zip(("model.json", MAP)))
    assert caught.value.kind == "zip_too_large"


@pytest.mark.parametrize(
    "data",
    [
        MAP, b"\xef\xbb\xbf" + MAP, MAP.replace(b"\n", b"\r\n"), b"\n\n" + MAP,
        json.dumps(json.loads(MAP)).encode(),
        nested(64), a_zip(("model.json", MAP)), a_zip(("model.json", MAP), method=zipfile.ZIP_STORED),
    ],
)  # fmt: skip
def test_odd_but_sound(data: bytes) -> None:
    decoded = envelope.decode(data)
    assert not decoded.repairs
    assert envelope.decode(envelope.encode(decoded.journey)).journey == decoded.journey


def test_a_zip_with_foreign_names_is_never_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("../evil", "/evil", "C:\\evil", "CON", "a:b", "att/short.jpg", "att/", "model.json/x")
    decoded = envelope.decode(a_zip(("model.json", MAP), *((name, b"x") for name in names)))
    assert [repair.text for repair in decoded.repairs] == [repairs.FOREIGN_MEMBER] * (len(names) - 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("seed", range(4))
def test_broken_bytes_never_give_anything_but_a_map_or_an_answer(seed: int) -> None:
    """A short fuzz of bytes; the long one runs in the soak."""
    import random

    rng = random.Random(seed)
    whole = (MAP, a_zip(("model.json", MAP)), envelope.encode(envelope.decode(MAP).journey))
    for _ in range(500):
        data = bytearray(rng.choice(whole))
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(data))
            data[at : at + rng.choice((0, 0, 1, 9))] = rng.choice(
                (b"", b"\0", b"{", b'"', b"[", b"\xff", b"1e9", b",")
            )
        try:
            decoded = envelope.decode(bytes(data))
        except StorageError as failure:
            assert failure.sentence(catalogue("sv"))
        else:
            assert (
                envelope.decode(envelope.encode(decoded.journey, decoded.attachments)).journey
                == decoded.journey
            )
