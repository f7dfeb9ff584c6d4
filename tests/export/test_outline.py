"""From a plan to blocks: whole for every plan and reader, and true to what the plan and the rules say."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.citations import source_text
from planner.core.money import Money
from planner.core.plan import Author, Goal, Person, Phase, Plan, Recheck, Skipped
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim, Promo
from planner.export.blocks import (
    BarChart,
    Document,
    Figure,
    Heading,
    LinkCards,
    Note,
    Run,
    Table,
    TimelineChart,
    Tone,
)
from planner.export.chart_text import timeline_rows
from planner.export.choices import Choices
from planner.export.outline import SECTIONS, outline
from planner.export.outline.checks import AS_ABOVE
from planner.export.outline.context import NOTHING
from planner.export.outline.hours import OPEN_END
from planner.export.outline.links import NO_ADDRESS, NOT_SAFE, TOO_LONG
from planner.export.outline.texts import AS_IT_IS, LEAD
from planner.export.outline.timeline import MOST_TICKS, month_ticks
from planner.export.presets import PRESETS, SECTION_NAMES
from planner.export.shown import printed_plan, shown_plan
from planner.storage.templates import BLANK, SAMPLE, new_plan
from tests.core.build import account, channel, link, plan, work
from tests.strategies import plans

DAY = date(2027, 1, 5)


def parts(value: object) -> Iterator[object]:
    """A document's parts, and theirs, from the outside in."""
    yield value
    below: Iterator[object] = iter(())
    if isinstance(value, tuple):
        below = iter(value)
    elif is_dataclass(value):
        below = (getattr(value, field.name) for field in fields(value))
    for part in below:
        yield from parts(part)


def texts(document: Document) -> list[str]:
    """Everything that a document says."""
    return [part for part in parts(document) if isinstance(part, str)]


def links(document: Document) -> set[str]:
    """Every address that a reader can follow."""
    return {part.link for part in parts(document) if isinstance(part, Run) and part.link}


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


def test_further_ways_are_on_or_lead_to_the_reason_why_not(catalog: Catalog, rules: RuleBook) -> None:
    made = outline(new_plan(SAMPLE), catalog, rules, DAY)
    (section,) = [section for section in made.sections if section.eyebrow == "Tracking"]
    _, further = [block for block in section.blocks if isinstance(block, Table)]
    said = ["".join(run.text for each in row.cells for run in each.runs) for row in further.rows]
    assert "Newsletter · Foundation✓\u00a0UTM; ✓\u00a0In-app\u00a0numbers–" in said
    reasons = {
        point.label: point for block in section.blocks if isinstance(block, Note) for point in block.points
    }
    numbers = [number for row in said for number in re.findall(r"(?:impossible|forbidden)\s(\d+)", row)]
    assert numbers
    assert set(numbers) <= set(reasons)


def test_a_day_on_which_all_was_checked_is_told_once(catalog: Catalog, rules: RuleBook) -> None:
    made = new_plan(SAMPLE)
    once, *_ = {platform.checked for platform in catalog.platforms.values()}
    later = replace(catalog.platforms["goodreads"], checked=once + timedelta(days=3))
    mixed = replace(catalog, platforms={**catalog.platforms, "goodreads": later})
    for known, single in ((catalog, True), (mixed, False)):
        sections = outline(made, known, rules, DAY).sections
        for name in ("Audience", "Why these platforms, and why not", "Sources"):
            (section,) = [section for section in sections if section.title == name]
            said = " ".join(part for part in parts(section.blocks) if isinstance(part, str))
            assert ("All of it was checked on " in said) is single, name
            assert (len(re.findall(r"[Cc]hecked \d", said)) > 10) is not single, name


