"""The colours of every document on white ground, as codes; each has enough contrast to be read."""

import re
from collections.abc import Mapping
from typing import Final

from planner.export.blocks import Tone

CODE: Final = re.compile("#[0-9a-fA-F]{6}")
"""What a colour of the catalog has to be, to be drawn."""

INK: Final = "#1b2126"
QUIET: Final = "#59626b"
ACCENT: Final = "#1f5f5b"
HAIRLINE: Final = "#dcdad4"
PANEL: Final = "#f5f4f0"

TONES: Final[Mapping[Tone, str]] = {
    Tone.PLAIN: INK,
    Tone.MUTED: QUIET,
    Tone.ACCENT: ACCENT,
    Tone.GOOD: "#1d6b3c",
    Tone.CAREFUL: "#86560a",
    Tone.WAITING: "#2c5290",
    Tone.DANGER: "#a32d26",
    Tone.OFF: "#62666b",
    Tone.DOUBT: "#6a4787",
}
