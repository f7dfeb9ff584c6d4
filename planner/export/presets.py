"""For whom a plan is exported, which sections each reader gets, and on which paper."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """A reader, the sections for them in order, and what kind of document they make."""

    name: str
    sections: tuple[str, ...]
    kind: str = "marketing plan"


PRESETS: Mapping[str, Preset] = {
    "self": Preset(
        "Everything, for yourself",
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
        "Assistant: tasks, dates and links", ("cover", "glance", "timeline", "people", "links", "channels")
    ),
    "publicist": Preset(
        "Publicist: hook, comparable titles and contacts",
        ("cover", "book", "positioning", "goals", "timeline", "people"),
    ),
    "ads": Preset(
        "Ads freelancer: budget, targets and links",
        ("cover", "goals", "positioning", "budget", "tracking", "links"),
    ),
    "tip-sheet": Preset("Tip sheet", ("tip-sheet",), "tip sheet"),
    "summary": Preset("Summary", ("cover", "glance")),
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
