"""Every text that is printed of a document, and where it stands in words."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from planner.export.blocks import Cover, Document, Fact, Heading, Row, Table

_NOT_PRINTED: Final = frozenset({"link", "language", "colour"})
_COVER: Final = "the cover"
_DOCUMENT: Final = "document"
_RUNNING_HEAD: Final = "the foot of each page"


def texts(document: Document) -> Iterator[tuple[str, str]]:
    """Every text that is printed, and where it stands."""
    for section in document.sections:
        place = f"“{section.title}”" if section.title else f"the {document.subject.lower() or _DOCUMENT}"
        yield section.eyebrow, place
        yield section.title, place
        heading = ""
        for block in section.blocks:
            if isinstance(block, Heading):
                heading = block.text
            here = _COVER if isinstance(block, Cover) else _under(place, heading)
            yield from _within(block, here)
    yield document.running_head, _RUNNING_HEAD


def _under(place: str, name: str) -> str:
    return f"{place}, “{name}”" if name else place


def _within(record: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(record, str):
        yield record, place
    elif isinstance(record, tuple):
        for each in record:
            yield from _within(each, place)
    elif isinstance(record, Table):
        yield from _within(record.columns, place)
        for row in record.rows:
            yield from _cells(row, record, place)
    elif is_dataclass(record):
        inside = _under(place, record.label) if isinstance(record, Fact) else place
        for field in fields(record):
            if field.name not in _NOT_PRINTED:
                yield from _within(getattr(record, field.name), inside)


def _cells(row: Row, table: Table, place: str) -> Iterator[tuple[str, str]]:
    for cell, column in zip(row.cells, table.columns, strict=False):
        yield from _within(cell, _under(place, column.title))
