"""Keeps a document within the pages that its preset has, and says before it is written what gave way."""

from collections.abc import Callable
from datetime import date

from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.export.blocks import Document
from planner.export.choices import Choices
from planner.export.outline import outline
from planner.export.presets import PRESETS
from planner.export.shorten import parts, shortened

LINES_OF_A_PAGE = 60


def fitted(
    plan: Plan,
    catalog: Catalog,
    rules: RuleBook,
    day: date,
    choices: Choices,
) -> Document:
    """The document of a plan as it was chosen, within its preset's pages.

    Nothing is written: its ``shortened`` says in sentences what gave way, to be shown before an export.
    """
    document = outline(plan, catalog, rules, day, choices.preset, choices.without)
    pages = PRESETS[choices.preset].pages
    return document if pages is None else within(document, pages, choices.paper)


def within(document: Document, pages: int, paper: str) -> Document:
    """The document with all its parts as long as the pages allow, then each by itself as far as it goes."""
    from planner.export.pdf.writer import page_count

    def fits(made: Document) -> bool:
        return page_count(made, paper=paper) <= pages

    most = 2 * LINES_OF_A_PAGE * pages
    whole = shortened(document, most)
    if fits(whole):
        return whole
    lines = _longest(lambda lines: fits(shortened(document, lines)), most)
    more: dict[str, int] = {}
    for part in parts(document):
        for extra in (most, lines + 3, lines + 2, lines + 1):
            if fits(shortened(document, lines, more | {part: extra})):
                more[part] = extra
                break
    return shortened(document, lines, more)


def _longest(fits: Callable[[int], bool], most: int) -> int:
    """The largest number below ``most`` that fits, found by halving; 1 if none does."""
    low, high = 1, most - 1
    while low < high:
        middle = (low + high + 1) // 2
        if fits(middle):
            low = middle
        else:
            high = middle - 1
    return low
