"""Which other platforms are named in a platform's place, where on them, and in what order."""

from planner.core.alternatives import other_platforms
from planner.core.catalog import Catalog
from planner.core.plan import Book
from planner.core.situation import Situation

CHINESE = Situation(book=Book(id="b", genre="history", language="zh", markets=("CN",)))


def test_a_place_is_named_for_options_that_need_one_alone(catalog: Catalog) -> None:
    closed = catalog.platforms["xiaohongshu"]
    for option, placed in (("smart-link", True), ("coupon-code", False), ("conversion-pixel", False)):
        (wechat,) = other_platforms(catalog, closed, option, CHINESE)[:1]
        assert (wechat.works, bool(wechat.places)) == (True, placed)


def test_of_two_ways_that_are_named_the_one_that_suits_comes_first(catalog: Catalog) -> None:
    select = Situation(book=Book(id="book", genre="fantasy", markets=("US",), kdp_select=True))
    named = other_platforms(catalog, catalog.platforms["kobo"], "smart-link", select)
    assert [(other.platform.id, other.suits) for other in named] == [
        ("own-website", True),
        ("apple-books", False),
    ]
