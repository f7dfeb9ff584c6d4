"""What is wrong in a platform's record although every field has its type: names, sources and reasons."""

from collections import ChainMap
from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, time

from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import AD
from planner.core.checks import (
    alerts,
    countdown,
    deals,
    free_days,
    frequencies,
    preorders,
    quotas,
    sites,
    terms,
)
from planner.core.citations import COMMON_KNOWLEDGE, UNIVERSAL_SOURCES, disputed_by
from planner.core.copy_scan.scan import REMOVABLE
from planner.core.days import in_zone
from planner.core.facts import (
    ANYWHERE,
    Clickable,
    Confidence,
    Conflict,
    Fact,
    Limit,
    QuietHours,
    WayOn,
)
from planner.core.fit import EVERY_GENRE
from planner.core.fit_facts import FitCase, FitFact, Speaks
from planner.core.markets import reaches
from planner.core.vocabulary import EditionKind
from planner.storage.catalog_check.fault import Fault
from planner.storage.catalog_check.options import need_faults, option_faults
from planner.storage.catalog_check.sources import no_dates_before, no_shelf_life, of_source, to_come
from planner.storage.catalog_check.unknown_names import unknown_names
from planner.storage.catalog_check.values import no_sentence
from planner.storage.json_text import Place

# Numbers that are told alone.
TOLD = {"title-characters": "at_most", "days": "at_most"}
CHECKED = (frequencies, quotas, terms, preorders, alerts, countdown, free_days, deals, sites)
COUNTED_BY = {"": "", **dict(ChainMap(TOLD, *(module.MEASURES for module in CHECKED)))}


def platform_faults(
    catalog: Catalog, traits: Collection[str], platforms: Collection[str], platform: Platform
) -> Iterator[Fault]:
    """Everything that is wrong with a platform; ``platforms`` are all that have a file, readable or not."""
    yield from _names(catalog, traits, platform)
    yield from _names_in_facts(catalog, platform)
    for n, way in enumerate(platform.ways_on):
        others = set(platforms) - {platform.id}
        yield from unknown_names(("ways_on", n, "platform"), [way.platform], others, "other platform")
        yield from unknown_names(("ways_on", n, "genres"), way.genres, catalog.genres, "genre")
        yield from unknown_names(("ways_on", n, "markets"), way.markets, catalog.regions, "region")
        yield from _unserved(("ways_on", n, "markets"), way, catalog)
    yield from option_faults(catalog, platform)
    yield from _facts(platform)
    yield from _sources(platform)


def _unserved(place: Place, way: WayOn, catalog: Catalog) -> Iterator[Fault]:
    """Markets for which a way leads to a platform that is not in use there."""
    other = catalog.platforms.get(way.platform)
    for market in way.markets:
        if other and not reaches(catalog, other, (market,)):
            says = f"“{way.platform}” is not in use in “{market}”"
            yield Fault(place, says, "take the market out, or name another platform")


def _names(catalog: Catalog, traits: Collection[str], platform: Platform) -> Iterator[Fault]:
    genres = {EVERY_GENRE, *catalog.genres}
    exception = platform.fit.exception
    for place, names, known, what in (
        (("kind",), [platform.kind], catalog.kinds, "kind"),
        (("languages",), platform.languages, catalog.languages, "language"),
        (("regions",), platform.regions, catalog.regions, "region"),
        (("not_regions",), platform.not_regions, catalog.regions, "region"),
        (("mostly_in",), platform.mostly_in, catalog.regions, "region"),
        (("traits",), platform.traits, traits, "trait"),
        (("fit", "strong"), platform.fit.strong, genres, "genre"),
        (("fit", "weak"), platform.fit.weak, genres, "genre"),
        (("fit", "exception", "genres"), exception.genres if exception else (), genres, "genre"),
        (("copy", "removes"), platform.copy.removes if platform.copy else (), REMOVABLE, "kind of content"),
        (("copy", "selling"), platform.copy.selling if platform.copy else (), REMOVABLE, "kind of content"),
        (("copy", "apps"), platform.copy.apps if platform.copy else (), {ANYWHERE, *catalog.apps}, "app"),
    ):
        yield from unknown_names(place, names, known, what)


