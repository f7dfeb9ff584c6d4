"""What is suggested: never over hours or money, nothing twice, nothing poor, and always for a reason."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.catalog_lists import Stage
from planner.core.document import Document
from planner.core.fit import FIT_ORDER, FitKind, judge_fit
from planner.core.freshness import NOTHING_OLD
from planner.core.money import Money
from planner.core.phase_timing import stage_of
from planner.core.plan import Author, Book, Channel, Edition, Goal, Phase, Plan, Skipped
from planner.core.suggest import (
    MOST_IN_A_PHASE,
    MOST_LEFT_OUT,
    Candidate,
    Want,
    channel_of,
    less,
    money_left,
    suggest,
)
from planner.core.suggest_words import (
    basis_text,
    left_out_text,
    left_text,
    money_total,
    nothing_text,
    phase_totals,
    reasons,
)
from planner.core.totals import hours_a_week, plan_budget
from planner.core.vocabulary import Aim, EditionKind, Stance
from planner.core.workload import hours_left
from tests.core.build import channel
from tests.strategies import plans

WAIT = "can wait: a first set has 6 channels a phase at most."
NOVEL = Book(id="book", genre="historical-fiction", language="en", markets=("US", "GB"))


def lanes(*channels: Channel) -> tuple[Phase, ...]:
    """Three phases around the launch; the channels stand in the second."""
    return (
        Phase(id="before", name="Before", starts=-60, ends=-1),
        Phase(id="launch", name="Launch", starts=0, ends=14, channels=channels),
        Phase(id="after", name="After", starts=15),
    )


def launch(*channels: Channel, **fields: object) -> Plan:
    """A novel's plan with goals, hours and money."""
    known: dict[str, object] = {
        "book": NOVEL,
        "phases": lanes(*channels),
        "goals": (Goal(id="g1", aim=Aim.SALES), Goal(id="g2", aim=Aim.REVIEWS)),
        "hours_a_week": 10,
        "budget": Money.parse("1000 USD"),
    }
    made: Plan = Plan(id="plan", author=Author(id="author"), **{**known, **fields})  # type: ignore[arg-type]
    return made


def chosen(catalog: Catalog, plan: Plan, place: int = 1) -> list[Candidate]:
    return list(suggest(catalog, plan)[place].chosen)


def ids(candidates: list[Candidate]) -> list[str]:
    return [each.platform.id for each in candidates]


def filled(catalog: Catalog, plan: Plan) -> Plan:
    """The plan with all that is suggested."""
    document = Document(plan)
    wanted = [(each.phase.id, channel_of(c)) for each in suggest(catalog, plan) for c in each.chosen]
    if wanted:
        document.apply(edits.add_suggested(document.tree, wanted))
    return document.plan


def test_what_the_author_owns_comes_first_then_the_better_fit(catalog: Catalog) -> None:
    found = chosen(catalog, launch())
    assert ids(found) == [
        "own-website",
        "email-newsletter",
        "amazon-author",
        "goodreads",
        "amazon-ads",
        "pinterest",
    ]
    assert {each.fit for each in found} == {FitKind.STRONG}
    assert [each.serves for each in found] == [True] * 5 + [False]
    early = {each.platform.id: each.fit for each in chosen(catalog, launch(), 0)}
    assert FitKind.POSSIBLE in early.values()
    assert list(early.values()) == sorted(early.values(), key=FIT_ORDER.index)
    assert [each.stance for each in found[:3]] == [Stance.CORE, Stance.CORE, Stance.SUPPORTING]


def test_hours_are_never_spent_twice(catalog: Catalog) -> None:
    found = chosen(catalog, launch(hours_a_week=4))
    assert ids(found) == ["own-website", "email-newsletter", "amazon-author"]
    busy = Channel(id="c", platform="tiktok", hours=8)
    assert ids(chosen(catalog, launch(busy))) == ["own-website", "amazon-author"]
    assert ids(chosen(catalog, launch(replace(busy, hours=12)))) == []


def test_money_is_never_spent_twice(catalog: Catalog) -> None:
    rich, poor = launch(), launch(budget=Money.parse("150 USD"))
    (ads,) = [each for each in chosen(catalog, rich) if each.platform.kind == "ads"]
    assert ads.cost == Money.parse("200 USD")
    assert money_left(filled(catalog, rich)) == Money.parse("600 USD")
    spent = Channel(id="c", platform="tiktok", budget=Money.parse("900 USD"))
    left = suggest(catalog, launch(spent))[1].left_out
    assert [each.want for each in left if each.candidate.platform.kind == "ads"] == [Want.MONEY]
    assert "amazon-ads" in ids(chosen(catalog, poor))


