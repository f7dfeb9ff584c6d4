"""The words for how well a platform suits a book; window, document and command line all print these."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.core.catalog import Catalog, Platform
from planner.core.citations import NOBODY_SAYS, Citation, entry_text, sources_text, together
from planner.core.condition_words import IN_THE_BRIEF
from planner.core.facts import Confidence, Fact, Need
from planner.core.fit import EVERY_GENRE, FitKind, FitVerdict, Unsaid, judge_fit, spoken_in
from planner.core.fit_facts import FitFact, Speaks
from planner.core.markets import EVERYWHERE, is_offered, known_markets, meet, reaches
from planner.core.names import genre_name, language_name, markets_said
from planner.core.phrasing import listed, lower_first
from planner.core.plan import Book, Plan

FIT_MARKS = {FitKind.STRONG: "✓", FitKind.POSSIBLE: "◐", FitKind.UNKNOWN: "?", FitKind.POOR: "⚠"}
ORDER = (
    "Strong fits come first: such books do well there, and nothing known of this one speaks against it. "
    "Possible fits follow, then those of which nothing can be said yet, then poor ones; "
    "within each, platforms stand by name. No points are given."
)
ASKS = {
    Unsaid.GENRE: "Say in the brief which kind of book it is.",
    Unsaid.LANGUAGE: "Say in the brief which language the book is in.",
    Unsaid.MARKETS: "Say in the brief in which markets the book is sold.",
    Unsaid.FORMATS: "Say in the brief in which formats the book is sold.",
    Unsaid.PRICE: "Give the e-book a price in US dollars in the brief.",
    Unsaid.KDP_SELECT: IN_THE_BRIEF,
    Unsaid.FOLLOWERS: "Say in the account how many follow you.",
}
LOOK_UP = "A look at the platform's own rules: do they allow such books?"
REMEMBERED = 1000
DOUBTS = {
    Confidence.DISPUTED: "Disputed: ",
    Confidence.UNCERTAIN: "Not certain: ",
    Confidence.COMMON_KNOWLEDGE: "Commonly held: ",
}


class Reason(NamedTuple):
    """One sentence for or against a platform, and who says so."""

    text: str
    source: Citation = NOBODY_SAYS


class FitExplanation(NamedTuple):
    """A fit in words: its mark and label, why in short, what speaks for and against, what would change it.

    ``summary`` is what ``why`` says that the lists do not, ``source`` who says what ``why`` says; ``to_know``
    speaks neither for nor against.
    """

    kind: FitKind
    mark: str
    label: str
    why: str
    summary: str
    source: Citation
    speaks_for: tuple[Reason, ...]
    speaks_against: tuple[Reason, ...]
    to_know: tuple[Reason, ...]
    changes: tuple[str, ...]

    @property
    def parts(self) -> tuple[tuple[str, tuple[Reason, ...]], ...]:
        """The lists that have something to say, each under its heading, in the order of reading."""
        changes = tuple(Reason(text) for text in self.changes)
        named = (
            ("Speaks for it", self.speaks_for),
            ("Speaks against it", self.speaks_against),
            ("Good to know", self.to_know),
            ("What would change it", changes),
        )
        return tuple((heading, reasons) for heading, reasons in named if reasons)


def explain_fit(catalog: Catalog, platform: Platform, plan: Plan) -> FitExplanation:
    """The words for how well a platform suits a plan's book and author."""
    account = plan.account(platform.id)
    return word_fit(catalog, platform, plan.book, judge_fit(catalog, platform, plan.book, account))


def word_fit(catalog: Catalog, platform: Platform, book: Book, verdict: FitVerdict) -> FitExplanation:
    """The words for a fit."""
    told = list(_derived(catalog, platform, book, verdict))
    return FitExplanation(
        kind=verdict.kind,
        mark=FIT_MARKS[verdict.kind],
        label=fit_label(verdict.kind),
        why=_why(platform, verdict, told),
        summary=_summary(platform, verdict),
        source=_source_of_why(platform, verdict, told),
        speaks_for=(*(reason for good, reason in told if good), *_said(platform, verdict.speaking_for)),
        speaks_against=(
            *(reason for good, reason in told if not good),
            *_said(platform, verdict.speaking_against),
        ),
        to_know=tuple(_said(platform, verdict.to_know)),
        changes=_changes(catalog, platform, verdict),
    )


