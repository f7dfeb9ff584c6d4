"""The kinds of file that a plan can be exported as."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name, its ending, and what can be chosen for it.

    ``sections`` says whether it is a document for a reader, made of sections; ``pages`` whether it has
    paper, a size of text, and the plan inside; ``holds`` what one that is for no one reader has of a plan,
    and ``called`` what its own name says of that.
    """

    name: str
    ending: str
    called: str = ""
    sections: bool = False
    pages: bool = False
    holds: str = ""


FORMATS: Mapping[str, Format] = {
    "pdf": Format("PDF", ".pdf", sections=True, pages=True),
    "html": Format("Web page", ".html", sections=True),
    "markdown": Format("Markdown text", ".md", sections=True),
    "word": Format("Word document", ".docx", sections=True),
    "links": Format(
        "Table of links (CSV)",
        ".csv",
        "links",
        holds="Every link is in it, with its owner and notes.",
    ),
    "tasks": Format(
        "Table of tasks (CSV)",
        ".csv",
        "tasks",
        holds="Every task is in it, done and dropped ones too, with its hours, owner and notes.",
    ),
    "calendar": Format(
        "Calendar of launch and tasks",
        ".ics",
        holds="Every task with a day is in it but dropped ones, with its hours, owner and notes.",
    ),
}
EVERY_READER = "all"


def path_for(path: str, preset: str) -> str:
    """The file for one reader of several: OUT-assistant.pdf for OUT.pdf."""
    stem, dot, ending = path.rpartition(".")
    return f"{stem}-{preset}{dot}{ending}"
