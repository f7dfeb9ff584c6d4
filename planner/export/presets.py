"""For whom a plan is exported, which sections each reader gets, and on which paper."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """A reader's document: its name, who reads it, its sections in order, and what kind of document it is."""

    name: str
    reader: str
    sections: tuple[str, ...]
    kind: str = "marketing plan"


PRESETS: Mapping[str, Preset] = {
    "self": Preset(
        "Everything, for yourself",
        "the author",
        (
            "cover",
            "contents",
            "glance",
            "goals",
            "book",
            "positioning",
            "channels",
            "fit",
            "tracking",
            "links",
            "timeline",
            "budget",
            "people",
            "checks",
            "skipped",
            "sources",
        ),
    ),
    "assistant": Preset(
        "Assistant: tasks, dates and links",
        "the assistant",
        ("cover", "glance", "timeline", "people", "links", "channels"),
    ),
    "publicist": Preset(
        "Publicist: hook, comparable titles and contacts",
        "the publicist",
        ("cover", "book", "positioning", "goals", "timeline", "people"),
    ),
    "ads": Preset(
        "Ads freelancer: budget, targets and links",
        "the ads freelancer",
        ("cover", "goals", "positioning", "budget", "tracking", "links"),
    ),
    "tip-sheet": Preset("Tip sheet", "readers of the tip sheet", ("tip-sheet",), "tip sheet"),
    "summary": Preset("Summary", "readers of the summary", ("cover", "glance")),
}

SECTION_NAMES: Mapping[str, str] = {
    "cover": "Cover",
    "contents": "Contents",
    "glance": "At a glance",
    "goals": "Goals",
    "book": "Book basics",
    "positioning": "Positioning",
    "channels": "Channel plan",
    "fit": "Why these platforms, and why not",
    "tracking": "What can be measured, and where",
    "links": "Link ledger",
    "timeline": "Timeline",
    "budget": "Budget",
    "people": "People and tasks",
    "checks": "Checks",
    "skipped": "Skipped platforms and assumptions",
    "sources": "Sources",
    "tip-sheet": "Tip sheet",
}

PAPER_NAMES: Mapping[str, str] = {"a4": "A4", "letter": "US Letter"}

TEXT_SIZE_NAMES: Mapping[str, str] = {"normal": "Normal", "large": "Large"}
