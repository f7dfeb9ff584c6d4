"""Web addresses: what they lead to, and whether they are addresses at all."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from urllib.parse import SplitResult, parse_qs, urlencode, urlsplit, urlunsplit

from planner.core.catalog import Catalog
from planner.core.catalog_lists import Network, Retailer
from planner.core.plan import Link

WEB_SCHEMES = frozenset({"http", "https"})
UTM_FIELDS = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")
UTM_NEEDED = UTM_FIELDS[:3]
utm_values: Callable[[Link], tuple[str, ...]] = attrgetter(*UTM_FIELDS)
BROKEN = re.compile(r"[\s\x00-\x1f\x7f]|^[^?#]*\\")
# After each edit the checks ask for all links, of which one has changed.
REMEMBERED = 10_000


@lru_cache(maxsize=REMEMBERED)
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


def alike(address: str) -> str:
    """An address as it is compared: capitals of the host and a last slash make it no other."""
    parts = parse(address)
    if parts is None:
        return address
    return urlunsplit(parts._replace(netloc=parts.netloc.lower(), path=parts.path.rstrip("/")))


def with_scheme(text: str) -> str:
    """The web address that a text is but for its https://, or "" where it is none or of another scheme."""
    address = f"https://{text.strip().removeprefix('//')}"
    parts = parse(address)
    return address if parts and "@" not in parts.netloc else ""


@lru_cache(maxsize=REMEMBERED)
def query_fields(address: str) -> frozenset[str]:
    """The names of the fields in an address's query."""
    return frozenset(query_values(address))


@lru_cache(maxsize=REMEMBERED)
def filled_fields(address: str) -> frozenset[str]:
    """The names of those fields in an address's query that have a value."""
    return frozenset(name for name, values in query_values(address).items() if "".join(values).strip())


def query_values(address: str) -> dict[str, list[str]]:
    """The fields in an address's query, each with its values."""
    parts = parse(address)
    if parts is None or not parts.query:
        return {}
    try:
        return parse_qs(parts.query, keep_blank_values=True, max_num_fields=1000)
    except ValueError:
        return {}


def host_of(address: str) -> str:
    """The host of a web address in small letters, "" where it is none."""
    parts = parse(address)
    return _host(parts) if parts else ""


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").removesuffix(".")


@lru_cache(maxsize=REMEMBERED)
def network_of(catalog: Catalog, address: str) -> Network | None:
    """The affiliate network that an address leads through, or None."""
    host = host_of(address)
    return next((each for each in catalog.networks.values() if in_domains(host, each.domains)), None)


def _behind(catalog: Catalog, address: str) -> str:
    """The page to which an address leads through a network, "" where it names none; else itself."""
    network = network_of(catalog, address)
    if network is None:
        return address
    given = query_values(address)
    return next((given[name][0] for name in network.target_fields if name in given), "")


@lru_cache(maxsize=REMEMBERED)
def retailer_of(catalog: Catalog, address: str) -> Retailer | None:
    """The book shop that an address leads to, through an affiliate network too, or None."""
    host = host_of(_behind(catalog, address))
    return next((shop for shop in catalog.retailers.values() if in_domains(host, shop.domains)), None)


def shop_region(catalog: Catalog, shop: Retailer, address: str) -> str:
    """The market that an address's shop is for, or "" where one shop serves all."""
    return shop.regions.get(_place_of(catalog, shop.regions, address), "")


def ebook_regions(catalog: Catalog, shop: Retailer, address: str) -> tuple[str, ...]:
    """The further markets whose readers buy e-books in the shop that an address leads to."""
    return shop.ebooks_for.get(_place_of(catalog, shop.ebooks_for, address), ())


def _place_of(catalog: Catalog, places: Iterable[str], address: str) -> str:
    """Which of some domains, or folders behind them, an address leads to, or ""."""
    parts = parse(_behind(catalog, address))
    if parts is None:
        return ""
    host, path = _host(parts), f"{parts.path.lower()}/"
    return next((place for place in places if _lies_in(host, path, place)), "")


def may_sell_ebook(catalog: Catalog, shop: Retailer, address: str) -> bool:
    """Whether an address leads to a shop of e-books, and not to one of its other editions."""
    sets_apart = shop.audio_folder or shop.ebook_folders
    parts = parse(_behind(catalog, address)) if sets_apart else None
    folders = set(filter(None, parts.path.lower().split("/"))) if parts else set()
    sold_here = not shop.ebook_folders or not folders.isdisjoint(shop.ebook_folders)
    return shop.serves_ebook and sold_here and shop.audio_folder not in folders


def names_an_affiliate(shop: Retailer, address: str) -> bool:
    """Whether a field in the query or a number in the path of a shop's address earns somebody a share."""
    given = query_values(address) if shop.affiliate_fields else {}
    values = chain.from_iterable(given.get(name, ()) for name in shop.affiliate_fields)
    if any(value not in shop.no_affiliates for value in values):
        return True
    parts = parse(address) if shop.affiliate_places else None
    if parts is None:
        return False
    host, path = _host(parts), parts.path.rstrip("/").lower()
    return any(_lies_in(host, path, place) for place in shop.affiliate_places)


def _lies_in(host: str, path: str, place: str) -> bool:
    """Whether a page lies in a domain, and in its folder where one is named behind it."""
    domain, _, folder = place.partition("/")
    return in_domains(host, (domain,)) and (not folder or path.startswith(f"/{folder}/"))


def in_domains(host: str, domains: Iterable[str]) -> bool:
    """Whether a host is one of the domains, or within one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def tagged(link: Link) -> str:
    """The address that readers follow: the tracking service's, or the target with its UTM tags.

    Raises nothing: an address that cannot be parsed comes back as it is.
    """
    if link.address:
        return link.address
    values = utm_values(link)
    return with_tags(link.target, values) if any(values) else link.target


@lru_cache(maxsize=REMEMBERED)
def with_tags(address: str, values: tuple[str, ...]) -> str:
    """An address with the tags that are not blank at its query's end; one that it had already gives way."""
    parts = parse(address)
    if parts is None:
        return address
    tags = {name: value for name, value in zip(UTM_FIELDS, values, strict=True) if value.strip()}
    kept = (field for field in parts.query.split("&") if field.split("=")[0] not in tags)
    return urlunsplit(parts._replace(query="&".join(filter(None, (*kept, urlencode(tags))))))


def without_fields(address: str, names: Iterable[str]) -> str:
    """An address without some fields of its query; one that cannot be parsed comes back as it is."""
    parts, gone = parse(address), frozenset(names)
    if parts is None:
        return address
    kept = (field for field in parts.query.split("&") if field.split("=")[0] not in gone)
    return urlunsplit(parts._replace(query="&".join(filter(None, kept))))
