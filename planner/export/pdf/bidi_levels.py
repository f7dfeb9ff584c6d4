"""The level of each character of a text by the Unicode bidirectional algorithm (UAX #9), through python-bidi.

Texts here are in classes: see :func:`planner.export.pdf.bidi_classes.in_classes`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final

from planner.export.pdf.bidi_classes import (
    BETWEEN,
    CLOSING,
    DIGITS,
    LEFTWARD,
    NEUTRAL,
    NO_WIDTH,
    PAIRS,
    RIGHTWARD,
)

_MOST_OPEN: Final = 63
_STRONG: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
# Stands for a bracket that has the direction of the paragraph.
_SETTLED: Final = "«"
_OPENING: Final = re.escape("".join(PAIRS))
_BRACKET: Final = re.compile(f"[{_OPENING}{re.escape(''.join(CLOSING))}]")
# Letters of a kind with what stands between and on them, or any other character.
_STRETCH: Final = re.compile(
    "|".join(f"{each}(?:[{each}{BETWEEN}]*{each})?{NO_WIDTH}*" for each in RIGHTWARD + LEFTWARD)
    + f"|{NEUTRAL}+|[\\s\\S]"
)


def _part(own: str) -> re.Pattern[str]:
    """Letters of the ``own`` direction after any opening brackets, with all before the next of these."""
    return re.compile(
        f"(?:[{_OPENING}]*[{own}](?:[{own}{BETWEEN}]*[{own}])?)?"
        f"[^{own}{_OPENING}]*(?:[{_OPENING}]++(?![{own}])[^{own}{_OPENING}]*)*"
    )


_PARTS: Final = _part(RIGHTWARD), _part(LEFTWARD)
# What has another level than a text of level 0, or of level 1.
_TURNING: Final = re.compile(f"[{LEFTWARD}{DIGITS[1]}]"), re.compile(f"[{RIGHTWARD}{DIGITS}]")


def levels_of(text: str, base: int) -> bytes:
    """The level of each character of a text whose own level is ``base``, 0 or 1.

    Each part of it is read by itself: around letters of its own direction no other looks at what is behind
    them. Most parts of a long text are alike.
    """
    parts = _PARTS[base].findall(text)
    if not all(map(_is_closed, filter(_TURNING[base].search, set(parts)))):
        parts = _settled(text, parts)
    known = {part: _spread(part, base) for part in set(parts)}
    return b"".join(map(known.__getitem__, parts))


def _is_closed(part: str) -> bool:
    """Whether all brackets of the part belong together."""
    brackets = len(_BRACKET.findall(part))
    return not brackets or brackets == 2 * len(list(_bracket_pairs(part)))


def _settled(text: str, parts: Sequence[str]) -> list[str]:
    """The parts with no bracket in them that belongs to none, or to one in another part.

    A pair that a part ends within has a letter of the text's own direction in it, and so has that too.
    """
    numbers = [number for number, part in enumerate(parts) for _ in part]
    characters = list(_BRACKET.sub(NEUTRAL, text))
    for pair in _bracket_pairs(text):
        first, last = pair
        for place in pair:
            characters[place] = text[place] if numbers[first] == numbers[last] else _SETTLED
    settled = "".join(characters)
    ends = [*accumulate(map(len, parts))]
    return [settled[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _spread(part: str, base: int) -> bytes:
    """The levels of a part, in which letters of one way with what is between them are as one letter."""
    if not _TURNING[base].search(part):
        return bytes([base]) * len(part)
    stretches = _STRETCH.findall(part)
    found = _resolved("".join([stretch[0] for stretch in stretches]), base)
    return b"".join([found[place : place + 1] * len(each) for place, each in enumerate(stretches)])


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


def _resolve_brackets(text: str, characters: Sequence[dict[str, Any]], base: str) -> None:
    """Rule N0, which the library leaves out: both brackets of a pair take one direction."""
    for place, character in enumerate(text):
        if character == _SETTLED:
            _turn_bracket(text, characters, place, base)
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
    while (place := place + 1) < len(text) and text[place] == NO_WIDTH:
        characters[place]["type"] = direction


def _bracket_pairs(text: str) -> Iterator[tuple[int, int]]:
    """The places of opening and closing brackets that belong together (definition BD16)."""
    opened: list[tuple[int, str]] = []
    for found in _BRACKET.finditer(text):
        place, character = found.start(), found[0]
        if character in PAIRS:
            if len(opened) == _MOST_OPEN:
                return
            opened.append((place, PAIRS[character]))
        else:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][1] == character:
                    yield opened[depth][0], place
                    del opened[depth:]
                    break
