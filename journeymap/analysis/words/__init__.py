"""The findings in plain words, in three languages: whole sentences, no blame."""

from journeymap.analysis.names import owner_names, unit_name, unit_of_step
from journeymap.analysis.words.diagnosis import (
    diagnostic_answer,
    diagnostic_question,
    diagnostic_verdict,
)
from journeymap.analysis.words.explanation import (
    answer_name,
    booked_wall,
    certainty_word,
    explanation,
    missing_answers,
)
from journeymap.analysis.words.nouns import FORMS, customer_forms, customer_noun
from journeymap.analysis.words.questions import group_title, rule_looks, rule_sentence, rule_title
from journeymap.analysis.words.reasons import short_reason
from journeymap.analysis.words.stability import break_even_sentence, change_sentence, possible_places
from journeymap.analysis.words.walls import units_of, wall_number, wall_sentence, wall_type

__all__ = [
    "FORMS",
    "answer_name",
    "booked_wall",
    "break_even_sentence",
    "certainty_word",
    "change_sentence",
    "customer_forms",
    "customer_noun",
    "diagnostic_answer",
    "diagnostic_question",
    "diagnostic_verdict",
    "explanation",
    "group_title",
    "missing_answers",
    "owner_names",
    "possible_places",
    "rule_looks",
    "rule_sentence",
    "rule_title",
    "short_reason",
    "unit_name",
    "unit_of_step",
    "units_of",
    "wall_number",
    "wall_sentence",
    "wall_type",
]
