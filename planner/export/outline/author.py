"""The author's platform: who they are, and the readers they can reach today."""

from planner.core.names import language_name, market_names
from planner.core.phrasing import listed
from planner.core.plan import Account
from planner.export.blocks import Align, Block, Column, Heading, Row, Section, Table
from planner.export.outline.context import NOTHING, Context, cell, facts, in_one_line, paragraphs, website
from planner.export.outline.marks import platform_cell

COLUMNS = (
    Column("Platform", 1.8),
    Column("Account", 1.8),
    Column("Kind", 1.6),
    Column("Languages", 1),
    Column("Followers", 0.9, Align.RIGHT),
    Column("On the list", 0.9, Align.RIGHT),
)


def author(context: Context) -> Section | None:
    """The author's words on themselves, and a row for each of their accounts."""
    who = context.plan.author
    blocks: list[Block] = [*paragraphs(who.bio), *paragraphs(who.platform)]
    told = facts(("Website", website(who.website)), ("E-mail", who.email))
    blocks += [told] if told and blocks else []
    if context.plan.accounts:
        rows = tuple(_row(context, account) for account in context.plan.accounts)
        blocks += [Heading("Accounts"), Table(COLUMNS, rows)]
    return Section("Author platform", tuple(blocks), eyebrow="The author") if blocks else None


def _row(context: Context, account: Account) -> Row:
    languages = listed(language_name(context.catalog, code) for code in account.languages)
    region = ", ".join(market_names(context.catalog, (account.region,))) if account.region else ""
    return Row(
        (
            platform_cell(context, account.platform),
            cell(account.handle or NOTHING),
            cell(in_one_line(account.type, region) or NOTHING),
            cell(languages or NOTHING),
            *(cell(NOTHING if n is None else f"{n:,}") for n in (account.followers, account.list_size)),
        )
    )
