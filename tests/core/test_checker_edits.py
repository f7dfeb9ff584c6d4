"""After any edit, the findings kept are those of a full run, and what is kept does not grow with edits."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.changes import ChangeError, Edit, Rewrite
from planner.core.checks import memory as memory_module
from planner.core.checks.background import Background, _Record, _Situation
from planner.core.checks.checker import Checker
from planner.core.checks.judgement import Judgement
from planner.core.checks.memory import Memory, Name
from planner.core.document import Document
from planner.core.plan import Account, Author, Book, Goal, Node, Person, Phase, Plan, Recheck, Skipped
from planner.core.rules import RuleBook
from planner.core.tree import EDITABLE, walk
from tests.core.any_change import any_change, values_of
from tests.core.build import TODAY, findings
from tests.core.rule_cases import BROKEN
from tests.core.test_checker import start
from tests.strategies import numbered

FIELDS = [(kind, field) for kind, names in EDITABLE.items() for field in sorted(names)]
EVERY = 12


def crowded() -> Plan:
    """A plan with channels that break many rules, and a record of every kind."""
    broken = [case.example.plan for case in BROKEN[::EVERY]]
    lanes = tuple(
        Phase(id=f"p{n}", starts=-n, ends=9, channels=made.channels[:2]) for n, made in enumerate(broken)
    )
    return numbered(
        Plan(
            id="plan",
            launch=date(2027, 5, 5),
            hours_a_week=3,
            book=Book(id="book", genre="romance", markets=("US",), preorder=-30),
            author=Author(id="author"),
            goals=(Goal(id="goal"),),
            people=(Person(id="person"),),
            accounts=tuple({a.platform: a for made in broken for a in made.accounts}.values())
            or (Account(id="account", platform="tiktok"),),
            skipped=(Skipped(id="skipped", platform="pinterest"),),
            rechecks=(Recheck(id="recheck", platform="tiktok", on=TODAY),),
            phases=lanes,
        )
    )


CROWDED = crowded()
FIRST = {type(node): node for node in reversed(list(walk(CROWDED)))}


@settings(max_examples=60)
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


@pytest.mark.parametrize(
    ("kind", "field"), FIELDS, ids=[f"{kind.__name__}-{field}" for kind, field in FIELDS]
)
@settings(max_examples=2)
@given(data=st.data())
def test_another_value_of_any_field_is_seen(
    catalog: Catalog, rules: RuleBook, kind: type[Node], field: str, data: st.DataObject
) -> None:
    document = Document(CROWDED)
    kept = Checker(catalog, rules, TODAY)
    kept.findings(document.plan)
    for _ in range(2):
        value = data.draw(values_of(kind, field))
        document.apply(Edit("Any", (Rewrite(FIRST[kind].id, {field: value}),)))
        assert kept.findings(document.plan) == findings(catalog, rules, document.plan)


def read_by(checker: Checker) -> set[frozenset[object]]:
    """The sets of names that the checks of channels have read, and what was asked of which functions."""
    return {frozenset(map(told, names)) for names in checker._readers.reads}


def told(name: Name) -> object:
    """A name, or of an answer the function and what it was asked of, but for each checker's own records."""
    if isinstance(name, str):
        return name
    make, *args = name.key
    return (make, *(each for each in args if not isinstance(each, Background | _Record | _Situation)))


@pytest.mark.parametrize("part", [(Memory, "_work_out"), (Judgement, "judge"), (Memory, "tidy")])
def test_after_a_check_that_fails_the_answer_is_that_of_a_full_run(
    catalog: Catalog, rules: RuleBook, monkeypatch: pytest.MonkeyPatch, part: tuple[type, str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    document = Document(CROWDED)
    kept = Checker(catalog, rules, TODAY)
    kept.findings(document.plan)
    document.apply(Edit("Any", (Rewrite("book", {"genre": "nonfiction", "markets": ("CN",)}),)))
    with monkeypatch.context() as patch:
        patch.setattr(*part, fail)
        with pytest.raises(ZeroDivisionError):
            kept.findings(document.plan)
    assert kept.findings(document.plan) == findings(catalog, rules, document.plan)


def test_what_is_kept_does_not_grow_with_the_edits(
    catalog: Catalog, rules: RuleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_module, "ROOM", 100)
    document = Document(start())
    kept = Checker(catalog, rules, TODAY)
    sizes = []
    for number in range(1500):
        name = f"name-{number}"
        edits: dict[str, dict[str, object]] = {
            "acc": {"platform": name, "followers": number},
            "c-c": {"platform": name if number % 2 else "tiktok", "region": name},
            "l-b": {"placement": name, "options": (name, "smart-link")},
            "book": {"genre": name, "markets": (name,)},
        }
        for id, values in edits.items():
            document.apply(Edit("Any", (Rewrite(id, values),)))
        kept.findings(document.plan)
        sizes.append(len(kept._background.memory))
    fresh = Checker(catalog, rules, TODAY)
    assert kept.findings(document.plan) == fresh.findings(document.plan)
    assert max(sizes) <= 3 * len(fresh._background.memory) + 100
    judged = chain.from_iterable(judged for _, judged in kept._judged.values())
    assert [each.channel for each in judged] == [*document.plan.channels]
    assert read_by(kept) == read_by(fresh)


def test_a_checker_that_has_forgotten_still_sees_every_change(
    catalog: Catalog, rules: RuleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_module, "ROOM", 0)
    document = Document(CROWDED)
    kept = Checker(catalog, rules, TODAY)
    for genre in list(catalog.genres)[:12]:
        changes: list[dict[str, object]] = [
            {"genre": genre},
            {"markets": (), "language": "zh"},
            {"markets": ("CN",)},
        ]
        for change in changes:
            document.apply(Edit("Any", (Rewrite("book", change),)))
            assert kept.findings(document.plan) == findings(catalog, rules, document.plan)
