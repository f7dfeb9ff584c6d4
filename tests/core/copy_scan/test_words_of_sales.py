"""Words of sales and of time that Amazon takes in no description are found where something is offered."""

import pytest

from planner.core.catalog import Catalog
from planner.core.copy_scan.scan import scan

OFFERS = (
    "The bestselling new thriller",
    "The new thriller from the author of Salt",
    "Price drop this holiday!",
    "Price cut until Sunday",
    "Her latest thriller is here",
    "Read the latest instalment of the Salt series",
    "Holiday sale on all books",
    "A new series begins",
    "Read what customer reviews say",
    "Order your copy today and step into the court of glass",
    "Grab your copy now!",
    "Scroll up and click the buy button",
    "¡Compra ya!",
    "Buy one get one free on my novellas",
    "Don't miss this deal",
)

STORIES = (
    "A free spirit in a new land",
    "A story of the holiday of 1943",
    "In the holiday season, Mia returns home",
    "She opened a new book and wept",
    "He had begun his new novel in the war",
    "They bought the farm at a low price",
    "A new romance was the last thing she wanted",
    "The price of silence",
    "At what price does freedom come?",
    "A bestselling author",
    "New York, 1920",
    "The price cut deep into her pride",
    "A new mystery was waiting at the manor",
    "Nothing is new under the sun",
    "This holiday, Mia must choose",
    "The latest news came too late",
    "He asked for a new series of tests",
    "The new world order",
    "She made him order your copy of the map, not mine",
    "Leaving costs her $2,000 and her good name",
    "The river that nobody could scroll up or down",
)


def found(catalog: Catalog, text: str) -> set[str]:
    return {spot.kind for spot in scan(catalog, catalog.platforms["amazon-author"], text)}


@pytest.mark.parametrize("text", OFFERS)
def test_what_offers_is_found(catalog: Catalog, text: str) -> None:
    assert "sales-words" in found(catalog, text)


@pytest.mark.parametrize("text", STORIES)
def test_what_tells_a_story_is_clean(catalog: Catalog, text: str) -> None:
    assert found(catalog, text) == set()