def test_blanks_around_what_was_typed_do_not_part_it_from_what_stands_beside_it(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = plan(channel("newsletter", role=" Letters to readers ", cadence=" weekly"))
    assert "Letters to readers · weekly" in texts(outline(made, catalog, rules, DAY))


def test_every_finding_is_told(catalog: Catalog, rules: RuleBook) -> None:
    made = new_plan(SAMPLE)
    said = texts(outline(made, catalog, rules, DAY))
    findings = Checker(catalog, rules, DAY).findings(made)
    assert findings
    whole = " ".join(said)
    for finding in findings:
        sentences = re.split(r"(?<=[.!?]) ", f"{finding.text} {finding.instead}".rstrip())
        assert all(sentence in whole for sentence in sentences)


def test_what_is_told_of_a_channel_is_not_told_of_it_again(catalog: Catalog, rules: RuleBook) -> None:
    made = outline(new_plan(SAMPLE), catalog, rules, DAY, "self", {*PRESETS["self"].sections} - {"checks"})
    said = " ".join(texts(made))
    assert said.count("For readers in mainland China, use WeChat") == 1
    assert AS_ABOVE in said


def test_what_a_finding_is_about_and_the_facts_it_lists_are_told_again(
    catalog: Catalog, rules: RuleBook
) -> None:
    """A list of what has to be looked up again would be short by one."""
    made = plan(channel("bookbub"), channel("tiktok", id="t"), channel("email-newsletter", id="n"))
    day = date(2031, 1, 5)
    found = Checker(catalog, rules, day).findings(made)
    document = outline(made, catalog, rules, day, "self", {*PRESETS["self"].sections} - {"checks"})
    (table,) = [block for block in document.sections[0].blocks if isinstance(block, Table)]
    assert any(each.rule == "stale-fact" for each in found)
    for finding, row in zip(found, table.rows, strict=True):
        told = row.cells[-1].runs[0].text
        assert finding.gist in told
        assert finding.rule != "stale-fact" or told == finding.text


def test_a_mail_address_is_a_link_with_a_code_and_nothing_else_is(catalog: Catalog, rules: RuleBook) -> None:
    targets = ("mailto:a@b.example?subject=Hello", "MAILTO:a@b.example", "mailto:a b", "javascript:alert(1)")
    every = [link("page", id=f"l{n}", target=target) for n, target in enumerate(targets)]
    made = outline(plan(channel("own-website", *every)), catalog, rules, DAY, "assistant")
    assert set(targets[:2]) <= {part.link for part in parts(made) if isinstance(part, Run)}
    (cards,) = [part for part in parts(made) if isinstance(part, LinkCards)]
    assert [card.address for card in cards.cards] == [*targets[:3]]
    assert [NOT_SAFE in card.note for card in cards.cards] == [False, False, True]


@pytest.mark.parametrize(
    ("website", "email", "addresses"),
    [
        ("www.annauthor.com", "Ann Author <ann@x.org>", {"https://www.annauthor.com", "mailto:ann@x.org"}),
        ("annauthor.com/news", "ann@x.org", {"https://annauthor.com/news", "mailto:ann@x.org"}),
        (
            "http://ann.example",
            "www.ann.example/mail",
            {"http://ann.example", "https://www.ann.example/mail"},
        ),
        ("javascript:alert(1)", "Ann <ann@x.org> or Bob <bob@x.org>", set()),
        ("not yet", "on.request", set()),
    ],
)
@pytest.mark.parametrize("preset", ["tip-sheet", "publicist"])
def test_what_authors_type_to_be_found_by_can_be_followed(
    preset: str, website: str, email: str, addresses: set[str], catalog: Catalog, rules: RuleBook
) -> None:
    who = Author(id="author", name="Ann", bio="Ann writes.", website=website, email=email)
    made = outline(replace(plan(), author=who), catalog, rules, DAY, preset)
    assert {part.link for part in parts(made) if isinstance(part, Run) and part.link} == addresses


def test_what_a_finding_asks_is_told_of_each(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("email-newsletter", link("broadcast", "smart-link", "utm")))
    asked = "Consent to some other channel does not count (not known yet)."
    asking = [each for each in Checker(catalog, rules, DAY).findings(made) if asked in each.text]
    document = outline(made, catalog, rules, DAY, "self", {*PRESETS["self"].sections} - {"checks"})
    assert len(asking) > 1
    assert sum(asked in text for text in texts(document)) == len(asking)


def test_what_to_do_of_a_finding_and_who_says_so_stand_on_lines_of_their_own(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = outline(new_plan(SAMPLE), catalog, rules, DAY, "self", {*PRESETS["self"].sections} - {"checks"})
    (table,) = [block for block in made.sections[0].blocks if isinstance(block, Table)]
    for row in table.rows:
        why, *others = row.cells[-1].runs
        assert "\n" not in why.text
        assert all(run.text.startswith("\n") and (run.italic or run.tone is Tone.MUTED) for run in others)


def test_every_finding_says_who_says_so_and_when_they_were_read(catalog: Catalog, rules: RuleBook) -> None:
    made = new_plan(SAMPLE)
    document = outline(made, catalog, rules, DAY)
    risks = next(section for section in document.sections if section.title == "Risks and checks")
    told = " ".join(part.text for part in parts(risks) if isinstance(part, Run))
    day = "22 November 2026"
    assert f"What has no day of its own and does not come from the plan itself was checked on {day}." in told
    sources = {each.source for each in Checker(catalog, rules, DAY).findings(made)}
    assert len(sources) > 15
    for source in sources:
        assert source.replace(f" Checked {day}.", "") in told
    assert told.count("Kuaikeji: five kinds of diversion") == 2


def test_no_day_is_told_where_all_that_was_found_comes_from_the_plan(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = plan(hours_a_week=4, phases=(Phase(id="one", channels=(channel("own-website", hours=5),)),))
    document = outline(made, catalog, rules, DAY)
    risks = next(section for section in document.sections if section.title == "Risks and checks")
    told = " ".join(part for part in parts(risks) if isinstance(part, str))
    assert "Source: The brief." in told
    assert "hecked" not in told


def test_a_link_that_works_can_be_followed_and_scanned(catalog: Catalog, rules: RuleBook) -> None:
    there = link("page", "utm", utm_source="letter", utm_medium="email", utm_campaign="book")
    document = outline(plan(channel("own-website", there)), catalog, rules, DAY)
    address = "https://author.example/book?utm_source=letter&utm_medium=email&utm_campaign=book"
    assert address in links(document)
    cards = [part for part in parts(document) if isinstance(part, LinkCards)]
    assert [card.address for each in cards for card in each.cards] == [address]


@pytest.mark.parametrize(("platform", "placement"), [("lemon8", "bio"), ("bookbub", "profile")])
def test_no_code_is_printed_where_none_can_stand(
    platform: str, placement: str, catalog: Catalog, rules: RuleBook
) -> None:
    wanted, other = link(placement, "qr-code"), link(placement, id="other")
    fact = catalog.platforms[platform].tracking_fact("qr-code")
    assert fact is not None
    for links_of, told in (((wanted, other), True), ((other,), False)):
        made = outline(plan(channel(platform, *links_of)), catalog, rules, DAY, "assistant")
        assert not any(isinstance(part, LinkCards) for part in parts(made))
        assert (fact.text in texts(made)) is told


@pytest.mark.parametrize("typed", ["www.example.com/book", "javascript:alert(1)", "\\\\evil\\share"])
def test_a_link_that_is_no_address_says_so(typed: str, catalog: Catalog, rules: RuleBook) -> None:
    made = outline(plan(channel("own-website", link("page", target=typed))), catalog, rules, DAY)
    assert any(text.strip() == NO_ADDRESS for text in texts(made))


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://books.example/" + "x" * 3000, TOO_LONG),
        ("https://user:secret@books.example/", NOT_SAFE),
        ("https://books.example/" + "x" * 1900, ""),
    ],
)
def test_an_address_without_a_code_says_why(
    address: str, why: str, catalog: Catalog, rules: RuleBook
) -> None:
    made = outline(plan(channel("own-website", link("page", target=address))), catalog, rules, DAY)
    (cards,) = [
        block for section in made.sections for block in section.blocks if isinstance(block, LinkCards)
    ]
    (card,) = cards.cards
    assert card.note.endswith(f" · {why}") if why else "no code" not in card.note


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


def test_a_link_that_cannot_work_is_told_why_and_never_printed(catalog: Catalog, rules: RuleBook) -> None:
    document = outline(plan(channel("xiaohongshu", link("bio", "utm"))), catalog, rules, DAY)
    reason = catalog.platforms["xiaohongshu"].links.text
    assert reason in texts(document)
    assert not any("author.example" in text for text in texts(document))
    assert not any(isinstance(part, LinkCards) for part in parts(document))


def test_what_the_author_looked_up_stands_among_the_sources(catalog: Catalog, rules: RuleBook) -> None:
    looked_up = Recheck(id="r", platform="tiktok", on=date(2027, 1, 4), note="still 1,000 followers")
    other = Recheck(id="r2", platform="bluesky", on=date(2027, 1, 4))
    law = Recheck(id="r3", on=date(2027, 1, 5), facts=("The law of Japan.",))
    made = plan(channel("tiktok"), rechecks=(looked_up, other, law))
    told = texts(outline(made, catalog, rules, DAY))
    assert "I checked on 5 January 2027 (“The law of Japan.”)." in told
    assert "I checked on 4 January 2027: still 1,000 followers" in told
    assert not [text for text in told if text == "I checked on 4 January 2027."]


def test_whatever_a_document_cites_stands_in_its_list_of_sources(catalog: Catalog, rules: RuleBook) -> None:
    made = outline(new_plan(SAMPLE), catalog, rules, DAY)
    *others, last = made.sections
    assert last.title == "Sources"
    listed = "\n".join(part for part in parts(last) if isinstance(part, str))
    of_platforms = (source for each in catalog.platforms.values() for source in each.sources.values())
    of_rules = (source for rule in rules.values() for source in rule.sources if source.url)
    known = {source_text(source) for source in (*of_platforms, *of_rules)}
    told = "\n".join(part for part in parts(tuple(others)) if isinstance(part, str) and "Source: " in part)
    cited = {
        title for title in known if re.search(rf"(?:Source: |; ){re.escape(title)}(?:[.;]| Checked)", told)
    }
    assert len(cited) > 80
    assert [title for title in cited if title not in listed] == []
    addresses = [part.link for part in parts(last) if isinstance(part, Run) and part.link]
    assert len(addresses) > 80


def test_a_text_that_costs_the_account_is_not_called_ready(catalog: Catalog, rules: RuleBook) -> None:
    bad, fine = (channel("xiaohongshu", copy=f"新书上市 {word}") for word in ("亚马逊", "今天"))
    for preset, name in (("assistant", "Texts"), ("self", "Texts and notes")):
        made = (outline(plan(each), catalog, rules, DAY, preset) for each in (bad, fine))
        told, other = ([*parts(next(s for s in each.sections if s.title == name))] for each in made)
        assert f"✕ {AS_IT_IS}" in told
        assert any(isinstance(part, str) and "“亚马逊”" in part for part in told)
        assert LEAD not in told
        assert LEAD in other
        assert f"✕ {AS_IT_IS}" not in other


def test_what_was_looked_up_on_a_skipped_platform_stands_beside_the_reason(
    catalog: Catalog, rules: RuleBook
) -> None:
    looked_up = Recheck(id="r", platform="bluesky", on=date(2027, 1, 4), note="few readers yet")
    for reason, told in (("Too small.", "Too small. "), ("", "")):
        skipped = Skipped(id="s", platform="bluesky", reason=reason)
        made = plan(channel("tiktok"), skipped=(skipped,), rechecks=(looked_up,))
        told_of = texts(outline(made, catalog, rules, DAY))
        assert f"{told}I checked on 4 January 2027: few readers yet" in told_of
        without = Choices("self", without=frozenset({"sources"}))
        assert shown_plan(made, without, catalog, DAY).rechecks == (looked_up,)
        neither = Choices("self", without=frozenset({"sources", "skipped"}))
        assert shown_plan(made, neither, catalog, DAY).rechecks == ()


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


@pytest.mark.parametrize("preset", ["summary", "self"])
def test_the_biggest_risks_name_each_rule_once(preset: str, catalog: Catalog, rules: RuleBook) -> None:
    late = tuple(replace(work(due=day), id=f"late{day}") for day in (-20, -19, -18))
    made = plan(channel("own-website", activities=late), launch=DAY)
    overdue = next(
        each for each in Checker(catalog, rules, DAY).findings(made) if each.rule == "activity-overdue"
    )
    told = overdue.gist if preset == "self" else f"{overdue.broken.title}."
    document = outline(made, catalog, rules, DAY, preset, {*PRESETS[preset].sections} - {"glance", "summary"})
    assert [text for text in texts(document) if text.startswith(told)] == [f"{told} 2 more like it."]


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


def test_whom_to_write_to_can_be_followed(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(people=(Person(id="p", name="Jo", contact="jo@mail.example"),))
    made = replace(made, author=replace(made.author, bio="Writes.", email="a@b.example", website="not yet"))
    assert links(outline(made, catalog, rules, DAY)) >= {"mailto:jo@mail.example", "mailto:a@b.example"}
    assert "not yet" not in links(outline(made, catalog, rules, DAY))


def texts_of_figures(sections: object) -> list[str]:
    """The labels of the numbers to remember."""
    return [f"{part.value} {part.label}" for part in parts(sections) if isinstance(part, Figure)]


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
