"""What is wrong in the phrases that a rule goes by: a sign of a pair beside which no words stand."""

from collections.abc import Iterator, Sequence

from planner.core.catalog import Platform
from planner.core.checks.phrases import APART, CLOSE, OR
from planner.storage.json_text import Place
from planner.storage.lapse import Lapse

SIGNS = tuple(sign.strip() for sign in (APART, CLOSE, OR))


def phrases_of_platform(platform: Platform) -> Iterator[Lapse]:
    """Phrases of a platform that can match nothing that anybody writes."""
    for n, rule in enumerate(platform.promotion_rules):
        yield from phrase_lapses(("promotion_rules", n, "phrases"), rule.phrases)
    if platform.copy:
        yield from phrase_lapses(("copy", "phrases"), platform.copy.phrases)
        yield from phrase_lapses(("copy", "planned"), platform.copy.planned)


def phrase_lapses(place: Place, phrases: Sequence[str]) -> Iterator[Lapse]:
    """Those of the phrases at a place that lack words beside a sign."""
    for phrase in phrases:
        if any(sign in words for words in _words(phrase) for sign in SIGNS):
            says = f"“{phrase}” lacks words beside one of its signs"
            mend = "write them as in “buy | bought … likes | reviews”, with a blank beside each sign"
            yield Lapse(place, says, mend)


def _words(phrase: str) -> list[str]:
    gap = next((sign for sign in (APART, CLOSE) if sign in phrase), "")
    return [word for part in phrase.split(gap, 1) for word in part.split(OR)] if gap else [phrase]
