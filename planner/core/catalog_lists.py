"""The rows of the catalog's lists: the words that plans and platforms choose from, and what rules go by."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from planner.core.facts import Source, VerdictKind
from planner.core.records import record
from planner.core.vocabulary import Aim, EditionKind


@record
class TrackingOption:
    """A way to measure what a platform brings in, and the traits that rules ask for.

    ``needs_click``: nothing is counted unless a reader can follow a link;
    ``needs_own_page``: it is code on a page of the author's;
    ``provider_built``: an outside tracking service has to build it for each platform;
    ``reports_to_page``: what it counts is told to the page that a link leads to, in a shop to the shop alone;
    ``inside_only``: it sees nothing outside the app; ``redirects``: its address sends readers on to another;
    ``marks`` is what it adds to an address; ``scanned``: it is of little use on the very screen that
    readers hold; ``home`` is the platform that it is made for, whatever kind another one is of; ``own_till``:
    only a shop of the author's own takes it; ``not_for`` are aims that it does not count.
    """

    id: str
    name: str
    short: str
    text: str
    needs_click: bool = False
    needs_own_page: bool = False
    provider_built: bool = False
    reports_to_page: bool = False
    inside_only: bool = False
    scanned: bool = False
    redirects: bool = False
    marks: str = ""
    home: str = ""
    own_till: bool = False
    not_for: tuple[Aim, ...] = ()

    @property
    def carried_by_link(self) -> bool:
        """Whether it counts nothing before one of the author's links carries it."""
        return self.needs_click and not self.provider_built


# What ``Placement.medium`` names, as far as rules go by it.
AD, AUDIO, DOCUMENT, MAIL, PRINT, TEXT = "ad", "audio", "document", "mail", "print", "text"


@record
class Placement:
    """A spot where a link can stand; ``in_picture`` says that it is a code within a picture."""

    id: str
    name: str
    medium: str = ""
    in_picture: bool = False


@record
class Term:
    """A word of the trade, and what it means."""

    id: str
    name: str
    text: str


@record
class Language:
    """A language that books are written in, by its code."""

    id: str
    name: str


@record
class Genre:
    """A kind of book; ``parent`` is the wider kind it belongs to.

    ``stands_apart``: where the wider kind does well or badly, nothing says that it does too.
    """

    id: str
    name: str
    parent: str = ""
    stands_apart: bool = False


@record
class Region:
    """A market, by its ISO code or a wider code of ours.

    ``within`` names the wider ones; ``gateway`` the platform without which the market is hardly reached;
    ``the`` says that its name has an article within a sentence; ``languages`` are read there; ``also`` is
    what people call it besides.
    """

    id: str
    name: str
    also: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    gateway: str = ""
    the: bool = False
    languages: tuple[str, ...] = ()


@record
class AffiliateTerm:
    """What a shop says against its affiliate tags in some ``mediums``, in mail that was asked for or not.

    ``regions`` are the markets whose own shop says so, ``kinds`` the kinds of platforms that it means, all
    where empty; of several that hold for a link the first counts.
    """

    mediums: tuple[str, ...]
    text: str
    unless_asked_for: bool = False
    regions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@record
class Retailer:
    """A book shop on the web: its domains, and the query fields that mark a sale.

    ``affiliate_places`` are the folders, each behind its domain, whose addresses go on with an affiliate's
    number; ``no_affiliates`` are values of the fields that name none. ``regions`` says for which market a
    domain's shop is, or a folder behind it, where there is one for each, and ``ebooks_for`` which further
    markets' readers buy e-books there, as no shop of their own sells any. ``own_way`` is what the shop itself
    gives to count what a link led to. An attribution tag may have
    ``tag_at_most`` characters and none of ``tag_bars``. ``wants`` names fields without which the shop credits
    nobody; ``open_pages`` says that a seller may measure on the shop's pages. ``together`` names fields of
    which one counts nothing without the others; ``affiliates_on`` the platforms on which the shop takes
    affiliate links, where it names them, ``affiliates_from`` how many followers it asks for there; with
    ``tags_exclude`` its two tags bar each other; ``serves_ebook`` says that it sells e-books that an
    exclusive programme of another shop keeps from it, ``sells_ahead`` that readers order there before there
    is a book; ``audio_folder`` names the part of the path behind which it sells audiobooks alone,
    ``ebook_folders`` those behind which alone it sells e-books, where it sets these apart.
    """

    id: str
    name: str
    domains: tuple[str, ...]
    attribution_fields: tuple[str, ...] = ()
    affiliate_fields: tuple[str, ...] = ()
    affiliate_places: tuple[str, ...] = ()
    no_affiliates: tuple[str, ...] = ()
    regions: Mapping[str, str] = field(default_factory=dict)
    ebooks_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own_way: str = ""
    tag_at_most: int | None = None
    tag_bars: str = ""
    wants: tuple[str, ...] = ()
    open_pages: bool = False
    together: tuple[str, ...] = ()
    affiliates_on: tuple[str, ...] = ()
    affiliates_from: int = 0
    serves_ebook: bool = False
    audio_folder: str = ""
    ebook_folders: tuple[str, ...] = ()
    sells_ahead: bool = False
    affiliate_terms: tuple[AffiliateTerm, ...] = ()
    tags_exclude: bool = False


