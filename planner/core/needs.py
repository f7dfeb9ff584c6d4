"""What conditions ask for, and whether an account and a book are so: yes, no, or not known yet."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from enum import StrEnum

from planner.core.facts import Condition, Fact, Need, TrackingFact
from planner.core.kdp_select import in_select
from planner.core.plan import Account, Book
from planner.core.situation import Situation


def needs_of(fact: Fact) -> tuple[Need, ...]:
    """The ways to meet a condition, none where the fact is no condition."""
    return fact.any_of if isinstance(fact, Condition | TrackingFact) else ()


def parts(need: Need) -> Iterator[Need]:
    """A need as needs of one thing each."""
    for field in fields(Need):
        value = getattr(need, field.name)
        if value not in ((), "", None, {}):
            yield Need(**{field.name: value})


def always_asks_for(fact: Fact, field: str) -> bool:
    """Whether whatever meets a condition has one field of a need among what it asks for."""
    needs = needs_of(fact)
    return bool(needs) and all(getattr(need, field) is not None for need in needs)


def is_met_outside_select(fact: Fact) -> bool:
    """Whether it is enough for a condition that the e-book is not in KDP Select."""
    return any([part.kdp_select for part in parts(need)] == [False] for need in needs_of(fact))


def need_met(need: Need, situation: Situation, types: Collection[str]) -> bool | None:
    """Whether all that a need asks for is given, or None while the author has not said enough.

    ``types`` are those of accounts that the platform has.
    """
    return all_of([*_account_answers(need, situation.account, types), *_book_answers(need, situation.book)])


def known_type(account: Account | None, types: Collection[str]) -> str:
    """An account's type, "" where the author has not said it, or a word that the platform does not have."""
    return account.type if account and account.type in types else ""


def _account_answers(need: Need, account: Account | None, types: Collection[str]) -> Iterable[bool | None]:
    if need.account_type:
        type = known_type(account, types)
        yield type in need.account_type if type else None
    if need.followers_at_least is not None:
        yield _at_least(account, need.followers_at_least)
    if need.followers_by_region:
        fewest = need.followers_by_region.get(account.region) if account and account.region else None
        yield None if fewest is None else _at_least(account, fewest)
    if need.author_language:
        yield need.author_language in account.languages if account and account.languages else None
    if need.local_help is not None:
        yield _same(account.local_help if account else None, need.local_help)
    if need.opt_in is not None:
        yield _same(account.opt_in if account else None, need.opt_in)
    if need.legal_basis is not None:
        yield _same(account.legal_basis if account else None, need.legal_basis)
    if need.list_origin is not None:
        yield _same(account.list_origin if account else None, need.list_origin)
    if need.asks:
        yield True if account and need.asks in account.met else None


def _book_answers(need: Need, book: Book) -> Iterable[bool | None]:
    if need.kdp_select is not None:
        yield _same(in_select(book), need.kdp_select)


def _at_least(account: Account | None, fewest: int) -> bool | None:
    return None if account is None or account.followers is None else account.followers >= fewest


def _same(said: bool | StrEnum | None, wanted: bool | StrEnum) -> bool | None:
    return None if said is None else said is wanted


def given_for(need: Need, account: Account | None) -> Iterator[str]:
    """What the author has said of the account that meets a need, in few words: "2,000 followers"."""
    if account is None:
        return
    if need.account_type:
        yield account.type
    if need.followers_at_least is not None or need.followers_by_region:
        yield f"{account.followers:,} followers"
    if need.opt_in:
        yield "readers have opted in"
    if need.legal_basis is not None:
        yield str(need.legal_basis)
    if need.asks:
        yield "as you have ticked"


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """Three-valued "and": False if any is False, else None if any is unknown, else True."""
    answers = list(answers)
    return False if False in answers else None if None in answers else True


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Three-valued "or": True if any is True, else None if any is unknown, else False."""
    answers = list(answers)
    return True if True in answers else None if None in answers else False
