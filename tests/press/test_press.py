"""The press: what is ordered is made in another process, whole or not at all, whatever happens to that."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Event, Thread

import psutil
import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Author, Book, Plan
from planner.core.rules import RuleBook
from planner.export.choices import Choices
from planner.export.fitting import fitted
from planner.export.pdf.writer import write_pdf
from planner.press import press as press_module
from planner.press.frames import HEAD, Kind, frames
from planner.press.make import ANY_PAGES, Maker
from planner.press.orders import ExportRefused, Made, Order, Stopped
from planner.press.press import GONE, TRIES, Press, worker_command
from planner.storage.templates import SAMPLE, shipped

DAY = date(2027, 3, 1)
BARE = Plan(id="p", book=Book(id="b"), author=Author(id="a"))
# Says that one percent is done, and then nothing any more, whatever it is told.
DEAF = """
import sys, threading
sys.stdout.buffer.write(bytes((4, 0, 0, 0, 1, 1)))
sys.stdout.buffer.flush()
threading.Event().wait()
"""

# Writes all of a file beside the old one, and then hangs.
STUCK = """
import os, threading
from planner.press import make
from planner.press.worker import work
really = make.write_atomically
def write(*given, **how):
    os.fsync = lambda _: threading.Event().wait()
    really(*given, **how)
