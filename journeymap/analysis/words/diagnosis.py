"""The four diagnostic questions and their answers in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from journeymap.analysis.findings import Diagnosis, Verdict
from journeymap.analysis.rules import BY_ID, QUESTIONS
from journeymap.analysis.words.nouns import customer_forms
from journeymap.analysis.words.questions import fact_in_words
from journeymap.i18n.catalogue import N_, Catalogue
from journeymap.model.journey import Journey

VERDICTS: Mapping[Verdict, str] = {
    "yes": N_("Yes"),
    "no": N_("No"),
    "sometimes": N_("Sometimes"),
    "unknown": N_("Not known"),
}

SHOWS: Mapping[str, Mapping[str, str]] = {
    "DIAG-1": {
        "": N_("Contacts on average before the value is reached: {contacts}. Fewest possible: {n}."),
        "goal": N_("Contacts on average before the goal is reached: {contacts}. Fewest possible: {n}."),
        "no_start": N_("No step is marked as the start, and none can be taken for it."),
        "no_goal": N_("No road leads from the start to a value or a goal yet."),
        "no_end": N_("It is not said yet where the journey ends."),
        "no_exit": N_("The road goes round without a way out, so contacts cannot be counted."),
    },
    "DIAG-2": {
        "": N_("Complaints are taken at “{step}”."),
        "none": N_("No step on the map takes complaints."),
        "lost": N_("Decisive moments with no step for complaints within one hand-off: {n} of {all}."),
        "unowned": N_("“{step}” takes complaints, and nobody is named as its owner."),
        "no_recovery": N_("No step is marked yet as the one that takes complaints."),
        "no_critical": N_("No moment is marked as decisive yet."),
    },
    "DIAG-3": {
        "": N_("Walls where {the_guest} is sent on or carries the matter alone: {n}."),
        "share": N_("Walls where {the_guest} is sent on or carries the matter alone: {n}. "
                    "Sent on: {hits} of {thousand} {guests}."),
        "known": N_("There are referrals, and the next one knows what it is about: {n}."),
        "none": N_("The map shows no referral."),
        "no_info": N_("Hand-offs of which nobody has said whether the next one knows: {n}."),
        "no_handoffs": N_("The map shows no hand-off between units yet."),
    },
    "DIAG-4": {
        "again": N_("Places where {the_guest} is asked again for what was said before: {n}."),
        "promise": N_("What one unit promised never reaches the one who is to keep it."),
        "unaware": N_("The next unit does not know what the one before knows."),
        "partly": N_("Places where only part of what is known is passed on: {n}."),
        "told": N_("At every hand-off the next one knows what is needed."),
        "no_info": N_("Hand-offs of which nobody has said whether the next one knows: {n} of {all}."),
        "no_handoffs": N_("The map shows no hand-off between units yet."),
    },
}  # fmt: skip
"""Rule → reason → what the map shows."""


def diagnostic_question(diagnosis: Diagnosis, journey: Journey, t: Catalogue) -> str:
    """The question itself."""
    return t(QUESTIONS[BY_ID[diagnosis.rule].group], **customer_forms(journey, t))


def diagnostic_verdict(diagnosis: Diagnosis, t: Catalogue) -> str:
    """Yes, no, sometimes or not known."""
    return t(VERDICTS[diagnosis.verdict])


def diagnostic_answer(diagnosis: Diagnosis, journey: Journey, t: Catalogue) -> str:
    """What the map shows, in a sentence or two."""
    values: dict[str, object] = {**customer_forms(journey, t), "thousand": t.number(1000)}
    for name, fact in diagnosis.facts.items():
        values[name] = fact_in_words(name, fact, journey, t)
    return t(SHOWS[diagnosis.rule][diagnosis.because], **values)
