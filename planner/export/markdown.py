"""Writes a document of blocks as Markdown: CommonMark, with tables as GitHub has them.

Text stays text: what Markdown or HTML would take for its own is escaped, so that it shows as it was typed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from planner.export.blocks import (
    Align,
    BarChart,
    Block,
    Contents,
    Cover,
    Document,
    Fact,
    Facts,
    Heading,
    Items,
    KeyFigures,
    LinkCards,
    Marker,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
    TimelineChart,
    WeekChart,
    paragraphs,
    plain,
)
from planner.export.chart_text import (
    BAR_HEADS,
    TIMELINE_HEADS,
    WEEK_HEADS,
    strong_rows,
    timeline_rows,
    week_rows,
)
from planner.export.heading_levels import HeadingLevels
from planner.export.safe_links import safe_link
from planner.export.text import clean

NO_CODES = (
    "A Markdown file holds no pictures, so the codes are left out: export a PDF, a web page or a Word "
    "document to have them. Their addresses stand in the table above."
)
_BLANKS = re.compile(r"[ \t]+")
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~#$!@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_AT_LINE_START = re.compile(r"^(\d*)([-+=:.)])")
_BREAK = "\\\n"
_MARKERS = {Marker.BULLET: "-", Marker.NUMBER: "1.", Marker.CHECK: "- [ ]"}


def write_markdown(document: Document) -> bytes:
    """The document as Markdown in UTF-8; equal documents give equal bytes."""
    return ("\n\n".join(filter(None, _blocks(document))) + "\n").encode()


def _blocks(document: Document) -> Iterator[str]:
    levels = HeadingLevels()
    if document.cover is None:
        yield _headline(1, document.title)
    elif not document.title.startswith(document.cover.title):
        yield _one_line(document.title)
    for section in document.sections:
        levels.section(section.title)
        yield _headline(2, section.title)
        for block in section.blocks:
            yield _block(block, levels)


def _block(block: Block, levels: HeadingLevels) -> str:
    if isinstance(block, Heading):
        return _headline(levels.heading(block.level), block.text)
    return _MAKERS[type(block)](block)


def _headline(level: int, text: str) -> str:
    said = _one_line(text)
    return f"{'#' * level} {said}" if said else ""


def _paragraph(block: Paragraph) -> str:
    return _lines(block.runs)


def _note(block: Note) -> str:
    parts = (
        _bold(block.title),
        _facts(block.points),
        _parted(block.runs),
        _lines(plain(block.source)),
    )
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(filter(None, parts)).split("\n"))


def _key_figures(block: KeyFigures) -> str:
    return _list(f"{_bold(figure.value)} {_one_line(figure.label)}" for figure in block.figures)


def _facts(facts: Sequence[Fact]) -> str:
    return _list(f"{_bold(f'{fact.label}:')} {_lines(fact.runs)}" for fact in facts)


def _items(block: Items) -> str:
    return _list(map(_in_one_line, block.items), _MARKERS[block.marker])


def _table(block: Table) -> str:
    heads = [column.title for column in block.columns]
    right = [column.align is Align.RIGHT for column in block.columns]
    rows = [[_in_one_line(cell.runs) for cell in row.cells] for row in block.rows]
    return _grid(heads, rows, right)


def _timeline(block: TimelineChart) -> str:
    rows = [
        [(_bold if strong else _one_line)(name), *map(_one_line, said)]
        for (name, *said), strong in zip(timeline_rows(block), strong_rows(block), strict=True)
    ]
    return _chart(block.message, TIMELINE_HEADS, rows)


def _bars(block: BarChart) -> str:
    rows = [[_one_line(bar.label), _one_line(bar.text)] for bar in block.bars]
    return _chart(block.message, BAR_HEADS, rows)


def _weeks(block: WeekChart) -> str:
    return _chart(block.message, WEEK_HEADS, week_rows(block))


def _chart(message: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A chart's figures, and what they show."""
    return "\n\n".join(filter(None, (_grid(heads, rows, [False] * len(heads)), _one_line(message))))


