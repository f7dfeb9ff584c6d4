"""The rules of the trade that Frontlist was written for, which are listed only where it is developed."""

from pathlib import Path

from planner.core.facts import record
from planner.storage.strict_files import Fault, build_strictly, read_strictly

FILE, TABLE = "rules.toml", "rows"


@record
class OfTrade:
    """A rule of the trade; ``facts`` are parts of platform files that say it, ``waits`` what is missing."""

    id: str
    about: str
    facts: tuple[str, ...] = ()
    waits: str = ""


def research(docs: Path, faults: list[Fault]) -> list[str]:
    """The ids that a rule may name; none where there is no list, and what is wrong with one in ``faults``."""
    files = [file for file in read_strictly(docs, faults) if file.path.name == FILE]
    rows = ((file, n, row) for file in files for n, row in enumerate(file.data.get(TABLE, ())))
    built = (build_strictly(file, OfTrade, row, (TABLE, n), faults) for file, n, row in rows)
    return [one.id for one in built if one]
