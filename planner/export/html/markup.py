"""Markup that cannot be confused with text: the type checker lets no text into a page unescaped."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import NewType

from planner.export.blocks import Run, Runs, Tone
from planner.export.isolates import SEPARATOR, Kind, has_leftwards, stretches
from planner.export.safe_links import safe_link
from planner.export.text import clean

Markup = NewType("Markup", str)

NO_MARKUP = Markup("")
_NO_PART = (-1, False)
_WITHOUT_END = frozenset({"col", "hr", "img", "meta"})


def unmarked(text: str) -> Markup:
    """Text on one line where no element may stand."""
    return Markup(escape(clean(text.replace("\n", " "))))


def said(text: str) -> Markup:
    """Text as it stands in a page, its line breaks kept.

    What a line with right-to-left words lists, quotes or has in brackets keeps its own direction.
    """
    cleaned = clean(text)
    if "\n" in cleaned or not has_leftwards(cleaned):
        return Markup(escape(cleaned).replace("\n", "<br>"))
    return Markup("".join(_isolated(part, alone=alone) for part, alone in _kept_apart(cleaned)))


def _isolated(part: str, *, alone: bool) -> Markup:
    made = Markup(escape(part))
    return tag("bdi", made) if alone else made


def _kept_apart(line: str) -> Iterator[tuple[str, bool]]:
    """The parts of a line, and whether each keeps its own direction."""
    before = held = ""
    for part, kind in stretches(line, 0):
        figures = kind is Kind.BETWEEN and part.startswith("(")
        if part and (before == SEPARATOR or kind is Kind.QUOTATION or figures):
            if held:
                yield held, False
            yield part, True
            held = ""
        else:
            held += part
        before = part or before
    if held:
        yield held, False


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
    line = "".join(clean(run.text) for run in stretches)
    if "\n" in line or not has_leftwards(line):
        return Markup("".join(_run(run, said(run.text)) for run in stretches))
    pieces = groupby(_pieces(stretches, [*_kept_apart(line)]), key=itemgetter(0))
    return Markup("".join(_wrapped(alone, (made for _, made in each)) for (_, alone), each in pieces))


def _wrapped(alone: bool, pieces: Iterable[Markup]) -> Markup:
    return tag("bdi", *pieces) if alone else Markup("".join(pieces))


def _pieces(stretches: Runs, parts: Sequence[tuple[str, bool]]) -> Iterator[tuple[tuple[int, bool], Markup]]:
    """What each run has of each part of the line, with the part's number and whether it stands alone.

    A link is one, whatever stands alone within it.
    """
    number, place = 0, 0
    for run in stretches:
        found: list[tuple[tuple[int, bool], str]] = []
        left = len(clean(run.text))
        while left:
            part, alone = parts[number]
            piece = part[place : place + left]
            found.append(((number, alone), piece))
            left, place = left - len(piece), place + len(piece)
            if place == len(part):
                number, place = number + 1, 0
        if run.link:
            yield _NO_PART, _run(run, Markup("".join(_isolated(said, alone=key[1]) for key, said in found)))
        else:
            yield from ((key, _run(run, Markup(escape(said)))) for key, said in found)


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
