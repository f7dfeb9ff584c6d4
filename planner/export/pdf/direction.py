"""Directions of text by the Unicode bidirectional algorithm (UAX #9), through python-bidi.

Controls of direction never come here: :func:`planner.export.text.clean` drops them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

_RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
LTR_MARK: Final = "\u200e"
RTL_MARK: Final = "\u200f"
SEPARATOR: Final = " · "
_LEFTWARDS: Final = re.compile(f"[{_RTL}]")
_MOST_OPEN: Final = 63
_BEGINNING: Final = 400
_MOSTLY: Final = 1.5
_STOPS: Final = frozenset({"ES", "ET", "CS"})
_OWN_DIRECTION: Final = frozenset({"L", "R", "AL", "EN", "AN"})
_STRONG: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


@dataclass(frozen=True, slots=True)
class Directions:
    """The level of each character of a paragraph, and whether the paragraph itself runs from right to left.

    Characters of an odd level run from right to left.
    """

    rtl: bool
    levels: Sequence[int]


def runs_leftwards(text: str) -> bool:
    """Whether any character of the text may run from right to left."""
    return not text.isascii() and bool(_LEFTWARDS.search(text))


def begins_leftwards(text: str) -> bool:
    """Whether the first paragraph of the text runs from right to left."""
    found = directions(text.split("\n", 1)[0][:_BEGINNING])
    return found is not None and found.rtl


def directions(paragraph: str) -> Directions | None:
    """The directions within a paragraph, or None where all of it runs from left to right."""
    if not runs_leftwards(paragraph):
        return None
    plain = paragraph.translate(_REPRESENTATIVES)
    base = _base(plain)
    first, *others = plain.split(SEPARATOR)
    levels = _levels(first, base)
    for part in others:
        levels += [base] * len(SEPARATOR) + _levels(part, base)
    return Directions(bool(base), levels)


def _base(paragraph: str) -> int:
    """The level of a paragraph: that of its first letter.

    Of a sentence that only begins with a name of the other way, it is the sentence's own (HL1).
    """
    from bidi import algorithm

    beginning = paragraph.partition(SEPARATOR)[0][:_BEGINNING]
    kinds = Counter(map(unicodedata.bidirectional, beginning))
    mostly_rightwards = kinds["L"] > _MOSTLY * (kinds["R"] + kinds["AL"])
    return 0 if mostly_rightwards else int(algorithm.get_base_level(paragraph))


def _levels(part: str, around: int) -> list[int]:
    """The levels of what stands between separators in a paragraph of the level ``around`` (HL3).

    Each part is read by itself, so that a date after a name in Arabic letters keeps its order.
    """
    from bidi import algorithm

    base: int = min(around, algorithm.get_base_level(part))
    storage: Any = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(part, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(part, storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    deeper = 2 if base < around else 0
    return [character["level"] + deeper for character in storage["chars"]]


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indexes of the parts of a line, given by their levels, from left to right (rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = None
        for place in range(len(order) + 1):
            if place < len(order) and levels[order[place]] >= level:
                start = place if start is None else start
            elif start is not None:
                order[start:place] = reversed(order[start:place])
                start = None
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


class _Representatives(dict[int, str]):
    """A character in place of each, of the same kind, that the library knows whatever its data.

    What has no width takes the direction of the character before it.
    """

    def __missing__(self, code: int) -> str:
        self[code] = _representative(chr(code))
        return self[code]


_REPRESENTATIVES: Final = _Representatives()


def _representative(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    if kind in _KEPT:
        return character
    if kind:
        return "\u0300"
    return "\u05d0" if _LEFTWARDS.match(character) else "A"


_KEPT: Final = frozenset({"L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "B", "S", "WS", "ON"})


def _resolve_brackets(text: str, characters: Sequence[dict[str, Any]], base: str) -> None:
    """Rule N0, which the library leaves out: both brackets of a pair take one direction."""
    for first, last in sorted(_bracket_pairs(text)):
        inside = {_STRONG.get(character["type"]) for character in characters[first + 1 : last]}
        if base in inside:
            direction = base
        elif inside <= {None}:
            continue
        else:
            before = (_STRONG.get(characters[place]["type"]) for place in range(first - 1, -1, -1))
            direction = next((strong for strong in before if strong), base)
        for place in (first, last):
            _turn_bracket(text, characters, place, direction)


def _turn_bracket(text: str, characters: Sequence[dict[str, Any]], place: int, direction: str) -> None:
    """Give a bracket, and the accents on it, a direction."""
    characters[place]["type"] = direction
    while (place := place + 1) < len(text) and unicodedata.bidirectional(text[place]) == "NSM":
        characters[place]["type"] = direction


def _bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    """The places of opening and closing brackets that belong together (definition BD16)."""
    opened: list[tuple[int, str]] = []
    for place, character in enumerate(text):
        if character in _PAIRS:
            if len(opened) == _MOST_OPEN:
                return
            opened.append((place, _PAIRS[character]))
        elif opened and character in _CLOSING:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][1] == character:
                    yield opened[depth][0], place
                    del opened[depth:]
                    break


def _pairs() -> Iterator[tuple[str, str]]:
    for code in (*range(0x28, 0x100), *range(0x0F3A, 0x0F40), *range(0x2045, 0x3020), *range(0xFE59, 0xFF64)):
        if unicodedata.category(chr(code)) == "Ps" and unicodedata.mirrored(chr(code)):
            following = (chr(code + 1), chr(code + 2))
            yield chr(code), next(other for other in following if unicodedata.category(other) == "Pe")


_PAIRS: Final = dict(_pairs())
_CLOSING: Final = frozenset(_PAIRS.values())
