"""Promotions of another edition, in other money or for other readers stand in nobody's way."""

from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.editions import edition_of
from planner.core.money import Money
from planner.core.plan import Activity, Book, Edition
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, EditionKind, Promo
from tests.core.build import channel, findings, plan

BOOK = Book(
    id="book",
    editions=(
        Edition(kind=EditionKind.EBOOK, price=Money.parse("4.99 USD")),
        Edition(kind=EditionKind.PAPERBACK, price=Money.parse("14.99 USD")),
    ),
)


def test_every_edition_has_words_that_call_it(catalog: Catalog) -> None:
    assert set(catalog.editions) == set(EditionKind)


def cut(title: str, price: str, list_price: str = "", promo: Promo | None = Promo.PRICE_CUT) -> Activity:
    return Activity(
        id=title,
        title=title,
        kind=ActivityKind.PRICE_PROMOTION,
        promo=promo,
        price=Money.parse(price),
        list_price=Money.parse(list_price) if list_price else None,
        due=0,
        ends=6,
    )


def told(catalog: Catalog, rules: RuleBook, rule: str, *work: Activity, book: Book = BOOK) -> bool:
    made = plan(channel("own-website", activities=work), book=book)
    return any(finding.rule == rule for finding in findings(catalog, rules, made))


@pytest.mark.parametrize(
    ("before", "edition"),
    [
        ("4.99 USD", EditionKind.EBOOK),
        ("14.99 USD", EditionKind.PAPERBACK),
        ("4.99 GBP", None),
        ("7.99 USD", None),
        ("", None),
    ],
)
def test_the_price_that_it_begins_from_says_which_edition_it_is_of(
    catalog: Catalog, before: str, edition: EditionKind | None
) -> None:
    assert edition_of(catalog, cut("Spring price", "0.99 USD", before), BOOK) is edition


@pytest.mark.parametrize(
    ("deal", "is_no_cut"),
    [
        (cut("Signed paperback sale", "9.99 USD"), False),
        (cut("Signed paperback sale", "14.99 USD"), True),
        (cut("Taschenbuch-Aktion", "15.99 USD"), True),
        (cut("Spring price", "9.99 USD"), False),
        (cut("Spring price", "15.99 USD"), True),
        (cut("Spring price", "9.99 USD", "4.99 USD"), True),
        (cut("E-book and paperback sale", "9.99 USD"), False),
        (cut("The e-book for less", "9.99 USD"), True),
        (cut("Deal of the day", "9.99 USD", promo=Promo.FEATURED_DEAL), True),
    ],
    ids=lambda each: f"{each.title}, {each.price}" if isinstance(each, Activity) else None,
)
def test_a_price_is_held_against_that_of_its_own_edition(
    catalog: Catalog, rules: RuleBook, deal: Activity, is_no_cut: bool
) -> None:
    assert told(catalog, rules, "promotion-no-lower", deal) is is_no_cut


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (cut("E-book cut", "0.99 USD"), cut("Signed paperback sale", "9.99 USD"), False),
        (cut("Early", "0.99 USD", "4.99 USD"), cut("Late", "9.99 USD", "14.99 USD"), False),
        (cut("Early", "0.99 USD"), cut("Late", "0.99 GBP"), False),
        (cut("Kindle days", "0.99 USD"), cut("Audiobook deal", "2.99 USD"), False),
        (cut("Early", "0.99 USD", "4.99 USD"), cut("Late", "1.99 USD", "4.99 USD"), True),
        (cut("E-book cut", "0.99 USD"), cut("Late", "1.99 USD"), True),
    ],
    ids=lambda each: each.title if isinstance(each, Activity) else None,
)
def test_two_prices_clash_where_they_are_of_one_edition(
    catalog: Catalog, rules: RuleBook, one: Activity, other: Activity, overlap: bool
) -> None:
    assert told(catalog, rules, "promotions-overlap", one, other) is overlap


def test_a_price_in_pounds_changes_none_in_dollars(catalog: Catalog, rules: RuleBook) -> None:
    def near(price: str) -> bool:
        deals = [cut("Countdown", "0.99 USD", "4.99 USD", Promo.COUNTDOWN), cut("After", price)]
        later = Activity(**{**_fields(deals[1]), "due": 8, "ends": 9})
        made = plan(channel("amazon-author", activities=(deals[0], later)), book=BOOK)
        texts = [each.text for each in findings(catalog, rules, made) if each.rule == "countdown-terms"]
        return any("changes the price" in text for text in texts)

    assert near("1.99 USD")
    assert not near("1.99 GBP")


def _fields(activity: Activity) -> dict[str, Any]:
    return {name: getattr(activity, name) for name in ("id", "title", "kind", "promo", "price", "list_price")}


@pytest.mark.parametrize(
    ("title", "promo", "kind", "runs"),
    [
        ("Kindle Countdown Deal", None, ActivityKind.PRICE_PROMOTION, True),
        ("The countdown deal", Promo.PRICE_CUT, ActivityKind.PRICE_PROMOTION, True),
        ("After the Countdown Deal", None, ActivityKind.TASK, False),
        ("Countdown to launch", None, ActivityKind.PRICE_PROMOTION, False),
        ("Instead of a Countdown Deal", Promo.FREE_DAYS, ActivityKind.PRICE_PROMOTION, False),
    ],
)
def test_a_cut_runs_under_the_terms_that_it_is_called_by(
    catalog: Catalog, rules: RuleBook, title: str, promo: Promo | None, kind: ActivityKind, runs: bool
) -> None:
    deal = Activity(id="deal", title=title, promo=promo, kind=kind, due=0, ends=13)
    made = plan(channel("amazon-author", activities=(deal,)))
    assert any(each.rule == "countdown-terms" for each in findings(catalog, rules, made)) is runs


@pytest.mark.parametrize(
    ("regions", "subjects"),
    [(("US", "GB"), []), (("US", "US"), ["1"]), (("US", ""), ["1"]), (("US", "GB", "GB"), ["2"])],
)
def test_letters_to_the_readers_of_two_markets_share_no_day(
    catalog: Catalog, rules: RuleBook, regions: tuple[str, ...], subjects: list[str]
) -> None:
    letters = tuple(
        Activity(id=str(n), kind=ActivityKind.SEND, due=0, region=region) for n, region in enumerate(regions)
    )
    found = findings(catalog, rules, plan(channel("email-newsletter", activities=letters)))
    assert [each.subject for each in found if each.rule == "sends-on-one-day"] == subjects
