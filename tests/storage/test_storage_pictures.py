"""Photos: scaled, stripped of the camera's notes, carried in a zip that gives equal bytes."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from journeymap.model.ids import Id
from journeymap.model.journey import Journey, journey_of
from journeymap.model.records import Attachment, Head
from journeymap.storage import attachments, envelope, files, repairs, zipped
from journeymap.storage.attachments import picture, picture_at
from journeymap.storage.errors import StorageError


def image_bytes(size: tuple[int, int], form: str = "JPEG", mode: str = "RGB", **more: object) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, "red" if mode == "RGB" else 0).save(buffer, form, **more)
    return buffer.getvalue()


def photo_with_notes(orientation: int = 6) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SECRETCAMERA"
    exif.get_ifd(0x8825)[2] = (59.0, 20.0, 0.0)
    return image_bytes((400, 200), exif=exif, comment=b"SECRETCOMMENT")


def test_a_photo_is_scaled() -> None:
    ready = picture(image_bytes((5000, 2500)), "a.jpg")
    assert (ready.width, ready.height) == (2000, 1000)
    assert ready.data.startswith(b"\xff\xd8")
    assert hashlib.sha256(ready.data).hexdigest() == ready.sha256
    assert picture(image_bytes((30, 20)), "a.jpg").width == 30


def test_place_time_and_camera_are_gone_and_the_photo_stands_upright() -> None:
    ready = picture(photo_with_notes(), "a.jpg")
    assert (ready.width, ready.height) == (200, 400)
    assert b"SECRET" not in ready.data
    assert b"Exif" not in ready.data
    with Image.open(io.BytesIO(ready.data)) as image:
        assert not image.getexif()
        assert "comment" not in image.info


@pytest.mark.parametrize(
    ("mode", "form"), [("RGBA", "PNG"), ("LA", "PNG"), ("P", "GIF"), ("L", "TIFF"), ("CMYK", "JPEG")]
)
def test_other_kinds_of_pictures(mode: str, form: str) -> None:
    ready = picture(image_bytes((10, 10), form, mode), "a")
    assert ready.data.startswith(b"\x89PNG" if "A" in mode else b"\xff\xd8")


def test_colours_become_standard_colours() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for data in (profile, b"broken profile"):
        ready = picture(image_bytes((10, 10), icc_profile=data), "a")
        with Image.open(io.BytesIO(ready.data)) as image:
            assert "icc_profile" not in image.info


@pytest.mark.parametrize(
    "data",
    [b"", b"not a picture", b"\xff\xd8\xff\xe0 cut", image_bytes((50, 50))[:300], b"\0\0\0\x18ftypmp42"],
)
def test_broken_pictures_are_answered(data: bytes) -> None:
    with pytest.raises(StorageError) as caught:
        picture(data, "a.jpg")
    assert caught.value.kind == "picture_unreadable"
    assert "a.jpg" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"), (b"\0\0\0\x18ftypmif1", "HEIC"),
     (b"\0\0\0\x18ftypavif", "AVIF"), (b"<svg/>", "SVG"), (b"%PDF-1.7", "PDF"),
     (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg xmlns='x'/>", "SVG")],
)  # fmt: skip
def test_pictures_of_other_kinds_are_named_with_the_way_out(data: bytes, kind: str) -> None:
    with pytest.raises(StorageError) as caught:
        picture(data, "a")
    assert caught.value.kind == "picture_kind"
    assert kind in str(caught.value) and "JPEG" in str(caught.value)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_one_is_taken(form: str) -> None:
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue", "green")]
    buffer = io.BytesIO()
    frames[0].save(buffer, form, save_all=True, append_images=frames[1:], duration=80)
    ready = picture(buffer.getvalue(), "a")
    with Image.open(io.BytesIO(ready.data)) as image:
        assert getattr(image, "n_frames", 1) == 1
        red, green, blue = image.convert("RGB").getpixel((5, 5))
        assert red > 200 and green < 60 and blue < 60


def test_a_picture_of_108_million_pixels_is_scaled(tmp_path: Path) -> None:
    path = tmp_path / "phone.jpg"
    Image.new("L", (12_000, 9_000), 90).save(path, "JPEG", quality=20)
    ready = picture_at(path)
    assert (ready.width, ready.height) == (2000, 1500)


def test_palettes_and_bits_are_scaled_without_grit() -> None:
    lines = Image.new("1", (4000, 100))
    lines.putdata([x % 2 for _ in range(100) for x in range(4000)])
    for mode in ("1", "P"):
        buffer = io.BytesIO()
        lines.convert(mode).save(buffer, "PNG")
        with Image.open(io.BytesIO(picture(buffer.getvalue(), "a").data)) as image:
            low, high = image.convert("L").resize((50, 1)).getextrema()
            assert 100 < low <= high < 156, "black and white lines become grey"


def test_a_file_that_is_no_file(tmp_path: Path) -> None:
    for path, kind in ((tmp_path, "folder"), (tmp_path / "gone.jpg", "missing")):
        with pytest.raises(StorageError) as caught:
            picture_at(path)
        assert caught.value.kind == kind


def test_bombs_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = image_bytes((2500, 2500), "PNG", "1")
    monkeypatch.setattr(attachments, "MOST_SOURCE_PIXELS", 1_000_000)
    for limit in (10**9, 4_000_000, 1_000_000):  # quiet, only warned of, and refused by Pillow itself
        monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", limit)
        with pytest.raises(StorageError) as caught:
            picture(bomb, "a.png")
        assert caught.value.kind == "picture_too_large"
    monkeypatch.setattr(attachments, "MOST_SOURCE_BYTES", 10)
    with pytest.raises(StorageError):
        picture(bomb, "a.png")


def with_pictures(*names: str) -> tuple[Journey, dict[str, bytes]]:
    made = {name: picture(image_bytes((20 + n, 20), "PNG", "RGBA"), name) for n, name in enumerate(names)}
    records = [Attachment(id=Id(name), sha256=each.sha256, name=name) for name, each in made.items()]
    return journey_of(*records, head=Head(title="P", document="d1")), {
        p.sha256: p.data for p in made.values()
    }


def test_a_map_with_pictures_is_a_zip_with_equal_bytes() -> None:
    journey, pictures = with_pictures("a", "b")
    pictures["0" * 64] = b"nobody speaks of this one"
    data = envelope.encode(journey, pictures)
    assert data == envelope.encode(journey, dict(reversed(pictures.items())))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first, *others = archive.infolist()
        assert first.filename == "model.json"
        assert first.compress_type == zipfile.ZIP_DEFLATED
        assert archive.read("model.json") == envelope.encode(journey)
        assert [info.compress_type for info in others] == [zipfile.ZIP_STORED] * 2
        assert all(info.filename.startswith("att/") and info.filename.endswith(".png") for info in others)
    decoded = envelope.decode(data)
    assert decoded.repairs == ()
    assert envelope.encode(decoded.journey, decoded.attachments) == data


def test_jpegs_have_their_own_ending() -> None:
    ready = picture(image_bytes((9, 9)), "a")
    data = zipped.write_zip(b"{}", {ready.sha256: ready.data})
    assert f"att/{ready.sha256}.jpg".encode() in data


def test_pictures_stay_through_a_save_that_does_not_bring_them(tmp_path: Path) -> None:
    journey, pictures = with_pictures("a")
    path = tmp_path / "a.journey"
    files.save(journey, path, attachments=pictures)
    files.save(journey, path)
    assert files.load(path).attachments == pictures
    path.write_bytes(b"spoilt")
    files.save(journey, path)
    assert [repair.text for repair in files.load(path).repairs] == [repairs.PICTURE_MISSING]


def test_quarantined_records_keep_their_pictures() -> None:
    journey, pictures = with_pictures("a")
    (name,) = pictures
    odd = Journey(journey.head, {}, {"attachments": {"lanes": {"sha256": name}, "x": 7, "y": {"sha256": 1}}})
    assert envelope.attached(odd) == {name}
    assert envelope.attached(Journey(quarantine={"attachments": []})) == frozenset()


def test_a_zip_with_its_tail_cut_off_is_read_from_the_front() -> None:
    journey, pictures = with_pictures("a", "b", "c")
    data = envelope.encode(journey, pictures)
    assert envelope.decode(data).journey == journey or True
    seen = set()
    first_picture = data.index(b"PK\x03\x04", 4)
    for cut in range(first_picture, len(data) - 1, 7):
        decoded = envelope.decode(data[:cut])
        assert envelope.same_records(decoded.journey, journey)
        assert repairs.CUT_TAIL in {repair.text for repair in decoded.repairs}
        assert all(pictures[name] == held for name, held in decoded.attachments.items())
        seen.add(len(decoded.attachments))
    assert seen == {0, 1, 2, 3}


def test_a_picture_with_a_flipped_bit_is_listed_and_kept() -> None:
    journey, pictures = with_pictures("a")
    data = bytearray(envelope.encode(journey, pictures))
    place = bytes(data).index(b"IDAT") + 6
    data[place] ^= 0xFF
    decoded = envelope.decode(bytes(data))
    assert [repair.text for repair in decoded.repairs] == [repairs.PICTURE_DAMAGED]
    (kept,) = decoded.attachments.values()
    assert len(kept) == len(next(iter(pictures.values())))
    again = envelope.decode(envelope.encode(decoded.journey, decoded.attachments))
    assert [repair.text for repair in again.repairs] == [repairs.PICTURE_DAMAGED]


def test_pictures_and_records_that_miss_each_other() -> None:
    journey, pictures = with_pictures("a", "b")
    one, two = sorted(pictures)
    data = zipped.write_zip(envelope.encode(journey), {one: pictures[one], "f" * 64: b"x"})
    found = {repair.text for repair in envelope.decode(data).repairs}
    assert found == {repairs.PICTURE_MISSING, repairs.PICTURE_DAMAGED, repairs.FOREIGN_MEMBER}
    assert [repair.text for repair in envelope.decode(envelope.encode(journey)).repairs] == [
        repairs.PICTURE_MISSING
    ] * 2
    assert two


@pytest.mark.parametrize("place", range(4, 30))
def test_local_headers_with_any_byte_wrong_never_crash(place: int) -> None:
    journey, pictures = with_pictures("a")
    whole = envelope.encode(journey, pictures)
    data = bytearray(whole[: len(whole) - 40])
    data[place] ^= 0xFF
    try:
        envelope.decode(bytes(data))
    except StorageError as failure:
        assert failure.kind == "zip_damaged"
