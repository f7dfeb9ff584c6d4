"""The tasks: every activity in the order in which it is due, with a box to tick."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from planner.core.days import brief_day_text, days_before, offset, short_day_text, t_minus
from planner.core.phrasing import counted
from planner.core.plan import Activity, Channel
from planner.core.plan_words import activity_label, offer_text, side_terms
from planner.core.vocabulary import OPEN_STATES, ActivityKind, State
from planner.export.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Tone,
    plain,
)
from planner.export.isolates import SEPARATOR
from planner.export.outline.context import NOTHING, Context, cell, hours_text, in_one_line
from planner.export.outline.marks import platform_cell

STATE_MARKS = {State.TO_DO: "☐", State.DOING: "◐", State.DONE: "✓", State.DROPPED: "–"}
STATE_WORDS = {State.TO_DO: "", State.DOING: " (doing)", State.DONE: " (done)", State.DROPPED: " (dropped)"}
COLUMNS = (
    Column("Due", 1.6),
    Column("From launch", 0.6, Align.RIGHT),
    Column("Task", 4.4),
    Column("Channel", 1.7),
    Column("Owner", 1.1),
)
OUTWARD = (
    ActivityKind.OUTREACH,
    ActivityKind.EVENT,
    ActivityKind.GIVEAWAY,
    ActivityKind.PRICE_PROMOTION,
)
Task = tuple[Channel, Activity]


def tasks(context: Context) -> Section | None:
    """Every activity, and how many are still open."""
    every = in_order(context)
    if not every:
        return None
    lead = Paragraph(plain(_how_many(every)), lead=True)
    blocks = (lead, task_table(context, every), *clock_note(context, every))
    return Section("Tasks", blocks, eyebrow="Work", new_page=True)


def publicity(context: Context) -> Section | None:
    """What happens in public: events, giveaways, price promotions, and whom to write to."""
    every = in_order(context, is_public)
    if not every:
        return None
    lead = Paragraph(plain("What happens in public, and what is pitched, by day."), lead=True)
    blocks = (lead, task_table(context, every), *clock_note(context, every))
    return Section("Publicity dates", blocks, eyebrow="Work")


def is_public(activity: Activity) -> bool:
    """Whether people outside take part in it."""
    return activity.kind in OUTWARD


def in_order(context: Context, wanted: Callable[[Activity], bool] = lambda _: True) -> list[Task]:
    """The wanted activities with their channels, by the day on which they are due; open ones last."""
    every = (
        (channel, activity)
        for _, channel in context.channels()
        for activity in channel.activities
        if wanted(activity)
    )
    return sorted(every, key=lambda task: _order(context, task[1]))


def is_open(activity: Activity) -> bool:
    """Whether something is still to be done."""
    return activity.state in OPEN_STATES


def task_table(context: Context, every: Iterable[Task]) -> Table:
    """A row per activity; what is done or dropped is set aside."""
    return Table(COLUMNS, tuple(_task(context, *task) for task in every))


def clock_note(context: Context, every: Iterable[Task]) -> list[Block]:
    """Whose clock the times of day are by, where there are any."""
    if not any(activity.at for _, activity in every):
        return []
    zone = context.plan.author.time_zone
    whose = f"the clock of the time zone {zone}" if zone else "the author's clock"
    return [Paragraph((Run(f"Times of day are by {whose}.", tone=Tone.MUTED),))]


def clock_text(activity: Activity) -> str:
    """The time of day of an activity, "" where it has none."""
    return f"{activity.at:%H:%M}" if activity.at else ""


def _offer(context: Context, activity: Activity) -> str:
    """What a promotion offers, behind its title."""
    told = offer_text(context.catalog, activity, context.plan.launch)
    return f": {told}" if told else ""


def _beside(context: Context, activity: Activity) -> Iterator[str]:
    """What else has to be known to do it: when to begin, how long it takes, and on what terms."""
    told = (
        _begin(context.day_of(activity.due), activity.lead_days) if activity.lead_days else "",
        hours_text(activity.hours) if activity.hours else "",
    )
    yield from (each.replace(" ", "\u00a0") for each in told)
    yield from side_terms(context.catalog, activity)


def _begin(due: date | None, lead_days: int) -> str:
    """When to begin what is due on a day, with the year where that is another."""
    if due is None:
        return f"begin {counted(lead_days, 'day')} ahead"
    first = days_before(due, lead_days)
    return f"begin {short_day_text(first) if first.year == due.year else brief_day_text(first)}"


def _how_many(every: list[Task]) -> str:
    still = sum(is_open(activity) for _, activity in every)
    return f"{counted(len(every), 'task')} in the order of their days; {still or 'none'} still open."


def _order(context: Context, activity: Activity) -> tuple[bool, int, float]:
    days = offset(activity.due, context.plan.launch)
    day = context.day_of(activity.due)
    return (activity.due is None, days or 0, day.toordinal() if day and days is None else 0)


def _task(context: Context, channel: Channel, activity: Activity) -> Row:
    day, days = context.day_of(activity.due), offset(activity.due, context.plan.launch)
    due = brief_day_text(day).replace(" ", "\u00a0") if day else ""
    title = f"{activity_label(activity)}{_offer(context, activity)}"
    said = f"{STATE_MARKS[activity.state]} {title}{STATE_WORDS[activity.state]}"
    beside = in_one_line(*_beside(context, activity))
    return Row(
        (
            cell(", ".join(filter(None, (due, clock_text(activity)))) or NOTHING),
            cell(NOTHING if days is None else t_minus(days)),
            Cell((Run(said), Run(f"{SEPARATOR}{beside}", tone=Tone.MUTED)) if beside else (Run(said),)),
            platform_cell(context, channel.platform),
            cell(context.person(activity.owner) or NOTHING),
        ),
        muted=not is_open(activity),
    )
