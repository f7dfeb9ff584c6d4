"""The risks: what the checks found, worst first."""

import re
from dataclasses import dataclass, field
from typing import Final

from planner.core.findings import Finding
from planner.core.words import SEVERITY_MARKS
from planner.export.blocks import Block, Cell, Column, Paragraph, Row, Run, Section, Table, plain
from planner.export.outline.context import SEVERITY_TONES, Context, cell

COLUMNS = (Column("", 0.8), Column("Where", 1.3), Column("What, and what to do", 5))
AS_ABOVE: Final = "What else can be done is said above."
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+(?=[“\"A-Z])")
_LONG: Final = 48


def checks(context: Context) -> Section | None:
    """A row per finding."""
    if not context.findings:
        return None
    told = _Told()
    rows = tuple(_row(finding, told) for finding in context.findings)
    lead = Paragraph(
        plain("What can go wrong, worst first: look at it before money or time goes out."), lead=True
    )
    blocks: tuple[Block, ...] = (lead, Table(COLUMNS, rows))
    return Section("Risks and checks", blocks, eyebrow="Risks", new_page=True)


@dataclass
class _Told:
    """The long sentences that were told of each place; they are not told of it again."""

    sentences: set[tuple[str, str]] = field(default_factory=set)

    def anew(self, where: str, text: str) -> str:
        """What is new of a text."""
        new = [each for each in _SENTENCE.split(text) if self._is_new(where, each)]
        return " ".join(new)

    def _is_new(self, where: str, sentence: str) -> bool:
        if len(sentence) < _LONG:
            return True
        known = (where, sentence) in self.sentences
        self.sentences.add((where, sentence))
        return not known


def _row(finding: Finding, told: _Told) -> Row:
    mark = f"{SEVERITY_MARKS[finding.severity]}\u00a0{finding.severity}"
    text = told.anew(finding.where, finding.text) or finding.text
    instead = told.anew(finding.where, finding.instead)
    if len(instead) < len(finding.instead):
        instead = f"{instead} {AS_ABOVE}".lstrip()
    return Row(
        (
            cell(mark, SEVERITY_TONES[finding.severity], bold=True),
            cell(finding.where, bold=True),
            Cell((Run(text), Run(f" {instead}" if instead else "", italic=True))),
        )
    )
