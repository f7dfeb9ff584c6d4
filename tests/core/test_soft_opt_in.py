"""The soft opt-in lets authors write to their own buyers about their own books, and no further."""

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Activity, Book, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, LegalBasis, ListOrigin
from tests.core.build import account, channel, findings, plan

CONSENT = {"mail-without-consent", "soft-opt-in-misused", "list-not-own", "condition-not-met"}


@pytest.mark.parametrize(
    ("basis", "origin", "title", "told"),
    [
        (LegalBasis.SOFT_OPT_IN, ListOrigin.BUYERS, "Book 4 is out", set()),
        (LegalBasis.SOFT_OPT_IN, ListOrigin.BUYERS, "Partner offer: writing course", {"soft-opt-in-misused"}),
        (LegalBasis.SOFT_OPT_IN, None, "Book 4 is out", {"mail-without-consent"}),
        (None, ListOrigin.BUYERS, "Book 4 is out", {"mail-without-consent"}),
    ],
)
def test_own_buyers_are_written_to_without_consent(
    catalog: Catalog,
    rules: RuleBook,
    basis: LegalBasis | None,
    origin: ListOrigin | None,
    title: str,
    told: set[str],
) -> None:
    letter = Activity(id="w", title=title, kind=ActivityKind.SEND)
    own = account("email-newsletter", opt_in=False, list_origin=origin, legal_basis=basis)
    made = plan(
        channel("email-newsletter", activities=(letter,)),
        accounts=(own,),
        book=Book(id="b", markets=("GB",)),
    )
    assert {finding.rule for finding in findings(catalog, rules, made)} & CONSENT == told


def misused(catalog: Catalog, rules: RuleBook, made: Plan) -> list[str]:
    return [each.text for each in findings(catalog, rules, made) if each.rule == "soft-opt-in-misused"]


@pytest.mark.parametrize(
    ("origin", "markets", "found"),
    [
        (ListOrigin.BUYERS, ("GB",), ""),
        (None, ("GB",), ""),
        (ListOrigin.SIGN_UPS, ("GB",), "a list from own sign-ups"),
        (ListOrigin.SIGN_UPS, ("DE",), "a list from own sign-ups"),
        (ListOrigin.SIGN_UPS, ("US",), ""),
        (ListOrigin.SIGN_UPS, (), ""),
    ],
)
def test_the_soft_opt_in_is_for_buyers_in_its_markets(
    catalog: Catalog, rules: RuleBook, origin: ListOrigin | None, markets: tuple[str, ...], found: str
) -> None:
    letters = channel("email-newsletter", activities=(Activity(id="w", kind=ActivityKind.SEND),))
    own = account("email-newsletter", list_origin=origin, legal_basis=LegalBasis.SOFT_OPT_IN)
    made = plan(letters, book=Book(id="b", markets=markets), accounts=(own,))
    said = misused(catalog, rules, made)
    assert bool(said) is bool(found)
    assert all(f"and the plan has {found}." in text for text in said)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Swap with Ann", True),
        ("Recommend another author", True),
        ("Feature a friend’s novel", True),
        ("Sponsored letter", True),
        ("Swap the headline", False),
        ("Thank the sponsor of the fair", False),
        ("Read how other authors write letters", False),
        ("My new novel is out", False),
    ],
)
def test_the_soft_opt_in_covers_nobody_elses_books(
    catalog: Catalog, rules: RuleBook, title: str, told: bool
) -> None:
    letters = channel("email-newsletter", activities=(Activity(id="w", title=title, kind=ActivityKind.SEND),))
    own = account("email-newsletter", legal_basis=LegalBasis.SOFT_OPT_IN)
    made = plan(letters, book=Book(id="b", markets=("GB",)), accounts=(own,))
    assert bool(misused(catalog, rules, made)) is told
