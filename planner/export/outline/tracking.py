"""The tracking plan: what can be measured, and where; what cannot, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from planner.core.alternative_words import ways_for_all
from planner.core.catalog import Platform
from planner.core.citations import sources_text
from planner.core.names import place_name
from planner.core.phrasing import listed
from planner.core.plan import Channel, Phase
from planner.core.verdict_words import MARKS, Explanation, explain
from planner.core.verdicts import Verdict, judge
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
    Runs,
    Section,
    Table,
    Tone,
    plain,
)
from planner.export.outline.context import NOTHING, TONES, Context, all_checked, cell, looked
from planner.export.outline.marks import channel_cell

ALWAYS_SHOWN = 3
ON = "✓\u00a0on"
NOT_MET = "◐\u00a0on, not met"
OFF = "off"
NOT_KNOWN = "nothing is known of this platform"
LEAD = (
    "Each cell says whether that way of tracking is on. A grey one cannot be switched on: "
    "its number leads to the reason below."
)
FURTHER = (
    "The plan uses these as well: {}. What stands in neither column could be switched on there, and is not."
)
_FURTHER_COLUMNS = (Column("Channel", 2), Column("On", 2), Column("Cannot be switched on", 3))


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
    blocks: list[Block] = [Paragraph(plain(LEAD), lead=True), _matrix(context, reasons)]
    blocks += _further(context, reasons)
    blocks += _why(reasons)
    return Section("What can be measured, and where", tuple(blocks), eyebrow="Tracking", new_page=True)


def _matrix(context: Context, reasons: _Reasons) -> Table:
    """A row per channel, with the ways of measuring that every plan asks for, and where its links go."""
    options = list(context.catalog.options)[:ALWAYS_SHOWN]
    columns = [Column("Channel", 2), *(Column(context.catalog.options[option].short) for option in options)]
    rows = (_row(context, reasons, options, *pair) for pair in context.channels())
    return Table((*columns, Column("Link goes in", 1.3)), tuple(rows))


def _row(context: Context, reasons: _Reasons, options: list[str], phase: Phase, channel: Channel) -> Row:
    platform = context.platform(channel)
    verdicts = [_verdict(context, platform, option) for option in options]
    places = dict.fromkeys(place_name(context.catalog, link.placement) for link in channel.links)
    cells = (
        channel_cell(context, phase, channel),
        *(_cell(reasons, channel, platform, verdict) for verdict in verdicts),
        cell(listed(filter(None, places)) or NOTHING),
    )
    return Row(cells, muted=all(verdict is None or not verdict.usable for verdict in verdicts))


def _verdict(context: Context, platform: Platform | None, option: str) -> Verdict | None:
    if platform is None:
        return None
    return judge(context.catalog, platform, option, context.situation(platform))


def _further(context: Context, reasons: _Reasons) -> list[Block]:
    """A row per channel on which a further way that the plan uses is on, or grey."""
    used = {option for channel in context.plan.channels for option in channel.tracking}
    options = [option for option in list(context.catalog.options)[ALWAYS_SHOWN:] if option in used]
    rows = [_further_row(context, reasons, options, *pair) for pair in context.channels()] if options else []
    saying = tuple(row for row in rows if row)
    if not saying:
        return []
    lead = FURTHER.format(listed(context.catalog.options[option].short for option in options))
    return [Heading("Further ways of measuring"), Paragraph(plain(lead)), Table(_FURTHER_COLUMNS, saying)]


def _further_row(
    context: Context, reasons: _Reasons, options: list[str], phase: Phase, channel: Channel
) -> Row | None:
    """What is on, and what is grey with the numbers of its reasons; None where neither is anything."""
    platform, name = context.platform(channel), channel_cell(context, phase, channel)
    if platform is None:
        return Row((name, cell(NOTHING, Tone.MUTED), cell(NOT_KNOWN, Tone.MUTED)))
    verdicts = [judge(context.catalog, platform, option, context.situation(platform)) for option in options]
    on = [_on(context, each) for each in verdicts if each.usable and each.option in channel.tracking]
    grey = [_grey(reasons, platform, each) for each in verdicts if not each.usable]
    if not on and not grey:
        return None
    return Row((name, _in_a_row(on), _in_a_row(grey)), muted=len(grey) == len(verdicts))


def _on(context: Context, verdict: Verdict) -> Run:
    short = _short(context, verdict)
    if verdict.met is False:
        return Run(f"◐\u00a0{short}, not met", bold=True, tone=Tone.CAREFUL)
    return Run(f"✓\u00a0{short}", bold=True, tone=Tone.GOOD)


def _grey(reasons: _Reasons, platform: Platform, verdict: Verdict) -> Run:
    short, number = _short(reasons.context, verdict), reasons.number(platform, verdict)
    why = f"{verdict.kind}\u00a0{number}"
    return Run(f"{MARKS[verdict.kind]}\u00a0{short},\u00a0{why}", tone=TONES[verdict.kind])


def _short(context: Context, verdict: Verdict) -> str:
    """The short name of a way, which stays on one line."""
    return context.catalog.options[verdict.option].short.replace(" ", "\u00a0")


def _in_a_row(runs: list[Run]) -> Cell:
    parted = [each for run in runs for each in (Run("; ", tone=Tone.MUTED), run)]
    return Cell(tuple(parted[1:])) if runs else cell(NOTHING, Tone.MUTED)


def _cell(reasons: _Reasons, channel: Channel, platform: Platform | None, verdict: Verdict | None) -> Cell:
    if platform is None or verdict is None:
        return cell(NOTHING, Tone.MUTED)
    if not verdict.usable:
        number = reasons.number(platform, verdict)
        return cell(f"{MARKS[verdict.kind]}\u00a0{verdict.kind}\u00a0{number}", TONES[verdict.kind])
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
    once = all_checked(group[0].platform for group in by_platform.values())
    notes = (_note(reasons.context, group, once=bool(once)) for group in by_platform.values())
    lead = [Paragraph(plain(once))] if once else []
    return [Heading("What cannot be measured, and why"), *lead, *notes]


def _note(context: Context, group: list[_Reason], *, once: bool) -> Note:
    platform, verdicts = group[0].platform, [each.verdict for each in group]
    ways = ways_for_all(context.catalog, platform, verdicts, context.situation(platform))
    facts = [fact for verdict in verdicts for fact in verdict.facts]
    source = context.cited(sources_text(platform, facts), platform)
    return Note(
        runs=_ways_on((way.text, context.cited(way.source, platform)) for way in ways),
        title=platform.full_name,
        source=source if once else f"{source} {looked(platform)}",
        tone=TONES[group[0].verdict.kind],
        points=tuple(_point(context, each) for each in group),
    )


def _ways_on(said: Iterable[tuple[str, str]]) -> Runs:
    """Each sentence on a line of its own, with who says so quieter behind it."""
    runs: list[Run] = []
    for text, source in said:
        runs.append(Run(f"\n{text}" if runs else text, tone=Tone.ACCENT))
        if source:
            runs.append(Run(f" {source}", tone=Tone.MUTED))
    return tuple(runs)


def _point(context: Context, each: _Reason) -> Fact:
    label = f"{context.catalog.options[each.verdict.option].name}, {each.words.label}. "
    return Fact(f"{each.number}", (Run(label, bold=True), Run(each.words.reason)))
