"""Words of letters that look at little around them: put together from letters met before.

Many times faster than having each word shaped, where a text has a hundred thousand words that all differ.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from planner.export.pdf.faces import Glyph

END: Final = "\n"
_MOST: Final = 40_000

# A letter with all that it looks at: itself and the letters beside it.
Beside = str | tuple[str, ...]


class Script(NamedTuple):
    """Words of which each letter looks at nothing but what ``beside`` gives with it; each is a whole line.

    That begins with the letter, or with the one before it if they are ``joined``. It is given for each letter
    of a text of many words, and for the END after each of them.
    """

    words: re.Pattern[str]
    beside: Callable[[str], Iterable[Beside]]
    joined: bool = False
    rtl: bool = False


def _lines(letter: str) -> re.Pattern[str]:
    """Finds the lines that are letters of a pattern and nothing else."""
    return re.compile(f"^(?:{letter})++$", re.MULTILINE)


def _with_next(text: str) -> Iterable[str]:
    """Each letter with the one after it."""
    return map(add, text, text[1:])


# Latin, Greek and Cyrillic letters, digits and their stops; no mark that is set above or below a letter.
EUROPEAN: Final = Script(_lines("[!-~\u00a1-\u00ac\u00ae-\u017f\u0370-\u0482\u048a-\u04ff]"), _with_next)
HEBREW: Final = Script(_lines("[\u05d0-\u05ea]"), _with_next, rtl=True)

# Letters of Arabic and Persian: those that join both letters beside them, the one before alone, and none.
_JOINING: Final = "بتثجحخسشصضطظعغفقكلمنهىيئپچکگی"
_ENDING: Final = "داآأإؤةذرزوژ"
_APART: Final = "ء"
# One letter in place of all that join what is after them, or what is before them, in the same way.
_BEFORE: Final = dict.fromkeys(_JOINING, _JOINING[0]) | dict.fromkeys(_ENDING + _APART, _APART) | {END: ""}
_AFTER: Final = dict.fromkeys(_JOINING + _ENDING, _ENDING[0]) | {_APART: _APART, END: ""}
_KERNED: Final = re.compile("[رزژ](?=(.))")


def _with_joins(text: str) -> Sequence[tuple[str, ...]]:
    """Each letter with whether those beside it join it; ر and its like with the letter after them itself."""
    before, after = ["", *map(_BEFORE.__getitem__, text)], [*map(_AFTER.__getitem__, text[1:])]
    beside: list[tuple[str, ...]] = [*zip(before, text, after, strict=False)]
    for kerned in _KERNED.finditer(text):
        place = kerned.start()
        beside[place] = before[place], kerned[0] + kerned[1], after[place + 1]
    return beside


# Without the ligatures of ل and ا, or of ل, ل and ه.
ARABIC: Final = Script(
    _lines(f"(?!ل[اآأإل])[{_JOINING}{_ENDING}{_APART}]"), _with_joins, joined=True, rtl=True
)


# A glyph with its width in the font's units.
Wide = tuple["Glyph | None", int]
_NONE: Final[Wide] = None, 0


class Pairs(dict[Beside, Wide]):
    """The glyph of each letter by what is beside it, and its width, in one face and one manner of setting.

    ``learn`` shapes a letter: its glyph and width, or None if that is more than a glyph.
    """

    def __init__(self, learn: "Callable[[Beside], tuple[Glyph, int] | None]", script: Script) -> None:
        """Begin without any."""
        super().__init__()
        self._learn = learn
        self._made_of = script.words.fullmatch
        self._beside = script.beside
        self._own = int(script.joined)
        self._rtl = script.rtl

    def word(self, text: str) -> "tuple[tuple[Glyph, ...], int] | None":
        """The glyphs of a word and its width in the font's units; None if it has to be shaped as a whole."""
        return next(self.words([text])) if self._made_of(text) else None

    def words(self, texts: Sequence[str]) -> "Iterator[tuple[tuple[Glyph, ...], int] | None]":
        """The same of each of many words, all of the script's letters."""
        letters = [*map(self.__getitem__, self._beside(END.join([*texts, ""])))]
        glyphs = [glyph for glyph, _ in letters]
        ends = [*accumulate([width for _, width in letters], initial=0)]
        start, rtl = 0, self._rtl
        for text in texts:
            end = start + len(text)
            made = tuple(filter(None, glyphs[start:end]))
            width = ends[end] - ends[start]
            yield (made[::-1] if rtl else made, width) if len(made) == len(text) else None
            start = end + len(END)

    def __missing__(self, letters: Beside) -> Wide:
        """Learn the letter; it has no glyph if that cannot be."""
        if len(self) >= _MOST:
            return _NONE
        ended = letters[self._own] == END
        self[letters] = learnt = (None if ended else self._learn(letters)) or _NONE
        return learnt
