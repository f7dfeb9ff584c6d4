"""The audience: whom the book is for, and what is known of the places where they are looked for."""

from planner.core.catalog import Platform
from planner.core.citations import sources_text
from planner.core.names import genre_name, language_name, market_names
from planner.core.phrasing import listed
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
from planner.export.outline.context import Context, all_checked, facts, paragraphs
from planner.export.outline.marks import platform_cell

LEAD = "What the platforms of this plan are known for; figures are those of the source, on its day."
COLUMNS = (Column("Platform", 1.3), Column("Who is there", 4))


def audience(context: Context) -> Section | None:
    """The readers in the author's words, the markets, and who is on the platforms of the plan."""
    plan, book = context.plan, context.plan.book
    blocks: list[Block] = list(paragraphs(plan.audience))
    told = facts(
        ("Genre", genre_name(context.catalog, book.genre)),
        ("They read", language_name(context.catalog, book.language)),
        ("Markets", listed(market_names(context.catalog, book.markets))),
    )
    blocks += [told] if told else []
    known = context.used_platforms()
    once = all_checked(known)
    rows = tuple(_row(context, platform, once=bool(once)) for platform in known)
    if rows:
        lead = Paragraph(plain(f"{LEAD} {once}".rstrip()))
        blocks += [Heading("Where they are looked for"), lead, Table(COLUMNS, rows)]
    return Section("Audience", tuple(blocks), eyebrow="The book") if plan.audience or rows else None


def _row(context: Context, platform: Platform, *, once: bool) -> Row:
    known = platform.audience
    cited = context.cited(sources_text(platform, (known,)), platform, once=once)
    source = Run(f" {cited}", tone=Tone.MUTED)
    return Row((platform_cell(context, platform.id), Cell((Run(known.text), source))))
