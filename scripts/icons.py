"""Copy the icons the window uses from the package lucide-static 1.62.0 into resources/icons.

Run `python scripts/icons.py SOURCE` where SOURCE is the unpacked package. The files stay as they
were published: 24 × 24, stroke="currentColor", so a caller colours one by replacing that word.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "icons"
NAMES = """
file file-plus file-text file-down file-up file-search folder-open save download upload printer
undo redo copy clipboard-paste scissors trash-2 pencil text-cursor-input keyboard command
user users user-round-check user-round-x building building-2 truck server store globe phone mail
brick-wall diamond flag route footprints milestone split merge link unlink move
circle circle-dot circle-help circle-check circle-x circle-alert circle-plus triangle-alert info bell
list-ordered list-tree list-checks table columns-3 rows-3 layers map target life-buoy backpack
search plus minus maximize minimize zoom-in zoom-out scan check x ellipsis grip-vertical
chevron-up chevron-down chevron-left chevron-right chevrons-left chevrons-right
arrow-up arrow-down arrow-left arrow-right corner-down-left external-link
quote message-square-quote handshake lightbulb leaf star heart vote
presentation projector monitor play pause timer clock history hourglass calendar
settings sliders-horizontal lock lock-open eye eye-off funnel sun moon contrast languages
panel-left panel-right panel-bottom camera image paperclip book-open square-parking chart-column qr-code
""".split()  # noqa: SIM905 - words read better than strings


def main(source: Path) -> None:
    """Copy every icon of NAMES; stop at the first that is missing."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        shutil.copyfile(source / "icons" / f"{name}.svg", TARGET / f"{name}.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
