"""Counts a text as a platform counts it: its length in the platform's units, its hashtags."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from planner.core.catalog import Catalog
from planner.core.copy_scan.scan import web_addresses
from planner.core.facts import Limit, Unit
from planner.core.normalization import composed

# A tag is no number; "#tag#" is one, as Weibo writes it.
HASHTAG = re.compile(r"(?<![\w&#＃/])[#＃](?=\w*[^\W\d])\w+")
JOINER, COLOURED = "\u200d", "\ufe0f"
FLAGS = range(0x1F1E6, 0x1F200)
SKIN_TONES = range(0x1F3FB, 0x1F400)
HANGUL_VOWELS_AND_ENDS = range(0x1160, 0x1200)
# What X counts as one; all else counts as two: the weights of its library twitter-text.
LIGHT = (range(0x1100), range(0x2000, 0x200E), range(0x2010, 0x2020), range(0x2032, 0x2038))


def length(catalog: Catalog, text: str, limit: Limit) -> int:
    """How long a text is in the units of a limit."""
    measure = LENGTHS[limit.unit]
    if limit.link_length is None:
        return measure(text)
    reached = total = 0
    for start, end in web_addresses(catalog, text):
        total += measure(text[reached:start]) + limit.link_length
        reached = end
    return total + measure(text[reached:])


def hashtags(text: str) -> list[str]:
    """The hashtags of a text; what follows a "#" in a web address is none."""
    return HASHTAG.findall(text)


def graphemes(text: str) -> Sequence[str]:
    """The signs of a text as readers see them: accents, flags and joined pictures are one.

    After Unicode's UAX 29, without its rules for Indic scripts.
    """
    return text if "\r" not in text and not any(map(_joins, set(text))) else [*_joined(text)]


def _joined(text: str) -> Iterator[str]:
    sign = ""
    for letter in text:
        if sign and not _goes_with(sign, letter):
            yield sign
            sign = ""
        sign += letter
    if sign:
        yield sign


def _goes_with(sign: str, letter: str) -> bool:
    code = ord(letter)
    if sign == "\r":
        return letter == "\n"
    if code in FLAGS:
        return len(sign) == 1 and ord(sign) in FLAGS
    joined = sign.endswith(JOINER) and unicodedata.category(letter) == "So"
    return joined or _joins(letter)


@cache
def _joins(letter: str) -> bool:
    """Whether a letter may be one sign with the letter before it, whatever that is."""
    code = ord(letter)
    marks = letter == JOINER or code in SKIN_TONES or code in HANGUL_VOWELS_AND_ENDS
    return marks or code in FLAGS or unicodedata.category(letter)[0] == "M"


def weighted(text: str) -> int:
    """The length as X counts: Chinese, Japanese and Korean signs two, a picture two however it is joined."""
    signs = Counter(graphemes(composed(text)))
    return sum(count * (2 if _is_picture(sign) else sum(map(_weight, sign))) for sign, count in signs.items())


def _is_picture(sign: str) -> bool:
    return COLOURED in sign or (unicodedata.category(sign[0]) == "So" and _weight(sign[0]) == 2)


def _weight(letter: str) -> int:
    return 1 if any(ord(letter) in light for light in LIGHT) else 2


LENGTHS: Mapping[Unit, Callable[[str], int]] = {
    Unit.CODE_POINTS: len,
    Unit.UTF_16: lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    Unit.BYTES: lambda text: len(text.encode("utf-8", "surrogatepass")),
    Unit.GRAPHEMES: lambda text: len(graphemes(text)),
    Unit.WEIGHTED: weighted,
}
