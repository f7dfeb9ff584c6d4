"""A broken function is tried first by the tests that are likely to notice, and by no more than it takes."""

import pytest

from tools.mutation.reach import Reach

DEEP = "tests/core/test_deals.py::test_deals"
QUICK = "tests/core/test_days.py::test_days"
SLOW = "tests/core/test_plans.py::test_any_plan"
EXAMPLE = "tests/core/test_golden.py::test_golden[deal-too-long-2]"
OTHER = "tests/core/test_golden.py::test_golden[deal-two-at-once-1]"
SECONDS = {DEEP: 0.1, QUICK: 0.1, SLOW: 30.0, EXAMPLE: 0.5, OTHER: 0.4}

FOUND = "planner.core.checks.deals.x_found"
INNER = "planner.core.checks.deals.x__inner"
TWICE = "planner.core.checks.deals.x_twice"


@pytest.fixture
def reach() -> Reach:
    return Reach(
        reached={FOUND: set(SECONDS), INNER: {DEEP}, TWICE: {OTHER}},
        callers={INNER: {TWICE}},
        rules={FOUND: {"deal-too-long"}, TWICE: {"deal-two-at-once"}},
        seconds=SECONDS,
    )


def test_examples_of_its_rules_come_first_then_of_its_modules_then_what_sees_the_most_of_it(
    reach: Reach,
) -> None:
    assert reach.tests(FOUND, enough=60) == [EXAMPLE, OTHER, DEEP, QUICK, SLOW]


def test_what_has_noticed_one_breakage_is_asked_first_of_the_next(reach: Reach) -> None:
    reach.killed(FOUND, SLOW)
    reach.killed(FOUND, QUICK)
    reach.killed(FOUND, QUICK)
    assert reach.tests(FOUND, enough=60)[:2] == [QUICK, SLOW]
    assert QUICK not in reach.tests(INNER, enough=60)


def test_what_has_noticed_a_breakage_beside_it_comes_after_its_own_rules(reach: Reach) -> None:
    reach.killed(TWICE, QUICK)
    assert reach.tests(FOUND, enough=60) == [EXAMPLE, OTHER, QUICK, DEEP, SLOW]


def test_once_there_have_been_enough_the_others_are_left_out(reach: Reach) -> None:
    assert reach.tests(FOUND, enough=0.45) == [EXAMPLE]
    assert reach.tests(FOUND, enough=0.95) == [EXAMPLE, OTHER, DEEP]


def test_tests_of_whoever_calls_it_are_its_tests_too(reach: Reach) -> None:
    assert reach.tests(INNER, enough=60) == [DEEP, OTHER]


def test_what_no_test_reaches_has_none_of_its_own_but_those_of_its_module(reach: Reach) -> None:
    nowhere = "planner.core.checks.deals.x_nowhere"
    assert reach.tests(nowhere, enough=60) == []
    assert set(reach.tests_of_module(nowhere, enough=60)) == set(SECONDS)
