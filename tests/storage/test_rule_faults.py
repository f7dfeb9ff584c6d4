"""Every fault of the files of rules is named: rows without a check, checks without a row, idle examples."""

from pathlib import Path

import pytest

from planner.core.resources import resource
from planner.storage.catalog_check.check import check_catalog
from tests.storage.planted import alone, broken


def without_row(text: str, id: str) -> str:
    """A file of rules without the row of an id."""
    first, *rows = text.split("[[rules]]\n")
    kept = [row for row in rows if not row.startswith(f'id = "{id}"\n')]
    assert len(kept) == len(rows) - 1
    return "[[rules]]\n".join((first, *kept))


@pytest.mark.parametrize(
    ("file", "rule", "reported_by"),
    [
        ("dates", "preorder-after-release", "checks/calendar.py"),
        ("tracking", "option-not-yet", "checks/tracking.py"),
        ("fit", "stale-fact", "freshness.py"),
    ],
)
def test_a_rule_without_its_row_is_named_with_what_reports_it(
    tmp_path: Path, file: str, rule: str, reported_by: str
) -> None:
    path = alone("rules/all", tmp_path) / "rules" / f"{file}.toml"
    path.write_text(without_row(path.read_text("utf-8"), rule), "utf-8")
    (fault,) = check_catalog(tmp_path, resource())
    assert fault.file == tmp_path / "rules"
    assert fault.says == f"there is no row for the rule “{rule}”, which planner/core/{reported_by} reports"
    assert fault.mend.startswith("write its row")


def test_a_rule_whose_id_is_misspelt_lacks_its_row_too(pristine: Path) -> None:
    faults, line = broken(pristine, "rules/plan", 'id = "hours-over"', 'id = "hour-over"')
    assert [(fault.file.name, fault.line, fault.says.partition(" “")[0]) for fault in faults] == [
        ("rules", 1, "there is no row for the rule"),
        ("plan.toml", line, "no check ever reports the rule"),
    ]


def test_an_example_that_breaks_another_rule_names_that_one(pristine: Path) -> None:
    faults, _ = broken(pristine, "rules/links", '"http://author.example"', '"https:author.example"')
    says = "example 1 of `breaks` does not break the rule, but “link-no-address”"
    assert [fault.says.startswith(says) for fault in faults] == [True]


@pytest.mark.parametrize(
    ("rubbish", "says"),
    [
        (b"", "the file has no rule"),
        (b'rules = "none"', "the file has no rule"),
        (b"\xff", "the file is no UTF-8 text"),
        (b"rules = [", "this is no TOML"),
        (b"\xef\xbb\xbfrules = []", "the file begins with a byte order mark"),
        (b"rules = " + b"9" * 5000, "a number has too many digits to be read"),
        (b"rules = " + b"[" * 3000 + b"]" * 3000, "arrays or tables stand too deep within each other"),
    ],
)
def test_a_file_of_rules_without_rules_is_named_alone(pristine: Path, rubbish: bytes, says: str) -> None:
    path = pristine / "rules" / "links.toml"
    before = path.read_bytes()
    path.write_bytes(rubbish)
    faults = check_catalog(pristine, resource())
    path.write_bytes(before)
    assert [(fault.file, fault.line) for fault in faults] == [(path, 1)]
    assert says in faults[0].says


WRONG_EXAMPLES = {
    "{ budget = 9 }": "at budget, the value must be a text in quotes",
    "{ channels = [{ platform = 'x', hours = '9' }] }": "at phases 1, channels 1, hours, the value must be a"
    " number",
    "{ book = { editions = [{}] } }": "at book, editions 1, the field “kind” is missing",
    "{ phase = { starts = 'soon' } }": "at phases 1, starts, the day must be one that exists, such as"
    " 2027-05-05, or a whole number of days from launch",
    "{ channels = 3 }": "its records are no tables and lists as a plan has them",
    "{ channels = [{ times = '3' }] }": "its records are no tables and lists as a plan has them",
    "{ today = 'soon' }": "its records are no tables and lists as a plan has them",
}


def test_what_is_wrong_in_an_example_is_said_in_plain_words(pristine: Path) -> None:
    wrong = ", ".join(WRONG_EXAMPLES)
    faults, line = broken(pristine, "rules/plan", "breaks = [", f"breaks = [{wrong}, ")
    assert {(fault.line, fault.says) for fault in faults} == {
        (line, f"example {n} of `breaks` is no piece of a plan: {says}")
        for n, says in enumerate(WRONG_EXAMPLES.values(), 1)
    }


def test_two_records_of_one_id_in_an_example_are_named(pristine: Path) -> None:
    twins = '{ channels = [{ id = "a", platform = "x" }, { id = "a", platform = "x" }] }, '
    faults, _ = broken(pristine, "rules/plan", "breaks = [", f"breaks = [{twins}")
    assert [fault.says for fault in faults] == [
        "example 1 of `breaks` is no plan: two records have the id “a”"
    ]


def test_a_rule_that_asks_for_a_part_of_a_value_makes_no_faults_in_others(pristine: Path) -> None:
    faults, line = broken(pristine, "rules/fit", "{about}", "{about.x}")
    assert [(fault.file.name, fault.line, fault.says) for fault in faults] == [
        ("fit.toml", line, "`why` has braces with no name in them")
    ]


def test_a_rule_without_examples_is_named(pristine: Path) -> None:
    path = pristine / "rules" / "plan.toml"
    text = path.read_text("utf-8")
    first = text.index("breaks = [")
    faults, _ = broken(pristine, "rules/plan", text[first : text.index("keeps = [")], "")
    assert [(fault.line, fault.says) for fault in faults] == [(4, "the rule has no example that breaks it")]


def test_a_rule_that_asks_for_an_unknown_value_makes_no_faults_in_others(pristine: Path) -> None:
    faults, line = broken(pristine, "rules/fit", "{about}", "{abuot}")
    assert [(fault.file.name, fault.line) for fault in faults] == [("fit.toml", line)]
