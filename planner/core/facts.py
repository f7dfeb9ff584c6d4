"""Facts: what is known of a platform, each with its sources, its date and how far it can be trusted."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from planner.core.records import record
from planner.core.vocabulary import Aim, LegalBasis, ListOrigin, Promo

ANYWHERE = "*"


class Confidence(StrEnum):
    """How far a fact can be trusted; uncertain is what only an old or weak source says."""

    SOURCED = "sourced"
    DISPUTED = "disputed"
    UNCERTAIN = "uncertain"
    COMMON_KNOWLEDGE = "common knowledge"


DOUBTFUL = frozenset({Confidence.DISPUTED, Confidence.UNCERTAIN})


class Policy(StrEnum):
    """What a platform lets links to other sites do."""

    OPEN = "open"
    LIMITED = "limited"
    BLOCKED = "blocked"


class Clickable(StrEnum):
    """Whether a link at a placement can be clicked, or is heard or read there and typed."""

    YES = "yes"
    TYPED = "typed"
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


class Seen(StrEnum):
    """How much of a page was read, or that it was quoted by another."""

    FULL = "full"
    EXCERPT = "excerpt"
    QUOTED = "quoted"


@record
class Source:
    """Where a fact was read, and how much of it; ``as_of`` is the page's own date, where it shows one.

    ``of_plan`` says that it is the author's own plan, in which nobody looks anything up.
    """

    title: str
    url: str = ""
    as_of: str = ""
    official: bool = False
    seen: Seen | None = None
    of_plan: bool = False


@record
class Fact:
    """One thing that is true of a platform: a sentence, and the keys of the sources that say so.

    ``checked`` is the day somebody last looked; None means the platform's own ``checked``. ``shelf_months``
    is how long it stays fresh, None where the rule on old facts says so for all.
    """

    text: str
    source: tuple[str, ...]
    as_of: str = ""
    confidence: Confidence = Confidence.SOURCED
    checked: date | None = None
    shelf_months: int | None = None


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


class Unit(StrEnum):
    """What a platform counts when it counts characters; "weighted" is X's way, by which some count twice."""

    CODE_POINTS = "code points"
    UTF_16 = "utf-16"
    BYTES = "bytes"
    GRAPHEMES = "graphemes"
    WEIGHTED = "weighted"


@record
class Limit(Fact):
    """A number that a platform sets, such as the characters of a caption.

    ``measure`` says what the number counts; each check names those that it looks at, and by which field of a
    limit it counts them. What has none is told alone.
    ``account_type`` names the accounts for which it holds, ``editions`` and ``regions`` the books and
    markets, all where empty; ``firm`` is False where more is possible or merely unwise. ``link_length``
    is what any address in a text counts as, ``unit`` what a character is: code points, where the platform's
    facts do not say. ``currency`` says that the numbers are amounts of money.
    """

    measure: str = ""
    at_most: float | None = None
    at_least: float | None = None
    currency: str = ""
    editions: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    placement: str = ""
    account_type: tuple[str, ...] = ()
    firm: bool = True
    link_length: int | None = None
    unit: Unit = Unit.CODE_POINTS


class Occasion(StrEnum):
    """What a disclosure is due for."""

    PAID = "paid"
    AD = "ad"
    MESSAGE = "message"


@record
class Disclosure(Fact):
    """What has to be said openly when something is promoted; one of ``labels`` has to be in the text.

    ``first`` says that it has to stand in the title or the first lines, ``begins`` that the text has to
    begin with it.
    """

    first: bool = False
    begins: bool = False
    regions: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    due_for: Occasion = Occasion.PAID


@record
class PromotionRule(Fact):
    """What a platform forbids or asks of those who promote.

    ``phrases`` are words of a plan that break it (see ``core/checks/phrases.py``), ``unless`` words of the
    same sentence that excuse them, and ``words`` groups of words that both name; ``retailers`` the shops
    and ``rivals`` the kinds of sites that no link may lead to, at ``placements`` or anywhere. ``domains`` are
    those that a group promotion's own links lead to; ``tags_shops`` the shops to whose links the platform
    adds a tag of its own.
    ``asks`` is what the author has to say before people are approached there; ``advice`` says that it is what
    others advise and no rule of the platform.
    """

    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    retailers: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    placements: tuple[str, ...] = ()
    asks: str = ""
    domains: tuple[str, ...] = ()
    tags_shops: tuple[str, ...] = ()
    advice: bool = False

    def holds_at(self, placement: str) -> bool:
        """Whether it holds for links at a placement."""
        return not self.placements or placement in self.placements


