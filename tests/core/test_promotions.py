"""What a promotion breaks is said with its numbers, and the day before or after is fine."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.plan import Activity, Book, Channel, Edition, Phase, Plan
from planner.core.promotions import promo_of
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, EditionKind, Promo, State
from tests.core.build import TODAY, channel, findings, link, plan

LAUNCH = date(2027, 5, 5)
IN_SELECT = Book(id="book", kdp_select=True, select_since=-60)

AT_4_99 = replace(
    IN_SELECT,
    editions=(
        Edition(kind=EditionKind.PAPERBACK, price=Money.parse("14.99 USD")),
        Edition(kind=EditionKind.EBOOK, price=Money.parse("4.99 USD")),
    ),
)


def promotion(promo: Promo | None, id: str = "deal", **fields: Any) -> Activity:
    fields = {"kind": ActivityKind.PRICE_PROMOTION, "title": "The deal", "lead_days": 1, **fields}
    for name in ("price", "list_price"):
        if name in fields:
            fields[name] = Money.parse(fields[name])
    return Activity(id=id, promo=promo, **fields)


def said(catalog: Catalog, rules: RuleBook, made: Plan, rule: str) -> list[str]:
    return [finding.text for finding in findings(catalog, rules, made, TODAY) if finding.rule == rule]


def countdown(*others: Activity, book: Book = IN_SELECT, region: str = "", **fields: Any) -> Plan:
    deal = promotion(Promo.COUNTDOWN, **{"due": 0, **fields})
    return plan(channel("amazon-author", activities=(deal, *others), region=region), book=book, launch=LAUNCH)


@pytest.mark.parametrize(
    ("fields", "book", "text"),
    [
        ({}, Book(id="b", kdp_select=True, select_since=-29), "begins 29 days into its term"),
        ({}, Book(id="b", kdp_select=True, select_since=-30), ""),
        ({}, Book(id="b", kdp_select=True, select_since=0), "begins 0 days into its term"),
        ({}, Book(id="b", kdp_select=True, select_since=1), "begins 1 day before its term"),
        ({"ends": 7}, IN_SELECT, "lasts 8 days"),
        ({"ends": 6}, IN_SELECT, ""),
        ({"steps": 6}, IN_SELECT, "has 6 steps"),
        ({"steps": 5}, IN_SELECT, ""),
        ({"lead_days": None}, IN_SELECT, ""),
        ({"price": "4.50 USD"}, AT_4_99, "takes off only $0.49"),
        ({"price": "3.99 USD"}, AT_4_99, ""),
        ({"price": "4.50 GBP"}, AT_4_99, ""),
        ({"price": "4.50 USD", "list_price": "5.50 USD"}, AT_4_99, ""),
        ({"lead_days": 0}, IN_SELECT, "leaves no day to set it up"),
        ({"list_price": "2.98 USD"}, IN_SELECT, "begins from $2.98"),
        ({"list_price": "2.99 USD"}, IN_SELECT, ""),
        ({"list_price": "24.99 USD"}, IN_SELECT, ""),
        ({"list_price": "25 USD"}, IN_SELECT, "begins from $25"),
        ({"list_price": "1.98 GBP"}, IN_SELECT, "begins from £1.98"),
        ({"list_price": "2.50 EUR"}, IN_SELECT, "is priced in EUR, and not in GBP or USD"),
        ({"price": "2.49 USD", "list_price": "3.48 USD"}, IN_SELECT, "takes off only $0.99"),
        ({"price": "2.49 USD", "list_price": "3.49 USD"}, IN_SELECT, ""),
        ({"price": "2.49 GBP", "list_price": "3.48 USD"}, IN_SELECT, ""),
        ({"price": "3.49 USD", "list_price": "3.00 USD"}, IN_SELECT, ""),
        ({"region": "DE"}, IN_SELECT, "is for another market than the United States or the United Kingdom"),
        ({"region": "US"}, IN_SELECT, ""),
    ],
)
def test_a_countdown_deal_keeps_to_each_of_its_terms(
    catalog: Catalog, rules: RuleBook, fields: dict[str, Any], book: Book, text: str
) -> None:
    found = said(catalog, rules, countdown(book=book, **fields), "countdown-terms")
    assert [each.split(". ")[0] for each in found] == ([f"“The deal” {text}"] if text else [])


@pytest.mark.parametrize(
    ("other", "text"),
    [
        ({"due": -30}, ""),
        ({"due": -29}, "begins 29 days after “Price cut”, which changes the price"),
        ({"due": -40, "ends": -29}, "begins 29 days after “Price cut”, which changes the price"),
        ({"due": -40, "ends": -30}, ""),
        ({"due": 19}, "ends 13 days before “Price cut”, which changes the price"),
        ({"due": 20}, ""),
        ({"due": 20, "promo": Promo.FREE_DAYS}, "stands in the same term as “Price cut”"),
        ({"due": 29, "promo": Promo.FREE_DAYS}, "stands in the same term as “Price cut”"),
        ({"due": 30, "promo": Promo.FREE_DAYS}, ""),
        ({"due": -61, "promo": Promo.FREE_DAYS}, ""),
        ({"due": 10, "promo": Promo.GROUP_SALES}, ""),
    ],
)
def test_a_countdown_deal_stands_apart_from_other_prices(
    catalog: Catalog, rules: RuleBook, other: dict[str, Any], text: str
) -> None:
    beside = promotion(**{"promo": Promo.PRICE_CUT, "id": "other", "title": "Price cut", **other})
    found = said(catalog, rules, countdown(beside, ends=6), "countdown-terms")
    assert [each.split(". ")[0] for each in found] == ([f"“The deal” {text}"] if text else [])


@pytest.mark.parametrize(
    ("promo", "kind", "title", "whose"),
    [
        (None, ActivityKind.PRICE_PROMOTION, "BookBub Featured Deal", Promo.FEATURED_DEAL),
        (Promo.PRICE_CUT, ActivityKind.PRICE_PROMOTION, "Kindle countdown deal", Promo.COUNTDOWN),
        (Promo.PRICE_CUT, ActivityKind.PRICE_PROMOTION, "Spring sale", Promo.PRICE_CUT),
        (None, ActivityKind.PRICE_PROMOTION, "Spring sale", None),
        (Promo.FREE_DAYS, ActivityKind.PRICE_PROMOTION, "After the featured deal", Promo.FREE_DAYS),
        (None, ActivityKind.SEND, "Letter on the featured deal", None),
    ],
)
def test_a_cut_of_the_price_runs_under_the_terms_of_what_it_is_called(
    catalog: Catalog, promo: Promo | None, kind: ActivityKind, title: str, whose: Promo | None
) -> None:
    assert promo_of(catalog, promotion(promo, kind=kind, title=title)) is whose


def featured(*others: Activity, **fields: Any) -> Plan:
    deal = promotion(Promo.FEATURED_DEAL, **{"due": 30, **fields})
    return plan(channel("bookbub", activities=(*others, deal)), launch=LAUNCH)


def test_the_market_of_the_deal_itself_counts(catalog: Catalog, rules: RuleBook) -> None:
    deal = promotion(Promo.COUNTDOWN, due=0, region="DE")
    made = plan(channel("amazon-author", activities=(deal,)), book=IN_SELECT, launch=LAUNCH)
    (text,) = said(catalog, rules, made, "countdown-terms")
    assert "is for another market than" in text


@pytest.mark.parametrize(
    ("price", "text"),
    [("2.50 USD", "takes only 50% off"), ("2.49 USD", ""), ("4.00 USD", "takes only 20% off"), ("9 EUR", "")],
)
def test_a_featured_deal_takes_half_off(catalog: Catalog, rules: RuleBook, price: str, text: str) -> None:
    found = said(catalog, rules, featured(price=price, list_price="4.99 USD"), "deal-terms")
    assert [each.split(". ")[0] for each in found] == ([f"“The deal” {text}"] if text else [])


def test_the_books_own_price_stands_in_for_the_price_before(catalog: Catalog, rules: RuleBook) -> None:
    made = replace(featured(price="2.99 USD"), book=AT_4_99)
    (text,) = said(catalog, rules, made, "deal-terms")
    assert text.startswith("“The deal” takes only 40% off. ")
    dearer = replace(featured(price="5.99 USD"), book=AT_4_99)
    (text,) = said(catalog, rules, dearer, "promotion-no-lower")
    assert text.startswith("“The deal” raises the price from $4.99 to $5.99")


def test_a_book_that_is_free_for_good_may_be_featured(catalog: Catalog, rules: RuleBook) -> None:
    permafree = featured(price="0 USD", list_price="0 USD")
    assert said(catalog, rules, permafree, "promotion-no-lower") == []
    assert said(catalog, rules, permafree, "deal-terms") == []


def test_a_price_that_stays_is_told_once_and_not_as_a_small_discount(
    catalog: Catalog, rules: RuleBook
) -> None:
    same = replace(featured(price="4.99 USD"), book=AT_4_99)
    (text,) = said(catalog, rules, same, "promotion-no-lower")
    assert text.startswith("“The deal” leaves the price at $4.99, so")
    assert said(catalog, rules, same, "deal-terms") == []


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [("US", "GB", False), ("US", "US", True), ("US", "", True), ("DE", "EU", True), ("", "", True)],
)
def test_prices_clash_within_one_market(
    catalog: Catalog, rules: RuleBook, one: str, other: str, clash: bool
) -> None:
    first = promotion(Promo.PRICE_CUT, due=0, price="0.99 USD", region=one)
    second = promotion(Promo.PRICE_CUT, id="other", due=0, price="1.99 USD")
    channels = (
        channel("amazon-author", activities=(first,)),
        channel("kobo", id="second", activities=(second,), region=other),
    )
    assert bool(said(catalog, rules, plan(*channels), "promotions-overlap")) is clash


@pytest.mark.parametrize(
    ("day", "soon"), [(date(2026, 12, 4), False), (date(2026, 12, 5), True), (date(2027, 6, 4), False)]
)
def test_a_book_is_featured_once_in_six_months(
    catalog: Catalog, rules: RuleBook, day: date, soon: bool
) -> None:
    before = promotion(Promo.FEATURED_DEAL, id="before", due=day)
    found = said(catalog, rules, featured(before, due=date(2027, 6, 4)), "deal-terms")
    assert bool(found) is soon
    assert all("comes too soon after the one on 5 December 2026" in text for text in found)


@pytest.mark.parametrize(
    ("ends", "price", "days"),
    [
        (13, "0.99 USD", 0),
        (14, "0.99 USD", 15),
        (14, "0.50 USD", 15),
        (14, "1.99 USD", 0),
        (14, "0.50 GBP", 0),
        (60, "0.99 USD", 30),
    ],
)
def test_a_featured_price_must_be_news(
    catalog: Catalog, rules: RuleBook, ends: int, price: str, days: int
) -> None:
    before = promotion(Promo.PRICE_CUT, id="before", due=0, ends=ends, price=price)
    found = said(catalog, rules, featured(before, price="0.99 USD"), "deal-terms")
    assert [text.split(". ")[0] for text in found] == (
        [f"“The deal” has had its price on {days} days before"] if days else []
    )


@pytest.mark.parametrize(("due", "outside"), [(-1, True), (0, False), (9, False), (10, True), (None, False)])
def test_a_letter_for_a_group_promotion_goes_out_between_its_days(
    catalog: Catalog, rules: RuleBook, due: int | None, outside: bool
) -> None:
    shelf = promotion(Promo.GROUP_SALES, due=0, ends=9)
    letter = Activity(id="letter", title="The letter", kind=ActivityKind.SEND, due=due)
    made = plan(channel("storyorigin-bookfunnel", activities=(shelf, letter)))
    assert bool(said(catalog, rules, made, "send-outside-promotion")) is outside


def test_an_open_promotion_has_no_last_day(catalog: Catalog, rules: RuleBook) -> None:
    letter = Activity(id="letter", kind=ActivityKind.SEND, due=500)
    made = plan(channel("storyorigin-bookfunnel", activities=(promotion(Promo.GROUP_SALES, due=0), letter)))
    assert said(catalog, rules, made, "send-outside-promotion") == []


@pytest.mark.parametrize(
    ("due", "text"), [(-6, "6 days before release"), (-7, ""), (-365, ""), (-366, "366 days before release")]
)
def test_an_alert_goes_out_in_its_window(catalog: Catalog, rules: RuleBook, due: int, text: str) -> None:
    alert = Activity(id="alert", kind=ActivityKind.SEND, due=due)
    made = plan(channel("bookbub", link("alert"), activities=(alert,)))
    found = said(catalog, rules, made, "alert-outside-window")
    assert bool(found) is bool(text)
    assert all(text in each for each in found)
    assert said(catalog, rules, plan(channel("bookbub", activities=(alert,))), "alert-outside-window") == []


def test_alerts_are_counted_over_all_channels_and_told_at_the_one_that_goes_over(
    catalog: Catalog, rules: RuleBook
) -> None:
    def alerts(id: str, *due: int, **fields: Any) -> Channel:
        sends = [
            Activity(id=f"{id}{n}", kind=ActivityKind.SEND, due=day, **fields) for n, day in enumerate(due)
        ]
        return channel("bookbub", link("alert", id=f"link-{id}"), id=id, activities=tuple(sends))

    def told(first: Channel, second: Channel) -> list[tuple[str, str]]:
        phases = (
            Phase(id="one", name="Early", channels=(first,)),
            Phase(id="two", name="Launch", channels=(second,)),
        )
        found = findings(catalog, rules, plan(phases=phases, launch=LAUNCH))
        return [(each.subject, each.text) for each in found if each.rule == "alerts-too-many"]

    assert told(alerts("a", -90), alerts("b", -30)) == []
    assert told(alerts("a", -90), alerts("b", -60, -30, state=State.DROPPED)) == []
    (late,) = told(alerts("a", -90, -80), alerts("b", -30))
    assert late[0] == "b"
    assert late[1].startswith("The plan has 3 alerts (2 in Early and 1 in Launch) on BookBub. ")
    assert [subject for subject, _ in told(alerts("a", -20), alerts("b", -40, -30))] == ["a"]
    (alone,) = told(alerts("a", -90, -80, -70), replace(alerts("b", -30), links=()))
    assert alone[1].startswith("The plan has 3 alerts on BookBub. ")


@pytest.mark.parametrize("promo", [None, Promo.FEATURED_DEAL])
def test_a_condition_of_a_promotions_mail_is_asked_where_one_is_planned(
    catalog: Catalog, rules: RuleBook, promo: Promo | None
) -> None:
    letter = Activity(id="letter", kind=ActivityKind.SEND)
    made = plan(channel("bookbub", activities=(letter, promotion(promo))))
    found = said(catalog, rules, made, "sending-condition-not-known")
    assert len(found) == (promo is not None)


@pytest.mark.parametrize(
    ("spans", "since", "told"),
    [
        (((10, 14),), 0, []),
        (((10, None),), 0, []),
        (((10, 15),), 0, ["“free0” lasts 6 days."]),
        (((10, 15),), None, ["“free0” lasts 6 days."]),
        (((10, 12), (40, 41)), 0, []),
        (((40, 42), (10, 12)), 0, ["“free0” brings the free days of its term to 6."]),
        (((10, 12), (10, 12)), 0, ["“free1” brings the free days of its term to 6."]),
        (((40, 42), (90, 92)), 0, []),
        (((40, 42), (60, 62)), None, []),
    ],
)
def test_free_days_are_five_in_a_term(
    catalog: Catalog,
    rules: RuleBook,
    spans: tuple[tuple[int, int | None], ...],
    since: int | None,
    told: list[str],
) -> None:
    free = [
        promotion(Promo.FREE_DAYS, f"free{number}", title=f"free{number}", due=due, ends=ends, price="0 USD")
        for number, (due, ends) in enumerate(spans)
    ]
    book = Book(id="b", kdp_select=True, select_since=since)
    made = plan(channel("amazon-author", activities=tuple(free)), book=book, launch=LAUNCH)
    found = said(catalog, rules, made, "free-days-terms")
    assert [text.split(" A free promotion")[0] for text in found] == told


@pytest.mark.parametrize(
    ("platform", "title", "select", "is_told"),
    [
        ("amazon-author", "Free days", False, True),
        ("amazon-author", "Free days", None, False),
        ("amazon-author", "Free days of book 1", False, False),
        ("kobo", "Free days", False, False),
    ],
)
def test_free_days_on_kindle_want_kdp_select(
    catalog: Catalog, rules: RuleBook, platform: str, title: str, select: bool | None, is_told: bool
) -> None:
    deal = promotion(Promo.FREE_DAYS, title=title, due=10, ends=12, price="0 USD")
    book = Book(id="b", kdp_select=select, series_number=2)
    made = plan(channel(platform, activities=(deal,)), book=book, launch=LAUNCH)
    assert bool(said(catalog, rules, made, "free-days-not-in-select")) is is_told
