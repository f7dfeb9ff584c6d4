"""Which addresses may be links."""

import pytest

from planner.export.safe_links import safe_link


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://books.example/a?b=c&d=e#f", "https://books.example/a?b=c&d=e#f"),
        ("  http://books.example:8080/  ", "http://books.example:8080/"),
        ("HTTPS://Books.Example/Path", "https://books.example/Path"),
        ("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"),
        ("https://straße.example/a", "https://xn--strae-oqa.example/a"),
        ("https://βόλος.example:81", "https://xn--nxasmm1c.example:81"),
        ("https://نامه\u200cای.example", "https://xn--mgba3gch31f060k.example"),
        ("https://I❤️.example", "https://xn--i-7iq.example"),
        ("https://ex．example", "https://ex.example"),
        ("https://例え。テスト。/", "https://xn--r8jz45g.xn--zckzah/"),
        ("https://books.example/%E4%B8%AD", "https://books.example/%E4%B8%AD"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("mailto:a.author@books.example?subject=Hi", "mailto:a.author@books.example?subject=Hi"),
    ],
)
def test_safe_links(url: str, link: str) -> None:
    assert safe_link(url) == link


@pytest.mark.parametrize(
    "url",
    [
        "",
        "books.example",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,hi",
        "//host/share",
        "\\\\host\\share",
        "https:\\\\host",
        "https://",
        "https://user:secret@books.example/",
        "https://books.example/a b",
        "https://books.example:port/",
        "https://[broken/",
        "https://books.example/\u202e",
        "https://books.example/\ud800",
        "https://" + "a" * 70 + "é.example/",
        "https://" + "é" * 60 + ".example/",
        "https://a\u200db.example/",
        "https://\u00ad.example/",
        "https://\u0301a.example/",
        "https://é.a％b.example/",
        "mailto:nobody",
        "ftp://books.example/",
        "https://books.example/" + "a" * 3000,
    ],
)
def test_no_links(url: str) -> None:
    assert safe_link(url) is None
