"""Languages by their names, and those that the pages of a plan are laid out for."""

import pytest

from planner.core.catalog import Catalog
from planner.core.names import language_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en-GB", "English"),
        ("ar", "Arabic"),
        ("he-IL", "Hebrew"),
        ("fa", "Persian"),
        ("ur", "Urdu"),
        ("xx", "xx"),
    ],
)
def test_a_language_is_told_by_its_name(catalog: Catalog, code: str, name: str) -> None:
    assert language_name(catalog, code) == name
