"""Checks of UTM tags: whole, tidy, from the fixed lists, and about no person."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

from planner.core.addresses import (
    UTM_FIELDS,
    UTM_NEEDED,
    parse,
    query_values,
    utm_values,
    with_tags,
    without_fields,
)
from planner.core.catalog import Catalog
from planner.core.catalog_lists import AD
from planner.core.changes import Edit, Rewrite
from planner.core.checks.link_marks import UTM
from planner.core.checks.links import closed_shop, link_hit, mended, rewriting
from planner.core.checks.scene import Scene
from planner.core.copy_scan.scan import names_a_person
from planner.core.findings import Fix, Hit
from planner.core.plan import Link
from planner.core.tree import Tree
from planner.core.utm_style import house_style, medium_of, missing_tags, tidy

MEDIUM = "utm_medium"
REMEMBERED = 10_000
# Without one of these a value is neither an e-mail address nor a phone number.
SIGNS = re.compile(r"@|(?:[0-9][^0-9]{0,3}){7}")


def _read(scene: Scene) -> Iterator[Link]:
    """The links whose tags anybody reads: a shop that keeps its figures to itself reads none."""
    return (link for link in scene.channel.links if closed_shop(scene.catalog, link.target) is None)


def whole(scene: Scene) -> Iterator[Hit]:
    """Tags that are incomplete."""
    for link in _read(scene):
        missing = missing_tags(link) if UTM in scene.marks[link.id] else ()
        if missing:
            fix = Fix("Fill them in", partial(_filled_in, scene, link, missing))
            fixes = (fix,) if scene.platform else ()
            yield link_hit(scene, "utm-incomplete", link, ("missing", ", ".join(missing)), fixes=fixes)


def in_order(scene: Scene) -> Iterator[Hit]:
    """Tags that statistics would split in two."""
    for link in _read(scene):
        untidy = _tidied(utm_values(link)[: len(UTM_NEEDED)])
        given = _in_target(link)
        there = _tidied(tuple(given.get(name, [""])[0] for name in UTM_NEEDED)) if given else {}
        if untidy or there:
            mended = {"target": _tagged_anew(link.target, there)} if there else {}
            fixes = rewriting("Tidy the tags", "Tidy UTM tags", **untidy, **mended)
            names = ", ".join(name for name in UTM_NEEDED if name in untidy or name in there)
            yield link_hit(scene, "utm-untidy", link, ("tags", names), fixes=fixes)


@lru_cache(maxsize=REMEMBERED)
def _tidied(values: tuple[str, ...]) -> Mapping[str, str]:
    """Of the values of tags those that were not tidy, as they would be; blanks alone are no value."""
    tidied = zip(UTM_NEEDED, values, map(tidy, values), strict=True)
    return {name: after for name, before, after in tidied if after and before != after}


def _in_target(link: Link) -> dict[str, list[str]]:
    """The UTM tags that stand in a link's target, each with its values."""
    given = query_values(link.target) if "utm_" in link.target else {}
    return {name: given[name] for name in UTM_FIELDS if name in given}


def _tagged_anew(address: str, tags: Mapping[str, str]) -> str:
    return with_tags(address, tuple(tags.get(name, "") for name in UTM_FIELDS))


def given_twice(scene: Scene) -> Iterator[Hit]:
    """Tags in an address that contradict the link's fields, which replace them, or each other."""
    for link in scene.channel.links:
        there = _in_target(link)
        replaced = [name for name in there if getattr(link, name) and {getattr(link, name)} != {*there[name]}]
        repeated = [name for name in there if not getattr(link, name) and len(there[name]) > 1]
        if replaced or repeated:
            firsts = {name: there[name][0] for name in repeated}
            target = without_fields(_tagged_anew(link.target, firsts), replaced)
            fixes = rewriting("Keep one of each", "Mend the address", target=target)
            names = ", ".join((*replaced, *repeated))
            yield link_hit(scene, "utm-given-twice", link, ("tags", names), fixes=fixes)


def _filled_in(scene: Scene, link: Link, names: tuple[str, ...], tree: Tree, _link: str) -> Edit:
    style = house_style(scene.catalog, scene.platform, tree.plan, link)
    return Edit("Fill in UTM tags", (Rewrite(link.id, {name: style[name] for name in names}),))


