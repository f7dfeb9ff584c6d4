"""What the checker keeps from one edit to the next is what a fresh run would say."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.changes import Change, Edit, Move, Remove, Rewrite
from planner.core.checks import checker as checker_module
from planner.core.checks.background import Background
from planner.core.checks.checker import Checker
from planner.core.checks.scene import Scene
from planner.core.document import Document
from planner.core.findings import Finding, Hit
from planner.core.plan import (
    Account,
    Phase,
    Plan,
    Recheck,
)
from planner.core.rules import RuleBook
from tests.core.build import TODAY, channel, findings, link, plan, work
from tests.core.rule_cases import BROKEN, KEPT
from tests.strategies import plans

LAUNCH = date(2027, 5, 5)


def start() -> Plan:
    """Two phases of channels with something to find in each."""
    first = channel(
        "xiaohongshu", link("post", "smart-link", id="l-a"), id="c-a", copy="Read on https://a.example"
    )
    second = channel("tiktok", link("bio", "smart-link", id="l-b"), id="c-b", activities=(work(due=3),))
    lanes = (
        Phase(id="one", name="One", ends=2, channels=(first, second)),
        Phase(
            id="two",
            name="Two",
            channels=(channel("facebook-ads", id="c-c", tracking=("conversion-pixel",)),),
        ),
    )
    return plan(phases=lanes, launch=LAUNCH, accounts=(Account(id="acc", platform="tiktok"),))


@settings(max_examples=60)
@given(made=plans, day=st.dates())
def test_the_strangest_plan_can_be_checked(catalog: Catalog, rules: RuleBook, made: Plan, day: date) -> None:
    for finding in Checker(catalog, rules, day).findings(made):
        assert finding.text
        if finding.fix:
            Document(made).apply(finding.fix.edit(Document(made).tree, finding.subject))


def test_one_checker_may_be_asked_of_one_plan_after_another(catalog: Catalog, rules: RuleBook) -> None:
    kept = Checker(catalog, rules, TODAY)
    for broken, clean in zip(BROKEN, KEPT, strict=False):
        for made in (broken.example.plan, clean.example.plan, broken.example.plan):
            assert kept.findings(made) == findings(catalog, rules, made)


Seen = list[tuple[str, str]]


def watching(seen: Seen, name: str, read: Callable[[Scene], object]) -> Callable[[Scene], Iterator[Hit]]:
    """A check that reads something and notes that it was asked."""

    def check(scene: Scene) -> Iterator[Hit]:
        read(scene)
        seen.append((name, scene.channel.id))
        return iter(())

    return check


def any_genre(background: Background) -> bool:
    return bool(background.book.genre)


def launch_day(background: Background) -> date | None:
    return background.launch


READING: dict[str, Callable[[Scene], object]] = {
    "nothing": lambda scene: None,
    "genre": lambda scene: scene.background.book.genre,
    "any genre": lambda scene: scene.background.once(any_genre, scene.background),
    "account": lambda scene: scene.account,
    "launch": lambda scene: scene.background.once(launch_day, scene.background),
    "ends": lambda scene: scene.phase.ends,
    "others": lambda scene: scene.situation.on("tiktok").account,
    "day": lambda scene: scene.days_between(1, 2),
    "date": lambda scene: scene.days_between(1, LAUNCH),
}


def test_only_what_reads_what_has_changed_is_asked_again(
    catalog: Catalog, rules: RuleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Seen = []
    checks = tuple(watching(asked, name, read) for name, read in READING.items())
    monkeypatch.setattr(checker_module, "CHANNEL_CHECKS", checks)
    document = Document(start())
    kept = Checker(catalog, rules, TODAY)

    def seen(change: Change) -> dict[str, list[str]]:
        asked.clear()
        document.apply(Edit("Any", (change,)))
        kept.findings(document.plan)
        return {name: sorted(id for who, id in asked if who == name) for name in dict(asked)}

    kept.findings(document.plan)
    every = ["c-a", "c-b", "c-c"]
    assert seen(Rewrite("c-a", {"copy": "x"})) == {key: ["c-a"] for key in READING}
    assert seen(Rewrite("l-b", {"target": "https://b.example"})) == {key: ["c-b"] for key in READING}
    assert seen(Rewrite("two", {"purpose": "x"})) == {}
    assert seen(Rewrite("two", {"name": "x"})) == {}
    assert seen(Rewrite("two", {"ends": 9})) == {"ends": ["c-c"]}
    assert seen(Rewrite("book", {"blurb": "x"})) == {}
    assert seen(Rewrite("plan", {"notes": "x"})) == {}
    assert seen(Rewrite("book", {"genre": "romance"})) == {"genre": every, "any genre": every}
    assert seen(Rewrite("book", {"genre": "thriller"})) == {"genre": every}
    assert seen(Rewrite("acc", {"followers": 5})) == {"account": ["c-b"], "others": every}
    assert seen(Rewrite("plan", {"launch": None})) == {"launch": every, "date": every}
    assert seen(Move("c-a", "two", 0)) == {key: ["c-a"] for key in READING}
    assert seen(Remove("c-a")) == {}


def test_a_renamed_phase_is_named_in_its_findings(catalog: Catalog, rules: RuleBook) -> None:
    document = Document(start())
    kept = Checker(catalog, rules, TODAY)
    before = kept.findings(document.plan)
    document.apply(Edit("Any", (Rewrite("one", {"name": "Before"}),)))
    after = kept.findings(document.plan)
    assert after == findings(catalog, rules, document.plan)
    assert [f.where.replace("Before", "One") for f in after] == [f.where for f in before]
    assert any(f.where == "TikTok · Before" for f in after)


@pytest.mark.parametrize(
    ("on", "platform", "old"),
    [
        (None, "tiktok", True),
        (date(2029, 12, 31), "tiktok", False),
        (date(2028, 7, 1), "tiktok", False),
        (date(2028, 6, 30), "tiktok", True),
        (date(2030, 1, 2), "tiktok", True),
        (date(2029, 12, 31), "wechat", True),
    ],
)
def test_a_note_silences_old_facts_until_it_is_old_itself(
    catalog: Catalog, rules: RuleBook, on: date | None, platform: str, old: bool
) -> None:
    made = plan(channel("tiktok"), rechecks=(Recheck(id="r", platform=platform, on=on),))
    found = findings(catalog, rules, made, date(2030, 1, 1))
    assert any(f.rule == "stale-fact" and f.subject == "channel" for f in found) is old


def test_a_note_of_one_fact_leaves_the_others_old(catalog: Catalog, rules: RuleBook) -> None:
    def old(made: Plan) -> list[Finding]:
        found = findings(catalog, rules, made, date(2030, 1, 1))
        return [each for each in found if each.rule == "stale-fact" and each.subject == "channel"]

    document = Document(plan(channel("tiktok", link("bio", "smart-link"))))
    (told,) = old(document.plan)
    assert told.fix
    document.apply(told.fix.edit(document.tree, told.subject))
    (noted,) = document.plan.rechecks
    assert len(noted.facts) > 1
    assert noted.on == date(2030, 1, 1)
    assert old(document.plan) == []
    (left,) = old(replace(document.plan, rechecks=(replace(noted, facts=noted.facts[:1]),)))
    assert noted.facts[0] not in left.text


def test_findings_stand_in_the_order_of_the_plan(catalog: Catalog, rules: RuleBook) -> None:
    made = start()
    turned = replace(made, phases=tuple(reversed(made.phases)))
    kept = Checker(catalog, rules, TODAY)
    kept.findings(made)
    assert kept.findings(turned) == findings(catalog, rules, turned)
