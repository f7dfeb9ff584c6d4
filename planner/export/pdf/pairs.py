"""Words of letters that look at little around them: put together from letters met before.

Many times faster than having each word shaped, where a text has a hundred thousand words that all differ.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from planner.export.pdf.faces import Glyph

_MOST: Final = 40_000

# A letter with all that it looks at: itself and the letters beside it.
Beside = str | tuple[str, ...]


class Script(NamedTuple):
    """Words of which each letter looks at nothing but what ``beside`` gives with it.

    That begins with the letter, or with the one before it if they are ``joined``; it is the letter if they
    stand ``alone``.
    """

    words: re.Pattern[str]
    beside: Callable[[str], Iterable[Beside]]
    alone: bool = False
    joined: bool = False
    rtl: bool = False


def _with_next(word: str) -> Sequence[str]:
    """Each letter with the one after it."""
    return [*map(add, word, word[1:]), word[-1]]


# Latin, Greek and Cyrillic letters, digits and their stops; no mark that is set above or below a letter.
EUROPEAN: Final = Script(re.compile("[!-~\u00a1-\u00ac\u00ae-\u017f\u0370-\u0482\u048a-\u04ff]+"), _with_next)
HEBREW: Final = Script(re.compile("[\u05d0-\u05ea]+"), _with_next, rtl=True)
# Kana, Chinese characters and syllables of Korean.
EASTERN: Final = Script(
    re.compile("[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+"), str, alone=True
)

# Letters of Arabic and Persian: those that join both letters beside them, the one before alone, and none.
_JOINING: Final = "بتثجحخسشصضطظعغفقكلمنهىيئپچکگی"
_ENDING: Final = "داآأإؤةذرزوژ"
_APART: Final = "ء"
# One letter in place of all that join what is after them, or what is before them, in the same way.
_BEFORE: Final = dict.fromkeys(_JOINING, _JOINING[0]) | dict.fromkeys(_ENDING + _APART, _APART)
_AFTER: Final = dict.fromkeys(_JOINING + _ENDING, _ENDING[0]) | {_APART: _APART}
_KERNED: Final = re.compile("[رزژ](?=(.))")


def _with_joins(word: str) -> Sequence[tuple[str, ...]]:
    """Each letter with whether those beside it join it; ر and its like with the letter after them itself."""
    before, after = ["", *map(_BEFORE.__getitem__, word)], [*map(_AFTER.__getitem__, word[1:]), ""]
    beside: list[tuple[str, ...]] = [*zip(before, word, after, strict=False)]
    for kerned in _KERNED.finditer(word):
        place = kerned.start()
        beside[place] = before[place], kerned[0] + kerned[1], after[place + 1]
    return beside


# Without the ligatures of ل and ا, or of ل, ل and ه.
ARABIC: Final = Script(
    re.compile(f"(?:(?!ل[اآأإل])[{_JOINING}{_ENDING}{_APART}])+"), _with_joins, joined=True, rtl=True
)


class Pairs(dict[Beside, "Glyph"]):
    """The glyph of each letter by what is beside it, and its width, in one face and one manner of setting.

    ``learn`` shapes a letter: its glyph and width, or None if that is more than a glyph.
    """

    def __init__(self, learn: "Callable[[Beside], tuple[Glyph, int] | None]", script: Script) -> None:
        """Begin without any."""
        super().__init__()
        self._learn = learn
        self._made_of = script.words.fullmatch
        self._beside = script.beside
        self._rtl = script.rtl
        self._widths: dict[Glyph, int] = {}
        self._odd: set[Beside] = set()

    def word(self, text: str) -> "tuple[tuple[Glyph, ...], int] | None":
        """The glyphs of a word and its width in the font's units; None if it has to be shaped as a whole."""
        if not self._made_of(text):
            return None
        try:
            glyphs = tuple(map(self.__getitem__, self._beside(text)))
        except KeyError:
            return None
        return glyphs[::-1] if self._rtl else glyphs, sum(map(self._widths.__getitem__, glyphs))

    def __missing__(self, letters: Beside) -> "Glyph":
        """Learn the letter, or fail if that cannot be."""
        if letters in self._odd or len(self) + len(self._odd) >= _MOST:
            raise KeyError(letters)
        learnt = self._learn(letters)
        if learnt is None:
            self._odd.add(letters)
            raise KeyError(letters)
        self[letters], self._widths[learnt[0]] = learnt
        return learnt[0]
