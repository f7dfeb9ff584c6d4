"""Plans to begin with: the empty one, the templates and the sample."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.core.edits import fresh
from planner.core.plan import Plan
from planner.core.records import build
from planner.core.resources import resource
from planner.storage.catalog_files import read_folder
from planner.storage.errors import shown
from planner.storage.paths import SUFFIX

BLANK = "blank"
SAMPLE = "sample"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A plan that ships with the program: what it is called, and whom it is for."""

    id: str
    name: str
    description: str


class UnknownTemplateError(Exception):
    """A template that does not exist; its text is a plain sentence that names those that do."""


def list_templates() -> tuple[Template, ...]:
    """The templates, in the order in which they are offered."""
    return tuple(build(Template, row) for row in read_folder("lists")["templates"]["templates"])


def new_plan(template: str | None = None, title: str = "", launch: date | None = None) -> Plan:
    """A new plan from a template (none: the empty one, ``SAMPLE``: the sample), with ids of its own.

    ``title`` is the book's, ``launch`` its day; without them, the template's stay.
    Raises UnknownTemplateError.
    """
    if template not in (None, BLANK, SAMPLE):
        _find(template)
    return fresh(shipped(template or BLANK)).begun_for(title, launch)


def _find(template: str) -> None:
    known = [each.id for each in list_templates()]
    if template not in known:
        raise UnknownTemplateError(
            f"There is no template “{shown(template)}”; choose one of: {', '.join(known)}."
        )


def shipped(template: str) -> Plan:
    """The plan of a template, built without the plan file's checks, which it passed before it shipped."""
    plan: Plan = build(Plan, json.loads(template_path(template).read_bytes())["plan"])
    return plan


def template_path(template: str) -> Path:
    """The plan file of a template, which is not to be written to."""
    return resource("templates", f"{template}{SUFFIX}")
