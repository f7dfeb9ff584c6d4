"""For whom a plan is exported, which sections each reader gets, and on which paper."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planner.core.catalog import Catalog
from planner.core.paid import only_paid
from planner.core.plan import Plan
from planner.export.blanks import without_blanks


@dataclass(frozen=True, slots=True)
class Preset:
    """A reader's document: its name, who reads it, its sections in order, and what kind of document it is.

    ``called`` is what the name of its file says of it; ``pages`` is the most that it may take, None where it
    takes what it needs; ``paid`` shows only the channels that money goes to; ``of_book`` is for people
    outside, who know the book by its title and nothing of a plan.
    """

    name: str
    called: str
    reader: str
    sections: tuple[str, ...]
    kind: str = "marketing plan"
    pages: int | None = None
    paid: bool = False
    of_book: bool = False


PRESETS: Mapping[str, Preset] = {
    "self": Preset(
        "Everything, for yourself",
        "everything",
        "the author",
        (
            "cover",
            "contents",
            "glance",
            "goals",
            "book",
            "positioning",
            "audience",
            "author",
            "channels",
            "fit",
            "texts",
            "tracking",
            "links",
            "timeline",
            "budget",
            "hours",
            "tasks",
            "people",
            "checks",
            "skipped",
            "review",
            "glossary",
            "sources",
        ),
    ),
    "assistant": Preset(
        "Assistant: tasks, dates and links",
        "assistant",
        "the assistant",
        ("cover", "work", "timeline", "hours", "tasks", "links", "duties", "copy", "people"),
    ),
    "publicist": Preset(
        "Publicist: hook, comparable titles and contacts",
        "publicist",
        "the publicist",
        ("cover", "book", "positioning", "audience", "author", "people", "timeline", "publicity"),
    ),
    "ads": Preset(
        "Ads freelancer: budget, targets and links",
        "ads",
        "the ads freelancer",
        ("cover", "ads", "goals", "budget", "audience", "positioning", "timeline", "tracking", "links"),
        paid=True,
    ),
    "tip-sheet": Preset(
        "Tip sheet: two pages for shops and reviewers",
        "tip sheet",
        "readers of the tip sheet",
        ("tip-sheet",),
        "tip sheet",
        pages=2,
        of_book=True,
    ),
    "summary": Preset(
        "Summary: the plan on one page",
        "summary",
        "readers of the summary",
        ("summary",),
        "summary",
        pages=1,
    ),
}


def plan_for(plan: Plan, preset: str, catalog: Catalog) -> Plan:
    """What of a plan a reader's document is about: no blank texts, and for some only what costs money.

    An extract for the same reader is about that already. For people outside, the title is the book's.
    """
    reads = PRESETS[preset]
    shown: Plan = without_blanks(
        only_paid(plan, catalog) if reads.paid and plan.extract != reads.reader else plan
    )
    return replace(shown, title="") if reads.of_book and shown.book.title else shown


def said_of(preset: str, said: str) -> str:
    """What is said of one reader's document among those of others; nothing where nothing is."""
    return f"{PRESETS[preset].name}. {said}" if said else ""


PRESET_NAMES: Mapping[str, str] = {id: preset.name for id, preset in PRESETS.items()}

SECTION_NAMES: Mapping[str, str] = {
    "cover": "Cover",
    "contents": "Contents",
    "glance": "At a glance",
    "goals": "Goals",
    "book": "Book basics",
    "positioning": "Positioning",
    "audience": "Audience",
    "author": "Author platform",
    "channels": "Channel plan",
    "fit": "Why these platforms, and why not",
    "texts": "Texts and notes",
    "tracking": "What can be measured, and where",
    "links": "Link ledger",
    "timeline": "Timeline",
    "budget": "Budget",
    "hours": "Hours a week",
    "tasks": "Tasks",
    "people": "People",
    "checks": "Risks and checks",
    "skipped": "Skipped platforms and assumptions",
    "review": "Review after the launch",
    "glossary": "Glossary",
    "sources": "Sources",
    "work": "What is to be done",
    "duties": "Channels",
    "copy": "Texts",
    "publicity": "Publicity dates",
    "ads": "Money and targets",
    "tip-sheet": "Tip sheet",
    "summary": "Summary",
}

PAPER_NAMES: Mapping[str, str] = {"a4": "A4", "letter": "US Letter"}

TEXT_SIZE_NAMES: Mapping[str, str] = {"normal": "Normal", "large": "Large"}
