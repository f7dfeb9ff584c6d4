"""Finds in an author's text what a platform removes: addresses, contacts, codes, prices, names, words."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol

from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import App
from planner.core.copy_scan.addresses import EMAIL, URL, Addresses
from planner.core.copy_scan.claims import Claims
from planner.core.copy_scan.contacts import MESSENGER_ID, PHONE, MessengerIds, Phones
from planner.core.copy_scan.context_names import ContextNames, app_names
from planner.core.copy_scan.detours import Detours, Passcodes
from planner.core.copy_scan.discounts import Discounts
from planner.core.copy_scan.folding import Folded, compiled, fold
from planner.core.copy_scan.hints import WORKAROUND, Hints
from planner.core.copy_scan.look_alikes import look_alikes
from planner.core.copy_scan.masked import MaskedNames
from planner.core.copy_scan.names import AFTER, NEAR, Names, Place, apart
from planner.core.copy_scan.offering import Offering
from planner.core.copy_scan.offers import PRICE, PROMO_CODE, Prices, PromoCodes
from planner.core.copy_scan.patterns import every, one_backwards
from planner.core.copy_scan.phrases import Phrases
from planner.core.copy_scan.seeking import Seeking
from planner.core.copy_scan.sums import Selling
from planner.core.copy_words import CopyWords
from planner.core.facts import ANYWHERE, CopyRule

QR_MENTION, RIVAL_NAME = "qr-mention", "rival-name"
SALES_WORDS = "sales-words"
REMOVABLE = frozenset(
    {URL, EMAIL, PHONE, MESSENGER_ID, QR_MENTION, RIVAL_NAME, PRICE, PROMO_CODE, SALES_WORDS}
)


# An account is taken out with the name of its app: what is left would still lead readers there.
ID = r"@[a-z0-9_.]{3,40}|(?<![a-z0-9])[a-z][a-z.-]{0,30}[0-9_][a-z0-9_.-]{1,40}|\+?\d[\d ]{6,20}\d"
SHORTEST = 3
ACCOUNT = rf"[^\n@]{{0,12}}?(?:{ID})"


class Spot(NamedTuple):
    """Where in a text something was found, and what kind of thing it is."""

    kind: str
    start: int
    end: int


class Finder(Protocol):
    """Finds contents of one or more kinds."""

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each find: its kind and its place among the folded signs."""


class _Named:
    """Finds names as contents of one kind."""

    def __init__(self, kind: str, names: Names | ContextNames) -> None:
        self._kind = kind
        self._names = names

    def places(self, folded: Folded) -> Iterator[Place]:
        for _, start, end in self._names.places(folded):
            yield self._kind, start, end


class _Called(_Named):
    """Finds names with the words before them that call readers to what they name."""

    def __init__(self, kind: str, names: Names | ContextNames, verbs: Iterable[str]) -> None:
        super().__init__(kind, names)
        self._verbs = tuple(verbs)

    @cached_property
    def _verb_back(self) -> str:
        latin = one_backwards(verb for verb in self._verbs if verb.isascii())
        other = one_backwards(verb for verb in self._verbs if not verb.isascii())
        return f" {latin}{AFTER}| ?{other}"

    def places(self, folded: Folded) -> Iterator[Place]:
        for kind, start, end in super().places(folded):
            verb = compiled(self._verb_back).match(folded.signs[max(0, start - NEAR) : start][::-1])
            yield kind, start - verb.end() if verb else start, end


def scan(catalog: Catalog, platform: Platform, text: str) -> list[Spot]:
    """All that the platform removes from a text, in order; of two that overlap, the earlier, longer one."""
    if platform.copy is None or not text:
        return []
    kinds, finders = _finders(catalog, platform)
    folded = fold(text)
    found = [place for finder in finders for place in finder.places(folded) if place[0] in kinds]
    if platform.copy.selling:
        sold, screened = _selling(catalog.copy_words).sold, platform.copy.selling
        found = [place for place in found if place[0] not in screened or sold(folded, *place[1:])]
    spots = apart(found)
    if RIVAL_NAME in kinds:
        _take_accounts(folded.signs, spots)
    if folded.is_as_written:
        return list(map(Spot._make, spots))
    return [Spot(kind, *folded.place(start, end)) for kind, start, end in spots]


def _take_accounts(signs: str, spots: list[Place]) -> None:
    """Let each name of an app reach to the end of the account behind it."""
    reached = len(signs)
    for number in range(len(spots) - 1, -1, -1):
        kind, start, end = spots[number]
        if kind == RIVAL_NAME and reached - end > SHORTEST:
            account = compiled(ACCOUNT).match(signs, end, reached)
            if account:
                spots[number] = kind, start, account.end()
        reached = start


def web_addresses(catalog: Catalog, text: str) -> Iterator[tuple[int, int]]:
    """Where a web address stands, with or without its scheme."""
    folded = fold(text)
    found = (place for place in _addresses(catalog.copy_words).places(folded) if place[0] == URL)
    for _, start, end in apart(found):
        yield folded.place(start, end)


