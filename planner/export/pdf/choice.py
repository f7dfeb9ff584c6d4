"""Which face a text is set in: the first in order that has all of a cluster."""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Final

from planner.export.pdf.clusters import INVISIBLE, clusters, is_emoji
from planner.export.pdf.coverage import Coverage
from planner.export.pdf.faces import Face
from planner.export.pdf.pairs import Script
from planner.export.pdf.system_fonts import system_fonts

_ROUND_SIGNS: Final = frozenset("◐◷⊘○●◔◑◒◓")
_DOTS: Final = "…"


class Choice(dict[str, Face]):
    """The face of each cluster in one style, found when it is first asked for."""

    def __init__(self, chain: Sequence[Face], eastern: Sequence[Face]) -> None:
        """Give the program's faces in order, signs and emoji last, and those of Chinese and Japanese."""
        super().__init__()
        self._chain = chain
        self._eastern = eastern
        self._coverage = Coverage([face.covers for face in chain])

    def scripts(self, *, rtl: bool) -> Iterable[Script]:
        """The scripts of the faces that run in this direction."""
        return dict.fromkeys(each for face in self._chain for each in face.scripts if each.rtl == rtl)

    def by_face(self, words: Sequence[str]) -> Iterable[tuple[Face, Sequence[str]]]:
        """The words of letters in one face, by that face; no letter of theirs looks for a face by others."""
        letters = {letter: self.get(letter) for letter in set("".join(words))}
        letters |= self._learn({letter for letter, face in letters.items() if face is None})
        if len(faces := set(letters.values())) == 1:
            return [(face, words) for face in faces if face]
        found: dict[Face, list[str]] = {}
        for word in words:
            face, *others = set(map(letters.__getitem__, word))
            if face and not others:
                found.setdefault(face, []).append(word)
        return found.items()

    def _learn(self, letters: Set[str]) -> Mapping[str, Face]:
        """Find the faces of new letters all at once."""
        found: dict[str, Face] = {}
        for face in self._chain:
            covered = face.covered(letters)
            found.update(dict.fromkeys(covered, face))
            letters -= covered
        found.update({letter: system_fonts().find(letter) or self._chain[0] for letter in letters})
        self.update(found)
        return found

    def stretches(self, text: str) -> Sequence[tuple[Face, str]]:
        """The text in stretches of one face each; no cluster is ever cut."""
        if text.isascii():
            return ((self._chain[0], text),)
        parts = clusters(text)
        having = [*map(self.__getitem__, parts)]
        last = having[0]
        if having.count(last) == len(having):
            return ((last, text),)
        found, start, place = [], 0, 0
        for cluster, own in zip(parts, having, strict=True):
            if not (cluster == " " or INVISIBLE.issuperset(cluster)):
                # After Chinese and Japanese dots stand in the middle of their square.
                face = self._eastern[0] if cluster == _DOTS and last in self._eastern else own
                if face is not last:
                    found.append((last, text[start:place]))
                    start = place
                last = face
            place += len(cluster)
        return [*found, (last, text[start:])]

    def __missing__(self, cluster: str) -> Face:
        """The first face that has all of the cluster, or at least its beginning, or else the main face.

        The fonts of the computer are asked last, for what those of the program do not have.
        """
        seen = INVISIBLE.isdisjoint(cluster)
        needed = cluster if seen else [character for character in cluster if character not in INVISIBLE]
        found = self._own(needed, cluster) or system_fonts().find(needed)
        if len(cluster) == 1:
            self[cluster] = found = found or self._chain[0]
            return found
        if found is None:
            begun = self._own(cluster[:1], cluster)
            found = begun or system_fonts().find(cluster[:1], boxes=True) or self._chain[0]
        return found

    def _own(self, characters: Sequence[str], cluster: str) -> Face | None:
        """The program's face that has these characters of a cluster: of signs, one that is drawn for them."""
        chain = self._chain
        wanted = len(chain) - 1 if is_emoji(cluster) else len(chain) - 2 if cluster in _ROUND_SIGNS else 0
        place = self._coverage.first(characters, wanted)
        return None if place is None else chain[place]
