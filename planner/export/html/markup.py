"""Markup that cannot be confused with text: the type checker lets no text into a page unescaped."""

from collections.abc import Iterator
from html import escape
from typing import NewType

from planner.export.asides import SEPARATOR, Kind, runs_leftwards, stretches
from planner.export.blocks import Run, Runs, Tone
from planner.export.text import clean, safe_link

Markup = NewType("Markup", str)

NO_MARKUP = Markup("")
_WITHOUT_END = frozenset({"col", "hr", "img", "meta"})


def unmarked(text: str) -> Markup:
    """Text on one line where no element may stand."""
    return Markup(escape(clean(text.replace("\n", " "))))


def said(text: str) -> Markup:
    """Text as it stands in a page, its line breaks kept.

    What a line with right-to-left words lists, quotes or has in brackets keeps its own direction.
    """
    cleaned = clean(text)
    if "\n" in cleaned or not runs_leftwards(cleaned):
        return Markup(escape(cleaned).replace("\n", "<br>"))
    return Markup("".join(_kept_apart(cleaned)))


def _kept_apart(line: str) -> Iterator[str]:
    before = ""
    for part, kind in stretches(line, 0):
        if part:
            figures = kind is Kind.BETWEEN and part.startswith("(")
            alone = before == SEPARATOR or kind is Kind.QUOTATION or figures
            yield tag("bdi", Markup(escape(part))) if alone else escape(part)
            before = part


def tag(name: str, /, *inside: Markup, **attributes: str) -> Markup:
    """An element; attributes are text, and their names may end in ``_`` or hold one for a hyphen."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(clean(value))}"'
        for key, value in attributes.items()
        if value
    )
    return Markup(f"<{name}{told}>" + ("" if name in _WITHOUT_END else f"{''.join(inside)}</{name}>"))


def joined(*parts: Markup) -> Markup:
    """Elements after each other, a line each."""
    return Markup("\n".join(filter(None, parts)))


def runs(stretches: Runs) -> Markup:
    """Stretches of text, each in its look, and with its link where it may have one."""
    return Markup("".join(map(_run, stretches)))


def _run(run: Run) -> Markup:
    made = said(run.text)
    if run.language:
        made = tag("span", made, lang=run.language)
    if run.bold:
        made = tag("strong", made)
    if run.italic:
        made = tag("em", made)
    if run.tone is not Tone.PLAIN:
        made = tag("span", made, class_=run.tone.value)
    link = safe_link(run.link) if run.link else None
    return tag("a", made, href=link, rel="noreferrer") if link else made
