"""The tip sheet: what a shop, a library or a reviewer wants to know of a book, on two pages."""

from dataclasses import replace

from planner.core.days import When, day_text
from planner.core.names import market_names
from planner.core.phrasing import listed
from planner.core.plan import Phase
from planner.export.blocks import Block, Cover, Heading, Items, Run, Runs, Section
from planner.export.outline.book import KDP_SELECT, comps, editions, series_text
from planner.export.outline.context import Context, facts, paragraphs, website
from planner.export.outline.opening import cover_block


def tip_sheet(context: Context) -> Section:
    """The hook, the facts of trade, the text, the books it stands beside, and whom to write to."""
    book, author = context.plan.book, context.plan.author
    blocks: list[Block] = [_head(context)]
    told = _trade(context)
    blocks += [told] if told else []
    blocks += [editions(book.editions)] if book.editions else []
    for title, text in (("The book", book.blurb), ("Its readers", context.plan.audience)):
        blocks += [Heading(title), *paragraphs(text)] if text else []
    blocks += [Heading("For readers of"), comps(book.comps)] if book.comps else []
    if author.bio or author.platform:
        blocks += [Heading("The author"), *paragraphs(author.bio), *paragraphs(author.platform)]
    highlights = _highlights(context)
    blocks += [Heading("Marketing and publicity"), Items(highlights)] if highlights else []
    contact = facts(("Author", author.name), ("E-mail", author.email), ("Website", website(author.website)))
    blocks += [Heading("Contact"), contact] if contact else []
    return Section("", tuple(blocks))


def _head(context: Context) -> Cover:
    head = cover_block(context)
    genre = context.catalog.genres.get(context.plan.book.genre)
    lines = (context.plan.author.name, genre.name if genre else "", series_text(context.plan.book))
    return replace(head, eyebrow="Tip sheet", lines=tuple(filter(None, lines)))


def _highlights(context: Context) -> tuple[Runs, ...]:
    """Where readers will meet the book, a phase each; nothing of money, hours or how it is measured."""
    phases = (phase for phase in context.plan.phases if phase.channels)
    return tuple(_highlight(context, phase) for phase in phases)


def _highlight(context: Context, phase: Phase) -> Runs:
    names = dict.fromkeys(context.platform_name(channel.platform) for channel in phase.channels)
    title = context.phase_title(phase)
    return (Run(f"{title}: " if title else "", bold=True), Run(listed(names)))


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
