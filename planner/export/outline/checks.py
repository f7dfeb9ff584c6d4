"""The risks: what the checks found, worst first."""

from planner.core.words import SEVERITY_MARKS
from planner.export.blocks import Block, Cell, Column, Paragraph, Row, Run, Section, Table, plain
from planner.export.outline.context import SEVERITY_TONES, Context, cell

COLUMNS = (Column("", 0.9), Column("Where", 1.4), Column("What, and what to do", 4.6))


def checks(context: Context) -> Section | None:
    """A row per finding."""
    if not context.findings:
        return None
    rows = tuple(
        Row(
            (
                cell(
                    f"{SEVERITY_MARKS[finding.severity]} {finding.severity}",
                    SEVERITY_TONES[finding.severity],
                    bold=True,
                ),
                cell(finding.where, bold=True),
                Cell((Run(finding.text), Run(f" {finding.instead}" if finding.instead else "", italic=True))),
            )
        )
        for finding in context.findings
    )
    lead = Paragraph(
        plain("What can go wrong, worst first: look at it before money or time goes out."), lead=True
    )
    blocks: tuple[Block, ...] = (lead, Table(COLUMNS, rows))
    return Section("Risks and checks", blocks, eyebrow="Risks", new_page=True)
