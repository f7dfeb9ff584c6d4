"""Checks of UTM tags over the whole plan: what is one campaign, source or medium is written in one way."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from planner.core.addresses import UTM_FIELDS, UTM_NEEDED, query_values, with_tags
from planner.core.changes import Edit, Rewrite
from planner.core.checks.overview import Overview
from planner.core.findings import Fix, Hit
from planner.core.house_style import tidy
from planner.core.plan import Link
from planner.core.tree import Tree
from planner.core.words import counted

SIGNS, BETWEEN_WORDS = re.compile(r"[\W_]+"), re.compile(r"(?<!\d)-|-(?!\d)")
REMEMBERED = 10_000
needed: Callable[[Link], tuple[str, ...]] = attrgetter(*UTM_NEEDED)


class Tag(NamedTuple):
    """The name of a tag, its value when tidy, and that without what parts its words, but for numbers."""

    name: str
    value: str
    letters: str


def written_two_ways(overview: Overview) -> Iterator[Hit]:
    """Values that differ from a commoner one by what parts their words, each at the first link with it."""
    links = [link for channel, _ in overview.digested for link in channel.links]
    used = Counter(chain.from_iterable(map(_tags, links)))
    usual: dict[tuple[str, str], Tag] = {}
    for tag, _ in used.most_common():
        usual.setdefault((tag.name, tag.letters), tag)
    if len(usual) == len(used):
        return
    rare = set(used).difference(usual.values())
    for link in links:
        for tag in _tags(link):
            if tag in rare:
                rare.remove(tag)
                yield _hit(link, tag, usual[tag.name, tag.letters].value, used[tag])


def _tags(link: Link) -> tuple[Tag, ...]:
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


def _hit(link: Link, tag: Tag, usual: str, count: int) -> Hit:
    return Hit(
        rule="utm-written-two-ways",
        subject=link.id,
        aspect="links",
        values=(("tag", tag.name), ("word", tag.value), ("links", counted(count, "link")), ("usual", usual)),
        fixes=(Fix(f"Write “{usual}” everywhere", partial(_written_one_way, tag, usual)),),
    )


def _written_one_way(tag: Tag, usual: str, tree: Tree, _link: str) -> Edit:
    """The usual value in the place of another, in the fields and targets of all links of the plan."""
    links = (link for channel in tree.plan.channels for link in channel.links if tag in _tags(link))
    return Edit(f"Write “{usual}” everywhere", tuple(_rewritten(link, tag.name, usual) for link in links))


def _rewritten(link: Link, name: str, value: str) -> Rewrite:
    if getattr(link, name):
        return Rewrite(link.id, {name: value})
    tags = tuple(value if field == name else "" for field in UTM_FIELDS)
    return Rewrite(link.id, {"target": with_tags(link.target, tags)})


PLAN_CHECKS = (written_two_ways,)
