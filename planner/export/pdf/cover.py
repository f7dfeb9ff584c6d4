"""The head of the document: the book's cover or a panel in its place, and the title beside it."""

from collections.abc import Iterator
from typing import Final

from planner.export.blocks import Align, Cover, Picture, Run
from planner.export.cut import extent
from planner.export.pdf.boxes import Box, Drawing, Side, Stack
from planner.export.pdf.canvas import Pen
from planner.export.pdf.line import Line
from planner.export.pdf.lines import break_lines
from planner.export.pdf.one_line import one_line
from planner.export.pdf.structure import ARTIFACT, Element, figure
from planner.export.pdf.style import (
    BODY,
    COVER_GRADIENT,
    COVER_LINE,
    COVER_SUBTITLE,
    COVER_TITLE,
    COVER_TITLE_LONG,
    EYEBROW,
    HAIRLINE,
    PANEL_FOOT,
    PANEL_TITLE,
    READING_WIDTH,
    Type,
)
from planner.export.pdf.typeset import Typesetter
from planner.export.text import clean

PANEL_WIDTH: Final = 118.0
PANEL_HEIGHT: Final = 177.0
_INSET: Final = 13.0
_RADIUS: Final = 3.0
_EDGE: Final = 0.4
_BETWEEN: Final = 26.0
_LONG_TITLE: Final = 48
_LONG_SUMMARY: Final = 640
_PANEL_LINES: Final = 6


def cover(block: Cover, setter: Typesetter) -> Iterator[Box]:
    """The book's cover, or a panel in its place, and the words beside it; a long summary stands below."""
    left = PANEL_WIDTH + _BETWEEN
    beside = sum(extent(run.text) for run in block.summary) <= _LONG_SUMMARY
    words = _words(block, setter, setter.width - left, summary=beside)
    shown = _picture(block.picture, setter.languages.ours) if block.picture else _panel(block, setter)
    yield Side([(0.0, shown), (left, words)], after=26)
    if not beside:
        yield setter.text(block.summary, BODY, min(READING_WIDTH, setter.width), after=18)


def _picture(picture: Picture, language: str) -> Box:
    """The picture as large as the panel allows, with a fine edge that parts a white one from the paper."""
    scale = min(PANEL_WIDTH / picture.width, PANEL_HEIGHT / picture.height)
    width, height = picture.width * scale, picture.height * scale
    tag = figure(picture.alt, width, language)

    def draw(pen: Pen, x: float, top: float) -> None:
        y = top - height
        with pen.tag(tag, (x, y, x + width, top)):
            pen.fill_round(x - _EDGE, y - _EDGE, width + 2 * _EDGE, height + 2 * _EDGE, _RADIUS, HAIRLINE)
            pen.picture(picture, (x, y, width, height), _RADIUS)

    return Drawing(height, draw)


def _words(block: Cover, setter: Typesetter, width: float, *, summary: bool) -> Box:
    title_type = COVER_TITLE_LONG if extent(block.title) > _LONG_TITLE else COVER_TITLE
    side = Align.RIGHT if setter.turned(block.title) else Align.LEFT
    parts: list[Box] = []

    def add(text: str, style: Type, after: float, kind: str = "P") -> None:
        if text:
            parts.append(setter.text(text, style, width, align=side, after=after, tag=Element(kind)))

    add(block.eyebrow, EYEBROW, 5)
    add(block.title, title_type, 4, "H1")
    add(block.subtitle, COVER_SUBTITLE, 8)
    for line in block.lines:
        add(line, COVER_LINE, 0)
    if block.summary and summary:
        parts.append(setter.text(block.summary, BODY, width, before=12))
    return Stack(parts)


def _panel(block: Cover, setter: Typesetter) -> Box:
    width = PANEL_WIDTH - 2 * _INSET
    lines = _panel_title(" ".join(clean(block.panel[:400]).split()), width, setter)
    foot = one_line(block.panel_foot, PANEL_FOOT, width, setter.book)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.gradient((x, top - PANEL_HEIGHT, PANEL_WIDTH, PANEL_HEIGHT), _RADIUS, COVER_GRADIENT)
        starts = [line.start(x + _INSET, width) for line in lines]
        pen.text_at(starts, lines, top - _INSET, PANEL_TITLE)
        foot_top = top - PANEL_HEIGHT + _INSET + PANEL_FOOT.leading - 1
        pen.text([foot], foot.start(x + _INSET, width), foot_top, PANEL_FOOT)

    # It says nothing that the words beside it do not say.
    return Drawing(PANEL_HEIGHT, draw, tag=ARTIFACT)


def _panel_title(title: str, width: float, setter: Typesetter) -> list[Line]:
    """The lines of a title, the last of which is shortened where there are too many."""
    lines = break_lines((Run(title),), PANEL_TITLE, width, setter.book)
    if len(lines) > _PANEL_LINES:
        shown = lines[: _PANEL_LINES - 1]
        rest = "".join(piece.text for line in lines[len(shown) :] for piece in line.pieces)
        lines = [*shown, one_line(rest, PANEL_TITLE, width, setter.book)]
    return lines
