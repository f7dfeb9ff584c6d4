"""A document with every kind of block, all of whose texts try to be more than text."""

from datetime import date

from planner.export.blocks import (
    Align,
    Bar,
    BarChart,
    Block,
    Cell,
    Column,
    Contents,
    Cover,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    Items,
    KeyFigures,
    LinkCard,
    LinkCards,
    Marker,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Tick,
    TimeBar,
    TimelineChart,
    Tone,
    plain,
)

DAY = date(2027, 1, 5)
HOSTILE = (
    "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>",
    "[here](javascript:alert(1)) ![x](http://x.example/p.png) <http://x.example/>",
    "a | b || c\\| d",
    "# no heading\n- no item\n1. no number\n> no quote\n```\n---\n===\n    no code",
    "**not bold** _not slanted_ `no code` ~~there~~ &lt;kept&amp; http://x.example/",
    "\" onmouseover=\"alert(1)' x='",
    "\x00\x1b[31m\ud800\ufffe\u202e ]]> {{ 7 * 7 }} ${x}",
    "=1+1|' /C calc'!A0",
)
SAFE = "https://books.example/a?b=1&c=<d>"
UNSAFE = "javascript:alert(1)"


def hostile_document(text: str) -> Document:
    """The document; its safe address can be followed, its unsafe one nowhere."""
    looks = tuple(Run(text, bold=True, italic=True, tone=tone) for tone in Tone)
    linked = (Run(text, link=SAFE), Run(text, link=UNSAFE), *looks)
    columns = (Column(text), Column("", align=Align.RIGHT))
    rows = (Row((Cell(linked), Cell(plain(text)))), Row((Cell(()), Cell(looks)), muted=True, strong=True))
    blocks: tuple[Block, ...] = (
        Contents(text),
        Heading(text, 3),
        Heading(text),
        Paragraph(linked, lead=True),
        Note(linked, text, text, Tone.DANGER, (Fact(text, linked),)),
        KeyFigures((Figure(text, text),)),
        Facts((Fact(text, linked),)),
        *(Items((linked, plain(text)), marker) for marker in Marker),
        Table(columns, rows),
        Table(columns, ()),
        TimelineChart(
            DAY, DAY, (Tick(DAY, text),), (TimeBar(text, DAY, DAY, text, text),), Tick(DAY, text), text
        ),
        BarChart((Bar(text, 1.0, text, text), Bar(text, 0.0, text, "#1f5f5b")), text),
        BarChart(()),
        PageBreak(),
        LinkCards((LinkCard(text, SAFE, text), LinkCard(text, UNSAFE))),
    )
    cover = Cover(text, text, text, (text,), linked, text, text)
    sections = (Section("", (cover,)), Section(text, blocks, text, new_page=True))
    return Document(text, text, DAY, sections, text, text, text)
