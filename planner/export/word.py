"""Writes a document of blocks as a Word file (.docx), with Word's own styles, so that it can be edited on."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml.ns import qn
from docx.shared import Pt

from planner.export.blocks import (
    Align,
    BarChart,
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
    Run,
    Runs,
    Table,
    TimelineChart,
    Tone,
    WeekChart,
    plain,
)
from planner.export.chart_text import BAR_HEADS, TIMELINE_HEADS, WEEK_HEADS, timeline_rows, week_rows
from planner.export.languages import Languages, written_leftwards
from planner.export.levels import Levels
from planner.export.text import clean
from planner.export.word_text import WordText, element, within

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
        self._word: WordDocument = docx.Document()
        self._end = self._word.element.body.sectPr
        self._write = WordText(self._word.part)
        self._styles = {style.name: style.style_id for style in self._word.styles}
        self._levels = Levels()
        self._languages = Languages(document)
        self._leftwards = written_leftwards(document.language)

    def write(self) -> WordDocument:
        """Everything, in order."""
        self._name()
        if self._leftwards:
            self._turn()
        blocks = (block for section in self._document.sections for block in section.blocks)
        if not any(isinstance(block, Cover) for block in blocks):
            self._text(plain(self._document.title), "Title")
        for section in self._document.sections:
            self._levels.section(section.title)
            if section.title:
                self._text(plain(section.title), "Heading 1", new_page=section.new_page)
            for block in section.blocks:
                _MAKERS[type(block)](self, block)
        return self._word

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
        language.set(qn("w:val"), _property(document.language))
        self._word.sections[0].footer.paragraphs[0].text = clean(document.running_head)

    def _turn(self) -> None:
        """Let the page, its paragraphs and its language be those of text from right to left."""
        styles = self._word.styles
        styles["Normal"].element.get_or_add_pPr().insert(0, element("w:bidi"))
        styles.element.find(f".//{qn('w:lang')}").set(qn("w:bidi"), _property(self._document.language))
        page = self._word.sections[0]._sectPr  # noqa: SLF001 - the library has no name for it
        page.find(qn("w:docGrid")).addprevious(element("w:bidi"))

    def heading(self, block: Heading) -> None:
        """A heading in Word's style of its level, which begins below the title."""
        self._text(plain(block.text), f"Heading {max(1, self._levels.heading(block.level) - 1)}")

    def paragraph(self, block: Paragraph) -> None:
        """Running text."""
        self._text(block.runs, "Normal")

    def note(self, block: Note) -> None:
        """A note set in, with its source."""
        if block.title:
            self._text((Run(block.title, bold=True),), "Quote")
        for point in block.points:
            self._text(_fact(point), "Quote")
        self._text(block.runs, "Quote")
        if block.source:
            self._text((Run(block.source, tone=Tone.MUTED),), "Quote")

    def key_figures(self, block: KeyFigures) -> None:
        """Numbers and what they count."""
        for figure in block.figures:
            self._text((Run(figure.value, bold=True), Run(f" {figure.label}")), "List Bullet")

    def facts(self, block: Facts) -> None:
        """Labels and facts."""
        for fact in block.facts:
            self._text(_fact(fact), "Normal")

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
        rows = [[cell.runs for cell in row.cells] for row in block.rows]
        right = [column.align is Align.RIGHT for column in block.columns]
        self._grid([column.title for column in block.columns], rows, right)

    def timeline(self, block: TimelineChart) -> None:
        """A timeline's days, and what they show."""
        rows = [[*map(plain, row)] for row in timeline_rows(block)]
        self._grid(TIMELINE_HEADS, rows, [False] * len(TIMELINE_HEADS))
        self._caption(block.message)

    def bars(self, block: BarChart) -> None:
        """A chart's amounts, and what they show."""
        rows = [[plain(bar.label), plain(bar.text)] for bar in block.bars]
        self._grid(BAR_HEADS, rows, (False, True))
        self._caption(block.message)

    def weeks(self, block: WeekChart) -> None:
        """The hours of each stretch of weeks, and what they show."""
        rows = [[plain(when), plain(hours)] for when, hours in week_rows(block)]
        self._grid(WEEK_HEADS, rows, (False, True))
        self._caption(block.message)

    def link_cards(self, block: LinkCards) -> None:
        """Labels with their addresses."""
        for card in block.cards:
            address = Run(card.address, link=card.address)
            self._text((Run(f"{card.label}: ", bold=True), address, Run(f" {card.note}")), "List Bullet")

    def cover(self, block: Cover) -> None:
        """The head of the document."""
        if block.picture:
            self._picture(block.picture)
        for text, style in ((block.eyebrow, "Normal"), (block.title, "Title"), (block.subtitle, "Subtitle")):
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
        paragraph = self._paragraph()
        self._write.paragraph(paragraph, self._languages.mark(runs), self._styles[style])
        if new_page:
            within(paragraph[0], "w:pageBreakBefore")

    def _paragraph(self) -> Any:
        """A new paragraph at the end of the document."""
        made = element("w:p")
        self._end.addprevious(made)
        return made

    def _grid(self, heads: Sequence[str], rows: Sequence[Sequence[Runs]], right: Sequence[bool]) -> None:
        """A table whose head is repeated on each page; one without rows is left out."""
        if not rows:
            return
        table = self._word.add_table(rows=0, cols=len(heads), style="Table Grid")
        if self._leftwards:
            table.table_direction = WD_TABLE_DIRECTION.RTL
            # The right is where all its cells begin.
            right = [False] * len(heads)
        widths = [int(column.width.twips) for column in table.columns if column.width]
        for number, runs in enumerate(([(Run(head, bold=True),) for head in heads], *rows)):
            marked = map(self._languages.mark, runs)
            self._write.row(table._tbl, marked, widths, right, head=number == 0)  # noqa: SLF001
        self._paragraph()


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
