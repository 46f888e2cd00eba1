"""Where fonts, icons, catalogues, templates, samples and the guide lie: checkout, wheel or one-folder app."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds `resources` and `samples`."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = ([Path(frozen)] if frozen else []) + [here / "data", here.parent]
    for place in places:
        if (place / "resources").is_dir():
            return place
    raise FileNotFoundError(f"No resources folder beside {here}: the installation is incomplete.")


def resource(*parts: str) -> Path:
    """A file or folder under `resources`, such as resource("fonts", "Inter-Regular.ttf")."""
    return root().joinpath("resources", *parts)


def samples() -> Path:
    """The folder of finished sample journeys."""
    return root() / "samples"


def guide(language: str) -> Path:
    """The folder with the guide's pages in a language."""
    return root() / "docs" / "guide" / language
