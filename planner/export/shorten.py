"""Shortens a document at sensible places, and says in sentences what it shortened.

Each part of the document keeps a number of lines, so that long parts give way before short ones do.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, zip_longest
from types import MappingProxyType
from typing import Any

from planner.export.blocks import (
    Align,
    BarChart,
    Block,
    Cell,
    Cover,
    Document,
    Fact,
    Facts,
    Heading,
    Items,
    KeyFigures,
    LinkCards,
    Paragraph,
    Row,
    Run,
    Runs,
    Section,
    Table,
    TimelineChart,
    Tone,
    plain,
    said,
)
from planner.export.cut import cut, extent, lines_of
from planner.export.isolates import SEPARATOR
from planner.export.widths.lending import lent
from planner.export.widths.shares import FACT_LABEL

LINE = 84  # letters of running text
CELLS = 92  # letters of all cells of a row
HEAD = ""  # the part before all headings
_SHORT = 6  # lines of a part; in a longer one no row is cut to a single line
_FIGURE = 40
_FIGURE_LABEL = 30
_FACT_LABEL = 40
_NAMED = 2  # lines of a name
_NARROWEST = 4
_DAY = r"[0-9]{1,2}\s[A-Z][a-z]+(?:\s[0-9]{4})?"
_DAYS = re.compile(rf"{_DAY}(?:\s–\s{_DAY})?")
_FOLLOWING = re.compile(f"({SEPARATOR}[^·]{{1,40}}|, book [0-9]+)$")
_MOST_SUMMARY = 6
COVER_SHORTENED = "The words on the cover are shortened."
FIGURES_SHORTENED = "The words under the first numbers are shortened."
_TITLE = 38  # letters of a line in large type


@dataclass(frozen=True, slots=True)
class Letters:
    """About how many letters a line of running text holds, and all cells of a row beside each other."""

    line: int = LINE
    cells: int = CELLS


def shortened(
    document: Document,
    lines: int,
    more: Mapping[str, int] = MappingProxyType({}),
    letters: Letters = Letters(),
) -> Document:
    """The document with at most about so many lines in each part; its ``told`` says what gave way.

    ``more`` gives lines of their own to the parts under these headings, and to the ``HEAD``; a part of none
    is left out. A line holds about so many ``letters``.
    """
    shortener = _Shortener(lines, more, letters)
    sections = tuple(shortener.section(section) for section in document.sections)
    return replace(document, sections=sections, told=tuple(dict.fromkeys((*document.told, *shortener.said))))


@dataclass
class _Shortener:
    """One pass over a document; ``part`` is the heading that the reader has met last."""

    usual: int
    more: Mapping[str, int]
    letters: Letters
    said: list[str] = field(default_factory=list)
    part: str = HEAD

    @property
    def lines(self) -> int:
        """The lines that this part may take."""
        return self.more.get(self.part, self.usual)

    def section(self, section: Section) -> Section:
        """The section with each of its blocks shortened; the paragraphs of one part share its lines."""
        self.part = section.title
        blocks: list[Block] = []
        for kind, group in groupby(section.blocks, type):
            if kind is not Heading and not self.lines:
                continue
            if kind is Paragraph:
                blocks += self._paragraphs([block for block in group if isinstance(block, Paragraph)])
            else:
                blocks += [made for block in group for made in self._block(block)]
        return replace(section, blocks=tuple(blocks))

    def _block(self, block: Block) -> Iterator[Block]:
        if isinstance(block, Heading):
            block = replace(block, text=self._text(block.text, 2 * _TITLE))
            self.part = block.text
            if not self.lines:
                self.said.append(f"“{self.part}” is left out.")
                return
        yield from _SHORTENERS[type(block)](self, block) if type(block) in _SHORTENERS else (block,)

    def _paragraphs(self, group: Sequence[Paragraph]) -> Iterator[Block]:
        room = self.lines
        for block in group:
            if room <= 0 or (room == 1 < self.lines and self._lines(block.runs, self.letters.line) > 1):
                self._tell_text()
                return
            runs = self._runs(block.runs, room * self.letters.line)
            yield replace(block, runs=runs)
            room -= lines_of(said(runs), self.letters.line)

    def _runs(self, runs: Runs, width: int) -> Runs:
        """The runs up to a width, the last of them cut where a sentence or a word ends."""
        kept: list[Run] = []
        for run in runs:
            text = cut(run.text, width)
            if text:
                kept.append(replace(run, text=text))
            if text != run.text:
                self._tell_text()
                break
            width -= extent(text)
        return tuple(kept)

    def _text(self, text: str, width: int) -> str:
        short = cut(text, width)
        if short != text:
            self._tell_text()
        return short

    def _name(self, text: str, width: int) -> str:
        """A name with what follows it, of which the name is cut: a day or a number would be nowhere else."""
        found = _FOLLOWING.search(text)
        follows = found[0] if found else ""
        return self._text(text.removesuffix(follows), max(_NARROWEST, width - extent(follows))) + follows

    def _tell_text(self) -> None:
        self.said.append(f"The text under “{self.part}” is shortened." if self.part else COVER_SHORTENED)

    def _tell_count(self, shown: int, count: int) -> None:
        name = f"“{self.part}”" if self.part else "The first list"
        self.said.append(f"{name} shows {shown:,} of {count:,}.")

    def cover(self, block: Cover) -> Iterator[Block]:
        """The cover: its title is never more than a few lines, and no more than the part has."""
        yield replace(
            block,
            title=self._text(block.title, min(self.lines, 3) * _TITLE),
            subtitle=self._text(block.subtitle, min(self.lines, 3) * _TITLE),
            lines=tuple(self._name(line, min(self.lines * _TITLE, _NAMED * LINE)) for line in block.lines),
            summary=self._runs(block.summary, min(self.lines, _MOST_SUMMARY) * _TITLE * 2),
        )

    def key_figures(self, block: KeyFigures) -> Iterator[Block]:
        """Numbers that stand in one row."""
        label = min(self.lines, 3 if self.lines > _SHORT else 2) * _FIGURE_LABEL
        figures = tuple(
            replace(each, value=cut(each.value, _FIGURE), label=cut(each.label, label))
            for each in block.figures[:4]
        )
        if figures != block.figures[:4]:
            self.said.append(FIGURES_SHORTENED)
        yield KeyFigures(figures)

    def facts(self, block: Facts) -> Iterator[Block]:
        """Labelled facts; what is left out is counted in a last one."""
        width = int(self.letters.line * (1 - FACT_LABEL))
        rows = self._rows([self._lines(fact.runs, width) for fact in block.facts], [1] * len(block.facts))
        made = [
            Fact(self._text(fact.label, _FACT_LABEL), self._runs(fact.runs, lines * width))
            for fact, lines in zip(block.facts, rows, strict=False)
        ]
        left = len(block.facts) - len(rows)
        yield Facts((*made, Fact("Further", (_more(left),))) if left else tuple(made))

    def items(self, block: Items) -> Iterator[Block]:
        """A list; what is left out is counted in a last item."""
        rows = self._rows([self._lines(runs, self.letters.line) for runs in block.items])
        made = tuple(
            self._runs(*item)
            for item in zip(block.items, (self.letters.line * row for row in rows), strict=False)
        )
        left = len(block.items) - len(rows)
        yield replace(block, items=(*made, (_more(left),)) if left else made)

    def table(self, block: Table) -> Iterator[Block]:
        """A table; what is left out is counted in a last row. Figures and dates are never cut."""
        widths = _widths(block, self.letters.cells)
        taken = [self._row_lines(row, block, widths) for row in block.rows]
        names = [min(_NAMED, self._row_lines(row, block, widths, names=True)) for row in block.rows]
        rows = self._rows(taken, names)
        made = [self._row(row, block, widths, lines) for row, lines in zip(block.rows, rows, strict=False)]
        left = len(block.rows) - len(rows)
        blank = (Cell(plain("")),) * (len(block.columns) - 1)
        last = [Row((Cell((_more(left),)), *blank))] if left else []
        yield replace(block, rows=(*made, *last))

    def _row(self, row: Row, table: Table, widths: Sequence[int], lines: int) -> Row:
        cells = [
            cell
            if column.align is Align.RIGHT or _is_date(cell)
            else replace(cell, runs=self._runs(cell.runs, lines * width))
            for cell, column, width in zip(row.cells, table.columns, widths, strict=True)
        ]
        return replace(row, cells=tuple(cells))

    def _row_lines(self, row: Row, table: Table, widths: Sequence[int], *, names: bool = False) -> int:
        """About how many lines the cells of words take, or those of ``names``: all but the widest."""
        cells = zip(row.cells, table.columns, widths, strict=True)
        words = ((cell, width) for cell, column, width in cells if column.align is Align.LEFT)
        shown = ((cell, width) for cell, width in words if not names or width < max(widths))
        return max((self._lines(cell.runs, width) for cell, width in shown), default=1)

    def _lines(self, runs: Runs, width: int) -> int:
        """About how many lines the runs take; what is longer than the whole part is not read to its end."""
        most = width * self.lines + 1
        return lines_of("".join(run.text[:most] for run in runs)[:most], width)

    def _rows(self, taken: Sequence[int], names: Sequence[int] = ()) -> list[int]:
        """How many lines each row that fits may take: long rows give way before any is left out.

        None has fewer than its name. The lines that are left over go to the first of those that are cut.
        """
        least = 2 if self.lines >= _SHORT else 1
        most = self.lines
        while most > least and sum(_held(taken, names, most)) > self.lines:
            most -= 1
        held = _held(taken, names, most)
        count, room = 0, self.lines + (_NAMED if names else 0)
        while count < len(taken) and (count == 0 or held[count] <= room):
            room -= held[count]
            count += 1
        # A line that says that one is left out would take nearly as much room as that one.
        count += count == len(taken) - 1 and held[count] <= _NAMED
        if count < len(taken):
            self._tell_count(count, len(taken))
        rows = held[:count]
        cut_short = [place for place, lines in enumerate(rows) if lines < taken[place]]
        for place in cut_short[: max(0, self.lines - sum(rows))]:
            rows[place] += 1
        return rows

    def timeline(self, block: TimelineChart) -> Iterator[Block]:
        """A timeline of its first rows."""
        yield replace(block, bars=block.bars[: self.lines])
        yield from self._rest(len(block.bars))

    def bars(self, block: BarChart) -> Iterator[Block]:
        """The first bars of a chart."""
        yield replace(block, bars=block.bars[: self.lines])
        yield from self._rest(len(block.bars))

    def link_cards(self, block: LinkCards) -> Iterator[Block]:
        """The first cards."""
        yield replace(block, cards=block.cards[: self.lines])
        yield from self._rest(len(block.cards))

    def _rest(self, count: int) -> Iterator[Block]:
        if count > self.lines:
            self._tell_count(self.lines, count)
            yield Paragraph((_more(count - self.lines),))


def _is_date(cell: Cell) -> bool:
    """Whether a cell is a date, or from when to when something lasts."""
    return _DAYS.fullmatch(said(cell.runs)) is not None


def parts(document: Document) -> tuple[str, ...]:
    """The headings of the document's parts, each once, as they are when they are ``shortened``."""
    headings = (
        block.text for section in document.sections for block in section.blocks if isinstance(block, Heading)
    )
    return tuple(dict.fromkeys(headings))


