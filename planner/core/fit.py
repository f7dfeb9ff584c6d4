"""How well a platform suits a book and its author, with the facts that speak for and against it."""

from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from planner.core.catalog import Catalog, Platform
from planner.core.facts import Need
from planner.core.fit_facts import FitCase, FitException, FitFact, Speaks
from planner.core.kdp_select import in_select
from planner.core.languages import base, is_code
from planner.core.markets import EVERYWHERE, in_its_markets, is_away, known_markets, reaches
from planner.core.needs import all_of, need_met, parts
from planner.core.plan import Account, Book
from planner.core.situation import Situation, answered_once
from planner.core.vocabulary import EditionKind

EVERY_GENRE = "all"
TOLD_OF = "en"
"""The language of the books of which entries speak that name none."""
PRICED_IN = "USD"
REMEMBERED = 10_000


class FitKind(StrEnum):
    """The four answers to "does this platform suit this book?", the best first."""

    STRONG = "strong fit"
    POSSIBLE = "possible fit"
    UNKNOWN = "fit unknown"
    POOR = "poor fit"


FIT_ORDER = tuple(FitKind)


class Unsaid(StrEnum):
    """What the author has not said of the book or the account, and a fact hangs on."""

    GENRE = "genre"
    LANGUAGE = "language"
    MARKETS = "markets"
    FORMATS = "formats"
    PRICE = "price"
    KDP_SELECT = "kdp select"
    FOLLOWERS = "followers"


