"""The tracking plan: what can be measured, and where; what cannot, and why."""

from dataclasses import dataclass, field

from planner.core.catalog import Platform
from planner.core.days import day_text
from planner.core.plan import Channel, Phase
from planner.core.verdicts import Verdict, judge
from planner.core.words import MARKS, Explanation, explain, listed, place_name, undated, ways_for_all
from planner.export.blocks import (
    Block,
    Cell,
    Column,
    Fact,
    Heading,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Tone,
    plain,
)
from planner.export.outline.context import NOTHING, TONES, Context, cell, sentences
from planner.export.outline.marks import channel_cell

ALWAYS_SHOWN = 3
MOST_IN_A_TABLE = 4
ON = "✓ on"
NOT_MET = "◐ on, not met"
OFF = "off"
LEAD = (
    "Each cell says whether that way of tracking is on. A grey one cannot be switched on: "
    "its number leads to the reason below."
)


FURTHER = "Channels that are not named here could use these ways, and do not."


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why one cell is grey."""

    number: int
    platform: Platform
    verdict: Verdict
    words: Explanation


@dataclass
class _Reasons:
    """The reasons of grey cells, numbered in the order in which they are met."""

    context: Context
    found: dict[tuple[str, str], _Reason] = field(default_factory=dict)

    def number(self, platform: Platform, verdict: Verdict) -> int:
        key = (platform.id, verdict.option)
        if key not in self.found:
            words = explain(self.context.catalog, platform, verdict, self.context.situation(platform))
            self.found[key] = _Reason(len(self.found) + 1, platform, verdict, words)
        return self.found[key].number


def tracking(context: Context) -> Section | None:
    """The matrix, a row per channel, and the reasons for its grey cells."""
    if not any(context.channels()):
        return None
    reasons = _Reasons(context)
    first, *further = _options(context)
    blocks: list[Block] = [Paragraph(plain(LEAD), lead=True), _matrix(context, reasons, first, placed=True)]
    for options in further:
        blocks += [
            Heading("Further ways of measuring"),
            Paragraph(plain(FURTHER)),
            _matrix(context, reasons, options),
        ]
    blocks += _why(reasons)
    return Section("What can be measured, and where", tuple(blocks), eyebrow="Tracking", own_page=True)


def _options(context: Context) -> list[list[str]]:
    """Smart link, traffic and ad tracking; then, by tables, each further option that the plan uses."""
    used = {option for _, channel in context.channels() for option in channel.tracking}
    known = list(context.catalog.options)
    further = [option for option in known[ALWAYS_SHOWN:] if option in used]
    pages = [further[i : i + MOST_IN_A_TABLE] for i in range(0, len(further), MOST_IN_A_TABLE)]
    return [known[:ALWAYS_SHOWN], *pages]


def _matrix(context: Context, reasons: _Reasons, options: list[str], *, placed: bool = False) -> Table:
    columns = [Column("Channel", 2), *(Column(context.catalog.options[option].short) for option in options)]
    if placed:
        columns.append(Column("Link goes in", 1.3))
    rows = [_row(context, reasons, options, *pair, placed=placed) for pair in context.channels()]
    return Table(tuple(columns), tuple(row for row in rows if placed or _says_something(row)))


def _says_something(row: Row) -> bool:
    """Whether any way of measuring in the row is on or grey."""
    return any(run.text != OFF for each in row.cells[1:] for run in each.runs)


def _row(
    context: Context, reasons: _Reasons, options: list[str], phase: Phase, channel: Channel, *, placed: bool
) -> Row:
    platform = context.platform(channel)
    verdicts = [
        judge(context.catalog, platform, option, context.situation(platform)) if platform else None
        for option in options
    ]
    cells = [
        channel_cell(context, phase, channel),
        *(_cell(reasons, channel, platform, verdict) for verdict in verdicts),
    ]
    if placed:
        places = dict.fromkeys(place_name(context.catalog, link.placement) for link in channel.links)
        cells.append(cell(listed(filter(None, places)) or NOTHING))
    return Row(tuple(cells), muted=all(verdict is None or not verdict.usable for verdict in verdicts))


def _cell(reasons: _Reasons, channel: Channel, platform: Platform | None, verdict: Verdict | None) -> Cell:
    if platform is None or verdict is None:
        return cell(NOTHING, Tone.MUTED)
    if not verdict.usable:
        number = reasons.number(platform, verdict)
        return cell(f"{MARKS[verdict.kind]} {verdict.kind} {number}", TONES[verdict.kind])
    if verdict.option in channel.tracking:
        return (
            cell(NOT_MET, Tone.CAREFUL, bold=True) if verdict.met is False else cell(ON, Tone.GOOD, bold=True)
        )
    return cell(OFF, Tone.MUTED)


def _why(reasons: _Reasons) -> list[Block]:
    """A note for each platform with the reasons of its grey options, and the way on."""
    if not reasons.found:
        return []
    by_platform: dict[str, list[_Reason]] = {}
    for reason in reasons.found.values():
        by_platform.setdefault(reason.platform.id, []).append(reason)
    notes = (_note(reasons.context, group) for group in by_platform.values())
    return [Heading("What cannot be measured, and why"), *notes]


def _note(context: Context, group: list[_Reason]) -> Note:
    platform, verdicts = group[0].platform, [each.verdict for each in group]
    ways = ways_for_all(context.catalog, platform, verdicts, context.situation(platform))
    sources = dict.fromkeys(undated(each.words.source, platform.checked) for each in group)
    return Note(
        runs=sentences(((way.text, undated(way.source, platform.checked)) for way in ways), Tone.ACCENT),
        title=platform.full_name,
        source=f"{' '.join(sources)} Checked {day_text(platform.checked)}.",
        tone=TONES[group[0].verdict.kind],
        points=tuple(_point(context, each) for each in group),
    )


def _point(context: Context, each: _Reason) -> Fact:
    label = f"{context.catalog.options[each.verdict.option].name}, {each.words.label}. "
    return Fact(f"{each.number}", (Run(label, bold=True), Run(each.words.reason)))
