"""What is said once when a map has been opened: what happened to it, what could not be read of it."""

from __future__ import annotations

from journeymap.ui.actions.opening import to_look_at
from journeymap.ui.parts import Parts


def greet(parts: Parts) -> None:
    """The most important of it in the strip; the rest stays to be found in the menus."""
    t, filing, news = parts.desk.t, parts.desk.work.filing, parts.news
    hello, filing.hello = filing.hello, ""
    if hello:
        news.say(hello)
    elif filing.repairs:
        words = t.plural(
            "{n} thing in the file could not be read and is listed under To look at. The rest is whole.",
            "{n} things in the file could not be read and are listed under To look at. The rest is whole.",
            len(filing.repairs),
        )
        news.say(words, t("Show"), lambda: to_look_at(parts))
