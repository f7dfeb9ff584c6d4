"""The cover, the contents, and the plan at a glance."""

from collections import Counter

from planner.core.days import day_text
from planner.core.totals import goals_in_numbers, hours_a_week, phase_budget
from planner.core.words import counts_text
from planner.export.blocks import (
    Align,
    Block,
    Column,
    Contents,
    Cover,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    Row,
    Section,
    Table,
    Tone,
    plain,
)
from planner.export.outline.context import NOTHING, Context, cell, hours_text
from planner.export.outline.timeline import phases_chart

MOST_FIGURES = 4


def cover(context: Context) -> Section:
    """The head of the document."""
    return Section("", (cover_block(context),))


def cover_block(context: Context) -> Cover:
    """The book's panel, title and hook, with the lines that date them."""
    plan, book = context.plan, context.plan.book
    genre = context.catalog.genres.get(book.genre)
    number = f"Book {book.series_number} of {book.series}" if book.series_number else book.series
    launch = f"launches {day_text(plan.launch)}" if plan.launch else "launch day not set"
    lines = (
        " · ".join(filter(None, (genre.name if genre else "", number))),
        " · ".join(filter(None, (plan.author.name, launch))),
        " · ".join(filter(None, (plan.status, day_text(context.day)))),
    )
    title = book.title or plan.name
    return Cover(
        title=title,
        eyebrow="Marketing plan" if not plan.extract else f"Marketing plan, extract for: {plan.extract}",
        subtitle=book.subtitle,
        lines=tuple(filter(None, lines)),
        summary=plain(book.hook) if book.hook else (),
        panel=title,
        panel_foot=plan.author.name,
    )


def contents(_context: Context) -> Section:
    """The list of sections."""
    return Section("", (Contents("Contents"),))


def glance(context: Context) -> Section:
    """How many findings there are, numbers to remember, and the phases."""
    plan = context.plan
    blocks: list[Block] = [Paragraph(plain(_found(context)), lead=True)]
    figures = [*_goal_figures(context), *_brief_figures(context)]
    if figures:
        blocks.append(KeyFigures(tuple(figures[:MOST_FIGURES])))
    chart = phases_chart(context)
    if chart:
        blocks += [Heading("Timeline"), chart]
    if plan.phases:
        blocks += [Heading("Phases"), _phases(context)]
    return Section("At a glance", tuple(blocks), eyebrow="Overview", new_page=True)


def _found(context: Context) -> str:
    counts = Counter(finding.severity for finding in context.findings)
    said = counts_text(counts)
    return f"The checks found {said}." if said else "The checks found nothing to mend."


def _goal_figures(context: Context) -> list[Figure]:
    return [
        Figure(f"{goal.target:,}", goal.text or f"{goal.aim} by {context.when(goal.by)}")
        for goal in goals_in_numbers(context.plan)
    ]


def _brief_figures(context: Context) -> list[Figure]:
    plan = context.plan
    hours = f"budget · {plan.hours_a_week:g} h a week" if plan.hours_a_week else "budget"
    if plan.budget:
        return [Figure(plan.budget.text, hours)]
    return [Figure(hours_text(plan.hours_a_week), "a week")] if plan.hours_a_week else []


def _phases(context: Context) -> Table:
    columns = (
        Column("Phase", 1.3),
        Column("Dates", 1.5),
        Column("Channels", 3.2),
        Column("Hours a week", 1.4, Align.RIGHT),
        Column("Budget", 1, Align.RIGHT),
    )
    return Table(columns, tuple(_phase_row(context, index) for index in range(len(context.plan.phases))))


def _phase_row(context: Context, index: int) -> Row:
    plan = context.plan
    phase = plan.phases[index]
    asked, allowed = hours_a_week(phase), plan.hours_a_week
    over = allowed is not None and asked > allowed
    hours = f"▲ {asked:g}, over by {asked - (allowed or 0):g}" if over else f"{asked:g}"
    names = dict.fromkeys(context.platform_name(channel.platform) for channel in phase.channels)
    return Row(
        (
            cell(phase.name or NOTHING, bold=True),
            cell(context.stretch(phase.starts, phase.ends)),
            cell(", ".join(names) or NOTHING),
            cell(hours, Tone.CAREFUL if over else Tone.PLAIN, bold=over),
            cell(phase_budget(phase, plan.currency).text),
        )
    )
