"""Words of letters that look at nothing but the letter after them: put together from pairs met before.

Many times faster than having each word shaped, where a text has a hundred thousand words that all differ.
"""

import re
from collections.abc import Callable
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from planner.export.pdf.faces import Glyph

_MOST: Final = 40_000


class Script(NamedTuple):
    """Words of which each letter looks at nothing but the one after it, or at none if it stands ``alone``."""

    words: re.Pattern[str]
    alone: bool = False
    rtl: bool = False


# Latin, Greek and Cyrillic letters, digits and their stops; no mark that is set above or below a letter.
EUROPEAN: Final = Script(re.compile("[!-~\u00a1-\u00ac\u00ae-\u017f\u0370-\u0482\u048a-\u04ff]+"))
HEBREW: Final = Script(re.compile("[\u05d0-\u05ea]+"), rtl=True)
# Kana, Chinese characters and syllables of Korean.
EASTERN: Final = Script(
    re.compile("[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+"), alone=True
)


class Pairs(dict[str, "Glyph"]):
    """The glyph of each letter by the letter after it, and its width, in one face and one manner of setting.

    ``pair`` shapes one or two letters: the first one's glyph and width, or None if it is more than a glyph.
    """

    def __init__(self, pair: "Callable[[str], tuple[Glyph, int] | None]", script: Script) -> None:
        """Begin without any."""
        super().__init__()
        self._pair = pair
        self._script = script
        self._widths: dict[Glyph, int] = {}
        self._odd: set[str] = set()

    def word(self, text: str) -> "tuple[tuple[Glyph, ...], int] | None":
        """The glyphs of a word and its width in the font's units; None if it has to be shaped as a whole."""
        if not self._script.words.fullmatch(text):
            return None
        pairs = text if self._script.alone else [*map(add, text, text[1:]), text[-1]]
        try:
            glyphs = tuple(map(self.__getitem__, pairs))
        except KeyError:
            return None
        return glyphs[::-1] if self._script.rtl else glyphs, sum(map(self._widths.__getitem__, glyphs))

    def __missing__(self, letters: str) -> "Glyph":
        """Learn the pair, or fail if that cannot be."""
        if letters in self._odd or len(self) + len(self._odd) >= _MOST:
            raise KeyError(letters)
        learnt = self._pair(letters)
        if learnt is None:
            self._odd.add(letters)
            raise KeyError(letters)
        self[letters], self._widths[learnt[0]] = learnt
        return learnt[0]