def _names_in_facts(catalog: Catalog, platform: Platform) -> Iterator[Fault]:
    spots = {spot.placement for spot in platform.placements}
    for n, spot in enumerate(platform.placements):
        place = ("placements", n, "placement")
        yield from unknown_names(place, [spot.placement], catalog.placements, "placement")
        others = catalog.placements.keys() - spots
        yield from unknown_names(
            ("placements", n, "alike"), spot.alike, others, "placement of other platforms"
        )
        medium = catalog.placements[spot.placement].medium if spot.placement in catalog.placements else ""
        if medium == AD and spot.clickable is not Clickable.NO and not platform.ads.available:
            says = f"“{spot.placement}” stands in an ad, and none are sold here"
            yield Fault(place, says, "say in `ads` that they are, or take the placement out")
    for n, condition in enumerate(platform.conditions):
        here = {ANYWHERE, *spots}
        yield from unknown_names(
            ("conditions", n, "placement"), [condition.placement], here, "placement of this platform"
        )
        for need in condition.any_of:
            yield from need_faults(("conditions", n, "any_of"), need, platform, catalog)
    for n, limit in enumerate(platform.limits):
        for field, names, known, what in (
            ("placement", [limit.placement], {"", *spots}, "placement of this platform"),
            ("account_type", limit.account_type, platform.account_types, "type of account"),
            ("measure", [limit.measure], COUNTED_BY, "measure"),
            ("regions", limit.regions, catalog.regions, "region"),
            ("editions", limit.editions, set(EditionKind), "edition"),
        ):
            yield from unknown_names(("limits", n, field), names, known, what)
        yield from _number(("limits", n), limit)
    for n, disclosure in enumerate(platform.disclosure):
        yield from unknown_names(("disclosure", n, "regions"), disclosure.regions, catalog.regions, "region")
    yield from _names_in_rules(catalog, platform)


def _number(place: Place, limit: Limit) -> Iterator[Fault]:
    """A limit without what its measure counts by."""
    field = COUNTED_BY.get(limit.measure)
    if field and getattr(limit, field) in (None, ()):
        says = f"“{limit.measure}” counts by `{field}`, which the limit does not give"
        yield Fault((*place, "measure"), says, f"add `{field}`, or take the measure out")


def _fit_case(place: Place, fact: FitFact, catalog: Catalog) -> Iterator[Fault]:
    case = fact.case or FitCase()
    yield from unknown_names((*place, "case"), (*case.genres, *case.not_genres), catalog.genres, "genre")
    yield from unknown_names((*place, "case"), case.not_languages, catalog.languages, "language")
    yield from unknown_names((*place, "case"), case.only_markets, catalog.regions, "region")
    formats = [*case.only_formats, *filter(None, (case.without_format,))]
    yield from unknown_names((*place, "case"), formats, list(EditionKind), "format")
    if fact.decides and not (fact.case and fact.speaks is Speaks.AGAINST):
        says = "a fact that decides has to speak against the books of a case"
        yield Fault((*place, "decides"), says, 'add `speaks = "against"` and a `case`')


def _names_in_rules(catalog: Catalog, platform: Platform) -> Iterator[Fault]:
    spots = {spot.placement for spot in platform.placements}
    sites = {site.kind for site in catalog.sites.values()}
    for n, rule in enumerate(platform.promotion_rules):
        names: tuple[tuple[str, tuple[str, ...], Collection[str], str], ...] = (
            ("retailers", rule.retailers, catalog.retailers, "shop"),
            ("tags_shops", rule.tags_shops, catalog.retailers, "shop"),
            ("rivals", rule.rivals, sites, "kind of site"),
            ("placements", rule.placements, spots, "placement of this platform"),
        )
        for place, given, known, what in names:
            yield from unknown_names(("promotion_rules", n, place), given, known, what)
    for n, quiet in enumerate(platform.quiet_hours):
        yield from _hours(("quiet_hours", n), quiet)
    for n, conflict in enumerate(platform.conflicts):
        yield from unknown_names(("conflicts", n, "markets"), conflict.markets, catalog.regions, "region")
        yield from unknown_names(("conflicts", n, "retailers"), conflict.retailers, catalog.retailers, "shop")
        for need in conflict.agreed_for:
            yield from need_faults(("conflicts", n, "agreed_for"), need, platform, catalog)
    for kind in ("evidence", "cautions"):
        for n, fact in enumerate(getattr(platform.fit, kind)):
            yield from _fit_case(("fit", kind, n), fact, catalog)
    for need in platform.fit.exception.needs if platform.fit.exception else ():
        yield from need_faults(("fit", "exception", "needs"), need, platform, catalog)


