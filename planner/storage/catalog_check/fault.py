"""Something wrong in a file of the catalog, wherever it stands."""

from typing import NamedTuple

from planner.storage.json_text import Place


class Fault(NamedTuple):
    """Something wrong at a place of a record, and how to mend it."""

    place: Place
    says: str
    mend: str
