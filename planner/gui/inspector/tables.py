"""The tables of fields that the inspector's forms are made from."""

from planner.core.vocabulary import ActivityKind
from planner.gui.parts.field import Field
from planner.gui.parts.values import Kind

CUTTING = ("kind", (ActivityKind.PRICE_PROMOTION,))
PROMOTING = ("kind", (ActivityKind.PRICE_PROMOTION, ActivityKind.SEND))
LASTING = (
    "kind",
    (
        ActivityKind.PRICE_PROMOTION,
        ActivityKind.SEND,
        ActivityKind.GIVEAWAY,
        ActivityKind.AD,
        ActivityKind.EVENT,
    ),
)
GIVING = ("kind", (ActivityKind.GIVEAWAY,))
POSTING = ("kind", (ActivityKind.POST,))

CLEARED = Field(
    "cleared", "Words that mean something else, one a line", Kind.LINES, span=2, empty=(), lines=2, rare=True
)
CHANNEL = (
    Field("role", "What it is for", Kind.LONG, span=2, hint="What this channel does for the launch"),
    Field("stance", "Stance", Kind.CHOICE, choices="stance"),
    Field("aim", "Aim", Kind.CHOICE, choices="aim"),
    Field("cadence", "Cadence", span=2, hint="3 posts a week"),
    Field("hours", "Hours a week", Kind.NUMBER),
    Field("owner", "Owner", Kind.CHOICE, choices="person"),
    Field("budget", "Budget", Kind.MONEY),
    Field("spent", "Spent", Kind.MONEY),
    Field("region", "Region", Kind.CHOICE, choices="region", span=2),
    Field("disclosure", "Disclosure", Kind.SHORT, span=2, hint="#ad, affiliate link"),
)
SEVERAL = (
    Field("stance", "Stance", Kind.CHOICE, choices="stance"),
    Field("aim", "Aim", Kind.CHOICE, choices="aim"),
    Field("owner", "Owner", Kind.CHOICE, choices="person", span=2),
)
ACCOUNT = (
    Field("handle", "Handle", span=2, hint="@name"),
    Field("type", "Kind of account", Kind.CHOICE, choices="account", span=2),
    Field("followers", "Followers", Kind.WHOLE),
    Field("list_size", "Addresses on the list", Kind.WHOLE),
    Field("region", "Region of the account", Kind.CHOICE, choices="region"),
    Field("languages", "Languages you write", Kind.LIST, choices="spoken", hint="en, zh"),
    Field("local_help", "Local help", Kind.YES_NO, span=2),
    Field("opt_in", "Readers have opted in", Kind.YES_NO),
    Field("mail_service", "Mail service", Kind.CHOICE, choices="mail service"),
    Field("last_send", "Last letter sent on", Kind.DATE, hint="2026-11-04"),
    Field("list_origin", "Origin of the list", Kind.CHOICE, choices="origin"),
    Field("legal_basis", "Legal basis", Kind.CHOICE, choices="basis", span=2),
)
FOR_LISTS = frozenset({"list_size", "opt_in", "mail_service", "last_send", "list_origin", "legal_basis"})
RECHECK = (
    Field("on", "I checked on", Kind.DATE, span=2, hint="2026-11-22"),
    Field("note", "What I found", Kind.LONG, span=2),
)
ACTIVITY = (
    Field("title", "Title", span=2),
    Field("kind", "Kind", Kind.CHOICE, choices="work"),
    Field("state", "State", Kind.CHOICE, choices="state"),
    Field("due", "Due", Kind.WHEN, hint="T-28 or a date"),
    Field("at", "At", Kind.TIME, hint="18:30"),
    Field("ends", "Last day", Kind.WHEN, span=2, hint="T-22", when=LASTING),
    Field("lead_days", "Days of lead", Kind.WHOLE),
    Field("hours", "Hours", Kind.NUMBER),
    Field("aim", "Aim", Kind.CHOICE, choices="aim"),
    Field("owner", "Owner", Kind.CHOICE, choices="person"),
    Field("promo", "Kind of promotion", Kind.CHOICE, choices="promo", span=2, when=PROMOTING),
    Field("price", "Price then", Kind.MONEY, when=CUTTING),
    Field("list_price", "Price before", Kind.MONEY, when=CUTTING),
    Field("steps", "Steps of the price", Kind.WHOLE, span=2, when=CUTTING),
    Field("region", "Who may take part", Kind.CHOICE, choices="region", span=2, when=GIVING),
    Field("boosted", "Paid to be shown", Kind.YES_NO, when=POSTING),
    Field("gifted", "Paid for or a gift", Kind.YES_NO, when=POSTING),
    Field("notes", "Notes", Kind.LONG, span=2),
    CLEARED,
)
LINK = (
    Field("label", "Name", span=2),
    Field("placement", "Where it stands", Kind.CHOICE, choices="placement", span=2),
    Field("target", "Leads to", span=2, hint="https://"),
    Field("address", "Address from your tracking service", span=2, hint="https://"),
    Field("utm_source", "UTM source"),
    Field("utm_medium", "UTM medium"),
    Field("utm_campaign", "UTM campaign"),
    Field("utm_content", "UTM content"),
    Field("utm_term", "UTM term"),
    Field("dynamic_qr", "QR counts its scans", Kind.YES_NO),
    Field("expires", "Works until", Kind.WHEN, hint="for good"),
    Field("owner", "Owner", Kind.CHOICE, choices="person"),
    Field("notes", "Notes"),
)
