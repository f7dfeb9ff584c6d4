"""Money, by phase and channel, against what the brief allows."""

from planner.core.plan_words import phase_label
from planner.core.totals import money_allowed, phase_budget, phase_spent, plan_budget, plan_spent
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
from planner.export.outline.marks import channel_name, look_of, most_of
from planner.export.outline.other_money import other_money

COLUMNS = (
    Column("Phase", 2),
    Column("Planned", 1.2, Align.RIGHT),
    Column("Spent", 1.2, Align.RIGHT),
)


def budget(context: Context) -> Section | None:
    """A row per phase with the sum, and the channels that money goes to."""
    plan = context.plan
    planned, spent = plan_budget(plan), plan_spent(plan)
    apart = other_money(context, spent=True)
    if not planned.amount and plan.budget is None and not apart:
        return None
    if not (planned.amount or spent.amount) and apart:
        lead = [Paragraph(plain(_message(context)), lead=True)] if plan.budget else []
        return Section("Budget", (*lead, *apart), eyebrow="Money", new_page=True)
    rows = [
        row(
            phase_label(phase),
            phase_budget(phase, plan.currency).text,
            phase_spent(phase, plan.currency).text,
        )
        for phase in plan.phases
    ]
    total = Row((cell("In all", bold=True), cell(planned.text), cell(spent.text)), strong=True)
    table = Table(COLUMNS, (*rows, total))
    blocks: list[Block] = [Paragraph(plain(_message(context)), lead=True), table, *apart]
    phases = _phase_bars(context)
    if phases:
        blocks += [Heading("By phase"), BarChart(phases, _phases_message(phases), _phases_key(phases))]
    bars = _bars(context)
    if bars:
        message = f"Planned money by channel; the most goes to {most_of(bars)}."
        blocks += [Heading("By channel"), BarChart(bars, message)]
    return Section("Budget", tuple(blocks), eyebrow="Money", new_page=True)


def _message(context: Context) -> str:
    plan = context.plan
    planned, allowed = plan_budget(plan), money_allowed(plan)
    if plan.budget is None:
        return f"{planned.text} planned in all."
    over = ", so this is over" if allowed and planned.amount > allowed.amount else ""
    return f"{planned.text} planned in all; the brief allows {plan.budget.text}{over}."


def _bars(context: Context) -> tuple[Bar, ...]:
    plan = context.plan
    bars = []
    for phase, channel in context.channels():
        money = channel.budget
        if money and money.amount and money.currency == plan.currency:
            name = channel_name(context, phase, channel)
            bars.append(Bar(name, float(money.amount), money.text, *look_of(context, channel)))
    return tuple(sorted(bars, key=lambda bar: -bar.value))


def _phase_bars(context: Context) -> tuple[Bar, ...]:
    """What each phase is given and has spent; phases of which both are nothing are left out."""
    bars = []
    for phase in context.plan.phases:
        planned, spent = (sums(phase, context.plan.currency) for sums in (phase_budget, phase_spent))
        if planned.amount or spent.amount:
            text = f"{planned.text} · {spent.text} spent" if spent.amount else planned.text
            whole = float(max(planned.amount, spent.amount))
            bars.append(Bar(phase_label(phase), whole, text, part=float(spent.amount)))
    return tuple(bars)


def _phases_message(bars: tuple[Bar, ...]) -> str:
    return f"Most money goes to {most_of(bars)}."


def _phases_key(bars: tuple[Bar, ...]) -> str:
    return "The full part of a bar is spent." if any(bar.part for bar in bars) else ""
