"""Loads the rules from their files."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from planner.core.platforms import FaultyCatalogError, made_from
from planner.core.records import build
from planner.core.rule_ids import without_row
from planner.core.rules import Rule, RuleBook
from planner.storage.catalog_files import read_folder

# What only `frontlist catalog check` and the tests read, which is as much as all the rest.
EXAMPLES = ("breaks", "keeps")


@cache
def load_rules() -> RuleBook:
    """The rules that ship with the program, by id and without their examples; raises FaultyCatalogError."""
    rules = {rule.id: rule for name, file in read_folder("rules").items() for rule in _of_file(name, file)}
    if missing := without_row(rules):
        raise FaultyCatalogError(f"The catalog's folder “rules”, which has no row for “{missing[0]}”,")
    return rules


def _of_file(name: str, file: Mapping[str, Any]) -> list[Rule]:
    with made_from(f"The catalog's file “{name}.toml”"):
        return [build(Rule, _without_examples(row)) for row in file["rules"]]


def _without_examples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in EXAMPLES}
