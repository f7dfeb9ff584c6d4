"""Findings on dates and promotions, word for word: names, or what stands for them, days and prices."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.days import day_text
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.money import Money
from planner.core.plan import Activity, Author, Book, Link, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim, ListOrigin, Promo, State
from tests.core.build import TODAY, account, channel, findings, link, plan

LAUNCH = date(2027, 5, 5)


def of(catalog: Catalog, rules: RuleBook, made: Plan, rule: str) -> list[Finding]:
    return [finding for finding in findings(catalog, rules, made) if finding.rule == rule]


def send(id: str, **fields: Any) -> Activity:
    return Activity(id=id, kind=ActivityKind.SEND, **fields)


def price(id: str, amount: str, **fields: Any) -> Activity:
    return Activity(id=id, kind=ActivityKind.PRICE_PROMOTION, price=Money.parse(amount), **fields)


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("One", "Two", "“One” and “Two” go to the readers of Newsletter on one day, 5 May 2027."),
        (
            "",
            "Two",
            "A send without a name and “Two” go to the readers of Newsletter on one day, 5 May 2027.",
        ),
    ],
)
def test_two_letters_on_a_day(catalog: Catalog, rules: RuleBook, first: str, second: str, text: str) -> None:
    letters = (send("a", title=first, due=LAUNCH), send("b", title=second, due=0), send("c", due=1))
    made = plan(channel("email-newsletter", activities=letters), launch=LAUNCH)
    (finding,) = of(catalog, rules, made, "sends-on-one-day")
    assert finding.text.startswith(text)
    assert (finding.subject, finding.aspect, finding.where) == ("b", "activities", "Plan")
    assert finding.fix is not None
    assert finding.fix.label == "Move it to 7 May 2027"
    document = Document(made)
    edit = finding.fix.edit(document.tree, finding.subject)
    assert edit.label == finding.fix.label
    document.apply(edit)
    assert document.tree.get("b", Activity).due == 2


def test_many_letters_on_a_day_are_told_once_and_spread_over_the_days_after(
    catalog: Catalog, rules: RuleBook
) -> None:
    letters = [send(f"s{n}", title=f"Letter {n}", due=LAUNCH if n == 2 else 0) for n in range(6)]
    made = plan(channel("email-newsletter", activities=tuple(letters)), launch=LAUNCH)
    (finding,) = of(catalog, rules, made, "sends-on-one-day")
    assert finding.text.startswith("“Letter 0”, “Letter 1”, “Letter 2”, “Letter 3” and 2 more go to")
    assert finding.subject == "s1"
    assert finding.fix is not None
    assert finding.fix.label == "Move the others to free days"
    document = Document(made)
    document.apply(finding.fix.edit(document.tree, finding.subject))
    spread = [activity.due for activity in document.plan.channels[0].activities]
    assert spread == [0, 1, date(2027, 5, 7), 3, 4, 5]
    assert of(catalog, rules, document.plan, "sends-on-one-day") == []


def test_a_date_stays_a_date_when_a_letter_moves(catalog: Catalog, rules: RuleBook) -> None:
    letters = (send("a", due=0), send("b", due=LAUNCH))
    made = plan(channel("email-newsletter", activities=letters), launch=LAUNCH)
    (finding,) = of(catalog, rules, made, "sends-on-one-day")
    document = Document(made)
    assert finding.fix is not None
    document.apply(finding.fix.edit(document.tree, finding.subject))
    assert document.tree.get("b", Activity).due == date(2027, 5, 6)


@pytest.mark.parametrize(("last", "moves"), [(date(2027, 5, 5), False), (date(2027, 5, 6), True), (0, False)])
def test_a_letter_moves_no_further_than_its_phase_goes(
    catalog: Catalog, rules: RuleBook, last: date | int, moves: bool
) -> None:
    letters = channel("email-newsletter", activities=(send("a", due=0), send("b", due=0)))
    made = plan(phases=(Phase(id="phase", ends=last, channels=(letters,)),), launch=LAUNCH)
    (finding,) = of(catalog, rules, made, "sends-on-one-day")
    assert (finding.fix is not None) is moves


def test_letters_to_two_lists_or_without_a_day_do_not_clash(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(
        channel("email-newsletter", activities=(send("a", due=0), send("b"), send("c"))),
        channel("line", id="other", activities=(send("d", due=0),)),
        channel("email-newsletter", id="done", activities=(send("e", due=0, state=State.DONE),)),
        channel("goodreads", id="posts", activities=(send("f", due=3), send("g", due=3))),
    )
    assert of(catalog, rules, made, "sends-on-one-day") == []


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        (
            "Launch price",
            "Deal",
            "From 9 May 2027 on, “Deal” sets the price at $1.99 while “Launch price” still has it",
        ),
        (
            "",
            "",
            "From 9 May 2027 on, “A promotion” sets the price at $1.99 while “another one” still has it",
        ),
    ],
)
def test_two_prices_on_a_day(catalog: Catalog, rules: RuleBook, first: str, second: str, text: str) -> None:
    early = price("a", "0.99 USD", title=first, due=0, ends=4)
    late = price("b", "1.99 USD", title=second, due=4, ends=date(2027, 5, 20))
    made = plan(
        channel("bookbub", activities=(late,)), channel("kobo", id="k", activities=(early,)), launch=LAUNCH
    )
    (finding,) = of(catalog, rules, made, "promotions-overlap")
    assert finding.text == f"{text} at $0.99."
    assert (finding.subject, finding.aspect) == ("b", "activities")


@pytest.mark.parametrize(("name", "told"), [("Last days", "“Last days”"), ("", "“Something without a name”")])
def test_what_ends_before_it_begins_whether_by_the_calendar_or_from_launch(
    catalog: Catalog, rules: RuleBook, name: str, told: str
) -> None:
    turned = price("work", "0.99 USD", title=name, due=3, ends=date(2027, 5, 7))
    lane = Phase(
        id="phase",
        name=name,
        starts=date(2027, 5, 12),
        ends=6,
        channels=(channel("kobo", activities=(turned,)),),
    )
    phase, work = of(catalog, rules, plan(phases=(lane,), launch=LAUNCH), "ends-before-it-begins")
    assert phase.text == f"{told} begins on 12 May 2027 and ends on 11 May 2027."
    assert work.text == f"{told} begins on 8 May 2027 and ends on 7 May 2027."
    assert (phase.subject, phase.aspect) == ("phase", "overview")
    assert (work.subject, work.aspect) == ("work", "activities")


@pytest.mark.parametrize(
    ("preorder", "release"), [(date(2027, 5, 6), 0), (1, LAUNCH), (date(2027, 5, 6), LAUNCH)]
)
def test_a_pre_order_that_opens_after_release(
    catalog: Catalog, rules: RuleBook, preorder: date | int, release: date | int
) -> None:
    book = Book(id="book", preorder=preorder, release=release)
    (finding,) = of(catalog, rules, plan(book=book, launch=LAUNCH), "preorder-after-release")
    assert finding.text == "The pre-order opens on 6 May 2027, and the book comes out on 5 May 2027."


@pytest.mark.parametrize("ends", [-10, date(2027, 4, 25)])
def test_a_channel_after_sales_too_early(catalog: Catalog, rules: RuleBook, ends: date | int) -> None:
    lane = Phase(id="phase", ends=ends, channels=(channel("tiktok", aim=Aim.SALES),))
    made = plan(phases=(lane,), book=Book(id="book", release=LAUNCH), launch=LAUNCH)
    (finding,) = of(catalog, rules, made, "selling-before-book")
    assert finding.text == (
        "On TikTok the plan is after sales until 25 April 2027, and the book cannot be bought or ordered"
        " ahead before 5 May 2027."
    )


def test_prices_one_after_the_other_or_in_one_day_without_an_end(catalog: Catalog, rules: RuleBook) -> None:
    once = price("a", "0.99 USD", due=0)
    after = price("b", "1.99 USD", due=1)
    same = price("c", "2.99 USD", due=0)
    made = plan(channel("kobo", activities=(once, after)))
    assert of(catalog, rules, made, "promotions-overlap") == []
    made = plan(channel("kobo", activities=(once, after, same)))
    assert [finding.subject for finding in of(catalog, rules, made, "promotions-overlap")] == ["c"]


@pytest.mark.parametrize(("title", "name"), [("The letter", "The letter"), ("", "A send without a name")])
def test_a_letter_in_the_night(catalog: Catalog, rules: RuleBook, title: str, name: str) -> None:
    letter = send("s", title=title, due=LAUNCH, at=time(21, 5))
    made = plan(channel("kakaotalk", activities=(letter,)))
    made = Plan(
        id=made.id, book=made.book, author=Author(id="author", time_zone="Asia/Seoul"), phases=made.phases
    )
    (finding,) = of(catalog, rules, made, "send-in-quiet-hours")
    platform = catalog.platforms["kakaotalk"]
    assert finding.text == (
        f"“{name}” would reach readers of {platform.name} at 21:05 by the clock of Seoul, and nothing may be"
        f" sent there from 20:50 until 08:00. {platform.quiet_hours[0].text}"
    )
    assert (finding.subject, finding.aspect) == ("s", "activities")
    assert finding.source.startswith("Source: ")
    assert platform.sources[platform.quiet_hours[0].source[0]].title in finding.source


@pytest.mark.parametrize(("title", "name"), [("Spring", "Spring"), ("", "Kindle Countdown Deal")])
def test_a_deal_is_called_by_its_title_or_its_kind(
    catalog: Catalog, rules: RuleBook, title: str, name: str
) -> None:
    deal = Activity(
        id="d", title=title, kind=ActivityKind.PRICE_PROMOTION, promo=Promo.COUNTDOWN, lead_days=1, steps=6
    )
    made = plan(channel("amazon-author", activities=(deal,)), book=Book(id="book", kdp_select=False))
    (terms,) = of(catalog, rules, made, "countdown-terms")
    assert terms.text == f"“{name}” has 6 steps. A Countdown Deal has five steps at most."
    assert (terms.subject, terms.aspect) == ("d", "activities")
    assert "Kindle Countdown" in terms.source or "KDP" in terms.source
    (outside,) = of(catalog, rules, made, "countdown-not-in-select")
    assert outside.text == f"“{name}” is a Countdown Deal, and the book is not in KDP Select."
    assert outside.source.startswith("Source: KDP: Kindle Countdown Deals. Checked")


@pytest.mark.parametrize(("amount", "offer"), [("0 USD", "for free"), ("0.99 USD", "at $0.99")])
def test_a_promotion_of_the_other_kind(catalog: Catalog, rules: RuleBook, amount: str, offer: str) -> None:
    promo = Promo.GROUP_SALES if offer == "for free" else Promo.GROUP_FREE
    shelf = price("p", amount, promo=promo)
    made = plan(channel("storyorigin-bookfunnel", activities=(shelf,)))
    (finding,) = of(catalog, rules, made, "promotion-of-other-kind")
    assert finding.text.startswith(f"“{promo}” offers the book {offer}, and a group promotion is for sales")


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"due": 0, "ends": 14}, 15),
        ({"due": 0, "ends": 29}, 30),
        ({"due": 0, "ends": 30}, 30),
        ({"due": 40, "ends": 70}, 0),
        ({"due": 30, "ends": 60}, 0),
        ({"ends": 14}, 0),
        ({"due": 0, "ends": 14, "promo": Promo.GROUP_SALES}, 0),
    ],
)
def test_days_at_a_price_are_counted_before_the_deal_alone(
    catalog: Catalog, rules: RuleBook, fields: dict[str, Any], days: int
) -> None:
    deal = price("d", "0.99 USD", title="Deal", promo=Promo.FEATURED_DEAL, due=30)
    made = plan(channel("bookbub", activities=(price("o", "0.99 USD", **fields), deal)))
    said = [finding.text for finding in of(catalog, rules, made, "deal-terms")]
    assert [text.split(". ")[0] for text in said] == (
        [f"“Deal” has had its price on {days} days before"] if days else []
    )


def test_pre_orders_are_said_of_the_channel_and_alerts_of_the_send(catalog: Catalog, rules: RuleBook) -> None:
    book = Book(id="book", preorder=-90, final_file=-2)
    (late,) = of(catalog, rules, plan(channel("amazon-author"), book=book, launch=LAUNCH), "final-file-late")
    assert late.text.startswith("The final file goes in on 3 May 2027, 2 days before release,")
    assert (late.subject, late.aspect, late.where) == ("channel", "overview", late.where)
    alert = channel("bookbub", link("alert"), activities=(send("a", due=-6), send("b", due=-30)))
    (early,) = of(catalog, rules, plan(alert, launch=LAUNCH), "alert-outside-window")
    assert early.text.startswith("The alert on BookBub goes out on 29 April 2027, 6 days before release. ")
    assert (early.subject, early.aspect) == ("a", "activities")


def test_a_list_that_was_bought_is_said_of_the_channel(catalog: Catalog, rules: RuleBook) -> None:
    own = account("substack", list_origin=ListOrigin.COPIED)
    letters = channel("substack", activities=(send("a"),))
    (finding,) = of(catalog, rules, plan(letters, accounts=(own,)), "list-not-own")
    assert finding.text.startswith(
        "The people on your list for Substack never gave you their address: it is copied from the web."
    )
    assert (finding.subject, finding.aspect) == ("channel", "activities")


def test_launch_day_counts_the_work_that_is_left(catalog: Catalog, rules: RuleBook) -> None:
    work = (
        Activity(id="a", due=0, hours=3.5),
        Activity(id="b", due=LAUNCH, hours=2),
        Activity(id="c", due=0, hours=9, state=State.DONE),
        Activity(id="d", due=1, hours=9),
        Activity(id="e", hours=9),
    )
    made = plan(channel("kobo", activities=work), launch=LAUNCH, hours_a_week=5)
    (finding,) = of(catalog, rules, made, "launch-day-crowded")
    assert (
        finding.text == "Launch day alone asks for 5.5 hours of work, and the brief has 5 for a whole week."
    )


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("launch-day-crowded", "Launch day alone asks for 1 hour of work, and the brief has 0.5"),
        ("hours-over", "Launch asks for 1 hour a week, and the brief allows 0.5."),
        (
            "activity-too-late",
            f"“A” is due on {day_text(TODAY + timedelta(1))}, in 1 day, and has to be begun 9",
        ),
        ("activity-too-late", f"“B” is due on {day_text(TODAY)}, today, and has to be begun 1 day ahead."),
    ],
)
def test_one_hour_and_one_day_are_not_many(catalog: Catalog, rules: RuleBook, rule: str, said: str) -> None:
    work = (
        Activity(id="a", title="A", due=TODAY + timedelta(1), lead_days=9),
        Activity(id="b", title="B", due=TODAY, lead_days=1),
        Activity(id="c", title="C", due=LAUNCH, hours=1),
    )
    made = plan(channel("kobo", activities=work, hours=1), launch=LAUNCH, hours_a_week=0.5)
    assert any(each.text.startswith(said) for each in of(catalog, rules, made, rule))


@pytest.mark.parametrize(("lead", "told"), [(0, True), (2, True), (3, False), (28, False)])
def test_work_begun_ahead_leaves_its_share_to_launch_day(
    catalog: Catalog, rules: RuleBook, lead: int, told: bool
) -> None:
    work = Activity(id="a", due=0, hours=16, lead_days=lead)
    made = plan(channel("kobo", activities=(work,)), launch=LAUNCH, hours_a_week=5)
    assert bool(of(catalog, rules, made, "launch-day-crowded")) is told


def test_a_link_without_a_name_or_a_page(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("tiktok", Link(id="link", placement="bio")))
    (finding,) = of(catalog, rules, made, "link-without-destination")
    assert finding.text == "The link “without a name” on TikTok leads nowhere yet."


def test_a_text_that_is_counted_in_bytes(catalog: Catalog, rules: RuleBook) -> None:
    fits, too_long = (plan(channel("youtube", copy="ä" * count)) for count in (2_500, 2_501))
    assert of(catalog, rules, fits, "copy-too-long") == []
    (finding,) = of(catalog, rules, too_long, "copy-too-long")
    assert finding.text.startswith("By the count of YouTube the text has 5,002 bytes.")


def test_a_text_that_no_reader_of_a_platform_reads(catalog: Catalog, rules: RuleBook) -> None:
    (finding,) = of(
        catalog, rules, plan(channel("line", copy="Прочтите новую книгу")), "copy-not-in-language"
    )
    assert finding.text.startswith("Readers of LINE mostly read Japanese, Thai or Chinese, and the text")


def test_only_the_words_of_a_post_may_mean_something_else(catalog: Catalog, rules: RuleBook) -> None:
    works = (
        Activity(id="post", title="Post", kind=ActivityKind.POST),
        Activity(id="words", title="Post an update"),
    )
    found = of(catalog, rules, plan(channel("storygraph", activities=works)), "nowhere-to-post")
    assert [(each.subject, [fix.label for fix in each.fixes]) for each in found] == [
        ("post", []),
        ("words", ["“Post an update” means something else"]),
    ]


def test_days_that_are_turned_round_are_exchanged(catalog: Catalog, rules: RuleBook) -> None:
    lane = Phase(
        id="p", starts=9, ends=2, channels=(channel("instagram", activities=(send("a", due=7, ends=3),)),)
    )
    document = Document(plan(phases=(lane,), launch=LAUNCH))
    for found in of(catalog, rules, document.tree.plan, "ends-before-it-begins"):
        assert found.fix
        document.apply(found.fix.edit(document.tree, found.subject))
    phase = document.tree.plan.phases[0]
    activity = phase.channels[0].activities[0]
    assert (phase.starts, phase.ends, activity.due, activity.ends) == (2, 9, 3, 7)
