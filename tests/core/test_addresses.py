"""Web addresses as people and strangers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.addresses import (
    ebook_regions,
    may_sell_ebook,
    names_an_affiliate,
    parse,
    query_fields,
    retailer_of,
    shop_region,
    tagged,
)
from planner.core.catalog import Catalog
from planner.core.plan import Link


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://books.example/salt", "books.example"),
        (" http://books.example ", "books.example"),
        ("HTTPS://BOOKS.EXAMPLE/A", "books.example"),
        ("https://books.example:8443/x", "books.example"),
        ("https://books.example./x", "books.example."),
        ("https://bücher.example/ö", "bücher.example"),
        ("https://xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("https://例え.jp/本", "例え.jp"),
        ("https://amazon.com@evil.example/", "evil.example"),
        ("https://a:b@books.example/", "books.example"),
        ("https://1.2.3.4/", "1.2.3.4"),
        ("https://books.example/?a=1&b=2#c", "books.example"),
        ("https://books.example/?next=a\\b", "books.example"),
    ],
)
def test_a_web_address_has_a_host(address: str, host: str) -> None:
    parts = parse(address)
    assert parts is not None
    assert parts.hostname == host


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            " ",
            "books.example",
            "www.books.example",
            "//books.example",
            "https:",
            "https://",
            "https:///x",
        ),
        *("https://localhost/", "https://.example", "https://a..example", "https://..", "https://."),
        *("https://books.example:port/", "https://books.example:99999/", "https://[::1]/", "https://[::1"),
        *(
            "javascript:alert(1)",
            "file:///etc/passwd",
            "ftp://books.example",
            "data:text/html,x",
            "mailto:a@b.c",
        ),
        *("https://my books.example/", "https://books.example/my book", "https://books.example/\n/x"),
        *("https://books.example\\@evil.example/", "https://books.example/\x00", "java\tscript:x"),
        *("https://books\u2100.example/", "see https://books.example"),
    ],
)
def test_what_is_no_web_address_is_none(address: str) -> None:
    assert parse(address) is None
    assert query_fields(address) == frozenset()
    assert tagged(Link(id="l", target=address, utm_source="x")) == address


@given(st.text(), st.text())
def test_no_text_makes_it_stumble(start: str, rest: str) -> None:
    for text in (start, f"https://{start}", f"https://books.example{start}?{rest}"):
        parse(text)
        query_fields(text)
        tagged(Link(id="l", target=text, utm_source=rest))


@pytest.mark.parametrize(
    ("address", "shop"),
    [
        ("https://www.amazon.com/dp/B0?tag=x", "amazon"),
        ("https://AMAZON.co.uk/dp/B0", "amazon"),
        ("https://amazon.com./dp/B0", "amazon"),
        ("https://smile.amazon.de", "amazon"),
        ("https://amzn.to/3xyz", "amazon"),
        ("https://a.co/d/1", "amazon"),
        ("https://books.apple.com/us/book/id1", "apple"),
        ("https://www.kobo.com/ebook", "kobo"),
        ("https://play.google.com/store/books", "google-play"),
        ("https://www.smashwords.com/books/view/1", "smashwords"),
        ("https://www.audible.co.uk/pd/a", "audible"),
        ("https://click.linksynergy.com/deeplink?id=a&mid=1&murl=https%3A%2F%2Fwww.kobo.com%2Fb", "kobo"),
        ("https://www.awin1.com/cread.php?awinmid=1&ued=https%3A%2F%2Fbookshop.org%2Fb", "bookshop-org"),
        ("https://click.linksynergy.com/deeplink?id=a", None),
        ("https://click.linksynergy.com/deeplink?murl=", None),
        ("https://notamazon.com/", None),
        ("https://amazon.com.evil.example/", None),
        ("https://amazon.com@evil.example/", None),
        ("https://evil.example/amazon.com", None),
        ("https://apple.com/", None),
        ("amazon.com/dp/B0", None),
        ("", None),
    ],
)
def test_the_shop_is_known_by_its_host(catalog: Catalog, address: str, shop: str | None) -> None:
    found = retailer_of(catalog, address)
    assert (found.id if found else None) == shop


@pytest.mark.parametrize(
    ("address", "region"),
    [
        ("https://www.amazon.se/dp/B0", "SE"),
        ("https://www.amazon.com.be/dp/B0", "BE"),
        ("https://www.amazon.com/dp/B0", "US"),
        ("https://www.amazon.com./dp/B0", "US"),
        ("https://uk.bookshop.org/b", "GB"),
        ("https://bookshop.org/b", "US"),
        ("https://books.apple.com/gb/book/id1", "GB"),
        ("https://books.apple.com/GB", "GB"),
        ("https://books.apple.com/gbr/book/id1", ""),
        ("https://books.apple.com/book/gb/id1", ""),
        ("https://www.kobo.com/gb/en/ebook/a", "GB"),
        ("https://www.kobo.com/ebook/a", ""),
        (
            "https://click.linksynergy.com/deeplink?murl=https%3A%2F%2Fwww.kobo.com%2Fgb%2Fen%2Febook%2Fa",
            "GB",
        ),
        ("https://amzn.to/3xyz", ""),
    ],
)
def test_the_market_of_a_shop_shows_in_its_domain_or_its_folder(
    catalog: Catalog, address: str, region: str
) -> None:
    shop = retailer_of(catalog, address)
    assert shop is not None
    assert shop_region(catalog, shop, address) == region


@pytest.mark.parametrize(
    ("address", "regions"),
    [
        ("https://www.amazon.co.uk/dp/B0", ("IE",)),
        ("https://www.amazon.fr/dp/B0", ("BE",)),
        ("https://www.amazon.com.be/dp/B0", ()),
        ("https://www.amazon.de/dp/B0", ()),
        ("https://books.apple.com/gb/book/id1", ()),
    ],
)
def test_a_shop_sells_e_books_to_further_markets(
    catalog: Catalog, address: str, regions: tuple[str, ...]
) -> None:
    shop = retailer_of(catalog, address)
    assert shop is not None
    assert ebook_regions(catalog, shop, address) == regions


def test_no_shop_sells_e_books_to_a_market_whose_own_it_is(catalog: Catalog) -> None:
    for shop in catalog.retailers.values():
        for place, markets in shop.ebooks_for.items():
            assert shop.regions[place] not in markets
            assert {*markets} <= {*catalog.regions}


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://www.kobo.com/us/en/ebook/a", True),
        ("https://www.kobo.com/us/en/Audiobook/a", False),
        ("https://www.kobo.com/us/en/ebook/the-audiobook", True),
        ("https://books.apple.com/us/book/a/id1", True),
        ("https://books.apple.com/us/audiobook/a/id1", False),
        ("https://play.google.com/store/books/details?id=a", True),
        ("https://play.google.com/store/audiobooks/details?id=a", False),
        ("https://www.smashwords.com/books/view/1", True),
        (
            "https://click.linksynergy.com/deeplink?murl=https%3A%2F%2Fwww.kobo.com%2Fus%2Fen%2Faudiobook%2Fa",
            False,
        ),
        ("https://www.amazon.com/dp/B0", False),
        ("https://www.hugendubel.de/de/ebook_epub/a-1-produkt-details.html", True),
        ("https://www.hugendubel.de/de/taschenbuch/a-1-produkt-details.html", False),
        ("https://www.fnac.com/livre-numerique/a1/a", True),
        ("https://www.fnac.com/a1/a", False),
        ("https://www.thalia.de/shop/home/artikeldetails/A1", False),
        ("https://www.waterstones.com/book/a/9780000000002", False),
    ],
)
def test_another_editions_page_sells_no_e_book(catalog: Catalog, address: str, may: bool) -> None:
    shop = retailer_of(catalog, address)
    assert shop is not None
    assert may_sell_ebook(catalog, shop, address) is may


@pytest.mark.parametrize(
    ("address", "names_one"),
    [
        ("https://bookshop.org/a/12345/9780000000002", True),
        ("https://uk.bookshop.org/A/12345/9780000000002", True),
        ("https://www.bookshop.org/a/12345", True),
        ("https://bookshop.org./a/12345", True),
        ("https://bookshop.org/a/", False),
        ("https://bookshop.org/p/books/a/9780000000002", False),
        ("https://www.kobo.com/a/12345", False),
        ("https://www.amazon.com/dp/B0?tag=ann-20", True),
        ("https://www.amazon.com/dp/B0?maas=maas_adg_1&ref_=aa_maas&tag=maas", False),
        ("https://www.amazon.com/dp/B0?tag=maas&tag=ann-20", True),
        ("https://www.kobo.com/b?tag=ann-20", False),
    ],
)
def test_a_field_or_a_number_in_the_path_of_a_shop_names_an_affiliate(
    catalog: Catalog, address: str, names_one: bool
) -> None:
    shop = retailer_of(catalog, address)
    assert shop is not None
    assert names_an_affiliate(shop, address) is names_one


def test_the_tags_stand_at_the_end_of_the_address() -> None:
    link = Link(id="l", target="https://b.example/x?a=1#top", utm_source="letter", utm_content="a b&c")
    assert tagged(link) == "https://b.example/x?a=1&utm_source=letter&utm_content=a+b%26c#top"


def test_a_tag_that_the_address_had_already_gives_way() -> None:
    link = Link(id="l", target="https://b.example/?utm_source=old&a=1", utm_source="new")
    assert tagged(link) == "https://b.example/?a=1&utm_source=new"


def test_readers_follow_the_address_of_the_tracking_service() -> None:
    link = Link(id="l", target="https://b.example", address="https://go.example/1", utm_source="x")
    assert tagged(link) == "https://go.example/1"


def test_an_address_without_tags_stays_as_it_is() -> None:
    assert tagged(Link(id="l", target="https://b.example/?b=&a")) == "https://b.example/?b=&a"


def test_fields_of_a_query_are_known_even_when_empty() -> None:
    assert query_fields("https://b.example/?tag=&maas=1&tag=2") == {"tag", "maas"}
    assert query_fields("https://b.example/?" + "a&" * 5000) == frozenset()
