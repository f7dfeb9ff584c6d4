"""The document as a plain web page, for the peers that set those."""

from html import escape

from planner.export.blocks import Document, Runs
from tests.benchmarks.peers.pieces import Grid, Head, Piece, Text, pieces

STYLE = """
@page { size: A4; margin: 58pt 54pt 66pt }
body { font-family: Inter; font-size: 9.2pt; line-height: 1.5 }
td, th { font-size: 8.6pt; text-align: left; vertical-align: top; border-bottom: 0.5pt solid #ddd }
table { width: 100% }
"""


def page(document: Document) -> str:
    """The whole page."""
    body = "".join(map(_markup, pieces(document)))
    head = f"<title>{escape(document.title)}</title><style>{STYLE}</style>"
    return f'<html lang="en"><head>{head}</head><body>{body}</body></html>'


def _markup(piece: Piece) -> str:
    match piece:
        case Head():
            return f"<h{piece.level}>{escape(piece.text)}</h{piece.level}>"
        case Text():
            return f"<p>{_runs(piece.runs)}</p>"
        case Grid():
            head = "".join(f"<th>{escape(title)}</th>" for title in piece.head)
            rows = "".join(
                f"<tr>{''.join(f'<td>{_runs(runs)}</td>' for runs in row)}</tr>" for row in piece.rows
            )
            return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _runs(runs: Runs) -> str:
    return "".join(f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text) for run in runs)
