"""Cleans the text of a plan for print."""

import re
from functools import lru_cache

from planner.core.normalization import composed, without_ligatures

_LONG = 1000

_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x9f"
_BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NONCHARACTERS = r"\ufdd0-\ufdef" + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
DROPPED = re.compile(rf"[{_CONTROLS}{_BIDI}{_NONCHARACTERS}\ud800-\udfff\ufeff]")


def clean(text: str) -> str:
    """The text as it can be printed: composed (NFC), ligatures apart, line ends as line feeds, tabs kept.

    Dropped are controls, direction marks, lone surrogates and noncharacters. A PDF hyphenates lines anew, and
    drops soft hyphens too.
    """
    if text.isascii() and text.isprintable():
        return text
    return _cleaned_once(text) if len(text) > _LONG else _cleaned(text)


def _cleaned(text: str) -> str:
    return composed(without_ligatures(DROPPED.sub("", _NEWLINES.sub("\n", text))))


# Where no font has some characters, a long text is cleaned to be printed, and then to say where they stand.
_cleaned_once = lru_cache(maxsize=32)(_cleaned)
