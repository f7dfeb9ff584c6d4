"""Words of a plan that break a rule, but for those that a "never" or "without" before them turns round.

A phrase such as "buy | bought … likes | reviews" stands for each of the first words with each of the second
not far behind it in the same sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from planner.core.checks.scene import Scene
from planner.core.copy_scan.folding import fold
from planner.core.copy_scan.names import names_in, names_in_folded
from planner.core.plan import Activity

NEGATED = re.compile(r"\b(?:no|not|never|without|avoid|don['’]t)\b[^.!?\n]{0,24}\Z", re.IGNORECASE)
LOOKED_BACK = 40
APART, OR = " … ", " | "
BETWEEN = re.compile(r"[^.!?;。！？；\n]{0,24}")

Words = tuple[str, ...]


def planned_against(scene: Scene, phrases: Collection[str]) -> Iterator[tuple[Activity, str]]:
    """The activities whose words plan one of the phrases, each once, with the words."""
    texts = {activity.id: f"{activity.title}\n{activity.notes}" for activity in scene.not_dropped}
    # Most channels plan nothing of the kind, which one look at all their words tells.
    if not phrases or not any(True for _ in names_in("\n".join(texts.values()), _begun(tuple(phrases)))):
        return
    for activity in scene.channel.activities:
        text = texts.get(activity.id, "")
        spot = next(meant(text, phrases), None) if text else None
        if spot:
            yield activity, text[slice(*spot)]


def meant(text: str, phrases: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where phrases stand that nothing before them turns round."""
    for start, end in _spots(text, tuple(phrases)):
        if not NEGATED.search(text, max(0, start - LOOKED_BACK), start):
            yield start, end


def _spots(text: str, phrases: Words) -> Iterator[tuple[int, int]]:
    whole, pairs = _read(phrases)
    folded = fold(text)
    yield from names_in_folded(folded, whole)
    for first, second in pairs:
        begun = sorted(names_in_folded(folded, first), key=itemgetter(1))
        for start, end in names_in_folded(folded, second) if begun else ():
            before = bisect_right(begun, start, key=itemgetter(1)) - 1
            if before >= 0 and BETWEEN.fullmatch(text, begun[before][1], start):
                yield begun[before][0], end


@lru_cache
def _begun(phrases: Words) -> Words:
    """The words without one of which no phrase stands in a text."""
    whole, pairs = _read(phrases)
    return (*whole, *chain.from_iterable(first for first, _ in pairs))


@lru_cache
def _read(phrases: Words) -> tuple[Words, tuple[tuple[Words, Words], ...]]:
    """The phrases that stand there whole, and the words that come in pairs."""
    parts = [phrase.partition(APART) for phrase in phrases]
    whole = tuple(first for first, apart, _ in parts if not apart)
    pairs = tuple((tuple(a.split(OR)), tuple(b.split(OR))) for a, apart, b in parts if apart)
    return whole, pairs
