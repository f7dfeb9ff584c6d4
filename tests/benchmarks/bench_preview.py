"""An edit while the preview is looked at: until the new page is on screen, and what the window feels."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from planner.core import edits
from planner.core.plan import Plan
from planner.export.choices import Choices
from planner.storage.catalog_files import load_catalog
from tests.benchmarks.common_plan import LEFT_OUT, common_plan
from tests.benchmarks.measure import OFFSCREEN, headline, judge, show, window_memory
from tests.benchmarks.plans import large_plan

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from planner.gui.export.dialog import ExportDialog
    from planner.gui.preview.view import PreviewView
    from planner.gui.window import Window

CHANNELS = 20
RUNS, LARGE_RUNS = 15, 3
PATIENCE = 120_000
REST = 300  # milliseconds in which a window or a dialog that was opened has been painted


@dataclass
class Heart:
    """Beats with the turns of the event loop, a millisecond apart where nothing keeps it."""

    beats: list[float]

    @property
    def longest(self) -> float:
        """The most milliseconds between two beats."""
        return max((after - before) * 1000 for before, after in pairwise(self.beats))


@contextmanager
def listened_to() -> Iterator[Heart]:
    """Feel the pulse of the window's own thread."""
    from PySide6.QtCore import QTimer

    heart, timer = Heart([perf_counter()]), QTimer(interval=1)
    timer.timeout.connect(lambda: heart.beats.append(perf_counter()))
    timer.start()
    yield heart
    timer.stop()
    heart.beats.append(perf_counter())


def wait(signal: "SignalInstance", begin: Callable[[], object]) -> float:
    """The milliseconds until a signal comes, once something has begun."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, start = QEventLoop(), perf_counter()
    signal.connect(loop.quit)
    QTimer.singleShot(0, loop, begin)
    QTimer.singleShot(PATIENCE, loop, lambda: loop.exit(1))
    if loop.exec():
        raise RuntimeError("nothing came")
    signal.disconnect(loop.quit)
    return (perf_counter() - start) * 1000


def window_with(plan: Plan, file: Path) -> "Window":
    """The program's window over a plan."""
    from planner.app import make_app, make_theme, make_window
    from planner.gui.memory import Memory

    memory = Memory(file)
    window = make_window(make_theme(make_app(), memory), memory)
    window.resize(1280, 800)
    wait(window.finished, window.show)
    window.session.new(plan)
    of_nothing(REST)
    return window


def preview(window: "Window") -> "PreviewView":
    """The window's preview."""
    from planner.gui.preview.view import PreviewView

    found = window.findChild(PreviewView)
    assert found
    return found


def edit_often(window: "Window", runs: int, seen: "SignalInstance") -> tuple[list[float], list[float]]:
    """Edit a title again and again: the milliseconds until that is seen, and the longest gap meanwhile."""
    session = window.session
    taken, gaps = [], []
    for number in range(runs):
        title = f"Edition {number}"
        edit = edits.set_field(session.document.tree, session.plan.id, "title", title, "Edit title")
        with listened_to() as heart:
            taken.append(wait(seen, partial(session.do, edit)))
        gaps.append(heart.longest)
    return taken, gaps


def of_nothing(milliseconds: float) -> float:
    """The longest gap while nothing is done: what the machine does to the window by itself."""
    from PySide6.QtCore import QTimer

    rest = QTimer(singleShot=True, interval=round(milliseconds))
    with listened_to() as heart:
        wait(rest.timeout, rest.start)
    return heart.longest


def of_an_edit(window: "Window") -> None:
    """The plan of 14 pages: an edit without the preview, then with it."""
    _, alone = edit_often(window, RUNS, window.session.checking.changed)
    show("longest gap of the window's thread by the edit alone", alone)
    window.show_preview()
    preview(window).bar.show_choices(Choices(without=frozenset(LEFT_OUT)))
    pages = preview(window).pages
    first = wait(pages.shown, lambda: None)
    print(
        f"  the first preview takes {first:.0f} ms, with the start of the worker; it has {pages.count} pages"
    )
    taken, gaps = edit_often(window, RUNS, pages.shown)
    assert pages.document
    assert f"Edition {RUNS - 1}" in pages.document.getAllText(0).text()
    middle = show("from the edit until the new page is on screen", taken)
    show("longest gap of the window's thread meanwhile", gaps)
    idle = [of_nothing(middle) for _ in range(RUNS)]
    show("longest gap where nothing is done, for as long (to compare)", idle)
    judge("new page on screen", middle, 300, "ms")
    judge("longest gap, the worst of all", max(gaps), 20, "ms")
    print(f"  (the worst where nothing is done: {max(idle):.1f} ms)")


def of_an_export(window: "Window", folder: Path) -> None:
    """The same plan exported to a file."""
    from planner.gui.export.dialog import ExportDialog

    gaps = []
    for number in range(RUNS):
        window.export()
        dialog = window.findChildren(ExportDialog)[-1]
        dialog.path.setText(str(folder / f"plan {number}.pdf"))
        dialog.open_after.setChecked(False)
        of_nothing(REST)
        with listened_to() as heart:
            wait(dialog.finished, partial(export_and_close, dialog))
        gaps.append(heart.longest)
    show("longest gap of the window's thread during an export", gaps)
    judge("longest gap, the worst of all", max(gaps), 20, "ms")


def export_and_close(dialog: "ExportDialog") -> None:
    """Export, and close the dialog as soon as that is done."""
    dialog.export()
    assert dialog.batch
    dialog.batch.finished.connect(dialog.reject)


def of_a_large_plan(window: "Window") -> None:
    """A plan of 1,000 channels: the window stays alive while its preview is made."""
    pages = preview(window).pages
    wait(pages.shown, lambda: window.session.new(large_plan(load_catalog())))
    taken, gaps = edit_often(window, LARGE_RUNS, pages.shown)
    show(f"from the edit until the new page of {pages.count} is on screen", taken)
    show("longest gap of the window's thread meanwhile", gaps)
    judge("longest gap, the worst of all", max(gaps), 20, "ms")


def main() -> None:
    """Measure a plan of usual size, and one far larger than anybody's."""
    os.environ.update(OFFSCREEN)
    with window_memory() as file:
        window = window_with(common_plan(load_catalog(), CHANNELS), file)
        headline("Preview of an edit, and export, of a plan of 20 channels (offscreen)")
        of_an_edit(window)
        of_an_export(window, file.parent)
        headline("Preview of an edit in a plan of 1,000 channels")
        of_a_large_plan(window)
        window.session.stack.setClean()
        window.close()


if __name__ == "__main__":
    main()
