"""The words that a rule goes by."""

from functools import cache

from planner.core.checks.phrases import Phrases
from planner.core.checks.word_groups import WordGroups
from planner.core.facts import PromotionRule
from planner.core.rules import Rule


@cache
def wording_of(rule: Rule | PromotionRule) -> Phrases:
    """The phrases that break a rule, with the groups of words that they name."""
    return Phrases.read(rule.phrases, rule.unless, WordGroups(rule.words))
