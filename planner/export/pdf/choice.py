"""Which face a text is set in: the first in order that has all of a cluster."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from planner.core.printable import has_font
from planner.export.pdf.clusters import INVISIBLE, clusters, is_emoji
from planner.export.pdf.coverage import Coverage
from planner.export.pdf.faces import Face
from planner.export.pdf.lone_words import LoneWords
from planner.export.pdf.pairs import END, Script
from planner.export.pdf.system_fonts import system_fonts

_ROUND_SIGNS: Final = frozenset("◐◷⊘○●◔◑◒◓")
_DOTS: Final = "…"
_SHORT: Final = 3
_REMEMBERED: Final = 60_000


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
        """The words of letters in one face, by that face."""
        if len(faces := {*map(self.__getitem__, set("".join(words)))}) == 1:
            return [(face, words) for face in faces]
        found: dict[Face, list[str]] = {}
        for word in words:
            face, *others = {*map(self.__getitem__, word)}
            if not others:
                found.setdefault(face, []).append(word)
        return found.items()

    @cached_property
    def lone_words(self) -> LoneWords:
        """Finds words of characters that look at none beside them."""
        return LoneWords(self._chain, self.__getitem__, lambda: system_fonts().known)

    def stretches(self, text: str) -> Sequence[tuple[Face, str]]:
        """The text in stretches of one face each; no cluster is ever cut."""
        if text.isascii():
            return ((self._chain[0], text),)
        if len(text) == 1:
            return ((self[text], text),)
        return self._in_faces(text, clusters(text))

    def stretches_of(self, words: Iterable[str]) -> Iterator[Sequence[tuple[Face, str]]]:
        """The stretches of each of many words, whose clusters are found at once."""
        parts, start = clusters(END.join([*words, ""])), 0
        for word in words:
            end = parts.index(END, start)
            yield self._in_faces(word, parts[start:end])
            start = end + 1

    def _in_faces(self, text: str, parts: Sequence[str]) -> Sequence[tuple[Face, str]]:
        """The text, which has these clusters, in stretches of one face each."""
        having = [*map(self.__getitem__, parts)]
        last = having[0]
        if having.count(last) == len(having):
            return ((last, text),)
        found, start, place = [], 0, 0
        for cluster, own in zip(parts, having, strict=True):
            if own is not last and not (cluster == " " or INVISIBLE.issuperset(cluster)):
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
        if found is None and len(cluster) > 1:
            found = self._own(cluster[:1], cluster) or system_fonts().find(cluster[:1], boxes=True)
        face = found or self._chain[0]
        if len(cluster) == 1 or (len(cluster) <= _SHORT and len(self) < _REMEMBERED):
            self[cluster] = face
        return face

    def _own(self, characters: Sequence[str], cluster: str) -> Face | None:
        """The program's face that has these characters of a cluster: of signs, one that is drawn for them."""
        # To ask each face takes long, and of a text in no known script nearly all would be asked for nothing.
        if len(characters) == 1 and not has_font(characters[0]):
            return None
        chain = self._chain
        wanted = len(chain) - 1 if is_emoji(cluster) else len(chain) - 2 if cluster in _ROUND_SIGNS else 0
        place = self._coverage.first(characters, wanted)
        return None if place is None else chain[place]
