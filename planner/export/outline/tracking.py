"""The tracking plan: what can be measured, and where; what cannot, and why."""

from dataclasses import dataclass, field

from planner.core.catalog import Platform
from planner.core.plan import Channel, Phase
from planner.core.verdicts import Verdict, judge
from planner.core.words import Explanation, explain, listed, place_name
from planner.export.blocks import (
    Block,
    Cell,
    Column,
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
from planner.export.outline.context import NOTHING, TONES, Context, cell

ALWAYS_SHOWN = 3
ON = "✓ on"
NOT_MET = "◐ on, not met"
OFF = "off"
LEAD = (
    "Each cell says whether that way of tracking is on. A grey one cannot be switched on: "
    "its number leads to the reason below."
)


@dataclass
class _Reasons:
    """The reasons of grey cells, numbered in the order in which they are met."""

    context: Context
    found: dict[tuple[str, str], tuple[Platform, Verdict, Explanation]] = field(default_factory=dict)

    def number(self, platform: Platform, verdict: Verdict) -> int:
        key = (platform.id, verdict.option)
        if key not in self.found:
            words = explain(self.context.catalog, platform, verdict, self.context.situation(platform))
            self.found[key] = (platform, verdict, words)
        return list(self.found).index(key) + 1


def tracking(context: Context) -> Section | None:
    """The matrix, a row per channel, and the reasons for its grey cells."""
    rows = list(context.channels())
    if not rows:
        return None
    reasons = _Reasons(context)
    options = _options(context)
    columns = (
        Column("Channel", 1.6),
        *(Column(context.catalog.options[option].short, 1.2) for option in options),
        Column("Link goes in", 1.4),
    )
    matrix = Table(columns, tuple(_row(context, reasons, options, *pair) for pair in rows))
    blocks: list[Block] = [Paragraph(plain(LEAD), lead=True), matrix, *_why(reasons)]
    return Section("What can be measured, and where", tuple(blocks), eyebrow="Tracking", new_page=True)


def _options(context: Context) -> list[str]:
    """Smart link, traffic and ad tracking, then each further option that the plan uses."""
    used = {option for _, channel in context.channels() for option in channel.tracking}
    known = list(context.catalog.options)
    return [o for index, o in enumerate(known) if index < ALWAYS_SHOWN or o in used]


def _row(context: Context, reasons: _Reasons, options: list[str], phase: Phase, channel: Channel) -> Row:
    platform = context.platform(channel)
    places = dict.fromkeys(place_name(context.catalog, link.placement) for link in channel.links)
    verdicts = [
        judge(context.catalog, platform, option, context.situation(platform)) if platform else None
        for option in options
    ]
    cells = [_cell(reasons, channel, platform, verdict) for verdict in verdicts]
    name = (Run(context.platform_name(channel.platform), bold=True), Run(f" · {phase.name}", tone=Tone.MUTED))
    nothing = all(verdict is None or not verdict.usable for verdict in verdicts[:ALWAYS_SHOWN])
    return Row((Cell(name), *cells, cell(listed(filter(None, places)) or NOTHING)), muted=nothing)


def _cell(reasons: _Reasons, channel: Channel, platform: Platform | None, verdict: Verdict | None) -> Cell:
    if platform is None or verdict is None:
        return cell(NOTHING, Tone.MUTED)
    if not verdict.usable:
        words = explain(reasons.context.catalog, platform, verdict)
        number = reasons.number(platform, verdict)
        return cell(f"{words.mark} {words.label} {number}", TONES[verdict.kind])
    if verdict.option in channel.tracking:
        return (
            cell(NOT_MET, Tone.CAREFUL, bold=True) if verdict.met is False else cell(ON, Tone.GOOD, bold=True)
        )
    return cell(OFF, Tone.MUTED)


def _why(reasons: _Reasons) -> list[Block]:
    if not reasons.found:
        return []
    blocks: list[Block] = [Heading("What cannot be measured, and why")]
    for number, (platform, verdict, words) in enumerate(reasons.found.values(), start=1):
        name = reasons.context.catalog.options[verdict.option].name
        blocks.append(
            Note(
                runs=plain(" ".join(filter(None, (words.reason, words.condition, words.way_on)))),
                title=f"{number}  {platform.full_name} · {name}: {words.label}",
                source=words.source,
                tone=TONES[verdict.kind],
            )
        )
    return blocks
