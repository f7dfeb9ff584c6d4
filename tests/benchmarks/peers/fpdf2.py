"""fpdf2, a plain Python writer."""

from fpdf import FPDF
from fpdf.fonts import FontFace

from planner.export.blocks import Document, Runs
from tests.benchmarks.peers.fonts import face
from tests.benchmarks.peers.pieces import Grid, Head, Text, pieces


def write(document: Document) -> bytes:
    """The document as a PDF."""
    pdf = FPDF(format="A4")
    pdf.add_font("Inter", "", str(face("Inter-Regular")))
    pdf.add_font("Inter", "B", str(face("Inter-SemiBold")))
    pdf.set_margins(19, 20, 19)
    pdf.set_auto_page_break(auto=True, margin=23)
    pdf.add_page()
    for piece in pieces(document):
        match piece:
            case Head():
                pdf.set_font("Inter", "B", 20 - 3 * piece.level)
                pdf.multi_cell(0, 9, piece.text, new_x="LMARGIN", new_y="NEXT")
            case Text():
                for run in piece.runs:
                    pdf.set_font("Inter", "B" if run.bold else "", 9.2)
                    pdf.write(4.9, run.text)
                pdf.ln(7.5)
            case Grid():
                _table(pdf, piece)
    return bytes(pdf.output())


def _table(pdf: FPDF, grid: Grid) -> None:
    pdf.set_font("Inter", "", 8.6)
    head = FontFace(emphasis="BOLD")
    with pdf.table(line_height=4.4, headings_style=head, borders_layout="HORIZONTAL_LINES") as table:
        for cells in (grid.head, *([_text(runs) for runs in row] for row in grid.rows)):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    pdf.ln(3)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
