"""Words of letters that look at nothing but the letter after them: put together from pairs met before.

Many times faster than having each word shaped, where a text has a hundred thousand words that all differ.
"""

import re
from collections.abc import Callable
from operator import add
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from planner.export.pdf.faces import Glyph

# Latin, Greek and Cyrillic letters, digits and their stops; no mark that is set above or below a letter.
_LETTERS: Final = re.compile("[!-~\u00a1-\u00ac\u00ae-\u017f\u0370-\u0482\u048a-\u04ff]+")
_MOST: Final = 20_000


class Pairs:
    """The glyph of each letter by the letter after it, and its width, in one face and one manner of setting.

    ``pair`` shapes one or two letters: the first one's glyph and width, or None if it is more than a glyph.
    """

    def __init__(self, pair: Callable[[str], "tuple[Glyph, int] | None"]) -> None:
        """Begin without any."""
        self._pair = pair
        self._glyphs: dict[str, Glyph | None] = {}
        self._widths: dict[str, int] = {}

    def word(self, text: str) -> "tuple[tuple[Glyph, ...], int] | None":
        """The glyphs of a word and its width in the font's units; None if it has to be shaped as a whole."""
        if not _LETTERS.fullmatch(text):
            return None
        pairs = [*map(add, text, text[1:]), text[-1]]
        glyphs = tuple(map(self._glyphs.get, pairs))
        if None in glyphs:
            if not all(map(self._learnt, pairs)):
                return None
            glyphs = tuple(map(self._glyphs.get, pairs))
        return cast("tuple[Glyph, ...]", glyphs), sum(map(self._widths.__getitem__, pairs))

    def _learnt(self, letters: str) -> bool:
        """Whether the pair is known, or could be learnt."""
        if letters not in self._glyphs and len(self._glyphs) < _MOST:
            learnt = self._pair(letters)
            self._glyphs[letters] = learnt[0] if learnt else None
            self._widths[letters] = learnt[1] if learnt else 0
        return self._glyphs.get(letters) is not None
