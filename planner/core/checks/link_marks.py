"""What counts or pays on a link: the marks of its options, and those that already stand in its address."""

from planner.core.addresses import UTM_NEEDED, names_an_affiliate, network_of, query_fields, retailer_of
from planner.core.affiliates import AFFILIATE
from planner.core.catalog import Catalog
from planner.core.plan import Link

ATTRIBUTION, UTM = "attribution", "utm"


def marks_of(catalog: Catalog, link: Link) -> set[str]:
    """What a link carries, by its options and by what already stands in its address."""
    marks = option_marks(catalog, link)
    fields = query_fields(link.target) | query_fields(link.address)
    shop = retailer_of(catalog, link.target)
    if any(getattr(link, name) for name in UTM_NEEDED) or fields & set(UTM_NEEDED):
        marks.add(UTM)
    for address in (link.target, link.address):
        if network_of(catalog, address) or (shop and names_an_affiliate(shop, address)):
            marks.add(AFFILIATE)
    if shop and fields & set(shop.attribution_fields):
        marks.add(ATTRIBUTION)
    return marks


def option_marks(catalog: Catalog, link: Link) -> set[str]:
    """What a link carries by its options alone."""
    options = catalog.options
    return {options[id].marks for id in link.options if id in options}
