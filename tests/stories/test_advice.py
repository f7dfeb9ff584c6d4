"""An author's day with the advice: what does not suit, what to do instead, and a first set of channels."""

from datetime import date
from pathlib import Path

import pytest

from planner.cli import run
from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.fit import FitKind
from planner.core.fit_words import explain_fit
from planner.core.money import Money
from planner.core.plan import Account, Book, Channel, Goal, Node
from planner.core.rules import RuleBook, Severity
from planner.core.suggest import channel_of, suggest
from planner.core.vocabulary import Aim
from planner.storage.plan_file import save_plan
from planner.storage.templates import new_plan

DAY = date(2026, 11, 22)
ASKED = (
    "I accept that there will be no clicks to count, and sales only from readers who search for the title."
)


def say(document: Document, id: str, field: str, value: object) -> None:
    """Fill in a field."""
    document.apply(edits.set_field(document.tree, id, field, value, field))


def put(document: Document, parent: str, record: Node) -> None:
    """Add a record."""
    document.apply(edits.add(document.tree, parent, record, "Add"))


def test_an_author_turns_from_a_closed_app_to_what_works(
    catalog: Catalog, rules: RuleBook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = Document(new_plan("blank", "The Salt Road", date(2027, 5, 5)))
    checker = Checker(catalog, rules, DAY)
    book = document.plan.book.id
    for field, value in (("genre", "historical-fiction"), ("markets", ("US", "GB"))):
        say(document, book, field, value)

    app = catalog.platforms["xiaohongshu"]
    assert explain_fit(catalog, app, document.plan).kind is FitKind.POOR
    launch = document.plan.phases[2].id
    put(document, launch, Channel(id="red", platform=app.id, aim=Aim.SALES))
    found = {finding.rule: finding for finding in checker.findings(document.plan)}
    assert found["poor-fit"].fix
    assert found["poor-fit"].fix.label == "Replace with Pinterest"
    assert "An edition in Chinese." in found["poor-fit"].instead
    assert [fix.label for fix in found["goal-not-measurable"].fixes] == [
        "Aim for awareness",
        "Replace with Pinterest",
        "Add Pinterest, and aim for sales there",
    ]
    undo = document.apply(found["poor-fit"].fix.edit(document.tree, found["poor-fit"].subject))
    assert document.tree.get("red", Channel).platform == "pinterest"
    assert "poor-fit" not in [finding.rule for finding in checker.findings(document.plan)]
    document.apply(undo)
    assert document.tree.get("red", Channel).platform == app.id

    path = tmp_path / "salt.frontlist"
    save_plan(path, document.plan, {})
    assert run(["explain", app.id, "--plan", str(path)]) == 0
    printed = capsys.readouterr().out
    assert explain_fit(catalog, app, document.plan).why in printed


def test_the_narrow_exception_opens_step_by_step(catalog: Catalog, rules: RuleBook) -> None:
    book = Book(id="book", title="Skin", genre="beauty", language="zh", markets=("CN",))
    document = Document(new_plan("blank"))
    app = catalog.platforms["xiaohongshu"]
    for field in ("genre", "language", "markets"):
        document.apply(
            edits.set_field(document.tree, document.plan.book.id, field, getattr(book, field), field)
        )
    assert explain_fit(catalog, app, document.plan).kind is FitKind.POOR

    put(document, document.plan.id, Account(id="own", platform=app.id))
    for field, value in (("languages", ("zh",)), ("local_help", True), ("met", (ASKED,))):
        words = explain_fit(catalog, app, document.plan)
        assert words.kind is FitKind.POOR
        assert words.changes
        say(document, "own", field, value)
    words = explain_fit(catalog, app, document.plan)
    assert (words.kind, words.changes) == (FitKind.POSSIBLE, ())

    phase = document.plan.phases[2].id
    document.apply(
        edits.add(document.tree, phase, Channel(id="red", platform=app.id, tracking=("utm",)), "Add")
    )
    found = Checker(catalog, rules, DAY).findings(document.plan)
    kinds = {finding.rule: finding.severity for finding in found}
    assert kinds["option-impossible"] is Severity.BLOCKER
    assert "exception-is-experiment" in kinds
    assert "exception-not-met" not in kinds


def test_a_first_set_is_added_and_taken_back_at_once(catalog: Catalog, rules: RuleBook) -> None:
    document = Document(new_plan("blank", "The Salt Road", date(2027, 5, 5)))
    document.apply(
        edits.set_field(document.tree, document.plan.book.id, "genre", "historical-fiction", "Genre")
    )
    say(document, document.plan.id, "hours_a_week", 8.0)
    document.apply(
        edits.set_field(document.tree, document.plan.id, "budget", Money.parse("500 USD"), "Budget")
    )
    document.apply(
        edits.add(document.tree, document.plan.id, Goal(id="g", aim=Aim.SALES, target=500), "Goal")
    )
    before = document.plan
    wanted = [(each.phase.id, channel_of(c)) for each in suggest(catalog, before) for c in each.chosen]
    undo = document.apply(edits.add_suggested(document.tree, wanted))
    assert all(phase.channels for phase in document.plan.phases)
    found = [finding.rule for finding in Checker(catalog, rules, DAY).findings(document.plan)]
    assert not {"hours-over", "budget-over", "poor-fit", "no-owned-channel", "goal-not-measurable"} & set(
        found
    )
    assert suggest(catalog, document.plan) == suggest(catalog, document.plan)
    document.apply(undo)
    assert document.plan == before
