"""Signs read as letters, by which authors hide words: "Αmazon" in Greek, "L1nk", "Wh@tsApp", "l*nk"."""

import re
from collections.abc import Mapping

from planner.core.copy_scan.folding import LATIN, Folded, compiled

# Signs that authors put between two letters of a word, and the one that they put in the place of a letter.
FILLERS, STAR = ".·•*_|~-", "*"


class LookAlikes:
    """Makes signs that look alike one sign; the places of all signs stay as they are."""

    def __init__(self, letters: Mapping[str, str], marks: Mapping[str, str]) -> None:
        """Prepare, for each letter, the signs read as it anywhere, and the marks only between two letters."""
        self._letters = {sign: letter for letter, signs in letters.items() for sign in signs}
        self._marks = {mark: letter for letter, signs in marks.items() for mark in signs}
        self._signs = frozenset(sign for sign in (*self._letters, *self._marks) if not "a" <= sign <= "z")
        self._within = rf"[{re.escape(''.join(self._marks))}](?<=[a-z].)(?=[a-z])"

    def plain(self, signs: str) -> str:
        """Signs with each letter that looks like another as that other."""
        for sign, letter in self._letters.items():
            signs = signs.replace(sign, letter)  # many times faster than translating
        return signs

    def plain_pattern(self, pattern: str) -> str:
        """A pattern that reads plain signs: its letters are plain, its digits are counts."""
        return "".join(self._letters.get(sign, sign) if sign.isalpha() else sign for sign in pattern)

    def unmasked(self, signs: str) -> str:
        """Plain signs, with each mark between two letters as the letter that it stands for."""
        if any(mark in signs for mark in self._marks):
            signs = compiled(self._within).sub(lambda mark: self._marks[mark[0]], signs)
        return self.plain(signs)

    def disguised(self, folded: Folded) -> frozenset[str]:
        """The words, unmasked, in which a sign may stand for a letter: few in most texts."""
        words = (word for word in folded.vocabulary.split() if not self._signs.isdisjoint(word))
        return frozenset(compiled(LATIN).findall(self.unmasked(" ".join(words))))


def veiled(word: str) -> str:
    """A pattern for a word, also with fillers between its letters, or stars for any but the first."""
    first, *rest = map(re.escape, word)
    filled = "".join(f"[{FILLERS}]?{letter}" for letter in rest)
    starred = "".join(rf"(?:{letter}|\{STAR})" for letter in rest)
    return f"{first}(?:{filled}|{starred})"


NONE_ALIKE = LookAlikes({}, {})
