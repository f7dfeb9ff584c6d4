"""The book: its basics, and where it stands among others."""

from planner.core.names import genre_name, language_name, market_names
from planner.core.phrasing import listed
from planner.core.plan import Book, Comp, Edition
from planner.export.blocks import Align, Block, Column, Heading, Paragraph, Section, Table, plain
from planner.export.outline.context import NOTHING, Context, facts, paragraphs, row

KDP_SELECT = {True: "In KDP Select (e-book only on Amazon)", False: "Wide", None: ""}


def basics(context: Context) -> Section | None:
    """What the book is, in which editions, and who wrote it."""
    book, author = context.plan.book, context.plan.author
    told = facts(
        ("Title", f"{book.title}: {book.subtitle}" if book.subtitle else book.title),
        ("Series", series_text(book)),
        ("Genre", genre_name(context.catalog, book.genre)),
        ("BISAC", listed(book.bisac)),
        ("Language", language_name(context.catalog, book.language)),
        ("Markets", listed(market_names(context.catalog, book.markets))),
        ("Release", context.when(book.release)),
        ("Pre-order from", context.when(book.preorder) if book.preorder is not None else ""),
        ("Final file", context.when(book.final_file) if book.final_file is not None else ""),
        ("Distribution", KDP_SELECT[book.kdp_select]),
        ("Term of KDP Select", context.when(book.select_since) if book.select_since is not None else ""),
        ("Author", author.name),
    )
    blocks: list[Block] = [told] if told else []
    if book.editions:
        blocks += [Heading("Editions"), editions(book.editions)]
    if book.blurb:
        blocks += [Heading("Blurb"), *paragraphs(book.blurb)]
    return Section("Book basics", tuple(blocks), eyebrow="The book", new_page=True) if blocks else None


def series_text(book: Book) -> str:
    """The series with the book's place in it."""
    return f"{book.series}, book {book.series_number}" if book.series_number else book.series


def editions(every: tuple[Edition, ...]) -> Table:
    """A row per edition with its price and numbers."""
    columns = (Column("Edition", 2), Column("Price", 1, Align.RIGHT), Column("ISBN", 2), Column("ASIN", 2))
    rows = (
        row(
            str(edition.kind).capitalize(),
            edition.price.text if edition.price else NOTHING,
            edition.isbn or NOTHING,
            edition.asin or NOTHING,
        )
        for edition in every
    )
    return Table(columns, tuple(rows))


def comps(every: tuple[Comp, ...]) -> Table:
    """A row per comparable title with why its readers would like both."""
    rows = (row(comp.title or NOTHING, comp.author or NOTHING, comp.why or NOTHING) for comp in every)
    return Table((Column("Title", 2), Column("Author", 1.4), Column("Why", 3.4)), tuple(rows))


def positioning(context: Context) -> Section | None:
    """What the book promises its readers, and what they have read."""
    plan = context.plan
    blocks: list[Block] = []
    if plan.book.hook:
        blocks.append(Paragraph(plain(plan.book.hook), lead=True))
    blocks += paragraphs(plan.positioning)
    if plan.book.comps:
        blocks += [Heading("Comparable titles"), comps(plan.book.comps)]
    return Section("Positioning", tuple(blocks), eyebrow="The book") if blocks else None