def _cards(_block: LinkCards) -> str:
    return NO_CODES


def _cover(block: Cover) -> str:
    lines = _BREAK.join(filter(None, map(_line, block.lines)))
    summary = _lines(block.summary)
    parts = (_line(block.eyebrow), _headline(1, block.title), _line(block.subtitle), lines, summary)
    return "\n\n".join(filter(None, parts))


def _nothing(_block: Contents) -> str:
    """Programs that show Markdown make the contents from the headings themselves."""
    return ""


def _rule(_block: PageBreak) -> str:
    return "---"


def _list(items: Iterable[str], marker: str = "-") -> str:
    goes_on = "\n" + " " * (len(marker) + 1)
    return "\n".join(f"{marker} {item}".rstrip().replace("\n", goes_on) for item in items)


def _grid(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    """A table; one without rows is left out."""
    if not rows:
        return ""
    rule = ["---:" if each else "---" for each in right]
    return "\n".join(f"| {' | '.join(row)} |" for row in (list(map(_one_line, heads)), rule, *rows))


def _bold(text: str) -> str:
    """A text in bold that stands by itself, between blanks."""
    said = _one_line(text)
    return f"**{said}**" if said else ""


def _line(text: str) -> str:
    return _lines(plain(text))


def _one_line(text: str) -> str:
    return _in_one_line(plain(text))


def _lines(runs: Runs) -> str:
    """Text with its line breaks."""
    return _BREAK.join(_each_line(runs))


def _parted(runs: Runs) -> str:
    """Text with its line breaks, whose empty lines part paragraphs."""
    groups = groupby(_every_line(runs), key=bool)
    return "\n\n".join(_BREAK.join(lines) for holds_anything, lines in groups if holds_anything)


def _in_one_line(runs: Runs) -> str:
    """Text where only one line may stand."""
    return " ".join(_each_line(runs))


def _each_line(runs: Runs) -> Iterator[str]:
    """The lines that hold anything."""
    return filter(None, _every_line(runs))


def _every_line(runs: Runs) -> Iterator[str]:
    """All lines, none of which begins a block."""
    for line in paragraphs(tuple(replace(run, text=clean(run.text)) for run in runs)):
        said = _inline(line).strip(" \t")
        # Readers drop a last line of hard spaces, and would show the backslash before it.
        yield _AT_LINE_START.sub(r"\1\\\2", said) if said.strip() else ""


def _inline(runs: Sequence[Run]) -> str:
    made = ""
    for run in runs:
        said = _escaped(run.text) if made.endswith("*") else _emphasised(run)
        link = safe_link(run.link) if run.link and said.strip() else None
        made += f"[{said}](<{_destination(link)}>)" if link else said
    return made


def _emphasised(run: Run) -> str:
    """A run in its look, where its ends are such that the marks cannot be taken for text."""
    said = _escaped(run.text)
    marks = "**" * run.bold + "*" * run.italic
    ends = run.text[:1] + run.text[-1:]
    return f"{marks}{said}{marks}" if marks and ends.isalnum() else said


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _BLANKS.sub(" ", text))


def _destination(link: str) -> str:
    """An address between angle brackets, in which entities and a table's bars count."""
    return link.replace("&", "&amp;").replace("|", "%7C")


_MAKERS: Mapping[type[Any], Callable[[Any], str]] = {
    Paragraph: _paragraph,
    Note: _note,
    KeyFigures: _key_figures,
    Facts: lambda block: _facts(block.facts),
    Items: _items,
    Table: _table,
    TimelineChart: _timeline,
    BarChart: _bars,
    WeekChart: _weeks,
    LinkCards: _cards,
    Cover: _cover,
    Contents: _nothing,
    PageBreak: _rule,
}
