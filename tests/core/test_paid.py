"""The part of a plan that money goes to."""

from decimal import Decimal

from planner.core.money import Money
from planner.core.paid import only_paid
from tests.core.build import channel, plan


def test_channels_with_money_stay_and_the_rest_goes() -> None:
    made = plan(
        channel("tiktok", id="free"),
        channel("tiktok", id="nothing", budget=Money(Decimal(0), "USD")),
        channel("tiktok", id="bought", budget=Money(Decimal(5), "USD")),
        channel("tiktok", id="spent", spent=Money(Decimal(5), "EUR")),
    )
    assert [each.id for each in only_paid(made).channels] == ["bought", "spent"]


def test_phases_without_such_channels_go_too() -> None:
    assert only_paid(plan(channel("tiktok"))).phases == ()
