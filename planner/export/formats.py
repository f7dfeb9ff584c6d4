"""The kinds of file that a plan can be exported as."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name, its ending, and what can be chosen for it.

    ``sections`` says whether it is a document for a reader, made of sections; ``pages`` whether it has
    paper, a size of text, and the plan inside.
    """

    name: str
    ending: str
    sections: bool = False
    pages: bool = False


FORMATS: Mapping[str, Format] = {
    "pdf": Format("PDF", ".pdf", sections=True, pages=True),
    "html": Format("Web page", ".html", sections=True),
    "markdown": Format("Markdown text", ".md", sections=True),
    "word": Format("Word document", ".docx", sections=True),
    "links": Format("Table of links (CSV)", ".csv"),
    "tasks": Format("Table of tasks (CSV)", ".csv"),
    "calendar": Format("Calendar of launch and tasks", ".ics"),
}
EVERY_READER = "all"


def path_for(path: str, preset: str) -> str:
    """The file for one reader of several: OUT-assistant.pdf for OUT.pdf."""
    stem, dot, ending = path.rpartition(".")
    return f"{stem}-{preset}{dot}{ending}"
