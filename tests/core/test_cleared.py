"""What a rule takes for something else than it means can be said so once, and stays said."""

from dataclasses import replace
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.cleared import is_cleared
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.plan import Activity, Book, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim
from tests.core.build import channel, findings, plan


def cleared(catalog: Catalog, rules: RuleBook, made: Plan, rule: str) -> tuple[Plan, Finding]:
    """The plan after its author said of what a finding is about that it means something else."""
    told = next(each for each in findings(catalog, rules, made) if each.rule == rule)
    fix = next(fix for fix in told.fixes if fix.label.endswith("something else"))
    document = Document(made)
    document.apply(fix.edit(document.tree, told.subject))
    return document.plan, told


def test_all_that_was_found_of_a_kind_is_cleared_at_once(catalog: Catalog, rules: RuleBook) -> None:
    task = Activity(id="task", title="Swap votes", notes="Then exchange votes")
    after, told = cleared(catalog, rules, plan(channel("wattpad", activities=(task,))), "conduct")
    assert told.fixes[-1].label == "All 2 mean something else"
    assert after.channels[0].activities[0].cleared == ("Swap votes", "exchange votes")


def test_as_many_places_are_cleared_as_are_taken_out(catalog: Catalog, rules: RuleBook) -> None:
    copy = "见 https://a.example 和 https://b.example 和 https://a.example"
    made = plan(channel("xiaohongshu", copy=copy))
    after, told = cleared(catalog, rules, made, "copy-removed")
    assert [fix.label for fix in told.fixes] == ["Take out all 3", "All 3 mean something else"]
    assert after.channels[0].cleared == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("platform", "fields", "rule", "words"),
    [
        ("facebook-groups", {"title": "Review circle meeting"}, "review-for-pay", "Review circle"),
        (
            "email-newsletter",
            {"title": "Buy new subscribers"},
            "list-brought-in",
            "Buy new subscribers",
        ),
        ("xiaohongshu", {"notes": "Search my title"}, "forbidden-workaround", "Search my title"),
        ("wattpad", {"title": "Swap votes"}, "conduct", "Swap votes"),
        ("own-website", {"title": "E-book giveaway"}, "kdp-select-offered-here", "E-book giveaway"),
    ],
)
def test_words_of_a_task_are_cleared_by_a_button(
    catalog: Catalog, rules: RuleBook, platform: str, fields: dict[str, str], rule: str, words: str
) -> None:
    task = Activity(id="task", **fields)  # type: ignore[arg-type]
    made = plan(channel(platform, activities=(task,)), book=Book(id="book", kdp_select=True))
    after, told = cleared(catalog, rules, made, rule)
    assert told.fixes[-1].label == f"“{words}” means something else"
    assert after.channels[0].activities[0].cleared == (words,)
    assert rule not in {each.rule for each in findings(catalog, rules, after)}


def test_other_words_of_a_cleared_task_are_still_told(catalog: Catalog, rules: RuleBook) -> None:
    task = Activity(id="task", title="Swap votes", notes="Then exchange votes", cleared=("swap  VOTES",))
    after = plan(channel("wattpad", activities=(task,)))
    found = [
        dict(each.hit.values)["found"] for each in findings(catalog, rules, after) if each.rule == "conduct"
    ]
    assert found == ["exchange votes"]


def test_words_of_the_copy_are_cleared_wherever_they_stand(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("xiaohongshu", copy="See annavale.com."))
    after, told = cleared(catalog, rules, made, "copy-removed")
    assert [fix.label for fix in told.fixes] == [
        "Take out a web address",
        "“annavale.com” means something else",
    ]
    assert "copy-removed" not in {each.rule for each in findings(catalog, rules, after)}
    more = replace(after.channels[0], copy=f"{after.channels[0].copy} AnnaVale.com and saltroad.com")
    again = next(each for each in findings(catalog, rules, plan(more)) if each.rule == "copy-removed")
    assert [more.copy[start:end] for start, end in again.spans] == ["saltroad.com"]


def test_what_was_cleared_before_stays_so(catalog: Catalog, rules: RuleBook) -> None:
    task = Activity(id="task", title="Swap votes", notes="Then exchange votes", cleared=("swap votes",))
    after, _ = cleared(catalog, rules, plan(channel("wattpad", activities=(task,))), "conduct")
    assert after.channels[0].activities[0].cleared == ("swap votes", "exchange votes")


@pytest.mark.parametrize(
    ("start", "end", "meant"), [(0, 3, False), (3, 7, True), (2, 4, True), (7, 9, False)]
)
def test_words_that_stand_beside_those_that_were_found_do_not_clear_them(
    start: int, end: int, meant: bool
) -> None:
    text = "加微信看我主页有货"
    said = channel("xiaohongshu", copy=text, cleared=("看我主页",))
    assert is_cleared(said, text, (start, end)) is meant


def test_a_long_passage_is_shortened_on_the_button(catalog: Catalog, rules: RuleBook) -> None:
    address = f"annavale.com/{'salt-' * 20}"
    made = plan(channel("xiaohongshu", copy=f"See {address}"))
    _, told = cleared(catalog, rules, made, "copy-removed")
    assert told.fixes[-1].label == f"“{address[:40]}…” means something else"


@pytest.mark.parametrize(
    ("kind", "aim", "clears"),
    [
        (ActivityKind.AD, Aim.SALES, False),
        (ActivityKind.AD, None, True),
        (ActivityKind.POST, Aim.SALES, True),
    ],
)
def test_words_can_be_cleared_where_nothing_else_asks_readers_to_buy(
    catalog: Catalog, rules: RuleBook, kind: ActivityKind, aim: Aim | None, clears: bool
) -> None:
    asks = Activity(id="work", title="Buy the book now", kind=kind, due=date(2027, 3, 28))
    book = Book(id="book", release=date(2027, 5, 5))
    rule = "promotion-perhaps-before-book"
    document = Document(plan(channel("instagram", aim=aim, activities=(asks,)), book=book))
    (told,) = (each for each in findings(catalog, rules, document.plan) if each.rule == rule)
    buttons = [fix for fix in told.fixes if "means something else" in fix.label]
    assert bool(buttons) is clears
    for fix in buttons:
        document.apply(fix.edit(document.tree, told.subject))
        assert rule not in {each.rule for each in findings(catalog, rules, document.plan)}
