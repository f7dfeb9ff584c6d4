"""The channels, phase by phase: all that is planned of each, or what those need who keep them."""

from collections.abc import Callable

from planner.core.plan import Channel
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
DUTIES = (
    Column("Channel", 1.8),
    Column("What it is for", 3),
    Column("How often", 2),
    Column("Owner", 1.2),
    Column("A week", 0.8, Align.RIGHT),
)


def channels(context: Context) -> Section | None:
    """Every phase with its purpose and a table of its channels."""
    blocks = _by_phase(context, COLUMNS, _row)
    return Section("Channel plan", blocks, eyebrow="Channels", new_page=True) if blocks else None


def duties(context: Context) -> Section | None:
    """Every phase with what its channels are for and who keeps them; nothing of money."""
    blocks = _by_phase(context, DUTIES, _duty)
    return Section("Channels", blocks, eyebrow="Work") if blocks else None


def _by_phase(
    context: Context, columns: tuple[Column, ...], row: Callable[[Context, Channel], Row]
) -> tuple[Block, ...]:
    """The phases that have channels, each with its purpose and a table of them."""
    blocks: list[Block] = []
    for phase in context.plan.phases:
        if phase.channels:
            blocks.append(Heading(context.phase_title(phase) or phase_label(phase)))
            blocks += [Paragraph(plain(phase.purpose))] if phase.purpose else []
            blocks.append(Table(columns, tuple(row(context, channel) for channel in phase.channels)))
    return tuple(blocks)


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


def _duty(context: Context, channel: Channel) -> Row:
    return Row(
        (
            platform_cell(context, channel.platform),
            cell(in_one_line(channel.role, region_text(context.catalog, channel.region)) or NOTHING),
            cell(channel.cadence or NOTHING),
            cell(context.person(channel.owner) or NOTHING),
            cell(hours_text(channel.hours)),
        )
    )
