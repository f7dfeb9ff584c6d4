"""The review: a sheet to fill in after the launch, so that the next plan begins with what was learned."""

from planner.core.hours import exact_hours
from planner.core.plan import Goal
from planner.core.plan_words import goal_label, phase_label
from planner.core.totals import hours_a_week, phase_budget, phase_spent
from planner.export.blocks import Align, Block, Column, Heading, Paragraph, Row, Section, Table, plain
from planner.export.outline.context import NOTHING, Context, cell, row
from planner.export.outline.marks import channel_cell
from planner.export.outline.other_money import other_money

LEAD = "To fill in when the numbers are there. Look them up on the day, and decide for each channel."
GOALS = (
    Column("Goal", 3),
    Column("Look it up on", 1.8),
    Column("Target", 1, Align.RIGHT),
    Column("Result", 1, Align.RIGHT),
)
CHANNELS = (
    Column("Channel", 2.6),
    Column("Aim", 1.1),
    Column("Planned", 0.9, Align.RIGHT),
    Column("Spent", 0.9, Align.RIGHT),
    Column("Next time", 2.2),
)
MEANS = (
    Column("Phase", 2),
    Column("Hours a week", 1.2, Align.RIGHT),
    Column("Hours given", 1.2, Align.RIGHT),
    Column("Planned", 1, Align.RIGHT),
    Column("Spent", 1, Align.RIGHT),
)
BLANK = "………"
CHOICE = "☐\u202fkeep ☐\u202fchange ☐\u202fdrop"


def review(context: Context) -> Section | None:
    """The goals with room for their results, the means, and a choice for every channel."""
    plan = context.plan
    if not plan.channels:
        return None
    blocks: list[Block] = [Paragraph(plain(LEAD), lead=True)]
    if plan.goals:
        blocks += [Heading("Goals"), Table(GOALS, tuple(_goal(context, goal) for goal in plan.goals))]
    blocks += [Heading("Time and money"), Table(MEANS, tuple(_means(context)))]
    blocks += other_money(context, spent=True)
    blocks += [Heading("Channels"), Table(CHANNELS, tuple(_channels(context)))]
    return Section("Review after the launch", tuple(blocks), eyebrow="Review", new_page=True)


def _goal(context: Context, goal: Goal) -> Row:
    target = NOTHING if goal.target is None else f"{goal.target:,}"
    return row(goal_label(goal), context.when(goal.by), target, BLANK)


def _means(context: Context) -> list[Row]:
    currency = context.plan.currency
    rows = []
    for phase in context.plan.phases:
        hours, budget, spent = (
            hours_a_week(phase),
            phase_budget(phase, currency),
            phase_spent(phase, currency),
        )
        asked = exact_hours(hours) if hours else NOTHING
        planned = budget.text if budget.amount else NOTHING
        given = spent.text if spent.amount else BLANK
        rows.append(row(phase_label(phase), asked, BLANK, planned, given))
    return rows


def _channels(context: Context) -> list[Row]:
    return [
        Row(
            (
                channel_cell(context, phase, channel),
                cell(str(channel.aim or NOTHING)),
                cell(channel.budget.text if channel.budget else NOTHING),
                cell(channel.spent.text if channel.spent else BLANK),
                cell(CHOICE),
            )
        )
        for phase, channel in context.channels()
    ]
