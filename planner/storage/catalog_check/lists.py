"""What is wrong in the lists of a catalog: their form, ids that stand twice, names that do not exist."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from planner.core.addresses import in_domains, with_scheme
from planner.core.catalog import Catalog
from planner.core.catalog_lists import AD, AUDIO, DOCUMENT, MAIL, PRINT, TEXT
from planner.core.copy_words import CopyWords
from planner.core.records import record
from planner.core.vocabulary import EditionKind, Promo
from planner.storage.catalog_check.apps import app_faults
from planner.storage.catalog_check.fault import Fault
from planner.storage.catalog_check.sources import looked_at
from planner.storage.catalog_check.strict_files import FileFault, StrictFile, build_strictly
from planner.storage.catalog_check.unknown_names import unknown_names
from planner.storage.catalog_check.values import no_sentence, value_faults
from planner.storage.catalog_files import LISTS
from planner.storage.templates import Template

COPY = "copy"
MEDIA = ("", AD, AUDIO, DOCUMENT, MAIL, PRINT, TEXT)


@record
class Kind:
    """A kind of platform."""

    id: str
    name: str


@record
class Trait:
    """What a platform may be, beyond its kind."""

    id: str
    text: str


# What each file lists, and what its rows are.
ROWS: Mapping[str, tuple[str, type[Any]]] = {
    **{file: (table, kind) for table, (file, kind) in LISTS.items()},
    "kinds": ("kinds", Kind),
    "traits": ("traits", Trait),
    "templates": ("templates", Template),
}


def form_faults(folder: Path, files: Mapping[str, StrictFile]) -> list[FileFault]:
    """Whatever keeps the lists from being read as a catalog's."""
    faults = []
    for name in (*ROWS, COPY):
        if name in files:
            table, kind = ROWS.get(name, (COPY, CopyWords))
            faults += _of_file(files[name], table, kind)
        else:
            faults.append(FileFault(folder / f"{name}.toml", 1, "the list is missing", "put it there"))
    return faults


def _of_file(file: StrictFile, table: str, kind: type[Any]) -> list[FileFault]:
    faults = [
        file.fault(Fault((name,), f"there is no table called “{name}”", f"call it “{table}”"))
        for name in file.data
        if name != table
    ]
    if not file.data:
        faults.append(file.fault(Fault((), "the list is empty", f"begin it with “{table}”")))
    if table not in file.data:
        return faults
    if kind is CopyWords:
        build_strictly(file, kind, file.data[table], (table,), faults)
        return faults
    rows = file.data[table] if isinstance(file.data[table], list) else [file.data[table]]
    if not rows:
        faults.append(file.fault(Fault((table,), "the list is empty", "write its rows")))
    built = [build_strictly(file, kind, row, (table, n), faults) for n, row in enumerate(rows)]
    return [*faults, *_twice(file, table, built)]


def _twice(file: StrictFile, table: str, built: Sequence[Any]) -> Iterator[FileFault]:
    """Rows whose id another row before them has."""
    seen: set[str] = set()
    for n, one in enumerate(built):
        if one and one.id in seen:
            fault = Fault((table, n, "id"), f"“{one.id}” stands here a second time", "keep one of the two")
            yield file.fault(fault)
        seen |= {one.id} if one else set()


def name_faults(
    catalog: Catalog, platforms: Collection[str], files: Mapping[str, StrictFile]
) -> Iterator[FileFault]:
    """What is wrong between the rows of the lists: names that do not exist, above all."""
    yield from _values(catalog, files)
    for fault in app_faults(tuple(catalog.apps.values())):
        yield files["apps"].fault(fault)
    for table, field, known, what in (
        ("genres", "parent", {"", *catalog.genres}, "genre"),
        ("regions", "within", catalog.regions, "region"),
        ("regions", "gateway", {"", *platforms}, "platform"),
        ("retailers", "affiliates_on", platforms, "platform"),
        ("options", "home", {"", *platforms}, "platform"),
        ("efforts", "id", catalog.kinds, "kind"),
        ("efforts", "home_of", catalog.genres, "genre"),
        ("mediums", "kinds", catalog.kinds, "kind"),
        ("ad_labels", "id", catalog.regions, "region"),
        ("placements", "medium", MEDIA, "medium"),
        ("editions", "id", set(EditionKind), "edition"),
        ("promotions", "id", set(Promo), "kind of promotion"),
    ):
        file = files[LISTS[table][0]]
        for n, row in enumerate(getattr(catalog, table).values()):
            given = getattr(row, field)
            names = [given] if isinstance(given, str) else given
            for fault in unknown_names((table, n, field), names, known, what):
                yield file.fault(fault)
    yield from _looked_at(catalog, files)
    yield from _places_of_shops(catalog, files)
    yield from _terms(catalog, files)
    yield from _domains(catalog, files)
    yield from _within_themselves(catalog, files)