@record
class Network:
    """An affiliate network, and the query fields of which one names the page that its link leads to."""

    id: str
    name: str
    domains: tuple[str, ...]
    target_fields: tuple[str, ...]


@record
class Site:
    """A site where stories are read, and what it is to others: rivals of one ``kind`` bar each other.

    One of the kind "redirect" sends readers on to another.
    """

    id: str
    name: str
    kind: str
    domains: tuple[str, ...]


@record
class Medium:
    """A word for utm_medium, and the kinds of platforms whose links take it.

    ``alike`` are other words by which statistics know it; a ``paid`` one files no ad among one's own posts.
    """

    id: str
    text: str
    kinds: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    paid: bool = False


@record
class AdLabel:
    """What the law of a market (``id``) wants to see on a post that was paid for: one of ``labels``.

    ``alike`` are other labels in lawful use, and ``says`` sentences that say the same (phrases as
    in ``core/checks/phrases.py``): enough where they stand, but not what is advised.
    ``shelf_months`` is how long that stays fresh, None where the rule on old facts says so for all.
    """

    id: str
    labels: tuple[str, ...]
    text: str
    checked: date
    sources: tuple[Source, ...]
    alike: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    shelf_months: int | None = None


@record
class MailService:
    """A service that sends letters, and what it says of affiliate links.

    ``share_at_most`` is how much of what is sent may hold them, from 0 to 1, where it names a share.
    ``shelf_months`` is how long that stays fresh, as in ``AdLabel``.
    """

    id: str
    name: str
    affiliates: VerdictKind
    text: str
    checked: date
    sources: tuple[Source, ...]
    share_at_most: float | None = None
    shelf_months: int | None = None


class Stage(StrEnum):
    """When in a launch something is worth beginning."""

    BEFORE = "before"
    LAUNCH = "launch"
    AFTER = "after"


@record
class Effort:
    """What a channel on a kind of platform (``id``) asks for: our own planning assumption, no sourced fact.

    ``hours`` are a week's; ``share`` is the part of the brief's money that such a channel gets in a phase, 0
    where nothing is paid for; ``aims`` are what it can be after, the likeliest first. It is worth beginning
    ``ahead`` days before the book can be bought, None where at any time; ``home_of`` are kinds of book that
    first come out on such a platform.
    """

    id: str
    hours: float
    aims: tuple[Aim, ...]
    stages: tuple[Stage, ...]
    share: float = 0
    ahead: int | None = None
    home_of: tuple[str, ...] = ()


@record
class EditionNames:
    """The words by which the title of a task names an edition, which ``id`` is."""

    id: str
    names: tuple[str, ...]


@record
class PromotionKind:
    """A kind of promotion, which ``id`` is: the words by which the title of a task names it, and its terms.

    ``edition`` is the one whose price it lowers where nothing else is said, ``paid`` whether those who
    run it ask money for it.
    """

    id: str
    names: tuple[str, ...] = ()
    edition: EditionKind | None = None
    paid: bool = False


@record
class OtherWork:
    """Words by which work is for something else than the plan's book, or where not ``sure`` may be.

    ``{n}`` in one stands for the number of another book of the series, as ``numbers`` call it in their order.
    ``later`` are words for a book that can only be ordered ahead once this one is out.
    """

    id: str
    names: tuple[str, ...]
    numbers: tuple[tuple[str, ...], ...] = ()
    sure: bool = True
    later: bool = False


@record
class App:
    """An app or shop that platforms may count as a rival, and how authors write its name.

    ``evasions`` hide the name from filters; ``words`` are names that are ordinary words too and count only
    where the words around them say so; ``contacts`` stand before an id; ``not_in`` are longer words that
    hold a name and mean something else. ``proper`` are sure only as they are written here, ``initials`` only
    beside a Chinese sign; ``contact_words`` are contacts only with a colon or a word for "id", ``lone`` also
    with a mere word behind a blank, where no other Latin word is near.
    """

    id: str
    names: tuple[str, ...] = ()
    evasions: tuple[str, ...] = ()
    proper: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    contact_words: tuple[str, ...] = ()
    lone: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
