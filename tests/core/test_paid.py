"""The part of a plan that money goes to."""

from decimal import Decimal

from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.paid import only_paid
from planner.core.vocabulary import ActivityKind
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


def test_phases_without_such_channels_go_too(catalog: Catalog) -> None:
    assert only_paid(plan(channel("tiktok")), catalog).phases == ()
