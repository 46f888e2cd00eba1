"""The date that a run stands on: --date, else SOURCE_DATE_EPOCH, else today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from journeymap.cli.problem import Problem
from journeymap.i18n import N_


def today(said: str | None) -> date:
    """The date of the run; a Problem when what was said is no date."""
    if said is not None:
        try:
            return date.fromisoformat(said)
        except ValueError:
            raise Problem(N_("“{date}” is not a date. Write it as 2026-11-23."), date=said) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Problem(N_("SOURCE_DATE_EPOCH is “{epoch}”, which is no time."), epoch=epoch) from None
