"""Promotions are held against those of all other cards: a price is that of a shop, not of a card."""

from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Channel, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import Promo, State
from tests.core.build import channel, plan
from tests.core.test_promotions import AT_4_99, LAUNCH, promotion, said

CHEAP = {"price": "0.99 USD", "list_price": "4.99 USD"}


def lanes(*channels: Channel) -> Plan:
    """Each channel in a phase of its own."""
    phases = tuple(Phase(id=f"p{n}", name=f"Phase {n}", channels=(each,)) for n, each in enumerate(channels))
    return plan(book=AT_4_99, launch=LAUNCH, phases=phases)


def at(platform: str, promo: Promo | None, due: int, id: str, region: str = "", **fields: Any) -> Channel:
    deal = promotion(promo, id=id, due=due, title=f"The {id}", **{**CHEAP, **fields})
    return channel(platform, id=f"at {id}", activities=(deal,), region=region)


COUNTDOWN = at("amazon-author", Promo.COUNTDOWN, 0, "countdown", ends=4)
FEATURED = at("bookbub", Promo.FEATURED_DEAL, 0, "deal")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (
            at("amazon-author", Promo.COUNTDOWN, -12, "first", ends=-8),
            "begins 8 days after “The first”, which",
        ),
        (at("amazon-author", None, 10, "sale"), "ends 6 days before “The sale”, which"),
        (at("amazon-author", Promo.FREE_DAYS, -30, "gift", ends=-29, price="0 USD"), "as “The gift”."),
        (at("bookbub", Promo.FEATURED_DEAL, -9, "deal"), "begins 9 days after “The deal” on BookBub, which"),
        (at("bookbub", Promo.FEATURED_DEAL, 0, "deal"), ""),
        (at("bookbub", Promo.FEATURED_DEAL, -9, "deal", state=State.DROPPED), ""),
        (at("bookbub", Promo.FEATURED_DEAL, -9, "deal", region="GB"), ""),
        (at("bookbub", None, -9, "news"), ""),
        (at("kobo", Promo.PRICE_CUT, -9, "cut"), ""),
        (at("email-newsletter", Promo.GROUP_SALES, -9, "group"), ""),
    ],
)
def test_a_countdown_deal_is_held_against_prices_elsewhere_in_the_plan(
    catalog: Catalog, rules: RuleBook, other: Channel, told: str
) -> None:
    deal = channel("amazon-author", id="here", activities=COUNTDOWN.activities, region="US")
    found = said(catalog, rules, lanes(other, deal), "countdown-terms")
    assert [told in text for text in found if text.startswith("“The countdown”")] == [True] * bool(told)


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ([at("bookbub", Promo.FEATURED_DEAL, -60, "first")], "comes too soon after the one on 6 March 2027"),
        ([at("kobo", Promo.PRICE_CUT, -40, "cut", ends=-10)], "has had its price on 31 days before"),
        ([at(p, Promo.PRICE_CUT, -20, p, ends=-7) for p in ("kobo", "apple-books")], ""),
        ([at(p, Promo.PRICE_CUT, -20, p, ends=-6) for p in ("kobo", "apple-books")], "on 15 days before"),
        ([at("kobo", Promo.PRICE_CUT, -300, "cut", ends=-200)], ""),
        ([at("kobo", Promo.PRICE_CUT, -300, "cut", ends=-166)], "on 15 days before"),
        ([at("kobo", Promo.PRICE_CUT, -300, "cut", ends=-167)], ""),
    ],
)
def test_a_featured_deal_is_held_against_prices_elsewhere_in_the_plan(
    catalog: Catalog, rules: RuleBook, others: list[Channel], told: str
) -> None:
    found = said(catalog, rules, lanes(*others, FEATURED), "deal-terms")
    assert [told in text for text in found if text.startswith("“The deal”")] == [True] * bool(told)
