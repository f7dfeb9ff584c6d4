"""What writes each kind of file but the PDF: some from the document's blocks, some from the plan's rows."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from planner.press.orders import SHORTENED, ExportRefused, Made

if TYPE_CHECKING:
    from planner.export.blocks import Document
    from planner.export.outline.context import Context

NO_DAYS = "Neither the launch nor a task has a day, so there is nothing for a calendar. Nothing was written."


def _html(document: "Document") -> bytes:
    from planner.export.html.writer import write_html

    return write_html(document)


def _markdown(document: "Document") -> bytes:
    from planner.export.markdown import write_markdown

    return write_markdown(document)


def _word(document: "Document") -> bytes:
    from planner.export.word.writer import write_word

    return write_word(document)


def _shortened(document: "Document") -> bytes:
    """No file, but what gave way to keep the document within its pages: a sentence a line."""
    return "\n".join(document.told).encode("utf-8", "replace")


def _links(context: "Context") -> Made:
    from planner.export.spreadsheet import links_csv

    return Made(links_csv(context))


def _tasks(context: "Context") -> Made:
    from planner.export.spreadsheet import tasks_csv

    return Made(tasks_csv(context))


def _calendar(context: "Context") -> Made:
    from planner.export.calendar import calendar, is_empty, told_text

    if is_empty(context):
        raise ExportRefused(NO_DAYS)
    return Made(calendar(context), told_text(context))


OF_BLOCKS: Mapping[str, Callable[["Document"], bytes]] = {
    "html": _html,
    "markdown": _markdown,
    "word": _word,
    SHORTENED: _shortened,
}
OF_ROWS: Mapping[str, Callable[["Context"], Made]] = {
    "links": _links,
    "tasks": _tasks,
    "calendar": _calendar,
}
