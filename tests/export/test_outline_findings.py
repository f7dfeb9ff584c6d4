"""What a document tells of findings, and of who says so."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.citations import source_text
from planner.core.plan import Phase, Recheck, Skipped
from planner.core.rules import RuleBook
from planner.export.blocks import Run, Table, Tone
from planner.export.choices import Choices
from planner.export.outline import outline
from planner.export.outline.checks import AS_ABOVE
from planner.export.outline.texts import AS_IT_IS, LEAD
from planner.export.presets import PRESETS
from planner.export.shown import shown_plan
from planner.storage.templates import SAMPLE, new_plan
from tests.core.build import channel, link, plan, work
from tests.export.parts import parts, texts

DAY = date(2027, 1, 5)


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


@pytest.mark.parametrize("preset", ["summary", "self"])
def test_the_biggest_risks_name_each_rule_once(preset: str, catalog: Catalog, rules: RuleBook) -> None:
    late = [
        channel("own-website", id=f"channel{day}", activities=(replace(work(due=day), id=f"late{day}"),))
        for day in (-20, -19, -18)
    ]
    made = plan(*late, launch=DAY)
    overdue = next(
        each for each in Checker(catalog, rules, DAY).findings(made) if each.rule == "activity-overdue"
    )
    told = overdue.gist if preset == "self" else f"{overdue.broken.title}."
    document = outline(made, catalog, rules, DAY, preset, {*PRESETS[preset].sections} - {"glance", "summary"})
    assert [text for text in texts(document) if text.startswith(told)] == [f"{told} 2\u00a0more like it."]
