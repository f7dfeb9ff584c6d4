"""Which of several faces have a character, remembered as bits: who has all of a text is found at once."""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_


class Coverage(dict[str, int]):
    """The faces that have each character met so far: a bit for each face, the lowest for the first."""

    def __init__(self, covers: Sequence[Callable[[str], bool]]) -> None:
        """Give what says of each face whether it has a character."""
        super().__init__()
        self._covers = covers
        self._all = (1 << len(covers)) - 1

    def __missing__(self, character: str) -> int:
        """Ask every face."""
        self[character] = sum(1 << place for place, covers in enumerate(self._covers) if covers(character))
        return self[character]

    def first(self, characters: Sequence[str], wanted: int = 0) -> int | None:
        """The place of the face that has all of the characters: the one ``wanted``, or else the first.

        It is None if there is none.
        """
        if len(characters) == 1:
            # Mostly the first or second has it, and nobody asks for the others.
            for place in (wanted, *range(len(self._covers))) if wanted else range(len(self._covers)):
                if self._covers[place](characters[0]):
                    return place
            return None
        having = reduce(and_, map(self.__getitem__, characters), self._all)
        if having >> wanted & 1:
            return wanted
        return (having & -having).bit_length() - 1 if having else None
