"""Full-width marks, which fill half of their square, give up the rest beside a mark and where a line begins.

So Chinese and Japanese are set (CLREQ 3.1.6, JLREQ 3.1.4). What stands in the middle of its square keeps it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from planner.export.pdf.faces import Face, Glyph
from planner.export.pdf.pieces import Piece, Word

_OPEN: Final = "（「『【《〈〔［｛〖〝"
_CLOSE: Final = "、。，．：；？！）」』】》〉〕］｝〗〞"
OPENING: Final = frozenset(_OPEN)
CLOSING: Final = frozenset(_CLOSE)
CROWDED: Final = re.compile(rf"[{_OPEN}“‘][{_OPEN}]|[{_CLOSE}][{_CLOSE}”’]")
QUOTES: Final = frozenset("“‘”’")
_BEFORE: Final = OPENING | {"“", "‘"}
_AFTER: Final = CLOSING | {"”", "’"}


def closed_up(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of a word with its marks set close to each other."""
    texts = [glyph.text for piece in pieces for glyph in piece.glyphs]
    around = iter(zip(["", *texts], [*texts[1:], ""], strict=False))
    for piece in pieces:
        beside = zip(piece.glyphs, around, strict=False)
        yield _with(piece, tuple(_between(piece.face, glyph, *pair) for glyph, pair in beside))


def _between(face: Face, glyph: Glyph, before: str, after: str) -> Glyph:
    """The glyph between the texts of two others."""
    if glyph.text in OPENING and before in _BEFORE:
        return _half(face, glyph, right=True)
    if glyph.text in CLOSING and after in _AFTER:
        return _half(face, glyph, right=False)
    return glyph


@lru_cache(maxsize=1000)
def flush(word: Word) -> Word:
    """The word without the empty half before its first mark, if it begins with such a one."""
    (piece, *others), (first, *rest) = word.pieces, word.pieces[0].glyphs
    if first.text not in OPENING:
        return word
    moved = _with(piece, (_half(piece.face, first, right=True), *rest))
    return Word((moved, *others), word.width - piece.width + moved.width)


def _with(piece: Piece, glyphs: tuple[Glyph, ...]) -> Piece:
    face, pairs = piece.face, zip(piece.glyphs, glyphs, strict=True)
    saved = sum(face.width(old) - face.width(new) for old, new in pairs if new is not old)
    return replace(piece, glyphs=glyphs, width=piece.width - saved) if saved else piece


@lru_cache(maxsize=1000)
def _half(face: Face, glyph: Glyph, *, right: bool) -> Glyph:
    """The glyph in half its square; the same one each time."""
    return face.halved(glyph, right=right)
