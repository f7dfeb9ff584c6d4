"""Money and hours, by phase and channel, against what the brief allows."""

from planner.core.totals import hours_a_week, phase_budget, phase_spent, plan_budget, plan_spent
from planner.export.blocks import (
    Align,
    Bar,
    BarChart,
    Block,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    plain,
)
from planner.export.outline.context import Context, cell, row

COLUMNS = (
    Column("Phase", 2),
    Column("Hours a week", 1.2, Align.RIGHT),
    Column("Planned", 1.2, Align.RIGHT),
    Column("Spent", 1.2, Align.RIGHT),
)


def budget(context: Context) -> Section | None:
    """A row per phase with the sum, and the channels that money goes to."""
    plan = context.plan
    planned, spent = plan_budget(plan), plan_spent(plan)
    if not planned.amount and plan.budget is None:
        return None
    rows = [
        row(
            phase.name,
            f"{hours_a_week(phase):g}",
            phase_budget(phase, plan.currency).text,
            phase_spent(phase, plan.currency).text,
        )
        for phase in plan.phases
    ]
    total = Row((cell("In all", bold=True), cell(""), cell(planned.text), cell(spent.text)), strong=True)
    blocks: list[Block] = [Paragraph(plain(_message(context)), lead=True), Table(COLUMNS, (*rows, total))]
    bars = _bars(context)
    if bars:
        message = f"Planned money by channel; the most goes to {bars[0].label} ({bars[0].text})."
        blocks += [Heading("By channel"), BarChart(bars, message)]
    return Section("Budget", tuple(blocks), eyebrow="Money and hours", new_page=True)


def _message(context: Context) -> str:
    plan = context.plan
    planned = plan_budget(plan)
    if plan.budget is None or plan.budget.currency != plan.currency:
        return f"{planned.text} planned in all."
    over = planned.amount > plan.budget.amount
    allowed = f"the brief allows {plan.budget.text}"
    return f"{planned.text} planned in all; {allowed}{', so this is over' if over else ''}."


def _bars(context: Context) -> tuple[Bar, ...]:
    plan = context.plan
    bars = []
    for phase, channel in context.channels():
        money = channel.budget
        if money and money.amount and money.currency == plan.currency:
            platform = context.platform(channel)
            name = f"{context.platform_name(channel.platform)} · {phase.name}"
            bars.append(Bar(name, float(money.amount), money.text, platform.colour if platform else ""))
    return tuple(sorted(bars, key=lambda bar: -bar.value))
