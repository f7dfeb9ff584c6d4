"""Finds web addresses that "www" or a scheme begins, whatever stands for their points: "www . anna . de"."""

import re
from collections.abc import Iterator

from planner.core.copy_scan.folding import PICTURES, Folded, compiled
from planner.core.copy_scan.hosts import LABEL, OPEN, SHUT, Host
from planner.core.copy_words import CopyWords

SCHEMES = ("http", "hxxp")
SCHEME_ENDS = r"s? ?:\s?/\s?/\s?"
MOST_LABELS = 4
# What others find too.
PLAIN_HOST = r"[\w.-]+"


class BegunAddresses:
    """Finds addresses by what begins them and by the top domain that ends them."""

    def __init__(self, words: CopyWords, dots: str) -> None:
        """Prepare a pattern for each beginning; ``dots`` is one for the words and signs read as a point."""
        self._tops, self._weak = frozenset(words.top_domains), frozenset(words.word_domains)
        self._apart = frozenset(part for top in words.apart_domains for part in top.split("."))
        joint = rf"(?:{OPEN}(?:{dots}|[.,·•—–*|_{PICTURES}-]){SHUT}|[ ,]+)"
        self._part = rf"(?P<joint>{joint})(?P<label>{LABEL})"
        rest = rf"(?P<host>{LABEL})(?:{joint}{LABEL}){{1,{MOST_LABELS}}}"
        begins = {
            **{word: joint for word in words.www_words if word.isascii()},
            **dict.fromkeys(SCHEMES, SCHEME_ENDS),
        }
        self._patterns = {word: rf"{word}(?<![a-z0-9]{word}){after}{rest}" for word, after in begins.items()}

    def hosts(self, folded: Folded) -> Iterator[Host]:
        """Each address that is begun so."""
        for word, pattern in self._patterns.items():
            if folded.may_have(word) or (word in SCHEMES and folded.has(word)):
                for match in compiled(pattern).finditer(folded.signs):
                    end = self._end(match)
                    if end is not None:
                        yield match.start(), end, True

    def _end(self, match: re.Match[str]) -> int | None:
        """Where the last top domain ends, of which one that is no word too goes before."""
        tops = [
            part
            for part in compiled(self._part).finditer(match.string, match.end("host"), match.end())
            if part["label"] in (self._tops if part["joint"].strip(" ,") else self._apart)
        ]
        sure = [part for part in tops if part["label"] not in self._weak]
        end = (sure or tops)[-1].end() if tops else match.end("host")
        plain = compiled(PLAIN_HOST).fullmatch(match.string, match.start("host"), end)
        return None if plain else end
