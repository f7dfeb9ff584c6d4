"""All checks over a plan of 1,000 channels, 10,000 activities and 2 MB of copy, and after one edit in it."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from statistics import quantiles
from time import perf_counter

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.changes import Edit
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.plan import Activity, Channel, Link, Node, Plan
from planner.core.rules import RuleBook
from planner.core.tree import Tree, walk
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules
from planner.storage.templates import SAMPLE, new_plan
from tests.benchmarks.measure import headline, judge, milliseconds, show
from tests.benchmarks.plans import large_plan

DAY = date(2026, 11, 22)
COPY = 2000
RUNS, EDITS, EACH = 7, 300, 15
FROM_NOTHING, AFTER_EDIT = 400, 8
Make = Callable[[Tree, int], Edit]


def wordy_plan(catalog: Catalog) -> Plan:
    """The large plan, with 2,000 characters of the sample's prose in each channel: 2 MB in all."""
    prose = new_plan(SAMPLE).book.blurb.replace("\n", " ")
    plan = large_plan(catalog)

    def wordy(channel: Channel) -> Channel:
        return replace(channel, copy=(channel.copy + prose * (COPY // len(prose) + 1))[:COPY])

    phases = (replace(each, channels=tuple(map(wordy, each.channels))) for each in plan.phases)
    return replace(plan, phases=tuple(phases))


def any_record(plan: Plan, numbers: random.Random) -> Iterator[Make]:
    """Edits of records drawn at random: what a user mostly does, all over the plan."""
    nodes = [node for node in walk(plan) if isinstance(node, Channel | Activity | Link)]
    while True:
        yield _edit_of(numbers.choice(nodes), numbers.randrange(10**6))


def _edit_of(node: Node, number: int) -> Make:
    match node:
        case Channel():
            texts = {"role": f"Role {number}", "copy": f"Chapter {number} of the book, today."}
            field = "role" if number % 2 else "copy"
            return lambda tree, _: edits.set_field(tree, node.id, field, texts[field], "Edit")
        case Activity():
            return lambda tree, _: edits.set_field(tree, node.id, "due", number % 90 - 60, "Edit")
        case _:
            return lambda tree, _: edits.set_field(tree, node.id, "label", f"Link {number}", "Edit")


def wide_edits(catalog: Catalog) -> Mapping[str, Make]:
    """Edits that bear on many channels at once."""
    genres = list(catalog.genres)
    account = "account5"
    return {
        "the plan's hours a week": lambda tree, n: edits.set_field(tree, "plan", "hours_a_week", 9.0 + n, ""),
        "the book's title": lambda tree, n: edits.set_field(tree, "book", "title", f"Title {n}", ""),
        "the book's release": lambda tree, n: edits.set_field(tree, "book", "release", n + 1, ""),
        "a phase's name": lambda tree, n: edits.set_field(tree, "phase5", "name", f"Lane {n}", ""),
        "a phase's last day": lambda tree, n: edits.set_field(tree, "phase5", "ends", 90 + n, ""),
        "the author's time zone": lambda tree, n: edits.set_field(
            tree, "author", "time_zone", ("UTC", "Asia/Tokyo")[n % 2], ""
        ),
        "an account's followers": lambda tree, n: edits.set_field(tree, account, "followers", 400 + n, ""),
        "the book's genre": lambda tree, n: edits.set_field(tree, "book", "genre", genres[n % 5], ""),
        "the launch day": lambda tree, n: edits.set_field(
            tree, "plan", "launch", date(2027, 5, 6) + timedelta(n), ""
        ),
    }


def from_nothing(catalog: Catalog, rules: RuleBook, plan: Plan) -> None:
    """A fresh checker's first answer; what it does before is not in the figure."""
    Checker(catalog, rules, DAY).findings(plan)
    times = [milliseconds(lambda: Checker(catalog, rules, DAY).findings(plan)) for _ in range(RUNS)]
    judge("    median", show("all checks, from nothing", times), FROM_NOTHING, "ms")


def after_an_edit(catalog: Catalog, rules: RuleBook, plan: Plan) -> None:
    """The findings after random edits, and after edits of each wide kind."""
    document, checker = Document(plan), Checker(catalog, rules, DAY)
    checker.findings(document.plan)
    makes = any_record(plan, random.Random(4))
    times = [_taken(document, checker, next(makes), number) for number in range(EDITS)]
    show("findings after an edit of a channel, activity or link", times)
    judge("    one in twenty", quantiles(times, n=20)[-1], AFTER_EDIT, "ms")
    for name, make in wide_edits(catalog).items():
        wide = [_taken(document, checker, make, number) for number in range(EACH)]
        show(f"findings after an edit of {name}", wide)
    if checker.findings(document.plan) != Checker(catalog, rules, DAY).findings(document.plan):
        raise AssertionError("the findings kept are not those of a full run")


def _taken(document: Document, checker: Checker, make: Make, number: int) -> float:
    document.apply(make(document.tree, number))
    start = perf_counter()
    checker.findings(document.plan)
    return (perf_counter() - start) * 1000


def main() -> None:
    """Measure both."""
    catalog, rules = load_catalog(), load_rules()
    plan = wordy_plan(catalog)
    headline("All checks: 1,000 channels, 10,000 activities, 2 MB of copy")
    print(f"  {len(Checker(catalog, rules, DAY).findings(plan))} findings")
    from_nothing(catalog, rules, plan)
    after_an_edit(catalog, rules, plan)


if __name__ == "__main__":
    main()
