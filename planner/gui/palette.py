"""The colours of both themes, by what they are for."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.core.contrast import contrast


@dataclass(frozen=True, slots=True)
class Tone:
    """The colours of a badge: its ground and the words on it."""

    ground: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One theme's colours; ``tones`` go by the words of verdicts, severities and fits."""

    panel: str
    board: str
    lane: str
    card: str
    field: str
    line: str
    frame: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    accent_soft: str
    hover: str
    tip: str
    on_tip: str
    shadow: str
    tones: Mapping[str, Tone]


LIGHT = Palette(
    panel="#ffffff",
    board="#f6f4ef",
    lane="#eeebe4",
    card="#ffffff",
    field="#ffffff",
    line="#e4e0d8",
    frame="#d3cec4",
    text="#1c2126",
    muted="#5b616a",
    faint="#656b73",
    accent="#1f5f5b",
    accent_hover="#184c49",
    on_accent="#ffffff",
    accent_text="#1b5a56",
    accent_soft="#e1eeeb",
    hover="#f1efe9",
    tip="#262b30",
    on_tip="#f6f4ef",
    shadow="#d9d4ca",
    tones={
        "available": Tone("#e1f0e5", "#1d6438"),
        "limited": Tone("#faedcf", "#744900"),
        "not yet": Tone("#e2ebf7", "#27507f"),
        "forbidden": Tone("#fde6da", "#8c360c"),
        "impossible": Tone("#e6e6e4", "#505357"),
        "unknown": Tone("#ece7f4", "#56467c"),
        "blocker": Tone("#fae0de", "#9c211a"),
        "error": Tone("#fde6da", "#8c360c"),
        "warning": Tone("#faedcf", "#744900"),
        "tip": Tone("#e2ebf7", "#27507f"),
        "neutral": Tone("#ecebe7", "#4f545a"),
    },
)

DARK = Palette(
    panel="#1d2023",
    board="#16181a",
    lane="#222629",
    card="#2c3135",
    field="#262a2e",
    line="#33383d",
    frame="#474e54",
    text="#eceae5",
    muted="#b0b5ba",
    faint="#a6abb1",
    accent="#3f8f88",
    accent_hover="#55a59d",
    on_accent="#04110f",
    accent_text="#7cc9c1",
    accent_soft="#1f3b39",
    hover="#2a2f33",
    tip="#eceae5",
    on_tip="#1c2126",
    shadow="#101213",
    tones={
        "available": Tone("#1e3b29", "#9ad7af"),
        "limited": Tone("#40341a", "#edc977"),
        "not yet": Tone("#21344c", "#a4c6ef"),
        "forbidden": Tone("#47291b", "#f5b08d"),
        "impossible": Tone("#3a3e42", "#c6c9cc"),
        "unknown": Tone("#352e46", "#c9b9ef"),
        "blocker": Tone("#4d2321", "#fbb0aa"),
        "error": Tone("#47291b", "#f5b08d"),
        "warning": Tone("#40341a", "#edc977"),
        "tip": Tone("#21344c", "#a4c6ef"),
        "neutral": Tone("#363b3f", "#c3c7cb"),
    },
)


def readable_on(ground: str) -> str:
    """Black or white, whichever reads better on a colour."""
    return "#ffffff" if contrast("#ffffff", ground) >= contrast("#000000", ground) else "#000000"
