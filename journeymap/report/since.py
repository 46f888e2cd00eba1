"""What has changed since an earlier version: walls torn, new and moved, and each friction's amount."""

from __future__ import annotations

from journeymap.analysis.comparison import Comparison as Difference
from journeymap.analysis.comparison import Line, Moved, Side, compared
from journeymap.report.matter import Earlier, Matter

__all__ = ["Difference", "Line", "Moved", "difference"]


def difference(matter: Matter, earlier: Earlier) -> Difference:
    """The earlier version beside what the report is about."""
    return compared(Side(earlier.journey, earlier.findings), Side(matter.journey, matter.findings))