def names_a_person(catalog: Catalog, text: str) -> bool:
    """Whether an e-mail address or a phone number stands in a text."""
    folded = fold(text)
    finders = (_addresses(catalog.copy_words), _phones(catalog.copy_words))
    return any(kind in (EMAIL, PHONE) for finder in finders for kind, _, _ in finder.places(folded))


@lru_cache
def _finders(catalog: Catalog, platform: Platform) -> tuple[frozenset[str], tuple[Finder, ...]]:
    """The kinds that a platform removes, and what finds them."""
    rule = platform.copy
    assert rule is not None
    hinted = rule.phrases and SALES_WORDS not in rule.removes
    kinds = frozenset({*rule.removes, *rule.selling, *({WORKAROUND} if hinted else ())})
    made = (make(catalog, platform, rule) for found, make in MAKERS if found & kinds)
    return kinds, tuple(finder for finder in made if finder)


def _qr(catalog: Catalog, *_: object) -> Finder:
    words = catalog.copy_words
    names = ContextNames(
        tuple(every(words.qr)),
        words.qr_words,
        words.qr_not_in,
        words,
        before=words.qr_before,
        initials=words.qr_initials,
        wary=dict.fromkeys(words.qr_wary, words.qr_goes_on),
    )
    return _Called(QR_MENTION, names, words.qr_verbs)


def _rivals(catalog: Catalog, platform: Platform, rule: CopyRule) -> Finder:
    return _Named(RIVAL_NAME, app_names(_others(catalog, platform, rule), catalog.copy_words))


def _masked(catalog: Catalog, platform: Platform, rule: CopyRule) -> Finder:
    others = _others(catalog, platform, rule)
    return MaskedNames(RIVAL_NAME, (name for app in others for name in (*app.names, *app.evasions)))


def _others(catalog: Catalog, platform: Platform, rule: CopyRule) -> Iterator[App]:
    """The apps and shops that count as rivals of a platform."""
    if ANYWHERE not in rule.apps:
        return (catalog.apps[id] for id in rule.apps)
    return (app for app in catalog.apps.values() if app.id != platform.id)


def _phrases(catalog: Catalog, _: Platform, rule: CopyRule) -> Finder:
    """The words that a rule names: sales words with those of every shop, or hints that lead readers away."""
    words = catalog.copy_words
    if SALES_WORDS in rule.removes:
        return Phrases(SALES_WORDS, (*rule.phrases, *words.sales, *every(words.sales_far)), words)
    return Phrases(WORKAROUND, rule.phrases, words)


@lru_cache(1)
def _selling(words: CopyWords) -> Selling:
    return Selling(words.promotes)


@lru_cache(1)
def _discounts(words: CopyWords) -> Discounts:
    return Discounts(SALES_WORDS, words)


def _claims(catalog: Catalog, _: Platform, rule: CopyRule) -> Finder | None:
    return Claims(SALES_WORDS, catalog.copy_words) if rule.claims else None


@lru_cache(1)
def _hints(words: CopyWords) -> Hints:
    return Hints(words.hints, look_alikes(words), Offering(words.offering))


@lru_cache(1)
def _detours(words: CopyWords) -> Detours:
    return Detours(WORKAROUND, words)


@lru_cache(1)
def _seeking(words: CopyWords) -> Seeking:
    return Seeking(WORKAROUND, words)


@lru_cache(1)
def _passcodes(words: CopyWords) -> Passcodes:
    return Passcodes(PROMO_CODE, words)


@lru_cache(1)
def _addresses(words: CopyWords) -> Addresses:
    return Addresses(words)


@lru_cache(1)
def _phones(words: CopyWords) -> Phones:
    return Phones(words)


MAKERS: tuple[tuple[frozenset[str], Callable[[Catalog, Platform, CopyRule], Finder | None]], ...] = (
    (frozenset({URL, EMAIL}), lambda catalog, *_: _addresses(catalog.copy_words)),
    (frozenset({PHONE}), lambda catalog, *_: _phones(catalog.copy_words)),
    (frozenset({MESSENGER_ID}), lambda catalog, *_: MessengerIds(catalog.apps.values(), catalog.copy_words)),
    (frozenset({QR_MENTION}), _qr),
    (
        frozenset({QR_MENTION}),
        lambda catalog, *_: Phrases(QR_MENTION, catalog.copy_words.qr_calls, catalog.copy_words),
    ),
    (frozenset({PRICE}), lambda catalog, *_: Prices(catalog.copy_words)),
    (frozenset({PROMO_CODE}), lambda catalog, *_: PromoCodes(catalog.copy_words)),
    (frozenset({RIVAL_NAME}), _rivals),
    (frozenset({RIVAL_NAME}), _masked),
    (frozenset({SALES_WORDS, WORKAROUND}), _phrases),
    (frozenset({SALES_WORDS}), lambda catalog, *_: _discounts(catalog.copy_words)),
    (frozenset({SALES_WORDS}), _claims),
    (frozenset({WORKAROUND}), lambda catalog, *_: _hints(catalog.copy_words)),
    (frozenset({WORKAROUND}), lambda catalog, *_: _detours(catalog.copy_words)),
    (frozenset({WORKAROUND}), lambda catalog, *_: _seeking(catalog.copy_words)),
    (frozenset({PROMO_CODE}), lambda catalog, *_: _passcodes(catalog.copy_words)),
)
