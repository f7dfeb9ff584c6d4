"""The neutral blocks of every exported document: what it says and means, not how it looks.

All text is plain text: never markup, a path or code. All words are decided before a block is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from itertools import groupby


class Tone(Enum):
    """What a run of text means to its reader; each format shows it in its own way, never by colour alone."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    CAREFUL = "careful"
    WAITING = "waiting"
    DANGER = "danger"
    OFF = "off"
    DOUBT = "doubt"


class Align(Enum):
    """The side of its column on which a text stands."""

    LEFT = "left"
    RIGHT = "right"


class Marker(Enum):
    """What stands before each item of a list."""

    BULLET = "bullet"
    NUMBER = "number"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; ``link`` is an address, which each format checks before it links.

    ``language`` is a BCP 47 tag where the text is not in the document's.
    """

    text: str
    bold: bool = False
    italic: bool = False
    tone: Tone = Tone.PLAIN
    link: str | None = None
    language: str = ""


Runs = tuple[Run, ...]


def plain(text: str) -> Runs:
    """The text as one plain run."""
    return (Run(text),)


def said(runs: Runs) -> str:
    """What the runs say."""
    return "".join(run.text for run in runs)


def paragraphs(runs: Runs) -> list[Runs]:
    """The runs of each line that the text has by itself."""
    found: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        found[-1].append(replace(run, text=first))
        found += [[replace(run, text=other)] for other in others]
    return [tuple(run for run in each if run.text) for each in found]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section; level 2 stands in the outline, level 3 does not."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a lead is the larger, quieter sentence that opens a section."""

    runs: Runs
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what is known under it."""

    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Note:
    """A callout: numbered points, what follows from them, the source, and its ``name`` if it has no title."""

    runs: Runs
    title: str = ""
    source: str = ""
    tone: Tone = Tone.MUTED
    points: tuple[Fact, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number to remember, and what it counts."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A band of the numbers to remember."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled facts, one under the other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is a text."""

    items: tuple[Runs, ...]
    marker: Marker = Marker.BULLET


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``weight`` is its share of the width, figures stand on the right."""

    title: str
    weight: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Mark:
    """A platform's sign: a letter or two on its colour. Its name always stands beside it."""

    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell, with a platform's mark before it."""

    runs: Runs
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a muted row is shown as set aside, a strong one as a sum."""

    cells: tuple[Cell, ...]
    muted: bool = False
    strong: bool = False


def head_of(row: Row) -> int | None:
    """The place of the cell that names a row: the first that has a letter or a digit."""
    texts = (said(cell.runs) for cell in row.cells)
    return next((place for place, text in enumerate(texts) if any(map(str.isalnum, text))), None)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; every row has a cell for every column."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A named day on a time axis, such as the first of a month."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A stretch of days, both ends included; a strong bar is a whole phase, ``note`` is said beside it.

    On each of the ``days`` something is due; ``ends`` says its end where that has no day, and then it is
    drawn as far as ``end``.
    """

    label: str
    start: date
    end: date
    ends: str = field(default="", kw_only=True)
    note: str = ""
    colour: str = ""
    strong: bool = False
    mark: Mark | None = None
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """Stretches of days over an axis of time; ``message`` says in one sentence what the chart shows.

    ``key`` says what the signs of the drawing mean, for formats that draw them; ``in_full`` that words for
    which a drawing has no room stand below it.
    """

    start: date
    end: date
    ticks: tuple[Tick, ...]
    bars: tuple[TimeBar, ...]
    launch: Tick | None = None
    message: str = ""
    key: str = ""
    in_full: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """An amount: how long its bar is, and how it is written; ``part`` of it is drawn full, the rest pale."""

    label: str
    value: float
    text: str
    colour: str = ""
    mark: Mark | None = None
    part: float | None = None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Amounts side by side; ``message`` and ``key`` are as in a timeline."""

    bars: tuple[Bar, ...]
    message: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its first day on, and the hours that it asks for."""

    first: date
    hours: float


@dataclass(frozen=True, slots=True)
class WeekChart:
    """A column for each week, against the hours that are ``allowed``; ``message`` says what it shows."""

    weeks: tuple[Week, ...]
    ticks: tuple[Tick, ...]
    allowed: float | None = None
    launch: Tick | None = None
    message: str = ""

    @property
    def stretches(self) -> tuple[tuple[Week, int], ...]:
        """Weeks in a row with equal hours, as the first of them and their number."""
        rows = groupby(self.weeks, key=lambda week: week.hours)
        return tuple((every[0], len(every)) for every in (tuple(group) for _, group in rows))


@dataclass(frozen=True, slots=True)
class LinkCard:
    """An address to scan or to follow; an address that may not be a link gets no code."""

    label: str
    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LinkCards:
    """Addresses as cards with their QR codes."""

    cards: tuple[LinkCard, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the bytes of a JPEG file, its sides in pixels, and in ``alt`` what it shows."""

    jpeg: bytes = field(repr=False)
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The head of the document: the book's cover or a panel, title, lines under it, and what it is about.

    A ``small`` one takes less of a page.
    """

    title: str
    eyebrow: str = ""
    subtitle: str = ""
    lines: tuple[str, ...] = ()
    summary: Runs = ()
    panel: str = ""
    panel_foot: str = ""
    picture: Picture | None = None
    small: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of sections with their pages."""

    title: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block = (
    Heading
    | Paragraph
    | Note
    | KeyFigures
    | Facts
    | Items
    | Table
    | TimelineChart
    | BarChart
    | WeekChart
    | LinkCards
    | Cover
    | Contents
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document; without a title it stands in neither the contents nor the outline.

    ``new_page`` begins a new page unless enough of the last one is free.
    """

    title: str
    blocks: tuple[Block, ...]
    eyebrow: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, of a day and in a language (a BCP 47 tag); the running head stands on each page.

    Where that has no room, its ``head_end`` stays. ``told`` says in sentences what is not as the plan has
    it, such as what was shortened to fit its pages.
    ``names`` are names in another language that may stand anywhere in the text, with its tag;
    ``own_words`` the author's, in the document's language, while the program's are English;
    ``book_language`` is a further one that text may be in.
    """

    title: str
    language: str
    date: date
    sections: tuple[Section, ...]
    author: str = ""
    subject: str = ""
    running_head: str = ""
    head_end: str = ""
    told: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    own_words: frozenset[str] = frozenset()
    book_language: str = ""

    @property
    def cover(self) -> Cover | None:
        """The block that says the title, None where the document has no such head."""
        blocks = (block for section in self.sections for block in section.blocks)
        return next((block for block in blocks if isinstance(block, Cover)), None)
