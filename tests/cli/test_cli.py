"""The command line as FORMAT 5 says: exit status, one sentence, nothing else on stdout."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeymap.app import main as open_door
from journeymap.cli.main import main
from journeymap.resources import samples

HOTEL = samples() / "hotel.journey"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def refused(capsys: Capture, *arguments: str) -> str:
    """Exit status 2, one line on stderr, nothing on stdout; the line."""
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_check_prints_one_json_object(capsys: Capture) -> None:
    assert main(["check", str(HOTEL), "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    answer = json.loads(out)
    assert {
        "figures",
        "walls",
        "frictions",
        "unranked",
        "findings",
        "back_chains",
        "repairs",
    } <= answer.keys()
    assert answer["figures"]["customer_hours_per_year"] == pytest.approx(8530.875)
    assert list(answer) == sorted(answer)


@pytest.mark.parametrize(("lang", "words"), [("sv", "Murar"), ("nb", "Murer"), ("en", "Walls")])
def test_check_speaks_three_languages(capsys: Capture, lang: str, words: str) -> None:
    assert main(["check", str(HOTEL), "--lang", lang]) == 0
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["--lang", "nb", "check", str(HOTEL)], ["--lang", "sv", "check", str(HOTEL), "--lang", "nb"]],
)
def test_a_language_before_the_command(capsys: Capture, arguments: list[str]) -> None:
    assert open_door(arguments) == 0
    assert "Murer" in capsys.readouterr().out


def test_an_option_without_a_command_opens_no_window(capsys: Capture) -> None:
    assert open_door(["--lang", "sv"]) == 2
    assert "--help" in capsys.readouterr().err


def test_strict_answers_with_the_exit_status(capsys: Capture, tmp_path: Path) -> None:
    assert main(["check", str(HOTEL), "--strict"]) == 1
    clean = tmp_path / "clean.journey"
    assert main(["new", "-o", str(clean)]) == 0
    assert main(["check", str(clean), "--strict"]) == 0
    capsys.readouterr()


def _directory(folder: Path) -> Path:
    return folder


def _picture(folder: Path) -> Path:
    path = folder / "map.journey"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return path


def _cut(folder: Path) -> Path:
    path = folder / "cut.journey"
    path.write_bytes(HOTEL.read_bytes()[:4000])
    return path


def _version(folder: Path) -> Path:
    path = folder / "version.journey"
    path.write_text('{"format": "journeymap", "version": "one"}', encoding="utf-8")
    return path


def _list(folder: Path) -> Path:
    path = folder / "list.journey"
    path.write_text("[]", encoding="utf-8")
    return path


def _missing(folder: Path) -> Path:
    return folder / "missing.journey"


@pytest.mark.parametrize("make", [_directory, _picture, _cut, _version, _list, _missing])
def test_bad_input_gets_one_sentence(make: Callable[[Path], Path], tmp_path: Path, capsys: Capture) -> None:
    path = make(tmp_path)
    for command in (["check"], ["check", "--json"], ["report", "-o", str(tmp_path / "out.pdf")]):
        assert refused(capsys, command[0], str(path), *command[1:])
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["report"],
        ["dance"],
        ["check", str(HOTEL), "--lang", "fi"],
        ["check", str(HOTEL), "--date", "yesterday"],
        ["export", str(HOTEL), "-o", "map.docx"],
        ["report", str(HOTEL), "-o", "report.txt"],
        ["report", str(HOTEL), "-o", "report.pdf", "--lane", "Nobody"],
        ["report", str(HOTEL), "-o", "no-such-folder/report.pdf"],
        ["report", str(HOTEL), "-o", "."],
        ["report", str(HOTEL), "-o", "r.pdf", "--profile", "secret"],
    ],
)
def test_bad_usage_gets_one_sentence(
    arguments: list[str], capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused(capsys, *arguments)
    assert not list(tmp_path.iterdir())


def test_the_input_is_never_the_output(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    shutil.copy(HOTEL, path)
    assert "another file" in refused(capsys, "export", str(path), "-o", str(path))
    assert path.read_bytes() == HOTEL.read_bytes()


def test_refusals_follow_lang(capsys: Capture) -> None:
    assert "datum" in refused(capsys, "check", str(HOTEL), "--lang", "sv", "--date", "i går")


def test_new_writes_a_map_that_checks(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "ny.journey"
    assert main(["new", "-o", str(path), "--title", "Bygglov", "--lang", "sv", "--date", "2026-11-23"]) == 0
    document = json.loads(path.read_text(encoding="utf-8"))
    assert (document["title"], document["language"], document["created"]) == ("Bygglov", "sv", "2026-11-23")
    assert [lane["kind"] for lane in document["lanes"].values()] == ["customer"]
    assert "another file" in refused(capsys, "new", "-o", str(path))


@pytest.mark.parametrize("ending", ["svg", "json"])
def test_export_by_ending(ending: str, tmp_path: Path) -> None:
    target = tmp_path / f"map.{ending}"
    assert main(["export", str(HOTEL), "-o", str(target)]) == 0
    assert "Hotellerbjudandet" in target.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_two_reports_on_one_date_are_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for target in (one, other):
        assert main(["report", str(HOTEL), "-o", str(target), "--date", "2026-11-12"]) == 0
    assert one.read_bytes() == other.read_bytes()


def test_source_date_epoch_is_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    said, epoch = tmp_path / "said.pdf", tmp_path / "epoch.pdf"
    assert main(["report", str(HOTEL), "-o", str(said), "--date", "2026-11-12"]) == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1794441600")  # 2026-11-12 00:00 UTC
    assert main(["report", str(HOTEL), "-o", str(epoch)]) == 0
    assert said.read_bytes() == epoch.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert "SOURCE_DATE_EPOCH" in refused(capsys, "report", str(HOTEL), "-o", str(epoch))


def _edited(path: Path, target: Path, edit: Callable[[dict[str, Any]], None]) -> Path:
    document = json.loads(path.read_text(encoding="utf-8"))
    edit(document)
    target.write_text(json.dumps(document), encoding="utf-8")
    return target


def test_compare_says_what_differs(capsys: Capture, tmp_path: Path) -> None:
    other = _edited(
        HOTEL, tmp_path / "b.journey", lambda d: d["steps"]["queue"].update(title="Väntar i lobbyn")
    )
    assert main(["compare", str(HOTEL), str(other), "--lang", "sv"]) == 0
    said = capsys.readouterr().out
    assert "Väntar i lobbyn" in said
    assert said.count("\n") == 1
    assert main(["compare", str(HOTEL), str(HOTEL)]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_a_map_just_begun_from_another_differs_in_no_wall(capsys: Capture, tmp_path: Path) -> None:
    """Nor is its bookkeeping told to people: whom it comes from, its id and day stand in the JSON."""
    made = tmp_path / "to-be.journey"
    assert main(["new", "-o", str(made), "--to-be", str(HOTEL)]) == 0
    capsys.readouterr()
    assert main(["compare", str(HOTEL), str(made), "--lang", "en"]) == 0
    first, *places = capsys.readouterr().out.splitlines()
    assert first == "Walls, frictions, hours and requirements are the same."
    assert not [place for place in places if "hotel-offer" in place or "2026-" in place]
    assert main(["compare", str(HOTEL), str(made), "--json"]) == 0
    fields = {place["field"] for place in json.loads(capsys.readouterr().out)["differences"]}
    assert {"id", "derived_from", "created", "state"} <= fields


def test_compare_tells_walls_hours_frictions_and_requirements(capsys: Capture, tmp_path: Path) -> None:
    """F4 (1400 h of 8530.875) is solved; what Offers knows reaches the desk, with a requirement on it."""
    made = tmp_path / "to-be.journey"
    assert main(["new", "-o", str(made), "--to-be", str(HOTEL), "--date", "2026-11-27"]) == 0

    def change(d: dict[str, Any]) -> None:
        assert (d["derived_from"], d["state"]) == ("hotel-offer", "to_be")
        d["frictions"]["F4"]["status"] = "solved"
        told = {"source": "confirm", "target": "desk", "kind": "info", "info": "yes"}
        d["links"]["told"] = {**told, "requirement": {"text": "Before noon"}}

    other = _edited(made, tmp_path / "changed.journey", change)
    capsys.readouterr()
    assert main(["compare", str(HOTEL), str(other), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["derived"] is True
    assert found["frictions"]["solved"] == ["F4"]
    assert found["requirements"] == {"added": ["told"], "dropped": []}
    assert found["saved"] == pytest.approx(1400)
    assert found["unit"] == "hours_per_year"
    assert any(key.startswith("promise:confirm:") for key in found["walls"]["removed"])
    assert found["deviations"] is None
    assert main(["compare", str(HOTEL), str(other), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    for words in ("Walls removed", "Frictions solved (1)", "1,400 saved.", "“Before noon”", "Place by place"):
        assert words in said


def test_compare_tells_a_planned_from_an_actual_journey(capsys: Capture, tmp_path: Path) -> None:
    planned = _edited(HOTEL, tmp_path / "planned.journey", lambda d: d.update(state="planned"))

    def change(d: dict[str, Any]) -> None:
        d["state"] = "actual"
        d["steps"]["queue"]["demand"] = "failure"

    actual = _edited(HOTEL, tmp_path / "actual.journey", change)
    assert main(["compare", str(planned), str(actual), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["deviations"]
    assert [one["step"] for one in found if one["kind"] == "failed"] == ["queue"]


def test_a_map_to_be_is_never_written_over_the_one_it_comes_from(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    shutil.copy(HOTEL, path)
    assert "another file" in refused(capsys, "new", "-o", str(path), "--to-be", str(path))
    out = str(tmp_path / "b.journey")
    assert "not with both" in refused(capsys, "new", "-o", out, "--to-be", str(path), "--template", "x")


def test_merge_takes_both_and_keeps_what_it_does_not_take(capsys: Capture, tmp_path: Path) -> None:
    one = _edited(
        HOTEL, tmp_path / "a.journey", lambda d: d["steps"]["queue"].update(title="Köar", column=7.5)
    )
    other = _edited(
        HOTEL, tmp_path / "b.journey", lambda d: d["steps"]["queue"].update(title="Väntar", channel="x")
    )
    target = tmp_path / "merged.journey"
    assert main(["merge", str(HOTEL), str(one), str(other), "-o", str(target)]) == 0
    merged = json.loads(target.read_text(encoding="utf-8"))
    queue = merged["steps"]["queue"]
    assert (queue["title"], queue["column"], queue["channel"]) == ("Köar", 7.5, "x")
    assert any("Väntar" in note["text"] for note in merged["notes"].values())
    assert "Väntar" in capsys.readouterr().out


def test_merge_never_writes_over_what_it_reads(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    shutil.copy(HOTEL, path)
    assert "another file" in refused(capsys, "merge", str(HOTEL), str(path), str(HOTEL), "-o", str(path))


@pytest.mark.parametrize(
    ("lang", "title"), [("sv", "Bygglov"), ("nb", "Byggesøknad"), ("en", "Planning permission")]
)
def test_new_begins_from_a_template_in_the_language(
    capsys: Capture, tmp_path: Path, lang: str, title: str
) -> None:
    path = tmp_path / "new.journey"
    assert main(["new", "-o", str(path), "--template", "building-permit", "--lang", lang]) == 0
    assert main(["check", str(path), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["repairs"] == []
    assert answer["figures"]["steps"] == 18
    assert json.loads(path.read_bytes())["title"] == title


def test_an_unknown_template_is_answered_with_those_there_are(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "new.journey"
    said = refused(capsys, "new", "-o", str(path), "--template", "castle")
    assert "castle" in said
    assert "patient-path" in said
    assert not path.exists()


def test_a_report_ending_in_html_is_the_same_page_as_the_export(tmp_path: Path) -> None:
    pages = [tmp_path / "one.html", tmp_path / "other.html"]
    for command, target in zip(("report", "export"), pages, strict=True):
        assert main([command, str(HOTEL), "-o", str(target), "--date", "2026-11-12"]) == 0
    assert pages[0].read_bytes() == pages[1].read_bytes()
    assert pages[0].read_bytes().startswith(b"<!doctype html>")
