"""The floor: ReportLab's bare canvas, words filled greedily into lines, text only, without tags or charts."""

from collections.abc import Iterable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from planner.export.blocks import Document, Runs
from tests.benchmarks.peers.fonts import BOLD, REGULAR, for_reportlab
from tests.benchmarks.peers.pieces import Grid, Head, Text, pieces

SIDE, TOP, BOTTOM = 54.0, 784.0, 66.0
WIDTH = A4[0] - 2 * SIDE


def write(document: Document) -> bytes:
    """The document's text as a PDF."""
    for_reportlab()
    return _Floor().write(document)


class _Floor:
    def __init__(self) -> None:
        self.file = BytesIO()
        self.canvas = Canvas(self.file, pagesize=A4)
        self.y = TOP

    def write(self, document: Document) -> bytes:
        for piece in pieces(document):
            match piece:
                case Head():
                    self.lines(piece.text.split(), BOLD, 20 - 3 * piece.level, SIDE, WIDTH)
                case Text():
                    self.lines(_words(piece.runs), REGULAR, 9.2, SIDE, WIDTH)
                case Grid():
                    for row in (tuple((title,) for title in piece.head), *map(_cells, piece.rows)):
                        self.row(row)
        self.canvas.save()
        return self.file.getvalue()

    def row(self, texts: Iterable[Iterable[str]]) -> None:
        cells = [" ".join(text).split() for text in texts]
        each = WIDTH / len(cells)
        wrapped = [_wrap(cell, REGULAR, 8.6, each - 8) for cell in cells]
        for number in range(max(map(len, wrapped), default=0)):
            self.room(12.4)
            for column, lines in enumerate(wrapped):
                if number < len(lines):
                    self.canvas.setFont(REGULAR, 8.6)
                    self.canvas.drawString(SIDE + column * each, self.y, lines[number])

    def lines(self, words: list[str], font: str, size: float, x: float, width: float) -> None:
        for line in _wrap(words, font, size, width):
            self.room(size * 1.5)
            self.canvas.setFont(font, size)
            self.canvas.drawString(x, self.y, line)

    def room(self, leading: float) -> None:
        self.y -= leading
        if self.y < BOTTOM:
            self.canvas.showPage()
            self.y = TOP - leading


def _wrap(words: list[str], font: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    space = pdfmetrics.stringWidth(" ", font, size)
    for word in words:
        wide = pdfmetrics.stringWidth(word, font, size)
        if line and used + space + wide > width:
            lines.append(line)
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + space + wide) if line else (word, wide)
    return [*lines, line] if line else lines


def _words(runs: Runs) -> list[str]:
    return "".join(run.text for run in runs).split()


def _cells(row: tuple[Runs, ...]) -> tuple[list[str], ...]:
    return tuple(_words(runs) for runs in row)
