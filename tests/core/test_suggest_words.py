"""How a suggestion says what it goes by."""

from collections.abc import Sequence
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.freshness import NOTHING_OLD
from planner.core.hours import exact_hours, spare_hours
from planner.core.money import Money
from planner.core.plan import Activity, Book, Channel, Goal, Plan
from planner.core.suggest import Candidate, LeftOut, Want, suggest
from planner.core.suggest_words import (
    NO_GENRE,
    NO_LIMITS,
    NO_MARKETS,
    OVER,
    asks_text,
    basis_text,
    left_out_text,
    left_text,
    money_total,
    nothing_text,
    phase_totals,
    reasons,
)
from planner.core.totals import hours_a_week
from tests.core.test_suggest import WAIT, chosen, launch


def total_of(plan: Plan, chosen: Sequence[Candidate]) -> str:
    """What the second phase asks for with some of what could be chosen for it."""
    return phase_totals(plan, [(), chosen, ()])[1]


def test_what_it_goes_by_is_said(catalog: Catalog) -> None:
    assert basis_text(catalog, launch()) == "Goals: sales, reviews."
    for genre in ("", "romanse"):
        unknown = launch(goals=(Goal(id="g"),), book=Book(id="book", genre=genre))
        assert (
            basis_text(catalog, unknown)
            == f"The brief names no goals yet, so every aim counts alike. {NO_GENRE} {NO_MARKETS}"
        )
    assert left_text(launch()) == "The brief allows 10 h a week and $1,000."
    assert left_text(launch(hours_a_week=None)) == "The brief allows $1,000. It limits no hours."
    assert left_text(launch(budget=None)) == "The brief allows 10 h a week."
    assert left_text(launch(budget=None, hours_a_week=None)) == NO_LIMITS
    (_, here, _) = suggest(catalog, launch())
    assert total_of(launch(), here.chosen[:1]) == "1 of 10 h a week"
    assert total_of(launch(hours_a_week=None), here.chosen[:5]) == "7 h a week, $200 more"
    assert total_of(launch(hours_a_week=6), here.chosen[:5]) == "7 of 6 h a week, $200 more: 1 h too many"
    assert money_total(launch(), here.chosen) == "$200 of $1,000 planned"
    assert money_total(launch(budget=Money.parse("150 USD")), here.chosen) == (
        "$200 of $150 planned: $50 too much"
    )
    assert money_total(launch(budget=None), ()) == "$0 planned"


def test_each_reason_is_said_and_the_fit_with_its_source(catalog: Catalog) -> None:
    plan = launch()
    site = chosen(catalog, plan)[0]
    told = [*reasons(catalog, plan, site, NOTHING_OLD)]
    assert told[0] == ("It is yours, and you take its readers along.", "")
    assert told[1][0].startswith("Strong fit for this book. Books of every kind do well here.")
    assert told[1][1].startswith("Source: ")
    assert told[2] == (
        "It serves a goal of the plan, sales; what counts that here: native analytics.",
        "",
    )
    assert asks_text(site) == "1 h a week"
    ads = next(each for each in chosen(catalog, plan) if each.platform.kind == "ads")
    assert asks_text(ads) == "2 h a week, $200"


def _left(catalog: Catalog, hours: float) -> list[LeftOut]:
    return [each for phase in suggest(catalog, launch(hours_a_week=hours)) for each in phase.left_out]


def test_what_was_left_out_says_what_it_wants_and_what_is_left(catalog: Catalog) -> None:
    tight = launch(hours_a_week=4)
    left = suggest(catalog, tight)[1].left_out
    assert left_out_text(left[0], tight) == "Goodreads asks for 1 h a week, and 0 h are left."
    free = launch(budget=None)
    (ads,) = [each for each in suggest(catalog, free)[1].left_out if each.candidate.platform.kind == "ads"]
    assert left_out_text(ads, free) == "Amazon Ads has to be paid for, and the brief names no money in USD."
    spent = launch(Channel(id="c", platform="tiktok", budget=Money.parse("900 USD")))
    (ads,) = [each for each in suggest(catalog, spent)[1].left_out if each.candidate.platform.kind == "ads"]
    assert left_out_text(ads, spent) == "Amazon Ads asks for $200, and $100 is left."
    poor = launch(budget=Money.parse("1 USD"))
    (ads,) = [each for each in suggest(catalog, poor)[1].left_out if each.candidate.platform.kind == "ads"]
    assert left_out_text(ads, poor) == "Amazon Ads has to be paid for, and its share of $1 would be nothing."
    one_left = {
        left_out_text(each, launch(hours_a_week=n)) for n in (1, 2, 3, 5) for each in _left(catalog, n)
    }
    assert any(text.endswith("and 1 h is left.") for text in one_left)
    endless = launch(hours_a_week=None)
    room = [each for each in suggest(catalog, endless)[1].left_out if each.want is Want.ROOM]
    assert left_out_text(room[0], endless) == f"Discord {WAIT}"


@pytest.mark.parametrize("hours", range(2, 12))
def test_what_is_left_and_what_is_asked_for_add_up(catalog: Catalog, hours: int) -> None:
    work = Activity(id="work", due=3, hours=hours - 1.996)
    plan = launch(Channel(id="letter", platform="email-newsletter", activities=(work,)), hours_a_week=hours)
    made = suggest(catalog, plan)
    totals = phase_totals(plan, [each.chosen for each in made])
    for each, total in zip(made, totals, strict=True):
        asked = hours_a_week(each.phase) + sum(candidate.effort.hours for candidate in each.chosen)
        spare = exact_hours(hours - asked)
        for left_out in each.left_out:
            if left_out.want is Want.HOURS:
                left = left_out_text(left_out, plan).rpartition(", and ")[2].rstrip(".")
                assert left in total or left.startswith(f"{spare} h ")
    assert " left in its fullest week" in totals[1]


@pytest.mark.parametrize(("hours", "told"), [(0, "0"), (0.996, "0.99"), (1, "1"), (1.1 + 2.2, "3.3")])
def test_no_more_is_told_to_be_left_than_there_is(hours: float, told: str) -> None:
    assert spare_hours(hours) == told


def test_a_phase_for_which_nothing_is_suggested_says_why_in_a_sentence(catalog: Catalog) -> None:
    made = suggest(catalog, launch(hours_a_week=0.5))
    said = nothing_text(made[1], launch(hours_a_week=0.5))
    assert said.startswith("Nothing more is suggested here. Own website, ")
    assert said.endswith(" ask for more hours than are left.")
    assert said.count(".") == 2


@pytest.mark.parametrize(("day", "over"), [(3, 0), (4, 1), (18, 1), (19, 2)])
def test_nothing_is_suggested_for_a_phase_that_is_over(catalog: Catalog, day: int, over: int) -> None:
    plan = launch(launch=date(2027, 5, 4))
    made = suggest(catalog, plan, date(2027, 5, day))
    assert [each.over for each in made] == [place < over for place in range(3)]
    assert not any(each.chosen for each in made[:over])
    assert all(each.chosen for each in made[over:])
    assert {nothing_text(each, plan) for each in made[:over]} <= {OVER}
