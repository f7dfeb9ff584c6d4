"""Makes boxes of blocks: one function for each kind of block, in one table."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import Any, Final

from planner.export.blocks import (
    Align,
    BarChart,
    Block,
    Column,
    Contents,
    Cover,
    Document,
    Fact,
    Facts,
    Heading,
    Items,
    KeyFigures,
    LinkCards,
    Marker,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Runs,
    Section,
    Table,
    TimelineChart,
    Tone,
    WeekChart,
    paragraphs,
    said,
)
from planner.export.heading_levels import HeadingLevels
from planner.export.pdf.bars import bars
from planner.export.pdf.boxes import SPARED, Anchor, Box, Drawing, Padding, Side, Stack, Text
from planner.export.pdf.cover import cover
from planner.export.pdf.flow import Break
from planner.export.pdf.lines import break_lines
from planner.export.pdf.link_cards import link_cards
from planner.export.pdf.pen import Pen
from planner.export.pdf.structure import Element, list_of_items
from planner.export.pdf.style import (
    ACCENT,
    BODY,
    CELL,
    CONTENTS,
    CONTENTS_PAGE,
    COVER_TITLE_LONG,
    EYEBROW,
    FIGURE_CELL,
    FIGURES,
    FIRM,
    HAIRLINE,
    HEADING,
    INK,
    LABEL,
    LEAD,
    MINOR,
    PANEL,
    READING_WIDTH,
    SECTION,
    SMALL,
    THIN,
    TONES,
    Type,
)
from planner.export.pdf.tables import facts, table
from planner.export.pdf.timeline import timeline
from planner.export.pdf.typeset import Typesetter
from planner.export.pdf.weeks import weeks
from planner.export.text import clean

_FIGURES_IN_A_ROW: Final = 4
_FIGURE_GUTTER: Final = 14.0
_WHOLE_FIGURES: Final = 300.0
_LONG_ITEM: Final = 3 * BODY.leading
_MARKER: Final = 14.0
_CONTENTS_PADDING: Final = 3.5  # so that the contents of all sections fit beside a cover on any paper
_POINT: Final = 18.0
_CUT_ABOVE: Final = "What has no room in the chart, in full:"
_AFTER_POINTS: Final = 6.0
_BETWEEN_SENTENCES: Final = 2.5  # of a note, each of which stands on lines of its own
_ENOUGH: Final = 0.28
_SEVERAL: Final = 2  # lines of a point or an item, of which the others begin under each other
_MARKS: Final = {Marker.BULLET: "•", Marker.CHECK: "☐"}
_QUIET_TONES: Final = (Tone.PLAIN, Tone.MUTED, Tone.OFF)
_NOTE_PADDING: Final = Padding(9, 14, 10, 14)


class Composer:
    """Makes the boxes of a document; ``page_of`` is asked for page numbers when the contents are drawn."""

    def __init__(self, document: Document, setter: Typesetter, page_of: Callable[[str], int]) -> None:
        """Give every section that has a title the name of its anchor."""
        self.setter = setter
        self.anchors = {
            index: Anchor(f"section-{index + 1}", clean(section.title), 0)
            for index, section in enumerate(document.sections)
            if clean(section.title).strip()
        }
        self._document = document
        self._page_of = page_of
        self._reading = min(READING_WIDTH, setter.width)
        self._headings = 0
        self._titled = False
        self._levels = HeadingLevels()
        self._alike: dict[tuple[Column, ...], Table] = {}
        first = document.sections[0].blocks[:1] if document.sections else ()
        self._covered = any(isinstance(block, Cover) and clean(block.title).strip() for block in first)
        self._head = "" if self._covered or not clean(document.title).strip() else document.title

    def section(self, index: int) -> Iterator[Box]:
        """The boxes of one section, made one after the other."""
        section = self._document.sections[index]
        self._levels.section(section.title)
        self._alike = _tables_alike(section.blocks)
        if section.new_page:
            yield Break(enough=_ENOUGH)
        if index == 0 and self._head:
            yield self.setter.text(self._head, COVER_TITLE_LONG, after=12, keep=True, tag=Element("H1"))
        yield from self._title(section, self.anchors.get(index))
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            for box in _MAKERS[type(block)](self, block):
                box.loose = isinstance(block, Paragraph) and not box.keep and box.height > BODY.leading
                short = box.height <= SPARED or isinstance(block, Note)
                box.keep = box.keep or (short and _leads_to(block, following))
                yield box

    def _title(self, section: Section, anchor: Anchor | None) -> Iterator[Box]:
        if section.eyebrow:
            yield self.setter.text(section.eyebrow, EYEBROW, before=34, after=1, keep=True)
        if section.title:
            self._titled = self._titled or anchor is not None
            before = 0 if section.eyebrow else 34
            tag = self._heading_element(2)
            yield self.setter.text(
                section.title, SECTION, before=before, after=7, keep=True, anchor=anchor, tag=tag
            )

    def heading(self, block: Heading) -> Iterator[Box]:
        """A heading; those of the second level stand in the outline."""
        tag = self._heading_element(self._levels.heading(block.level))
        if block.level > 2:
            yield self.setter.text(block.text, MINOR, before=16, after=3, keep=True, tag=tag)
            return
        self._headings += 1
        anchor = Anchor(f"heading-{self._headings}", clean(block.text), 1 if self._titled else 0)
        yield self.setter.text(block.text, HEADING, before=18, after=5, keep=True, anchor=anchor, tag=tag)

    def _heading_element(self, level: int) -> Element:
        """A heading below the document's title, which stands on its cover or at its head."""
        return Element(f"H{max(1, min(6, level if self._covered or self._head else level - 1))}")

    def paragraph(self, block: Paragraph) -> Iterator[Box]:
        """Running text, no wider than is easy to read."""
        style = LEAD if block.lead else BODY
        yield self.setter.text(
            block.runs,
            style,
            self._reading,
            after=12 if block.lead else 8,
            keep=block.lead,
            frame=self.setter.width,
        )

    def note(self, block: Note) -> Iterator[Box]:
        """A panel with a bar in the colour of its tone."""
        frame = self.setter.width - _NOTE_PADDING.left - _NOTE_PADDING.right
        width = min(self._reading, frame)
        ink = TONES[block.tone]
        title = replace(MINOR, ink=INK if block.tone in _QUIET_TONES else ink)
        parts: list[Box] = []
        if block.title:
            parts.append(self.setter.text(block.title, title, width, after=2, keep=True, frame=frame))
        parts += self._said(block, width, frame)
        turned = self.setter.turned(block.title or said(block.runs))
        name = block.title or block.name
        again = partial(self.setter.continued, name, width, frame) if name else None
        yield Stack(
            parts,
            padding=_NOTE_PADDING,
            width=self.setter.width,
            panel=PANEL,
            bar=ink,
            turned=turned,
            again=again,
            spared=self.setter.spared,
            before=6,
            after=10,
            tag=Element("Div"),
        )

    def _said(self, block: Note, width: float, frame: float) -> list[Box]:
        """The points of a note, its text and its source."""
        points = list_of_items("Decimal")
        listed = [self._point(point, width, frame, points) for point in block.points]
        style = CELL if block.points else BODY
        texts = [
            self.setter.text(runs, style, width, after=_BETWEEN_SENTENCES, frame=frame)
            for runs in (paragraphs(block.runs) if block.points else [block.runs])
        ]
        texts[0].before = _AFTER_POINTS if block.points else 0.0
        texts[-1].after, texts[-1].keep = 4, bool(block.source)
        if block.source:
            texts.append(self.setter.text(block.source, SMALL, width, frame=frame))
        self._make_even([*_beside_marks(listed), *((0.0, text) for text in texts)], width)
        return [*listed, *texts]

    def _make_even(self, words: Iterable[tuple[float, Box]], width: float) -> None:
        column = [(x, box) for x, box in words if isinstance(box, Text)]
        self.setter.make_even(column, width, _SEVERAL)

    def _point(self, point: Fact, width: float, frame: float, points: Element) -> Side:
        number = (Run(point.label, bold=True),)
        sides = self._beside(number, FIGURE_CELL, _POINT, point.runs, CELL, width, frame)
        return Side(sides, after=2, tag=Element("LI", points))

    def _beside(
        self, mark: Runs, mark_style: Type, step: float, runs: Runs, style: Type, width: float, frame: float
    ) -> list[tuple[float, Box]]:
        """A mark before a text: on its left, or on its right where the text runs from right to left."""
        turned = self.setter.turned(said(runs))
        label = self.setter.text(
            mark, mark_style, _MARKER, align=Align.RIGHT if turned else Align.LEFT, tag=Element("Lbl")
        )
        words = self.setter.text(runs, style, width - step, tag=Element("LBody"), frame=frame - 2 * step)
        return [(frame - _MARKER if turned else 0.0, label), (step, words)]

    def key_figures(self, block: KeyFigures) -> Iterator[Box]:
        """Numbers under a firm line each, four in a row."""
        count = min(_FIGURES_IN_A_ROW, len(block.figures))
        listed = list_of_items()
        for start in range(0, len(block.figures), _FIGURES_IN_A_ROW):
            yield self._figure_row(block, start, (self.setter.width + _FIGURE_GUTTER) / max(3, count), listed)

    def _figure_row(self, block: KeyFigures, start: int, step: float, listed: Element) -> Box:
        width = step - _FIGURE_GUTTER
        cells: list[tuple[float, Box]] = []
        for place, figure in enumerate(block.figures[start : start + _FIGURES_IN_A_ROW]):
            style = self._figure_type(figure.value, width)
            line = Drawing(7, lambda pen, x, top: pen.rule(x, top, width, FIRM, ACCENT))
            side = Align.RIGHT if self.setter.turned(figure.label) else Align.LEFT
            value = self.setter.text(figure.value, style, width, align=side, tag=Element("Lbl"))
            label = self.setter.text(figure.label, LABEL, width, tag=Element("LBody"))
            cells.append((place * step, Stack([line, value, label], tag=Element("LI", listed))))
        return Side(cells, before=12, after=18, spared=_WHOLE_FIGURES)

    def _figure_type(self, value: str, width: float) -> Type:
        """The largest type in which the value takes the fewest lines."""
        return min(FIGURES, key=lambda style: len(break_lines((Run(value),), style, width, self.setter.book)))

    def facts(self, block: Facts) -> Iterator[Box]:
        """Labels and facts."""
        yield facts(block.facts, self.setter)

    def items(self, block: Items) -> Iterator[Box]:
        """A list, each item with its marker."""
        last = len(block.items) - 1
        listed = list_of_items("Decimal" if block.marker is Marker.NUMBER else "Disc")
        made = []
        for index, runs in enumerate(block.items):
            marker = _MARKS.get(block.marker) or f"{index + 1}"
            mark = (Run(marker, bold=block.marker is Marker.NUMBER),)
            style = replace(BODY, ink=ACCENT, tabular=True)
            sides = self._beside(mark, style, _MARKER, runs, BODY, self._reading, self.setter.width)
            box = Side(sides, after=12 if index == last else 2, tag=Element("LI", listed))
            # The first two and the last two stay together, so that no short one is left alone on a page.
            box.keep = index in (0, last - 1) and index < last and box.height < _LONG_ITEM
            made.append(box)
        self._make_even(_beside_marks(made), self._reading)
        yield from made

    def table(self, block: Table) -> Iterator[Box]:
        """A table; one without rows is left out."""
        if block.rows:
            yield table(block, self.setter, self._alike[block.columns])

    def timeline(self, block: TimelineChart) -> Iterator[Box]:
        """A timeline, its message beneath, and then what had no room in the drawing."""
        drawn, lost = timeline(block, self.setter)
        yield from self._drawn(drawn, block.message, block.key)
        if lost:
            yield self.setter.text(_CUT_ABOVE, SMALL, after=4, keep=True)
            items = self.items(Items(tuple(runs for runs, _ in lost)))
            for box, (_, phase), (_, next_phase) in zip(items, lost, [*lost[1:], ((), True)], strict=True):
                box.keep = box.keep or (phase and not next_phase)
                yield box

    def bars(self, block: BarChart) -> Iterator[Box]:
        """A bar chart, and its message beneath."""
        yield from self._drawn(bars(block, self.setter), block.message, block.key)

    def weeks(self, block: WeekChart) -> Iterator[Box]:
        """A chart of hours a week, and its message beneath."""
        yield from self._drawn(weeks(block, self.setter), block.message)

    def _drawn(self, chart: Box, *sentences: str) -> Iterator[Box]:
        text = " ".join(filter(None, sentences))
        chart.keep = bool(text)
        yield chart
        if text:
            yield self.setter.text(text, SMALL, after=14)

    def link_cards(self, block: LinkCards) -> Iterator[Box]:
        """Cards with QR codes."""
        yield link_cards(block.cards, self.setter)

    def cover(self, block: Cover) -> Iterator[Box]:
        """The head of the document."""
        yield from cover(block, self.setter)

    def contents(self, block: Contents) -> Iterator[Box]:
        """The list of sections; page numbers are known when it is drawn."""
        tag = self._heading_element(self._levels.heading(2))
        yield self.setter.text(block.title, HEADING, before=18, after=6, keep=True, tag=tag)
        listed = Element("TOC")
        lines = [self._contents_line(anchor, listed) for anchor in self.anchors.values()]
        # No page has fewer than three of them, or the last one alone.
        for line in (*lines[:-1][:2], *lines[-2:-1]):
            line.keep = True
        yield from lines

    def _contents_line(self, anchor: Anchor, listed: Element) -> Box:
        setter, height = self.setter, CONTENTS.leading + 2 * _CONTENTS_PADDING
        title = setter.one_line(anchor.title, CONTENTS, setter.width - 40)

        def draw(pen: Pen, x: float, top: float) -> None:
            page = f"{self._page_of(anchor.name)}"
            # The space parts number and title where both are heard or copied; at the left it hangs out.
            (number,) = break_lines((Run(f" {page}"),), CONTENTS_PAGE, 40, setter.book)
            hung = setter.one_line(page, CONTENTS_PAGE, 40) if setter.book.leftwards else number
            pen.line(title, title.start(x, setter.width), top - _CONTENTS_PADDING, CONTENTS)
            aside = title.facing(x, setter.width, hung.width)
            pen.line(number, aside, top - _CONTENTS_PADDING, CONTENTS_PAGE)
            pen.lead_to(anchor.name, anchor.title, (x, top - height, x + setter.width, top))
            pen.rule(x, top - height, setter.width, THIN, HAIRLINE)

        return Drawing(height, draw, tag=Element("Link", Element("Reference", Element("TOCI", listed))))

    def page_break(self, _block: PageBreak) -> Iterator[Box]:
        """A new page."""
        yield Break()


