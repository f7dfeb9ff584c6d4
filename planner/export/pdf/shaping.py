"""What HarfBuzz makes of a text in a face: its glyphs, their places and the text of each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import accumulate, chain
from operator import add
from typing import Any, Final

import uharfbuzz

from planner.export.pdf.composites import Composite
from planner.export.pdf.direction import seen
from planner.export.pdf.faces import Face, Glyph
from planner.export.pdf.lone_words import LONE
from planner.export.pdf.pairs import END, Beside, Pairs, Script

_MOST_PARTS: Final = 32
_REMEMBERED: Final = 60_000
_QUIET: Final = {"liga": False, "calt": False}

# A glyph as HarfBuzz sets it: its number, width, and moves to the right and upwards, in the font's units.
_Drawn = tuple[int, int, int, int]


class _Clusters(dict[tuple[Any, ...], tuple[Glyph, ...]]):
    """The glyphs of a cluster by its text and what is drawn for it.

    They are the same ones each time, which saves time and room.
    """

    def __init__(self, make: Callable[[Sequence[_Drawn], str], tuple[Glyph, ...]]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: tuple[Any, ...]) -> tuple[Glyph, ...]:
        if len(self) > _REMEMBERED:
            self.clear()
        said, *drawn = key
        self[key] = glyphs = self._make(drawn, said)
        return glyphs


class Shaping:
    """Makes the glyphs of words in a face: from left to right or ``rtl``, in a language, with digits of one
    width if they are ``tabular``.

    Words of the face's scripts are put together from what is known of their letters.
    """

    def __init__(self, face: Face, *, tabular: bool = False, rtl: bool = False, language: str = "") -> None:
        """Begin without any word."""
        self._face = face
        self._rtl = rtl
        self._language = language
        self._features = ({} if face.joined else _QUIET) | ({"tnum": True} if tabular else {})
        self._says = seen if rtl else str
        self._clusters = _Clusters(self._cluster)
        own = [script for script in face.scripts if script.rtl == rtl]
        self._pairs = {script: Pairs(partial(self._letter, script), script) for script in own}

    def shape(self, text: str) -> tuple[tuple[Glyph, ...], float]:
        """The glyphs of the text from left to right, and their width in thousandths of the size."""
        face = self._face
        if len(text) == 1 and LONE[ord(text)] and not face.foreign:
            ((glyph, width),) = self.lone(text)
            return (glyph,), width
        for pairs in self._pairs.values():
            if made := pairs.word(text):
                return made[0], made[1] * face.unit
        return self.shape_whole(text)

    def shape_all(self, texts: Sequence[str], script: Script) -> Iterator[tuple[tuple[Glyph, ...], float]]:
        """The same for many words, all of them of letters of one of the face's scripts."""
        unit = self._face.unit
        for text, word in zip(texts, self._pairs[script].words(texts), strict=True):
            yield (word[0], word[1] * unit) if word else self.shape_whole(text)

    def lone(self, characters: Iterable[str]) -> Iterator[tuple[Glyph, float]]:
        """The glyph and width of each of these lone characters, in one of the program's faces."""
        face = self._face
        number_of, box, widths, unit = face.font.get_nominal_glyph, face.box, face.widths, face.unit
        for character in characters:
            number = number_of(ord(character)) or box
            yield Glyph(number, character, 0.0, 0.0), widths[number] * unit

    def _letter(self, script: Script, beside: Beside) -> tuple[Glyph, int] | None:
        """The glyph and width of a letter among those it looks at, if each of them is one glyph."""
        face = self._face
        text = "".join(beside).removesuffix(END)
        glyphs, _ = self.shape_whole(text)
        if len(glyphs) != len(text):
            return None
        place = len(beside[0]) if script.joined else 0
        glyph = glyphs[-1 - place if self._rtl else place]
        width = face.width(glyph) - glyph.before - glyph.after
        return glyph, round(width / face.unit)

    def shape_whole(self, text: str) -> tuple[tuple[Glyph, ...], float]:
        """The same, by HarfBuzz whatever the letters."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.direction = "rtl" if self._rtl else "ltr"
        if self._language:
            buffer.language = self._language
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._face.font, buffer, self._features)
        infos, positions, missing = buffer.glyph_infos, buffer.glyph_positions or (), self._missing
        numbers = [info.codepoint for info in infos]
        if (
            1 < len(numbers) <= _MOST_PARTS - len(text)
            and infos[0].cluster == infos[-1].cluster
            and all(numbers)
        ):
            return self._stacked(numbers, positions, text)
        places = [info.cluster for info in infos]
        moves = [position.position for position in positions]
        drawn = [
            (number, width, right, up) if number else missing
            for number, (right, up, width, _) in zip(numbers, moves, strict=True)
        ]
        glyphs = self._told(places, drawn, text)
        return glyphs, sum([width for _, width, _, _ in drawn]) * self._face.unit

    def _stacked(
        self, numbers: Iterable[int], positions: Iterable[Any], text: str
    ) -> tuple[tuple[Glyph], float]:
        """A single cluster of several glyphs, such as a letter under marks."""
        moves, ups, widths, _ = zip(*[position.position for position in positions], strict=True)
        *pens, width = accumulate(widths, initial=0)
        drawn = Composite(tuple(numbers), tuple(map(add, pens, moves)), ups, width)
        return (Glyph(drawn.numbers[0], self._says(text), 0.0, 0.0, drawn),), width * self._face.unit

    @cached_property
    def _missing(self) -> _Drawn:
        """What is drawn where a character is missing; a box takes its own room."""
        return self._face.box, self._face.widths[self._face.box], 0, 0

    def _told(self, places: list[int], drawn: list[_Drawn], text: str) -> tuple[Glyph, ...]:
        """The glyphs of each cluster with its text; ``places`` says of each glyph where its text begins."""
        known, count, rtl = self._clusters, len(set(places)), self._rtl
        if count == 1:
            return self._cluster(drawn, text)
        if len(text) == len(places) == count:
            letters = zip(text[::-1] if rtl else text, drawn, strict=True)
            return tuple(chain.from_iterable(map(known.__getitem__, letters)))
        parts: dict[int, list[_Drawn]] = {}
        for place, each in zip(places, drawn, strict=True):
            parts.setdefault(place, []).append(each)
        ends = [len(text), *parts] if rtl else [*parts, len(text)][1:]
        told: list[Glyph] = []
        for (place, those), end in zip(parts.items(), ends, strict=False):
            told += known[text[place:end], *those]
        return tuple(told)

    def _cluster(self, drawn: Sequence[_Drawn], text: str) -> tuple[Glyph, ...]:
        """The glyph of a cluster; one of very many parts is cut."""
        count = -(-max(len(drawn), len(text)) // _MOST_PARTS)
        if count == 1 or len(drawn) < count:
            return (self._glyph(drawn, self._says(text)),)
        shared = zip(_shared(drawn, count), _shared(text, count), strict=True)
        return tuple(self._glyph(part, self._says(said)) for part, said in shared)

    def _glyph(self, drawn: Sequence[_Drawn], said: str) -> Glyph:
        number, width, right, up = drawn[0]
        if len(drawn) == 1 and not up:
            face = self._face
            shift = right * face.unit
            return Glyph(number, said, -shift, face.advance(number) - width * face.unit + shift)
        numbers, widths, rights, ups = zip(*drawn, strict=True)
        *pens, end = accumulate(widths, initial=0)
        return Glyph(number, said, 0.0, 0.0, Composite(numbers, tuple(map(add, pens, rights)), ups, end))


def _shared(whole: Any, parts: int) -> Iterator[Any]:
    """The whole in so many parts, none of them empty if there is enough for all."""
    for part in range(parts):
        yield whole[len(whole) * part // parts : len(whole) * (part + 1) // parts]
