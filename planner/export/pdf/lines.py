"""Breaks text into lines: at spaces, between Chinese and Japanese characters, within words too long."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planner.export.blocks import Run, Tone
from planner.export.pdf.fonts import LONGEST_WORD, FontBook, Look, Piece, Word
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
_GOOD_END: Final = frozenset("/?&=-_.,;:#+@")
_LOOK_BACK: Final = 24
_MOST_SPACES: Final = 8
_ENDLESS: Final = 1e9


@dataclass(frozen=True, slots=True)
class Paint:
    """What is drawn with a piece and does not change its shape: its colour and the address behind it."""

    colour: Colour
    link: str | None = None


@dataclass(slots=True)
class Line:
    """Pieces of a line with their paints, and its width in points, not counting the spaces at its end."""

    pieces: list[Piece]
    paints: list[Paint]
    width: float


def break_lines(runs: Sequence[Run], style: Type, width: float, book: FontBook) -> list[Line]:
    """The runs as lines of at most ``width`` points; at least one line, in time linear in the text."""
    filler = _Filler(style, width, book)
    for run in runs:
        filler.add(run)
    return filler.finish()


def one_line(text: str, style: Type, width: float, book: FontBook) -> Line:
    """The text as one line, shortened with an ellipsis where it does not fit."""
    text = " ".join(clean(text[: 4 * int(width)]).split())
    (line,) = break_lines((Run(text),), style, _ENDLESS, book)
    look = Look(style.bold, tabular=style.tabular)
    while line.width > width and text:
        over = (line.width - width) * 1000 / style.size
        while over > 0 and text:
            over -= book.word(text[-1], look).width + style.tracking
            text = text[:-1]
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
        self.held: list[tuple[Word, Look, Paint]] = []
        self.last = ""

    def add(self, run: Run) -> None:
        """Set one run."""
        look = Look(run.bold or self.style.bold, run.italic, self.style.tabular)
        link = safe_link(run.link) if run.link else None
        paint = Paint(self._ink(run, link), link)
        words = self.book.words(look)
        text = clean(run.text)
        if not text:
            return
        joined = self._joins(text)
        for token in _tokens(text):
            if token == "\n":
                self._place_held()
                self._end_line()
            elif _SPACE.match(token):
                self._place_held()
                self._place_spaces(min(len(token.replace("\u200b", "")), _MOST_SPACES), look, paint)
            elif len(token) > LONGEST_WORD:
                self._place_held()
                self._place_long(token, look, paint)
            else:
                if not joined:
                    self._place_held()
                self.held.append((words.get(token) or self.book.word(token, look), look, paint))
            joined = False
        self.last = text[-1]

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

    def _tracked(self, word: Word) -> float:
        if not self.style.tracking:
            return word.width
        return word.width + self.style.tracking * sum(len(piece.glyphs) for piece in word.pieces)

    def _place_held(self) -> None:
        held, self.held = self.held, []
        width = sum(self._tracked(word) for word, _, _ in held)
        if self.filled and self.filled + width > self.room:
            self._end_line()
        for word, look, paint in held:
            if width > self.room:
                self._place_long("".join(piece.text for piece in word.pieces), look, paint)
            else:
                self._place(word, paint)

    def _place(self, word: Word, paint: Paint) -> None:
        self.line.pieces.extend(word.pieces)
        self.line.paints.extend((paint,) * len(word.pieces))
        self.filled += self._tracked(word)
        self.line.width = self.filled

    def _place_spaces(self, count: int, look: Look, paint: Paint) -> None:
        space = self.book.word(" ", look)
        self.line.pieces.extend(space.pieces * count)
        self.line.paints.extend((paint,) * count)
        self.filled += self._tracked(space) * count

    def _place_long(self, text: str, look: Look, paint: Paint) -> None:
        """Set a word by its characters, breaking after a mark such as a slash where one is near the end."""
        characters = [self.book.word(character, look) for character in text]
        start = 0
        while start < len(text):
            end, filled = start, self.filled
            while end < len(text):
                filled += self._tracked(characters[end])
                if filled > self.room and (end > start or self.filled):
                    break
                end += 1
            if end < len(text):
                end = _good_end(text, start, end)
            for word in characters[start:end]:
                self._place(word, paint)
            start = end
            if start < len(text):
                self._end_line()

    def _end_line(self) -> None:
        self.line.width *= self.style.size / 1000
        self.lines.append(self.line)
        self.line = Line([], [], 0.0)
        self.filled = 0.0


def _tokens(text: str) -> Iterator[str]:
    for token in _TOKEN.findall(text):
        if ("-" in token or "–" in token or "—" in token) and len(token) <= LONGEST_WORD:
            yield from _DASHED.split(token)
        else:
            yield token


def _good_end(text: str, start: int, end: int) -> int:
    for place in range(end, max(start + 1, end - _LOOK_BACK), -1):
        if text[place - 1] in _GOOD_END:
            return place
    return end
