"""The plan's records: a plan of phases, phases of channels, channels of activities and links."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from itertools import chain

from planner.core.days import When
from planner.core.money import Money, is_currency
from planner.core.vocabulary import (
    ActivityKind,
    Aim,
    EditionKind,
    LegalBasis,
    ListOrigin,
    Promo,
    Stance,
    State,
)

HOURS_IN_A_WEEK = 168


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A record that edits can name; ``extra`` keeps fields that a newer version wrote."""

    id: str
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.id or len(self.id) > 64 or not self.id.isascii() or not self.id.isprintable():
            raise ValueError("an id must be short plain text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One shape of the book, with its price and numbers."""

    kind: EditionKind
    price: Money | None = None
    isbn: str = ""
    asin: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comp:
    """A comparable title."""

    title: str
    author: str = ""
    why: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book(Node):
    """The title that the plan launches.

    ``genre`` and ``markets`` are ids of the catalog; ``release`` and ``preorder`` are days from launch
    or dates, ``preorder`` None when there is none; ``kdp_select`` None when the author has not said.
    ``final_file`` is the day on which the shops get the last file, ``select_since`` the first day of the
    current term of KDP Select. ``cover`` is the picture itself, a small JPEG in base64 on lines of its own:
    a plan names no file, so it can be moved and sent, and nothing is read because of it.
    """

    title: str = ""
    subtitle: str = ""
    series: str = ""
    series_number: int | None = None
    genre: str = ""
    language: str = "en"
    markets: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    release: When = 0
    preorder: When | None = None
    kdp_select: bool | None = None
    select_since: When | None = None
    final_file: When | None = None
    bisac: tuple[str, ...] = ()
    hook: str = ""
    blurb: str = ""
    comps: tuple[Comp, ...] = ()
    cover: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Author(Node):
    """Who wrote the book, and where readers find them; ``time_zone`` is a name such as Europe/London."""

    name: str = ""
    bio: str = ""
    website: str = ""
    email: str = ""
    platform: str = ""
    time_zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Node):
    """What success is, in a number with a day."""

    text: str = ""
    aim: Aim = Aim.OTHER
    target: int | None = None
    by: When | None = None

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        not_negative("target", self.target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Node):
    """A collaborator."""

    name: str = ""
    role: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Node):
    """The author's own account on a platform; None and "" mean that the author has not said.

    ``met`` holds the sentences of conditions that the author has ticked as true; ``mail_service`` is an id
    of the catalog, ``last_send`` the last day on which the list was written to.
    """

    platform: str
    handle: str = ""
    type: str = ""
    followers: int | None = None
    region: str = ""
    languages: tuple[str, ...] = ()
    local_help: bool | None = None
    list_size: int | None = None
    opt_in: bool | None = None
    mail_service: str = ""
    list_origin: ListOrigin | None = None
    legal_basis: LegalBasis | None = None
    last_send: date | None = None
    domains: tuple[str, ...] = ()
    met: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        not_negative("followers", self.followers)
        not_negative("list size", self.list_size)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(Node):
    """A platform that was considered and turned down."""

    platform: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck(Node):
    """A note that the author has looked up what the plan rests on for a platform; without a day, a draft.

    ``facts`` are the sentences of what was looked up: where none is named, all facts of the platform.
    """

    platform: str = ""
    on: date | None = None
    note: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Node):
    """A dated piece of work; None and "" mean that the author has not said.

    ``lead_days`` is how long it has to be begun before it is due, ``at`` its time of day where the author
    lives, ``ends`` the last day of what lasts. ``promo``, ``price``, ``list_price`` and ``steps`` say what is
    offered, ``region`` to whom, ``boosted`` and ``gifted`` whether money or gifts are behind it, ``cleared``
    which words of it mean something else than a rule takes them for.
    """

    title: str = ""
    kind: ActivityKind = ActivityKind.TASK
    aim: Aim | None = None
    due: When | None = None
    at: time | None = None
    ends: When | None = None
    lead_days: int | None = None
    hours: float | None = None
    owner: str = ""
    state: State = State.TO_DO
    promo: Promo | None = None
    price: Money | None = None
    list_price: Money | None = None
    steps: int | None = None
    region: str = ""
    boosted: bool | None = None
    gifted: bool | None = None
    cleared: tuple[str, ...] = ()
    notes: str = ""

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        not_negative("lead days", self.lead_days)
        not_negative("hours", self.hours)
        not_negative("steps", self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Node):
    """One destination at one placement.

    ``target`` is the page that readers reach; ``address`` is what the tracking service gave for it,
    where there is one; ``options`` are the tracking options that this link carries; ``expires`` is the last
    day on which it works, None where it stays.
    """

    label: str = ""
    placement: str = ""
    target: str = ""
    address: str = ""
    options: tuple[str, ...] = ()
    utm_source: str = ""
    utm_medium: str = ""
    utm_campaign: str = ""
    utm_content: str = ""
    utm_term: str = ""
    dynamic_qr: bool | None = None
    expires: When | None = None
    owner: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(Node):
    """A platform in a phase; ``hours`` are a week's, the rest the phase's; ``cleared`` is of the copy."""

    platform: str
    role: str = ""
    stance: Stance = Stance.SUPPORTING
    aim: Aim | None = None
    cadence: str = ""
    hours: float | None = None
    budget: Money | None = None
    spent: Money | None = None
    region: str = ""
    owner: str = ""
    tracking: tuple[str, ...] = ()
    disclosure: str = ""
    copy: str = ""
    cleared: tuple[str, ...] = ()
    notes: str = ""
    activities: tuple[Activity, ...] = ()
    links: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        not_negative("hours", self.hours, HOURS_IN_A_WEEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Node):
    """A stretch of the launch; ``ends`` is its last day, None when it stays open."""

    name: str = ""
    purpose: str = ""
    starts: When | None = None
    ends: When | None = None
    channels: tuple[Channel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Node):
    """The whole document; ``extract`` names the reader whom a reduced copy was made for."""

    title: str = ""
    language: str = "en"
    status: str = ""
    launch: date | None = None
    currency: str = "USD"
    budget: Money | None = None
    hours_a_week: float | None = None
    audience: str = ""
    positioning: str = ""
    assumptions: str = ""
    notes: str = ""
    extract: str = ""
    book: Book
    author: Author
    goals: tuple[Goal, ...] = ()
    people: tuple[Person, ...] = ()
    accounts: tuple[Account, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    rechecks: tuple[Recheck, ...] = ()
    phases: tuple[Phase, ...] = ()

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        not_negative("hours a week", self.hours_a_week, HOURS_IN_A_WEEK)
        if not is_currency(self.currency):
            raise ValueError("currency must be a code of three capital letters, such as USD or EUR")

    @property
    def name(self) -> str:
        """What the plan is called: its title, or else the book's."""
        return self.title or self.book.title or "Untitled plan"

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels of all phases, in the order of the board."""
        return tuple(chain.from_iterable(phase.channels for phase in self.phases))

    def begun_for(self, title: str, launch: date | None) -> "Plan":
        """The plan for a book of another title, launched on another day; what is not given stays."""
        plan = replace(self, title="", book=replace(self.book, title=title)) if title else self
        return replace(plan, launch=launch) if launch else plan

    def account(self, platform: str) -> Account | None:
        """The author's account on a platform, or None."""
        return next((account for account in self.accounts if account.platform == platform), None)


def not_negative(name: str, value: float | None, at_most: float = float("inf")) -> None:
    """Raise ValueError when a number is given that is negative, too large or no number."""
    if value is not None and not 0 <= value < float("inf"):
        raise ValueError(f"{name} must not be negative")
    if (value or 0) > at_most:
        raise ValueError(f"{name} must be at most {at_most}")
