"""The link ledger, and the codes to scan."""

from collections.abc import Iterable, Iterator

from planner.core.addresses import parse, tagged
from planner.core.days import when_text
from planner.core.names import place_name
from planner.core.plan import Channel, Link
from planner.core.verdict_words import explain
from planner.core.verdicts import dead_at, is_scanned, judge
from planner.export.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Items,
    LinkCard,
    LinkCards,
    Paragraph,
    Row,
    Run,
    Runs,
    Section,
    Table,
    Tone,
    plain,
)
from planner.export.isolates import SEPARATOR
from planner.export.outline.context import NOTHING, Context, cell, in_one_line
from planner.export.outline.marks import options_text, platform_cell
from planner.export.safe_links import LONGEST_LINK, MAIL, safe_link

COLUMNS = (Column("Channel", 1.5), Column("Link", 2), Column("Where", 1), Column("Address", 3.5))
TOO_LONG = (
    f"has no code and cannot be followed here, as its address has more than {LONGEST_LINK:,} characters"
)
NOT_SAFE = "has no code and cannot be followed here, as its address could mislead"
CODES = {True: "dynamic QR code", False: "static QR code"}
NO_ADDRESS = "This is no web address, so it has no link, no tags and no code."


def links(context: Context) -> Section | None:
    """One row per link, and a code for every address that may be scanned."""
    every = [(channel, link) for _, channel in context.channels() for link in channel.links]
    if not every:
        return None
    table = Table(COLUMNS, tuple(_row(context, channel, link) for channel, link in every))
    cards = tuple(
        _card(context, channel, link) for channel, link in every if _may_be_scanned(context, channel, link)
    )
    blocks: list[Block] = [
        Paragraph(plain("One address for each placement, so that every click can be told apart."), lead=True),
        table,
    ]
    if cards:
        blocks += [Heading("To scan and print"), LinkCards(cards)]
    if without := dict.fromkeys(_without_code(context, every)):
        blocks += [Heading("Without a code"), Items(tuple(without))]
    return Section("Link ledger", tuple(blocks), eyebrow="Links", new_page=True)


def _row(context: Context, channel: Channel, link: Link) -> Row:
    dead = _dead(context, channel, link)
    options = options_text(context, channel, link.options, link.placement)
    shown = (Run(dead, tone=Tone.OFF),) if dead else _address(tagged(link))
    ends = f"until {when_text(link.expires, context.plan.launch)}" if link.expires is not None else ""
    code = "" if link.dynamic_qr is None else CODES[link.dynamic_qr]
    beside = in_one_line(options, code, ends)
    label = (Run(link.label or NOTHING), Run(f"{SEPARATOR}{beside}" if beside else "", tone=Tone.MUTED))
    where = place_name(context.catalog, link.placement) or NOTHING
    name = platform_cell(context, channel.platform)
    return Row((name, Cell(label), cell(where), Cell(shown)), muted=bool(dead))


def _address(address: str) -> Runs:
    """An address to follow, or what was typed in its place and that it is none."""
    if _is_address(address):
        return (Run(address, tone=Tone.ACCENT, link=address),)
    typed = Run(address or NOTHING, tone=Tone.MUTED)
    return (typed, Run(f"\n{NO_ADDRESS}", tone=Tone.CAREFUL)) if address else (typed,)


def why_no_address(context: Context, channel: Channel, link: Link) -> str:
    """Why a link has no address that anybody can follow, else nothing."""
    address = tagged(link)
    return _dead(context, channel, link) or (NO_ADDRESS if address and not _is_address(address) else "")


def _dead(context: Context, channel: Channel, link: Link) -> str:
    """Why a link is shown without its address: its platform or placement makes it useless, else nothing."""
    platform = context.platform(channel)
    fact = dead_at(context.catalog, platform, link) if platform else None
    return fact.text if fact else ""


def _may_be_scanned(context: Context, channel: Channel, link: Link) -> bool:
    return _could_be_scanned(context, channel, link) and not _code_barred(context, channel, link)


def _could_be_scanned(context: Context, channel: Channel, link: Link) -> bool:
    return _is_address(tagged(link)) and not _dead(context, channel, link)


def _code_barred(context: Context, channel: Channel, link: Link) -> str:
    """Why no code can stand where a link does, else nothing."""
    platform, catalog = context.platform(channel), context.catalog
    if platform is None:
        return ""
    scanned = [option.id for option in catalog.options.values() if option.scanned]
    verdicts = [
        judge(catalog, platform, option, context.situation(platform), link.placement) for option in scanned
    ]
    grey = [verdict for verdict in verdicts if not verdict.usable]
    return explain(catalog, platform, grey[0]).reason if grey and len(grey) == len(scanned) else ""


def _without_code(context: Context, every: Iterable[tuple[Channel, Link]]) -> Iterator[Runs]:
    """The places for which the author wants a code that cannot stand there, each with the reason."""
    for channel, link in every:
        reason = _code_barred(context, channel, link)
        if reason and is_scanned(context.catalog, link) and _could_be_scanned(context, channel, link):
            name = context.platform_name(channel.platform)
            where = in_one_line(name, place_name(context.catalog, link.placement))
            yield (Run(f"{where}. ", bold=True), Run(reason))


def _is_address(text: str) -> bool:
    """Whether a text is a web address or one for mail, which may be followed unless it could mislead."""
    return parse(text) is not None or text.strip().lower().startswith(MAIL)


def _card(context: Context, channel: Channel, link: Link) -> LinkCard:
    where, address = place_name(context.catalog, link.placement), tagged(link)
    name = context.platform_name(channel.platform)
    note = in_one_line(name, where, "" if safe_link(address) else _why_no_code(address))
    return LinkCard(label=link.label or name, address=address, note=note)


def _why_no_code(address: str) -> str:
    return TOO_LONG if len(address.strip()) > LONGEST_LINK else NOT_SAFE
