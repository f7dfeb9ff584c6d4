"""The tables of fields that the brief is made from, section by section."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.gui.inspector.tables import ACCOUNT as OF_ACCOUNT
from planner.gui.parts.field import Field
from planner.gui.parts.values import Kind

SIX = 6


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief: its title, a line on what it is for, and the fields of one record."""

    title: str
    about: str
    record: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A part of the brief that lists records or items, each with the same fields.

    ``slot`` is the list that holds them; ``of`` the record that has the list: the plan or the book.
    """

    title: str
    about: str
    of: str
    slot: str
    one: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The part of the brief that holds the book's picture."""

    title: str
    about: str


BOOK = (
    Field("title", "Title", span=3),
    Field("subtitle", "Subtitle", span=3),
    Field("series", "Series", span=4),
    Field("series_number", "Number in the series", Kind.WHOLE, span=2),
    Field("genre", "Genre", Kind.CHOICE, choices="genre", span=3),
    Field("language", "Language", Kind.CHOICE, choices="language", span=3),
    Field("markets", "Markets", Kind.LIST, choices="region", span=6, hint="US, GB, CN"),
    Field("release", "Release", Kind.WHEN, span=2, hint="T or 2027-05-04", empty=0),
    Field("preorder", "Pre-order opens", Kind.WHEN, span=2, hint="T-90"),
    Field("final_file", "Final file handed in", Kind.WHEN, span=2, hint="T-12"),
    Field("kdp_select", "In KDP Select", Kind.YES_NO, span=3),
    Field("select_since", "Its term began", Kind.WHEN, span=3, hint="T", help="Terms last 90 days."),
    Field("bisac", "BISAC codes", Kind.LIST, span=6, hint="FIC014000"),
    Field("hook", "Hook", Kind.LONG, span=6, hint="The book in one or two sentences"),
    Field("blurb", "Blurb", Kind.LONG, span=6, lines=7, hint="The text on the book's page"),
)
EDITION = (
    Field("kind", "Edition", Kind.CHOICE, choices="edition", span=3),
    Field("price", "Price", Kind.MONEY, span=3),
    Field("isbn", "ISBN", span=3),
    Field("asin", "ASIN", span=3),
)
COMP = (
    Field("title", "Title", span=3),
    Field("author", "Author", span=3),
    Field("why", "Why readers would like both", Kind.LONG, lines=2, span=6),
)
AUTHOR = (
    Field("name", "Name", span=3),
    Field("website", "Website", span=3, hint="https://"),
    Field("email", "E-mail", span=3),
    Field("platform", "Where readers find you", span=3),
    Field("time_zone", "Time zone", Kind.CHOICE, choices="zone", span=3, help="Where you live and send."),
    Field("bio", "About the author", Kind.LONG, span=6),
)
LAUNCH = (
    Field("title", "Name of the plan", span=3, help="Empty: the book's title."),
    Field(
        "launch", "Launch day", Kind.DATE, span=3, hint="2027-05-04", help="T-28 and the like count from it."
    ),
    Field("hours_a_week", "Hours a week", Kind.NUMBER, span=2, help="What you can give to marketing."),
    Field("budget", "Budget", Kind.MONEY, span=2),
    Field("currency", "Currency", Kind.CHOICE, choices="currency", span=2),
    Field("status", "Status", span=6, hint="draft"),
)
READERS = (
    Field("audience", "Audience", Kind.LONG, lines=5, span=6, hint="Who reads this, and where they are"),
    Field("positioning", "Positioning", Kind.LONG, lines=5, span=6, hint="Why they choose this book"),
    Field(
        "assumptions",
        "Assumptions",
        Kind.LONG,
        lines=5,
        span=6,
        hint="What must be true for this to work",
    ),
)
GOAL = (
    Field("text", "Goal", span=6),
    Field("aim", "Aim", Kind.CHOICE, choices="goal", span=2),
    Field("target", "Number", Kind.WHOLE, span=2),
    Field("by", "By", Kind.WHEN, span=2, hint="T+30"),
)
PERSON = (Field("name", "Name", span=3), Field("contact", "Contact", span=3), Field("role", "Role", span=6))
ACCOUNT = (
    Field("platform", "Platform", Kind.CHOICE, choices="platform", span=6),
    *(replace(field, span=3 * field.span) for field in OF_ACCOUNT if field.name != "type"),
    Field("domains", "Declared domains", Kind.LIST, span=6, hint="example.com"),
)
PHASE = (
    Field("name", "Phase", span=2),
    Field("starts", "Starts", Kind.WHEN, span=2, hint="T-56"),
    Field("ends", "Ends", Kind.WHEN, span=2, hint="T-1"),
    Field("purpose", "What it is for", span=6),
)
SKIPPED = (
    Field("platform", "Platform", Kind.CHOICE, choices="platform", span=6),
    Field("reason", "Why not", span=6),
)
RECHECK = (
    Field("platform", "Platform", Kind.CHOICE, choices="platform", span=3),
    Field("on", "I checked on", Kind.DATE, span=3, hint="2026-11-22"),
    Field("note", "What I found", span=6),
)

PARTS: Mapping[str, tuple[Section | Rows | Cover, ...]] = {
    "Book": (
        Section("Book", "The title that this plan launches.", "book", BOOK),
        Rows("Editions", "The shapes in which it is sold.", "book", "editions", "edition", EDITION),
        Cover("Cover", "It stands on the first page of every document."),
        Rows("Comparable titles", "Books that the same readers like.", "book", "comps", "title", COMP),
    ),
    "Author": (Section("Author", "Who wrote it.", "author", AUTHOR),),
    "Launch": (Section("Launch and means", "When, and with how much time and money.", "plan", LAUNCH),),
    "Readers": (Section("Readers", "Whom the book is for.", "plan", READERS),),
    "Goals": (Rows("Goals", "What success is, in numbers with a day.", "plan", "goals", "goal", GOAL),),
    "Phases": (Rows("Phases", "The stretches of the launch.", "plan", "phases", "phase", PHASE),),
    "People": (Rows("People", "Who helps.", "plan", "people", "person", PERSON),),
    "Accounts": (
        Rows(
            "Accounts", "Your own accounts: the rules ask for them.", "plan", "accounts", "account", ACCOUNT
        ),
    ),
    "Skipped": (
        Rows(
            "Skipped platforms", "Considered and turned down.", "plan", "skipped", "skipped platform", SKIPPED
        ),
    ),
    "Checked": (
        Rows(
            "What you checked yourself",
            "Facts grow old. A note that you looked them up keeps the checks quiet until it is old itself.",
            "plan",
            "rechecks",
            "note",
            RECHECK,
        ),
    ),
}
