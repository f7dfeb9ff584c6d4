"""The UTM tags of a link, as they are compared with those of others."""

import re
from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from planner.core.addresses import UTM_NEEDED, query_values
from planner.core.plan import Link
from planner.core.utm_style import tidy

SIGNS, BETWEEN_WORDS = re.compile(r"[\W_]+"), re.compile(r"(?<!\d)-|-(?!\d)")
REMEMBERED = 10_000
needed: Callable[[Link], tuple[str, ...]] = attrgetter(*UTM_NEEDED)


class Tag(NamedTuple):
    """The name of a tag, its value when tidy, and that without what parts its words, but for numbers."""

    name: str
    value: str
    letters: str


def tags_of(link: Link) -> tuple[Tag, ...]:
    """The tags of a link that statistics sort by, those in its target too."""
    values = needed(link)
    if "utm_" in link.target:
        there = query_values(link.target)
        named = zip(UTM_NEEDED, values, strict=True)
        values = tuple(value or there.get(name, [""])[0] for name, value in named)
    return _of(values)


@lru_cache(maxsize=REMEMBERED)
def _of(values: tuple[str, ...]) -> tuple[Tag, ...]:
    named = zip(UTM_NEEDED, values, strict=True)
    return tuple(Tag(name, tidy(value), _letters(value)) for name, value in named if value)


def _letters(value: str) -> str:
    return BETWEEN_WORDS.sub("", SIGNS.sub("-", value.lower()))
