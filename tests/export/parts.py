"""The parts of an outline, for tests to look at."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from planner.export.blocks import Document, Figure, Run


def parts(value: object) -> Iterator[object]:
    """A document's parts, and theirs, from the outside in."""
    yield value
    below: Iterator[object] = iter(())
    if isinstance(value, tuple):
        below = iter(value)
    elif is_dataclass(value):
        below = (getattr(value, field.name) for field in fields(value))
    for part in below:
        yield from parts(part)


def texts(document: Document) -> list[str]:
    """Everything that a document says."""
    return [part for part in parts(document) if isinstance(part, str)]


def links(document: Document) -> set[str]:
    """Every address that a reader can follow."""
    return {part.link for part in parts(document) if isinstance(part, Run) and part.link}


def texts_of_figures(sections: object) -> list[str]:
    """The labels of the numbers to remember."""
    return [f"{part.value} {part.label}" for part in parts(sections) if isinstance(part, Figure)]
