"""A document reduced to what every peer can set: headings, texts and tables; charts become tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.export.blocks import (
    BarChart,
    Block,
    Cover,
    Document,
    Fact,
    Facts,
    Heading,
    Items,
    KeyFigures,
    LinkCards,
    Note,
    Paragraph,
    Run,
    Runs,
    Table,
    TimelineChart,
    plain,
)


@dataclass(frozen=True, slots=True)
class Head:
    """A heading; level 1 is a section's."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its head, and rows of the same length."""

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


Piece = Head | Text | Grid


def pieces(document: Document) -> Iterator[Piece]:
    """All that the document says, in order; no level of headings is left out."""
    level = 0
    for piece in _all(document):
        if isinstance(piece, Head):
            level = min(piece.level, level + 1)
            yield Head(level, piece.text)
        else:
            yield piece


def _all(document: Document) -> Iterator[Piece]:
    for section in document.sections:
        if section.title:
            yield Head(1, section.title)
        for block in section.blocks:
            yield from _of(block)


def _of(block: Block) -> Iterator[Piece]:
    match block:
        case Heading():
            yield Head(block.level, block.text)
        case Paragraph():
            yield Text(block.runs)
        case Note():
            if block.title:
                yield Text((Run(block.title, bold=True),))
            yield from map(_fact, block.points)
            yield Text(block.runs)
            if block.source:
                yield Text(plain(block.source))
        case Facts():
            yield from map(_fact, block.facts)
        case Items():
            yield from (Text((Run("• "), *item)) for item in block.items)
        case KeyFigures():
            yield Text(plain(" · ".join(f"{figure.value} {figure.label}" for figure in block.figures)))
        case Cover():
            yield Head(1, block.title)
            yield from (Text(plain(line)) for line in (block.subtitle, *block.lines) if line)
            yield Text(block.summary)
        case _:
            yield from _tabular(block)


def _tabular(block: Block) -> Iterator[Piece]:
    match block:
        case Table():
            head = tuple(column.title for column in block.columns)
            yield Grid(head, tuple(tuple(cell.runs for cell in row.cells) for row in block.rows))
        case TimelineChart():
            rows = (
                (bar.label, f"{bar.start:%d %b %Y} to {bar.end:%d %b %Y}", bar.note) for bar in block.bars
            )
            yield Grid(("What", "When", "Note"), tuple(tuple(map(plain, row)) for row in rows))
        case BarChart():
            yield Grid(("What", "How much"), tuple((plain(bar.label), plain(bar.text)) for bar in block.bars))
        case LinkCards():
            yield from (Text((Run(f"{card.label}: "), Run(card.address))) for card in block.cards)


def _fact(fact: Fact) -> Text:
    return Text((Run(f"{fact.label}: ", bold=True), *fact.runs))
