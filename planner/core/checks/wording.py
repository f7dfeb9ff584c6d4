"""The words that a rule goes by, with the groups that it names filled in.

"{reward} .. for each {sort?} review" stands for each reward, with a word of the second group or without.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from planner.core.checks.phrases import OR, Words, gap_of
from planner.core.facts import PromotionRule
from planner.core.rules import Rule

GROUP: Final = re.compile(r"\{(\w+\??)\}")
OPTIONAL: Final = "?"


class Wording(NamedTuple):
    """Phrases that break a rule, and what excuses them in the same sentence."""

    phrases: Words
    unless: Words


@cache
def wording_of(rule: Rule | PromotionRule) -> Wording:
    """The words that a rule goes by; a group may name those above it."""
    groups: dict[str, Words] = {}
    for name, members in rule.words.items():
        groups[name] = tuple(_filled(members, groups))
    phrases = tuple(spelt for phrase in rule.phrases for spelt in _phrases(phrase, groups))
    return Wording(phrases, tuple(_filled(rule.unless, groups)))


def _phrases(phrase: str, groups: Mapping[str, Words]) -> Iterator[str]:
    """A phrase of two parts with all words of both, or each way to fill in one that stands whole."""
    gap = gap_of(phrase)
    if gap:
        yield gap.join(OR.join(_filled(part.split(OR), groups)) for part in phrase.split(gap, 1))
    else:
        yield from _filled([phrase], groups)


def _filled(words: Words | list[str], groups: Mapping[str, Words]) -> Iterator[str]:
    """Words with each way to fill in the groups that they name."""
    for spelt in words:
        parts = GROUP.split(spelt)  # by turns a text and a name
        kinds = [_members(part, groups) if n % 2 else (part,) for n, part in enumerate(parts)]
        for chosen in product(*kinds):
            yield " ".join("".join(chosen).split())


def _members(name: str, groups: Mapping[str, Words]) -> Words:
    members = groups.get(name.rstrip(OPTIONAL), (f"{{{name}}}",))
    return ("", *members) if name.endswith(OPTIONAL) else members
