"""Words put together from parts that do not look at each other, most of them single characters met before.

Text of many scripts at random has a hundred thousand of them that all differ.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Final

from planner.core.code_points import code_points
from planner.export.pdf.clusters import INVISIBLE, may_be_joined
from planner.export.pdf.faces import Face
from planner.export.pdf.halves import CLOSING, OPENING, QUOTES
from planner.export.pdf.pairs import END

# Characters that look at none beside them in any face of the program: kana, Chinese characters and syllables
# of Korean; then letters of Africa, America and Yi, old scripts of signs, and what is for private use or
# nobody's: all boxes, unless the computer has a font for them.
_RANGES: Final = (
    (0x3041, 0x3096), (0x30A1, 0x30FA), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3),
    (0x1200, 0x135A), (0x1380, 0x1399), (0x13A0, 0x167F), (0x16A0, 0x16F8), (0x18B0, 0x18F5),
    (0x2D80, 0x2DDE), (0x2E80, 0x2FD5), (0x3105, 0x312F), (0x3131, 0x318E), (0x31A0, 0x31E3),
    (0x3200, 0x33FF), (0xA000, 0xA62B), (0xAB01, 0xAB2E), (0xE000, 0xF8FF), (0x12000, 0x1342F),
    (0x13460, 0x160FF), (0x17000, 0x1AEFF), (0x1B000, 0x1BBFF), (0x1BCB0, 0x1CBFF), (0x1FC00, 0xDFFFF),
    (0xE1000, 0x10FFFF),
)  # fmt: skip
# What is set otherwise beside some, or in the face of what is before it.
_LEANING: Final = INVISIBLE | OPENING | CLOSING | QUOTES | {" ", "…"}
# The signs of what was not met yet, of what is part of no such word, of what looks at others of the first
# face with such a sign, of boxes, and of lone characters of the first of the program's faces.
_UNKNOWN, _NEVER, _LOOKING, _BOX, _LONE_OF = 0, 1, 0x20, 0x80, 0x81
# A word, in a group if it has no two that look at each other; and what looks at none of the others in it.
# No group stands within a possessive repeat: Python 3.11.2 keeps those of one that failed.
_WORD: Final = re.compile(b"^(?:((?:[\x80-\xff]|([\x20-\x7f])(?!\\2))+)|[\x20-\xff]++)$", re.MULTILINE)
# A word of several lone characters of one face.
_ALIKE: Final = re.compile(b"^([\x80-\xff])\\1++$", re.MULTILINE)
_PART: Final = re.compile(b"[\x80-\xff]|([\x20-\x7f])\\1*")


def _lone() -> bytes:
    """For the number of each character, 1 if it is lone."""
    lone = bytearray(sys.maxunicode + 1)
    for first, last in _RANGES:
        lone[first : last + 1] = b"\1" * (last + 1 - first)
    return bytes(lone)


LONE: Final = _lone()


def _which(sign: int, signs: bytes) -> bytes:
    """For each of the signs, 1 if it is this one."""
    return signs.translate(bytes([each == sign for each in range(256)]))


class LoneWords:
    """Finds such words among many by a sign for each character: its face, and whether it is lone.

    Others look at those beside them that are in the same face, and are one part with them.
    """

    def __init__(
        self, chain: Sequence[Face], face_of: Callable[[str], Face], had: Callable[[], Iterable[int]]
    ) -> None:
        """Give the program's faces in order, what says in which face, of any, a character is set, and what
        knows the numbers of the characters that the computer's fonts have.
        """
        self._main = chain[0]
        self._faces = [chain[0], *chain]
        self._face_of = face_of
        self._had = had
        self._looking: dict[Face, int] = {}
        self._knows_boxes = False
        self._signs = bytearray(sys.maxunicode + 1)
        self._signs[ord(END)] = ord(END)
        for place, face in reversed([*enumerate(chain)]):
            for code in face.file.unicodes:
                if LONE[code]:
                    self._signs[code] = _LONE_OF + place

    def among(self, lines: str) -> Iterator[tuple[str, Iterable[str]]]:
        """Those of many words that are put together from parts, and these; each word is a line."""
        for found in _WORD.finditer(self._signs_of(lines)):
            word = lines[slice(*found.span())]
            yield word, word if found[1] else [word[slice(*part.span())] for part in _PART.finditer(found[0])]

    def alike(self, lines: str) -> Mapping[Face, Sequence[str]]:
        """Those of many words that are lone characters of one face, by that face; each word is a line."""
        words: dict[Face, list[str]] = {}
        for found in _ALIKE.finditer(self._signs_of(lines)):
            words.setdefault(self._faces[found[0][0] - _BOX], []).append(lines[slice(*found.span())])
        return words

    def by_face(self, characters: str) -> Iterable[tuple[Face, Sequence[str]]]:
        """The lone ones of these characters, by their face."""
        signs = self._signs_of(characters)
        return [
            (self._faces[sign - _BOX], [*compress(characters, _which(sign, signs))])
            for sign in dict.fromkeys(signs)
            if sign >= _BOX
        ]

    def _signs_of(self, text: str) -> bytes:
        numbers, known = code_points(text), self._signs.__getitem__
        signs = bytes(map(known, numbers))
        if not self._knows_boxes and any(map(LONE.__getitem__, compress(numbers, _which(_UNKNOWN, signs)))):
            self._learn_boxes()
            signs = bytes(map(known, numbers))
        if _UNKNOWN in signs:
            for each in {*compress(text, _which(_UNKNOWN, signs))}:
                self._signs[ord(each)] = self._sign(each)
            signs = bytes(map(known, numbers))
        return signs

    def _learn_boxes(self) -> None:
        """Learn that lone characters which no font has are boxes of the main face."""
        self._knows_boxes = True
        signs = self._signs
        for first, last in _RANGES:
            signs[first : last + 1] = signs[first : last + 1].replace(bytes([_UNKNOWN]), bytes([_BOX]))
        for code in self._had():
            if signs[code] == _BOX:
                signs[code] = _UNKNOWN

    def _sign(self, character: str) -> int:
        if character in _LEANING or may_be_joined(character):
            return _NEVER
        face = self._face_of(character)
        if face is self._main and not face.covers(character):
            return _BOX
        sign = self._looking.setdefault(face, _LOOKING + len(self._looking))
        return sign if sign < _BOX else _NEVER
