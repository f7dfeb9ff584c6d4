"""How a suggestion says what it goes by."""

from planner.core.catalog import Catalog
from planner.core.plan import (
    Book,
    Goal,
)
from planner.core.suggest import (
    suggest,
)
from planner.core.suggest_words import (
    NO_GENRE,
    NO_LIMITS,
    basis_text,
    left_text,
    money_total,
    phase_total,
)
from tests.core.test_suggest import launch


def test_what_it_goes_by_is_said(catalog: Catalog) -> None:
    assert basis_text(catalog, launch()) == "Goals: sales, reviews."
    for genre in ("", "romanse"):
        unknown = launch(goals=(Goal(id="g"),), book=Book(id="book", genre=genre))
        assert (
            basis_text(catalog, unknown)
            == f"The brief names no goals yet, so every aim counts alike. {NO_GENRE}"
        )
    assert left_text(launch()) == "The brief allows 10 h a week and $1,000."
    assert left_text(launch(hours_a_week=None)) == "The brief allows $1,000. It limits no hours."
    assert left_text(launch(budget=None)) == "The brief allows 10 h a week."
    assert left_text(launch(budget=None, hours_a_week=None)) == NO_LIMITS
    (_, here, _) = suggest(catalog, launch())
    assert phase_total(launch(), here, here.chosen[:1]) == "1 of 10 h a week"
    assert phase_total(launch(hours_a_week=None), here, here.chosen[:5]) == "7 h a week, $200 more"
    assert money_total(launch(), here.chosen) == "$200 of $1,000 planned"
    assert money_total(launch(budget=None), ()) == "$0 planned"
