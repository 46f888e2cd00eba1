"""The commands and their options, as a parser that answers bad usage in one sentence."""

from __future__ import annotations

import argparse
from typing import NoReturn

from journeymap import __version__
from journeymap.cli.problem import Problem
from journeymap.i18n import LANGUAGES, N_, Catalogue

PROFILES = ("full", "pseudonymised", "no_quotes")


class Parser(argparse.ArgumentParser):
    """An argument parser that raises a Problem instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        raise Problem(N_("{message}. See {program} --help."), message=message, program=self.prog)


def parser(t: Catalogue) -> Parser:
    """All commands of FORMAT 5; help texts in the caller's language."""
    top = Parser(prog="journeymap", description=t("Customer journeys, their walls and their frictions."))
    top.add_argument("--version", action="version", version=f"journeymap {__version__}")
    _common(top, t, unsaid=None)
    commands = top.add_subparsers(dest="command", required=True, parser_class=Parser, metavar="COMMAND")
    _report(commands.add_parser("report", help=t("write the manager’s report as PDF")), t)
    _check(commands.add_parser("check", help=t("show walls, ranking and findings")), t)
    _export(commands.add_parser("export", help=t("write the map in another format, by the ending")), t)
    _import(commands.add_parser("import", help=t("make a map of tables: Excel, CSV and their kin")), t)
    _compare(commands.add_parser("compare", help=t("say what differs between two maps")), t)
    _merge(commands.add_parser("merge", help=t("join two versions of a map with their common origin")), t)
    _new(commands.add_parser("new", help=t("write a new map, empty or from a template")), t)
    _common(commands.add_parser("selftest", help=t("try the parts of this installation")), t)
    return top


def _common(command: argparse.ArgumentParser, t: Catalogue, unsaid: str | None = argparse.SUPPRESS) -> None:
    """Options that may stand before or after the command; what stands after it wins."""
    date_help = t("the date to stand on, instead of today")
    command.add_argument("--lang", choices=LANGUAGES, default=unsaid, help=t("language of what is written"))
    command.add_argument("--date", metavar="YYYY-MM-DD", default=unsaid, help=date_help)


def _reads(command: argparse.ArgumentParser, t: Catalogue) -> None:
    command.add_argument("file", metavar="FILE", help=t("the map to read"))
    _common(command, t)


def _writes(command: argparse.ArgumentParser, t: Catalogue) -> None:
    command.add_argument("-o", "--output", metavar="OUT", required=True, help=t("the file to write"))


def _report(command: argparse.ArgumentParser, t: Catalogue) -> None:
    _reads(command, t)
    _writes(command, t)
    _edition(command, t)
    outline = t("write here, as JSON, on which page each section stands")
    command.add_argument("--outline", metavar="OUT.json", help=outline)


def _edition(command: argparse._ActionsContainer, t: Catalogue) -> None:
    """What the report and its web page share: for whose eyes, which lane, which sections, beside what."""
    profile = t("names and quotes: all, replaced, or replaced and left out")
    command.add_argument("--profile", choices=PROFILES, default="pseudonymised", help=profile)
    command.add_argument("--lane", metavar="LANE", help=t("only what concerns this lane (name or id)"))
    sections = t("only these sections, with commas between: map, walls, tables …")
    command.add_argument("--sections", metavar="NAMES", help=sections)
    since = t("compare with this earlier version of the map")
    command.add_argument("--since", metavar="FILE", help=since)
    saved = t("the day the earlier version is from")
    command.add_argument("--since-date", metavar="YYYY-MM-DD", help=saved)


def _check(command: argparse.ArgumentParser, t: Catalogue) -> None:
    _reads(command, t)
    command.add_argument("--json", action="store_true", help=t("one JSON object and nothing else"))
    strict = t("exit status 1 if anything was repaired, a wall stands or a friction has no place")
    command.add_argument("--strict", action="store_true", help=strict)


def _export(command: argparse.ArgumentParser, t: Catalogue) -> None:
    _reads(command, t)
    _writes(command, t)
    _edition(command.add_argument_group(t("for .html and .txt")), t)


def _import(command: argparse.ArgumentParser, t: Catalogue) -> None:
    command.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help=t("a table (.xlsx, .ods, .csv, .tsv); several become one map"),
    )
    _writes(command, t)
    counts = t("write what was read, made and refused as JSON")
    command.add_argument("--counts", metavar="OUT.json", help=counts)
    strict = t("write no map and answer with exit status 1 if a row could not be read")
    command.add_argument("--strict", action="store_true", help=strict)
    command.add_argument("--sheet", metavar="NAME", help=t("the sheet of the workbook to read"))
    column = t("what a column holds, where its heading does not say it: step=Event, lane=C")
    command.add_argument("--column", metavar="MEANING=HEADING", action="append", default=[], help=column)
    command.add_argument("--title", metavar="TITLE", help=t("the journey’s name"))
    _common(command, t)


def _compare(command: argparse.ArgumentParser, t: Catalogue) -> None:
    command.add_argument("one", metavar="A", help=t("the earlier map"))
    command.add_argument("other", metavar="B", help=t("the later map"))
    command.add_argument("--json", action="store_true", help=t("one JSON object and nothing else"))
    _common(command, t)


def _merge(command: argparse.ArgumentParser, t: Catalogue) -> None:
    command.add_argument("base", metavar="BASE", help=t("the map both came from"))
    command.add_argument("one", metavar="A", help=t("one version"))
    command.add_argument("other", metavar="B", help=t("the other version"))
    _writes(command, t)
    _common(command, t)


def _new(command: argparse.ArgumentParser, t: Catalogue) -> None:
    _writes(command, t)
    command.add_argument("--title", metavar="TITLE", help=t("the journey’s name"))
    command.add_argument("--template", metavar="NAME", help=t("begin with the template of this name"))
    command.add_argument("--to-be", metavar="FILE", help=t("begin with this map, as it is to be"))
    _common(command, t)
