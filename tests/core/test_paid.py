"""The part of a plan that money goes to."""

from dataclasses import replace
from decimal import Decimal

from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.paid import only_paid
from planner.core.vocabulary import ActivityKind, Promo
from tests.core.build import channel, plan, work


def test_channels_with_money_stay_and_the_rest_goes(catalog: Catalog) -> None:
    made = plan(
        channel("tiktok", id="free", activities=(work(kind=ActivityKind.POST),)),
        channel("tiktok", id="nothing", budget=Money(Decimal(0), "USD")),
        channel("tiktok", id="bought", budget=Money(Decimal(5), "USD")),
        channel("tiktok", id="spent", spent=Money(Decimal(5), "EUR")),
    )
    assert [each.id for each in only_paid(made, catalog).channels] == ["bought", "spent"]


def test_advertising_stays_before_anybody_has_said_what_it_costs(catalog: Catalog) -> None:
    made = plan(
        channel("facebook-ads", id="platform"),
        channel("instagram", id="boosted", activities=(work(kind=ActivityKind.POST, boosted=True),)),
        channel("podcasts", id="ad", activities=(work(kind=ActivityKind.AD),)),
        channel("instagram", id="free", activities=(work(kind=ActivityKind.POST, boosted=False),)),
    )
    assert [each.id for each in only_paid(made, catalog).channels] == ["platform", "boosted", "ad"]


def test_a_deal_that_is_paid_for_stays_though_nobody_has_said_its_price(catalog: Catalog) -> None:
    cut = ActivityKind.PRICE_PROMOTION
    made = plan(
        channel("bookbub", id="told", activities=(work(kind=cut, promo=Promo.FEATURED_DEAL),)),
        channel("bookbub", id="named", activities=(replace(work(kind=cut), title="BookBub Featured Deal"),)),
        channel("amazon-author", id="own", activities=(work(kind=cut, promo=Promo.COUNTDOWN),)),
        channel("tiktok", id="letter", activities=(work(kind=ActivityKind.SEND, promo=Promo.FEATURED_DEAL),)),
    )
    assert [each.id for each in only_paid(made, catalog).channels] == ["told", "named"]


def test_phases_without_such_channels_go_too(catalog: Catalog) -> None:
    assert only_paid(plan(channel("tiktok")), catalog).phases == ()
