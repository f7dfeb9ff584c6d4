"""Unicode normal forms: texts as they are printed (NFC), and as they are compared."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

MOST_MARKS: Final = 30
# Stands between marks and is not seen, so that those after it are put in order by themselves (UAX #15, D4).
JOINER: Final = "\u034f"
_TOO_MANY: Final = bytes([True]) * (MOST_MARKS + 1)
# Signs among which there may be marks: no letters, spaces, stops or pictures.
_MAYBE_MARKS: Final = re.compile(
    r"[^\w\s!-~\u2010-\u20cf\u2100-\u2ccf\u3001-\u3020\uff01-\uff0f\U0001f000-\U0001faff]"
    f"{{{MOST_MARKS + 1},}}"
)

_LIGATURES: Final = re.compile("[\ufb00-\ufb06]")


def without_ligatures(text: str) -> str:
    """The text in which ﬁ and its like, as they are copied from printed pages, are letters again (NFKC)."""
    return _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


@lru_cache(maxsize=128)
def composed(text: str) -> str:
    """The text in NFC, in a time that grows with its length; after 30 marks in a row stands a U+034F."""
    return unicodedata.normalize("NFC", _MAYBE_MARKS.sub(_parted, text))


def _parted(found: re.Match[str]) -> str:
    if _TOO_MANY not in bytes(map(bool, map(unicodedata.combining, found[0]))):
        return found[0]
    signs, marks = [], 0
    for sign in found[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks > MOST_MARKS:
            signs.append(JOINER)
            marks = 1
        signs.append(sign)
    return "".join(signs)


def folded(text: str) -> str:
    """A text without accents and capitals; what remains is decomposed (NFKD), Korean into its letters."""
    # Without the marks that stand by themselves first: of very many in a row, their order would take minutes.
    apart = unicodedata.normalize("NFKD", _without_marks(text))
    return _without_marks(apart).casefold()


def _without_marks(text: str) -> str:
    return "".join(sign for sign in text if not unicodedata.combining(sign))
