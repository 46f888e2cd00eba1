"""The zip around a map with pictures: model.json first, then att/<sha256>.jpg or .png (FORMAT 1).

Nothing is ever unpacked to the disk under a name that a file gives. Sizes are counted while reading,
as what a zip says of itself may be a lie.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from journeymap.storage import repairs
from journeymap.storage.errors import StorageError
from journeymap.storage.repairs import Repair

MODEL = "model.json"
MOST_UNPACKED = 300_000_000
"""Bytes that all members may have together."""
MOST_RATIO = 200
_SMALL = 1_000_000
"""Below this many bytes a ratio says nothing."""
LOCAL = b"PK\x03\x04"
_MAGICS = (LOCAL, b"PK\x05\x06", b"PK\x07\x08")
_PICTURE = re.compile(r"att/([0-9a-f]{64})\.(?:jpg|png)")
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_DEFLATED, _STORED, _SIZES_FOLLOW, _LOCKED = 8, 0, 8, 1
FAILURES = (
    zipfile.BadZipFile, zlib.error, EOFError, struct.error, RuntimeError, ValueError, OSError, IndexError,
)  # fmt: skip
"""How reading a damaged zip may fail: its version and its flags are strangers' bytes too."""


class Unzipped(NamedTuple):
    """The model's bytes, the pictures by sha256, and what was odd about the zip."""

    model: bytes
    pictures: Mapping[str, bytes]
    repairs: tuple[Repair, ...]


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin like a zip."""
    return data.startswith(_MAGICS)


def write_zip(model: bytes, pictures: Mapping[str, bytes]) -> bytes:
    """Equal content gives equal bytes: fixed order, time stamps and rights."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_info(MODEL), model, zipfile.ZIP_DEFLATED, 6)
        for sha256, data in sorted(pictures.items()):
            ending = "png" if data.startswith(b"\x89PNG") else "jpg"
            archive.writestr(_info(f"att/{sha256}.{ending}"), data, zipfile.ZIP_STORED)
    return buffer.getvalue()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system, info.external_attr = 3, 0o600 << 16
    return info


def read_zip(data: bytes, file: str) -> Unzipped:
    """What the zip holds; StorageError if the model cannot be had from it."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except FAILURES:
        return _salvaged(data, file)
    with archive:
        check_members(archive.infolist(), file)
        if MODEL not in archive.NameToInfo:
            raise StorageError("not_ours", file=file)
        return _read_members(data, archive, file)


def check_members(members: list[zipfile.ZipInfo], file: str) -> None:
    """StorageError if a name stands twice, or if the zip by its own account unpacks to too much."""
    seen: set[str] = set()
    for member in members:
        if member.filename in seen:
            raise StorageError("zip_doubled", file=file, name=repairs.shown(member.filename))
        seen.add(member.filename)
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise StorageError("zip_too_large", file=file)
    if any(_is_bomb(member.file_size, member.compress_size) for member in members):
        raise StorageError("zip_too_large", file=file)


def _is_bomb(size: int, packed: int) -> bool:
    return size > _SMALL and size > MOST_RATIO * packed


def _read_members(data: bytes, archive: zipfile.ZipFile, file: str) -> Unzipped:
    listed: list[Repair] = []
    pictures: dict[str, bytes] = {}
    if archive.NameToInfo[MODEL].flag_bits & _LOCKED:
        raise StorageError("zip_locked", file=file)
    model = _member(archive, archive.NameToInfo[MODEL])
    if model is None:
        raise StorageError("zip_damaged", file=file)
    for member in archive.infolist():
        match = _PICTURE.fullmatch(member.filename)
        if match:
            picture = _member(archive, member) or _as_stored(data, member)
            if hashlib.sha256(picture).hexdigest() != match[1]:
                listed.append(_of(repairs.PICTURE_DAMAGED, match[1]))
            pictures[match[1]] = picture
        elif member.filename != MODEL and not member.is_dir():
            listed.append(_of(repairs.FOREIGN_MEMBER, member.filename))
    return Unzipped(model, pictures, tuple(listed))


def _of(message: str, value: str) -> Repair:
    return Repair("", message, {"value": repairs.shown(value)})


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | None:
    """A member's bytes, never more than it promised; None if they are damaged."""
    try:
        with archive.open(member) as stream:
            data = stream.read(member.file_size + 1)
            return data if len(data) == member.file_size else None
    except FAILURES:
        return None


def _as_stored(data: bytes, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a damaged picture as they lie in the file, so that they stay there."""
    start = member.header_offset + _LOCAL_HEADER.size
    lengths = data[start - 4 : start]
    start += int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    return data[start : start + member.compress_size]


def _salvaged(data: bytes, file: str) -> Unzipped:
    """The end with the table of contents is cut off: read member after member from the front."""
    if not data.startswith(LOCAL):
        raise StorageError("not_ours", file=file)
    members = dict(_local_members(data))
    if MODEL not in members:
        raise StorageError("zip_damaged", file=file)
    sound = {
        match[1]: picture
        for name, picture in members.items()
        if (match := _PICTURE.fullmatch(name)) and hashlib.sha256(picture).hexdigest() == match[1]
    }
    return Unzipped(members[MODEL], sound, (Repair("", repairs.CUT_TAIL),))


def _local_members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The members that are whole, by their local headers, up to the first one that is not."""
    place = 0
    while data[place : place + 4] == LOCAL and place + _LOCAL_HEADER.size <= len(data):
        _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = _LOCAL_HEADER.unpack_from(
            data, place
        )
        start = place + _LOCAL_HEADER.size + name_length + extra_length
        name = data[place + _LOCAL_HEADER.size :][:name_length].decode("ascii", "replace")
        member = _unpacked(data[start : start + packed], method, size)
        if flags & _SIZES_FOLLOW or member is None or len(member) != size or zlib.crc32(member) != crc:
            return
        yield name, member
        place = start + packed


def _unpacked(packed: bytes, method: int, size: int) -> bytes | None:
    if method == _STORED:
        return packed
    if method != _DEFLATED or size > MOST_UNPACKED or _is_bomb(size, len(packed)):
        return None
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    except zlib.error:
        return None
