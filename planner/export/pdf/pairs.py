"""Words of letters that look at nothing but the letter after them: put together from pairs met before.

Many times faster than having each word shaped, where a text has a hundred thousand words that all differ.
"""

import re
from collections.abc import Callable
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple, cast

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


class Pairs:
    """The glyph of each letter by the letter after it, and its width, in one face and one manner of setting.

    ``pair`` shapes one or two letters: the first one's glyph and width, or None if it is more than a glyph.
    """

    def __init__(self, pair: "Callable[[str], tuple[Glyph, int] | None]", script: Script) -> None:
        """Begin without any."""
        self._pair = pair
        self._script = script
        self._glyphs: dict[str, Glyph | None] = {}
        self._widths: dict[str, int] = {}

    def word(self, text: str) -> "tuple[tuple[Glyph, ...], int] | None":
        """The glyphs of a word and its width in the font's units; None if it has to be shaped as a whole."""
        if not self._script.words.fullmatch(text):
            return None
        pairs = text if self._script.alone else [*map(add, text, text[1:]), text[-1]]
        glyphs = tuple(map(self._glyphs.get, pairs))
        if None in glyphs:
            if not all(map(self._learnt, pairs)):
                return None
            glyphs = tuple(map(self._glyphs.get, pairs))
        seen = glyphs[::-1] if self._script.rtl else glyphs
        return cast("tuple[Glyph, ...]", seen), sum(map(self._widths.__getitem__, pairs))

    def _learnt(self, letters: str) -> bool:
        """Whether the pair is known, or could be learnt."""
        if letters not in self._glyphs and len(self._glyphs) < _MOST:
            learnt = self._pair(letters)
            self._glyphs[letters] = learnt[0] if learnt else None
            self._widths[letters] = learnt[1] if learnt else 0
        return self._glyphs.get(letters) is not None
