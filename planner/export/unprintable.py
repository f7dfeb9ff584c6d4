"""Where in a document the characters stand that no font has, in words."""

from collections.abc import Iterable
from heapq import nsmallest

from planner.core.printable import character_name
from planner.export.blocks import Document
from planner.export.places import texts
from planner.export.text import clean

TOLD = "No font on this computer has these characters, so they are printed as □: {}."
MOST_NAMED = 12
MORE = "; and {} more, which the checks name"


def unprintable_text(places: str) -> str:
    """What is said of characters that no font has, from their names and places."""
    return TOLD.format(places)


def unprintable_places(document: Document, characters: Iterable[str]) -> str:
    """The characters, each with the first place where it stands; after a dozen, how many more there are."""
    missing = set(characters)
    told = nsmallest(MOST_NAMED, missing)
    places: dict[str, str] = {}
    for text, place in texts(document):
        if len(places) == len(told):
            break
        cleaned = "" if text.isascii() else clean(text)
        for character in told:
            if character in cleaned:
                places.setdefault(character, place)
    named = [_placed(character, places.get(character, "")) for character in told]
    more = len(missing) - len(told)
    return "; ".join(named) + (MORE.format(more) if more else "")


def _placed(character: str, place: str) -> str:
    return f"{character_name(character)} in {place}" if place else character_name(character)
