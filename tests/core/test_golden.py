"""What the checks report on every example stays, word for word, until somebody means to change it."""

import json
from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.rules import RuleBook
from tests.core.golden import EXAMPLES, FILE, reported

ANEW = "python -m tests.core.golden writes the file anew; read its difference"
GOLDEN: dict[str, Any] = json.loads(FILE.read_text("utf-8"))


def test_the_golden_file_holds_every_example_and_no_other() -> None:
    assert list(GOLDEN) == list(EXAMPLES), ANEW


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_findings_are_the_golden_ones(catalog: Catalog, rules: RuleBook, name: str) -> None:
    assert reported(catalog, rules, EXAMPLES[name]) == GOLDEN[name], ANEW
