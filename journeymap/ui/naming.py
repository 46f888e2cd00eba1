"""What a map is called as a file."""

from __future__ import annotations

import re

from journeymap.ui.desk import Desk


def file_name(desk: Desk) -> str:
    """The map's title as a file name that every system takes, without an ending."""
    title = desk.journey.head.title or desk.t("Map")
    bare = " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", title).split())
    return bare.strip(" .")[:80] or "map"
