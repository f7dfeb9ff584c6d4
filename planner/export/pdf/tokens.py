"""Cuts text into what lines are made of: words, characters of Chinese and Japanese, spaces and line feeds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from planner.core.days import MONTHS
from planner.export.pdf.breaks import THAI, thai_words
from planner.export.pdf.clusters import extends
from planner.export.pdf.halves import CLOSING
from planner.export.pdf.words import LONGEST_WORD

WIDE_SPACE: Final = "\u3000"  # as wide as a Chinese character: two begin a paragraph
_SPACES = f" \t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a{WIDE_SPACE}"
_LEFTWARDS = "\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3"
_KANA = "\u3041-\u3096\u309f-\u30fa\u3105-\u312f"
EAST: Final = _KANA + "\u2e80-\u2fff\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OPEN = "（「『【《〈〔［｛〖〘〝￥＄￡"
_CLOSE = "、。，．：；？！）」』】》〉〕］｝〗〙〞〟～〜”’…ー々ゝゞヽヾ・·‧％,.;:!?)\\]}"
# Marks of quotation of all languages, which open what follows where that is Chinese or Japanese.
_QUOTES = "“‘"
_MARKS = "\u0300-\u036f\u200d\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_SMALL = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"

_BEFORE = rf"[{_OPEN}{_QUOTES}]"
_LETTER = rf"[^\n{_SPACES}\u200b{EAST}{_OPEN}{_QUOTES}]"
# A number stays with what it counts.
_COUNT = "(?:第?[0-9][0-9.,]*+ ?)"
# So it does in Arabic and Hebrew, but for years; money stays with its currency, and a day with its month.
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_HELD = rf"(?:[A-Z]{{3}}|{_MONTH})\b"
COUNTED: Final = rf"[{_LEFTWARDS}₪]|{_HELD}"
_NUMBER = rf"[(\[«]*+[{_LEFTWARDS}ـ]{{0,3}}+-?+(?:[0-9]{{1,3}}|[0-9]+[.,][0-9.,]*+)"
_AMOUNT = rf"(?:{_NUMBER} (?={COUNTED}))"

_TOKEN: Final = re.compile(
    rf"\n| ·(?= )|[{_SPACES}\u200b]+"
    rf"|{_BEFORE}*+(?:{_COUNT}?[{EAST}][{_CLOSE}{_SMALL}{_MARKS}]*"
    rf"|{_AMOUNT}?{_LETTER}+(?:[{_QUOTES}]++(?![{_OPEN}]*[{EAST}]){_LETTER}*)*)"
    rf"|{_BEFORE}+"
)
_COUNT_OF_WORDS: Final = re.compile(f"[0-9] {_HELD}")
BLANK: Final = frozenset(_SPACES + "\u200b\n")
_EAST_ENDS: Final = re.compile(rf"[{EAST}{_CLOSE}{_MARKS}]\Z")
_EAST_STARTS: Final = re.compile(rf"[{_OPEN}{_QUOTES}]*[{EAST}]|[{_OPEN}]")
_CLAUSE: Final = ("，", "、", "；", "：")
_EAST_RUN: Final = re.compile(rf"[{EAST}]+")
_DASHED: Final = re.compile(r"(?<=[^\W\d_]{2}[-–])(?=[^\W\d_]{2})|(?<=—)(?=\w)")
_HELD_TOGETHER: Final = "\u00a0"
_WHOLE: Final = 12  # as many letters of a word with a dash stay on one line
SHAPED: Final = re.compile("[\u0600-\u109f\u1700-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc]")
_GOOD_END: Final = frozenset("/?&=-_.,;:#+@")
_NOT_FIRST: Final = CLOSING | {"…"}
_LOOK_BACK: Final = 24
_LONE: Final = 6  # fewer letters of a long word do not stand on a line of their own
# A dot between two phrases stays with the first of them, so that no line begins with it.
DOT: Final = " ·"
# A letter by itself is no word to be parted.
_THAI: Final = re.compile(f"[{THAI}]{{2}}")
_REPEATED: Final = "ๆฯ"
_EITHER: Final = "\"'"  # opens or closes
_OPENING: Final = "([{<«‹“‘" + _EITHER


def tokens(text: str) -> list[str]:
    """The text in tokens between which a line may end; together they are the text."""
    found = _words(text) or _TOKEN.findall(text)
    thai = not text.isascii() and _THAI.search(text)
    if not (thai or "-" in text or "–" in text or "—" in text):
        return found
    return [part for token in found for part in _parted(token)]


def _words(text: str) -> list[str]:
    """The words of plain text and the spaces between them, or none: many times faster than an expression."""
    plain = text.isascii() and text.isprintable() and not _COUNT_OF_WORDS.search(text)
    words = text.split(" ") if plain else [""]
    if "" in words:
        return []
    found = [" "] * (2 * len(words) - 1)
    found[::2] = words
    return found


def _parted(token: str) -> Iterable[str]:
    if _THAI.search(token):
        return _thai(token)
    if not _WHOLE < len(token) <= LONGEST_WORD:
        return (token,)
    longest = max(map(len, token.split(_HELD_TOGETHER)))
    return _DASHED.split(token) if longest > _WHOLE else (token,)


def _thai(token: str) -> Iterator[str]:
    """The words of Thai; a mark never begins a line, unless it opens what follows: then it ends none."""
    held = ""
    for word in thai_words(token):
        if held and _ends_before(held[-1], word[0]):
            yield held
            held = ""
        held += word
    yield held


def _ends_before(last: str, first: str) -> bool:
    """Whether a line of Thai may end between two characters of different words."""
    if last in _OPENING or first in _REPEATED or extends(first):
        return False
    return first.isalnum() or (first in _OPENING and first not in _EITHER)


def is_eastern(text: str) -> bool:
    """Whether the text begins with a character of Chinese or Japanese, or an opening mark before one."""
    return bool(_EAST_STARTS.match(text))


def is_thai(text: str) -> bool:
    """Whether the text is a word of Thai."""
    return _THAI.match(text) is not None


def is_short(text: str, longest: int) -> bool:
    """Whether the Chinese or Japanese at the beginning of the text, no clause of it, is not so long."""
    found = _EAST_RUN.match(text)
    return (
        found is not None and len(found[0]) < longest and text[found.end() : found.end() + 1] not in _CLAUSE
    )


def goes_on(before: str, after: str) -> bool:
    """Whether text goes on in the word that the text before it ends with."""
    if after.startswith(f"{DOT} "):
        return True
    if not before or before[-1] in BLANK:
        return False
    if before[-1] in _OPEN + _QUOTES:
        return True
    return not (_EAST_ENDS.search(before) or _EAST_STARTS.match(after)) or after[:1] in _CLOSE


def good_end(parts: Sequence[str], start: int, end: int) -> int:
    """Where a line without room for all parts ends: after a mark if one is near, before none that closes.

    It is an earlier mark if the last line would have few letters else.
    """
    near = range(end, max(start + 1, end - _LOOK_BACK), -1)
    marks = [place for place in near if parts[place - 1] in _GOOD_END and parts[place] not in _NOT_FIRST]
    for place in marks:
        if len(parts) - place >= _LONE:
            return place
    if marks:
        return marks[0]
    return end - 1 if parts[end] in _NOT_FIRST and end > start + 1 else end
