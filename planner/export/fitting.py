"""Keeps a document within the pages that its preset has, and says before it is written what gave way."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from itertools import pairwise

from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.export.blocks import Document, Facts, Heading, TimelineChart
from planner.export.choices import Choices
from planner.export.outline import outline
from planner.export.presets import PRESETS
from planner.export.shorten import CELLS, HEAD, LINE, Letters, parts, shortened

LINES_OF_A_PAGE = 60
LEAST = 3


def fitted(
    plan: Plan,
    catalog: Catalog,
    rules: RuleBook,
    day: date,
    choices: Choices,
) -> Document:
    """The document of a plan as it was chosen, within its preset's pages.

    Nothing is written: its ``told`` says in sentences what gave way, to be shown before an export.
    """
    document = outline(plan, catalog, rules, day, choices.preset, choices.without)
    pages = PRESETS[choices.preset].pages
    return document if pages is None else within(document, pages, choices)


def within(document: Document, pages: int, choices: Choices) -> Document:
    """The document with its parts as long as the pages allow, and then each by itself as far as it goes.

    Where that would leave each part too few lines to say anything, some parts are left out; what has room
    again then, if the others give some of theirs, comes back.
    """
    from planner.export.pdf.writer import page_count

    made_with = partial(shortened, document, letters=_letters(choices))

    def fits(made: Document) -> bool:
        return page_count(made, paper=choices.paper, text_size=choices.text_size) <= pages

    most = 2 * LINES_OF_A_PAGE * pages
    whole = made_with(most)
    if fits(whole):
        return whole

    def longest(own: Mapping[str, int], most: int) -> int:
        return _longest(lambda lines: fits(made_with(lines, own)), most)

    own: dict[str, int] = {}
    may_go = _least_needed(document)
    lines = longest(own, most)
    while lines < LEAST and may_go:
        own[may_go.pop(0)] = 0
        lines = longest(own, most)
    lines = max(1, lines)
    for part in reversed(list(own)):
        back = own | {part: LEAST}
        fewer = longest(back, lines + 1)
        if fewer >= min(LEAST, lines):
            own, lines = back, fewer
    for extra in (most, lines + 1, lines + 2, lines + 3):
        for part in (HEAD, *parts(document)):
            kept = own.get(part, lines)
            if kept and kept < extra and fits(made_with(lines, own | {part: extra})):
                own[part] = extra
    return made_with(lines, own)


def _letters(choices: Choices) -> Letters:
    """How many letters stand in a line of the paper that was chosen."""
    from planner.export.pdf.style import PAPERS, READING_WIDTH, paper_for

    width = paper_for(choices.paper, choices.text_size).text_width
    return Letters(
        round(LINE * min(1.0, width / READING_WIDTH)), round(CELLS * width / PAPERS["a4"].text_width)
    )


def _least_needed(document: Document) -> list[str]:
    """The parts in the order in which they may go: charts, whose days stand in a table, then from the end.

    Lists of facts go last: they are short, and one of them says whom to write to.
    """
    kinds: dict[str, type[object]] = {
        before.text: type(block)
        for section in document.sections
        for before, block in pairwise(section.blocks)
        if isinstance(before, Heading)
    }
    turns: dict[type[object] | None, int] = {TimelineChart: 2, Facts: 0}
    return sorted(parts(document), key=lambda part: turns.get(kinds.get(part), 1))[::-1]


def _longest(fits: Callable[[int], bool], most: int) -> int:
    """The largest number below ``most`` that fits, found by halving; 0 if none does."""
    low, high = 0, most - 1
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low
