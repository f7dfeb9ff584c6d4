"""Directions of text by the Unicode bidirectional algorithm (UAX #9), through python-bidi.

Controls of direction never come here: :func:`planner.export.text.clean` drops them.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from planner.export.asides import MARKS, RTL, SEPARATOR, Kind, runs_leftwards, stretches

LTR_MARK: Final = "\u200e"
RTL_MARK: Final = "\u200f"
_LEFTWARDS: Final = re.compile(f"[{RTL}]")
_SENTENCE: Final = re.compile(r"[.!?](?: |$)")
_MOST_OPEN: Final = 63
_BEGINNING: Final = 400
_MOSTLY: Final = 1.5
_STOPS: Final = frozenset({"ES", "ET", "CS"})
_OWN_DIRECTION: Final = frozenset({"L", "R", "AL", "EN", "AN"})
# A character of each kind that text has without controls of direction.
_KINDS: Final = dict(
    zip(
        ("L", "R", "AL", "EN", "AN", "NSM", "ES", "ET", "CS", "ON", "WS", "S", "B"),
        "A\u05d0\u06271\u0660\u0300+%,! \t\x1c",
        strict=True,
    )
)
_RIGHTWARD: Final = _KINDS["L"]
_LEFTWARD: Final = _KINDS["R"] + _KINDS["AL"]
_BACK: Final = re.compile(f"[{_LEFTWARD}]")
_WORD: Final = re.compile(f"{_RIGHTWARD}+")
_QUOTATION: Final = re.compile("“[^”]*”?")
_NAME: Final = 2  # words, as many as most names have
_LETTER: Final = re.compile(f"[{_RIGHTWARD}{_LEFTWARD}]")
# Letters of a kind with what stands between and on them, or any other character.
_STRETCH: Final = re.compile(
    "|".join(f"{each}(?:[{each}+%,! \t\u0300]*{each})?\u0300*" for each in _RIGHTWARD + _LEFTWARD)
    + "|[\\s\\S]"
)
_STRONG: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}


@dataclass(frozen=True, slots=True)
class Directions:
    """The level of each character of a paragraph, and whether the paragraph itself runs from right to left.

    Characters of an odd level run from right to left.
    """

    rtl: bool
    levels: bytes


def begins_leftwards(text: str) -> bool:
    """Whether the first paragraph of the text runs from right to left."""
    found = directions(text.split("\n", 1)[0][:_BEGINNING])
    return found is not None and found.rtl


def directions(paragraph: str, *, leftwards: bool = False) -> Directions | None:
    """The directions within a paragraph, or None where all of it runs from left to right.

    A document may itself run ``leftwards``; what it lists between separators then does so, if no sentence.
    """
    if not runs_leftwards(paragraph):
        return None
    plain = paragraph.translate(_REPRESENTATIVES)
    base = 1 if leftwards and _is_list(paragraph[:_BEGINNING]) else _base(plain, leftwards=leftwards)
    levels = []
    for text, kind in stretches(plain, base):
        if kind is Kind.BETWEEN:
            levels.append(bytes([base]) * len(text))
        elif text:
            own = _base(text, leftwards=leftwards)
            levels.append(_levels(text, own if kind is Kind.QUOTATION else min(base, own), base))
    return Directions(bool(base), b"".join(levels))


def _is_list(paragraph: str) -> bool:
    return SEPARATOR in paragraph and not _SENTENCE.search(paragraph)


def _base(paragraph: str, *, leftwards: bool) -> int:
    """The level of a paragraph: that of its first letter, or of any in a document that runs leftwards (HL1).

    Of a sentence that only begins with a name of the other way, or has one in such a document, it is the
    sentence's own, whatever it quotes.
    """
    beginning = _QUOTATION.sub("", paragraph[:_BEGINNING]).partition(SEPARATOR)[0]
    ahead, back = (sum(map(beginning.count, kind)) for kind in (_RIGHTWARD, _LEFTWARD))
    if ahead > _MOSTLY * back:
        return 0
    return 1 if leftwards and back and not _opens_rightwards(beginning) else _first_level(paragraph)


def _opens_rightwards(text: str) -> bool:
    """Whether a text begins with more words from left to right than names have."""
    before, *_ = _BACK.split(text, maxsplit=1)
    return len(_WORD.findall(before)) > _NAME


def _first_level(text: str) -> int:
    """The level of the first letter of the text (P2, P3)."""
    first = _LETTER.search(text)
    return int(first is not None and first[0] in _LEFTWARD)


def _levels(part: str, base: int, around: int) -> bytes:
    """The levels of a stretch of its own level, in a paragraph of the level ``around`` (HL3).

    Each is read by itself, so that a date after a name in Arabic letters keeps its order. Letters of one way
    with what is between them have one level, and are as one letter to what is around them.
    """
    runs = _STRETCH.findall(part)
    levels = _resolved("".join([run[0] for run in runs]), base)
    if base < around:
        levels = bytes(level + 2 for level in levels)
    return b"".join([levels[place : place + 1] * len(each) for place, each in enumerate(runs)])


@lru_cache(maxsize=256)
def _resolved(text: str, base: int) -> bytes:
    """The level of each character of a text of the level ``base``."""
    from bidi import algorithm

    storage: Any = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(text, storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return bytes(character["level"] for character in storage["chars"])


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
    """A character in place of each: one for all of a kind, that the library knows whatever its data.

    Brackets, marks of quotation and the dot between parts stand for themselves. What has no width takes the
    direction of the character before it.
    """

    def __missing__(self, code: int) -> str:
        self[code] = _representative(chr(code))
        return self[code]


_REPRESENTATIVES: Final = _Representatives()


def _representative(character: str) -> str:
    if character in _PAIRS or character in _CLOSING or character in SEPARATOR + MARKS:
        return character
    kind = unicodedata.bidirectional(character)
    if kind:
        return _KINDS.get(kind, _KINDS["NSM"])
    return _KINDS["R" if _LEFTWARDS.match(character) else "L"]


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
