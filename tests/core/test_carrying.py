"""Where a link could carry a tracking option, so that it would count something there."""

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.carrying import can_carry
from planner.core.situation import NOBODY
from tests.core.build import link

SHOP, PAGE = "https://www.amazon.com/dp/B0EXAMPLE1", "https://author.example/book"


def carries(catalog: Catalog, platform: str, placement: str, target: str, option: str, *others: str) -> bool:
    """Whether a link that has other options could carry one more."""
    there = link(placement, *others, target=target)
    return can_carry(catalog, catalog.platforms[platform], catalog.options[option], there, NOBODY)


@pytest.mark.parametrize(
    ("option", "others", "carried"),
    [
        ("conversion-pixel", (), True),
        ("conversion-pixel", ("utm",), True),
        ("conversion-pixel", ("smart-link",), False),
        ("conversion-pixel", ("utm", "smart-link"), False),
        ("smart-link", ("conversion-pixel",), False),
        ("smart-link", ("utm",), True),
    ],
)
def test_no_option_goes_beside_one_that_stops_its_counting(
    catalog: Catalog, option: str, others: tuple[str, ...], carried: bool
) -> None:
    assert carries(catalog, "line", "broadcast", PAGE, option, *others) is carried


@pytest.mark.parametrize(
    ("target", "option", "carried"),
    [
        (SHOP, "retailer-attribution", True),
        (PAGE, "retailer-attribution", False),
        (SHOP, "utm", False),
        (PAGE, "utm", True),
    ],
)
def test_tags_go_only_to_the_page_that_tells_what_they_count(
    catalog: Catalog, target: str, option: str, carried: bool
) -> None:
    assert carries(catalog, "bookbub-ads", "ad", target, option) is carried


@pytest.mark.parametrize(
    ("platform", "placement", "carried"),
    [
        ("tiktok", "bio", True),
        ("own-website", "article", True),
        ("email-newsletter", "broadcast", False),
        ("tiktok", "", False),
    ],
)
def test_an_affiliate_tag_goes_only_where_nobody_bars_it(
    catalog: Catalog, platform: str, placement: str, carried: bool
) -> None:
    assert carries(catalog, platform, placement, SHOP, "affiliate-tag") is carried
    assert not carries(catalog, platform, placement, PAGE, "affiliate-tag")
