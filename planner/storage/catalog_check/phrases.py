"""What is wrong in the phrases that a rule goes by: a sign of a pair beside which no words stand."""

import re
from collections.abc import Iterator, Sequence

from planner.core.catalog import Platform
from planner.core.checks.phrases import BETWEEN, OR, gap_of
from planner.core.checks.word_groups import GROUP, OPTIONAL
from planner.core.facts import PromotionRule
from planner.core.rules import Rule
from planner.storage.catalog_check.fault import Fault
from planner.storage.catalog_check.unknown_names import unknown_names
from planner.storage.json_text import Place

TOUCHING = re.compile(rf"\w(?:{GROUP.pattern})|(?:{GROUP.pattern})\w")
SIGNS = tuple(sign.strip() for sign in (*BETWEEN, OR))


def phrases_of_platform(platform: Platform) -> Iterator[Fault]:
    """Phrases of a platform that can match nothing that anybody writes."""
    for n, rule in enumerate(platform.promotion_rules):
        yield from phrase_faults(("promotion_rules", n, "phrases"), rule.phrases)
        yield from group_faults(rule, ("promotion_rules", n))
    if platform.copy:
        yield from phrase_faults(("copy", "phrases"), platform.copy.phrases)
        yield from phrase_faults(("copy", "planned"), platform.copy.planned)


def phrase_faults(place: Place, phrases: Sequence[str]) -> Iterator[Fault]:
    """Those of the phrases at a place that lack words beside a sign."""
    for phrase in phrases:
        if any(sign in words for words in _words(phrase) for sign in SIGNS):
            says = f"“{phrase}” lacks words beside one of its signs"
            mend = "write them as in “buy | bought … likes | reviews”, with a blank beside each sign"
            yield Fault(place, says, mend)


def group_faults(rule: Rule | PromotionRule, place: Place = ()) -> Iterator[Fault]:
    """Groups of words that a rule names and does not have, or not yet, and those that it has for nothing."""
    asked: set[str] = set()
    for number, (name, members) in enumerate(rule.words.items()):
        named = _named(members)
        above = list(rule.words)[:number]
        yield from unknown_names((*place, "words", name), named, above, "group of words above this one")
        asked.update(named)
        yield from _touching((*place, "words", name), members)
    for field, spelt in (("phrases", rule.phrases), ("unless", rule.unless)):
        named = _named(spelt)
        yield from unknown_names((*place, field), named, rule.words, "group of words")
        asked.update(named)
        yield from _touching((*place, field), spelt)
    for name in rule.words:
        if name not in asked:
            yield Fault(
                (*place, "words", name), f"nothing names the group of words “{name}”", "name it, or drop it"
            )


def _touching(place: Place, words: Sequence[str]) -> Iterator[Fault]:
    for spelt in filter(TOUCHING.search, words):
        yield Fault(
            place,
            f"a group of words in “{spelt}” touches a letter",
            "set a blank there, or write the words out",
        )


def _named(words: Sequence[str]) -> list[str]:
    return sorted({name.rstrip(OPTIONAL) for spelt in words for name in GROUP.findall(spelt)})


def _words(phrase: str) -> list[str]:
    gap = gap_of(phrase)
    return [word for part in phrase.split(gap, 1) for word in part.split(OR)] if gap else [phrase]
