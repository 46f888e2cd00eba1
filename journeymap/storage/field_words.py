"""What the fields and stored values of a map are called where two states of it are laid side by side."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.i18n import N_

FIELDS: Mapping[str, str] = {
    # the map itself
    "title": N_("title"), "purpose": N_("what the customer wants to achieve"),
    "organisation": N_("organisation"), "customer_word": N_("word for the customer"),
    "language": N_("language of the report"), "state": N_("state"), "complete": N_("finished"),
    "derived_from": N_("made from"), "journeys_per_year": N_("journeys per year"),
    "goal_minutes": N_("minutes when all goes well"), "wall_level": N_("walls count from unit level"),
    "created": N_("made on"), "participants": N_("who took part"), "absent": N_("who was missing"),
    "status": N_("status"), "decision": N_("decision"), "client": N_("made for"), "logo": N_("logo"),
    # lanes and stages
    "name": N_("name"), "kind": N_("kind"), "unit": N_("unit"),
    "accountable": N_("own unit that answers for it"), "process": N_("process"),
    "shown_as": N_("what the customer sees it as"), "owner": N_("owner"), "hours": N_("opening hours"),
    "measured_on": N_("what it is measured on"), "order": N_("place among the others"),
    "links.order": N_("order"), "promise": N_("what is promised here"),
    # steps
    "lane": N_("lane"), "stage": N_("stage"), "column": N_("place on the road"),
    "customer_present": N_("is the customer there"), "start": N_("the journey starts here"),
    "end": N_("the journey ends here"), "goal": N_("goal"), "value_in_use": N_("value in use"),
    "recovery": N_("puts right what went wrong"), "own_minutes": N_("the customer's own minutes"),
    "wait_minutes": N_("waiting"), "channel": N_("channel"), "asks": N_("asks for"),
    "makes": N_("promises made"), "honours": N_("promises kept"),
    "reask_required": N_("must be asked again by law"), "critical": N_("critical"),
    "critical_reason": N_("why it is critical"), "critical_votes": N_("votes"),
    "expectation": N_("expected"), "experience": N_("experienced"), "high_point": N_("a high point"),
    "demand": N_("what brings the customer here"), "system_support": N_("system support"),
    "minutes_needed": N_("minutes needed"), "minutes_given": N_("minutes given"), "mandate": N_("mandate"),
    "description": N_("description"),
    # links
    "source": N_("where it comes from"), "target": N_("where it goes"),
    "share": N_("share that goes this way"), "carrier": N_("who carries it"),
    "info": N_("does the receiver know what the sender knows"), "by_design": N_("meant to be so"),
    "lead_days": N_("calendar days"), "forced": N_("must change channel"),
    "label": N_("words on the link"), "requirement": N_("requirement"),
    # frictions and walls
    "at": N_("where it stands"), "cause": N_("cause"), "hits": N_("how often"), "per": N_("counted per"),
    "work_minutes": N_("the customer's own work"), "value_lost": N_("value lost"), "votes": N_("votes"),
    "dots": N_("dots"), "walls": N_("walls"), "decision_by": N_("who decides"), "key": N_("wall"),
    "reason": N_("reason"), "number": N_("number"), "handed_over": N_("what is handed over"),
    "receipt": N_("acknowledged"), "deadline": N_("at the latest"), "excuse": N_("the excuse we hear"),
    "effect": N_("effect"), "views": N_("how each side sees it"),
    # the rest
    "text": N_("the text"), "evidence.source": N_("source"), "to": N_("to whom"),
    "due_minutes": N_("within minutes"), "about": N_("about"), "level": N_("level"),
    "who": N_("who says so"), "date": N_("date"), "quote": N_("quote"), "attachment": N_("picture"),
    "question": N_("question"), "step": N_("step"), "open_text": N_("answered in own words"),
    "used_for": N_("used for"), "last_decision": N_("last decision"), "frictions": N_("frictions"),
    "due": N_("due"), "effort_days": N_("days of work"), "by": N_("by whom"), "role": N_("role"),
    "observations": N_("observations"), "finding": N_("finding"), "facts": N_("facts"),
    "believed": N_("what we believed"), "saw": N_("what we saw"), "sha256": N_("picture"),
    "width": N_("width"), "height": N_("height"),
}  # fmt: skip

PARTS: Mapping[str, str] = {
    "text": N_("words"), "by": N_("by whom"), "date": N_("date"), "measure": N_("how it is measured"),
    "level": N_("agreed level"), "asked_why": N_("was why asked"), "delivered": N_("delivered"),
    "refused": N_("refused"), "advised_otherwise": N_("advised otherwise"),
    "next_order": N_("shaped the next order"), "reason": N_("reason"), "yes": N_("yes-votes"),
    "of": N_("how many voted"),
}  # fmt: skip
"""Answers within a field that holds several."""

VALUES: Mapping[str, str] = {
    "as_is": N_("how it is"), "to_be": N_("how it should be"), "planned": N_("how it was planned"),
    "actual": N_("how it went"), "draft": N_("draft"), "working": N_("being worked on"),
    "decided": N_("decided"), "sv": "Svenska", "nb": "Norsk", "en": "English",
    "customer": N_("customer"), "user": N_("user"), "citizen": N_("citizen"), "patient": N_("patient"),
    "guest": N_("guest"), "resident": N_("resident"), "student": N_("student"), "member": N_("member"),
    "customers_customer": N_("the customer's customer"), "department": N_("department"),
    "supplier": N_("supplier"), "system": N_("system"), "core": N_("core"), "support": N_("support"),
    "management": N_("management"), "value": N_("wants something"), "failure": N_("something failed"),
    "good": N_("good"), "partial": N_("partly"), "none": N_("none"), "can_solve": N_("can solve it"),
    "must_ask": N_("must ask"), "unknown": N_("not known"), "flow": N_("the road"), "refer": N_("sent on"),
    "info": N_("information"), "order": N_("order"), "status": N_("message to the customer"),
    "exit": N_("leaves the journey"), "shadow": N_("shadow work"), "company": N_("we"), "yes": N_("yes"),
    "no": N_("no"), "treatment": N_("treatment"), "referral": N_("sent on"), "waiting": N_("waiting"),
    "effort": N_("effort"), "technology": N_("technology"), "information": N_("information"),
    "rule": N_("a rule"), "other": N_("something else"), "process": N_("process"),
    "mandate": N_("mandate"), "resources": N_("resources"), "culture": N_("culture"),
    "goal_conflict": N_("goals that pull apart"), "goal": N_("goal"), "training": N_("training"),
    "journey": N_("journey"), "visit": N_("visit"), "open": N_("open"), "accepted": N_("accepted"),
    "in_progress": N_("under way"), "solved": N_("solved"), "confirmed": N_("confirmed"),
    "dismissed": N_("dismissed"), "drawn": N_("drawn"), "assumed": N_("assumed"), "heard": N_("heard"),
    "observed": N_("observed"), "measured": N_("measured"), "staff": N_("staff"), "data": N_("figures"),
    "rare": N_("a few"), "seldom": N_("seldom"), "sometimes": N_("sometimes"), "often": N_("often"),
    "nearly_everyone": N_("nearly everyone"), "moment": N_("a moment"), "minutes": N_("some minutes"),
    "long": N_("a long time"), "hours": N_("some hours"), "diminished": N_("less than promised"),
    "half": N_("half of it"), "lost": N_("nothing of it"),
}  # fmt: skip
