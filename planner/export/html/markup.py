"""Markup that cannot be confused with text: the type checker lets no text into a page unescaped."""

from html import escape
from typing import NewType

from planner.export.blocks import Run, Runs, Tone
from planner.export.text import clean, safe_link

Markup = NewType("Markup", str)

NO_MARKUP = Markup("")
_WITHOUT_END = frozenset({"col", "hr", "img", "meta"})


def said(text: str) -> Markup:
    """Text as it stands in a page, its line breaks kept."""
    return Markup(escape(clean(text)).replace("\n", "<br>"))


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
