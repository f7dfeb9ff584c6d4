"""Loads the rules from their files."""

from planner.core.records import build
from planner.core.rules import Rule, RuleBook
from planner.storage.catalog_files import read_folder


def load_rules() -> RuleBook:
    """The rules that ship with the program, by id."""
    files = read_folder("rules").values()
    rules = (build(Rule, row) for file in files for row in file["rules"])
    return {rule.id: rule for rule in rules}
