"""While a campaign of the plan runs, readers have something to order on every channel that may lead to it."""

from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Activity, Book, Channel, Link, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim
from tests.core.build import channel, findings, link, plan

TOO_EARLY = {"promotion-before-book", "promotion-perhaps-before-book", "selling-before-book"}
CAMPAIGN = channel("kickstarter", id="campaign")


def asking(due: int, platform: str = "instagram", *links: Link) -> Channel:
    work = Activity(id="ask", title="Get your copy first", kind=ActivityKind.POST, aim=Aim.SALES, due=due)
    return channel(platform, *links, id="asking", activities=(work,))


def in_phases(spring: tuple[Channel, ...], summer: tuple[Channel, ...]) -> Plan:
    phases = (
        Phase(id="spring", name="Spring", starts=-60, ends=-31, channels=spring),
        Phase(id="summer", name="Summer", starts=-30, ends=30, channels=summer),
    )
    return plan(book=Book(id="book", release=60), launch=date(2027, 5, 5), phases=phases)


def is_told(catalog: Catalog, rules: RuleBook, made: Plan) -> bool:
    return any(each.rule in TOO_EARLY for each in findings(catalog, rules, made))


@pytest.mark.parametrize(
    ("spring", "summer", "told"),
    [
        ((), (asking(-20),), True),
        ((CAMPAIGN, asking(-40)), (), False),
        ((CAMPAIGN,), (asking(-20),), True),
        ((asking(-40),), (CAMPAIGN,), True),
        ((), (CAMPAIGN, asking(-20, "email-newsletter")), False),
    ],
)
def test_a_campaign_counts_while_its_phase_lasts(
    catalog: Catalog,
    rules: RuleBook,
    spring: tuple[Channel, ...],
    summer: tuple[Channel, ...],
    told: bool,
) -> None:
    assert is_told(catalog, rules, in_phases(spring, summer)) is told


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (asking(-20, "kobo"), True),
        (asking(-20, "amazon-ads"), True),
        (asking(-20, "instagram", link("bio", target="https://www.amazon.com/dp/B0EXAMPLE1")), True),
        (asking(-20, "instagram", link("bio")), False),
        (channel("instagram", id="asking", aim=Aim.SALES), False),
    ],
)
def test_a_channel_that_leads_to_shops_alone_leads_to_no_campaign(
    catalog: Catalog, rules: RuleBook, ask: Channel, told: bool
) -> None:
    assert is_told(catalog, rules, in_phases((), (CAMPAIGN, ask))) is told


def test_an_edition_of_a_campaign_is_ordered_ahead_after_release(catalog: Catalog, rules: RuleBook) -> None:
    def late(*others: Channel) -> bool:
        work = Activity(id="ask", title="Pre-order it", kind=ActivityKind.POST, aim=Aim.PREORDERS, due=5)
        made = plan(*others, channel("instagram", activities=(work,)), launch=date(2027, 5, 5))
        return any(each.rule == "preorder-aim-too-late" for each in findings(catalog, rules, made))

    assert late()
    assert not late(CAMPAIGN)
