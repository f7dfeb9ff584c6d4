"""Measures side by side what is to be compared, and prints it with the machine that it was measured on."""

import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import psutil

ROOT = Path(__file__).resolve().parent.parent.parent
# The offscreen plug-in warns of each window that it cannot size.
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    **OFFSCREEN,
}
MEGABYTE = 1024 * 1024


@contextmanager
def window_memory() -> Iterator[Path]:
    """A file for what a window remembers, in a folder that goes with all that is in it."""
    from PySide6.QtCore import QSettings

    with TemporaryDirectory() as folder:
        file = Path(folder, "window.ini")
        yield file
        # What the window still has to remember would be written at the very end, into the folder once more.
        QSettings(str(file), QSettings.Format.IniFormat).sync()


@dataclass(frozen=True, slots=True)
class Seen:
    """A process at the moment when it said that it was there: milliseconds since its start, and megabytes.

    ``beside`` are the megabytes of the processes that it has started.
    """

    milliseconds: float
    megabytes: float
    beside: float


def milliseconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def processor_milliseconds(work: Callable[[], object]) -> float:
    """How long the processor is at something of this process: other programs on the machine do not count."""
    start = process_time()
    work()
    return (process_time() - start) * 1000


def side_by_side(runs: int, cases: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """What each case measures, by turns, so that all meet the same machine; the first turn only warms up."""
    for case in cases.values():
        case()
    found: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(runs):
        for name, case in cases.items():
            found[name].append(case())
    return found


def python(*arguments: str, may_find: bool = False) -> Callable[[], float]:
    """How long a Python process takes from its start to its end; ``may_find`` lets it end with 1."""

    def run() -> None:
        done = subprocess.run(
            [sys.executable, *arguments], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode > may_find:
            raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}")

    return lambda: milliseconds(run)


def until_ready(script: str, *arguments: str) -> Seen:
    """A script beside this one, started and watched until it prints its first line; then it may end.

    Before it ends it waits for its standard input to be closed.
    """
    command = [sys.executable, str(Path(__file__).with_name(script)), *arguments]
    start = perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = (perf_counter() - start) * 1000
        if not line:
            raise RuntimeError(f"{script} {' '.join(arguments)} ended too early")
        seen = psutil.Process(process.pid)
        beside = sum(resident(child) for child in seen.children())
        return Seen(taken, resident(seen), beside)


def resident(process: psutil.Process) -> float:
    """The megabytes that a process holds."""
    return float(process.memory_info().rss / MEGABYTE)


def say_ready() -> None:
    """In a watched script: now."""
    print("ready", flush=True)
    sys.stdin.read()


def headline(title: str) -> None:
    """Print what is measured, and on what machine: a fixed loop makes figures of two machines comparable."""
    loop = min(milliseconds(_calibration) for _ in range(5))
    print(
        f"\n{title}\n  {os.cpu_count()} cores, {platform.system()} {platform.machine()},"
        f" Python {platform.python_version()}, calibration loop {loop:.1f} ms"
    )


def show(name: str, values: Sequence[float], unit: str = "ms") -> float:
    """Print the median and the least of several figures, and return the median."""
    middle = median(values)
    print(f"  {name:<58} {middle:8.1f} {unit}   (least {min(values):.1f}, of {len(values)})")
    return middle


def judge(name: str, value: float, limit: float, unit: str = "times") -> None:
    """Print a figure beside the most that it may be."""
    reached = "reached" if value <= limit else "NOT REACHED"
    print(f"  {name:<58} {value:8.2f} {unit}, at most {limit:g}: {reached}")


def _calibration() -> None:
    total = 0
    for number in range(500_000):
        total += number % 7
