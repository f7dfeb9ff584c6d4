"""The PDF beside what one would pick instead: the same document, by each writer in a process of its own."""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from planner.storage.catalog_files import load_catalog
from planner.storage.plan_file import save_plan
from tests.benchmarks.common_plan import DAY, LEFT_OUT, common_plan
from tests.benchmarks.measure import ENVIRONMENT, ROOT, headline, judge, python, show, side_by_side

OURS, FLOOR = "frontlist", "floor"
NAMES = {
    OURS: "Frontlist (tagged, with charts and QR codes)",
    FLOOR: "the floor: ReportLab's canvas, text alone",
    "platypus": "ReportLab's platypus",
    "typst": "typst (tagged)",
    "qt": "Qt's text document and PDF writer",
    "fpdf2": "fpdf2",
    "weasyprint": "WeasyPrint",
}
RUNS, COLD_RUNS = 7, 5
COMMON, MANY = 20, 2100


@dataclass(frozen=True, slots=True)
class Made:
    """One document: milliseconds, bytes, pages, and the megabytes of its process."""

    milliseconds: float
    size: int
    pages: int
    megabytes: float


class Writer:
    """A process that serves one writer; each call makes the document of another edition of the plan."""

    def __init__(self, name: str, channels: int, left_out: Sequence[str], open_processes: ExitStack) -> None:
        """Start the process."""
        command = [
            sys.executable,
            str(Path(__file__).with_name("serve_writer.py")),
            name,
            str(channels),
            *left_out,
        ]
        self._process = open_processes.enter_context(
            subprocess.Popen(
                command, cwd=ROOT, env=ENVIRONMENT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        )
        open_processes.callback(self._end)
        self._edition = 0
        self.last = Made(0, 0, 0, 0)

    def make(self) -> float:
        """Make a document; the milliseconds that it took."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._edition += 1
        print(self._edition, file=self._process.stdin, flush=True)
        taken, size, pages, megabytes = self._process.stdout.readline().split()
        self.last = Made(float(taken), int(size), int(pages), float(megabytes))
        return self.last.milliseconds

    def _end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()


def common() -> float:
    """The plan of 20 channels, by all writers in turns; returns our milliseconds for a page."""
    with ExitStack() as processes:
        writers = {name: Writer(name, COMMON, LEFT_OUT, processes) for name in NAMES}
        found = side_by_side(RUNS, {name: writer.make for name, writer in writers.items()})
        for name, writer in writers.items():
            made = writer.last
            show(NAMES[name], found[name])
            print(f"{'':8}{made.pages} pages, {made.size / 1000:.0f} kB, {made.megabytes:.0f} MB in memory")
        middle = {name: median(times) for name, times in found.items()}
        judge("against the floor", middle[OURS] / middle[FLOOR], 4.5)
        for peer in NAMES:
            if peer not in (OURS, FLOOR):
                judge(f"against {peer}", middle[OURS] / middle[peer], 1)
        judge("size, in Latin letters alone", writers[OURS].last.size / 1000, 170, "kB")
        return middle[OURS] / writers[OURS].last.pages


def cold() -> None:
    """The same plan by the command line, as a whole process."""
    with TemporaryDirectory() as folder:
        plan, out = Path(folder, "plan.frontlist"), Path(folder, "plan.pdf")
        save_plan(plan, common_plan(load_catalog(), COMMON))
        left_out = [word for section in LEFT_OUT for word in ("--without", section)]
        command = [str(Path(sys.executable).with_name("frontlist")), "export", str(plan), "-o", str(out)]
        command += ["--date", DAY.isoformat(), *left_out]
        times = side_by_side(COLD_RUNS, {"export": python(*command)})["export"]
    judge("frontlist export, the whole process", show("frontlist export", times) / 1000, 0.6, "s")


def many(each_page: float) -> None:
    """A plan of 2,100 channels, once."""
    with ExitStack() as processes:
        floor, ours = (Writer(name, MANY, (), processes) for name in (FLOOR, OURS))
        ratio = ours.make() / floor.make()
        made = ours.last
    seconds = made.milliseconds / 1000
    print(f"  {MANY} channels: {made.pages} pages, {made.size / 1e6:.1f} MB, {seconds:.1f} s")
    judge("against the floor", ratio, 4)
    judge("memory", made.megabytes, 300, "MB")
    judge("a page, against one of the common plan", made.milliseconds / made.pages / each_page, 1.5)


def main() -> None:
    """Measure all."""
    headline("A plan of 20 channels as PDF, each writer in a warm process (from blocks to bytes)")
    each_page = common()
    headline("The same from a cold process")
    cold()
    headline("A plan far larger than anybody's")
    many(each_page)


if __name__ == "__main__":
    main()
