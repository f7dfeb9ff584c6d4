"""The head of the document: the book's cover or a panel in its place, and the title beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from planner.export.blocks import Align, Cover, Picture, Run
from planner.export.cut import extent
from planner.export.pdf.boxes import Box, Drawing, Side, Stack
from planner.export.pdf.line import Line
from planner.export.pdf.lines import break_lines
from planner.export.pdf.pen import Pen
from planner.export.pdf.structure import ARTIFACT, Element, figure
from planner.export.pdf.style import (
    BODY,
    CELL,
    COVER_GRADIENT,
    COVER_LINE,
    COVER_SUBTITLE,
    COVER_TITLE,
    COVER_TITLE_LONG,
    EYEBROW,
    HAIRLINE,
    HEADING,
    LEAD,
    PANEL_FOOT,
    PANEL_TITLE,
    READING_WIDTH,
    SMALL,
    Type,
)
from planner.export.pdf.tokens import tokens
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
_FOOT_LINES: Final = 2
_PANEL_LETTERS: Final = 400
_PANEL_SIZES: Final = (1.0, 0.88, 0.76)


@dataclass(frozen=True, slots=True)
class _Look:
    """The share of its full size that the panel has, and all distances; the types of the words beside it."""

    share: float
    title: Type
    long_title: Type
    subtitle: Type
    line: Type
    summary: Type


_FULL: Final = _Look(1.0, COVER_TITLE, COVER_TITLE_LONG, COVER_SUBTITLE, COVER_LINE, BODY)
_SMALL: Final = _Look(0.6, COVER_TITLE_LONG, HEADING, LEAD, SMALL, CELL)


def cover(block: Cover, setter: Typesetter) -> Iterator[Box]:
    """The book's cover, or a panel in its place, and the words beside it; a long summary stands below."""
    look = _SMALL if block.small else _FULL
    left = (PANEL_WIDTH + _BETWEEN) * look.share
    beside = sum(extent(run.text) for run in block.summary) <= _LONG_SUMMARY
    words = _words(block, setter, setter.width - left, look, summary=beside)
    ours = setter.languages.ours
    shown = _picture(block.picture, ours, look) if block.picture else _panel(block, setter, look)
    yield Side([(0.0, shown), (left, words)], after=26 * look.share)
    if not beside:
        yield setter.text(block.summary, BODY, min(READING_WIDTH, setter.width), after=18)


def _picture(picture: Picture, language: str, look: _Look) -> Box:
    """The picture as large as the panel allows, with a fine edge that parts a white one from the paper."""
    scale = look.share * min(PANEL_WIDTH / picture.width, PANEL_HEIGHT / picture.height)
    width, height = picture.width * scale, picture.height * scale
    tag = figure(picture.alt, width, language)

    def draw(pen: Pen, x: float, top: float) -> None:
        y = top - height
        with pen.tag(tag, (x, y, x + width, top)):
            pen.fill_round(x - _EDGE, y - _EDGE, width + 2 * _EDGE, height + 2 * _EDGE, _RADIUS, HAIRLINE)
            pen.picture(picture, (x, y, width, height), _RADIUS)

    return Drawing(height, draw)


def _words(block: Cover, setter: Typesetter, width: float, look: _Look, *, summary: bool) -> Box:
    short = extent(block.title) <= _LONG_TITLE and _holds_words(block.title, look.title, width, setter)
    title_type = look.title if short else look.long_title
    side = Align.RIGHT if setter.turned(block.title) else Align.LEFT
    parts: list[Box] = []

    def add(text: str, style: Type, after: float, kind: str = "P") -> None:
        if text:
            parts.append(
                setter.text(text, style, width, align=side, after=look.share * after, tag=Element(kind))
            )

    add(block.eyebrow, EYEBROW, 5)
    add(block.title, title_type, 4, "H1")
    add(block.subtitle, look.subtitle, 8)
    for line in block.lines:
        add(line, look.line, 0)
    if block.summary and summary:
        parts.append(setter.text(block.summary, look.summary, width, before=12 * look.share))
    return Stack(parts)


def _panel(block: Cover, setter: Typesetter, look: _Look) -> Box:
    full, height, inset = (look.share * length for length in (PANEL_WIDTH, PANEL_HEIGHT, _INSET))
    width = full - 2 * inset
    style = _panel_type(block.panel, width, look.share, setter)
    lines = _panel_lines(block.panel, _PANEL_LINES, width, style, setter)
    foot = _panel_lines(block.panel_foot, _FOOT_LINES, width, PANEL_FOOT, setter)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.gradient((x, top - height, full, height), _RADIUS, COVER_GRADIENT)
        starts = [line.start(x + inset, width) for line in lines]
        pen.lines(starts, lines, top - inset, style)
        foot_top = top - height + inset + len(foot) * PANEL_FOOT.leading - 1
        pen.lines([line.start(x + inset, width) for line in foot], foot, foot_top, PANEL_FOOT)

    # It says nothing that the words beside it do not say.
    return Drawing(height, draw, tag=ARTIFACT)


def _panel_type(text: str, width: float, share: float, setter: Typesetter) -> Type:
    """The largest type in which no word of a text on the panel is parted, or else the usual one."""
    types = [
        replace(PANEL_TITLE, size=size * PANEL_TITLE.size, leading=size * PANEL_TITLE.leading)
        for size in (share * each for each in _PANEL_SIZES)
    ]
    beginning = text[:_PANEL_LETTERS]
    return next((style for style in types if _holds_words(beginning, style, width, setter)), types[0])


def _holds_words(text: str, style: Type, width: float, setter: Typesetter) -> bool:
    """Whether each word of a text has room in a width, so that none is parted."""
    words = set(tokens(clean(text)))
    return all(setter.one_line(word, style, 2 * width).width <= width for word in words)


def _panel_lines(text: str, most: int, width: float, style: Type, setter: Typesetter) -> list[Line]:
    """The lines of a text on the panel, the last of which is shortened where there are too many."""
    lines = break_lines((Run(" ".join(clean(text[:_PANEL_LETTERS]).split())),), style, width, setter.book)
    if len(lines) > most:
        shown = lines[: most - 1]
        rest = "".join(piece.text for line in lines[len(shown) :] for piece in line.pieces)
        lines = [*shown, setter.one_line(rest, style, width)]
    return lines
