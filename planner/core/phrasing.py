"""What sentences are put together with: counted nouns, names in a row, first letters."""

from collections.abc import Iterable, Sequence


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 channel", "3 channels"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names in a row as a sentence has them: "a, b and c"."""
    *head, tail = [*names] or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def some(names: Sequence[str], most: int) -> list[str]:
    """The first of some names, and how many more there are, to be listed."""
    rest = len(names) - most
    return [*names[:most], f"{rest} more"] if rest > 0 else [*names]


def upper_first(text: str) -> str:
    """A text with a capital in front."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """A sentence with a small first letter, unless its first word has another capital or a mark in it."""
    word = text.split(" ", 1)[0]
    return text if not word.isalpha() or word[1:] != word[1:].lower() else text[:1].lower() + text[1:]
