"""For every rule the plans in its row: those that break it, and those that do not."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from planner.core.rule_examples import Example, example
from planner.storage.catalog_files import read_folder


class Case(NamedTuple):
    """An example of a rule."""

    rule: str
    example: Example


def _cases(examples: str) -> Iterator[Case]:
    for row in chain.from_iterable(file["rules"] for file in read_folder("rules").values()):
        for piece in row[examples]:
            yield Case(row["id"], example(piece, date.fromisoformat(row["checked"])))


BROKEN, KEPT = tuple(_cases("breaks")), tuple(_cases("keeps"))


def named(cases: tuple[Case, ...]) -> list[str]:
    """Names for tests: the rule's id, and a number of its own examples, so that a new rule renames none."""
    seen: Counter[str] = Counter()
    names = []
    for case in cases:
        seen[case.rule] += 1
        names.append(f"{case.rule}-{seen[case.rule]}")
    return names
