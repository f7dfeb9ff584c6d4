"""The people: who helps, with what, and how to reach them."""

from planner.core.plan import Person
from planner.export.blocks import Cell, Column, Row, Section, Table
from planner.export.outline.context import NOTHING, Context, cell, reached

COLUMNS = (Column("Name", 1.5), Column("Role", 3), Column("Contact", 2))


def people(context: Context) -> Section | None:
    """A row per collaborator."""
    if not context.plan.people:
        return None
    rows = tuple(map(_row, context.plan.people))
    return Section("People", (Table(COLUMNS, rows),), eyebrow="Work")


def _row(person: Person) -> Row:
    contact = reached(person.contact or NOTHING)
    return Row((cell(person.name or NOTHING, bold=True), cell(person.role or NOTHING), Cell((contact,))))
