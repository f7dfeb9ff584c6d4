"""Breaks text into lines: at spaces, between Chinese and Japanese characters, within words too long."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from planner.export.blocks import Run, Tone
from planner.export.pdf.clusters import LONGEST, clusters
from planner.export.pdf.direction import (
    LTR_MARK,
    RTL_MARK,
    Directions,
    directions,
    is_neutral,
    runs_leftwards,
    visual_order,
)
from planner.export.pdf.fonts import LONGEST_WORD, FontBook, Look, Piece, Word
from planner.export.pdf.structure import Element, spoken
from planner.export.pdf.style import ACCENT, TONES, Colour, Type
from planner.export.text import clean, safe_link

_SPACES = " \t\u2000-\u2006\u2008-\u200a\u3000"
_KANA = "\u3041-\u3096\u309f-\u30fa\u3105-\u312f"
_EAST = _KANA + "\u2e80-\u2fff\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OPEN = "（「『【《〈〔［｛"
_CLOSE = "、。，．：；？！）」』】》〉〕］｝”’…ー々ゝゞヽヾ・％,.;:!?)\\]}"
_SMALL = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"

_TOKEN: Final = re.compile(
    rf"\n|[{_SPACES}\u200b]+"
    rf"|[{_OPEN}]*(?:[{_EAST}][{_CLOSE}{_SMALL}]*|[^\n{_SPACES}\u200b{_EAST}{_OPEN}]+)"
    rf"|[{_OPEN}]+"
)
_SPACE: Final = re.compile(rf"[{_SPACES}\u200b]")
_EAST_ENDS: Final = re.compile(rf"[{_EAST}{_CLOSE}]\Z")
_EAST_STARTS: Final = re.compile(rf"[{_OPEN}]*[{_EAST}]|[{_OPEN}]")
_DASHED: Final = re.compile(r"(?<=[^\W\d_]{2}[-–])(?=[^\W\d_]{2})|(?<=—)(?=\w)")
_SHAPED: Final = re.compile("[\u0600-\u109f\u1700-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc]")
_GOOD_END: Final = frozenset("/?&=-_.,;:#+@")
_LOOK_BACK: Final = 24
_MOST_SPACES: Final = 8
_ENDLESS: Final = 1e9


@dataclass(frozen=True, slots=True)
class Paint:
    """What is drawn with a piece and does not change its shape: its colour and the address behind it.

    ``tag`` is the element of a link or of a stretch in another language, None for the rest of the text.
    """

    colour: Colour
    link: str | None = None
    tag: Element | None = None


@dataclass(slots=True)
class Line:
    """Pieces of a line from left to right, their paints, and its width in points, without spaces at its end.

    A line of a paragraph from right to left is ``rtl``; the spaces at its end stand beyond its right edge.
    """

    pieces: list[Piece]
    paints: list[Paint]
    width: float
    rtl: bool = False


def break_lines(runs: Sequence[Run], style: Type, width: float, book: FontBook) -> list[Line]:
    """The runs as lines of at most ``width`` points; at least one line, in time linear in the text."""
    texts = [clean(run.text) for run in runs]
    filler = _Filler(style, width, book)
    if any(map(runs_leftwards, texts)):
        filler.turns = _Turns([directions(paragraph) for paragraph in "".join(texts).split("\n")])
    for run, text in zip(runs, texts, strict=True):
        if text:
            filler.add(run, text)
    return filler.finish()


def one_line(text: str, style: Type, width: float, book: FontBook) -> Line:
    """The text as one line, shortened with an ellipsis where it does not fit."""
    text = " ".join(clean(text[: 4 * int(width)]).split())
    (line,) = break_lines((Run(text),), style, _ENDLESS, book)
    look = Look(style.bold, tabular=style.tabular)
    while line.width > width and text:
        over = (line.width - width) * 1000 / style.size
        while over > 0 and text:
            last = clusters(text[-LONGEST:])[-1]
            over -= book.word(last, look).advance(style.tracking)
            text = text[: -len(last)]
        (line,) = break_lines((Run(text.rstrip(" …") + "…"),), style, _ENDLESS, book)
    return line


class _Filler:
    """Fills lines greedily. Widths here are in thousandths of the type size."""

    def __init__(self, style: Type, width: float, book: FontBook) -> None:
        self.style = style
        self.room = max(width, style.size) * 1000 / style.size
        self.book = book
        self.lines: list[Line] = []
        self.line = Line([], [], 0.0)
        self.filled = 0.0
        self.held: list[_Held] = []
        self.last = ""
        self.turns = _Turns()

    def add(self, run: Run, text: str) -> None:
        """Set one run, whose text is clean."""
        look = Look(run.bold or self.style.bold, run.italic, self.style.tabular)
        link = safe_link(run.link) if run.link else None
        paint = Paint(self._ink(run, link), link, _element(run, link))
        joined = self._joins(text)
        for token in _tokens(text):
            if token == "\n":
                self._place_held()
                self._end_line()
                self.turns.end_paragraph()
            elif _SPACE.match(token):
                self._place_held()
                self._place_spaces(token, look, paint)
            else:
                if not joined:
                    self._place_held()
                self._hold(token, look, paint)
            joined = False
        self.last = text[-1]

    def _hold(self, token: str, look: Look, paint: Paint) -> None:
        for part, level in self.turns.parts(token):
            seen = replace(look, rtl=True) if level % 2 else look
            if len(part) > LONGEST_WORD:
                self._place_held()
                self._place_long(part, seen, paint, level)
            else:
                word = self.book.words(seen).get(part) or self.book.word(part, seen)
                self.held.append(_Held(word, seen, paint, level))

    def finish(self) -> list[Line]:
        """The lines."""
        self._place_held()
        if self.line.pieces or not self.lines:
            self._end_line()
        return self.lines

    def _ink(self, run: Run, link: str | None) -> Colour:
        if run.tone is Tone.PLAIN:
            return ACCENT if link else self.style.ink
        return TONES[run.tone]

    def _joins(self, text: str) -> bool:
        """Whether the text goes on in the word that the last run ended with."""
        last = self.last
        if not last or last == "\n" or _SPACE.match(last):
            return False
        return not (_EAST_ENDS.match(last) or _EAST_STARTS.match(text)) or text[:1] in _CLOSE

    def _place_held(self) -> None:
        held, self.held = self.held, []
        tracking = self.style.tracking
        width = sum(part.word.advance(tracking) for part in held)
        if self.filled and self.filled + width > self.room:
            self._end_line()
        for part in held:
            if width > self.room:
                text = "".join(piece.text for piece in part.word.pieces)
                self._place_long(text, part.look, part.paint, part.level)
            else:
                self._place(part.word, part.paint, part.level)

    def _place(self, word: Word, paint: Paint, level: int) -> None:
        self.line.pieces.extend(word.pieces)
        self.line.paints.extend((paint,) * len(word.pieces))
        self.turns.note(level, len(word.pieces))
        self.filled += word.advance(self.style.tracking)
        self.line.width = self.filled

    def _place_spaces(self, token: str, look: Look, paint: Paint) -> None:
        ((_, level), *_) = self.turns.parts(token)
        count = min(len(token.replace("\u200b", "")), _MOST_SPACES)
        space = self.book.word(" ", look)
        self.line.pieces.extend(space.pieces * count)
        self.line.paints.extend((paint,) * count)
        self.turns.note(level, count)
        self.filled += space.advance(self.style.tracking) * count

    def _place_long(self, text: str, look: Look, paint: Paint, level: int) -> None:
        """Set a word by its clusters, breaking after a mark such as a slash where one is near the end."""
        parts = clusters(text)
        shaped = _SHAPED.search(text)
        words = [self.book.word(part, look) for part in parts]
        start = 0
        while start < len(parts):
            end, filled = start, self.filled
            while end < len(parts):
                filled += words[end].advance(self.style.tracking)
                if filled > self.room and (end > start or self.filled):
                    break
                end += 1
            if end < len(parts):
                end = _good_end(parts, start, end)
            for word in [self.book.word("".join(parts[start:end]), look)] if shaped else words[start:end]:
                self._place(word, paint, level)
            start = end
            if start < len(parts):
                self._end_line()

    def _end_line(self) -> None:
        self.line.width *= self.style.size / 1000
        self.turns.arrange(self.line)
        self.lines.append(self.line)
        self.line = Line([], [], 0.0)
        self.filled = 0.0


@dataclass(frozen=True, slots=True)
class _Held:
    """A part of a word that waits for the rest of it."""

    word: Word
    look: Look
    paint: Paint
    level: int


class _Turns:
    """The directions of the text being set; without any, all of it runs from left to right."""

    def __init__(self, paragraphs: Sequence[Directions | None] = ()) -> None:
        self._paragraphs = paragraphs
        self._paragraph = 0
        self._place = 0
        self._noted: list[int] = []

    @property
    def _directions(self) -> Directions | None:
        return self._paragraphs[self._paragraph] if self._paragraphs else None

    def end_paragraph(self) -> None:
        """Go on to the next paragraph."""
        self._paragraph += 1
        self._place = 0

    def parts(self, token: str) -> Iterable[tuple[str, int]]:
        """The token, which comes next in the text, in parts of one level each."""
        found = self._directions
        if found is None:
            return ((token, 0),)
        levels = found.levels[self._place : self._place + len(token)]
        self._place += len(token)
        ends = [*(place for place, pair in enumerate(pairwise(levels), 1) if pair[0] != pair[1]), len(token)]
        return [(token[start:end], levels[start]) for start, end in zip([0, *ends[:-1]], ends, strict=True)]

    def note(self, level: int, pieces: int) -> None:
        """Remember the level of pieces that were put on the line."""
        if self._paragraphs:
            self._noted += [level] * pieces

    def arrange(self, line: Line) -> None:
        """Put the pieces of a whole line, which follow the text, in the order in which they are seen."""
        found, noted, self._noted = self._directions, self._noted, []
        if found is None or not (found.rtl or any(noted)):
            return
        end = len(noted)
        while end and line.pieces[end - 1].text == " ":
            end -= 1
        for number in range(1, end):
            turned = noted[number] % 2 != noted[number - 1] % 2
            if turned and line.pieces[number].glyphs and is_neutral(line.pieces[number].text[0]):
                line.pieces[number] = _marked(line.pieces[number], noted[number])
        order = [*visual_order(noted[:end]), *range(end, len(noted))]
        line.pieces = [line.pieces[number] for number in order]
        line.paints = [line.paints[number] for number in order]
        line.rtl = found.rtl


def _marked(piece: Piece, level: int) -> Piece:
    """The piece with a mark of direction before its text, seen from where its text begins."""
    if level % 2:
        *others, first = piece.glyphs
        return replace(piece, glyphs=(*others, replace(first, text=first.text + RTL_MARK)))
    first, *others = piece.glyphs
    return replace(piece, glyphs=(replace(first, text=LTR_MARK + first.text), *others))


def _element(run: Run, link: str | None) -> Element | None:
    if link:
        return spoken(run.language, "Link")
    return spoken(run.language) if run.language else None


def _tokens(text: str) -> Iterator[str]:
    for token in _TOKEN.findall(text):
        if ("-" in token or "–" in token or "—" in token) and len(token) <= LONGEST_WORD:
            yield from _DASHED.split(token)
        else:
            yield token


def _good_end(parts: Sequence[str], start: int, end: int) -> int:
    for place in range(end, max(start + 1, end - _LOOK_BACK), -1):
        if parts[place - 1] in _GOOD_END:
            return place
    return end
