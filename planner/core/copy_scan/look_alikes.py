"""Signs read as letters, by which authors hide words: "Αmazon" in Greek, "L1nk", "Wh@tsApp", "l*nk"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import filterfalse

from planner.core.copy_scan.folding import Folded, compiled, latin_words
from planner.core.copy_words import CopyWords

# So many texts are kept as they were last read.
LAST = 4
# Signs that authors put between two letters of a word, and the one that they put in the place of a letter.
FILLERS, STAR = ".·•*_|~-", "*"
_FILLING = frozenset(FILLERS)
UNFILLED = str.maketrans("", "", FILLERS)
# No word has more parts; without an end, each part would begin a token that is read to the end of all.
VEILED = r"(?<![a-z0-9])[a-z]++(?:(?:[.·•*_|~-]++[a-z]++){1,30}+\*?+|\*)(?![a-z0-9*])"


class LookAlikes:
    """Makes signs that look alike one sign; the places of all signs stay as they are."""

    def __init__(self, letters: Mapping[str, str], marks: Mapping[str, str]) -> None:
        """Prepare, for each letter, the signs read as it anywhere, and the marks only between two letters."""
        self._letters = {sign: letter for letter, signs in letters.items() for sign in signs}
        self._marks = {mark: letter for letter, signs in marks.items() for mark in signs}
        self._signs = frozenset(sign for sign in (*self._letters, *self._marks) if not "a" <= sign <= "z")
        # Several finders ask for the same signs one after the other.
        self.plain, self.unmasked = lru_cache(LAST)(self._plain), lru_cache(LAST)(self._unmasked)
        self.words = lru_cache(1)(self._words)
        self._veiled, self._disguised = lru_cache(1)(self._tokens), lru_cache(1)(self._hiding)
        signs = re.escape("".join(self._marks))
        # An "@" that begins a word begins the name of an account.
        self._within = rf"[{signs}](?:(?<=[a-z].)|(?<!\S.)(?<!@))(?=[a-z])"

    def _plain(self, signs: str) -> str:
        """Signs with each letter that looks like another as that other."""
        for sign, letter in self._letters.items():
            signs = signs.replace(sign, letter)  # many times faster than translating
        return signs

    def plain_pattern(self, pattern: str) -> str:
        """A pattern that reads plain signs: its letters are plain, its digits are counts."""
        return "".join(self._letters.get(sign, sign) if sign.isalpha() else sign for sign in pattern)

    def _unmasked(self, signs: str) -> str:
        """Plain signs, with each mark between two letters as the letter that it stands for."""
        if any(mark in signs for mark in self._marks):
            signs = compiled(self._within).sub(lambda mark: self._marks[mark[0]], signs)
        return self.plain(signs)

    def begin_veiled(self, folded: Folded) -> frozenset[str]:
        """The letters with which words begin that have fillers between their letters, or stars for some."""
        return frozenset(token[0] for token in self._veiled(folded.vocabulary))

    def veiled_of(self, folded: Folded, words: frozenset[str]) -> dict[str, str]:
        """How plain words are written that have fillers between their letters, or stars for some."""
        tokens = self._veiled(folded.vocabulary)
        return _unveiled(tokens, words) if tokens else {}

    def veiled_in(self, folded: Folded, words: frozenset[str]) -> Iterator[tuple[int, int, str]]:
        """Where such words stand, and which they are."""
        veiled = self.veiled_of(folded, words)
        # "Kick-starter" is a word.
        hidden = {token: word for token, word in veiled.items() if "-" not in token}
        for token in compiled(VEILED).finditer(self.unmasked(folded.signs)) if hidden else ():
            if token[0] in hidden:
                yield *token.span(), hidden[token[0]]

    def _tokens(self, vocabulary: str) -> frozenset[str]:
        words = filterfalse(_FILLING.isdisjoint, self.unmasked(vocabulary).split())
        return frozenset(compiled(VEILED).findall(" ".join(words)))

    def _words(self, vocabulary: str) -> frozenset[str]:
        """The plain words of a vocabulary."""
        return latin_words(self.plain(vocabulary))

    def disguised(self, folded: Folded) -> frozenset[str]:
        """The words, unmasked, in which a sign may stand for a letter: few in most texts."""
        return self._disguised(folded.vocabulary)

    def _hiding(self, vocabulary: str) -> frozenset[str]:
        words = filterfalse(self._signs.isdisjoint, vocabulary.split())
        return latin_words(self.unmasked(" ".join(words)))


@lru_cache
def _by_shape(words: frozenset[str]) -> Mapping[tuple[str, int], Sequence[str]]:
    """Words by their first letter and their length."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in words:
        found.setdefault((word[0], len(word)), []).append(word)
    return found


def _unveiled(tokens: Iterable[str], words: frozenset[str]) -> dict[str, str]:
    """Which of some words each token stands for that stands for one."""
    found: dict[str, str] = {}
    for token in tokens:
        bare = token.translate(UNFILLED)
        if bare in words and token.rstrip(STAR) != bare:  # "*word*" is an emphasis
            found[token] = bare
        elif STAR in token:
            alike = _by_shape(words).get((token[0], len(token)), ())
            found.update((token, word) for word in alike if _is_starred(token, word))
    return found


def _is_starred(token: str, word: str) -> bool:
    return all(sign in (letter, STAR) for sign, letter in zip(token, word, strict=True))


def veiled(word: str) -> str:
    """A pattern for a word, also with fillers between its letters, or stars for any but the first."""
    first, *rest = map(re.escape, word)
    filled = "".join(f"[{FILLERS}]?{letter}" for letter in rest)
    starred = "".join(rf"(?:{letter}|\{STAR})" for letter in rest)
    return f"{first}(?:{filled}|{starred})"


@lru_cache(1)
def look_alikes(words: CopyWords) -> LookAlikes:
    """The signs that look alike by the lists."""
    return LookAlikes(words.alike, words.marks)


NONE_ALIKE = LookAlikes({}, {})
