"""All checks over a plan of 1,000 channels, 10,000 activities and 2 MB of copy, and after one edit in it."""

import gc
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from statistics import quantiles

from planner.app.garbage_collection import look_at_what_is_new, set_aside
from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.changes import Edit
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.money import Money
from planner.core.plan import Activity, Channel, Edition, Link, Node, Plan
from planner.core.rules import RuleBook
from planner.core.tree import Tree, walk
from planner.core.vocabulary import EditionKind
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules
from planner.storage.templates import SAMPLE, new_plan
from tests.benchmarks.measure import headline, judge, processor_milliseconds, show
from tests.benchmarks.plans import large_plan

DAY = date(2026, 11, 22)
COPY = 2000
RUNS, EDITS, EACH = 7, 300, 60
FROM_NOTHING, AFTER_EDIT = 400, 8
MARKETS = ("US", "GB")
FORMATS = tuple((Edition(kind=kind),) for kind in EditionKind)
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
    """Edits that bear on many channels at once, by what they change; each gives its field another value."""
    genres, zones = list(catalog.genres), ("UTC", "Asia/Tokyo", "Europe/London")
    kinds = ("personal", "business", "creator")
    languages = ("de", "en", "fr", "en", "es", "en")
    added = [id for id, region in catalog.regions.items() if "WORLD" in region.within and id not in MARKETS]
    return {
        "the plan's hours a week": _setting("plan", "hours_a_week", lambda n: 9.0 + n % 99),
        "the launch day": _setting("plan", "launch", lambda n: date(2027, 5, 6) + timedelta(n)),
        "the author's time zone": _setting("author", "time_zone", lambda n: zones[n % 3]),
        "the book's title": _setting("book", "title", lambda n: f"Title {n}"),
        "the book's series": _setting("book", "series", lambda n: f"Series {n}" if n % 2 else ""),
        "the book's genre": _setting("book", "genre", lambda n: genres[(n + 1) % len(genres)]),
        "the book's language": _setting("book", "language", lambda n: languages[n % len(languages)]),
        "the book's markets": _setting(
            "book", "markets", lambda n: MARKETS if n % 2 else (*MARKETS, added[n // 2 % len(added)])
        ),
        "the book's formats": _setting("book", "editions", lambda n: FORMATS[n % len(FORMATS)]),
        "the book's price": _setting("book", "editions", lambda n: (_ebook(Decimal(n + 1)),)),
        "the book's release": _setting("book", "release", lambda n: n + 1),
        "the book's pre-order": _setting("book", "preorder", lambda n: -10 * (n + 1)),
        "the book's last file": _setting("book", "final_file", lambda n: -n - 1),
        "KDP Select": _setting("book", "kdp_select", lambda n: (True, False, None)[n % 3]),
        "the term of KDP Select": _setting("book", "select_since", lambda n: -n - 1),
        "an account's followers": _setting("account5", "followers", lambda n: 400 + 100 * n),
        "an account's kind": _setting("account5", "type", lambda n: kinds[n % 3]),
        "a phase's name": _setting("phase5", "name", lambda n: f"Lane {n}"),
        "a phase's first day": _setting("phase5", "starts", lambda n: n),
        "a phase's last day": _setting("phase5", "ends", lambda n: 90 - 3 * n),
    }


def _setting(id: str, field: str, value: Callable[[int], object]) -> Make:
    return lambda tree, number: edits.set_field(tree, id, field, value(number), "Edit")


def _ebook(price: Decimal) -> Edition:
    return Edition(kind=EditionKind.EBOOK, price=Money(price, "USD"))


def from_nothing(catalog: Catalog, rules: RuleBook, plan: Plan) -> None:
    """A fresh checker's first answer, without what it does before, and without the end of the last one."""
    times = []
    for _ in range(1 + RUNS):
        gc.collect()
        times.append(processor_milliseconds(lambda: Checker(catalog, rules, DAY).findings(plan)))
    del times[0]
    judge("    median", show("all checks, from nothing", times), FROM_NOTHING, "ms")


def after_an_edit(catalog: Catalog, rules: RuleBook, plan: Plan) -> None:
    """The findings after random edits, and after edits of each wide kind."""
    document, checker = Document(plan), Checker(catalog, rules, DAY)
    checker.findings(document.plan)
    set_aside()
    narrow, wide = any_record(plan, random.Random(4)), wide_edits(catalog)
    _judged("a channel, activity or link", [_taken(document, checker, next(narrow), n) for n in range(EDITS)])
    for name, make in wide.items():
        _judged(name, [_taken(document, checker, make, number) for number in range(EACH)])
    drawn = random.Random(5)
    mixed = [drawn.choice([next(narrow), drawn.choice(list(wide.values()))]) for _ in range(EDITS)]
    _judged("either sort, mixed", [_taken(document, checker, make, n) for n, make in enumerate(mixed)])
    if checker.findings(document.plan) != Checker(catalog, rules, DAY).findings(document.plan):
        raise AssertionError("the findings kept are not those of a full run")


def _judged(name: str, times: Sequence[float]) -> None:
    show(f"findings after an edit of {name}", times)
    judge("    one in twenty", quantiles(times, n=20)[-1], AFTER_EDIT, "ms")


def _taken(document: Document, checker: Checker, make: Make, number: int) -> float:
    look_at_what_is_new()  # as the window does between two edits
    document.apply(make(document.tree, number))
    return processor_milliseconds(lambda: checker.findings(document.plan))


def main() -> None:
    """Measure both, in a plan that is open as in the window."""
    catalog, rules = load_catalog(), load_rules()
    plan = wordy_plan(catalog)
    set_aside()
    headline("All checks: 1,000 channels, 10,000 activities, 2 MB of copy")
    print(f"  {len(Checker(catalog, rules, DAY).findings(plan))} findings")
    from_nothing(catalog, rules, plan)
    after_an_edit(catalog, rules, plan)


if __name__ == "__main__":
    main()