class FitVerdict(NamedTuple):
    """An answer, and all that it rests on.

    ``genre`` is the one that decided, ``strong`` what it decided (None where no genre did). ``language``
    and ``market`` are False when the platform's readers cannot be the book's. ``exception`` is the narrow
    one that the book belongs to; ``missing`` are its needs that are not met, or not known to be.
    ``untold`` says that nothing is known of such books in the book's language, ``away`` that most readers are
    in other markets than the book's. ``unsaid`` is what could still speak for or against, once the author
    says it.
    """

    kind: FitKind
    genre: str = ""
    strong: bool | None = None
    exception: FitException | None = None
    missing: tuple[Need, ...] = ()
    language: bool = True
    market: bool = True
    speaking_for: tuple[FitFact, ...] = ()
    speaking_against: tuple[FitFact, ...] = ()
    to_know: tuple[FitFact, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    untold: bool = False
    away: bool = False

    @property
    def of_its_kind(self) -> tuple[FitFact, ...]:
        """The facts about such books in particular, where the fit is possible and no kind decides."""
        if self.kind is not FitKind.POSSIBLE or self.strong is not None or self.exception:
            return ()
        told = (*self.speaking_for, *self.speaking_against, *self.to_know)
        return tuple(fact for fact in told if fact.case and (fact.case.genres or fact.case.not_genres))

    @property
    def is_advised_against(self) -> bool:
        """Whether what is known of such books in particular speaks against the platform alone."""
        return {fact.speaks for fact in self.of_its_kind} - {Speaks.NEITHER} == {Speaks.AGAINST}


class _ByGenre(NamedTuple):
    """What a platform says of a book's genre: the narrowest that it names, and whether such books do well.

    ``said`` is False where the book names none, ``exception`` the narrow one that the book belongs to.
    ``only_wider`` says that something is known of a wider kind, from which the book's own stands apart.
    """

    said: bool
    only_wider: bool
    decides: str
    strong: bool | None
    exception: FitException | None


class _ByFacts(NamedTuple):
    """The facts of a platform that hold for a book and an account, and what others wait to be told."""

    speaking_for: tuple[FitFact, ...]
    speaking_against: tuple[FitFact, ...]
    to_know: tuple[FitFact, ...]
    unsaid: frozenset[Unsaid]


class _ByReaders(NamedTuple):
    """Whether the readers of a platform can be a book's, by its language and markets.

    ``away`` says that most are in other markets than the book's, ``abroad`` that it reaches none of these and
    readers of the book's language use it all the same; ``unsaid`` is what the author could say of either.
    """

    language: bool
    market: bool
    away: bool
    abroad: bool
    unsaid: tuple[Unsaid, ...]


def judge_fit(catalog: Catalog, platform: Platform, book: Book, account: Account | None = None) -> FitVerdict:
    """How well a platform suits a book: by its genre, language, markets and formats, and by the account."""
    return fit_for(catalog, platform, Situation(account, book))


@answered_once
def fit_for(catalog: Catalog, platform: Platform, situation: Situation) -> FitVerdict:
    """How well a platform suits the book of a situation, and who is in it."""
    genre = situation.once(_by_genre, catalog, platform, situation.book)
    facts, readers = _by_facts(catalog, platform, situation), _by_readers(catalog, platform, situation)
    needs = genre.exception.needs if genre.exception else ()
    wanted = (part for need in needs for part in parts(need))
    types = platform.account_types
    missing = tuple([part for part in wanted if not need_met(part, situation, types)])
    untold = bool(genre.strong) and genre.decides != EVERY_GENRE and _is_untold(platform, situation.book)
    kind = _kind(genre, facts, missing, weakened=untold or readers.away or readers.abroad)
    return FitVerdict(
        kind=kind if readers.language and readers.market else FitKind.POOR,
        genre=genre.decides,
        strong=genre.strong,
        exception=genre.exception,
        missing=missing,
        language=readers.language,
        market=readers.market,
        speaking_for=facts.speaking_for,
        speaking_against=facts.speaking_against,
        to_know=facts.to_know,
        unsaid=_unsaid(genre, facts, readers),
        untold=untold,
        away=readers.away,
    )


def does_well(catalog: Catalog, platform: Platform, situation: Situation) -> bool:
    """Whether books of its kind do well on a platform, whatever weakens that for the book of a situation."""
    return bool(situation.once(_by_genre, catalog, platform, situation.book).strong)


@answered_once
def fit_kind(catalog: Catalog, platform: Platform, situation: Situation) -> FitKind:
    """The answer alone, of which much else depends, and which mostly stays when its reasons change."""
    return fit_for(catalog, platform, situation).kind


def _is_untold(platform: Platform, book: Book) -> bool:
    """Whether a platform's entry, which names no language, says nothing of books in the book's own."""
    return not platform.languages and spoken_in(book) not in ("", TOLD_OF)


def _kind(genre: _ByGenre, facts: _ByFacts, missing: tuple[Need, ...], *, weakened: bool) -> FitKind:
    """The answer where readers are the book's: what rules it out, then its genre, then what weakens that."""
    if any(fact.decides for fact in facts.speaking_against):
        return FitKind.POOR
    if not genre.said or genre.only_wider:
        return FitKind.UNKNOWN
    if genre.exception:
        return FitKind.POOR if missing else FitKind.POSSIBLE
    if genre.strong is False:
        return FitKind.POOR
    weakened = weakened or any(fact.case for fact in facts.speaking_against)
    return FitKind.STRONG if genre.strong and not weakened else FitKind.POSSIBLE


@answered_once
def _by_facts(catalog: Catalog, platform: Platform, situation: Situation) -> _ByFacts:
    book, account = situation.book, situation.account
    asked = _genres_asked(platform)
    kinds = situation.once(_kinds, catalog, asked, book) if asked else None
    facts = (*platform.fit.evidence, *platform.fit.cautions)
    holding = [(fact, case_holds(fact.case, kinds, book, account)) for fact in facts]
    told = [fact for fact, holds in holding if holds]
    cases = [fact.case for fact, holds in holding if holds is None and fact.speaks is not Speaks.NEITHER]
    answers = (answer for case in cases if case for answer in _answers(case, kinds, book, account))
    return _ByFacts(
        speaking_for=tuple([fact for fact in told if fact.speaks is Speaks.FOR]),
        speaking_against=tuple([fact for fact in told if fact.speaks is Speaks.AGAINST]),
        to_know=tuple([fact for fact in told if fact.speaks is Speaks.NEITHER]),
        unsaid=frozenset(what for what, yes in answers if yes is None),
    )


@lru_cache(maxsize=REMEMBERED)
def _genres_asked(platform: Platform) -> frozenset[str]:
    """The genres that the facts of a platform ask for."""
    cases = [fact.case for fact in (*platform.fit.evidence, *platform.fit.cautions) if fact.case]
    return frozenset(chain.from_iterable((*case.genres, *case.not_genres) for case in cases))


def _kinds(catalog: Catalog, asked: Collection[str], book: Book) -> Collection[str] | None:
    """Those of some genres that a book is of; None where the author names none."""
    line = catalog.genre_line(book.genre)
    return [genre for genre in line if genre in asked] if line else None


def case_holds(
    case: FitCase | None, kinds: Collection[str] | None, book: Book, account: Account | None
) -> bool | None:
    """Whether a book and an account are such a case, or None while the author has not said enough.

    ``kinds`` are the genres that the book is of, as far as the case asks for them; None where it names none.
    """
    return True if case is None else all_of(answer for _, answer in _answers(case, kinds, book, account))


def _answers(
    case: FitCase, kinds: Collection[str] | None, book: Book, account: Account | None
) -> Iterator[tuple[Unsaid, bool | None]]:
    """Whether each thing that a case asks for is so, with what the author would have to say to know it."""
    if case.genres:
        yield Unsaid.GENRE, None if kinds is None else not set(case.genres).isdisjoint(kinds)
    if case.not_genres:
        yield Unsaid.GENRE, None if kinds is None else set(case.not_genres).isdisjoint(kinds)
    if case.not_languages:
        yield Unsaid.LANGUAGE, spoken_in(book) not in case.not_languages if spoken_in(book) else None
    if case.only_markets:
        yield Unsaid.MARKETS, set(book.markets) <= set(case.only_markets) if book.markets else None
    if case.only_formats:
        formats = _formats(book)
        yield Unsaid.FORMATS, formats <= set(case.only_formats) if formats else None
    if case.without_format:
        formats = _formats(book)
        yield Unsaid.FORMATS, case.without_format not in formats if formats else None
    if case.price_below is not None:
        price = _ebook_price(book)
        yield Unsaid.PRICE, None if price is None else price < case.price_below
    if case.in_series is not None:
        yield Unsaid.GENRE, bool(book.series) is case.in_series
    if case.kdp_select is not None:
        exclusive = in_select(book)
        yield Unsaid.KDP_SELECT, None if exclusive is None else exclusive is case.kdp_select
    if case.followers_below is not None:
        followers = account.followers if account else None
        yield Unsaid.FOLLOWERS, None if followers is None else followers < case.followers_below


@answered_once
def _by_readers(catalog: Catalog, platform: Platform, situation: Situation) -> _ByReaders:
    book = situation.book
    spoken, known = spoken_in(book) if platform.languages else "", known_markets(catalog, book)
    market = in_its_markets(catalog, platform, situation)
    asked = [Unsaid.LANGUAGE] if platform.languages and not spoken else []
    if platform.regions and EVERYWHERE not in platform.regions and not book.markets:
        asked.append(Unsaid.MARKETS)
    return _ByReaders(
        language=not spoken or spoken in platform.languages,
        market=market,
        away=is_away(catalog, platform, book),
        abroad=market and bool(known) and not reaches(catalog, platform, known),
        unsaid=tuple(asked),
    )


def _unsaid(genre: _ByGenre, facts: _ByFacts, readers: _ByReaders) -> tuple[Unsaid, ...]:
    """What the author could say that would speak for or against, each once and in a fixed order."""
    asked = {*facts.unsaid, *readers.unsaid}
    if not genre.said:
        asked.add(Unsaid.GENRE)
    return tuple(what for what in Unsaid if what in asked) if asked else ()


def spoken_in(book: Book) -> str:
    """The language of a book without its country, "" where it is not said or no code of one."""
    return base(book.language) if is_code(book.language) else ""


def _formats(book: Book) -> set[EditionKind]:
    return {edition.kind for edition in book.editions}


def _ebook_price(book: Book) -> float | None:
    """The e-book's price in US dollars, where it has one."""
    prices = (edition.price for edition in book.editions if edition.kind is EditionKind.EBOOK)
    return next((float(price.amount) for price in prices if price and price.currency == PRICED_IN), None)


def _by_genre(catalog: Catalog, platform: Platform, book: Book) -> _ByGenre:
    line, exception = catalog.genre_line(book.genre), platform.fit.exception
    named = (*platform.fit.strong, *platform.fit.weak)
    alike = named == (EVERY_GENRE,)  # all kinds of book do as well there, one that is not said too
    own = _own_line(catalog, book.genre)
    decides = next((genre for genre in (*own, EVERY_GENRE) if genre in named), "") if line or alike else ""
    return _ByGenre(
        said=bool(line) or alike,
        only_wider=not decides and not set(line).isdisjoint(named),
        decides=decides,
        strong=decides in platform.fit.strong if decides else None,
        exception=exception if exception and not set(line).isdisjoint(exception.genres) else None,
    )


@lru_cache(maxsize=REMEMBERED)
def _own_line(catalog: Catalog, genre: str) -> tuple[str, ...]:
    """A kind of book and the wider ones around it, as far as what is known of these holds for it too."""
    line = catalog.genre_line(genre)
    apart = next((n for n, genre in enumerate(line, 1) if catalog.genres[genre].stands_apart), len(line))
    return line[:apart]
