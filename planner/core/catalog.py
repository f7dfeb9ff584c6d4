"""The catalog's records: platforms, tracking options, placements, genres and what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar, dataclass_transform

ANYWHERE = "*"

R = TypeVar("R")


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(field,))
def record(kind: type[R]) -> type[R]:
    """Make a class a frozen record that is equal to itself alone.

    Comparing by value, and a text of all values, would double what these classes take at every start.
    """
    return dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(kind)


class Confidence(StrEnum):
    """How far a fact can be trusted."""

    SOURCED = "sourced"
    DISPUTED = "disputed"
    COMMON_KNOWLEDGE = "common knowledge"


class Policy(StrEnum):
    """What a platform lets links to other sites do."""

    OPEN = "open"
    LIMITED = "limited"
    BLOCKED = "blocked"


class Clickable(StrEnum):
    """Whether a link at a placement can be clicked."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class VerdictKind(StrEnum):
    """The six answers to "does this way of tracking work here?"."""

    AVAILABLE = "available"
    LIMITED = "limited"
    NOT_YET = "not yet"
    FORBIDDEN = "forbidden"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


class Strictness(StrEnum):
    """How hard a platform enforces its promotion rules."""

    STRICT = "strict"
    ACTIVE = "active"
    LIGHT = "light"
    UNKNOWN = "unknown"


@record
class Source:
    """Where a fact was read; ``as_of`` is the page's own date, where it shows one.

    ``seen`` says how much of the page was read: "full", "excerpt", or "quoted" by another page.
    """

    title: str
    url: str = ""
    as_of: str = ""
    official: bool = False
    seen: str = ""


@record
class Fact:
    """One thing that is true of a platform: a sentence, and the keys of the sources that say so.

    ``checked`` is the day somebody last looked; None means the platform's own ``checked``.
    """

    text: str
    source: tuple[str, ...]
    as_of: str = ""
    confidence: Confidence = Confidence.SOURCED
    checked: date | None = None


@record
class Links(Fact):
    """A platform's policy on links to other sites, and its reason."""

    policy: Policy


@record
class Audience(Fact):
    """Who is there; the text says how many."""

    who: tuple[str, ...] = ()
    users: int | None = None


@record
class Ads(Fact):
    """Whether a platform sells ads, and what they can measure."""

    available: bool


@record
class Enforcement(Fact):
    """How strictly the promotion rules are enforced."""

    level: Strictness


@record
class Limit(Fact):
    """A number that a platform sets, such as the characters of a caption.

    ``account_type`` names the accounts for which it holds, all where empty; ``firm`` is False where more
    is possible or merely unwise. ``link_length`` is what any address in a text counts as; ``in_bytes`` says
    that characters are counted as bytes of UTF-8.
    """

    measure: str = ""
    at_most: float | None = None
    placement: str = ""
    account_type: tuple[str, ...] = ()
    firm: bool = True
    link_length: int | None = None
    in_bytes: bool = False


class Occasion(StrEnum):
    """What a disclosure is due for."""

    PAID = "paid"
    AD = "ad"
    MESSAGE = "message"


@record
class Disclosure(Fact):
    """What has to be said openly when something is promoted; one of ``labels`` has to be in the text."""

    regions: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    due_for: Occasion = Occasion.PAID


@record
class PromotionRule(Fact):
    """What a platform forbids or asks of those who promote.

    ``phrases`` are words of a plan that break it; ``retailers`` the shops that no link may lead to.
    """

    phrases: tuple[str, ...] = ()
    retailers: tuple[str, ...] = ()


@record
class PlacementFact(Fact):
    """What a link does at one placement of one platform."""

    placement: str
    clickable: Clickable


@record
class Need:
    """One way to meet a condition; all that is given here must hold.

    What has no field of its own is put to the author as the sentence in ``asks``.
    """

    account_type: tuple[str, ...] = ()
    followers_at_least: int | None = None
    followers_by_region: Mapping[str, int] = field(default_factory=dict)
    author_language: str = ""
    local_help: bool | None = None
    opt_in: bool | None = None
    kdp_select: bool | None = None
    genres: tuple[str, ...] = ()
    asks: str = ""


@record
class Condition(Fact):
    """What an account must have before a link works at a placement; one of ``any_of`` is enough."""

    placement: str
    any_of: tuple[Need, ...]


@record
class TrackingFact(Fact):
    """What one tracking option can do on one platform, and why.

    ``where`` names the placements at which it works; empty means wherever a link does.
    ``condition`` is a sentence about anything beyond the placement: advice where ``where`` is given,
    otherwise what the option's working hangs on. ``not_with`` names options that spoil it on the same link.
    """

    option: str
    verdict: VerdictKind
    where: tuple[str, ...] = ()
    condition: str = ""
    not_with: tuple[str, ...] = ()


