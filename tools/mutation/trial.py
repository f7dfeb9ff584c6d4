"""Tries mutants within pytest, in the place of the tests that it has collected."""

import gc
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pytest
from mutmut.configuration import config
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.file_utils import change_cwd

from tools.mutation.reach import Reach

SURVIVED, KILLED, UNREACHED, HUNG = 0, 1, 33, 36  # as mutmut notes them
VERDICTS = {KILLED: "killed", HUNG: "hung", SURVIVED: "survived", UNREACHED: "reached by no test"}
PATIENCE = 4.0, 10.0  # seconds of work, and how many times its usual ones, after which a test hangs
WORKERS = os.cpu_count() or 1
TOLD_EVERY = 100


@dataclass(frozen=True)
class Mutant:
    """A breakage, and mutmut's notes on its file."""

    name: str
    notes: SourceFileMutationData

    @property
    def function(self) -> str:
        """What is broken, as the statistics call it."""
        return self.name.partition("__mutmut_")[0]

    @property
    def verdict(self) -> int | None:
        """What was found, if anything was."""
        found: int | None = self.notes.exit_code_by_key[self.name]
        return found

    def note(self, code: int, seconds: float = 0) -> int:
        """Keeps how its tests have ended, in a file that is whole at any time."""
        verdict = HUNG if code == -signal.SIGPROF else code if code in VERDICTS else KILLED
        self.notes.exit_code_by_key[self.name] = verdict
        self.notes.durations_by_key[self.name] = seconds
        kept = self.notes.meta_path
        self.notes.meta_path = kept.with_suffix(".new")
        self.notes.save()
        self.notes.meta_path = self.notes.meta_path.replace(kept)
        return verdict


class Trial:
    """Tries each mutant in a fork of the process that has collected the tests."""

    def __init__(self, mutants: Sequence[Mutant], reach: Reach, enough: float) -> None:
        self._mutants, self._reach, self._enough = mutants, reach, enough
        self._running: dict[int, tuple[Mutant, int, float]] = {}
        self._counts: Counter[int] = Counter()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Leaves out what has run by now: it may be remembered, which would hide how it is broken."""
        make_catalog(session)
        items = {item.nodeid: item for item in session.items}
        gc.freeze()
        for mutant in self._mutants:
            if mutant.function not in state()._stats:  # noqa: SLF001
                self._start(mutant, items)
        while self._running:
            self._finish()
        return True

    def _start(self, mutant: Mutant, items: Mapping[str, pytest.Item]) -> None:
        tests = [items[name] for name in self._reach.tests(mutant.function, self._enough)]
        if not tests:
            mutant.note(UNREACHED)
            return
        while len(self._running) >= WORKERS:
            self._finish()
        hears, tells = os.pipe()
        child = os.fork()
        if not child:
            code = KILLED
            try:
                set_mutant_under_test(mutant.name)
                killer = killer_among(tests)
                os.write(tells, killer.encode())
                code = KILLED if killer else SURVIVED
            finally:
                os._exit(code)
        os.close(tells)
        self._running[child] = mutant, hears, time.monotonic()

    def _finish(self) -> None:
        child, status = os.wait()
        mutant, hears, since = self._running.pop(child)
        with os.fdopen(hears) as told:
            if killer := told.read():
                self._reach.killed(mutant.function, killer)
        self._counts[mutant.note(os.waitstatus_to_exitcode(status), time.monotonic() - since)] += 1
        tried = self._counts.total()
        if tried % TOLD_EVERY == 0:
            print(
                f"{time.strftime('%H:%M')} {tried} of {len(self._mutants)}: {in_words(self._counts)}",
                flush=True,
            )


class Alone:
    """Tries the one mutant that was there before the tests were collected."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._tests = tests

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Where tests cannot be collected they have noticed it."""
        items = {item.nodeid: item for item in session.items}
        if not session.testsfailed:
            killer_among([items[name] for name in self._tests])
        return True


class Steady:
    """Draws the same examples for each mutant, and does not look for simpler ones that fail."""

    def pytest_configure(self) -> None:
        """Changes what the tests' own settings have chosen by now."""
        from hypothesis import Phase, settings

        drawn = (Phase.explicit, Phase.generate)
        settings.register_profile("steady", settings.default, database=None, derandomize=True, phases=drawn)
        settings.load_profile("steady")


def collect(plugin: Trial | Alone) -> int:
    """Has pytest collect the tests and the plugin go on from there; says how it has ended."""
    chosen = (*config().pytest_add_cli_args, *config().pytest_add_cli_args_test_selection)
    with change_cwd("mutants"):
        told = ["--rootdir=.", "-q", "--capture=no", "--tb=native", *chosen]
        return int(pytest.main(told, plugins=[Steady(), plugin]))


def make_catalog(session: pytest.Session) -> None:
    """Sets up what all tests share, as for a test that asks for the catalog, which does not run."""
    first = next(item for item in session.items if "catalog" in getattr(item, "fixturenames", ()))
    session.config.option.setuponly = True
    session.config.hook.pytest_runtest_protocol(item=first, nextitem=session.items[-1])
    session.config.option.setuponly = False
    from planner.storage.catalog_files import load_catalog

    dict(load_catalog().platforms)  # reads them all


def killer_among(tests: Sequence[pytest.Item]) -> str:
    """Runs tests until one fails, and names it."""
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    least, times = PATIENCE
    for test, after in pairwise((*tests, None)):
        if test:
            signal.setitimer(signal.ITIMER_PROF, least + times * state().duration_by_test[test.nodeid])
            test.config.hook.pytest_runtest_protocol(item=test, nextitem=after)
            if test.session.testsfailed:
                return test.nodeid
    return ""


def in_words(counts: Counter[int]) -> str:
    """How many were found to be what."""
    return ", ".join(f"{counts[verdict]} {word}" for verdict, word in VERDICTS.items() if counts[verdict])