class FitInShort(NamedTuple):
    """Why a platform suits a book as it does, who says so, and what would change it."""

    why: str
    source: Citation
    changes: tuple[str, ...]


def word_fit_in_short(catalog: Catalog, platform: Platform, book: Book, verdict: FitVerdict) -> FitInShort:
    """The words for a fit without its lists."""
    told = list(_derived(catalog, platform, book, verdict))
    return FitInShort(
        why=_why(platform, verdict, told),
        source=_source_of_why(platform, verdict, told),
        changes=_changes(catalog, platform, verdict),
    )


def _why(platform: Platform, verdict: FitVerdict, told: Sequence[tuple[bool, Reason]]) -> str:
    """What stands on the side of the answer, a sentence each, and what is not known yet."""
    said = [reason.text for reason in _on_its_side(verdict, told)]
    return " ".join((*said, *(fact.text for fact in _behind(verdict)), _summary(platform, verdict)))


def _on_its_side(verdict: FitVerdict, told: Sequence[tuple[bool, Reason]]) -> Iterator[Reason]:
    return (reason for good, reason in told if good is not (verdict.kind is FitKind.POOR))


def _summary(platform: Platform, verdict: FitVerdict) -> str:
    return " ".join((*_open_ends(verdict), platform.fit.summary))


def _behind(verdict: FitVerdict) -> Sequence[FitFact]:
    """The facts that decide, and those about such books in particular where nothing does."""
    if verdict.kind is FitKind.POOR:
        return [fact for fact in verdict.speaking_against if fact.decides]
    return verdict.of_its_kind


def _source_of_why(platform: Platform, verdict: FitVerdict, told: Sequence[tuple[bool, Reason]]) -> Citation:
    said = (reason.source for reason in _on_its_side(verdict, told))
    return together((*said, sources_text(platform, _behind(verdict) or platform.fit.evidence)))


def _open_ends(verdict: FitVerdict) -> Iterator[str]:
    """What is not known yet of books like this one."""
    poor = verdict.kind is FitKind.POOR
    if not poor and Unsaid.GENRE in verdict.unsaid:
        yield ASKS[Unsaid.GENRE]
    elif not (poor or verdict.of_its_kind or verdict.exception) and verdict.strong is None:
        yield "Nothing is known for or against books like this one here."


def fit_label(kind: FitKind) -> str:
    """A fit as a whole label: "Strong fit for this book"."""
    ending = "" if kind is FitKind.UNKNOWN else " for this book"
    return f"{kind.capitalize()}{ending}"


def _said(platform: Platform, facts: Iterable[FitFact]) -> Iterator[Reason]:
    for fact in facts:
        doubt = DOUBTS.get(fact.confidence)
        text = f"{doubt}{lower_first(fact.text)}" if doubt else fact.text
        yield Reason(text, sources_text(platform, [fact]))


def _derived(
    catalog: Catalog, platform: Platform, book: Book, verdict: FitVerdict
) -> Iterator[tuple[bool, Reason]]:
    """What follows from the book's genre, language and markets, and whether it speaks for the platform."""
    if verdict.exception:
        yield not verdict.missing, Reason(verdict.exception.text, sources_text(platform, [verdict.exception]))
    elif verdict.strong is not None:
        yield verdict.strong, Reason(_genre_text(catalog, book, verdict), _genre_source(platform, verdict))
    entry = entry_text(platform)
    markets = known_markets(catalog, book)
    if platform.languages and spoken_in(book):
        text = _language_text(catalog, platform.languages, book.language, verdict.language)
        yield verdict.language, Reason(text, entry)
    if verdict.untold:
        language = language_name(catalog, book.language)
        yield False, Reason(f"Nothing is known here of books in {language}.", entry)
    offered = [market for market in markets if is_offered(catalog, platform, market)]
    if len(offered) < len(markets) or verdict.away:
        yield False, Reason(platform.region_note, entry)
    if not verdict.market and EVERYWHERE in platform.regions:
        if offered:
            yield False, Reason(f"It is hardly used in {listed(markets_said(catalog, offered))}.", entry)
    elif verdict.market and markets and not reaches(catalog, platform, markets):
        yield True, Reason(platform.region_note, entry)
    elif platform.regions and EVERYWHERE not in platform.regions and markets:
        text = _market_text(catalog, platform.regions, markets, verdict.market)
        yield verdict.market, Reason(text, entry)