def _widths(table: Table, line: float) -> list[int]:
    """About how many letters wide the columns are, which lend each other what short cells do not fill."""
    whole = sum(column.weight for column in table.columns) or 1.0
    by_weight = [line * column.weight / whole for column in table.columns]
    leasts = [_NARROWEST] * len(by_weight)
    longest = [
        max(len(column.title), *(extent(said(row.cells[place].runs)[:LINE]) for row in table.rows))
        for place, column in enumerate(table.columns)
    ]
    return [max(_NARROWEST, int(width)) for width in lent(by_weight, leasts, longest)]


def _held(taken: Sequence[int], names: Sequence[int], most: int) -> list[int]:
    """The lines that rows have where none takes more than ``most``, but for its name."""
    return [min(each, max(most, name)) for each, name in zip_longest(taken, names, fillvalue=1)]


def _more(count: int) -> Run:
    return Run(f"…and\u00a0{count:,}\u00a0more", tone=Tone.MUTED)


_SHORTENERS: Mapping[type[Any], Callable[[_Shortener, Any], Iterator[Block]]] = {
    Cover: _Shortener.cover,
    KeyFigures: _Shortener.key_figures,
    Facts: _Shortener.facts,
    Items: _Shortener.items,
    Table: _Shortener.table,
    TimelineChart: _Shortener.timeline,
    BarChart: _Shortener.bars,
    LinkCards: _Shortener.link_cards,
}
