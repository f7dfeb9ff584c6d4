"""What the checker keeps from one edit to the next is what a fresh run would say."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.changes import Change, ChangeError, Edit, Insert, Move, Remove, Rewrite
from planner.core.checks import checker as checker_module
from planner.core.checks.checker import Checker, rules_in_checks
from planner.core.checks.scene import Scene
from planner.core.document import Document
from planner.core.findings import Hit
from planner.core.money import Money
from planner.core.plan import (
    Account,
    Activity,
    ActivityKind,
    Aim,
    Author,
    Book,
    Channel,
    Link,
    ListOrigin,
    Node,
    Phase,
    Plan,
    Promo,
    Recheck,
    Skipped,
    Stance,
    State,
)
from planner.core.rules import RuleBook
from planner.core.tree import walk
from tests.core.build import TODAY, channel, findings, link, plan, work
from tests.core.rule_cases import BROKEN, KEPT
from tests.strategies import plans

LAUNCH = date(2027, 5, 5)
PLATFORMS = (
    "tiktok",
    "xiaohongshu",
    "wechat",
    "email-newsletter",
    "facebook-ads",
    "amazon-author",
    "hologram",
)
OPTIONS = ("smart-link", "utm", "qr-code", "ad-tracking", "conversion-pixel", "affiliate-tag", "telepathy")
PLACES = ("", "bio", "post", "ad", "broadcast", "menu", "hologram")
TEXTS = (
    "",
    "Read on https://a.example, or search for my title.",
    "Buy now!",
    "在Amazon上",
    "A calm sentence.",
)

some_options = st.lists(st.sampled_from(OPTIONS), max_size=3, unique=True).map(tuple)
some_days = st.none() | st.integers(-60, 60) | st.dates(date(2026, 1, 1), date(2028, 1, 1))
VALUES: dict[type[Node], dict[str, st.SearchStrategy[Any]]] = {
    Channel: {
        "platform": st.sampled_from(PLATFORMS),
        "tracking": some_options,
        "copy": st.sampled_from(TEXTS),
        "aim": st.sampled_from([None, *Aim]),
        "stance": st.sampled_from(Stance),
        "hours": st.sampled_from([None, 1.0, 40.0]),
        "budget": st.sampled_from([None, Money.parse("500 USD"), Money.parse("1 EUR")]),
        "disclosure": st.sampled_from(TEXTS),
    },
    Link: {
        "placement": st.sampled_from(PLACES),
        "target": st.sampled_from(["", "https://a.example", "https://amazon.com/dp/1?tag=x", "nonsense"]),
        "options": some_options,
        "utm_source": st.sampled_from(["", "letter", "The Letter"]),
    },
    Activity: {
        "kind": st.sampled_from([ActivityKind.SEND, ActivityKind.PRICE_PROMOTION, ActivityKind.TASK]),
        "promo": st.sampled_from([None, Promo.COUNTDOWN, Promo.FEATURED_DEAL, Promo.GROUP_SALES]),
        "price": st.sampled_from([None, Money.parse("0.99 USD"), Money.parse("2.99 USD")]),
        "at": st.sampled_from([None, time(21), time(12)]),
        "ends": some_days,
        "due": some_days,
        "aim": st.sampled_from([None, *Aim]),
        "state": st.sampled_from(State),
        "lead_days": st.integers(0, 300),
        "title": st.sampled_from(TEXTS),
    },
    Phase: {"name": st.sampled_from(["", "Launch", "After"]), "ends": some_days},
    Account: {
        "platform": st.sampled_from(PLATFORMS),
        "followers": st.sampled_from([None, 400, 2000]),
        "type": st.sampled_from(["", "personal", "business", "service account"]),
        "opt_in": st.sampled_from([None, True, False]),
        "list_origin": st.sampled_from([None, *ListOrigin]),
        "last_send": st.sampled_from([None, date(2024, 1, 1), date(2026, 11, 1)]),
    },
    Book: {
        "genre": st.sampled_from(["", "romance", "business", "beauty"]),
        "language": st.sampled_from(["en", "zh"]),
        "markets": st.sampled_from([(), ("US",), ("CN",)]),
        "release": st.integers(-5, 5),
        "preorder": st.sampled_from([None, -400, -30, 9]),
        "final_file": st.sampled_from([None, -1, -30]),
        "kdp_select": st.sampled_from([None, True, False]),
        "select_since": st.sampled_from([None, -120, 0]),
    },
    Author: {"time_zone": st.sampled_from(["", "Europe/London", "Asia/Seoul"])},
    Recheck: {"on": st.dates(date(2025, 1, 1), date(2026, 12, 31))},
    Plan: {
        "launch": st.sampled_from([None, LAUNCH, date(2026, 12, 1)]),
        "hours_a_week": st.sampled_from([None, 3.0]),
        "budget": st.sampled_from([None, Money.parse("100 USD")]),
    },
}


@st.composite
def any_change(draw: st.DrawFn, made: Plan, number: int) -> Change:
    """A change that may well fit, of any of the four kinds."""
    nodes = list(walk(made))
    ids = [node.id for node in nodes]
    match draw(st.sampled_from(["rewrite", "rewrite", "rewrite", "insert", "move", "remove"])):
        case "rewrite":
            node = draw(st.sampled_from([node for node in nodes if type(node) in VALUES]))
            field, values = draw(
                st.sampled_from(sorted(VALUES[type(node)].items(), key=lambda item: item[0]))
            )
            return Rewrite(node.id, {field: draw(values)})
        case "insert":
            below = Link(id=f"l{number}", placement="bio", options=("smart-link",))
            busy = Activity(id=f"w{number}", title=TEXTS[1], due=10)
            record = draw(
                st.sampled_from(
                    [
                        Phase(id=f"p{number}", name="More"),
                        channel("tiktok", below, id=f"c{number}", tracking=("utm",), activities=(busy,)),
                        below,
                        busy,
                        Account(id=f"a{number}", platform="tiktok", followers=1),
                        Recheck(id=f"r{number}", platform="tiktok", on=TODAY),
                        Skipped(id=f"s{number}", platform="pinterest"),
                    ]
                )
            )
            return Insert(draw(st.sampled_from(ids)), 0, record)
        case "move":
            return Move(draw(st.sampled_from(ids)), draw(st.sampled_from(ids)), draw(st.integers(0, 1)))
        case _:
            return Remove(draw(st.sampled_from(ids)))


def start() -> Plan:
    """Two phases of channels with something to find in each."""
    first = channel("xiaohongshu", link("post", "smart-link", id="l-a"), id="c-a", copy=TEXTS[1])
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


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_findings_kept_through_edits_are_those_of_a_full_run(
    catalog: Catalog, rules: RuleBook, data: st.DataObject
) -> None:
    document = Document(start())
    kept = Checker(catalog, rules, TODAY)
    undo: list[Edit] = []
    for number in range(12):
        if undo and data.draw(st.integers(0, 4)) == 0:
            document.apply(undo.pop())
        else:
            change = data.draw(any_change(document.plan, number))
            try:
                undo.append(document.apply(Edit("Any", (change,))))
            except ChangeError:
                undo.clear()
                continue
        assert kept.findings(document.plan) == findings(catalog, rules, document.plan)


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(made=plans, day=st.dates())
def test_the_strangest_plan_can_be_checked(catalog: Catalog, rules: RuleBook, made: Plan, day: date) -> None:
    for finding in Checker(catalog, rules, day).findings(made):
        assert finding.text
        if finding.fix:
            Document(made).apply(finding.fix.edit(Document(made).tree))


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


READING: dict[str, Callable[[Scene], object]] = {
    "nothing": lambda scene: None,
    "genre": lambda scene: scene.background.book.genre,
    "account": lambda scene: scene.account,
    "verdict": lambda scene: scene.platform and scene.once(("v",), lambda: scene.background.launch),
    "ends": lambda scene: scene.phase.ends,
    "others": lambda scene: scene.situation.on("tiktok").account,
}


def test_only_what_reads_what_has_changed_is_asked_again(
    catalog: Catalog, rules: RuleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Seen = []
    groups = tuple((watching(asked, name, read),) for name, read in READING.items())
    monkeypatch.setattr(checker_module, "GROUPS", groups)
    document = Document(start())
    kept = Checker(catalog, rules, TODAY)

    def seen(change: Change) -> dict[str, list[str]]:
        asked.clear()
        document.apply(Edit("Any", (change,)))
        kept.findings(document.plan)
        return {name: [id for who, id in asked if who == name] for name in dict(asked)}

    kept.findings(document.plan)
    every = ["c-a", "c-b", "c-c"]
    assert seen(Rewrite("c-a", {"copy": "x"})) == {key: ["c-a"] for key in READING}
    assert seen(Rewrite("l-b", {"target": "https://b.example"})) == {key: ["c-b"] for key in READING}
    assert seen(Rewrite("two", {"purpose": "x"})) == {}
    assert seen(Rewrite("two", {"name": "x"})) == {}
    assert seen(Rewrite("two", {"ends": 9})) == {"ends": ["c-c"]}
    assert seen(Rewrite("book", {"blurb": "x"})) == {}
    assert seen(Rewrite("plan", {"notes": "x"})) == {}
    assert seen(Rewrite("book", {"genre": "romance"})) == {"genre": every}
    assert seen(Rewrite("acc", {"followers": 5})) == {"account": ["c-b"], "others": every}
    assert seen(Rewrite("plan", {"launch": None})) == {"verdict": every}
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


def test_findings_stand_in_the_order_of_the_plan(catalog: Catalog, rules: RuleBook) -> None:
    made = start()
    turned = replace(made, phases=tuple(reversed(made.phases)))
    kept = Checker(catalog, rules, TODAY)
    kept.findings(made)
    assert kept.findings(turned) == findings(catalog, rules, turned)


def test_every_rule_is_spelt_in_a_check(rules: RuleBook) -> None:
    spelt = rules_in_checks()
    assert set(rules) <= spelt
    assert {"option-impossible", "option-forbidden", "option-not-yet"} <= spelt
    assert "no-such-rule" not in spelt
