"""`journeymap import`: tables become maps, bad rows are told, the status says how it went."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from journeymap.cli import progress
from journeymap.cli.main import main
from journeymap.exchange import exporters
from journeymap.i18n import catalogue
from journeymap.resources import samples
from journeymap.storage import files
from journeymap.storage.envelope import encode

HOTEL = samples() / "hotel.journey"
TABLE = "Nr;Activity;Department;Pain point\n1;Asks;Guest;Queue\n2;Answers;Desk;\n3;;Desk;Wrong sum\n"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "visit.csv"
    path.write_text(TABLE, "utf-8")
    return path


def refused(capsys: Capture, *arguments: str) -> str:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and "Traceback" not in err
    return err.splitlines()[-1]


def counted(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_good_rows_become_a_map_and_bad_ones_are_told(table: Path, tmp_path: Path, capsys: Capture) -> None:
    out, account = tmp_path / "out.journey", tmp_path / "out.json"
    assert main(["import", str(table), "-o", str(out), "--counts", str(account)]) == 0
    said, err = capsys.readouterr()
    assert said == "2 steps · 2 lanes · 0 stages · 1 link · 1 friction\n"
    assert err == "visit.csv, row 4: This row has no step. (3 · Desk · Wrong sum)\n"
    counts = counted(account)
    assert counts["failed"] == [
        {
            "source": "visit.csv",
            "sheet": "visit.csv",
            "row": 4,
            "reason": "This row has no step.",
            "text": "3 · Desk · Wrong sum",
        }
    ]
    assert {name: counts[name] for name in ("rows", "rows_read", "rows_failed")} == {
        "rows": 3,
        "rows_read": 2,
        "rows_failed": 1,
    }
    assert {name: counts[name] for name in ("steps", "lanes", "stages", "links", "frictions")} == {
        "steps": 2, "lanes": 2, "stages": 0, "links": 1, "frictions": 1,
    }  # fmt: skip
    assert [one["meaning"] for one in counts["sources"][0]["columns"]] == ["id", "step", "lane", "friction"]
    loaded = files.load(out)
    assert (
        loaded.repairs == () and loaded.journey.head.title == "visit" and loaded.journey.head.language == "en"
    )
    assert list(counts) == sorted(counts)


def test_strict_writes_no_map_and_answers_no(table: Path, tmp_path: Path, capsys: Capture) -> None:
    out, account = tmp_path / "out.journey", tmp_path / "out.json"
    assert main(["import", str(table), "-o", str(out), "--strict", "--counts", str(account)]) == 1
    assert not out.exists() and "row 4" in capsys.readouterr().err
    assert counted(account)["steps"] == 0 and counted(account)["rows_failed"] == 1
    table.write_text("Step\nAsks\n", "utf-8")
    assert main(["import", str(table), "-o", str(out), "--strict"]) == 0 and out.exists()


def test_nothing_that_reads_as_steps_is_bad_input(table: Path, tmp_path: Path, capsys: Capture) -> None:
    table.write_text("Step;Lane\n;Shop\n;Desk\n", "utf-8")
    account = tmp_path / "out.json"
    line = refused(capsys, "import", str(table), "-o", str(tmp_path / "o.journey"), "--counts", str(account))
    assert line == "journeymap: Nothing in visit.csv reads as steps. Name the column that holds them."
    assert counted(account)["rows_failed"] == 2


def test_several_tables_become_one_map(table: Path, tmp_path: Path, capsys: Capture) -> None:
    other = tmp_path / "after.tsv"
    other.write_text("Step\tLane\nPays\tdesk\n", "utf-8")
    out, account = tmp_path / "out.journey", tmp_path / "c.json"
    assert (
        main(["import", str(table), str(other), "-o", str(out), "--counts", str(account), "--title", "Both"])
        == 0
    )
    journey = files.load(out).journey
    assert (len(journey.steps), len(journey.lanes), journey.head.title) == (3, 2, "Both")
    assert [one["file"] for one in counted(account)["sources"]] == ["visit.csv", "after.tsv"]


def test_a_whole_map_comes_in_alone(table: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out.journey"
    assert "whole map" in refused(capsys, "import", str(table), str(HOTEL), "-o", str(out))
    assert main(["import", str(HOTEL), "-o", str(out)]) == 0
    assert files.load(out).journey == files.load(HOTEL).journey


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_a_workbook_of_ours_gives_the_same_file(language: str, tmp_path: Path) -> None:
    journey = files.load(HOTEL).journey
    book, out, account = tmp_path / "h.xlsx", tmp_path / "out.journey", tmp_path / "c.json"
    assert main(["export", str(HOTEL), "-o", str(book), "--lang", language]) == 0
    assert main(["import", str(book), "-o", str(out), "--counts", str(account)]) == 0
    assert out.read_bytes() == encode(journey)
    assert counted(account)["steps"] == 17 and counted(account)["rows_failed"] == 0


def test_a_csv_tells_what_stays_out(tmp_path: Path, capsys: Capture) -> None:
    assert main(["export", str(HOTEL), "-o", str(tmp_path / "h.csv")]) == 0
    assert "Actions (3)" in capsys.readouterr().err
    assert main(["import", str(tmp_path / "h.csv"), "-o", str(tmp_path / "o.journey")]) == 0
    assert files.load(tmp_path / "o.journey").journey.steps.keys() == files.load(HOTEL).journey.steps.keys()


def test_columns_and_sheets_can_be_named(tmp_path: Path, capsys: Capture) -> None:
    table, out = tmp_path / "t.csv", tmp_path / "o.journey"
    table.write_text("Who;What of it;Remark\nGuest;Asks;Slow\n", "utf-8")
    arguments = [
        "import",
        str(table),
        "-o",
        str(out),
        "--column",
        "step=what of it",
        "--column",
        "friction=C",
    ]
    assert main(arguments) == 0
    journey = files.load(out).journey
    assert [step.title for step in journey.steps.values()] == ["Asks"] and len(journey.frictions) == 1
    capsys.readouterr()
    assert "no column “X”" in refused(capsys, *arguments, "--column", "step=X")
    assert "cannot hold “colour”" in refused(capsys, *arguments, "--column", "colour=Who")
    book = tmp_path / "b.xlsx"
    book.write_bytes(_two_sheets())
    assert "no sheet called Three" in refused(capsys, "import", str(book), "-o", str(out), "--sheet", "Three")
    assert main(["import", str(book), "-o", str(out), "--sheet", "two"]) == 0
    assert [step.title for step in files.load(out).journey.steps.values()] == ["Pays"]
    capsys.readouterr()
    assert main(["import", str(book), "-o", str(out)]) == 0
    assert "Sheet One is read." in capsys.readouterr().err


def _two_sheets() -> bytes:
    import io

    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "One"
    for row in (("Step", "Lane", "Stage"), ("Asks", "Shop", "Before")):
        book.active.append(row)
    for row in (("Step",), ("Pays",)):
        (book["Two"] if "Two" in book.sheetnames else book.create_sheet("Two")).append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_columns_that_stay_out_are_told(tmp_path: Path, capsys: Capture) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Step;Priority;Empty\nAsks;High;\n", "utf-8")
    assert main(["import", str(table), "-o", str(tmp_path / "o.journey"), "--lang", "sv"]) == 0
    assert capsys.readouterr().err == "t.csv: Tas inte in: B Priority.\n"


def test_bad_usage(table: Path, tmp_path: Path, capsys: Capture) -> None:
    assert ".journey" in refused(capsys, "import", str(table), "-o", str(tmp_path / "out.xlsx"))
    assert "read by the same command" in refused(
        capsys, "import", str(table), "-o", str(tmp_path / "o.journey"), "--counts", str(table)
    )
    assert "no file" in refused(
        capsys, "import", str(tmp_path / "none.csv"), "-o", str(tmp_path / "o.journey")
    )
    assert "folder" in refused(capsys, "import", str(table), "-o", str(tmp_path / "no" / "o.journey"))
    picture = samples().parent / "docs" / "pictures" / "hotel.png"
    assert "is no table" in refused(capsys, "import", str(picture), "-o", str(tmp_path / "o.journey"))


def test_no_window_system_is_needed(table: Path, tmp_path: Path) -> None:
    arguments = ["import", str(table), "-o", str(tmp_path / "o.journey")]
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        f"from journeymap.cli.main import main; sys.exit(main({arguments!r}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_the_language_of_the_headings_is_the_maps_or_the_callers(tmp_path: Path) -> None:
    assert main(["export", str(HOTEL), "-o", str(tmp_path / "h.csv")]) == 0
    assert (tmp_path / "h.csv").read_bytes() == exporters["csv"](files.load(HOTEL).journey, catalogue("sv"))


class Terminal(io.StringIO):
    """Somebody looks at what is said on stderr."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_how_far_it_is_and_left_clean(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(progress, "QUIET", 0.0)
    monkeypatch.setattr("sys.stderr", terminal)
    assert main(["import", str(table), "-o", str(tmp_path / "out.journey")]) == 0
    said = terminal.getvalue()
    counting, _, told = said.rpartition("\r")
    assert f"\r{table.name} " in counting and counting.split("%")[-1].strip("\r ") == ""
    assert told.startswith(f"{table.name}, row 4: "), "the counting line is taken away again"


def test_nothing_is_counted_into_a_pipe(table: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["import", str(table), "-o", str(tmp_path / "out.journey")]) == 0
    assert "\r" not in capsys.readouterr().err


def test_stopped_with_ctrl_c_it_says_so_and_writes_nothing(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def stop(path: Path, heed: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("journeymap.cli.commands.importing.open_source", stop)
    assert main(["import", str(table), "-o", str(tmp_path / "out.journey")]) == 130
    assert capsys.readouterr().err == "journeymap: Stopped.\n"
    assert not (tmp_path / "out.journey").exists()
