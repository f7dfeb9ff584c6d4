"""A session over a plan that has a little of everything, with the real catalog and rules."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.freshness import outdated
from planner.core.money import Money
from planner.core.plan import (
    Activity,
    Author,
    Book,
    Channel,
    Edition,
    Goal,
    Link,
    Person,
    Phase,
    Plan,
    Skipped,
)
from planner.core.rules import RuleBook
from planner.core.vocabulary import EditionKind
from planner.gui.checking import Age, nothing_old
from planner.gui.session import Files, Session
from planner.storage.format import Beside, Opened, as_new
from planner.storage.rule_files import load_rules

LAUNCH = date(2027, 5, 4)
CLOSED, OPEN = "xiaohongshu", "tiktok"


def full_plan() -> Plan:
    """Two phases; "closed" stands on a platform where nothing can be tracked, with a link in its copy."""
    closed = Channel(
        id="closed",
        platform=CLOSED,
        tracking=("smart-link",),
        copy="海盐 𝔖 Read https://example.com now",
    )
    opened = Channel(
        id="open",
        platform=OPEN,
        activities=(
            Activity(id="first", title="Film three clips", due=-28),
            Activity(id="second", title="Post them", due=date(2027, 5, 1)),
        ),
        links=(Link(id="link", label="Sample chapter", target="https://example.com/read"),),
    )
    return Plan(
        id="plan",
        title="The Salt Road",
        launch=LAUNCH,
        book=Book(
            id="book",
            title="The Salt Road",
            genre="historical-fiction",
            editions=(Edition(kind=EditionKind.EBOOK, price=Money(Decimal("4.99"), "USD")),),
        ),
        author=Author(id="author", name="Marta Quell"),
        goals=(Goal(id="goal", text="Sell 500"),),
        people=(Person(id="person", name="Ana"),),
        skipped=(Skipped(id="skipped", platform="snapchat"),),
        phases=(
            Phase(id="before", name="Pre-launch", starts=-56, ends=-1, channels=(opened,)),
            Phase(id="launch", name="Launch", starts=0, ends=13, channels=(closed,)),
        ),
    )


def years_later(catalog: Catalog, rules: RuleBook) -> Age:
    """A look at all that is known, of which everything is old."""
    return lambda plan: outdated(catalog, rules, plan.rechecks, date(2031, 1, 1), catalog.platforms)


def full_session(catalog: Catalog, age: Age = nothing_old, today: date = date(2026, 11, 22)) -> Session:
    """A session over that plan, with its findings, in which what is known is as old as ``age`` says."""
    check = Checker(catalog, load_rules(), today).findings
    session = Session(full_plan(), catalog, Files(_read, _write, OSError, lambda _path: ""), check, age)
    session.checking.refresh()
    return session


def _read(_path: Path) -> Opened:
    return as_new(full_plan())


def _write(_plan: Plan, _path: Path, _beside: Beside) -> str:
    return ""
