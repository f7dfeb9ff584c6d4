"""Cuts a text where a sentence or a word ends, and tells about how many lines it takes."""

import re
from unicodedata import combining, east_asian_width

_SENTENCE = re.compile(r"[.!?…][\"”’»)\]]*(?=\s)|[。！？][」』”’]*")
_WIDE_STOPS, _CLOSING = "。！？", "」』”’"
WORDS_KEPT = 0.3  # of a text that is cut, where it ends with a word
_SENTENCES_KEPT = 0.5  # the same, where it ends with a sentence
_NEVER_FIRST = "\u200d\ufe0e\ufe0f"
_JOINER = "\u200d"
_QUOTES = "“‘"
_NOT_LAST = " \t\n…·–—,;:،؛、，；：([{（「『【《〈〔［｛〖〝" + _QUOTES
_EAST = "\u2e80"
_WIDE = frozenset("WF")
_LINE_END = 40  # letters, about half a line


def extent(text: str) -> int:
    """About how many letters wide the text is: a Chinese character counts twice, a line end half a line."""
    if text.isascii() and "\n" not in text:
        return len(text)
    wide = sum(map(_WIDE.__contains__, map(east_asian_width, text)))
    return len(text) + wide + text.count("\n") * (_LINE_END - 1)


def lines_of(text: str, width: int) -> int:
    """About how many lines the text takes in a column of so many letters, at least one."""
    return sum(max(1, -(-extent(line) // width)) for line in text.split("\n"))


def cut(text: str, width: int) -> str:
    """The text if it is no wider, or its beginning with a mark that it goes on."""
    end = _end(text, width)
    if end >= len(text):
        return text
    kept = text[:end]
    least = int(end * _SENTENCES_KEPT)
    sentences = [match.end() for match in _SENTENCE.finditer(text, 0, end + 1) if least < match.end() <= end]
    if sentences:
        whole = kept[: sentences[-1]]
        return f"{whole}…" if whole.rstrip(_CLOSING)[-1] in _WIDE_STOPS else f"{whole} …"
    words = max(text.rfind(blank, 0, end + 1) for blank in " \n")
    return closed(kept[: words if words > int(end * WORDS_KEPT) else _whole_character(text, end)])


def closed(text: str) -> str:
    """The beginning of a text and a mark that it goes on, without marks before it that lead to what is gone.

    A mark of quotation after a letter closes: „Hallo“ ends with one, but for Chinese, where it opens.
    """
    kept = text.rstrip(_NOT_LAST)
    if kept and kept[-1].isalnum() and kept[-1] < _EAST and text[len(kept) : len(kept) + 1] in tuple(_QUOTES):
        kept = text[: len(kept) + 1]
    return f"{kept}…"


def _end(text: str, width: int) -> int:
    """Where the text reaches the width."""
    taken = 0
    for place, character in enumerate(text):
        taken += extent(character)
        if taken > width:
            return place
    return len(text)


def _whole_character(text: str, end: int) -> int:
    """The last place up to ``end`` at which no sign is parted from its letter."""
    while 0 < end < len(text) and _belongs(text, end):
        end -= 1
    return end


def _belongs(text: str, place: int) -> bool:
    return bool(combining(text[place])) or text[place] in _NEVER_FIRST or text[place - 1] == _JOINER