def _values(catalog: Catalog, files: Mapping[str, StrictFile]) -> Iterator[FileFault]:
    """Values that are wrong wherever they stand."""
    for table, (name, _) in LISTS.items():
        for n, row in enumerate(getattr(catalog, table).values()):
            yield from map(files[name].fault, value_faults(row, (table, n)))


def _looked_at(catalog: Catalog, files: Mapping[str, StrictFile]) -> Iterator[FileFault]:
    """What is wrong in rows that somebody says."""
    for table in ("mail_services", "ad_labels"):
        file = files[LISTS[table][0]]
        for n, row in enumerate(getattr(catalog, table).values()):
            yield from map(file.fault, no_sentence((table, n, "text"), row.text))
            yield from map(file.fault, looked_at((table, n), row))


def _terms(catalog: Catalog, files: Mapping[str, StrictFile]) -> Iterator[FileFault]:
    """Terms of shops that name a medium, a market or a kind of platform that does not exist."""
    for n, shop in enumerate(catalog.retailers.values()):
        for term in shop.affiliate_terms:
            for field, names, known, what in (
                ("mediums", term.mediums, MEDIA, "medium"),
                ("regions", term.regions, set(shop.regions.values()), "market with a shop of its own"),
                ("kinds", term.kinds, catalog.kinds, "kind"),
            ):
                for fault in unknown_names(("retailers", n, "affiliate_terms", field), names, known, what):
                    yield files[LISTS["retailers"][0]].fault(fault)


def _places_of_shops(catalog: Catalog, files: Mapping[str, StrictFile]) -> Iterator[FileFault]:
    """Places on no domain of their shop's, and markets that do not exist."""
    for n, shop in enumerate(catalog.retailers.values()):
        for field, places in (
            ("regions", shop.regions),
            ("ebooks_for", shop.ebooks_for),
            ("affiliate_places", shop.affiliate_places),
        ):
            for where in places:
                domain, at = where.partition("/")[0], ("retailers", n, field, where)
                elsewhere = [] if in_domains(domain, shop.domains) else [domain]
                for fault in unknown_names(at, elsewhere, shop.domains, "domain of the shop"):
                    yield files[LISTS["retailers"][0]].fault(fault)
        for field, markets in (
            ("regions", {where: (region,) for where, region in shop.regions.items()}),
            ("ebooks_for", shop.ebooks_for),
        ):
            for where, regions in markets.items():
                for fault in unknown_names(
                    ("retailers", n, field, where), regions, catalog.regions, "region"
                ):
                    yield files[LISTS["retailers"][0]].fault(fault)


def _domains(catalog: Catalog, files: Mapping[str, StrictFile]) -> Iterator[FileFault]:
    """Sites, networks and shops without a domain, or with another's."""
    owners: dict[str, str] = {}
    for table in ("retailers", "networks", "sites"):
        for n, row in enumerate(getattr(catalog, table).values()):
            place, file = (table, n, "domains"), files[LISTS[table][0]]
            for domain in filter(None, row.domains):
                if not with_scheme(domain):
                    yield file.fault(Fault(place, f"“{domain}” is no domain", "write it as in shop.example"))
                owner = owners.setdefault(f"{table} {domain}", row.id)
                if owner != row.id:
                    says = f"“{domain}” stands at “{owner}” already"
                    yield file.fault(Fault(place, says, "name it once"))


def _within_themselves(catalog: Catalog, files: Mapping[str, StrictFile]) -> Iterator[FileFault]:
    """Genres and regions that lie within themselves, by way of others or not."""
    parents = {genre.id: (genre.parent,) for genre in catalog.genres.values()}
    within = {region.id: region.within for region in catalog.regions.values()}
    for table, field, wider in (("genres", "parent", parents), ("regions", "within", within)):
        for n, id in enumerate(wider):
            if id in _all_around(id, wider):
                fault = Fault((table, n, field), f"“{id}” lies within itself", "name what is wider")
                yield files[LISTS[table][0]].fault(fault)


def _all_around(id: str, wider: Mapping[str, Sequence[str]]) -> set[str]:
    """All that something lies within, however far around it."""
    around: set[str] = set()
    ahead = [*wider[id]]
    while ahead:
        each = ahead.pop()
        if each not in around:
            around.add(each)
            ahead += wider.get(each, ())
    return around