def _hours(place: Place, quiet: QuietHours) -> Iterator[Fault]:
    """What is wrong with quiet hours: a clock or a zone that does not exist."""
    for name in ("starts", "ends"):
        try:
            time.fromisoformat(getattr(quiet, name))
        except ValueError:
            yield Fault((*place, name), f"`{name}` is no time of day", "write it as in 20:50")
    if in_zone(date(2000, 1, 1), time(), quiet.zone, quiet.zone) is None:
        yield Fault((*place, "zone"), f"there is no time zone “{quiet.zone}”", "write it as in Asia/Seoul")


def _facts(platform: Platform) -> Iterator[Fault]:
    known = {*UNIVERSAL_SOURCES, *platform.sources}
    for place, fact in _each(platform, ()):
        yield from no_sentence((*place, "text"), fact.text)
        yield from unknown_names((*place, "source"), fact.source, known, "source")
        yield from no_dates_before((*place, "as_of"), fact.as_of, fact.checked or platform.checked)
        common = set(fact.source) == {COMMON_KNOWLEDGE}
        if common and fact.confidence not in (Confidence.COMMON_KNOWLEDGE, Confidence.UNCERTAIN):
            mend = 'add confidence = "common knowledge"'
            yield Fault((*place, "source"), "the fact rests on common knowledge and does not say so", mend)
        yield from to_come((*place, "checked"), fact.checked)
        yield from no_shelf_life(place, fact.shelf_months)
        if fact.confidence is Confidence.DISPUTED:
            yield from _one_sided(place, fact, platform)


def _one_sided(place: Place, fact: Fact, platform: Platform) -> Iterator[Fault]:
    """A disputed fact whose other side nobody is told."""
    if not any(disputed_by(conflict, [fact]) for conflict in platform.conflicts):
        mend = "add a [[conflicts]] row with every side and one of the fact's sources, or say what else it is"
        yield Fault((*place, "confidence"), "the fact is disputed, and no conflict tells its sides", mend)


def _each(record: object, place: Place) -> Iterator[tuple[Place, Fact]]:
    """All facts of a record, however deep, each with its place."""
    if isinstance(record, Fact):
        yield place, record
    if is_dataclass(record):
        for each in fields(record):
            yield from _each(getattr(record, each.name), (*place, each.name))
    elif isinstance(record, tuple):
        for n, each in enumerate(record):
            yield from _each(each, (*place, n))


def _sources(platform: Platform) -> Iterator[Fault]:
    used = {key for _, fact in _each(platform, ()) for key in fact.source}
    for n, conflict in enumerate(platform.conflicts):
        keys = {key for claim in conflict.claims for key in claim.source}
        known = {*UNIVERSAL_SOURCES, *platform.sources}
        yield from unknown_names(("conflicts", n), keys, known, "source")
        used |= keys
        yield from _conflict(("conflicts", n), conflict)
    for key, source in platform.sources.items():
        yield from of_source(("sources", key), source)
        if key not in used:
            says = f"the source “{key}” is never used"
            yield Fault(("sources", key), says, "name it where it says something, or drop it")


def _conflict(place: Place, conflict: Conflict) -> Iterator[Fault]:
    """A conflict of one side, or one that is not about a question."""
    if len(conflict.claims) < 2:
        yield Fault(place, "a conflict has two sides", "add the other side, or drop it")
    if conflict.about.endswith((".", "?", "!")):
        says = "what a conflict is about goes into a sentence, so it is none itself"
        yield Fault((*place, "about"), says, "begin it with “Whether”, and end it without a mark")
