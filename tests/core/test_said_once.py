"""One cause is told once, where one finding says it all."""

from dataclasses import replace
from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Activity, Book, Channel
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim, Stance
from tests.core.build import account, channel, findings, link, plan

KOREAN = Book(id="book", language="ko", markets=("KR",))
SHOP = "https://www.amazon.com/dp/B0EXAMPLE1?tag=x-20"


def told(catalog: Catalog, rules: RuleBook, made: Channel, *rules_told: str, **fields: Any) -> list[str]:
    found = findings(catalog, rules, plan(made, **fields))
    return sorted(each.rule for each in found if each.rule in rules_told and each.subject != "own")


@pytest.mark.parametrize(
    ("opted_in", "says"),
    [
        (False, ["mail-without-consent"]),
        (None, ["affiliate-in-mail", "condition-not-known"]),
        (True, ["condition-not-known"]),
    ],
)
def test_that_nobody_asked_for_a_letter_is_told_of_the_channel_alone(
    catalog: Catalog, rules: RuleBook, opted_in: bool | None, says: list[str]
) -> None:
    letter = channel(
        "email-newsletter", link("broadcast", "affiliate-tag", target=SHOP), disclosure="I earn."
    )
    own = account("email-newsletter", opt_in=opted_in)
    rules_told = ("mail-without-consent", "affiliate-in-mail", "condition-not-met", "condition-not-known")
    assert told(catalog, rules, letter, *rules_told, accounts=(own,)) == says


def test_a_plain_link_in_such_a_letter_is_told_no_more(catalog: Catalog, rules: RuleBook) -> None:
    letter = channel("email-newsletter", link("broadcast"))
    own = account("email-newsletter", opt_in=False)
    rules_told = ("mail-without-consent", "condition-not-met")
    assert told(catalog, rules, letter, *rules_told, accounts=(own,)) == ["mail-without-consent"]


@pytest.mark.parametrize(
    ("copy", "markets", "says"),
    [
        ("신간 소개입니다.", ("KR",), ["label-missing"]),
        ("신간 소개입니다.\n\n[광고]", ("KR",), ["disclosure-not-first"]),
        ("[광고] 신간 소개입니다.", ("KR",), []),
        ("신간 소개입니다.", ("KR", "JP"), ["disclosure-not-first"]),
    ],
)
def test_a_label_that_is_missing_need_not_stand_first_too(
    catalog: Catalog, rules: RuleBook, copy: str, markets: tuple[str, ...], says: list[str]
) -> None:
    gifted = Activity(id="a", title="서평", kind=ActivityKind.POST, gifted=True)
    post = channel("naver-blog", copy=copy, activities=(gifted,))
    book = replace(KOREAN, markets=markets)
    assert told(catalog, rules, post, "label-missing", "disclosure-not-first", book=book) == says


@pytest.mark.parametrize(("stance", "told_here"), [(Stance.CORE, False), (Stance.EXPERIMENT, True)])
def test_the_exception_is_explained_once(
    catalog: Catalog, rules: RuleBook, stance: Stance, told_here: bool
) -> None:
    book = Book(id="book", genre="travel", language="zh", markets=("CN",))
    made = plan(channel("xiaohongshu", stance=stance, aim=Aim.SALES), book=book)
    (much,) = [each for each in findings(catalog, rules, made) if each.rule == "experiment-carries-much"]
    exception = catalog.platforms["xiaohongshu"].fit.exception
    assert exception
    assert (exception.text in much.text) is told_here
    assert much.text.endswith(".")


@pytest.mark.parametrize(
    ("placement", "says"),
    [("broadcast", ["condition-not-known"]), ("article", ["sending-condition-not-known"] * 2)],
)
def test_what_a_link_in_one_letter_asks_is_not_asked_again_of_a_letter_without_links(
    catalog: Catalog, rules: RuleBook, placement: str, says: list[str]
) -> None:
    letter = channel("email-newsletter", link(placement), id="letter")
    plain = channel("email-newsletter", id="plain", activities=(Activity(id="a", kind=ActivityKind.SEND),))
    book = Book(id="book", markets=("US",))
    rules_told = ("condition-not-known", "sending-condition-not-known")
    found = [each.rule for each in findings(catalog, rules, plan(letter, plain, book=book))]
    assert [rule for rule in found if rule in rules_told] == says
