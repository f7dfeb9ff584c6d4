"""Checks of UTM tags over the whole plan: what is one campaign, source or medium is written in one way."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import chain

from planner.core.addresses import UTM_FIELDS, with_tags
from planner.core.changes import Edit, Rewrite
from planner.core.checks.overview import Overview
from planner.core.findings import Fix, Hit
from planner.core.phrasing import counted
from planner.core.plan import Link
from planner.core.tree import Tree
from planner.core.utm_tags import Tag, tags_of


def written_two_ways(overview: Overview) -> Iterator[Hit]:
    """Values that differ from a commoner one by what parts their words, each at the first link with it."""
    links = [*chain.from_iterable(overview.tags)]
    used = Counter(chain.from_iterable(tags for _, tags in links))
    usual: dict[tuple[str, str], Tag] = {}
    for tag, _ in used.most_common():
        usual.setdefault((tag.name, tag.letters), tag)
    if len(usual) == len(used):
        return
    rare = set(used).difference(usual.values())
    for link, tags in links:
        for tag in tags:
            if tag in rare:
                rare.remove(tag)
                yield _hit(link, tag, usual[tag.name, tag.letters].value, used[tag])


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
    links = (link for channel in tree.plan.channels for link in channel.links if tag in tags_of(link))
    return Edit(f"Write “{usual}” everywhere", tuple(_rewritten(link, tag.name, usual) for link in links))


def _rewritten(link: Link, name: str, value: str) -> Rewrite:
    if getattr(link, name):
        return Rewrite(link.id, {name: value})
    tags = tuple(value if field == name else "" for field in UTM_FIELDS)
    return Rewrite(link.id, {"target": with_tags(link.target, tags)})


PLAN_CHECKS = (written_two_ways,)