@pytest.mark.parametrize("budget", [None, "1000 EUR", "0 USD", "4 USD"])
def test_without_money_nothing_is_suggested_that_is_paid_for(catalog: Catalog, budget: str | None) -> None:
    plan = launch(budget=Money.parse(budget) if budget else None)
    for each in suggest(catalog, plan):
        assert all(candidate.cost is None for candidate in each.chosen)
    wants = [each.want for each in suggest(catalog, plan)[1].left_out if each.candidate.cost]
    assert wants
    assert set(wants) == {Want.MONEY}


def test_what_was_turned_down_or_is_there_already_is_not_suggested(catalog: Catalog) -> None:
    out = (Skipped(id="s1", platform="own-website"), Skipped(id="s2", platform="amazon-author"))
    found = ids(chosen(catalog, launch(Channel(id="c", platform="email-newsletter"), skipped=out)))
    assert not {"own-website", "amazon-author", "email-newsletter"} & set(found)


def test_the_gateway_of_a_market_is_suggested_with_it(catalog: Catalog) -> None:
    book = Book(id="book", genre="history", language="zh", markets=("CN",))
    found = chosen(catalog, launch(book=book))
    wechat = next(each for each in found if each.platform.id == "wechat")
    assert (wechat.gateway, wechat.stance) == ("CN", Stance.CORE)
    assert ids(found).index("wechat") == sum(each.owned for each in found)
    assert "xiaohongshu" not in ids(found)


def test_while_the_genre_is_not_known_only_what_is_owned_is_suggested(catalog: Catalog) -> None:
    found = chosen(catalog, launch(book=Book(id="book", markets=("CN",), language="zh")))
    assert ids(found) == ["own-website", "email-newsletter", "wechat"]


def test_an_aim_is_one_that_can_be_measured(catalog: Catalog) -> None:
    for each in chosen(catalog, launch()):
        channel = channel_of(each)
        assert channel.aim is (None if each.by_link else each.aim)
        assert channel.tracking == (() if each.by_link or not each.option else (each.option,))
        assert channel.hours == each.effort.hours
        assert channel.budget == each.cost
    letters = next(each for each in chosen(catalog, launch()) if each.platform.id == "email-newsletter")
    assert (letters.aim, letters.serves, letters.option) == (Aim.SALES, True, "smart-link")
    aimless = next(
        each for each in chosen(catalog, launch(goals=())) if each.platform.id == "email-newsletter"
    )
    assert (aimless.aim, aimless.serves) == (Aim.SUBSCRIBERS, False)


def test_where_no_click_counts_the_aim_is_another(catalog: Catalog) -> None:
    book = Book(id="book", genre="literary-fiction", language="zh", markets=("CN",))
    plan = launch(book=book, goals=(Goal(id="g", aim=Aim.SALES), Goal(id="h", aim=Aim.AWARENESS)))
    (douban,) = [each for each in chosen(catalog, plan) if each.platform.id == "douban"]
    assert (douban.aim, douban.serves) == (Aim.AWARENESS, True)
    for each in chosen(catalog, replace(plan, goals=())):
        clicks = each.aim in (Aim.CLICKS, Aim.SUBSCRIBERS, Aim.PREORDERS, Aim.SALES)
        assert not clicks or catalog.options[each.option].needs_click


def test_what_is_wanting_is_named() -> None:
    assert [str(want) for want in Want] == ["hours", "money", "room"]
    assert (MOST_IN_A_PHASE, MOST_LEFT_OUT) == (6, 5)


@pytest.mark.parametrize(
    ("starts", "ends", "stage"),
    [
        (-60, -1, Stage.BEFORE),
        (None, -1, Stage.BEFORE),
        (-14, 0, Stage.LAUNCH),
        (0, 14, Stage.LAUNCH),
        (None, 14, Stage.LAUNCH),
        (0, None, Stage.LAUNCH),
        (1, 30, Stage.AFTER),
        (1, None, Stage.AFTER),
    ],
)
def test_a_phase_is_before_around_or_after_the_launch(
    starts: int | None, ends: int | None, stage: Stage
) -> None:
    plan = launch(phases=(Phase(id="p", starts=starts, ends=ends),))
    assert stage_of(plan, 0) is stage


def test_phases_without_days_go_by_their_place(catalog: Catalog) -> None:
    plan = launch(phases=tuple(Phase(id=f"p{n}") for n in range(4)))
    assert [stage_of(plan, n) for n in range(4)] == [
        Stage.BEFORE,
        Stage.BEFORE,
        Stage.LAUNCH,
        Stage.AFTER,
    ]
    assert stage_of(launch(phases=(Phase(id="p"),)), 0) is Stage.BEFORE


