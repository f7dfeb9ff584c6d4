"""From a plan to blocks: whole for every plan and reader, and true to what the plan and the rules say."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, settings

from planner.core.catalog import Catalog
from planner.core.days import When
from planner.core.money import Money
from planner.core.plan import Goal, Person, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim, Promo
from planner.export.blocks import BarChart, Figure, Heading, LinkCards, Table, TimelineChart
from planner.export.chart_text import timeline_rows
from planner.export.choices import Choices
from planner.export.outline import SECTIONS, outline
from planner.export.outline.context import NOTHING, Context
from planner.export.outline.hours import OPEN_END
from planner.export.outline.timeline import MOST_TICKS, month_ticks
from planner.export.presets import PRESETS, SECTION_NAMES
from planner.export.shown import printed_plan
from planner.storage.templates import BLANK, SAMPLE, new_plan
from tests.core.build import account, channel, link, plan, work
from tests.export.parts import parts, texts, texts_of_figures
from tests.strategies import plans

DAY = date(2027, 1, 5)


@pytest.mark.parametrize("preset", PRESETS)
@settings(max_examples=15)
@given(made=plans)
def test_every_plan_makes_a_whole_document(
    catalog: Catalog, rules: RuleBook, preset: str, made: Plan
) -> None:
    document = outline(made, catalog, rules, DAY, preset)
    assert document.sections
    for part in parts(document):
        if isinstance(part, Table):
            assert all(len(row.cells) == len(part.columns) for row in part.rows)
        if isinstance(part, TimelineChart):
            assert all(part.start <= bar.start <= bar.end <= part.end for bar in part.bars)


def test_an_empty_plan_has_a_cover_and_little_else(catalog: Catalog, rules: RuleBook) -> None:
    document = outline(new_plan(BLANK), catalog, rules, DAY, "publicist")
    assert document.sections[0].blocks
    assert not any(isinstance(part, BarChart | LinkCards) for part in parts(document))


def test_the_sample_has_every_section_that_is_for_oneself(catalog: Catalog, rules: RuleBook) -> None:
    document = outline(new_plan(SAMPLE), catalog, rules, DAY)
    assert len(document.sections) == len(PRESETS["self"].sections)


def test_every_section_is_offered_under_its_title(catalog: Catalog, rules: RuleBook) -> None:
    for id, name in SECTION_NAMES.items():
        preset = next(name for name, preset in PRESETS.items() if id in preset.sections)
        others = set(SECTION_NAMES) - {id}
        (section,) = outline(new_plan(SAMPLE), catalog, rules, DAY, preset, others).sections
        assert section.title in ("", name)
    assert set(SECTION_NAMES) == set(SECTIONS)


def test_the_same_plan_and_day_say_the_same(catalog: Catalog, rules: RuleBook) -> None:
    made = new_plan(SAMPLE)
    assert outline(made, catalog, rules, DAY) == outline(made, catalog, rules, DAY)


def test_blanks_around_what_was_typed_do_not_part_it_from_what_stands_beside_it(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = plan(channel("newsletter", role=" Letters to readers ", cadence=" weekly"))
    assert "Letters to readers · weekly" in texts(outline(made, catalog, rules, DAY))


@pytest.mark.parametrize(
    ("channels", "task", "told"),
    [
        (3, 12, "▲ 3–12"),
        (3, 1, "3"),
        (3, 8, "3–8"),
        (12, 1, "▲ 12, over by 2"),
        (None, 4, "0–4"),
        (None, 0, "–"),
    ],
)
def test_the_hours_of_a_phase_are_those_of_its_work_too(
    channels: float | None, task: float, told: str, catalog: Catalog, rules: RuleBook
) -> None:
    own = channel("own-website", hours=channels, activities=(work(due=1, hours=task),))
    phase = Phase(id="p", name="P", starts=0, ends=13, channels=(own,))
    made = plan(phases=(phase,), launch=date(2027, 5, 5), hours_a_week=10)
    for preset in ("self", "summary"):
        said = parts(outline(made, catalog, rules, DAY, preset))
        (phases,) = (each for each in said if isinstance(each, Table) and each.columns[1].title == "Dates")
        assert phases.rows[0].cells[3].runs[0].text == told


def test_no_line_ends_within_the_days_of_a_phase(catalog: Catalog, rules: RuleBook) -> None:
    said = list(parts(outline(new_plan(SAMPLE), catalog, rules, DAY)))
    headings = [block.text for block in said if isinstance(block, Heading)]
    assert "Launch · 28\u00a0Apr\u00a0–\u00a019\u00a0May" in headings
    (phases,) = (block for block in said if isinstance(block, Table) and block.columns[1].title == "Dates")
    assert phases.rows[2].cells[1].runs[0].text == "28\u00a0Apr\u00a0– 19\u00a0May"


def test_a_promotion_says_when_and_for_how_much(catalog: Catalog, rules: RuleBook) -> None:
    deal = work(
        due=0,
        at=time(18, 30),
        ends=4,
        promo=Promo.COUNTDOWN,
        price=Money.parse("0.99 USD"),
        list_price=Money.parse("4.99 USD"),
    )
    made = plan(channel("amazon-author", activities=(deal,)), launch=date(2027, 5, 5))
    told = texts(outline(made, catalog, rules, DAY))
    assert "5\u00a0May\u00a02027, 18:30" in told
    april = plan(channel("amazon-author", activities=(work(due=-20),)), launch=date(2027, 5, 5))
    assert "15\u00a0Apr\u00a02027" in texts(outline(april, catalog, rules, DAY))
    offer = "☐ Post the cover: Kindle Countdown Deal, $0.99 instead of $4.99, until 9 May 2027"
    assert offer in told


def test_a_reader_gets_no_section_that_is_not_theirs(catalog: Catalog, rules: RuleBook) -> None:
    made = new_plan(SAMPLE)
    for preset in ("publicist", "tip-sheet"):
        titles = {section.title for section in outline(made, catalog, rules, DAY, preset).sections}
        assert titles.isdisjoint({"Budget", "Risks and checks", "What can be measured, and where"})


@pytest.mark.parametrize(
    ("start", "end", "labels"),
    [
        (date(2026, 11, 3), date(2027, 2, 1), ["Dec", "2027", "Feb"]),
        (date(2020, 3, 1), date(2027, 2, 1), ["2021", "2022", "2023", "2024", "2025", "2026", "2027"]),
        (date(1985, 3, 1), date(2100, 2, 1), ["1990", "2000", "2010", "2020", "2030", "2040", "2050"]),
        (date(1, 1, 1), date(9999, 12, 31), ["1000", "2000", "3000", "4000"]),
    ],
)
def test_a_timeline_has_no_more_ticks_than_can_be_told_apart(
    start: date, end: date, labels: list[str]
) -> None:
    ticks = list(month_ticks(start, end))
    assert [tick.label for tick in ticks][: len(labels)] == labels
    assert len(ticks) <= MOST_TICKS
    assert all(start <= tick.day <= end for tick in ticks)


def test_the_cover_names_the_series_as_the_facts_do(catalog: Catalog, rules: RuleBook) -> None:
    said = texts(outline(new_plan(SAMPLE), catalog, rules, DAY))
    assert "Historical fiction · The Spice Quartet, book 1" in said
    assert "The Spice Quartet, book 1" in said


def test_people_of_one_name_are_told_apart_by_their_roles(catalog: Catalog, rules: RuleBook) -> None:
    people = (
        Person(id="p", name="Ann", role="publicist", contact="ann@p.example"),
        Person(id="q", name="Ann", role="assistant"),
        Person(id="r", name="Bo", role="narrator"),
    )
    tasks = tuple(replace(work(due=1, owner=each.id), id=f"task{each.id}") for each in people)
    made = replace(plan(channel("own-website", activities=tasks)), people=people)
    inside = printed_plan(made, Choices("assistant", without=frozenset({"people"})), catalog, DAY)
    for each in (made, inside):
        document = outline(each, catalog, rules, DAY, "assistant", {"people"})
        said = texts(document)
        assert {"Ann (publicist)", "Ann (assistant)", "Bo"} <= set(said)
        assert not any("narrator" in text or "ann@p.example" in text for text in said)


@pytest.mark.parametrize("name", ["Ann", ""])
def test_of_a_long_role_an_owner_is_told_by_its_beginning(
    name: str, catalog: Catalog, rules: RuleBook
) -> None:
    role = "schedules posts, keeps the list of links and the early readers, and answers what they ask"
    people = tuple(Person(id=id, name=name, role=role) for id in ("p", "q"))
    task = work(due=1, owner="p")
    made = replace(plan(channel("own-website", activities=(task,))), people=people)
    short = "schedules posts, keeps the list of links…"
    said = texts(outline(made, catalog, rules, DAY, "assistant"))
    assert (f"Ann ({short})" if name else short) in said
    assert role in said


def test_what_is_not_known_of_a_goal_or_task_leaves_no_gap(catalog: Catalog, rules: RuleBook) -> None:
    goal = Goal(id="g", aim=Aim.REVIEWS, target=50)
    made = plan(channel("own-website", activities=(work(due=-3, at=time(10)),)), goals=(goal,))
    document = outline(made, catalog, rules, DAY)
    assert Figure("50", "reviews") in parts(document)
    assert "10:00" in texts(document)
    (phases,) = (
        each
        for each in parts(document)
        if isinstance(each, Table) and each.columns[1].title == "Hours a week"
    )
    assert phases.rows[0].cells[3].runs[0].text == NOTHING


def test_launch_day_is_told_from_a_phase_of_the_same_name(catalog: Catalog, rules: RuleBook) -> None:
    phase = Phase(id="p", name="Launch", starts=0, ends=13, channels=(channel("own-website"),))
    made = outline(plan(phases=(phase,), launch=date(2027, 5, 5)), catalog, rules, DAY)
    heads = [
        [row[0] for row in timeline_rows(each)] for each in parts(made) if isinstance(each, TimelineChart)
    ]
    assert heads == [["Launch day", "Launch"], ["Launch day", "Launch", "Own website"]]


def test_an_offer_says_where_and_in_how_many_steps_and_a_link_how_long(
    catalog: Catalog, rules: RuleBook
) -> None:
    deal = replace(
        work(due=-3, ends=4, promo=Promo.COUNTDOWN, steps=3, region="GB"),
        kind=ActivityKind.PRICE_PROMOTION,
        price=Money.parse("0.99 GBP"),
    )
    short = link("page", expires=7)
    made = plan(channel("own-website", short, activities=(deal,)), launch=date(2027, 5, 5))
    told = "Kindle Countdown Deal, £0.99, in 3 steps, in the United Kingdom only, until 9 May 2027"
    for preset in ("self", "assistant", "publicist"):
        inside = printed_plan(made, Choices(preset), catalog, DAY)
        for each in (made, inside):
            assert f"☐ Post the cover: {told}" in texts(outline(each, catalog, rules, DAY, preset))
    assert " · until 12 May 2027" in texts(outline(made, catalog, rules, DAY, "assistant"))


def test_a_summary_quotes_nothing_that_it_leaves_out(catalog: Catalog, rules: RuleBook) -> None:
    barred = channel("xiaohongshu", replace(link("post"), label="Secret page"), id="red")
    said = " ".join(texts(outline(plan(barred), catalog, rules, DAY, "summary")))
    assert "Biggest risks" in said
    assert "A link on a platform that blocks links." in said
    assert "Secret page" not in said


def test_a_way_of_measuring_that_cannot_work_says_so_where_it_is_named(
    catalog: Catalog, rules: RuleBook
) -> None:
    paid = channel("xiaohongshu", tracking=("utm",), budget=Money(Decimal(5), "USD"))
    said = texts(outline(plan(paid), catalog, rules, DAY, "ads"))
    assert any(text.startswith("UTM") and text.endswith("(impossible)") for text in said)


def test_whoever_does_a_task_reads_when_to_begin_and_on_what_terms(catalog: Catalog, rules: RuleBook) -> None:
    tasks = (
        work(due=-28, lead_days=30, hours=2.5, boosted=True),
        replace(work(due=-120, lead_days=30, kind=ActivityKind.GIVEAWAY, region="GB"), id="giveaway"),
        replace(work(lead_days=1, gifted=True), id="open"),
        replace(work(due=-20, boosted=False, gifted=False), id="plain"),
    )
    coded = link("print", "qr-code", dynamic_qr=False)
    own = channel("offline-bookshop-library", coded, region="GB", activities=tasks)
    made = plan(own, launch=date(2027, 5, 5))
    told = [each.replace("\u00a0", " ") for each in texts(outline(made, catalog, rules, DAY, "assistant"))]
    for beside in (
        " · begin 8 Mar · 2.5 h · paid to be shown",
        " · begin 6 Dec 2026 · in the United Kingdom only",
        " · begin 1 day ahead · paid for or a gift",
    ):
        assert beside in told
    assert "in the United Kingdom only" in told
    assert any("static QR code" in each for each in told)
    assert "☐ Post the cover" in told
    inside = printed_plan(made, Choices(preset="assistant"), catalog, DAY)
    assert inside.channels[0].activities == tasks
    assert inside.channels[0].links[0].dynamic_qr is False


def test_the_region_of_ads_and_accounts_is_told(catalog: Catalog, rules: RuleBook) -> None:
    made = replace(
        plan(channel("amazon-ads", region="GB")),
        accounts=(account("wechat", type="personal account", region="CN"),),
    )
    ads = texts(outline(made, catalog, rules, DAY, "ads"))
    assert " · Launch · in the United Kingdom only" in ads
    assert "personal account · mainland China" in texts(outline(made, catalog, rules, DAY, "self"))


def test_notes_on_tasks_and_links_stand_with_the_texts(catalog: Catalog, rules: RuleBook) -> None:
    noted = channel(
        "instagram", link("bio", notes="Change it on Monday"), activities=(work(notes="Ask Jo first"),)
    )
    said = texts(outline(plan(noted), catalog, rules, DAY))
    assert {"Post the cover: ", "Ask Jo first", "Book page: ", "Change it on Monday"} <= set(said)


def test_what_two_have_alike_is_no_most(catalog: Catalog, rules: RuleBook) -> None:
    given = Money(Decimal(5), "USD")
    one, other = (channel(id, id=id, budget=given, hours=1.5) for id in ("instagram", "bluesky"))
    phase = Phase(id="p", name="Launch", starts=0, ends=13, channels=(one, other))
    said = " ".join(texts(outline(plan(phases=(phase,), launch=DAY), catalog, rules, DAY)))
    alike = "he most goes to Instagram · Launch and Bluesky · Launch, alike."
    assert f"Planned money by channel; t{alike}" in said
    assert f" T{alike}" in said


@pytest.mark.parametrize(("ends", "told"), [(13, False), (None, True)])
def test_hours_say_how_long_a_phase_without_an_end_is_taken_to_be(
    ends: int | None, told: bool, catalog: Catalog, rules: RuleBook
) -> None:
    phase = Phase(id="p", starts=0, ends=ends, channels=(channel("bluesky", hours=1.5),))
    said = " ".join(texts(outline(plan(phases=(phase,), launch=DAY), catalog, rules, DAY)))
    assert (OPEN_END in said) is told


def test_a_brief_in_another_currency_is_told_beside_the_budget(catalog: Catalog, rules: RuleBook) -> None:
    ads = channel("facebook-ads", budget=Money.parse("90 USD"))
    made = plan(ads, budget=Money.parse("50 EUR"))
    assert "$90 planned in all; the brief allows €50." in texts(outline(made, catalog, rules, DAY))


@pytest.mark.parametrize(
    ("title", "preset", "told"),
    [
        ("Budget", "self", "€90 and £3 planned and €45 spent"),
        ("Review after the launch", "self", "€90 and £3 planned and €45 spent"),
        ("At a glance", "self", "€90 and £3 planned"),
        ("Money and targets", "ads", "€90 and £3 planned and €45 spent"),
        ("", "summary", "€90 and £3 planned"),
    ],
)
def test_money_that_is_in_no_sum_is_told_beside_the_sums(
    title: str, preset: str, told: str, catalog: Catalog, rules: RuleBook
) -> None:
    euros, pounds = Money.parse("90 EUR"), Money.parse("3 GBP")
    ads = channel("facebook-ads", budget=euros, spent=Money.parse("45 EUR"))
    made = plan(ads, channel("bookbub", id="b", budget=pounds))
    sections = outline(made, catalog, rules, DAY, preset).sections
    (section,) = [each for each in sections if each.title == title]
    sentence = f"Not in the sums, which are in USD: {told}."
    assert texts(replace(outline(made, catalog, rules, DAY), sections=(section,))).count(sentence) == 1
    assert not any("$0" in text for text in texts_of_figures(sections))
    everything = texts(outline(made, catalog, rules, DAY))
    assert not any(text.startswith("$0") for text in everything)
    dollars = plan(channel("facebook-ads", budget=Money.parse("90 USD")))
    assert not any("Not in the sums" in text for text in texts(outline(dollars, catalog, rules, DAY, preset)))


@pytest.mark.parametrize(
    ("when", "launch", "told"),
    [
        (0, date(2027, 5, 5), "5 May 2027 (launch day)"),
        (date(2027, 5, 5), date(2027, 5, 5), "5 May 2027 (launch day)"),
        (-90, date(2027, 5, 5), "4 February 2027 (T-90)"),
        (date(2027, 5, 5), None, "5 May 2027"),
        (0, None, "launch day"),
        (-90, None, "T-90"),
        (None, date(2027, 5, 5), NOTHING),
    ],
)
def test_a_day_is_told_with_its_distance_from_launch(
    when: When | None, launch: date | None, told: str, catalog: Catalog
) -> None:
    assert Context(plan(launch=launch), catalog, (), DAY).when(when) == told
