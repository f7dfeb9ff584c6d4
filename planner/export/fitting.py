"""Keeps a document within the pages that its preset has, and says what gave way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.export.blocks import Block, Cover, Document, Facts, Heading, TimelineChart
from planner.export.choices import Choices
from planner.export.outline import outline
from planner.export.overlong import OVERLONG, is_overlong, readable
from planner.export.presets import PRESETS
from planner.export.shorten import CELLS, HEAD, LINE, Letters, parts, shortened
from planner.export.shown import printed_plan

LINES_OF_A_PAGE = 60
LEAST = 3  # lines, in which a part can say something


def fitted(
    plan: Plan,
    catalog: Catalog,
    rules: RuleBook,
    day: date,
    choices: Choices,
) -> Document:
    """The document of a plan as it was chosen, within its preset's pages.

    Nothing is written: its ``told`` says in sentences what gave way.
    """
    document = outline(plan, catalog, rules, day, choices.preset, choices.without)
    printed = printed_plan(plan, choices, catalog, day)
    document = replace(document, author=readable(printed.author).name)
    if is_overlong(plan if choices.whole else printed):
        document = replace(document, told=(*document.told, OVERLONG))
    pages = PRESETS[choices.preset].pages
    return document if pages is None else within(document, pages, choices)


def within(document: Document, pages: int, choices: Choices) -> Document:
    """The document with its parts as long as the pages allow, and then each by itself as far as it goes.

    Where that would leave each part too few lines to say anything, the cover is small, and then some parts
    are left out; what has room again then, if the others give some of theirs, comes back.
    """
    fit = _Fit(document, pages, choices)
    most = 2 * LINES_OF_A_PAGE * pages
    whole = fit.made(most, {})
    if fit.holds(whole):
        return whole
    own: dict[str, int] = {}
    if fit.longest(own, most) < LEAST:
        fit = replace(fit, document=_with_small_cover(document))
    lines = _left_out(fit, own, most)
    lines = _brought_back(fit, own, max(1, lines))
    _lengthened(fit, own, lines, most)
    return fit.made(lines, own)


@dataclass(frozen=True, slots=True)
class _Fit:
    """A document and the pages it has to fit, on its paper; ``own`` are the lines of some of its parts."""

    document: Document
    pages: int
    choices: Choices

    def made(self, lines: int, own: Mapping[str, int]) -> Document:
        """The document with so many lines in each of the other parts."""
        return shortened(self.document, lines, own, _letters(self.choices))

    def holds(self, made: Document) -> bool:
        """Whether a document made so is within the pages."""
        from planner.export.pdf.writer import page_count

        paper, text_size = self.choices.paper, self.choices.text_size
        return page_count(made, paper=paper, text_size=text_size) <= self.pages

    def longest(self, own: Mapping[str, int], most: int) -> int:
        """The most lines below ``most`` that each of the other parts may have, or 0."""
        return _longest(lambda lines: self.holds(self.made(lines, own)), most)


def _left_out(fit: _Fit, own: dict[str, int], most: int) -> int:
    """Leave parts out until the others have enough lines; returns how many."""
    may_go = _least_needed(fit.document)
    lines = fit.longest(own, most)
    while lines < LEAST and may_go:
        own[may_go.pop(0)] = 0
        lines = fit.longest(own, most)
    return lines


def _brought_back(fit: _Fit, own: dict[str, int], lines: int) -> int:
    """Bring parts back, those that went last first, if the others then still have enough lines."""
    for part in reversed(list(own)):
        back = own | {part: LEAST}
        fewer = fit.longest(back, lines + 1)
        if fewer >= min(LEAST, lines):
            own[part], lines = LEAST, fewer
    return lines


def _lengthened(fit: _Fit, own: dict[str, int], lines: int, most: int) -> None:
    """Give each part by itself what there is room for: all of it, or a few lines more.

    A few lines go first to where they bring all rows of a part, or all words.
    """
    few = (lines + 1, lines + 2, lines + 3)
    _given(fit, own, lines, few, whole=True)
    _given(fit, own, lines, (most, *few), whole=False)


def _given(fit: _Fit, own: dict[str, int], lines: int, steps: tuple[int, ...], *, whole: bool) -> None:
    told = len(fit.made(lines, own).told)
    for extra in steps:
        for part in (HEAD, *parts(fit.document)):
            kept = own.get(part, lines)
            if not kept or kept >= extra:
                continue
            made = fit.made(lines, own | {part: extra})
            if (len(made.told) < told or not whole) and fit.holds(made):
                own[part], told = extra, len(made.told)


def _with_small_cover(document: Document) -> Document:
    sections = [
        replace(section, blocks=tuple(map(_small_if_cover, section.blocks))) for section in document.sections
    ]
    return replace(document, sections=tuple(sections))


def _small_if_cover(block: Block) -> Block:
    return replace(block, small=True) if isinstance(block, Cover) else block


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
