"""Writes a document of blocks as one web page: no script, and nothing to fetch from anywhere."""

from planner.export.blocks import Document
from planner.export.html.markup import NO_MARKUP, Markup, joined, tag, unmarked
from planner.export.html.parts import Parts
from planner.export.html.style import STYLE
from planner.export.languages import written_leftwards

# Should a reader's program ever find something to fetch or to run, it is told not to.
_NOTHING_FROM_OUTSIDE = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def write_html(document: Document) -> bytes:
    """The document as a web page in UTF-8; equal documents give equal bytes."""
    parts = Parts(document)
    sections = (parts.section(number, section) for number, section in enumerate(document.sections, start=1))
    body = tag(
        "body",
        tag("main", joined(_title(document, parts), *sections)),
        tag("footer", tag("p", parts.said(document.running_head or document.title))),
    )
    way = "rtl" if written_leftwards(document.language) else ""
    page = tag("html", joined(_head(document), body), lang=document.language, dir=way)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(document: Document) -> Markup:
    return tag(
        "head",
        joined(
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=_NOTHING_FROM_OUTSIDE),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("title", unmarked(document.title)),
            _meta("author", document.author),
            _meta("description", document.subject),
            _meta("dcterms.created", document.date.isoformat()),
            tag("style", Markup(STYLE)),
        ),
    )


def _meta(name: str, content: str) -> Markup:
    return tag("meta", name=name, content=content) if content else NO_MARKUP


def _title(document: Document, parts: Parts) -> Markup:
    """The title, where no cover says it."""
    return NO_MARKUP if document.cover else tag("h1", parts.said(document.title))
