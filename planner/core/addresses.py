"""Web addresses: what they lead to, and whether they are addresses at all."""

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, parse_qs, urlencode, urlsplit, urlunsplit

from planner.core.catalog import Catalog, Retailer
from planner.core.plan import Link

WEB_SCHEMES = frozenset({"http", "https"})
UTM_FIELDS = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")
UTM_NEEDED = UTM_FIELDS[:3]
BROKEN = re.compile(r"[\s\x00-\x1f\x7f]|^[^?#]*\\")


def parse(address: str) -> SplitResult | None:
    """The parts of a web address, or None when it is none."""
    address = address.strip()
    if BROKEN.search(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return None
    labels = host.removesuffix(".").split(".")
    return parts if parts.scheme in WEB_SCHEMES and len(labels) > 1 and all(labels) else None


def query_fields(address: str) -> frozenset[str]:
    """The names of the fields in an address's query."""
    parts = parse(address)
    if parts is None:
        return frozenset()
    try:
        return frozenset(parse_qs(parts.query, keep_blank_values=True, max_num_fields=1000))
    except ValueError:
        return frozenset()


def retailer_of(catalog: Catalog, address: str) -> Retailer | None:
    """The book shop that an address leads to, or None."""
    parts = parse(address)
    host = (parts.hostname or "").removesuffix(".") if parts else ""
    return next((shop for shop in catalog.retailers.values() if _in_domains(host, shop.domains)), None)


def _in_domains(host: str, domains: Iterable[str]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def tagged(link: Link) -> str:
    """The address that readers follow: the tracking service's, or the target with its UTM tags.

    Raises nothing: an address that cannot be parsed comes back as it is.
    """
    if link.address:
        return link.address
    parts = parse(link.target)
    tags = [(name, getattr(link, name)) for name in UTM_FIELDS if getattr(link, name)]
    if parts is None or not tags:
        return link.target
    return urlunsplit(parts._replace(query=_with_tags(parts.query, tags)))


def _with_tags(query: str, tags: list[tuple[str, str]]) -> str:
    """A query with the tags at its end; a tag that it had already gives way."""
    names = {name for name, _ in tags}
    kept = (field for field in query.split("&") if field.split("=")[0] not in names)
    return "&".join(filter(None, (*kept, urlencode(tags))))
