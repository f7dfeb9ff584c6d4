"""The soft opt-in lets authors write to their own buyers about their own books, and no further."""

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Activity, Book
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
