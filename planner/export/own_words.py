"""Tells the author's own words from the program's, which are English whatever the plan is written in."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from planner.core.plan import Plan
from planner.core.records import field_names
from planner.core.tree import walk

# What joins words of the program's with the author's in one sentence or line, the widest first: what is whole
# the author's is not taken apart by the others.
_JOINTS: Final = tuple(
    map(re.compile, (r"( · |\n)", r"([☐◐✓–] | \([a-z]+\)$|[:.] $)", r"((?<![^\s(])“|”)", r"(: |, |[()])"))
)
_WORD: Final = re.compile(r"[A-Za-z]{2}")


def own_words(plan: Plan) -> frozenset[str]:
    """Every text and name in a plan that says something, and the lines of each."""
    every = (text for node in walk(plan) for text in _texts(node))
    lines = (line.strip() for text in every for line in (text, *text.splitlines()))
    return frozenset(filter(None, lines))


def _texts(record: Any) -> Iterator[str]:
    for field in field_names(type(record)):
        value = getattr(record, field)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, str):
                yield each
    yield from (text for comp in getattr(record, "comps", ()) for text in _texts(comp))


def parted(text: str, own: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The stretches of a text that are the program's, True, and the author's, False, by turns."""
    if text.strip() in own or not _WORD.search(text):
        yield text, False
        return
    held: list[str] = []
    held_is_ours, held_says = True, False
    for piece in _pieces(text, own, _JOINTS):
        says = bool(piece.strip() in own or _WORD.search(piece))
        is_ours = piece.strip() not in own if says else held_is_ours
        if held_says and is_ours is not held_is_ours:
            yield "".join(held), held_is_ours
            held, held_says = [], False
        held.append(piece)
        held_is_ours, held_says = is_ours, held_says or says
    yield "".join(held), held_is_ours


def _pieces(text: str, own: frozenset[str], joints: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """A text as far apart as its joints tell, its joints among it."""
    if not joints or text.strip() in own:
        yield text
        return
    for part in joints[0].split(text):
        yield from _pieces(part, own, joints[1:])
