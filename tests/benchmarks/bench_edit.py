"""One edit in a plan of 1,000 channels: apply, findings brought up to date, models told."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from itertools import count, cycle
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.changes import Edit
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.tree import Tree
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules
from tests.benchmarks.measure import OFFSCREEN, headline, judge, show, window_memory
from tests.benchmarks.plans import CHANNELS, PHASES, large_plan

WORST = "the book's genre (bears on every channel)"
EDITS = 60
LIMIT = 16
CHANNEL, ACTIVITY = f"channel{CHANNELS // 2}", f"activity{CHANNELS // 2}-3"
Make = Callable[[Tree], Edit]
COMMON = (
    "an activity's title",
    "a channel to another lane",
    "a tracking option on or off",
    "a channel's copy",
)


def kinds(catalog: Catalog) -> Mapping[str, Make]:
    """What makes an edit of each kind; each that it makes changes something."""
    numbers, lanes = count(), cycle(range(PHASES))
    option = next(iter(catalog.options))
    genres, switches = cycle(list(catalog.genres)[:5]), cycle((True, False))
    return {
        "an activity's title": lambda tree: edits.set_field(
            tree, ACTIVITY, "title", f"Piece {next(numbers)}", "Edit title"
        ),
        "a channel to another lane": lambda tree: edits.move_channels(
            tree, [CHANNEL], f"phase{next(lanes)}", 3
        ),
        "a tracking option on or off": lambda tree: edits.toggle_tracking(
            tree, CHANNEL, option, next(switches)
        ),
        "a channel's copy": lambda tree: edits.set_field(
            tree, CHANNEL, "copy", f"Chapter {next(numbers)} at example.com", "Edit copy"
        ),
        WORST: lambda tree: edits.set_field(tree, "book", "genre", next(genres), "Change genre"),
    }


def without_window(catalog: Catalog) -> None:
    """The document and the findings alone."""
    document = Document(large_plan(catalog))
    checker = Checker(catalog, load_rules(), date.today())
    print(f"  {len(checker.findings(document.plan))} findings")
    for name, make in kinds(catalog).items():
        times = []
        for _ in range(EDITS):
            edit = make(document.tree)
            start = perf_counter()
            document.apply(edit)
            checker.findings(document.plan)
            times.append((perf_counter() - start) * 1000)
        report(name, times)


def with_window(catalog: Catalog, file: Path) -> None:
    """The whole window over the plan; what its event loop does next is shown apart."""
    from PySide6.QtCore import QEventLoop

    from planner import app as composition
    from planner.gui.memory import Memory

    app = composition.make_app()
    memory = Memory(file)
    window = composition.make_window(composition.make_theme(app, memory), memory)
    window.resize(1280, 800)
    standing = QEventLoop()
    window.finished.connect(standing.quit)
    window.show()
    standing.exec()
    session = window.session
    session.new(large_plan(catalog))
    session.checking.refresh()
    app.processEvents()
    for name, make in kinds(catalog).items():
        told, settled = [], []
        for _ in range(EDITS):
            edit = make(session.document.tree)
            start = perf_counter()
            session.do(edit)
            session.checking.refresh()
            told.append((perf_counter() - start) * 1000)
            app.processEvents()
            settled.append((perf_counter() - start) * 1000)
        report(name, told, judged=name != WORST)
        show("    with the next turn of the event loop", settled)
    session.stack.setClean()
    window.close()


def report(name: str, times: list[float], *, judged: bool = False) -> None:
    """Print a kind's median and how slow one edit in twenty is."""
    middle, slow = show(name, times), quantiles(times, n=20)[-1]
    if judged:
        judge("    median", middle, LIMIT, "ms")
        judge("    one in twenty", slow, LIMIT, "ms")
    else:
        print(f"      one in twenty: {slow:.1f} ms")


def main() -> None:
    """Measure both."""
    os.environ.update(OFFSCREEN)
    catalog = load_catalog()
    headline("One edit in a plan of 1,000 channels and 10,000 activities: document and findings")
    without_window(catalog)
    headline("The same with the window open: document, findings, models told")
    with window_memory() as file:
        with_window(catalog, file)


if __name__ == "__main__":
    main()
