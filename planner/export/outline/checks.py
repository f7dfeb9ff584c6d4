"""The risks: what the checks found, worst first."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from typing import Final

from planner.core.citations import NEVER, undated
from planner.core.days import day_text
from planner.core.finding_words import SEVERITY_MARKS
from planner.core.findings import Finding
from planner.core.verdict_words import MET_WORDS
from planner.export.blocks import Block, Cell, Column, Paragraph, Row, Run, Section, Table, Tone, plain
from planner.export.outline.context import SEVERITY_TONES, Context, cell
from planner.export.outline.opening import SAW

COLUMNS = (Column("", 0.8), Column("Where", 1.3), Column("What, and what to do", 5))
WHY_ABOVE: Final = "More of why is said above."
AS_ABOVE: Final = "What else can be done is said above."
LEAD: Final = "What can go wrong, worst first: look at it before money or time goes out."
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+(?=[“\"A-Z])")
_LONG: Final = 48
_ASKED: Final = f"({MET_WORDS[None]})"


def checks(context: Context) -> Section | None:
    """A row per finding."""
    if not context.findings:
        return None
    days = Counter(finding.source.checked for finding in context.findings)
    told, once = _Told(), _mostly(days)
    pairs = zip_longest(context.findings, context.findings[1:])
    rows = tuple(_row(finding, told, _source(finding, following, once)) for finding, following in pairs)
    context.printed.extend(finding.source for finding in context.findings)
    seen = f" {SAW}" if context.plan.extract else ""
    lead = Paragraph(plain(f"{LEAD}{seen}{_day_text(once, days)}"), lead=True)
    blocks: tuple[Block, ...] = (lead, Table(COLUMNS, rows))
    return Section("Risks and checks", blocks, eyebrow="Risks", new_page=True)


def _mostly(days: Counter[date]) -> date:
    """The day on which most of what is told was last looked up, NEVER where nothing was."""
    return max(days, key=lambda day: days[day] if day < NEVER else 0)


def _day_text(once: date, days: Counter[date]) -> str:
    """On which day what shows none was looked up."""
    own = " and does not come from the plan itself" if NEVER in days else ""
    return f" What has no day of its own{own} was checked on {day_text(once)}." if once < NEVER else ""


def _source(finding: Finding, following: Finding | None, once: date) -> str:
    """Who says so; a source of several in a row at one place is said behind the last of them."""
    goes_on = following and (following.where, following.source) == (finding.where, finding.source)
    return "" if goes_on else undated(finding.source, once)


@dataclass
class _Told:
    """The long sentences that were told of each place; they are not told of it again, unless they ask.

    What a finding is about, and each fact that it lists, is told all the same.
    """

    sentences: set[tuple[str, str]] = field(default_factory=set)

    def anew(self, where: str, text: str, otherwise: str, whole: str = "") -> str:
        """What is new of a text or stands in ``whole``, and ``otherwise`` where something does not."""
        sentences = _SENTENCE.split(text)
        new = " ".join(each for each in sentences if self._is_new(where, each) or each in whole)
        return new if len(new) == len(text) else f"{new} {otherwise}".lstrip()

    def _is_new(self, where: str, sentence: str) -> bool:
        if len(sentence) < _LONG or _ASKED in sentence:
            return True
        known = (where, sentence) in self.sentences
        self.sentences.add((where, sentence))
        return not known


def _row(finding: Finding, told: _Told, source: str) -> Row:
    mark = f"{SEVERITY_MARKS[finding.severity]}\u00a0{finding.severity}"
    listed = dict(finding.hit.values).get("facts", "")
    runs = [Run(told.anew(finding.where, finding.text, WHY_ABOVE, f"{finding.gist} {listed}"))]
    if instead := told.anew(finding.where, finding.instead, AS_ABOVE):
        runs.append(Run(f"\n{instead}", italic=True))
    if source:
        runs.append(Run(f"\n{source}", tone=Tone.MUTED))
    return Row(
        (
            cell(mark, SEVERITY_TONES[finding.severity], bold=True),
            cell(finding.where, bold=True),
            Cell(tuple(runs)),
        )
    )
