"""What is wrong with plain values wherever they stand: numbers, markup, signs unseen, loose ends."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from planner.storage.catalog_check.fault import Fault
from planner.storage.json_text import Place

MARKUP = re.compile(r"</?[a-z][^<>]*>|&(?:[a-z]+|#\d+);", re.IGNORECASE)
LOOSE_END = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|[Ll]orem ipsum")
ENDS = ".!?。”)"
SHARES = ("share", "share_at_most")
PIECES_OF_PLANS = ("breaks", "keeps")
UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co"})
LOST = "\ufffd"


def leaves(record: object, place: Place = ()) -> Iterator[tuple[Place, object]]:
    """All plain values of a record, however deep, each with its place."""
    if is_dataclass(record):
        for each in fields(record):
            yield from leaves(getattr(record, each.name), (*place, each.name))
    elif isinstance(record, Mapping):
        for key, each in record.items():
            yield from leaves(each, (*place, key))
    elif isinstance(record, tuple):
        for n, each in enumerate(record):
            yield from leaves(each, (*place, n))
    else:
        yield place, record


def repeated_values(record: object, place: Place = ()) -> Iterator[Fault]:
    """Words that stand more than once in a list of a record."""
    if is_dataclass(record):
        for each in fields(record):
            yield from repeated_values(getattr(record, each.name), (*place, each.name))
    elif isinstance(record, tuple):
        words = Counter(each for each in record if isinstance(each, str))
        for word, times in words.items():
            if times > 1:
                yield Fault(place, f"“{word}” stands here more than once", "keep one of them")
        for n, each in enumerate(record):
            yield from repeated_values(each, (*place, n))


def value_faults(record: object, place: Place = ()) -> Iterator[Fault]:
    """What is wrong with the values of a record that stands at a place."""
    for where, value in leaves(record, place):
        if isinstance(value, str):
            yield from _text(where, value)
        elif isinstance(value, int | float) and value < 0:
            mend = "write the number that the source gives"
            yield Fault(where, f"`{where[-1]}` is below nothing", mend)
        elif isinstance(value, int | float) and where[-1] in SHARES and value > 1:
            yield Fault(where, f"`{where[-1]}` is more than the whole", "write a part of 1, such as 0.1")


def _text(place: Place, text: str) -> Iterator[Fault]:
    if found := MARKUP.search(text):
        yield Fault(
            place, f"the text holds markup, “{found[0]}”", "write plain words, which are shown as they are"
        )
    if found := LOOSE_END.search(text):
        yield Fault(place, f"“{found[0]}” waits to be written", "write it, or drop the row")
    if unseen := next((sign for sign in text if unicodedata.category(sign) in UNSEEN), ""):
        yield Fault(place, f"the text holds a sign that nobody sees, U+{ord(unseen):04X}", "take it out")
    if LOST in text:
        yield Fault(
            place, f"the text holds “{LOST}”, for a sign that was lost", "write the sign that is meant"
        )


def no_sentence(place: Place, text: str) -> Iterator[Fault]:
    """A text that is no whole sentence; an empty one is told as such."""
    if text.strip() and text.rstrip()[-1] not in ENDS:
        yield Fault(place, "the text is no whole sentence", "say what is so, and why")


def empty_values(row: Any, place: Place = ()) -> Iterator[Fault]:
    """Texts and lists in which a row says nothing, but for those of a plan's pieces."""
    if not isinstance(row, dict | list):
        return
    for key, value in row.items() if isinstance(row, dict) else enumerate(row):
        if key in PIECES_OF_PLANS:
            continue
        named = isinstance(key, str)
        # A blank in a list may be meant: it joins words.
        if value in ("", [], {}) or (named and isinstance(value, str) and value.isspace()):
            of, says = ((*place, key), "is") if named else (place, "holds something")
            yield Fault(of, f"`{of[-1]}` {says} empty", "write what belongs there, or take it out")
        yield from empty_values(value, (*place, key))


def days_in_quotes(record: object, row: Any) -> Iterator[Fault]:
    """Days that a row gives as texts, where TOML has days of its own."""
    for place, value in leaves(record):
        if isinstance(value, date) and isinstance(_at(row, place), str):
            yield Fault(place, "the day stands in quotes", "write it without, as in 2027-05-05")


def _at(row: Any, place: Place) -> object:
    for part in place:
        row = row[part]
    return row
