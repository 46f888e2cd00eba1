"""`journeymap selftest`: does this installation have all its parts, and do they work together?"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from importlib.util import find_spec

from journeymap.analysis.examine import examine
from journeymap.analysis.findings import Findings
from journeymap.cli.clock import today
from journeymap.cli.run import Run
from journeymap.exchange.svg import to_svg
from journeymap.i18n import LANGUAGES, catalogue
from journeymap.model.journey import Journey
from journeymap.resources import guide, resource, samples
from journeymap.storage import files
from journeymap.storage.envelope import fingerprint
from journeymap.storage.templates import templates


def run(run: Run) -> int:
    """Look for every part; read, examine and report each sample; 1 and the reason if a part does not work."""
    checks: tuple[tuple[str, Callable[[], None]], ...] = (
        (run.t("fonts and catalogues"), _resources),
        (run.t("templates and guide"), _beside),
        (run.t("samples, from file to report"), lambda: _samples(run)),
        (run.t("window"), _window),
    )
    failed = False
    for name, check in checks:
        try:
            check()
        except Exception as error:
            failed = True
            print(run.t("{part}: does not work: {why}", part=name, why=error), file=sys.stderr)
        else:
            print(run.t("{part}: works", part=name))
    return 1 if failed else 0


def _resources() -> None:
    if not any(resource("fonts").glob("*.ttf")):
        raise FileNotFoundError(resource("fonts"))
    for language in LANGUAGES:
        catalogue(language)("Customer")


def _beside() -> None:
    for language in LANGUAGES:
        if not templates(language):
            raise FileNotFoundError(resource("templates", language))
        if not (guide(language) / "README.md").is_file():
            raise FileNotFoundError(guide(language))


def _samples(run: Run) -> None:
    for path in sorted(samples().glob("*.journey")):
        journey = files.load(path).journey
        _write_report(journey, examine(journey, today=today(run.arguments.date)), run)
    if not to_svg(journey, run.words_of(journey)).rstrip().endswith(b"</svg>"):  # cuts and embeds fonts
        raise ValueError(journey.head.title)


def _write_report(journey: Journey, findings: Findings, run: Run) -> None:
    from journeymap.report.document import write_report  # noqa: PLC0415 - reportlab takes 0.4 s
    from journeymap.report.edition import Edition  # noqa: PLC0415

    out = io.BytesIO()
    mark = fingerprint(journey)
    day = today(run.arguments.date)
    write_report(journey, findings, out, t=run.words_of(journey), date=day, edition=Edition(fingerprint=mark))
    if not out.getvalue().startswith(b"%PDF-"):
        raise ValueError(journey.head.title)


def _window() -> None:
    if find_spec("PySide6") is None:
        raise ModuleNotFoundError("PySide6")