def test_what_is_left_is_never_less_than_nothing() -> None:
    spent = Channel(id="c", platform="tiktok", hours=40, budget=Money.parse("5000 USD"))
    plan = launch(spent)
    assert money_left(plan) == Money(Decimal(0), "USD")
    assert hours_left(plan, plan.phases[1]) == 0
    assert hours_left(replace(plan, hours_a_week=None), plan.phases[1]) is None
    assert less(Money.parse("10 USD"), Money.parse("4 USD")) == Money.parse("6 USD")


def test_every_kind_of_platform_has_an_effort_of_its_own(catalog: Catalog) -> None:
    assert set(catalog.efforts) == set(catalog.kinds)
    for effort in catalog.efforts.values():
        assert 0 < effort.hours < 40
        assert 0 <= effort.share < 1
        assert effort.aims
        assert effort.stages


some = st.sampled_from
limits = st.none() | st.integers(0, 40).map(float) | st.floats(0, 40)
budgets = st.none() | st.builds(Money, st.integers(0, 5000).map(Decimal), some(("USD", "EUR")))
real_channels = st.builds(
    Channel,
    id=st.uuids().map(lambda id: id.hex),
    platform=some(("tiktok", "email-newsletter", "xiaohongshu", "amazon-ads", "no-such-platform")),
    hours=limits,
    budget=budgets,
)
real_books = st.builds(
    Book,
    id=st.just("book"),
    genre=some(("", "romance", "business", "history", "beauty", "litrpg")),
    language=some(("en", "zh", "ja", "")),
    markets=st.lists(some(("US", "CN", "JP", "WORLD")), max_size=2, unique=True).map(tuple),
    kdp_select=st.none() | st.booleans(),
)
real_goals = st.lists(some(Aim), max_size=3).map(
    lambda aims: tuple(Goal(id=f"goal{n}", aim=aim) for n, aim in enumerate(aims))
)
skips = st.lists(some(("own-website", "goodreads", "wechat")), max_size=2, unique=True).map(
    lambda ids: tuple(Skipped(id=f"skip-{id}", platform=id) for id in ids)
)


def test_nothing_is_suggested_that_the_terms_of_the_book_bar(catalog: Catalog) -> None:
    traits = {"serves-ebook", "needs-isbn"}
    others = [platform.id for platform in catalog.platforms.values() if traits.isdisjoint(platform.traits)]
    skipped = tuple(Skipped(id=f"skipped-{id}", platform=id) for id in others)

    def suggested(**fields: object) -> set[str]:
        book = replace(NOVEL, genre="young-adult", **fields)  # type: ignore[arg-type]
        made = launch(book=book, skipped=skipped, hours_a_week=100.0)
        return {each.platform.id for found in suggest(catalog, made) for each in found.chosen}

    ebook = Edition(kind=EditionKind.EBOOK)
    assert {"netgalley", "wattpad"} <= suggested(editions=(replace(ebook, isbn="9780000000000"),))
    assert "netgalley" not in suggested(editions=(ebook,))
    assert "wattpad" not in suggested(kdp_select=True)


@pytest.mark.parametrize(
    ("platform", "fields", "is_suggested"),
    [
        ("douyin", {"genre": "childrens", "language": "zh", "markets": ("CN",)}, False),
        ("bilibili", {"genre": "childrens", "language": "zh", "markets": ("CN",)}, True),
        ("podcast-guesting", {"genre": "romance"}, False),
        ("podcast-guesting", {"genre": "memoir"}, True),
        ("royalroad", {"genre": "mystery"}, False),
        ("royalroad", {"genre": "litrpg"}, True),
        ("twitch", {"genre": "erotica"}, False),
        ("twitch", {"genre": "games"}, True),
    ],
)
def test_no_publishers_work_and_nothing_that_is_advised_against(
    catalog: Catalog, platform: str, fields: dict[str, object], is_suggested: bool
) -> None:
    others = (Skipped(id=f"skipped-{id}", platform=id) for id in catalog.platforms if id != platform)
    book = replace(NOVEL, **fields)  # type: ignore[arg-type]
    early = suggest(catalog, launch(book=book, skipped=tuple(others)))[0]
    assert [each.platform.id for each in early.chosen] == [platform] * is_suggested


