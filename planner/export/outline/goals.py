"""What success is, in numbers with a day."""

from planner.core.plan_words import goal_label
from planner.export.blocks import Align, Column, Paragraph, Section, Table, plain
from planner.export.outline.context import NOTHING, Context, row


def goals(context: Context) -> Section | None:
    """The goals, a row each."""
    if not context.plan.goals:
        return None
    columns = (Column("Goal", 3), Column("Aim", 1.2), Column("Target", 1, Align.RIGHT), Column("By", 2))
    rows = tuple(
        row(
            goal_label(goal),
            str(goal.aim),
            NOTHING if goal.target is None else f"{goal.target:,}",
            context.when(goal.by),
        )
        for goal in context.plan.goals
    )
    lead = Paragraph(plain("What success is, in numbers that can be looked up on the day."), lead=True)
    return Section("Goals", (lead, Table(columns, rows)), eyebrow="Where to")
