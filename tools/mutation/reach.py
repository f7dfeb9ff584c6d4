"""Which tests a broken function is tried by, and in which order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from itertools import chain

AROUND = 0.004  # seconds that a test takes besides its own
Known = Mapping[str, Set[str]]


class Reach:
    """Functions, which are named after their modules, and the tests that reach them."""

    def __init__(self, reached: Known, callers: Known, rules: Known, seconds: Mapping[str, float]) -> None:
        self._reached, self._callers, self._rules, self._seconds = reached, callers, rules, seconds
        self._killers: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def tests(self, function: str, enough: float) -> list[str]:
        """Its tests, then those of whoever calls it, as many as run within so many seconds.

        What is remembered for all plans is worked out for the first test alone that asks for it, so more
        tests may reach a function than were seen to.
        """
        own = self._reached.get(function, set[str]())
        callers = chain.from_iterable(self._reached.get(each, ()) for each in self._callers.get(function, ()))
        ordered = chain(self._ordered(function, own), self._ordered(function, set(callers) - own))
        return list(self._within(enough, ordered))

    def tests_of_module(self, function: str, enough: float) -> list[str]:
        """Those that reach anything in its module."""
        return list(self._within(enough, self._ordered(function, self._depths[_module(function)])))

    def killed(self, function: str, test: str) -> None:
        """Remembers that a test has noticed how a function was broken: it may notice more."""
        self._killers[function][test] += 1
        self._killers[_module(function)][test] += 1

    def _ordered(self, function: str, tests: Iterable[str]) -> list[str]:
        """What has noticed most, then examples of its rules, then what sees most of its module in no time."""
        module = _module(function)
        killers, beside, depths = self._killers[function], self._killers[module], self._depths[module]
        own, near = self._rules.get(function, set[str]()), self._rules_of_module[module]

        def rank(test: str) -> tuple[int, int, int, float, str]:
            rule = test.partition("[")[2].rpartition("-")[0]
            cost = (AROUND + self._seconds[test]) / (1 + depths[test])
            return -killers[test], -(rule in own) - (rule in near), -beside[test], cost, test

        return sorted(tests, key=rank)

    def _within(self, enough: float, tests: Iterable[str]) -> Iterator[str]:
        for test in tests:
            yield test
            enough -= AROUND + self._seconds[test]
            if enough < 0:
                return

    @cached_property
    def _depths(self) -> Mapping[str, Counter[str]]:
        """How many functions of each module a test reaches."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for function, tests in self._reached.items():
            found[_module(function)].update(tests)
        return found

    @cached_property
    def _rules_of_module(self) -> Mapping[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for function, rules in self._rules.items():
            found[_module(function)] |= rules
        return found


def _module(function: str) -> str:
    return function.rpartition(".")[0]