@record
class FitException(Fact):
    """The kinds of book for which a poor platform may still be worth an experiment."""

    genres: tuple[str, ...]
    needs: tuple[Need, ...] = ()


@record
class Fit:
    """For which kinds of book a platform is strong or weak."""

    summary: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    evidence: tuple[Fact, ...] = ()
    cautions: tuple[Fact, ...] = ()
    exception: FitException | None = None


@record
class CopyRule(Fact):
    """What a platform removes from, or punishes in, an author's own text.

    ``removes`` names kinds of content; ``names`` the other apps and shops that count as rivals;
    ``phrases`` the hints and workarounds that count as leading readers away.
    """

    removes: tuple[str, ...]
    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@record
class Claim:
    """One side of a disagreement."""

    says: str
    source: tuple[str, ...]


@record
class Conflict:
    """A point on which sources disagree: every side, and what Frontlist goes by."""

    about: str
    claims: tuple[Claim, ...]
    used: str


@record
class WayOn:
    """Another platform that serves the same readers, and why."""

    platform: str
    why: str
    markets: tuple[str, ...] = ()


@record
class Platform:
    """All that the catalog knows of one platform."""

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
    sources: Mapping[str, Source]
    native_name: str = ""
    other_names: tuple[str, ...] = ()
    region_note: str = ""
    languages: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    account_types: tuple[str, ...] = ()
    confidence: Confidence = Confidence.SOURCED
    formats: tuple[str, ...] = ()
    placements: tuple[PlacementFact, ...] = ()
    conditions: tuple[Condition, ...] = ()
    promotion_rules: tuple[PromotionRule, ...] = ()
    limits: tuple[Limit, ...] = ()
    prerequisites: tuple[Fact, ...] = ()
    disclosure: tuple[Disclosure, ...] = ()
    copy: CopyRule | None = None
    conflicts: tuple[Conflict, ...] = ()
    ways_on: tuple[WayOn, ...] = ()

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
class TrackingOption:
    """A way to measure what a platform brings in, and the traits that rules ask for.

    ``needs_click``: nothing is counted unless a reader can follow a link;
    ``needs_own_page``: it is code on a page of the author's;
    ``provider_built``: an outside tracking service has to build it for each platform;
    ``inside_only``: it sees nothing outside the app; ``marks`` is what it adds to an address.
    """

    id: str
    name: str
    short: str
    text: str
    needs_click: bool = False
    needs_own_page: bool = False
    provider_built: bool = False
    inside_only: bool = False
    marks: str = ""


@record
class Placement:
    """A spot where a link can stand."""

    id: str
    name: str
    medium: str = ""


@record
class Genre:
    """A kind of book; ``parent`` is the wider kind it belongs to."""

    id: str
    name: str
    parent: str = ""


@record
class Region:
    """A market, by its ISO code or a wider code of ours.

    ``within`` names the wider ones; ``gateway`` the platform without which the market is hardly reached.
    """

    id: str
    name: str
    within: tuple[str, ...] = ()
    gateway: str = ""


@record
class Retailer:
    """A book shop on the web: its domains, and the query fields that mark a sale.

    ``regions`` says for which market a domain's shop is, where there is one for each. An attribution tag
    may have ``tag_at_most`` characters and none of ``tag_bars``. ``wants`` names fields without which the
    shop credits nobody; ``open_pages`` says that a seller may measure on the shop's pages.
    """

    id: str
    name: str
    domains: tuple[str, ...]
    attribution_fields: tuple[str, ...] = ()
    affiliate_fields: tuple[str, ...] = ()
    regions: Mapping[str, str] = field(default_factory=dict)
    tag_at_most: int | None = None
    tag_bars: str = ""
    wants: tuple[str, ...] = ()
    open_pages: bool = False


@record
class Catalog:
    """Every platform and every list that the plan's words come from, each under its id."""

    platforms: Mapping[str, Platform]
    options: Mapping[str, TrackingOption]
    placements: Mapping[str, Placement]
    genres: Mapping[str, Genre]
    regions: Mapping[str, Region]
    retailers: Mapping[str, Retailer]
    kinds: Mapping[str, str]

    def genre_line(self, genre: str) -> tuple[str, ...]:
        """A genre and the wider ones around it, narrowest first."""
        line: list[str] = []
        while genre and genre not in line:
            line.append(genre)
            found = self.genres.get(genre)
            genre = found.parent if found else ""
        return tuple(line)
