"""The rules of the trade that Frontlist was written for, which are listed only where it is developed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planner.core.records import record
from planner.core.rules import Severity
from planner.storage.catalog_check.strict_files import FileFault, build_strictly, read_strictly

FILE, TABLE = "rules.toml", "rows"


@record
class TradeRule:
    """A rule of the trade; ``says`` is how bad the trade calls it, and ``certain`` whether it is sure of it.

    ``facts`` are parts of platform files that say it; ``breaks`` is a piece of a plan that breaks it and
    ``keeps`` a near miss (see ``core/rule_examples.py``); ``differs`` says why Frontlist calls it otherwise.
    """

    id: str
    about: str
    says: Severity
    breaks: Mapping[str, Any]
    keeps: Mapping[str, Any]
    certain: bool = True
    facts: tuple[str, ...] = ()
    differs: str = ""


def trade_rules(docs: Path, faults: list[FileFault]) -> list[TradeRule]:
    """The rules of the trade; none where there is no list, and what is wrong with one in ``faults``."""
    files = [file for file in read_strictly(docs, faults) if file.path.name == FILE]
    rows = ((file, n, row) for file in files for n, row in enumerate(file.data.get(TABLE, ())))
    built = (build_strictly(file, TradeRule, row, (TABLE, n), faults) for file, n, row in rows)
    return [one for one in built if one]
