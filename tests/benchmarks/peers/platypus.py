"""ReportLab's own page layout, as its manual teaches it: paragraphs, also in the cells of tables."""

from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from planner.export.blocks import Document, Runs
from tests.benchmarks.peers.fonts import BOLD, REGULAR, for_reportlab
from tests.benchmarks.peers.pieces import Grid, Head, Piece, Text, pieces

BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=9.2, leading=13.8, spaceAfter=8)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=8.6, leading=12.4, spaceAfter=0)
HEADS = {
    level: ParagraphStyle(
        f"h{level}", parent=BODY, fontName=BOLD, fontSize=20 - 3 * level, leading=26, keepWithNext=1
    )
    for level in (1, 2, 3)
}
LINES = TableStyle(
    [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.lightgrey), ("FONTNAME", (0, 0), (-1, -1), REGULAR)]
)


def write(document: Document) -> bytes:
    """The document as a PDF."""
    for_reportlab()
    file = BytesIO()
    template = SimpleDocTemplate(file, pagesize=A4, leftMargin=54, rightMargin=54)
    template.build([flowable for piece in pieces(document) for flowable in _flowables(piece)])
    return file.getvalue()


def _flowables(piece: Piece) -> list[Flowable]:
    match piece:
        case Head():
            return [Paragraph(escape(piece.text), HEADS[piece.level])]
        case Text():
            return [Paragraph(_markup(piece.runs), BODY)]
        case Grid():
            rows = [[Paragraph(escape(title), CELL) for title in piece.head]]
            rows += [[Paragraph(_markup(runs), CELL) for runs in row] for row in piece.rows]
            each = (A4[0] - 108) / len(piece.head)
            return [Table(rows, colWidths=[each] * len(piece.head), repeatRows=1, style=LINES), Spacer(1, 8)]


def _markup(runs: Runs) -> str:
    return "".join(f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text) for run in runs)
