"""How well each platform of the plan suits the book, with the facts for and against."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from planner.core.catalog import Platform
from planner.core.fit import FIT_ORDER
from planner.core.fit_words import FIT_MARKS, ORDER, FitExplanation, Reason, explain_fit, fit_label
from planner.export.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Tone,
    plain,
)
from planner.export.outline.context import Context, all_checked, looked
from planner.export.outline.marks import platform_cell

COLUMNS = (Column("Platform", 1.2), Column("What is known", 4.8))


def fit(context: Context) -> Section | None:
    """Every platform that the plan uses, the best fit first."""
    known = sorted(context.used_platforms(), key=lambda platform: platform.name.casefold())
    if not known:
        return None
    once = all_checked(known)
    told = [(platform, explain_fit(context.catalog, platform, context.plan)) for platform in known]
    blocks: list[Block] = [Paragraph(plain(f"{ORDER} {once}".rstrip()), lead=True)]
    for kind in FIT_ORDER:
        rows = tuple(_row(context, *pair, once=bool(once)) for pair in told if pair[1].kind is kind)
        if rows:
            blocks += [Heading(f"{FIT_MARKS[kind]} {fit_label(kind)}"), Table(COLUMNS, rows)]
    return Section("Why these platforms, and why not", tuple(blocks), eyebrow="Fit", new_page=True)


def _row(context: Context, platform: Platform, words: FitExplanation, *, once: bool) -> Row:
    runs: list[Run] = [Run(words.summary)]
    if not once:
        runs.append(Run(f" {looked(platform)}", tone=Tone.MUTED))
    for title, reasons in words.parts:
        runs += [Run(f"\n{title}: ", bold=True), *_sentences(context, reasons, platform)]
    return Row((platform_cell(context, platform.id), Cell(tuple(runs))))


def _sentences(context: Context, reasons: Sequence[Reason], platform: Platform) -> Iterator[Run]:
    """The reasons one after the other; a source of several in a row is said behind the last of them."""
    for number, (reason, following) in enumerate(zip_longest(reasons, reasons[1:])):
        yield Run(f" {reason.text}" if number else reason.text)
        if reason.source and (following is None or following.source != reason.source):
            yield Run(f" {context.cited(reason.source, platform)}", tone=Tone.MUTED)
