"""Writes a document of blocks as a PDF: lay everything out, then draw it, when every page number is known."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from planner.export.blocks import Document
from planner.export.languages import Languages, language_tag
from planner.export.pdf.archive import About, Attachment
from planner.export.pdf.boxes import SPARED
from planner.export.pdf.compose import Composer
from planner.export.pdf.flow import WHITE, Flow, Page
from planner.export.pdf.fonts import font_book
from planner.export.pdf.line import Line
from planner.export.pdf.one_line import ended_with
from planner.export.pdf.pen import Pen
from planner.export.pdf.structure import RUNNING_FOOT
from planner.export.pdf.style import FOOT, Paper, paper_for
from planner.export.pdf.typeset import Typesetter
from planner.export.text import clean
from planner.export.unprintable import unprintable_places

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]

PROGRAM = "Frontlist"
_LAID_OUT = 0.6
_DRAWN = 0.9
_FOOT_HEIGHT = 40.0
_BOXES_BETWEEN_LOOKS = 20


class ExportCancelled(Exception):  # noqa: N818 - a wish, no error
    """The export was stopped on request; nothing was written."""


def write_pdf(
    document: Document,
    *,
    paper: str = "a4",
    text_size: str = "normal",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    unprintable: Callable[[str], None] | None = None,
    attachments: Sequence[Attachment] = (),
    tagged: bool = True,
) -> bytes:
    """The document as a PDF that is PDF/A-3a and PDF/UA-1; equal arguments give equal bytes.

    ``paper`` is a key of ``PAPERS`` and ``text_size`` of ``TEXT_SIZES``; ``progress`` is told shares from 0
    to 1. The ``attachments`` lie within the PDF as its associated files, as
    :class:`~planner.export.pdf.archive.Attachment` describes them. ``unprintable`` is told, in one text, the
    characters that no font has and where they stand; each is drawn as a box. Not ``tagged``, it has the same
    pages but keeps to neither standard; that is to be looked at by a program that waits until it is open.
    Raises ExportCancelled once ``cancelled`` says so.
    """
    writer = _Writer(document, paper_for(paper, text_size), progress, cancelled, attachments)
    with _no_search_for_garbage():
        written = writer.write(tagged=tagged)
    if unprintable and writer.unprintable:
        unprintable(writer.unprintable)
    return written


def lay_out(document: Document, *, paper: str = "a4", text_size: str = "normal") -> list[Page]:
    """The pages of a document with their boxes; nothing is drawn."""
    return _Writer(document, paper_for(paper, text_size), None, None).lay_out().pages


def page_count(document: Document, *, paper: str = "a4", text_size: str = "normal") -> int:
    """How many pages the document takes."""
    return len(lay_out(document, paper=paper, text_size=text_size))


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """All that is made of a document is needed to its end, and searching it takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Writer:
    """One export."""

    def __init__(
        self,
        document: Document,
        paper: Paper,
        progress: Progress | None,
        cancelled: Cancelled | None,
        attachments: Sequence[Attachment] = (),
    ) -> None:
        self.document = document
        self.paper = paper
        self.progress = progress or (lambda _share: None)
        self.cancelled = cancelled or (lambda: False)
        self.attachments = attachments
        self.unprintable = ""
        book, languages = font_book(document.language), Languages(document)
        spared = min(SPARED, WHITE * paper.text_height)
        self.setter = Typesetter(book, paper.text_width, languages, spared)

    def write(self, *, tagged: bool) -> bytes:
        """Lay out, draw, save."""
        flow = self.lay_out()
        pen = Pen(self.paper, self._about(), mirrored=self.setter.book.leftwards)
        for number, page in enumerate(flow.pages, start=1):
            self._report(_LAID_OUT + (_DRAWN - _LAID_OUT) * number / len(flow.pages))
            self._draw(pen, page, number, len(flow.pages))
        written = pen.save(self.attachments, tagged=tagged)
        if unprintable := pen.unprintable:
            self.unprintable = unprintable_places(self.document, unprintable)
        self._report(1.0)
        return written

    def _about(self) -> About:
        document = self.document
        title, author, subject = map(clean, (document.title, document.author, document.subject))
        language = language_tag(document.language)
        return About(title or PROGRAM, author, subject, language, document.date, PROGRAM)

    def lay_out(self) -> Flow:
        """The pages with their boxes."""
        flow = Flow(self.paper)
        composer = Composer(self.document, self.setter, lambda anchor: flow.page_of[anchor])
        count = len(self.document.sections)
        for index in range(count):
            self._report(_LAID_OUT * index / count)
            for number, box in enumerate(composer.section(index)):
                if number % _BOXES_BETWEEN_LOOKS == 0:
                    self._look()
                flow.add(box)
        flow.settle()
        return flow

    def _draw(self, pen: Pen, page: Page, number: int, count: int) -> None:
        for anchor, top in page.anchors:
            pen.mark(anchor.name, anchor.title, anchor.level, top)
        for box, top in page.boxes:
            box.show(pen, self.paper.side, top)
        page.boxes.clear()
        left, width = self.paper.side, self.paper.text_width
        head = self._running_head
        page_number = self.setter.one_line(f"{number} / {count}", FOOT, width / 4)
        foot = _FOOT_HEIGHT / self.paper.scale
        with pen.tag(RUNNING_FOOT):
            pen.line(head, head.start(left, width), foot, FOOT)
            pen.line(page_number, head.facing(left, width, page_number.width), foot, FOOT)
        pen.end_page()

    @cached_property
    def _running_head(self) -> Line:
        """The same line on every page, slow to shorten."""
        head, end = self.document.running_head, self.document.head_end
        return ended_with(head.removesuffix(end), end, FOOT, self.paper.text_width * 0.8, self.setter.book)

    def _report(self, share: float) -> None:
        self._look()
        self.progress(share)

    def _look(self) -> None:
        if self.cancelled():
            raise ExportCancelled
