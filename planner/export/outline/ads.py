"""The ads freelancer's opening: the money there is, what it is after, and how it is measured."""

from planner.core.plan import Channel, Phase, Plan
from planner.core.plan_words import region_text
from planner.core.totals import plan_budget, plan_spent
from planner.export.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    Row,
    Section,
    Table,
    plain,
)
from planner.export.outline.context import NOTHING, Context, cell, in_one_line
from planner.export.outline.marks import options_text, platform_cell
from planner.export.outline.opening import goal_figures
from planner.export.outline.other_money import other_money

LEAD = "The channels that money goes to; what costs nothing is left out of this document."
COLUMNS = (
    Column("Channel", 2.3),
    Column("Dates", 1.4),
    Column("Aim", 1),
    Column("Measured by", 2.2),
    Column("Budget", 0.8, Align.RIGHT),
    Column("Spent", 0.8, Align.RIGHT),
)


def ads(context: Context) -> Section:
    """What is planned and spent, the first goals, and a row for each channel."""
    plan = context.plan
    planned, spent = plan_budget(plan), plan_spent(plan)
    figures = goal_figures(context)
    apart = other_money(context, spent=True)
    if planned.amount or spent.amount or not (apart or _may_hold_no_money(plan)):
        figures.insert(0, Figure(planned.text, f"planned · {spent.text} spent so far"))
    blocks: list[Block] = [Paragraph(plain(LEAD), lead=True)]
    blocks += [KeyFigures(tuple(figures))] if figures else []
    blocks += apart
    rows = tuple(_row(context, *pair) for pair in context.channels())
    blocks += [Heading("Where the money goes"), Table(COLUMNS, rows)] if rows else []
    return Section("Money and targets", tuple(blocks), eyebrow="Overview", new_page=True)


def _may_hold_no_money(plan: Plan) -> bool:
    """Whether a plan is an extract that may have been made without its money."""
    return bool(plan.extract) and not any(channel.budget or channel.spent for channel in plan.channels)


def _row(context: Context, phase: Phase, channel: Channel) -> Row:
    region = region_text(context.catalog, channel.region)
    measured = options_text(context, channel, channel.tracking)
    return Row(
        (
            platform_cell(context, channel.platform, beside=in_one_line(phase.name, region)),
            context.days_cell(phase.starts, phase.ends),
            cell(str(channel.aim or NOTHING)),
            cell(measured or NOTHING),
            cell(channel.budget.text if channel.budget else NOTHING),
            cell(channel.spent.text if channel.spent else NOTHING),
        )
    )
