"""Markup that cannot be confused with text: the type checker lets no text into a page unescaped."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NewType

from planner.export.blocks import Run, Runs, Tone
from planner.export.isolates import SEPARATOR, Kind, has_leftwards, stretches
from planner.export.safe_links import safe_link
from planner.export.text import clean

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
    (made,) = _beside_each_other([text])
    return made


def _beside_each_other(texts: Sequence[str]) -> list[Markup]:
    """Texts of one paragraph, in which what keeps its own direction is found as if they were one."""
    cleaned = [*map(clean, texts)]
    line = "".join(cleaned)
    if "\n" in line and len(texts) > 1:
        return [*map(said, texts)]
    if "\n" in line or not has_leftwards(line):
        return [Markup(escape(text).replace("\n", "<br>")) for text in cleaned]
    return [*_cut(_kept_apart(line), map(len, cleaned))]


def _kept_apart(line: str) -> Iterator[tuple[str, bool]]:
    """The parts of a line, and whether each keeps its own direction."""
    before = ""
    for part, kind in stretches(line, 0):
        if part:
            figures = kind is Kind.BETWEEN and part.startswith("(")
            yield part, before == SEPARATOR or kind is Kind.QUOTATION or figures
            before = part


def _cut(parts: Iterator[tuple[str, bool]], lengths: Iterable[int]) -> Iterator[Markup]:
    """The parts of a line, cut where texts of so many letters end."""
    part, alone = "", False
    for length in lengths:
        made, left = "", length
        while left:
            if not part:
                part, alone = next(parts)
            piece, part = part[:left], part[left:]
            made += tag("bdi", Markup(escape(piece))) if alone else escape(piece)
            left -= len(piece)
        yield Markup(made)


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
    made = _beside_each_other([run.text for run in stretches])
    return Markup("".join(map(_run, stretches, made)))


def _run(run: Run, made: Markup) -> Markup:
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
