"""What a platform removes is found in copy, and clean prose is left alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.catalog import Catalog, Platform
from planner.core.checks.copy import without
from planner.core.copy_scan.folding import fold
from planner.core.copy_scan.hints import WORKAROUND, Hints
from planner.core.copy_scan.look_alikes import look_alikes
from planner.core.copy_scan.offering import Offering
from planner.core.copy_scan.scan import REMOVABLE, SALES_WORDS, Spot, scan, web_addresses
from planner.core.facts import CopyRule

EVERYTHING = tuple(sorted(REMOVABLE - {SALES_WORDS}))


def platform_with(
    catalog: Catalog, removes: tuple[str, ...], apps: tuple[str, ...] = (), phrases: tuple[str, ...] = ()
) -> Platform:
    """The strictest platform with another rule."""
    rule = CopyRule(text="", source=(), removes=removes, apps=apps, phrases=phrases)
    return replace(catalog.platforms["xiaohongshu"], copy=rule)


@pytest.fixture(scope="module")
def strict(catalog: Catalog) -> Platform:
    """The strictest platform, and prices on top."""
    rule = catalog.platforms["xiaohongshu"].copy
    assert rule is not None
    return platform_with(catalog, removes=EVERYTHING, apps=rule.apps, phrases=rule.phrases)


FOUND = [
    ("url", "Read it: https://author.example/book.", "https://author.example/book"),
    ("url", "(see http://author.example)", "http://author.example"),
    ("url", "Find it here:HTTPS://AUTHOR.EXAMPLE/A", "HTTPS://AUTHOR.EXAMPLE/A"),
    ("url", "on author.com, today", "author.com"),
    ("url", "on www.author.example/x?y=1!", "www.author.example/x?y=1"),
    ("url", "at “my-site.co.uk”", "my-site.co.uk"),
    ("url", "bit.ly/3xyz", "bit.ly/3xyz"),
    ("url", "MYSITE.COM", "MYSITE.COM"),
    ("url", "bücher.de", "bücher.de"),
    ("url", "详情请看example.com谢谢", "example.com"),
    ("url", "链接https://example.com/book，谢谢", "https://example.com/book"),
    ("email", "Write to anna.b+books@author.co.uk!", "anna.b+books@author.co.uk"),
    ("email", "邮箱anna@author.com谢谢", "anna@author.com"),
    ("phone", "Call +44 (0) 20 7946 0958.", "+44 (0) 20 7946 0958"),
    ("phone", "Call (555) 123-4567", "(555) 123-4567"),
    ("phone", "Call 555.123.4567.", "555.123.4567"),
    ("phone", "电话13800138000谢谢", "13800138000"),
    ("phone", "978-555-0123", "978-555-0123"),
    ("messenger-id", "WeChat ID: anna_writes", "WeChat ID: anna_writes"),
    ("messenger-id", "vx: annawrites", "vx: annawrites"),
    ("messenger-id", "LINE: @anna.writes", "LINE: @anna.writes"),
    ("messenger-id", "Line ID anna77", "Line ID anna77"),
    ("messenger-id", "telegram: anna_77", "telegram: anna_77"),
    ("messenger-id", "WhatsApp: +447946095", "WhatsApp: +447946095"),
    ("messenger-id", "加微信annawrites一起读书吧", "微信annawrites"),
    ("messenger-id", "薇信号：anna_w", "薇信号：anna_w"),
    ("qr-mention", "Scan the QR code", "Scan the QR code"),
    ("qr-mention", "扫QR码", "扫QR码"),
    ("qr-mention", "请扫码", "扫码"),
    ("price", "Only $4.99 today", "$4.99"),
    ("price", "for 12,50 euros", "12,50 euros"),
    ("promo-code", "Use promo code at the till", "promo code"),
    ("promo-code", "code: SALT20", "code: SALT20"),
    ("promo-code", "领取优惠码", "优惠码"),
    ("rival-name", "Also on Amazon.", "Amazon"),
    ("rival-name", "on INSTAGRAM and more", "INSTAGRAM"),
    ("rival-name", "我的微信上有", "微信"),
    ("rival-name", "加我WeChat吧", "WeChat"),
    ("rival-name", "在Amazon上购买", "Amazon"),
    ("rival-name", "B站见", "B站"),
    (WORKAROUND, "Just search for my title elsewhere", "search for my title"),
    (WORKAROUND, "请搜索书名", "搜索书名"),
]


@pytest.mark.parametrize(("kind", "text", "found"), FOUND, ids=[f"{k}: {t}" for k, t, _ in FOUND])
def test_it_is_found_at_its_place(
    catalog: Catalog, strict: Platform, kind: str, text: str, found: str
) -> None:
    assert found in [text[spot.start : spot.end] for spot in scan(catalog, strict, text) if spot.kind == kind]


CLEAN = [
    "An Apple orchard in bloom, line by line.",
    "X marks the spot, and a little red note paper.",
    "e.g. this, i.e. that, etc. And so on...in short, no.",
    "Pi is 3.14, or 3.14159. St. John the Ph.D. of J.K.Rowling's U.S. tour at 9 a.m. to 5 p.m.",
    "This is the end.In short, nothing.So it goes.To be sure.",
    "See chapter-one.docx, cover.png and notes.txt; version 1.2.3.",
    "In 1939-1945 and 1914–1918; on 2027-05-05 or 05.05.2027 at 12:30.",
    "ISBN 978-1-234-56789-7, or 9781234567897, or 978 1 234 56789 7.",
    "10,000 copies; chapters 1 2 3 4; 100.000.000 stars; 50% more.",
    "Breaking the code: women at war. The Da Vinci code: secrets.",
    "The last line: courage is all. The telegram: Mother died.",
    "She drops the line. Her wechats? A qrious faqr.",
    "He weighed 20 pounds and was free at last in a new land.",
    "@anna and #BookTok, and/or not; 5 * 3 = 15; a@b",
    "An amazonite ring; kindled fires; the Kindlewood; a tiktoker's tale.",
    "“Wait…in there?” — she said:no.",
    "一本关于盐的小说。她在海边长大，读书写字。",
    "3岁到99岁都能读，共2027页",
    "",
    " \n\t ",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_prose_is_left_alone(catalog: Catalog, strict: Platform, text: str) -> None:
    assert [(spot.kind, text[spot.start : spot.end]) for spot in scan(catalog, strict, text)] == []


def test_sales_words_are_no_workaround(catalog: Catalog) -> None:
    platform = platform_with(catalog, removes=(SALES_WORDS,), phrases=("get yours",))
    assert [spot.kind for spot in scan(catalog, platform, "Buy now! Get yours!")] == [SALES_WORDS] * 2


def test_only_what_the_rule_names_is_looked_for(catalog: Catalog) -> None:
    platform = platform_with(catalog, removes=("email",), apps=("amazon",))
    assert [s.kind for s in scan(catalog, platform, "a@b.com on Amazon, www.b.com, $5")] == ["email"]


def test_a_platform_without_a_rule_removes_nothing(catalog: Catalog) -> None:
    platform = replace(catalog.platforms["xiaohongshu"], copy=None)
    assert scan(catalog, platform, "a@b.com on Amazon, www.b.com, $5") == []


def test_every_shipped_kind_of_content_is_one_that_can_be_found(catalog: Catalog) -> None:
    rules = [platform.copy for platform in catalog.platforms.values() if platform.copy]
    assert {kind for rule in rules for kind in rule.removes} <= REMOVABLE


@pytest.mark.parametrize(
    ("text", "cut", "left"),
    [
        ("Also on Amazon.", ["Amazon"], "Also on."),
        ("On Amazon and Kindle too", ["Amazon", "Kindle"], "On and too"),
        ("Amazon", ["Amazon"], ""),
        ("在Amazon上", ["Amazon"], "在上"),
    ],
)
def test_cutting_leaves_no_double_blank(text: str, cut: list[str], left: str) -> None:
    spots = [Spot("x", text.index(each), text.index(each) + len(each)) for each in cut]
    assert without(text, spots) == left


@given(st.text() | st.text(alphabet="a1@.:/ 微信QR$-+codeline"))
def test_every_spot_lies_within_the_text_behind_the_one_before(
    catalog: Catalog, strict: Platform, text: str
) -> None:
    reached = 0
    for spot in scan(catalog, strict, text):
        assert reached <= spot.start < spot.end <= len(text)
        reached = spot.end
    for start, end in web_addresses(catalog, text):
        assert text[start:end] == text[start:end].strip() != ""


@pytest.mark.parametrize(
    ("text", "taken_out"),
    [
        ("加我V信:maria_lind88,发你试读", "V信:maria_lind88"),
        ("Find me on Insta as @maria.lind.writes", "Insta as @maria.lind.writes"),
        ("WhatsApp al 612 345 678", "WhatsApp al 612 345 678"),
        ("Sold on Amazon, and nowhere else", "Amazon"),
        ("Amazon\n@maria", "Amazon"),
    ],
)
def test_an_account_is_taken_out_with_the_name_of_its_app(
    catalog: Catalog, text: str, taken_out: str
) -> None:
    (spot,) = scan(catalog, catalog.platforms["xiaohongshu"], text)
    assert text[spot.start : spot.end] == taken_out


def test_no_phrase_of_a_rule_is_a_hint_that_is_found_anyway(catalog: Catalog) -> None:
    """In a story, where what somebody says is no hint, it would be found; for a task it is `planned`."""
    words = catalog.copy_words
    hints = Hints(words.hints, look_alikes(words), Offering(words.offering))
    rules = [platform.copy for platform in catalog.platforms.values() if platform.copy]
    phrases = [phrase for rule in rules if SALES_WORDS not in rule.removes for phrase in rule.phrases]
    assert phrases
    assert [phrase for phrase in phrases if any(hints.places(fold(phrase)))] == []
