"""Who does what, by when."""

from planner.core.days import offset
from planner.core.plan import Activity, Channel, State
from planner.core.words import offer_text
from planner.export.blocks import Block, Column, Heading, Row, Section, Table
from planner.export.outline.context import NOTHING, Context, cell, row

STATE_MARKS = {State.TO_DO: "☐", State.DOING: "◐", State.DONE: "✓", State.DROPPED: "–"}
COLUMNS = (Column("Due", 2), Column("Task", 3.6), Column("Channel", 1.5), Column("Owner", 1.3))


def people(context: Context) -> Section | None:
    """The collaborators, and every activity in the order in which it is due."""
    blocks: list[Block] = []
    if context.plan.people:
        columns = (Column("Name", 1.5), Column("Role", 2), Column("Contact", 2))
        rows = tuple(
            row(p.name or NOTHING, p.role or NOTHING, p.contact or NOTHING) for p in context.plan.people
        )
        blocks += [Heading("People"), Table(columns, rows)]
    tasks = [(channel, activity) for _, channel in context.channels() for activity in channel.activities]
    if tasks:
        ordered = sorted(tasks, key=lambda task: _order(context, task[1]))
        blocks += [Heading("Tasks"), Table(COLUMNS, tuple(_task(context, *task) for task in ordered))]
    return Section("People and tasks", tuple(blocks), eyebrow="Work", new_page=True) if blocks else None


def clock_text(activity: Activity) -> str:
    """The time of day of an activity, "" where it has none."""
    return f"{activity.at:%H:%M}" if activity.at else ""


def _offer(context: Context, activity: Activity) -> str:
    """What a promotion offers, behind its title."""
    told = offer_text(activity, context.plan.launch)
    return f": {told}" if told else ""


def _order(context: Context, activity: Activity) -> tuple[bool, int, float]:
    days = offset(activity.due, context.plan.launch)
    day = context.day_of(activity.due)
    return (activity.due is None, days or 0, day.toordinal() if day and days is None else 0)


def _task(context: Context, channel: Channel, activity: Activity) -> Row:
    mark = STATE_MARKS[activity.state]
    return Row(
        (
            cell(", ".join(filter(None, (context.when(activity.due), clock_text(activity))))),
            cell(f"{mark} {activity.title or str(activity.kind).capitalize()}{_offer(context, activity)}"),
            cell(context.platform_name(channel.platform)),
            cell(context.person(activity.owner) or NOTHING),
        ),
        muted=activity.state in (State.DONE, State.DROPPED),
    )
