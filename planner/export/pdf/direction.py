"""Directions of text by the Unicode bidirectional algorithm (UAX #9), through python-bidi.

Controls of direction never come here: :func:`planner.export.text.clean` drops them.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from planner.export.isolates import LEFTWARDS, SEPARATOR, Kind, has_leftwards, stretches
from planner.export.pdf.bidi_classes import LEFTWARD, RIGHTWARD, in_classes
from planner.export.pdf.bidi_levels import levels_of

LTR_MARK: Final = "\u200e"
RTL_MARK: Final = "\u200f"
_SENTENCE: Final = re.compile(r"[.!?](?: |$)")
_BEGINNING: Final = 400
_MOSTLY: Final = 1.5
_STOPS: Final = frozenset({"ES", "ET", "CS"})
_OWN_DIRECTION: Final = frozenset({"L", "R", "AL", "EN", "AN"})
_HIGHEST: Final = 4
# Several of a level or a higher one, by that level.
_AT_LEAST: Final = [re.compile(rb"[\x%02x-\x%02x]{2,}" % (level, _HIGHEST)) for level in range(_HIGHEST + 1)]
_BACK: Final = re.compile(f"[{LEFTWARD}]")
_WORD: Final = re.compile(f"{RIGHTWARD}+")
_QUOTATION: Final = re.compile("“[^”]*”?")
_NAME: Final = 2  # words, as many as most names have
_CLOSING: Final = 5  # words at the end of a sentence that are looked at
_TWO_HIGHER: Final = bytes((level + 2) % 256 for level in range(256))
_LETTER: Final = re.compile(f"[{RIGHTWARD}{LEFTWARD}]")


@dataclass(frozen=True, slots=True)
class Directions:
    """The level of each character of a paragraph, and whether the paragraph itself runs from right to left.

    Characters of an odd level run from right to left.
    """

    rtl: bool
    levels: bytes


def runs_leftwards(text: str) -> bool:
    """Whether the first paragraph of the text runs from right to left."""
    found = directions(text.split("\n", 1)[0][:_BEGINNING])
    return found is not None and found.rtl


def directions(paragraph: str, *, leftwards: bool = False) -> Directions | None:
    """The directions within a paragraph, or None where all of it runs from left to right.

    A document may itself run ``leftwards``; what it lists between separators then does so, if no sentence.
    """
    if not has_leftwards(paragraph):
        return None
    plain = in_classes(paragraph)
    beginning = paragraph[:_BEGINNING]
    if leftwards and _is_list(beginning):
        base = 1
    else:
        base = 0 if _closes_rightwards(beginning) else _base(plain, leftwards=leftwards)
    levels, parts = [], [(text, kind) for text, kind in stretches(plain, base) if text]
    around = [SEPARATOR, *(text for text, _ in parts), SEPARATOR]
    for (text, kind), before, after in zip(parts, around, around[2:], strict=False):
        if kind is Kind.BETWEEN:
            levels.append(bytes([base]) * len(text))
        else:
            # Each is read by itself, so that a date after a name in Arabic letters keeps its order (HL3).
            own = _base(text, leftwards=leftwards)
            listed = before == after == SEPARATOR and not any(map(text.count, RIGHTWARD))
            own = own if listed or kind is Kind.QUOTATION else min(base, own)
            found = levels_of(text, own)
            levels.append(found.translate(_TWO_HIGHER) if own < base else found)
    return Directions(bool(base), b"".join(levels))


def _is_list(paragraph: str) -> bool:
    return SEPARATOR in paragraph and not _SENTENCE.search(paragraph)


def _closes_rightwards(paragraph: str) -> bool:
    """Whether a sentence ends with words from left to right that make no name, and has as many as others.

    So those of the program do where the name in them is as long as all else.
    """
    if not _SENTENCE.search(paragraph[-2:]):
        return False
    last = takewhile(lambda word: not has_leftwards(word), reversed(paragraph.rsplit(maxsplit=_CLOSING)))
    if sum(map(str.islower, last)) < _NAME:
        return False
    said = _QUOTATION.sub("", paragraph)
    back, letters = len(LEFTWARDS.findall(said)), sum(map(str.isalpha, said))
    return back < _MOSTLY * (letters - back)


def _base(paragraph: str, *, leftwards: bool) -> int:
    """The level of a paragraph: that of its first letter, or of any in a document that runs leftwards (HL1).

    Of a sentence that only begins with a name of the other way, or has one in such a document, it is the
    sentence's own, whatever it quotes; of what is said behind a name and its phase, that of most letters.
    """
    beginning, _, rest = _QUOTATION.sub("", paragraph[:_BEGINNING]).partition(SEPARATOR)
    if leftwards and _runs_mostly_leftwards(beginning + rest):
        return 1
    ahead, back = (sum(map(beginning.count, kind)) for kind in (RIGHTWARD, LEFTWARD))
    if ahead > _MOSTLY * back:
        return 0
    return 1 if leftwards and back and not _opens_rightwards(beginning) else _first_level(paragraph)


def _runs_mostly_leftwards(text: str) -> bool:
    ahead, back = (sum(map(text.count, kind)) for kind in (RIGHTWARD, LEFTWARD))
    return back > _MOSTLY * ahead


def _opens_rightwards(text: str) -> bool:
    """Whether a text begins with more words from left to right than names have."""
    before, *_ = _BACK.split(text, maxsplit=1)
    return len(_WORD.findall(before)) > _NAME


def _first_level(text: str) -> int:
    """The level of the first letter of the text (P2, P3)."""
    first = _LETTER.search(text)
    return int(first is not None and first[0] in LEFTWARD)


def visual_order(levels: bytes) -> list[int]:
    """The indexes of the parts of a line, given by their levels, from left to right (rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        for several in _AT_LEAST[level].finditer(levels):
            start, end = several.span()
            order[start:end] = order[start:end][::-1]
    return order


def seen(cluster: str) -> str:
    """What a glyph of right-to-left text says in a PDF: its characters from left to right, as they are seen.

    Readers of PDFs turn them again. They take the stops of numbers, such as a comma, for left-to-right text,
    unless marks of direction hold them.
    """
    held = unicodedata.bidirectional(cluster[0]) in _STOPS
    return f"{RTL_MARK}{cluster[::-1]}{RTL_MARK}" if held else cluster[::-1]


def is_neutral(character: str) -> bool:
    """Whether the character has no direction of its own."""
    return unicodedata.bidirectional(character) not in _OWN_DIRECTION
