"""Takes the blanks off names and texts, so that those of which nothing is seen are none."""

import re
from typing import Any, Final

from planner.export.every_text import rewritten

# Blanks, controls, direction marks, signs that join or choose a shape, fillers, tags and lone surrogates.
_SEEN: Final = re.compile(
    r"[^\s\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)
_KEYS: Final = frozenset(("id", "owner"))


def without_blanks(record: Any) -> Any:
    """A record with all below it, whose texts have no blanks around them; itself where there are none."""
    return rewritten(record, lambda text, _, field: text if field in _KEYS else _bare(text))


def _bare(text: str) -> str:
    return "" if is_blank(text) else text.strip()


def is_blank(text: str) -> bool:
    """Whether nothing of a text is seen, however many characters it has."""
    return _SEEN.search(text) is None
