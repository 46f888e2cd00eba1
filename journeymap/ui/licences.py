"""What comes with the program and on which terms: our own files, and the installed libraries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import journeymap
from journeymap.resources import resource


@dataclass(frozen=True)
class Carried:
    """Something with a licence of its own; `text` reads it when it is asked for."""

    name: str
    version: str
    terms: str
    text: Callable[[], str]


OURS = (
    ("journeymap", "MIT", ("journeymap-MIT",)),
    ("Inter", "SIL Open Font License 1.1", ("Inter-OFL",)),
    ("Noto Emoji", "SIL Open Font License 1.1", ("NotoEmoji-OFL",)),
    ("Noto Sans Arabic", "SIL Open Font License 1.1", ("NotoSansArabic-OFL",)),
    ("Noto Sans SC", "SIL Open Font License 1.1", ("NotoSansSC-OFL",)),
    ("Lucide", "ISC, MIT", ("Lucide-ISC",)),
    ("Qt, PySide6, Shiboken", "LGPL 3", ("Qt-LGPL-3.0", "Qt-GPL-3.0")),
)
"""Name, terms, files in `resources/licences`."""
LIBRARIES = (
    "babel", "charset-normalizer", "defusedxml", "et-xmlfile", "fonttools", "lxml", "msgspec", "networkx",
    "numpy", "openpyxl", "packaging", "pikepdf", "pillow", "platformdirs", "pypdfium2", "pyphen", "reportlab",
    "uharfbuzz", "xlsxwriter",
)  # fmt: skip
"""The packages of requirements.txt; those of Qt stand among OURS, which has their text."""
_LICENCE = re.compile(r"(licen[sc]e|copying|notice)", re.IGNORECASE)


def carried() -> Iterator[Carried]:
    """Everything, our own first, then the libraries that are installed."""
    for name, terms, files in OURS:
        version = journeymap.__version__ if name == "journeymap" else _version_of_qt(name)
        yield Carried(name, version, terms, lambda files=files: _own_text(files))  # type: ignore[misc]
    for library in LIBRARIES:
        try:
            found = metadata.distribution(library)
        except metadata.PackageNotFoundError:
            continue
        yield Carried(
            found.metadata["Name"],
            found.version,
            _terms(found),
            lambda found=found: _texts(found),  # type: ignore[misc]
        )


def _version_of_qt(name: str) -> str:
    if not name.startswith("Qt"):
        return ""
    try:
        return metadata.version("pyside6-essentials")
    except metadata.PackageNotFoundError:
        return ""


def _own_text(files: tuple[str, ...]) -> str:
    return "\n\n\n".join(resource("licences", f"{file}.txt").read_text("utf-8") for file in files)


def _terms(found: metadata.Distribution) -> str:
    """The terms in a few words, as the package says them."""
    told = (found.metadata["License-Expression"], found.metadata["License"])
    said = next((words.partition("\n")[0] for words in told if words), "")
    classified = [
        line.rpartition(" :: ")[2]
        for line in found.metadata.get_all("Classifier") or []
        if line.startswith("License")
    ]
    return said if 0 < len(said) < 60 else ", ".join(classified) or said[:60]


def _texts(found: metadata.Distribution) -> str:
    """The licence files that were installed with the package."""
    files = [file for file in found.files or [] if "dist-info" in str(file) and _LICENCE.search(str(file))]
    texts = [text for file in files if (text := _read(Path(str(file.locate()))))]
    return "\n\n\n".join(texts) or _terms(found)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
