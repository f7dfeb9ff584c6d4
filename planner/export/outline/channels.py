"""The channel plan, phase by phase."""

from planner.core.plan import Channel, Phase
from planner.core.plan_words import phase_label, region_text
from planner.export.blocks import Align, Block, Column, Heading, Paragraph, Row, Section, Table, plain
from planner.export.outline.context import NOTHING, Context, cell, hours_text, in_one_line
from planner.export.outline.marks import platform_cell

COLUMNS = (
    Column("Channel", 1.9),
    Column("Role and cadence", 4.4),
    Column("Stance", 1.3),
    Column("Aim", 1.2),
    Column("A week", 0.8, Align.RIGHT),
    Column("Budget", 0.8, Align.RIGHT),
)


def channels(context: Context) -> Section | None:
    """Every phase with its purpose and a table of its channels."""
    if not any(phase.channels for phase in context.plan.phases):
        return None
    blocks: list[Block] = []
    for phase in context.plan.phases:
        if phase.channels:
            blocks += [Heading(context.phase_title(phase) or phase_label(phase))]
            blocks += [Paragraph(plain(phase.purpose))] if phase.purpose else []
            blocks.append(_table(context, phase))
    return Section("Channel plan", tuple(blocks), eyebrow="Channels", new_page=True)


def _table(context: Context, phase: Phase) -> Table:
    return Table(COLUMNS, tuple(_row(context, channel) for channel in phase.channels))


def _row(context: Context, channel: Channel) -> Row:
    region = region_text(context.catalog, channel.region)
    role = in_one_line(channel.role, channel.cadence, context.person(channel.owner), region)
    return Row(
        (
            platform_cell(context, channel.platform),
            cell(role or NOTHING),
            cell(str(channel.stance)),
            cell(str(channel.aim or NOTHING)),
            cell(hours_text(channel.hours)),
            cell(channel.budget.text if channel.budget else NOTHING),
        )
    )
