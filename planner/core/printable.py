"""Which characters the fonts of the program have, so that others are told before a plan is printed."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from functools import cache, lru_cache
from itertools import filterfalse
from typing import Any

from planner.core.code_points import code_points
from planner.core.normalization import composed, without_ligatures
from planner.core.records import remembered
from planner.core.resources import resource

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Mn", "Me"})


@cache
def _covered() -> dict[int, int]:
    """For each 256 characters, a bit for each of them that at least one font of the program has."""
    lines = resource("fonts", "coverage.txt").read_text(encoding="ascii").splitlines()
    return {int(block, 16): int(bits, 16) for block, bits in map(str.split, lines)}


def has_font(character: str) -> bool:
    """Whether at least one font of the program has the character."""
    return _is_covered(ord(character))


def _is_covered(code: int) -> bool:
    block, place = divmod(code, 256)
    return _covered().get(block, 0) >> place & 1 == 1


@lru_cache(maxsize=1024)
def without_font(text: str) -> tuple[str, ...]:
    """The characters of the text that no font of the program has, each once, by their numbers."""
    if text.isascii():
        return ()
    codes = sorted({*code_points(composed(without_ligatures(text)))})
    missing = map(chr, filterfalse(_is_covered, codes))
    return tuple([each for each in missing if unicodedata.category(each) not in _UNSEEN])


def character_name(character: str) -> str:
    """The number and name of a character, and the character itself: U+0F40 TIBETAN LETTER KA (ཀ)."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name} ({character})" if name else f"U+{ord(character):04X}"


def texts_of(record: Any) -> Iterator[tuple[str, str]]:
    """The name and text of each field of a record that holds a text beyond ASCII, or several."""
    for name, is_one in _names(type(record)):
        value = getattr(record, name)
        if is_one:
            if not value.isascii():
                yield name, value
        else:
            for each in value:
                if not each.isascii():
                    yield name, each


@remembered
def _names(kind: Any) -> tuple[tuple[str, bool], ...]:
    """The names of a record's fields that hold a text or several, and whether it is one."""
    texts = {str, tuple[str, ...]}
    return tuple((field.name, field.type is str) for field in fields(kind) if field.type in texts)
