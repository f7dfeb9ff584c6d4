"""The cover, the contents, and the plan at a glance."""

from collections import Counter
from itertools import islice

from planner.core.days import day_text
from planner.core.finding_words import SEVERITY_MARKS, counts_text
from planner.core.findings import Finding
from planner.core.hours import exact_hours
from planner.core.plan import Goal
from planner.core.plan_words import phase_label
from planner.core.rules import Severity
from planner.core.totals import goals_in_numbers, hours_a_week, phase_budget
from planner.core.workload import fullest_week
from planner.export.blocks import (
    Align,
    Block,
    Column,
    Contents,
    Cover,
    Figure,
    Heading,
    Items,
    KeyFigures,
    Paragraph,
    Row,
    Run,
    Runs,
    Section,
    Table,
    Tone,
    plain,
    said,
)
from planner.export.outline.book import series_text
from planner.export.outline.context import (
    NOTHING,
    SEVERITY_TONES,
    Context,
    cell,
    hours_text,
    in_one_line,
    unbroken,
)
from planner.export.outline.other_money import other_money
from planner.export.outline.timeline import phases_chart
from planner.export.picture import picture

PHASES = (
    Column("Phase", 1.3),
    Column("Dates", 1.5),
    Column("Channels", 3.2),
    Column("Hours a week", 1.4, Align.RIGHT),
    Column("Budget", 1, Align.RIGHT),
)
SUMS = 3  # the first column of what channels ask for together
MOST_FIGURES = 4
MOST_RISKS = 3
SAW = "The checks saw this extract alone, and miss what is not in it."


def cover(context: Context) -> Section:
    """The head of the document."""
    return Section("", (cover_block(context),))


def cover_block(context: Context) -> Cover:
    """The book's panel, title and hook, with the lines that date them."""
    plan, book = context.plan, context.plan.book
    genre = context.catalog.genres.get(book.genre)
    launch = f"launches {day_text(plan.launch)}" if plan.launch else "launch day not set"
    lines = (
        in_one_line(genre.name if genre else "", series_text(book)),
        in_one_line(plan.author.name, unbroken(launch)),
        in_one_line(plan.status, unbroken(day_text(context.day))),
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
        picture=picture(book.cover, f"Cover of {title}"),
    )


def contents(_context: Context) -> Section:
    """The list of sections."""
    return Section("", (Contents("Contents"),))


def glance(context: Context) -> Section:
    """Numbers to remember, the phases, and what could go wrong."""
    blocks: list[Block] = [Paragraph(plain(_found(context)), lead=True), *figures_block(context)]
    blocks += [*phases_blocks(context), *risks(context)]
    return Section("At a glance", tuple(blocks), eyebrow="Overview", new_page=True)


def phases_blocks(context: Context) -> list[Block]:
    """The phases as a chart, where their days are known, and as a table."""
    chart, plan = phases_chart(context), context.plan
    blocks: list[Block] = [Heading("Timeline"), chart] if chart else []
    return [*blocks, Heading("Phases"), *_phases_table(context)] if plan.phases else blocks


def figures_block(context: Context) -> list[Block]:
    """The first goals and what the brief allows, as numbers to remember."""
    figures = [*goal_figures(context), *_brief_figures(context)]
    return [KeyFigures(tuple(figures[:MOST_FIGURES]))] if figures else []


def risks(context: Context, *, quoting: bool = True) -> list[Block]:
    """The worst of what the checks found, a sentence each: ``quoting`` the plan, or by the rule's title.

    A sentence may quote a text or a name that the rest of the document leaves out. What breaks the same rule
    is told once.
    """
    alike: dict[tuple[str, Severity], list[Finding]] = {}
    for each in context.findings:
        if each.severity is not Severity.TIP:
            alike.setdefault((each.rule, each.severity), []).append(each)
    if not alike:
        return []
    seen = [Paragraph((Run(SAW, tone=Tone.MUTED),))] if context.plan.extract else []
    worst = islice(alike.values(), MOST_RISKS)
    told = tuple(_risk(first, len(more), quoting=quoting) for first, *more in worst)
    return [Heading("Biggest risks"), *seen, Items(told)]


def _risk(finding: Finding, more: int, *, quoting: bool) -> Runs:
    where = Run(f"{finding.where}. ", bold=True)
    mark = Run(
        f"{SEVERITY_MARKS[finding.severity]} {finding.severity} · ", tone=SEVERITY_TONES[finding.severity]
    )
    said = finding.gist if quoting else f"{finding.broken.title}."
    return (mark, where, Run(f"{said} {more}\u00a0more like it." if more else said))


def _found(context: Context) -> str:
    counts = Counter(finding.severity for finding in context.findings)
    counted = counts_text(counts)
    found = f"The checks found {counted}." if counted else "The checks found nothing to mend."
    return f"{found} {SAW}" if context.plan.extract else found


def goal_figures(context: Context) -> list[Figure]:
    """The first goals that have a number."""
    return [
        Figure(f"{goal.target:,}", goal.text or _aim_text(context, goal))
        for goal in goals_in_numbers(context.plan)
    ]


def _aim_text(context: Context, goal: Goal) -> str:
    return str(goal.aim) if goal.by is None else f"{goal.aim} by {context.when(goal.by)}"


def _brief_figures(context: Context) -> list[Figure]:
    plan = context.plan
    hours = f"budget · {exact_hours(plan.hours_a_week)} h a week" if plan.hours_a_week else "budget"
    if plan.budget:
        return [Figure(plan.budget.text, hours)]
    return [Figure(hours_text(plan.hours_a_week), "a week")] if plan.hours_a_week else []


def _phases_table(context: Context) -> list[Block]:
    """A row per phase with its dates, channels, hours and money, and what is not in that.

    In an extract without the hours or the money of its channels, dashes would say that there are none.
    """
    rows = [_phase_row(context, index) for index in range(len(context.plan.phases))]
    sums = range(SUMS, len(PHASES))
    told = [*range(SUMS), *(at for at in sums if not context.plan.extract or _says_something(rows, at))]
    columns = tuple(PHASES[place] for place in told)
    return [
        Table(columns, tuple(Row(tuple(row.cells[place] for place in told)) for row in rows)),
        *other_money(context),
    ]


def _says_something(rows: list[Row], place: int) -> bool:
    return any(said(row.cells[place].runs) != NOTHING for row in rows)


def _phase_row(context: Context, index: int) -> Row:
    plan = context.plan
    phase = plan.phases[index]
    asked, allowed = hours_a_week(phase), plan.hours_a_week
    most = max(asked, fullest_week(phase, plan.launch))
    over = allowed is not None and most > allowed
    given = exact_hours(asked) if asked else NOTHING
    if most > asked:
        given = f"{exact_hours(asked)}–{exact_hours(most)}"
    elif over:
        given = f"{given}, over by {exact_hours(asked - (allowed or 0))}"
    hours = f"▲ {given}" if over else given
    money = phase_budget(phase, plan.currency)
    names = dict.fromkeys(context.platform_name(channel.platform) for channel in phase.channels)
    return Row(
        (
            cell(phase_label(phase), bold=True),
            context.days_cell(phase.starts, phase.ends),
            cell(", ".join(names) or NOTHING),
            cell(hours, Tone.CAREFUL if over else Tone.PLAIN, bold=over),
            cell(money.text if money.amount else NOTHING),
        )
    )
