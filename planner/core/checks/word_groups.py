"""The groups of words that a rule's phrases name.

"{reward} .. for each {sort?} review" stands for each reward, with a word of the second group or without.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import Final

from planner.core.checks.work_words import plain
from planner.core.copy_scan.folding import Folded, fold_words

GROUP: Final = re.compile(r"\{(\w+\??)\}")
OPTIONAL: Final = "?"

Words = tuple[str, ...]


class WordGroups:
    """Groups of words by their names, of which each may name those before it."""

    def __init__(self, groups: Mapping[str, Words]) -> None:
        """Fill the groups into each other."""
        self._words: dict[str, Words] = {}
        self.signs = cache(self._plain_signs)
        # Many phrases are looked for in one text after the other.
        self.near = lru_cache(1)(self._near)
        for name, words in groups.items():
            self._words[name] = tuple(self.filled(words))

    def words(self, name: str) -> Words:
        """What may stand for the name of a group: for one that is not there, the name as it is written."""
        words = self._words.get(name.rstrip(OPTIONAL), (f"{{{name}}}",))
        return ("", *words) if name.endswith(OPTIONAL) else words

    def filled(self, phrases: Iterable[str]) -> Iterator[str]:
        """Phrases with each way to fill in the groups that they name."""
        for phrase in phrases:
            parts = GROUP.split(phrase)  # by turns a text and a name
            kinds = [self.words(part) if n % 2 else (part,) for n, part in enumerate(parts)]
            for chosen in product(*kinds):
                yield " ".join("".join(chosen).split())

    def _plain_signs(self, name: str) -> Words:
        """The plain signs of what may stand for the name of a group."""
        return tuple(fold_words(map(plain, self.words(name))))

    def _near(self, folded: Folded) -> "WordGroups":
        """The groups with those words alone that may stand in a text."""
        return _Near(self, folded)

    def words_near(self, name: str, folded: Folded) -> Words:
        """What of a group may stand in a text."""
        words = zip(self.words(name), self.signs(name), strict=True)
        return tuple([word for word, signs in words if folded.may_have(signs)])


class _Near(WordGroups):
    def __init__(self, groups: WordGroups, folded: Folded) -> None:
        super().__init__({})
        self._all, self._folded = groups, folded

    def words(self, name: str) -> Words:
        if name not in self._words:
            self._words[name] = self._all.words_near(name, self._folded)
        return self._words[name]


NO_GROUPS: Final = WordGroups({})
