"""The groups of words that a rule's phrases name.

"{reward} .. for each {sort?} review" stands for each reward, with a word of the second group or without.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final

GROUP: Final = re.compile(r"\{(\w+\??)\}")
OPTIONAL: Final = "?"

Words = tuple[str, ...]


class WordGroups:
    """Groups of words by their names, of which each may name those before it."""

    def __init__(self, groups: Mapping[str, Words]) -> None:
        """Fill the groups into each other."""
        self._words: dict[str, Words] = {}
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


NO_GROUPS: Final = WordGroups({})
