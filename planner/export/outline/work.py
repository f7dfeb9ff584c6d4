"""The assistant's opening: what is open, and what comes next."""

from collections.abc import Iterator
from datetime import date, timedelta

from planner.core.days import day_text, resolve
from planner.core.phrasing import counted
from planner.core.plan import Activity, Plan
from planner.export.blocks import (
    Block,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    Section,
    plain,
)
from planner.export.outline.context import Context
from planner.export.outline.tasks import Task, clock_note, in_order, is_open, task_table

NEXT_DAYS = 28


def work(context: Context) -> Section:
    """The numbers of the work, what is late, and what is due in the next weeks.

    An extract may have been made without tasks or links, and says nothing of what is not in it.
    """
    still = in_order(context, is_open)
    late, coming = _late_and_coming(context, still)
    figures = (
        *((len(still), "tasks still open"), (len(late), "of them late")),
        (len(coming), f"due in the next {NEXT_DAYS} days"),
    )
    links = sum(len(channel.links) for channel in context.plan.channels)
    told = figures if still or not context.plan.extract else ()
    told = (*told, (links, "links to look after")) if links or not context.plan.extract else told
    blocks: list[Block] = [Paragraph(plain(_lead(context)), lead=True)]
    blocks += [KeyFigures(tuple(Figure(f"{number:,}", label) for number, label in told))] if told else []
    for title, tasks in (("Late", late), (f"The next {NEXT_DAYS} days", coming)):
        blocks += [Heading(title), task_table(context, tasks)] if tasks else []
    blocks += clock_note(context, [*late, *coming])
    return Section("What is to be done", tuple(blocks), eyebrow="Overview", new_page=True)


def _lead(context: Context) -> str:
    launch = context.plan.launch
    if launch is None:
        return "Launch day is not set yet, so tasks that are counted from it have no dates."
    days = (launch - context.day).days
    if days < 0:
        return f"Launch day was {day_text(launch)}."
    ahead = f"{counted(days, 'day')} from the day of this document" if days else "the day of this document"
    return f"Launch day is {day_text(launch)}, {ahead}."


def at_hand(plan: Plan, day: date) -> Iterator[Activity]:
    """The open activities that are late on a day or due in the weeks after it."""
    last = day + timedelta(days=min(NEXT_DAYS, (day.max - day).days))
    for channel in plan.channels:
        for activity in channel.activities:
            due = resolve(activity.due, plan.launch)
            if is_open(activity) and due and due <= last:
                yield activity


def _late_and_coming(context: Context, still: list[Task]) -> tuple[list[Task], list[Task]]:
    """The tasks at hand, parted by whether they are late."""
    ids = {activity.id for activity in at_hand(context.plan, context.day)}
    days = [(task, context.day_of(task[1].due)) for task in still if task[1].id in ids]
    late = [task for task, day in days if day and day < context.day]
    return late, [task for task, day in days if day and day >= context.day]
