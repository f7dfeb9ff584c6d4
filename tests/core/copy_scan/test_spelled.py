"""Addresses are found in whatever words and signs authors spell them, in many languages."""

import pytest

from planner.core.catalog import Catalog
from planner.core.copy_scan.addresses import EMAIL, URL, Addresses
from tests.core.copy_scan.test_finders import found

SITES = (
    "annavale(dot)art",
    "annavale[punkt]berlin",
    "annavale*dot*com",
    "annavale|com",
    "annavale🔵com",
    "linktr•ee/annavale",
    "linktr⚫ee/annavale",
    "bit . ly / abc",
    "t dot me slash annavale",
    "muyu . art / shuqian",
    "annavale dot com slash books slash one",
    "annavale (point) fr / livres",
    "notion点site斜杠muyu",
    "annavale点wiki",
    "annavale（ドット）jp",
    "annavaleドットコム",
    "annavale닷컴",
    "annavale точка ru",
    "annavale ponto com",
    "annavale.сom",  # its end begins with a letter of Russian
    "annavaledotcom",
    "patreon com/annavale",
    "dub dub dub dot annavale dot club",
    "anna dot vale dot blog",
    "三个w，点，annavale，点，org",
    "www，点，annavale，点，cn",
    "h t t p s : / / annavale . fr",
    "https :// www . annavale . co . uk",
    "www - annavale - com",
    "annavale [.] fr",
    "annavale titik id",
    "annavale(titik)co(titik)id",
    "annavale chấm com",
    "annavale จุด com",
)
MAILBOXES = (
    "j dot vale at gmail dot com",
    "anna underscore vale (at) vale.de",
    "post ät anna-vale.de",
    "moth at g mail",
    "anna★vale.jp",
    "hanbyul골뱅이naver.com",
    "moonbook小老鼠gmail點com",
    "anna（アット）vale.jp",
    "anna собака mail точка ru",
    "lucia.letras arroba correo punto es",
    "anna at gmail com",
    "anna后缀163点com",
    "gmail: annavale",
    "gmail is anna.vale",
    "gmail是annavale88",
    "163邮箱：annavale",
)


@pytest.mark.parametrize("site", SITES)
def test_a_site_that_is_spelled_out_is_found_whole(catalog: Catalog, site: str) -> None:
    assert set(found(Addresses(catalog.copy_words), f"It is 在 {site} ,")) == {(URL, site)}


@pytest.mark.parametrize("mailbox", MAILBOXES)
def test_a_mailbox_that_is_spelled_out_is_found_whole(catalog: Catalog, mailbox: str) -> None:
    assert found(Addresses(catalog.copy_words), f"Mail: {mailbox}, bitte") == [(EMAIL, mailbox)]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Find me at annavale com.", "annavale com"),
        ("The list lives at annavale dot com, lol", "annavale dot com"),
        ("半页书房点com 可以看", "点com"),
        ("My blog annavale dotcom", "annavale dotcom"),
    ],
)
def test_the_words_around_say_that_a_site_is_meant(catalog: Catalog, text: str, site: str) -> None:
    assert found(Addresses(catalog.copy_words), text) == [(URL, site)]


@pytest.mark.parametrize(
    "text",
    [
        "It was a rom com/drama of 1999.",
        "从A点to B点，一共三里",
        "下午3点in the park",
        "她说。it is fine",
        "El segundo punto es importante.",
        "Im Punkt IO endet der Satz.",
        "The dotcom years were over.",
        "He sold his failed dot com startup to a stranger.",
        "Send me the novel.mobi file.",
        "She had no gmail, is all.",
        "A fisher cast his net. A gull came.",
        "Livros com/sem capa",
        "She stood at point net in hand.",
    ],
)
def test_prose_with_the_same_words_is_clean(catalog: Catalog, text: str) -> None:
    assert found(Addresses(catalog.copy_words), text) == []
