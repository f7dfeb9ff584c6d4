"""The tip sheet: what a shop, a library or a reviewer wants to know of a book, on two pages."""

from dataclasses import replace

from planner.core.days import When, day_text
from planner.core.words import listed, market_names
from planner.export.blocks import Block, Column, Cover, Heading, Section, Table
from planner.export.outline.book import KDP_SELECT, editions, paragraphs, series_text
from planner.export.outline.context import NOTHING, Context, facts, row
from planner.export.outline.opening import cover_block

COMPS = (Column("Title", 2), Column("Author", 1.4), Column("Why", 3.4))


def tip_sheet(context: Context) -> Section:
    """The hook, the facts of trade, the text, the books it stands beside, and whom to write to."""
    book, author = context.plan.book, context.plan.author
    blocks: list[Block] = [_head(context)]
    told = _trade(context)
    blocks += [told] if told else []
    blocks += [editions(book.editions)] if book.editions else []
    for title, text in (("The book", book.blurb), ("Its readers", context.plan.audience)):
        blocks += [Heading(title), *paragraphs(text)] if text else []
    if book.comps:
        rows = tuple(row(comp.title, comp.author or NOTHING, comp.why or NOTHING) for comp in book.comps)
        blocks += [Heading("For readers of"), Table(COMPS, rows)]
    if author.bio or author.platform:
        blocks += [Heading("The author"), *paragraphs(author.bio), *paragraphs(author.platform)]
    contact = facts(("Author", author.name), ("E-mail", author.email), ("Website", author.website))
    blocks += [Heading("Contact"), contact] if contact else []
    return Section("", tuple(blocks))


def _head(context: Context) -> Cover:
    head = cover_block(context)
    genre = context.catalog.genres.get(context.plan.book.genre)
    lines = (context.plan.author.name, genre.name if genre else "", series_text(context.plan.book))
    return replace(head, eyebrow="Tip sheet", lines=tuple(filter(None, lines)))


def _trade(context: Context) -> Block | None:
    book = context.plan.book
    return facts(
        ("On sale", _day(context, book.release)),
        ("Pre-order from", _day(context, book.preorder)),
        ("BISAC", listed(book.bisac)),
        ("Markets", listed(market_names(context.catalog, book.markets))),
        ("Sold", KDP_SELECT[book.kdp_select]),
    )


def _day(context: Context, when: When | None) -> str:
    """A day for people outside, to whom the distance from launch says nothing."""
    day = context.day_of(when)
    return day_text(day) if day else ""