make.write_atomically = write
work()
"""

# Finds a rule without its row whenever it asks for the rules.
FAULTY = """
from planner.press.worker import work
from planner.storage import rule_files
rule_files.without_row = lambda known: ["no-row"]
work()
"""


def ordered(path: Path | None = None, preset: str = "summary") -> Order:
    return Order(shipped(SAMPLE), Choices(preset), DAY, path)


def never() -> bool:
    return False


def ignore(_share: float) -> None: ...


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    press = Press(worker_command())
    yield press
    press.end()


def test_a_document_is_the_one_that_this_process_would_make(
    press: Press, catalog: Catalog, rules: RuleBook
) -> None:
    shares: list[float] = []
    choices = Choices("ads", "letter", frozenset({"links"}))
    made = press.make(Order(shipped(SAMPLE), choices, DAY), shares.append, never)
    document = fitted(shipped(SAMPLE), catalog, rules, DAY, choices)
    assert made == Made(write_pdf(document, paper="letter"))
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_a_document_is_written_whole_or_refused_in_a_sentence(press: Press, tmp_path: Path) -> None:
    target = tmp_path / "plan 计划 \udcff.pdf" if sys.platform == "linux" else tmp_path / "plan 计划.pdf"
    assert press.make(ordered(target), ignore, never).data == b""
    assert target.read_bytes().startswith(b"%PDF")
    with pytest.raises(ExportRefused, match=r"cannot be written: it is a folder.*\.$"):
        press.make(ordered(tmp_path), ignore, never)
    assert list(tmp_path.iterdir()) == [target]


def test_an_order_can_be_stopped_and_the_worker_stays(press: Press, tmp_path: Path) -> None:
    press.make(ordered(), ignore, never)
    worker, begun = press.pid, list[float]()
    with pytest.raises(Stopped):
        press.make(ordered(tmp_path / "plan.pdf", "self"), begun.append, lambda: bool(begun))
    assert list(tmp_path.iterdir()) == []
    assert press.make(ordered(), ignore, never).data
    assert press.pid == worker


def test_an_order_stopped_before_it_is_sent_leaves_nothing_of_itself(press: Press) -> None:
    with pytest.raises(Stopped):
        press.make(ordered(preset="self"), ignore, lambda: True)
    assert press.make(ordered(), ignore, never).data


def test_a_worker_that_was_killed_is_started_anew(press: Press) -> None:
    press.make(ordered(), ignore, never)
    worker = press.pid
    assert worker
    kill(worker)
    assert press.make(ordered(), ignore, never).data
    assert press.pid != worker


def test_a_worker_that_is_killed_at_work_is_given_a_second_chance(press: Press) -> None:
    killed: list[int] = []

    def kill_once(_share: float) -> None:
        if not killed and press.pid:
            killed.append(press.pid)
            kill(press.pid)

    assert press.make(ordered(preset="self"), kill_once, never).data.startswith(b"%PDF")
    assert killed != [press.pid]


@pytest.mark.parametrize(
    "command",
    [
        (sys.executable, "-c", "pass"),
        ("/there/is/no/such/program",),
        (sys.executable, "-c", "print('What a library says, and no frame', flush=True); input()"),
        (sys.executable, "-c", "import os; os.write(1, b'\\xff' * 99); input()"),
    ],
)
def test_a_worker_that_always_ends_is_told(command: tuple[str, ...]) -> None:
    press = Press(command)
    with pytest.raises(ExportRefused) as refused:
        press.make(ordered(), ignore, never)
    assert str(refused.value) == GONE
    press.end()


def test_the_old_document_stands_when_a_worker_is_killed_again_and_again(
    press: Press, tmp_path: Path
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    def kill_always(_share: float) -> None:
        if press.pid:
            kill(press.pid)

    with pytest.raises(ExportRefused) as refused:
        press.make(ordered(target, "self"), kill_always, never)
    assert str(refused.value) == GONE
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
    assert press.make(ordered(), ignore, never).data


def test_too_little_memory_is_told_and_the_old_document_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    def fail(*_arguments: object) -> Made:
        raise MemoryError

    monkeypatch.setattr(Maker, "_pdf", fail)
    with pytest.raises(ExportRefused, match=r"^This computer has too little memory .*\.$"):
        Maker().make(ordered(target), ignore, never)
    assert target.read_bytes() == b"old"


def test_a_worker_that_does_not_stop_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press_module, "GRACE", 0.1)
    press, begun = Press((sys.executable, "-c", DEAF)), list[float]()
    with pytest.raises(Stopped):
        press.make(Order(BARE, Choices(), DAY), begun.append, lambda: bool(begun))
    assert not press.pid or not psutil.pid_exists(press.pid)
    press.end()


def test_a_plan_that_cannot_be_read_is_refused_and_the_worker_stays(press: Press) -> None:
    with pytest.raises(ExportRefused, match=r"^The document could not be made: \w+. Nothing was written.$"):
        press.make(Order(shipped(SAMPLE), Choices("nobody"), DAY), ignore, never)
    assert press.make(ordered(), ignore, never).data


def test_a_fault_of_the_catalog_is_told_and_the_worker_stays() -> None:
    press = Press((sys.executable, "-c", FAULTY))
    with pytest.raises(ExportRefused, match="which has no row for “no-row”, "):
        press.make(ordered(), ignore, never)
    worker = press.pid
    with pytest.raises(ExportRefused, match="names the fault"):
        press.make(ordered(), ignore, never)
    assert press.pid == worker
    press.end()


def test_the_end_of_a_press_stops_its_order_and_its_worker(tmp_path: Path) -> None:
    press, ended = Press(worker_command()), list[Thread]()

    def end(_share: float) -> None:
        if not ended:
            ended.append(Thread(target=press.end))
            ended[0].start()

    with pytest.raises(Stopped):
        press.make(ordered(tmp_path / "plan.pdf", "self"), end, never)
    ended[0].join()
    assert press.pid is None
    assert list(tmp_path.iterdir()) == []
    press.warm()
    with pytest.raises(Stopped):
        press.make(ordered(), ignore, never)


def test_a_worker_ends_with_its_pipe_and_says_nothing() -> None:
    run = subprocess.run(worker_command(), input=b"", capture_output=True, timeout=30, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")


def test_a_worker_that_is_killed_while_it_writes_leaves_the_old_file_alone(tmp_path: Path) -> None:
    path, killed = tmp_path / "plan.pdf", set[str]()
    path.write_bytes(b"old")
    press = Press((sys.executable, "-c", STUCK))

    def kill_writers() -> None:
        while len(killed) < TRIES and not over.wait(0.01):
            for half in tmp_path.glob("*.saving"):
                if half.name not in killed and press.pid:
                    killed.add(half.name)
                    kill(press.pid)

    over = Event()
    killer = Thread(target=kill_writers)
    killer.start()
    with pytest.raises(ExportRefused, match=GONE):
        press.make(ordered(path), ignore, over.is_set)
    over.set()
    killer.join()
    press.end()
    assert len(killed) == TRIES
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("plan.pdf", b"old")]


def kill(pid: int) -> None:
    """End a worker as the system would."""
    os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))


@pytest.mark.parametrize(
    ("format", "preset", "told"),
    [("word", "summary", True), ("word", "self", False), ("html", "summary", False)],
)
def test_a_document_of_so_many_pages_says_that_word_makes_its_own(
    format: str, preset: str, told: bool, tmp_path: Path
) -> None:
    order = Order(BARE, Choices(preset), DAY, tmp_path / "plan", format)
    assert (ANY_PAGES in Maker().make(order, lambda _: None, lambda: False).said) is told


def test_a_frame_that_ends_too_early_is_none() -> None:
    whole = HEAD.pack(Kind.SAID, 3) + b"one"
    cut = HEAD.pack(Kind.MADE, 3) + b"tw"
    assert [frame.data for frame in frames(BytesIO(whole + cut))] == [b"one"]
