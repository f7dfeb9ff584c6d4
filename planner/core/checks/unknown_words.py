"""Checks of words that should be the catalog's: kinds of books and accounts, languages and markets."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from planner.core.catalog import Catalog
from planner.core.changes import Edit, Rewrite
from planner.core.checks.overview import Overview
from planner.core.checks.scene import Scene
from planner.core.findings import Fix, Hit
from planner.core.languages import is_code
from planner.core.plan import Activity, Channel, Node
from planner.core.tree import Tree, walk

CATALOGS, REMEMBERED = 10, 1000


class Words(NamedTuple):
    """What a field may hold: what that is called, the words with their names, and whether another is one."""

    what: str
    names: Mapping[str, str]
    is_other: Callable[[str], bool] | None = None

    def has(self, word: str) -> bool:
        """Whether a word is one of these, or none at all."""
        if not word.strip() or word in self.names:
            return True
        return self.is_other is not None and self.is_other(word)

    def nearest(self, word: str) -> str:
        """The word that is written or called most alike, "" where none is."""
        return _nearest(word, tuple(self.names.items()))


@lru_cache(REMEMBERED)
def _nearest(word: str, names: tuple[tuple[str, str], ...]) -> str:
    from difflib import get_close_matches

    alike = {text.casefold(): each for each, name in names for text in (name, each)}
    found = get_close_matches(word.casefold(), alike, n=1)
    return alike[found[0]] if found else ""


@lru_cache(CATALOGS)
def _languages(catalog: Catalog) -> Words:
    return Words("language", {id: language.name for id, language in catalog.languages.items()}, is_code)


@lru_cache(CATALOGS)
def _markets(catalog: Catalog) -> Words:
    return Words("market", {id: region.name for id, region in catalog.regions.items()})


def book_words(overview: Overview) -> Iterator[Hit]:
    """Words of the book that the catalog does not know."""
    book, catalog = overview.plan.book, overview.catalog
    genres = Words("kind of book", {id: genre.name for id, genre in catalog.genres.items()})
    yield from _unknown(book, "genre", genres)
    yield from _unknown(book, "language", _languages(catalog))
    yield from _unknown(book, "markets", _markets(catalog))


def account_words(overview: Overview) -> Iterator[Hit]:
    """Words of the author's accounts that the catalog does not know."""
    for account in overview.plan.accounts:
        platform = overview.catalog.platforms.get(account.platform)
        if platform and platform.account_types:
            types = {type: type for type in platform.account_types}
            yield from _unknown(account, "type", Words(f"type of {platform.name} account", types))
        yield from _unknown(account, "languages", _languages(overview.catalog))
        yield from _unknown(account, "region", _markets(overview.catalog))


def channel_words(scene: Scene) -> Iterator[Hit]:
    """Markets of a channel and its work that the catalog does not know, each told where it stands first."""
    records: tuple[Channel | Activity, ...] = (scene.channel, *scene.channel.activities)
    first: dict[str, Channel | Activity] = {}
    for record in records:
        if record.region:
            first.setdefault(record.region, record)
    for record in first.values():
        yield from _unknown(record, "region", _markets(scene.catalog), within=scene.channel)


def _unknown(record: Node, field: str, words: Words, within: Node | None = None) -> Iterator[Hit]:
    for word in _given(record, field):
        if words.has(word):
            continue
        nearest = words.nearest(word)
        name = words.names.get(nearest, "")
        meant = f"“{nearest}” ({name})" if name != nearest else f"“{nearest}”"
        yield Hit(
            rule="brief-word-unknown",
            subject=record.id,
            values=(
                ("what", words.what),
                ("word", word),
                ("meant", f"You may mean {meant}." if nearest else ""),
            ),
            fixes=(_written(field, word, nearest, (within or record).id),) if nearest else (),
        )


def _given(record: Node, field: str) -> tuple[str, ...]:
    """The words in a field, which may hold one or several, or which a record may not have."""
    given = getattr(record, field, ())
    return (given,) if isinstance(given, str) else given


def _written(field: str, word: str, nearest: str, within: str) -> Fix:
    """Write the nearest known word in the place of an unknown one, in a record and all below it."""
    label = f"Write “{nearest}”"

    def mended(record: Node) -> Rewrite:
        words = tuple(dict.fromkeys(nearest if each == word else each for each in _given(record, field)))
        return Rewrite(record.id, {field: words[0] if isinstance(getattr(record, field), str) else words})

    def edit(tree: Tree, _id: str) -> Edit:
        records = walk(tree.find(within))
        return Edit(label, tuple(mended(each) for each in records if word in _given(each, field)))

    return Fix(label, edit)


CHANNEL_CHECKS = (channel_words,)
PLAN_CHECKS = (book_words, account_words)
