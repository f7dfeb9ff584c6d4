"""The sample's export: in a warm process, from the command line, and what the window feels of it."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from planner.export.choices import Choices
from planner.press.orders import Order
from planner.press.press import Press, worker_command
from planner.storage.catalog_files import load_catalog
from planner.storage.templates import SAMPLE, shipped, template_path
from tests.benchmarks.exports import DAY, export
from tests.benchmarks.measure import OFFSCREEN, headline, judge, milliseconds, python, show, side_by_side

RUNS = 9


def gaps() -> list[float]:
    """The milliseconds between the turns of a window's event loop while its press exports."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    import planner.gui  # noqa: F401 - it mends what PySide6 breaks

    app = QApplication(sys.argv[:1])
    press, order = Press(worker_command()), Order(shipped(SAMPLE), Choices(), DAY)
    turns: list[float] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: turns.append(perf_counter()))
    timer.start()
    with ThreadPoolExecutor(1) as thread:
        for _ in range(3):
            done = thread.submit(press.make, order, lambda _share: None, lambda: False)
            while not done.done():
                app.processEvents()
            done.result()
    timer.stop()
    press.end()
    return [(after - before) * 1000 for before, after in pairwise(turns)]


def main() -> None:
    """Measure all three."""
    os.environ.update(OFFSCREEN)
    headline("Export of the sample plan to PDF")
    catalog, plan = load_catalog(), shipped(SAMPLE)
    first = milliseconds(lambda: export(plan, catalog))
    warm = [milliseconds(lambda: export(plan, catalog)) for _ in range(RUNS)]
    with TemporaryDirectory() as folder:
        frontlist, out = str(Path(sys.executable).with_name("frontlist")), str(Path(folder, "sample.pdf"))
        command = (frontlist, "export", str(template_path(SAMPLE)), "-o", out, "--date", DAY.isoformat())
        cold = side_by_side(5, {"frontlist export": python(*command)})["frontlist export"]
        size = Path(out).stat().st_size
    print(f"  the document has {size / 1000:.0f} kB; the first export of a process takes {first:.0f} ms")
    middle = show("in a warm process", warm)
    show("frontlist export, the whole process", cold)
    judge("export in a warm process", middle / 1000, 0.5, "s")
    found = sorted(gaps())
    judge("longest gap of the window's own thread during an export", found[-1], 20, "ms")
    print(f"  one turn of a hundred waits more than {found[int(len(found) * 0.99)]:.0f} ms")


if __name__ == "__main__":
    main()
