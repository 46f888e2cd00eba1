"""Where settings, journals and earlier versions lie: the platform's own folders, or JOURNEYMAP_HOME."""

from __future__ import annotations

import os
import re
from pathlib import Path

HOME = "JOURNEYMAP_HOME"
"""Names a folder that holds everything: for a stick that is carried along, and for tests."""


def config_folder() -> Path:
    """Settings and recent files."""
    return _folder("config")


def lanes_file() -> Path:
    """Sets of lanes that somebody wants to use again."""
    return config_folder() / "lanes.json"


def journals_folder() -> Path:
    """Recovery journals of maps that are open or were left behind by a crash."""
    return _folder("state") / "journals"


def piles_folder() -> Path:
    """Notes of silent rounds that are not told yet."""
    return _folder("state") / "piles"


def log_folder() -> Path:
    """What went wrong inside the program, in files that take turns."""
    return _folder("log")


def versions_folder(document: str) -> Path:
    """Earlier versions of one document."""
    return _folder("state") / "versions" / safe_name(document)


def versions_root() -> Path:
    """Earlier versions of all documents, a folder each."""
    return _folder("state") / "versions"


def documents() -> Path:
    """Where a person keeps files of their own: the system's folder for documents, or else their home."""
    import platformdirs  # noqa: PLC0415 - asked only where a file is to be chosen

    folder = platformdirs.user_documents_path()
    return folder if folder.is_dir() else Path.home()


def safe_name(document: str) -> str:
    """A document id as a folder name; ids come from files and may say anything."""
    if re.fullmatch(r"[0-9a-z]{4,40}", document):
        return document
    import hashlib  # noqa: PLC0415 - takes longer to load than a start may wait

    return "id-" + hashlib.sha256(document.encode("utf-8", "replace")).hexdigest()[:32]


def _folder(kind: str) -> Path:
    home = os.environ.get(HOME)
    if home:
        return Path(home) / kind
    import platformdirs  # noqa: PLC0415 - not needed where JOURNEYMAP_HOME is given

    if kind == "config":
        return platformdirs.user_config_path("journeymap", appauthor=False)
    if kind == "log":
        return platformdirs.user_log_path("journeymap", appauthor=False)
    return platformdirs.user_state_path("journeymap", appauthor=False)
