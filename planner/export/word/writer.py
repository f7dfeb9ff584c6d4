"""Writes a document of blocks as a Word file (.docx), with Word's own styles, so that it can be edited on."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from planner.export.blocks import (
    Align,
    BarChart,
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
    Picture,
    Row,
    Run,
    Runs,
    Section,
    Table,
    TimelineChart,
    Tone,
    WeekChart,
    plain,
)
from planner.export.chart_text import (
    BAR_HEADS,
    TIMELINE_HEADS,
    WEEK_HEADS,
    strong_rows,
    timeline_rows,
    week_rows,
)
from planner.export.heading_levels import HeadingLevels
from planner.export.languages import Languages, written_leftwards
from planner.export.safe_links import safe_link
from planner.export.text import clean
from planner.export.word.bare import bare_document
from planner.export.word.codes import Codes
from planner.export.word.look import CELL, EYEBROW, FACT, LEAD, SOURCE, dress
from planner.export.word.tables import Tables
from planner.export.word.text import WordText, element, kind_of_script, within

_LONGEST_PROPERTY = 255
_EPOCH = (1980, 1, 1, 0, 0, 0)
_ANY_SYSTEM = 3
_PICTURE_HEIGHT = Pt(180)


def write_word(document: Document) -> bytes:
    """The document as a Word file; equal documents give equal bytes."""
    writer = _Writer(document)
    written = io.BytesIO()
    writer.write().save(written)
    return _dateless(written.getvalue())


def _dateless(written: bytes) -> bytes:
    """The same package without the time and the system of its making in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _ANY_SYSTEM
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


