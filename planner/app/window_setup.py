"""What a new window is given: a session over the catalog, and where plans come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from planner.app.documents import Documents
from planner.app.panels import panels
from planner.core.catalog import Catalog
from planner.core.days import day_now
from planner.core.findings import Finding
from planner.core.freshness import Outdated, outdated
from planner.core.ids import new_id
from planner.core.plan import Author, Book, Plan
from planner.core.rules import RuleBook
from planner.gui.filing import Template
from planner.gui.memory import Memory
from planner.gui.session import Files, Session
from planner.gui.window import Window
from planner.storage.catalog_files import load_catalog
from planner.storage.errors import PlanFileError
from planner.storage.format import Beside, Opened

if TYPE_CHECKING:
    from planner.core.checks.checker import Checker

ABOUT_SAMPLE = "A launch that is filled in all through, to look around in."


def furnish(window: Window, memory: Memory) -> None:
    """Give a window a session over an empty plan, and its panels; nothing slow is imported for it."""
    catalog = load_catalog()
    check = LazyChecker(catalog)
    session = Session(empty_plan(), catalog, files_over(catalog), check.findings, check.old)
    documents = Documents(memory)
    window.closed.connect(documents.end)
    window.furnish(session, panels(documents, memory), templates)


def files_over(catalog: Catalog) -> Files:
    """How plans are read and written where this catalog is known."""
    return Files(partial(read, catalog), partial(write, catalog), PlanFileError, stamp)


def begin(session: Session, named: Path | None, last: Path | None = None) -> None:
    """Open the named plan, else the one that was open last and is still there, else the sample."""
    if named:
        session.open(named)
    elif last is None or not last.is_file() or not session.open(last):
        from planner.storage.templates import SAMPLE, new_plan

        session.new(new_plan(SAMPLE))


def read(catalog: Catalog, path: Path) -> Opened:
    """The plan in a file, and what has changed under it since; raises PlanFileError."""
    from planner.core.verdict_changes import changes_since
    from planner.storage.plan_file import open_plan

    opened = open_plan(path)
    changed = changes_since(opened.rests_on, opened.plan, catalog)
    notices = tuple(filter(None, (*opened.notices, changed)))
    return opened._replace(notices=notices)


def stamp(path: Path) -> str | None:
    """What tells a file's contents from any others; None where no file is."""
    from planner.storage import plan_file

    return plan_file.stamp(path)


def write(catalog: Catalog, plan: Plan, path: Path, beside: Beside) -> str:
    """Save a plan with the verdicts it rests on, and return what should be told; raises PlanFileError."""
    from planner.core.verdict_changes import rests_on
    from planner.storage.plan_file import save_plan

    return save_plan(path, plan, rests_on(plan, catalog), beside).notice


@dataclass
class LazyChecker:
    """Holds plans against the rules, which are loaded when they are first needed, as of the present day."""

    catalog: Catalog
    checker: "Checker | None" = None
    day: date = date.min

    def findings(self, plan: Plan) -> Sequence[Finding]:
        """All findings of a plan."""
        today = day_now(plan.author.time_zone)
        if self.checker is None or self.day != today:
            from planner.core.checks.checker import Checker

            self.day = today
            self.checker = Checker(self.catalog, self.rules, self.day)
        return self.checker.findings(plan)

    def old(self, plan: Plan) -> Outdated:
        """What of all that is known is old."""
        today = day_now(plan.author.time_zone)
        return outdated(self.catalog, self.rules, plan.rechecks, today, self.catalog.platforms)

    @cached_property
    def rules(self) -> RuleBook:
        """The rules as they ship."""
        from planner.storage.rule_files import load_rules

        return load_rules()


def empty_plan() -> Plan:
    """A plan with nothing in it."""
    return Plan(id=new_id(), book=Book(id=new_id()), author=Author(id=new_id()))


def templates() -> tuple[Template, ...]:
    """What a new plan can begin with: the empty one first, then what ships with the program."""
    from planner.storage.templates import SAMPLE, list_templates, new_plan

    shipped = (Template(each.name, partial(new_plan, each.id), each.description) for each in list_templates())
    return (*shipped, Template("Sample plan", partial(new_plan, SAMPLE), ABOUT_SAMPLE))
