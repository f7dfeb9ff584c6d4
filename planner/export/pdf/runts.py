"""Keeps a word or character from standing alone on the last line: the one before it goes with it."""

import re
from collections.abc import Sequence
from typing import Final

from planner.export.pdf.halves import OPENING
from planner.export.pdf.line import Line, shared_paints
from planner.export.pdf.pieces import Piece
from planner.export.pdf.style import Type
from planner.export.pdf.tokens import COUNTED, DOT, is_eastern, is_thai
from planner.export.pdf.turns import ended, joined

_RUNT: Final = 0.28  # of the room; a word that is wider may stand alone
_TINY: Final = 0.12  # of the room; so wide are words that are as good as none
_LEFT: Final = 0.5  # of the room stays filled above it
_LEFT_ABOVE_TINY: Final = 0.4  # of the room, above a phrase that such a line ends
_LEFT_IN_COLUMN: Final = 0.3  # of the room, above a phrase in a column
_NARROW: Final = 150.0  # points; a column of names and phases
_COLUMN: Final = 220.0  # points; one of tasks
_SPACE: Final = " "
_HELD: Final = re.compile(rf"[0-9] (?:{COUNTED})")


def join_runt(above: Line, last: Line, style: Type, room: float, *, named: bool) -> None:
    """Move the last word of a line to the next, if that is the last and has a short one or a character alone.

    In a narrow column all after a dot goes there, so that a phase stands whole below the name before it:
    where these are the only lines, the first may be ``named`` shortly. So it does anywhere if the last line
    is little more than nothing. Both have at most ``room`` points.
    """
    narrow, tiny = room < _NARROW, last.width <= _TINY * room
    start = _phrase(above.pieces) if narrow or tiny else 0
    named = named and narrow
    least = 0.0 if named else (_LEFT_IN_COLUMN if room < _COLUMN else _LEFT_ABOVE_TINY) * room
    if not start and _is_runt(last, room):
        start, least = _word(above.pieces, dotted=tiny and not named), _LEFT * room
    elif not start and _is_character(last):
        start, least = _character(above.pieces), _LEFT * room
    if not start:
        return
    moved, scale = above.pieces[start:], style.size / 1000
    widths = [piece.advance(style.tracking) * scale for piece in moved]
    before = _back(above.pieces, start, spaces=True)
    gap = sum(piece.advance(style.tracking) for piece in above.pieces[before:start]) * scale
    kept = above.width - sum(map(_inked, moved, widths)) - gap
    if kept < least or last.width + sum(widths) > room:
        return
    _move(above, last, start)
    above.width, last.width = kept, last.width + sum(widths)


def _phrase(pieces: Sequence[Piece]) -> int:
    """Where the phrase after the last dot of a line begins, if the line ends between words of it, or 0."""
    for place in range(len(pieces) - 3, 0, -1):
        if pieces[place].text == DOT:
            whole = pieces[-1].text == _SPACE or is_eastern(pieces[-1].text)
            return place + 2 if whole and pieces[place + 2].text[0] not in OPENING else 0
    return 0


def _word(pieces: Sequence[Piece], *, dotted: bool) -> int:
    """Where the last word of a line begins, with the number that counts it, if it is whole and not the first.

    It is 0 where there is none, and where a dot stands after it unless it may be ``dotted``. Thai has no
    spaces between its words, each of which is a piece.
    """
    if is_thai(pieces[-1].text):
        return len(pieces) - 1
    start = _back(pieces, _back(pieces, len(pieces), spaces=True), spaces=False)
    if start > 1 and _HELD.match(pieces[start - 2].text[-1:] + _SPACE + pieces[start].text):
        start = _back(pieces, start - 1, spaces=False)
    whole = pieces[-1].text == _SPACE and (dotted or not any(piece.text == DOT for piece in pieces[start:]))
    return start if whole else 0


def _character(pieces: Sequence[Piece]) -> int:
    """Where the last character of a line in Chinese or Japanese begins, with what it counts, or 0.

    One behind an opening bracket takes the one before that with it: lines begin with no half-empty square.
    """
    start = len(pieces) - 1
    if not is_eastern(pieces[start].text):
        return 0
    while start and not (pieces[start - 1].text == _SPACE or is_eastern(pieces[start - 1].text)):
        start -= 1
    while start and pieces[start].text[0] in OPENING:
        start -= 1
        if not is_eastern(pieces[start].text):
            return 0
    return start


def _move(above: Line, last: Line, start: int) -> None:
    levels = joined(above, last) if above.levels or last.levels else bytearray()
    last.pieces = [*above.pieces[start:], *last.pieces]
    last.paints, last.parted = shared_paints([*above.paints[start:], *last.paints])
    above.pieces = above.pieces[:start]
    above.paints, above.parted = shared_paints(list(above.paints[:start]))
    if levels:
        _turn(above, levels[:start])
        _turn(last, levels[start:])


def _turn(line: Line, levels: bytearray) -> None:
    line.levels = ended(line.pieces, levels, rtl=line.rtl)
    line.parted = line.parted or bool(line.levels)


def _is_runt(line: Line, room: float) -> bool:
    """Whether a line is one short word, or little more than nothing, and not in Chinese or Japanese."""
    said = "".join(piece.text for piece in line.pieces).strip()
    most = _TINY if _SPACE in said else _RUNT
    return bool(said) and line.width <= most * room and not is_eastern(said)


def _is_character(line: Line) -> bool:
    """Whether a line is one character of Chinese or Japanese at most and marks of punctuation."""
    said = "".join(piece.text for piece in line.pieces)
    return is_eastern(said) and sum(map(str.isalnum, said)) <= 1


def _back(pieces: Sequence[Piece], place: int, *, spaces: bool) -> int:
    """Where the spaces, or the words, before a place begin."""
    while place and (pieces[place - 1].text == _SPACE) is spaces:
        place -= 1
    return place


def _inked(piece: Piece, width: float) -> float:
    return 0.0 if piece.text == _SPACE else width