def _tables_alike(blocks: Sequence[Block]) -> dict[tuple[Column, ...], Table]:
    """All rows of a section under the same columns, which are to be as wide in each of its tables."""
    rows: dict[tuple[Column, ...], list[Row]] = {}
    for block in blocks:
        if isinstance(block, Table):
            rows.setdefault(block.columns, []).extend(block.rows)
    return {columns: Table(columns, tuple(every)) for columns, every in rows.items()}


def _beside_marks(sides: Iterable[Side]) -> Iterator[tuple[float, Box]]:
    """The words of each item, which stand beside its mark."""
    return (side.boxes[1] for side in sides)


def _leads_to(block: Block, following: Block | None) -> bool:
    """Whether a block says what the next one is about, or the next one is about it."""
    about = Paragraph if isinstance(block, Note) else Table | Facts | Note | Items
    return isinstance(block, Paragraph | Note) and isinstance(following, about)


_MAKERS: Final[dict[type[Any], Callable[[Composer, Any], Iterator[Box]]]] = {
    Heading: Composer.heading,
    Paragraph: Composer.paragraph,
    Note: Composer.note,
    KeyFigures: Composer.key_figures,
    Facts: Composer.facts,
    Items: Composer.items,
    Table: Composer.table,
    TimelineChart: Composer.timeline,
    BarChart: Composer.bars,
    WeekChart: Composer.weeks,
    LinkCards: Composer.link_cards,
    Cover: Composer.cover,
    Contents: Composer.contents,
    PageBreak: Composer.page_break,
}