def from_the_list(scene: Scene) -> Iterator[Hit]:
    """A medium that is no word of the house style or like one, so that statistics file it under "other"."""
    for link in _read(scene):
        word = link.utm_medium or next(iter(_in_target(link).get(MEDIUM, ())), "")
        if word and not _is_known(scene.catalog, tidy(word)):
            paid = scene.medium(link.placement) == AD
            fitting = [medium.id for medium in scene.catalog.mediums.values() if medium.paid or not paid]
            values = (("word", word[:40]), ("known", ", ".join(fitting)))
            fixes = _written(scene, link, fitting)
            yield link_hit(scene, "utm-medium-unusual", link, *values, fixes=fixes)


def _written(scene: Scene, link: Link, fitting: Sequence[str]) -> tuple[Fix, ...]:
    """To write the word of the house style for this kind of platform, where it fits the placement."""
    word = medium_of(scene.catalog, scene.platform.kind if scene.platform else "")
    if word not in fitting:
        return ()
    target = {} if link.utm_medium else {"target": _tagged_anew(link.target, {MEDIUM: word})}
    return rewriting(f"Write “{word}”", "Write utm_medium anew", **(target or {MEDIUM: word}))


@lru_cache(maxsize=REMEMBERED)
def _is_known(catalog: Catalog, word: str) -> bool:
    return any(word in (medium.id, *medium.alike) for medium in catalog.mediums.values())


def personal(scene: Scene) -> Iterator[Hit]:
    """Tags that name a person: an e-mail address or a phone number."""
    for link in scene.channel.links:
        found = [
            name
            for name, value in _tags(link)
            if SIGNS.search(value) and names_a_person(scene.catalog, value)
        ]
        if found:
            values = {**dict.fromkeys(found, ""), "target": without_fields(link.target, found)}
            fixes = rewriting("Take it out", "Empty UTM tags", **values)
            yield link_hit(scene, "utm-personal", link, ("tags", ", ".join(found)), fixes=fixes)


def _tags(link: Link) -> Iterator[tuple[str, str]]:
    """The tags of a link, those in its address too, by name."""
    yield from zip(UTM_FIELDS, utm_values(link), strict=True)
    yield from ((name, " ".join(values)) for name, values in _in_target(link).items())


def two_queries(scene: Scene) -> Iterator[Hit]:
    """Addresses with a second question mark, behind which no shop and no statistics read a tag."""
    for link in scene.channel.links:
        joined = mended(link, _one_query)
        if joined:
            fixes = rewriting("Join them with &", "Mend the address", **joined)
            yield link_hit(scene, "link-two-queries", link, fixes=fixes)


def _one_query(address: str) -> str:
    before, mark, fragment = address.partition("#")
    page, first, query = before.partition("?")
    return f"{page}{first}{query.replace('?', '&')}{mark}{fragment}"


def behind_the_fragment(scene: Scene) -> Iterator[Hit]:
    """Tags behind a "#", which stay in the reader's browser."""
    for link in scene.channel.links:
        before = mended(link, _before_fragment)
        if before:
            tags = (*_tags_behind(link.target), *_tags_behind(link.address))
            names = ", ".join(dict.fromkeys(tag.partition("=")[0] for tag in tags))
            fixes = rewriting("Put them before the #", "Mend the address", **before)
            yield link_hit(scene, "utm-behind-fragment", link, ("tags", names), fixes=fixes)


def _tags_behind(address: str) -> tuple[str, ...]:
    """The UTM tags in an address's fragment, as they are written."""
    if "utm_" not in address or parse(address) is None:
        return ()
    fields = re.split("[?&]", address.partition("#")[2])
    return tuple(field for field in fields if field.partition("=")[0] in UTM_FIELDS)


def _before_fragment(address: str) -> str:
    """The address with its fragment's tags in its query; what else the fragment says stays there."""
    tags = _tags_behind(address)
    if not tags:
        return address
    page, _, fragment = address.partition("#")
    first, *rest = re.split("([?&])", fragment, maxsplit=1)
    fields = [field for field in re.split("[?&]", rest[1] if rest else "") if field and field not in tags]
    head = "" if first in tags else f"{first}{rest[0] if fields else ''}"
    query = page.rstrip("?&")
    joined = f"{query}{'&' if '?' in query else '?'}{'&'.join(tags)}"
    return f"{joined}#{head}{'&'.join(fields)}" if head or fields else joined


CHECKS = (whole, in_order, given_twice, from_the_list, personal, two_queries, behind_the_fragment)