@lru_cache(maxsize=REMEMBERED)
def _language_text(catalog: Catalog, languages: tuple[str, ...], language: str, is_read: bool) -> str:
    """Which languages are read on a platform, beside that of a book."""
    readers = listed((language_name(catalog, code) for code in languages), "or")
    written = language_name(catalog, language)
    ending = ", as the book is written" if is_read else f", and the book is in {written}"
    return f"Readers here read {readers}{ending}."


@lru_cache(maxsize=REMEMBERED)
def _market_text(catalog: Catalog, regions: tuple[str, ...], markets: tuple[str, ...], are_met: bool) -> str:
    """Where a platform's readers are, beside the markets of a book."""
    shared = [region for region in regions if meet(catalog, (region,), markets)]
    where = listed(markets_said(catalog, shared or regions))
    ending = "among the book's markets" if are_met else "outside the book's markets"
    return f"Its readers are in {where}, {ending}."


def _genre_text(catalog: Catalog, book: Book, verdict: FitVerdict) -> str:
    """Whether such books do well, and by which wider kind that is known."""
    fares = "do well here" if verdict.strong else "do badly here"
    if verdict.genre == EVERY_GENRE:
        return f"Books of every kind {fares}."
    own = lower_first(genre_name(catalog, book.genre))
    if verdict.genre == book.genre:
        return f"Books like this one {fares}: {own}."
    wider = lower_first(genre_name(catalog, verdict.genre))
    if verdict.strong:
        return f"Books like this one {fares}: {own}, a kind of {wider}."
    return f"Books of a wider kind {fares}: {wider}. That may hold for {own} too."


def _genre_source(platform: Platform, verdict: FitVerdict) -> Citation:
    """Who says which kinds of book do well: the evidence of the platform's entry on the same side."""
    against = Speaks.FOR if verdict.strong is False else Speaks.AGAINST
    behind: list[Fact] = [
        fact for fact in platform.fit.evidence if fact.speaks is not against and fact.source
    ]
    return sources_text(platform, behind or platform.fit.evidence)


def _changes(catalog: Catalog, platform: Platform, verdict: FitVerdict) -> tuple[str, ...]:
    """What would change the answer, each once."""
    return tuple(dict.fromkeys(_all_changes(catalog, platform, verdict)))


def _all_changes(catalog: Catalog, platform: Platform, verdict: FitVerdict) -> Iterator[str]:
    changing = [fact.change for fact in verdict.speaking_against if fact.change]
    yield from changing
    if not verdict.language and not changing:
        languages = (language_name(catalog, code) for code in platform.languages)
        yield f"An edition in {listed(languages, 'or')}."
    if not verdict.market:
        yield f"Readers in {_anywhere(catalog, platform)} among the book's markets."
    if verdict.kind is FitKind.UNKNOWN and Unsaid.GENRE not in verdict.unsaid:
        yield LOOK_UP
    yield from (need_text(catalog, part) for part in verdict.missing)
    if verdict.kind is not FitKind.POOR:
        yield from (ASKS[what] for what in verdict.unsaid)


def _anywhere(catalog: Catalog, platform: Platform) -> str:
    if EVERYWHERE in platform.regions:
        return "the rest of the world"
    return listed(markets_said(catalog, platform.regions), "or")


def need_text(catalog: Catalog, need: Need) -> str:
    """What an author would say in the account to meet a need of one thing."""
    if need.author_language:
        return f"An account of somebody who writes {language_name(catalog, need.author_language)}."
    if need.local_help:
        return "An account with local help."
    if need.asks:
        return f"Your word in the account: “{need.asks}”"
    if need.followers_at_least is not None:
        return f"At least {need.followers_at_least:,} followers."
    if need.account_type:
        return f"An account of this type: {listed(need.account_type, 'or')}."
    if need.opt_in:
        return "A list whose readers have agreed to it."
    if need.kdp_select is not None:
        return f"The e-book {'in' if need.kdp_select else 'outside'} KDP Select."
    return "What the platform asks of such an account."
