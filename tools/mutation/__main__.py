"""Breaks the rules and checks in thousands of small ways, one at a time, and counts what the tests notice.

mutmut makes the mutants and finds out which tests reach each function. Where it would start pytest for each
mutant, here pytest collects the tests once, and each mutant is tried in a fork of that process. What is found
is noted where mutmut notes it: a run that was broken off goes on, and ``mutmut show NAME`` shows a mutant.
"""

import argparse
import ast
import fnmatch
import random
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from mutmut.__main__ import CatchOutput, collect_or_load_stats, create_mutants
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.file_utils import (
    copy_also_copy_files,
    copy_src_dir,
    setup_source_paths,
    walk_mutatable_files,
)
from mutmut.workers.isolation import get_mutant_runner, run_in_fork

from tools.mutation.reach import Reach
from tools.mutation.trial import KILLED, SURVIVED, WORKERS, Alone, Mutant, Trial, collect, in_words

ENOUGH = 5.0  # seconds of tests that a mutant has to survive
COLLECTING = 60.0  # seconds of work that collecting the tests may take


def main() -> None:
    """Tries what is not known yet, and prints what is known then."""
    given = arguments()
    prepare()
    found = state()
    tests, callers = found.tests_by_mangled_function_name, found.function_dependencies
    reach = Reach(tests, callers, rules_told(), found.duration_by_test)
    if run_in_fork(warm, Trial(by_chance(wanted(given)), reach, given.enough)):
        sys.exit("The tests cannot be collected.")
    if not given.again:
        for mutant in wanted(given):
            mutant.note(run_in_fork(cold, mutant, reach.tests_of_module(mutant.function, given.enough)))
    for line in table(all_mutants()):
        print(line)


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="tools.mutation", description="Says which mutants the tests notice."
    )
    parser.add_argument("names", nargs="*", default=["*"], help="mutants to try, with * and ?; all otherwise")
    parser.add_argument(
        "--enough", type=float, default=ENOUGH, help="seconds of tests that each has to survive"
    )
    parser.add_argument("--again", action="store_true", help="try those that have survived")
    return parser.parse_args()


def wanted(given: argparse.Namespace) -> list[Mutant]:
    """The mutants that are to be tried."""
    verdict = SURVIVED if given.again else None
    untried = (mutant for mutant in all_mutants() if mutant.verdict == verdict)
    return [mutant for mutant in untried if any(fnmatch.fnmatch(mutant.name, name) for name in given.names)]


def prepare() -> None:
    """Makes the mutants and the statistics, as mutmut does before it tries the first one."""
    set_mutant_under_test("mutant_generation")
    Path("mutants").mkdir(exist_ok=True)
    with CatchOutput():
        copy_src_dir()
        copy_also_copy_files()
        setup_source_paths()
        create_mutants(WORKERS)
    collect_or_load_stats(get_mutant_runner(), apply_config_invalidation=True)


def warm(trial: Trial) -> int:
    """Tries mutants in forks of this process, and knows what has run before the first one."""
    set_mutant_under_test("stats")
    return collect(trial)


def cold(mutant: Mutant, tests: Sequence[str]) -> int:
    """Tries a mutant that is there from the start."""
    set_mutant_under_test(mutant.name)
    signal.setitimer(signal.ITIMER_PROF, COLLECTING)
    return collect(Alone(tests))


def all_mutants() -> list[Mutant]:
    """Every mutant that there is, with what is known of it."""
    found = []
    for path in walk_mutatable_files():
        notes = SourceFileMutationData(path=path)
        notes.load()
        notes.meta_path = notes.meta_path.absolute()
        found += [Mutant(name, notes) for name in notes.exit_code_by_key]
    return found


def by_chance(mutants: Iterable[Mutant]) -> list[Mutant]:
    """Function by function in no order, so that those that were tried at any time stand for all."""
    of_function: defaultdict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        of_function[mutant.function].append(mutant)
    order = sorted(of_function)
    random.Random(1).shuffle(order)
    return [mutant for function in order for mutant in of_function[function]]


def rules_told() -> dict[str, set[str]]:
    """The ids that each function names, itself or by a constant, among them those of rules."""
    told: dict[str, set[str]] = {}
    for path in walk_mutatable_files():
        module, tree = ".".join(path.with_suffix("").parts), ast.parse(path.read_text("utf-8"))
        constants = {
            ast.unparse(each.target): ids(each) for each in tree.body if isinstance(each, ast.AnnAssign)
        }
        for name, function in functions(tree, "x_"):
            named = (
                constants.get(each.id, set()) for each in ast.walk(function) if isinstance(each, ast.Name)
            )
            told[f"{module}.{name}"] = ids(function).union(*named)
    return told


def ids(node: ast.AST) -> set[str]:
    """What may be the id of a rule."""
    texts = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return {text for text in texts if isinstance(text, str) and "-" in text}


def functions(node: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions and methods under the names that mutmut gives them."""
    for each in node.body:
        if isinstance(each, ast.FunctionDef):
            yield prefix + each.name, each
        elif isinstance(each, ast.ClassDef):
            yield from functions(each, f"xǁ{each.name}ǁ")


def table(mutants: Iterable[Mutant]) -> Iterator[str]:
    """How many of each file's mutants were killed, the worst first, and of all."""
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for mutant in mutants:
        if mutant.verdict is not None:
            counts[str(mutant.notes.path)][mutant.verdict] += 1
    for path in sorted(counts, key=lambda path: _killed(counts[path])):
        yield f"{_killed(counts[path]):7.1%}  {path}: {in_words(counts[path])}"
    total = sum(counts.values(), Counter[int]())
    yield f"{_killed(total):7.1%}  of {total.total()} mutants: {in_words(total)}"


def _killed(counts: Counter[int]) -> float:
    return counts[KILLED] / counts.total() if counts else 0


if __name__ == "__main__":
    main()