class _Writer:
    """One export."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._leftwards = written_leftwards(document.language)
        self._word = bare_document()
        dress(self._word, document.language)
        self._end = self._word.element.body.sectPr
        self._write = WordText(self._word.part, leftwards=self._leftwards)
        self._codes = Codes(self._word.part)
        self._styles = {style.name: style.style_id for style in self._word.styles}
        self._tables = Tables(self._write, self._styles, leftwards=self._leftwards)
        self._levels = HeadingLevels()
        self._languages = Languages(document)

    def write(self) -> WordDocument:
        """Everything, in order."""
        self._name()
        if self._leftwards:
            self._turn()
        if self._document.cover is None:
            self._text(plain(self._document.title), "Title")
        for section in self._document.sections:
            self._levels.section(section.title)
            self._head(section)
            for block in section.blocks:
                _MAKERS[type(block)](self, block)
        return self._word

    def _head(self, section: Section) -> None:
        """The title of a section, below the line that says what it belongs to."""
        if section.title and section.eyebrow:
            self._text(plain(section.eyebrow), EYEBROW, new_page=section.new_page)
        if section.title:
            new_page = section.new_page and not section.eyebrow
            self._text(plain(section.title), "Heading 1", new_page=new_page)

    def _name(self) -> None:
        """Title, author, language and day, where Word and screen readers look for them."""
        document, about = self._document, self._word.core_properties
        about.title = _property(document.title)
        about.author = _property(document.author)
        about.subject = _property(document.subject)
        about.language = _property(document.language)
        about.comments = ""
        about.created = about.modified = datetime.combine(document.date, time())
        language = self._word.styles.element.find(f".//{qn('w:lang')}")
        language.set(qn(f"w:{kind_of_script(document.language)}"), _property(document.language))
        self._word.sections[0].footer.paragraphs[0].text = clean(document.running_head)

    def _turn(self) -> None:
        """Let the page be one of text from right to left."""
        page = self._word.sections[0]._sectPr  # noqa: SLF001 - the library has no name for it
        page.find(qn("w:docGrid")).addprevious(element("w:bidi"))

    def heading(self, block: Heading) -> None:
        """A heading in Word's style of its level, which begins below the title."""
        self._text(plain(block.text), f"Heading {max(1, self._levels.heading(block.level) - 1)}")

    def paragraph(self, block: Paragraph) -> None:
        """Running text."""
        self._text(block.runs, LEAD if block.lead else "Normal")

    def note(self, block: Note) -> None:
        """A note set in, with its source."""
        if block.title:
            self._text((Run(block.title, bold=True),), "Quote")
        for point in block.points:
            self._text(_fact(point), "Quote")
        self._text(block.runs, "Quote")
        if block.source:
            self._text(plain(block.source), SOURCE)

    def key_figures(self, block: KeyFigures) -> None:
        """Numbers and what they count."""
        for figure in block.figures:
            self._text((Run(figure.value, bold=True), Run(f" {figure.label}")), "List Bullet")

    def facts(self, block: Facts) -> None:
        """Labels and facts."""
        for fact in block.facts:
            self._text(_fact(fact), FACT)

    def items(self, block: Items) -> None:
        """A list; Word would count on from one numbered list to the next, so numbers are text."""
        for number, item in enumerate(block.items, start=1):
            if block.marker is Marker.BULLET:
                self._text(item, "List Bullet")
            else:
                mark = "☐ " if block.marker is Marker.CHECK else f"{number}. "
                self._text((Run(mark), *item), "List Paragraph")

    def table(self, block: Table) -> None:
        """A table of cells."""
        self._grid(block.columns, [*map(_cells, block.rows)])

    def timeline(self, block: TimelineChart) -> None:
        """A timeline's days, and what they show."""
        rows = timeline_rows(block)
        columns = [*map(Column, TIMELINE_HEADS if any(note for *_, note in rows) else TIMELINE_HEADS[:-1])]
        cells = [
            [(Run(name, bold=strong),), *map(plain, said)]
            for (name, *said), strong in zip(rows, strong_rows(block), strict=True)
        ]
        self._grid(columns, [row[: len(columns)] for row in cells])
        self._caption(block.message)

    def bars(self, block: BarChart) -> None:
        """A chart's amounts, and what they show."""
        rows = [[plain(bar.label), plain(bar.text)] for bar in block.bars]
        self._grid(_amounts(BAR_HEADS), rows)
        self._caption(block.message)

    def weeks(self, block: WeekChart) -> None:
        """The hours of each stretch of weeks, and what they show."""
        rows = [[plain(when), plain(hours)] for when, hours in week_rows(block)]
        self._grid(_amounts(WEEK_HEADS), rows)
        self._caption(block.message)

    def link_cards(self, block: LinkCards) -> None:
        """Codes to scan, each above its label and address."""
        for card in block.cards:
            if link := safe_link(card.address):
                self._code(link)
            address = Run(card.address, link=card.address)
            self._text((Run(f"{card.label}: ", bold=True), address, Run(f" {card.note}")), "List Bullet")

    def _code(self, link: str) -> None:
        """A code by itself, on one page with what follows."""
        made = self._paragraph()
        within(within(made, "w:pPr"), "w:keepNext")
        within(within(made, "w:r"), "w:drawing").append(self._codes.drawing(link))

    def cover(self, block: Cover) -> None:
        """The head of the document."""
        if block.picture:
            self._picture(block.picture)
        for text, style in ((block.eyebrow, EYEBROW), (block.title, "Title"), (block.subtitle, "Subtitle")):
            if text:
                self._text(plain(text), style)
        for line in block.lines:
            self._text(plain(line), "Normal")
        if block.summary:
            self._text(block.summary, "Normal")

    def _picture(self, picture: Picture) -> None:
        """A picture, with what it shows for those who hear it."""
        shape = self._word.add_picture(io.BytesIO(picture.jpeg), height=_PICTURE_HEIGHT)
        shape._inline.docPr.set("descr", picture.alt)  # noqa: SLF001 - the library has no name for it

    def contents(self, _block: Contents) -> None:
        """Nothing: Word shows the headings beside the text, and makes a list of them with page numbers."""

    def page_break(self, _block: PageBreak) -> None:
        """A new page."""
        within(within(self._paragraph(), "w:r"), "w:br", type="page")

    def _caption(self, message: str) -> None:
        if message:
            self._text(plain(message), "Caption")

    def _text(self, runs: Runs, style: str, *, new_page: bool = False) -> None:
        marked = self._languages.mark(runs)
        self._write.paragraph(self._paragraph(), marked, self._styles[style], new_page=new_page)

    def _paragraph(self) -> Any:
        """A new paragraph at the end of the document."""
        made = element("w:p")
        self._end.addprevious(made)
        return made

    def _grid(self, columns: Sequence[Column], rows: Sequence[Sequence[Runs]]) -> None:
        """A table; one without rows is left out."""
        if rows:
            made = element("w:tbl")
            self._end.addprevious(made)
            heads = [plain(column.title) for column in columns]
            marked = [[*map(self._languages.mark, row)] for row in (heads, *rows)]
            self._tables.fill(made, columns, marked)
            self._text((), CELL)


def _cells(row: Row) -> list[Runs]:
    """The texts of a row: strong ones of a sum, quiet ones of what is set aside."""
    return [tuple(_as_in(row, run) for run in cell.runs) for cell in row.cells]


def _as_in(row: Row, run: Run) -> Run:
    quiet = row.muted and run.tone is Tone.PLAIN
    return replace(run, bold=run.bold or row.strong, tone=Tone.MUTED if quiet else run.tone)


def _amounts(heads: tuple[str, str]) -> tuple[Column, Column]:
    """What is counted, and its figures at the right."""
    return Column(heads[0], 3), Column(heads[1], 1, Align.RIGHT)


def _fact(fact: Fact) -> Runs:
    return (Run(f"{fact.label}: ", bold=True), *fact.runs)


def _property(text: str) -> str:
    return clean(text)[:_LONGEST_PROPERTY]


_MAKERS: Mapping[type[Any], Callable[[_Writer, Any], None]] = {
    Heading: _Writer.heading,
    Paragraph: _Writer.paragraph,
    Note: _Writer.note,
    KeyFigures: _Writer.key_figures,
    Facts: _Writer.facts,
    Items: _Writer.items,
    Table: _Writer.table,
    TimelineChart: _Writer.timeline,
    BarChart: _Writer.bars,
    WeekChart: _Writer.weeks,
    LinkCards: _Writer.link_cards,
    Cover: _Writer.cover,
    Contents: _Writer.contents,
    PageBreak: _Writer.page_break,
}
