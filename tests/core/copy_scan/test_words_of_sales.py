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
    "The law is back, and order now: the second book is here",
    "Click and order now",
    "Peace at last. Order now!",
    "Das Buch, das Sie sich jetzt sichern können",
    "Jetzt sichern! Sie will alles wissen",
    "‘Buy one get one free’ ends on Sunday",
    "Our shop says: buy one get one free",
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
    "In a town where peace and order now reign, one body changes it all.",
    "Law and order today is a memory in Salt Bay",
    "Das Geheimnis, das sie jetzt sichern will.",
    "Der Schatz, den er jetzt sichern muss",
    "My heroine works in a shop that says 'buy one get one free'. She steals one.",
    "A sign that read “Buy now!” hung over the last open shop in town",
)


CHINESE_OFFERS = ("限时优惠，今晚截止", "售完即止，欲购从速", "“限时优惠”，今晚截止")
CHINESE_STORIES = (
    "小说讲的是一位编辑，如何在限时优惠的年代坚持做书。",
    "“售完即止”四个字挂在店门口，那是1998年。",
    "店门口挂着“限时优惠”的牌子，她没有进去。",
)


@pytest.mark.parametrize(
    ("text", "sells"),
    [*((each, True) for each in CHINESE_OFFERS), *((each, False) for each in CHINESE_STORIES)],
)
def test_sales_words_of_which_a_story_tells_sell_nothing(catalog: Catalog, text: str, sells: bool) -> None:
    spots = scan(catalog, catalog.platforms["zhihu"], text)
    assert any(spot.kind == "sales-words" for spot in spots) is sells


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The latest Inspector Vane mystery", ["latest"]),
        ("the latest inspector vane mystery", []),
        ("The latest Sad little mystery", []),
        ("The newest House of Salt adventure", ["newest"]),
        ("The latest salt, the oldest Inspector Vane mystery", []),
        ("Tome 2 est gratuit", ["gratuit"]),
        ("Read it free with Prime", ["free"]),
        ("The prequel is free", ["free"]),
        ("The prequel is free of charge", []),
        ("He set the series free", []),
        ("He sold the series free", ["free"]),
        ("Nothing in the book is free", []),
        ("Some of it is free of pain. The book is free", ["free"]),
        (f"Nulla è gratuito. {'Lo dice ogni sera al porto. ' * 4}Il romanzo è gratuito", ["gratuito"]),
        ("Il libro è gratuito. Il romanzo è gratuito", ["gratuito", "gratuito"]),
    ],
)
def test_what_is_new_or_free_is_a_thing_that_is_read(catalog: Catalog, text: str, claims: list[str]) -> None:
    spots = scan(catalog, catalog.platforms["amazon-author"], text)
    assert [text[spot.start : spot.end] for spot in spots if spot.kind == "sales-words"] == claims


def found(catalog: Catalog, text: str) -> set[str]:
    return {spot.kind for spot in scan(catalog, catalog.platforms["amazon-author"], text)}


@pytest.mark.parametrize("text", OFFERS)
def test_what_offers_is_found(catalog: Catalog, text: str) -> None:
    assert "sales-words" in found(catalog, text)


@pytest.mark.parametrize("text", STORIES)
def test_what_tells_a_story_is_clean(catalog: Catalog, text: str) -> None:
    assert found(catalog, text) == set()
