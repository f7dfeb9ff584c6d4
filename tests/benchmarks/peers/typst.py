"""typst, a typesetter of its own with tagged PDFs."""

from typst import Compiler

from planner.export.blocks import Document, Runs
from tests.benchmarks.peers.fonts import face
from tests.benchmarks.peers.pieces import Grid, Head, Piece, Text, pieces

PREAMBLE = """
#set page(paper: "a4", margin: (x: 54pt, top: 58pt, bottom: 66pt))
#set text(font: ("Inter", "Noto Sans SC", "DejaVu Sans"), size: 9.2pt)
#set table(stroke: (bottom: 0.5pt + luma(220)))
"""


def write(document: Document) -> bytes:
    """The document as a PDF."""
    title = f"#set document(title: {_text(document.title)})\n"
    source = title + PREAMBLE + "\n\n".join(map(_markup, pieces(document)))
    compiler = Compiler(
        source.encode(), font_paths=[str(face("Inter-Regular").parent)], ignore_system_fonts=True
    )
    return bytes(compiler.compile(format="pdf", pdf_standards=["ua-1"]))


def _markup(piece: Piece) -> str:
    match piece:
        case Head():
            return f"#heading(level: {piece.level}, {_text(piece.text)})"
        case Text():
            return f"#par[{_runs(piece.runs)}]"
        case Grid():
            head = ", ".join(f"[#{_text(title)}]" for title in piece.head)
            cells = ", ".join(f"[{_runs(runs)}]" for row in piece.rows for runs in row)
            return f"#table(columns: ({'1fr, ' * len(piece.head)}), table.header({head}), {cells})"


def _runs(runs: Runs) -> str:
    return "".join(f"#strong({_text(run.text)})" if run.bold else f"#{_text(run.text)}" for run in runs)


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
