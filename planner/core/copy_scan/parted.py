"""Coined names that authors write in two parts, so that no filter sees them: "Ama zon"."""

from collections.abc import Iterable, Iterator

from planner.core.copy_scan.folding import is_syllable

# Names of fewer letters have parts that are words by chance.
FEWEST_LETTERS = 6
FEWEST_IN_A_PART = 2
SIGNS = " -"
FIRST = "\u3040"  # before all syllables


def parted(names: Iterable[str], words: Iterable[str]) -> Iterator[str]:
    """Each name parted by a blank or a hyphen wherever that makes none of the words."""
    known = {word.casefold() for word in words}
    for name in filter(_is_coined, names):
        for place in range(FEWEST_IN_A_PART, len(name) - FEWEST_IN_A_PART + 1):
            first, second = name[:place], name[place:]
            if f"{first} {second}".casefold() not in known:
                yield from (f"{first}{sign}{second}" for sign in SIGNS)


def spaced(names: Iterable[str]) -> Iterator[str]:
    """Each name in Japanese or Korean syllables with a blank or a dot between them all: "쿠 팡"."""
    for name in names:
        if name > FIRST and is_syllable(name[0]) and len(name) > 1 and _is_in_syllables(name):
            yield from (sign.join(name) for sign in " ・")


def _is_in_syllables(name: str) -> bool:
    return all(is_syllable(sign) or sign == "ー" for sign in name)


def _is_coined(name: str) -> bool:
    return name.isascii() and name.isalpha() and name[0].isupper() and len(name) >= FEWEST_LETTERS
