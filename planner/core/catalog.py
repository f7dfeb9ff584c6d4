"""The catalog: all platforms, and all lists, each row under its id."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import lru_cache

from planner.core.catalog_lists import (
    AdLabel,
    App,
    EditionNames,
    Effort,
    Genre,
    Language,
    MailService,
    Medium,
    Network,
    OtherWork,
    Placement,
    PromotionKind,
    Region,
    Retailer,
    Site,
    Term,
    TrackingOption,
)
from planner.core.copy_words import CopyWords
from planner.core.facts import (
    Ads,
    Audience,
    Condition,
    Confidence,
    Conflict,
    CopyRule,
    Disclosure,
    Enforcement,
    Fact,
    Limit,
    Links,
    PlacementFact,
    PromotionRule,
    QuietHours,
    Source,
    TrackingFact,
    WayOn,
)
from planner.core.fit_facts import Fit
from planner.core.records import record

REMEMBERED = 1000
# Traits of platforms (resources/lists/traits.toml) that more than one part of the program goes by.
OWNED, NO_AUTHOR_SURFACE, SELLS_AHEAD = "owned", "no-author-surface", "sells-ahead"
PUBLISHERS_WORK, SERVES_KINDLE = "publishers-work", "serves-kindle"
PAID_ADS = "paid-ads"
STORE, SERVES_EBOOK, SELLS_OWN, NEEDS_ISBN = "store", "serves-ebook", "sells-own", "needs-isbn"


@record
class Platform:
    """All that the catalog knows of one platform.

    ``not_regions`` are the markets where it is not offered or blocked, ``mostly_in`` those where most of its
    readers are, and ``used_abroad`` says that readers of its languages use it elsewhere too; ``region_note``
    says so in a sentence.
    """

    id: str
    name: str
    kind: str
    mark: str
    colour: str
    regions: tuple[str, ...]
    checked: date
    links: Links
    audience: Audience
    api: Fact
    native_analytics: Fact
    ads: Ads
    enforcement: Enforcement
    fit: Fit
    tracking: tuple[TrackingFact, ...]
    native_name: str = ""
    other_names: tuple[str, ...] = ()
    not_regions: tuple[str, ...] = ()
    mostly_in: tuple[str, ...] = ()
    used_abroad: bool = False
    region_note: str = ""
    languages: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    account_types: tuple[str, ...] = ()
    confidence: Confidence = Confidence.SOURCED
    formats: tuple[str, ...] = ()
    placements: tuple[PlacementFact, ...] = ()
    conditions: tuple[Condition, ...] = ()
    promotion_rules: tuple[PromotionRule, ...] = ()
    quiet_hours: tuple[QuietHours, ...] = ()
    limits: tuple[Limit, ...] = ()
    prerequisites: tuple[Fact, ...] = ()
    disclosure: tuple[Disclosure, ...] = ()
    copy: CopyRule | None = None
    conflicts: tuple[Conflict, ...] = ()
    ways_on: tuple[WayOn, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)

    def tracking_fact(self, option: str) -> TrackingFact | None:
        """What is known of a tracking option here, or None."""
        return next((fact for fact in self.tracking if fact.option == option), None)

    def placement_fact(self, placement: str) -> PlacementFact | None:
        """What is known of a placement here, or None."""
        return next((fact for fact in self.placements if fact.placement == placement), None)

    @property
    def full_name(self) -> str:
        """The name with the native name after it, where there is one."""
        return f"{self.name} {self.native_name}".strip()


@record
class Catalog:
    """Every platform and every list that the plan's words come from, each under its id."""

    platforms: Mapping[str, Platform]
    options: Mapping[str, TrackingOption]
    placements: Mapping[str, Placement]
    languages: Mapping[str, Language]
    genres: Mapping[str, Genre]
    regions: Mapping[str, Region]
    retailers: Mapping[str, Retailer]
    networks: Mapping[str, Network]
    mail_services: Mapping[str, MailService]
    terms: Mapping[str, Term]
    sites: Mapping[str, Site]
    mediums: Mapping[str, Medium]
    ad_labels: Mapping[str, AdLabel]
    kinds: Mapping[str, str]
    apps: Mapping[str, App]
    copy_words: CopyWords
    efforts: Mapping[str, Effort]
    other_work: Mapping[str, OtherWork]
    editions: Mapping[str, EditionNames]
    promotions: Mapping[str, PromotionKind]

    def genre_line(self, genre: str) -> tuple[str, ...]:
        """A genre and the wider ones around it, narrowest first; nothing for a word that is none."""
        return _genre_line(self, genre)


@lru_cache(maxsize=REMEMBERED)
def _genre_line(catalog: Catalog, genre: str) -> tuple[str, ...]:
    line: list[str] = []
    while genre in catalog.genres and genre not in line:
        line.append(genre)
        genre = catalog.genres[genre].parent
    return tuple(line)