def test_an_exclusive_e_book_is_not_sold_in_a_shop_of_ones_own(catalog: Catalog) -> None:
    def counted(*formats: EditionKind) -> tuple[Aim, bool]:
        editions = tuple(Edition(kind=each) for each in formats)
        made = launch(book=replace(NOVEL, kdp_select=True, editions=editions))
        (own,) = (each for each in chosen(catalog, made) if each.platform.id == "own-website")
        return own.aim, own.by_link

    assert counted(EditionKind.EBOOK) == (Aim.SALES, True)
    assert counted(EditionKind.EBOOK, EditionKind.PAPERBACK) == counted() == (Aim.SALES, False)


@settings(max_examples=120)
@given(
    channels=st.lists(real_channels, max_size=4, unique_by=lambda each: each.id),
    book=real_books,
    goals=real_goals,
    hours=limits,
    budget=budgets,
    skipped=skips,
)
def test_hours_and_money_are_never_filled_over_the_limit(
    catalog: Catalog,
    channels: list[Channel],
    book: Book,
    goals: tuple[Goal, ...],
    hours: float | None,
    budget: Money | None,
    skipped: tuple[Skipped, ...],
) -> None:
    plan = launch(*channels, book=book, goals=goals, hours_a_week=hours, budget=budget, skipped=skipped)
    made = suggest(catalog, plan)
    assert made == suggest(catalog, plan)
    after = filled(catalog, plan)
    for phase, old, each in zip(after.phases, plan.phases, made, strict=True):
        assert phase.channels[: len(old.channels)] == old.channels
        if hours is not None:
            assert hours_a_week(phase) <= max(hours, hours_a_week(old)) + 1e-9
        assert len(each.left_out) <= MOST_LEFT_OUT
        assert not each.chosen or len(phase.channels) <= MOST_IN_A_PHASE
        used = [channel.platform for channel in old.channels] + ids(list(each.chosen))
        kinds = [catalog.platforms[id].kind for id in ids(list(each.chosen))]
        assert len(set(kinds)) == len(kinds)
        assert not set(ids(list(each.chosen))) & {channel.platform for channel in old.channels}
        assert not set(used[len(old.channels) :]) & {skip.platform for skip in skipped}
        for candidate in each.chosen:
            account = plan.account(candidate.platform.id)
            assert judge_fit(catalog, candidate.platform, book, account).kind is not FitKind.POOR
            assert all(text for text, _ in reasons(catalog, plan, candidate, NOTHING_OLD))
        for left_out in each.left_out:
            assert left_out_text(left_out, plan).endswith(".")
    if budget and budget.currency == plan.currency:
        limit = max(budget.amount, plan_budget(plan).amount)
        assert plan_budget(after).amount <= limit
    else:
        assert plan_budget(after) == plan_budget(plan)


@settings(max_examples=40)
@given(plan=plans)
def test_any_plan_can_be_suggested_to(catalog: Catalog, plan: Plan) -> None:
    made = suggest(catalog, plan)
    assert all(phase_totals(plan, [each.chosen for each in made]))
    for each in made:
        for candidate in each.chosen:
            assert [*reasons(catalog, plan, candidate, NOTHING_OLD)]
            channel_of(candidate)
        assert nothing_text(each, plan)
    assert basis_text(catalog, plan)
    assert left_text(plan).endswith(".")
    assert money_total(plan, ())


def test_money_that_is_spent_is_not_given_again(catalog: Catalog) -> None:
    spent = channel("instagram", budget=Money.parse("10 USD"), spent=Money.parse("250 USD"))
    other = channel("tiktok", id="other", budget=Money.parse("20 USD"), spent=Money.parse("5 USD"))
    abroad = channel("x", id="abroad", budget=Money.parse("9 EUR"), spent=Money.parse("5 GBP"))
    plan = launch(spent, other, abroad, budget=Money.parse("300 USD"))
    assert money_left(plan) == Money.parse("30 USD")


def test_what_sources_tell_of_comes_before_what_is_held_commonly(catalog: Catalog) -> None:
    book = Book(id="b", genre="self-help", markets=("US",))
    before = suggest(catalog, launch(book=book, hours_a_week=60, goals=()))[0]
    found = [*ids(list(before.chosen)), *(each.candidate.platform.id for each in before.left_out)]
    assert [id for id in found if catalog.platforms[id].kind == "social"] == ["linkedin"]


@pytest.mark.parametrize(("genre", "paid"), [("romance", True), ("academic", False), ("", False)])
def test_money_goes_where_such_books_are_known_to_do_well(catalog: Catalog, genre: str, paid: bool) -> None:
    book = Book(id="b", genre=genre, markets=("US",), editions=(Edition(kind=EditionKind.EBOOK),))
    before = suggest(catalog, launch(book=book, hours_a_week=60))[0]
    found = {*ids(list(before.chosen)), *(each.candidate.platform.id for each in before.left_out)}
    assert ("booksirens" in found) is paid
