"""Breaks text into lines: at spaces, between Chinese and Japanese characters, within words too long."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from planner.export.blocks import Run
from planner.export.isolates import has_leftwards
from planner.export.pdf.breaks import phrase_ends, syllable_ends
from planner.export.pdf.clusters import clusters
from planner.export.pdf.direction import directions
from planner.export.pdf.fonts import FontBook
from planner.export.pdf.halves import CLOSING, OPENING, flush
from planner.export.pdf.line import Line, Paint, shared_paints
from planner.export.pdf.manner import Manner, manner
from planner.export.pdf.pairs import END
from planner.export.pdf.pieces import Piece, Word
from planner.export.pdf.runts import join_runt
from planner.export.pdf.style import Type
from planner.export.pdf.tokens import BLANK, DOT, SHAPED, goes_on, good_end, is_eastern, is_short, tokens
from planner.export.pdf.turns import Turns, level_parts
from planner.export.pdf.words import LONGEST_WORD, Words
from planner.export.text import clean

SOFT_HYPHEN: Final = "\u00ad"
_PHRASE: Final = 12  # characters, more than most phrases of Chinese and Japanese have
_LOOK_AHEAD: Final = 6
_NARROW: Final = 15_000.0
_BARE: Final = 0.4
_LONG: Final = 12  # letters
_NAME: Final = 8
_OURS: Final = frozenset({"", "en"})  # the language of the document, and that of the program
_MOVED: Final = 0.45
_NAME_MOVED: Final = 0.8
_MOST_SPACES: Final = 8
# Words and spaces: those of short texts were mostly met before, and all others are measured by the lot.
_FEW: Final = 200
_LOT: Final = 50_000
# What begins with one of these has its place on a line by what is before it.
_APART: Final = BLANK | OPENING


def break_lines(runs: Sequence[Run], style: Type, width: float, book: FontBook) -> list[Line]:
    """The runs as lines of at most ``width`` points; at least one line, in time linear in the text."""
    texts = [clean(run.text).replace(SOFT_HYPHEN, "") for run in runs]
    turns = Turns()
    if any(map(has_leftwards, texts)):
        paragraphs = "".join(texts).split("\n")
        turns = Turns([directions(each, leftwards=book.leftwards) for each in paragraphs])
    filler = _Filler(style, width, book, turns)
    for run, text in zip(runs, texts, strict=True):
        if text:
            filler.add(run, text)
    return filler.finish()


class _Held(NamedTuple):
    """A part of a word that waits for the rest of it; ``text`` is what its pieces say."""

    text: str
    word: Word
    words: Words
    paint: Paint
    level: int


class _Filler:
    """Fills lines greedily. Widths here are in thousandths of the type size."""

    def __init__(self, style: Type, width: float, book: FontBook, turns: Turns) -> None:
        self.style = style
        self.room = max(width, style.size) * 1000 / style.size
        self.book = book
        self.turns = turns
        self.turned = False
        self.lines: list[Line] = []
        self.begun = 0
        self.line = Line([], [], 0.0)
        self.filled = 0.0
        self.held: list[_Held] = []
        self.last = ""
        self.parts: Sequence[str] = ()
        self.place = 0

    def add(self, run: Run, text: str) -> None:
        """Set one run, whose text is clean."""
        how = manner(run, self.style, self.book)
        self.turned = self.turns.directions is not None
        joined, whole = goes_on(self.last, text), run.language not in _OURS and len(text) <= _NAME
        one_by_one = whole or self.style.tracking
        self.parts, self.place = tokens(text), 0
        last, learnt = len(self.parts) - 1, _FEW
        while self.place < len(self.parts):
            if self.place >= learnt:
                learnt = self.place + _LOT
                how.learn(self.parts[self.place : learnt])
            token = self.parts[self.place]
            if not joined and token != DOT:
                self._place_held()
                if not (one_by_one or token[0] in BLANK or self.place == last):
                    (self._place_turned_words if self.turned else self._place_words)(how)
                    token = self.parts[self.place]
            if token == "\n":
                self._place_held()
                self._end_paragraph(how)
            elif token[0] in BLANK and token != DOT:
                self._place_held()
                self._place_spaces(token, how)
            else:
                self._hold(token, how)
            # A word or name in another language stays whole.
            joined = whole
            self.place += 1
        self.last = text[-1]

    def _place_words(self, how: Manner) -> None:
        """Place what has room of the words ahead and the spaces between them: most of all text.

        None of them is the last of the run, which may go on in the next.
        """
        parts, place, pieces, last = self.parts, self.place, self.line.pieces, len(self.parts) - 1
        known, space = how.known[0], how.space
        width, filled, room = self.line.width, self.filled, self.room
        (blank,) = space.pieces
        while place < last:
            token, following = parts[place], parts[place + 1]
            if token[0] in _APART or following == DOT or len(token) > LONGEST_WORD:
                break
            word = known[token]
            if filled + word.width > room:
                break
            pieces.extend(word.pieces)
            width = filled = filled + word.width
            place += 1
            if following == " " and place < last:
                pieces.append(blank)
                filled += space.width
                place += 1
        self._placed(how, place, width, filled)

    def _place_turned_words(self, how: Manner) -> None:
        """The same in text of which some runs from right to left: each word is in parts of one level."""
        parts, place, pieces, last = self.parts, self.place, self.line.pieces, len(self.parts) - 1
        known, spaces, space, turns = how.known, how.known[0].spaces, how.space, self.turns
        (blank,) = space.pieces
        levels, start, noted = turns.levels, turns.place, turns.noted
        width, filled, room = self.line.width, self.filled, self.room
        while place < last:
            token, following = parts[place], parts[place + 1]
            if token[0] in _APART or following == DOT or len(token) > LONGEST_WORD:
                break
            end = start + len(token)
            own = levels[start:end]
            level = own[0]
            if len(own) == 1 or own.count(level) == len(own):
                word = known[level % 2][token]
                turned, wide = word.pieces, word.width
                own = own[: len(turned)]
            else:
                turned, own, wide = how.turned_word(token, own)
            if filled + wide > room:
                break
            pieces.extend(turned)
            noted += own
            width = filled = filled + wide
            place, start = place + 1, end
            if following == " " and place < last:
                level = levels[start]
                together = level == own[-1] and (level % 2 == 0 or _follows_its_like(pieces))
                pieces.append(spaces[turned[-1].face] if together else blank)
                noted.append(level)
                filled += space.width
                place, start = place + 1, start + 1
        turns.place = start
        self._placed(how, place, width, filled)

    def _placed(self, how: Manner, place: int, width: float, filled: float) -> None:
        """Go on behind the words that were placed."""
        added = len(self.line.pieces) - len(self.line.paints)
        self.line.paints.extend([how.paint] * added)
        self.line.width, self.filled, self.place = width, filled, place

    def _hold(self, token: str, how: Manner) -> None:
        levels = self.turns.take(len(token)) if self.turned else b""
        for part, level in level_parts(token, levels) if self.turned else ((token, 0),):
            words = how.known[level % 2]
            if len(part) > LONGEST_WORD:
                self._place_held()
                self._place_long(part, words, how.paint, level)
            else:
                self.held.append(_Held(part, words[part], words, how.paint, level))

    def finish(self) -> list[Line]:
        """The lines."""
        self._place_held()
        if self.line.pieces or not self.lines:
            self._end_last_line()
        return self.lines

    def _place_held(self) -> None:
        held = self.held
        if not held:
            return
        self.held = []
        if held[0].text[0] in OPENING:
            held = self._flush(held)
        width = self._width(held)
        if self.filled + width <= self.room:
            for part in held:
                self._place([part.word], part.paint, part.level)
            return
        if self.filled:
            held = self._flush(self._turn_line(held, width))
            width = self._width(held)
        while width > self.room and len(held) == 1 and (rest := self._hyphenated(held[0])):
            self._end_line()
            held, width = [rest], self._width([rest])
        for part in held:
            if width > self.room:
                self._place_long(part.text, part.words, part.paint, part.level)
            else:
                self._place([part.word], part.paint, part.level)

    def _flush(self, held: list[_Held]) -> list[_Held]:
        """The word without the empty half before its first mark where it begins a line or follows a mark."""
        first, pieces = held[0], self.line.pieces
        if self.turned or (pieces and pieces[-1].text[-1] not in CLOSING):
            return held
        return [first._replace(word=flush(first.word)), *held[1:]]

    def _width(self, held: Sequence[_Held]) -> float:
        return sum([part.word.advance(self.style.tracking) for part in held])

    def _widths(self, words: Iterable[Word]) -> list[float]:
        tracking = self.style.tracking
        return [word.advance(tracking) if tracking else word.width for word in words]

    def _turn_line(self, held: list[_Held], width: float) -> list[_Held]:
        """End a line that has no room for the word, at a good place; returns what is left of the word."""
        if is_eastern(held[0].text) and not self.turns.directions:
            self._end_with_phrase("".join(part.text for part in held), held[0].words.language)
            return held
        free = self.room - self.filled
        bare = self.room < _NARROW and free > _BARE * self.room
        narrow = bare and sum(map(str.isalpha, held[0].text)) >= _LONG
        if len(held) == 1 and (width > self.room or narrow):
            rest = self._hyphenated(held[0])
            self._end_line()
            return [rest] if rest else held
        self._end_line()
        return held

    def _hyphenated(self, part: _Held) -> _Held | None:
        """Place what fits of a word with a hyphen after it; returns the rest, or None where nothing fits."""
        if part.level:
            return None
        hyphen = _soft_hyphen(part.words["-"])
        free = self.room - self.filled - hyphen.advance(self.style.tracking)
        for place in syllable_ends(part.text, part.words.language):
            beginning = part.words[part.text[:place]]
            if beginning.advance(self.style.tracking) <= free:
                self._place([beginning], part.paint, part.level)
                self._place([hyphen], part.paint, part.level)
                rest = part.text[place:]
                return part._replace(text=rest, word=part.words[rest])
        return None

    def _end_with_phrase(self, following: str, language: str) -> None:
        """End the line where a phrase of Chinese or Japanese ends, if that is near; the rest goes on."""
        line, count, tail = self.line, len(self.line.pieces), ""
        while count and len(tail) < _PHRASE and is_eastern(line.pieces[count - 1].text):
            count -= 1
            tail = line.pieces[count].text + tail
        ahead = "".join(self.parts[self.place : self.place + _LOOK_AHEAD])[:_LOOK_AHEAD]
        text, most = tail + following + ahead, _MOVED
        ends = phrase_ends(text, language, len(tail))
        if count and line.pieces[count - 1].text == " " and _has_word(line.pieces[:count]):
            ends.add(0)
            if is_short(text, _NAME):
                ends, most = {0}, _NAME_MOVED
        place, keep, moved = len(tail), len(line.pieces), 0.0
        while place not in ends and keep > count:
            keep -= 1
            place -= len(line.pieces[keep].text)
            moved += line.pieces[keep].advance(self.style.tracking)
        if place not in ends or not keep or moved > most * self.room:
            keep = len(line.pieces)
        pieces, paints = line.pieces[keep:], line.paints[keep:]
        del line.pieces[keep:], line.paints[keep:]
        if pieces:
            spaces = sum(
                piece.advance(self.style.tracking) for piece in line.pieces[-1:] if piece.text == " "
            )
            line.width = self.filled - moved - spaces
        self._end_line()
        for piece, paint in zip(pieces, paints, strict=True):
            word = Word((piece,), piece.width)
            self._place([word if self.line.pieces else flush(word)], paint, 0)

    def _place(self, words: Sequence[Word], paint: Paint, level: int) -> None:
        pieces = [piece for word in words for piece in word.pieces]
        self.line.pieces += pieces
        self.line.paints += [paint] * len(pieces)
        if self.turned:
            self.turns.note(level, len(pieces))
        self.filled = sum(self._widths(words), self.filled)
        self.line.width = self.filled

    def _place_spaces(self, token: str, how: Manner) -> None:
        count = 1 if token == " " else min(len(token.replace("\u200b", "")), _MOST_SPACES)
        if self.turned:
            self.turns.note(self.turns.take(len(token))[0], count)
        space = how.space_for(token)
        self.line.pieces.extend(space.pieces * count)
        self.line.paints.extend((how.paint,) * count)
        self.filled += space.advance(self.style.tracking) * count

    def _end_paragraph(self, how: Manner) -> None:
        """End a line with a space: its last word and the next are two where they are heard or copied."""
        if self.line.pieces and self.line.pieces[-1].text != " ":
            self.line.pieces.extend(how.space.pieces)
            self.line.paints.append(how.paint)
            self.turns.note(0, 1)
        self._end_last_line()
        self.turns.end_paragraph()
        self.turned = self.turns.directions is not None

    def _place_long(self, text: str, known: Words, paint: Paint, level: int) -> None:
        """Set a word by its clusters, breaking after a mark such as a slash where one is near the end."""
        parts = clusters(text)
        shaped = SHAPED.search(text)
        if len(parts) > _FEW:
            known.learn(END.join(dict.fromkeys(parts)), clusters=True)
        words = [*map(known.__getitem__, parts)]
        widths = self._widths(words)
        start = 0
        while start < len(parts):
            end, filled = start, self.filled
            while end < len(parts):
                filled += widths[end]
                if filled > self.room and (end > start or self.filled):
                    break
                end += 1
            if end < len(parts):
                end = good_end(parts, start, end)
            fitting = words[start:end]
            if shaped and fitting:
                fitting = [known["".join(parts[start:end])]]
            self._place(fitting, paint, level)
            start = end
            if start < len(parts):
                self._end_line()

    def _end_last_line(self) -> None:
        """End the last line of a paragraph, on which no short word stands alone."""
        self._end_line()
        self.lines[-1].ends = True
        count = len(self.lines) - self.begun
        if count > 1:
            room = self.room * self.style.size / 1000
            join_runt(self.lines[-2], self.lines[-1], self.style, room, named=count == 2)
        self.begun = len(self.lines)

    def _end_line(self) -> None:
        line = self.line
        line.width *= self.style.size / 1000
        if self.turns.directions:
            line.rtl = self.turns.rtl
            line.far = line.rtl and not self.book.leftwards
            line.levels = self.turns.end_line(line.pieces)
        line.paints, tagged = shared_paints(line.paints)
        line.parted = tagged or bool(line.levels)
        self.lines.append(line)
        self.line = Line([], [], 0.0)
        self.filled = 0.0


def _follows_its_like(pieces: Sequence[Piece]) -> bool:
    """Whether the last word is in the face of the one before it, so that no reader doubts its direction."""
    if len(pieces) < 3:
        return False
    before, space, word = pieces[-3:]
    return space.text == " " and before.face is word.face and before.text[-1].isalpha()


def _has_word(pieces: Sequence[Piece]) -> bool:
    """Whether there is more than a mark, such as the box of a task, which never stands alone."""
    return any(piece.text[:1].isalnum() for piece in pieces)


def _soft_hyphen(hyphen: Word) -> Word:
    """The hyphen at the end of a line, which readers of the PDF know for no part of the word."""
    (piece,) = hyphen.pieces
    (glyph,) = piece.glyphs
    soft = replace(piece, text=SOFT_HYPHEN, glyphs=(replace(glyph, text=SOFT_HYPHEN),))
    return Word((soft,), hyphen.width)