@record
class QuietHours(Fact):
    """Hours in which a platform sends no advertising, by the clock of a time zone: from 20:50 until 08:00."""

    zone: str
    starts: str
    ends: str


@record
class PlacementFact(Fact):
    """What a link does at one placement of one platform.

    ``alike`` are placements that it goes by elsewhere, such as a post where all posts are articles.
    """

    placement: str
    clickable: Clickable
    alike: tuple[str, ...] = ()


@record
class Need:
    """One way to meet a condition; all that is given here must hold.

    What has no field of its own is put to the author as the sentence in ``asks``. ``declared_site`` says that
    links open for the sites alone that the author has declared in the account.
    """

    account_type: tuple[str, ...] = ()
    followers_at_least: int | None = None
    followers_by_region: Mapping[str, int] = field(default_factory=dict)
    author_language: str = ""
    local_help: bool | None = None
    opt_in: bool | None = None
    legal_basis: LegalBasis | None = None
    list_origin: ListOrigin | None = None
    kdp_select: bool | None = None
    declared_site: bool | None = None
    asks: str = ""


@record
class Condition(Fact):
    """What an account must have before a link works at a placement; one of ``any_of`` is enough.

    ``promo`` is the promotion whose mail the placement is, where the platform writes that and not the author.
    """

    placement: str
    any_of: tuple[Need, ...]
    promo: Promo | None = None


@record
class TrackingFact(Fact):
    """What one tracking option can do on one platform, and why.

    ``where`` names the placements at which it works; empty means wherever a link does.
    ``condition`` is a sentence about anything beyond the placement: advice where ``where`` is given,
    otherwise what the option's working hangs on. ``any_of`` says what an account must be for the condition to
    hold, where its fields tell; ``for_all`` that it limits every account alike, so that nobody is asked
    whether they meet it. At the ``unsettled`` placements no source says whether the option works.
    ``not_with`` names options that spoil it on the same link. ``counts`` are the aims that the platform's own
    figures count, by the fact's text or that of ``native_analytics``.
    """

    option: str
    verdict: VerdictKind
    where: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    condition: str = ""
    any_of: tuple[Need, ...] = ()
    for_all: bool = False
    not_with: tuple[str, ...] = ()
    counts: tuple[Aim, ...] = ()


@record
class CopyRule(Fact):
    """What a platform removes from, or punishes in, an author's own text.

    ``removes`` names kinds of content, ``selling`` those that go where a sentence sells something;
    ``apps`` the ids of the apps and shops that count as rivals, or ``ANYWHERE`` for all but the platform
    itself; ``claims`` that no text may call a book new or free; ``phrases`` the hints and workarounds that
    count as leading readers away, but for those that the lists of hints find anyway; ``planned`` the words
    of a task that plan such a thing, ``unless`` what excuses either there (see ``core/checks/phrases.py``).
    """

    removes: tuple[str, ...]
    selling: tuple[str, ...] = ()
    apps: tuple[str, ...] = ()
    claims: bool = False
    phrases: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@record
class Claim:
    """One side of a disagreement."""

    says: str
    source: tuple[str, ...]


@record
class Conflict:
    """A point on which sources disagree: every side, and what Frontlist goes by.

    ``markets`` are those for which it bears on the whole platform, ``agreed_for`` the accounts of which all
    sides say the same; one about the affiliate tags of some shops names these in ``retailers``.
    """

    about: str
    claims: tuple[Claim, ...]
    used: str
    markets: tuple[str, ...] = ()
    agreed_for: tuple[Need, ...] = ()
    retailers: tuple[str, ...] = ()


@record
class WayOn:
    """Another platform for the same readers, and why; for all markets and genres where none is named."""

    platform: str
    why: str
    markets: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
