"""One maker for each kind of block; headings are kept in order, whatever stands before them."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any

from planner.export.blocks import (
    Align,
    BarChart,
    Block,
    Column,
    Contents,
    Cover,
    Document,
    Fact,
    Facts,
    Heading,
    Items,
    KeyFigures,
    LinkCard,
    LinkCards,
    Marker,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Runs,
    Section,
    Table,
    TimelineChart,
    WeekChart,
    head_of,
    plain,
)
from planner.export.heading_levels import HeadingLevels
from planner.export.html.charts import bars, timeline, weeks
from planner.export.html.markup import NO_MARKUP, Markup, joined, runs, said, tag
from planner.export.languages import Languages
from planner.export.qr_code import QUIET, code_text, qr_code
from planner.export.safe_links import safe_link

MANY_COLUMNS = 5


class Parts:
    """Makes the parts of a page, one after the other."""

    def __init__(self, document: Document) -> None:
        """Name the sections that have a title, for the contents."""
        self._titles = {
            f"section-{number}": section.title
            for number, section in enumerate(document.sections, start=1)
            if section.title
        }
        self._levels = HeadingLevels()
        self._languages = Languages(document)

    def _runs(self, stretches: Runs) -> Markup:
        return runs(self._languages.mark(stretches))

    def said(self, text: str) -> Markup:
        """Text, in which it shows where the language changes."""
        return self._runs(plain(text))

    def section(self, number: int, section: Section) -> Markup:
        """A section; one with a title is named by it."""
        anchor = f"section-{number}" if section.title else ""
        self._levels.section(section.title)
        title = tag("h2", self.said(section.title), id=anchor) if section.title else NO_MARKUP
        return tag(
            "section",
            joined(self._line(section.eyebrow, "eyebrow"), title, *map(self.block, section.blocks)),
            aria_labelledby=anchor,
            class_="new-page" * section.new_page,
        )

    def block(self, block: Block) -> Markup:
        """Any block."""
        return _MAKERS[type(block)](self, block)

    def heading(self, block: Heading) -> Markup:
        """A heading within a section."""
        return tag(f"h{self._levels.heading(block.level)}", self.said(block.text))

    def paragraph(self, block: Paragraph) -> Markup:
        """Running text."""
        return tag("p", self._runs(block.runs), class_="lead" * block.lead)

    def note(self, block: Note) -> Markup:
        """A panel with a bar in the colour of its tone."""
        title = tag("p", tag("strong", self.said(block.title))) if block.title else NO_MARKUP
        points = self._facts(block.points) if block.points else NO_MARKUP
        text = tag("p", self._runs(block.runs), class_="typed") if block.runs else NO_MARKUP
        source = self._line(block.source, "small")
        return tag("div", joined(title, points, text, source), role="note", class_=f"note {block.tone.value}")

    def key_figures(self, block: KeyFigures) -> Markup:
        """Numbers and what they count."""
        pairs = (
            tag("div", tag("dt", self.said(each.label)), tag("dd", self.said(each.value)))
            for each in block.figures
        )
        return tag("dl", *pairs, class_="figures")

    def facts(self, block: Facts) -> Markup:
        """Labels and facts."""
        return self._facts(block.facts)

    def items(self, block: Items) -> Markup:
        """A list."""
        name = "ol" if block.marker is Marker.NUMBER else "ul"
        items = (tag("li", self._runs(item)) for item in block.items)
        return tag(name, joined(*items), class_="check" * (block.marker is Marker.CHECK))

    def table(self, block: Table) -> Markup:
        """A table; one without rows is left out."""
        if not block.rows:
            return NO_MARKUP
        heads = tag("thead", tag("tr", *map(self._head, block.columns)))
        rows = (self._row(block.columns, row) for row in block.rows)
        table = tag("table", _widths(block.columns), heads, tag("tbody", joined(*rows)))
        if len(block.columns) < MANY_COLUMNS:
            return table
        heads_said = ", ".join(column.title for column in block.columns if column.title)
        # What can be moved sideways has to be reached by keyboard too.
        return tag("div", table, class_="wide", role="group", aria_label=heads_said, tabindex="0")

    def timeline(self, block: TimelineChart) -> Markup:
        """A timeline."""
        return timeline(block, self.said)

    def bars(self, block: BarChart) -> Markup:
        """A bar chart."""
        return bars(block, self.said)

    def weeks(self, block: WeekChart) -> Markup:
        """A chart of hours a week."""
        return weeks(block, self.said)

    def link_cards(self, block: LinkCards) -> Markup:
        """Addresses with their codes."""
        return tag("ul", joined(*map(self._card, block.cards)), class_="cards")

    def cover(self, block: Cover) -> Markup:
        """The head of the document."""
        return tag(
            "header",
            joined(
                _picture(block.picture, self._languages.ours) if block.picture else NO_MARKUP,
                self._line(block.eyebrow, "eyebrow"),
                tag("h1", self.said(block.title)),
                self._line(block.subtitle, "lead"),
                *(self._line(line, "muted") for line in block.lines),
                tag("p", self._runs(block.summary)) if block.summary else NO_MARKUP,
            ),
        )

    def contents(self, block: Contents) -> Markup:
        """The list of sections, as links to them."""
        items = (
            tag("li", tag("a", self.said(title), href=f"#{anchor}")) for anchor, title in self._titles.items()
        )
        title = tag("p", tag("strong", self.said(block.title)))
        return tag("nav", title, tag("ul", joined(*items)), aria_label=block.title, lang=self._languages.ours)

    def page_break(self, _block: PageBreak) -> Markup:
        """A new page on paper."""
        return tag("hr")

    def _line(self, text: str, look: str) -> Markup:
        return tag("p", self.said(text), class_=look) if text else NO_MARKUP

    def _facts(self, facts: tuple[Fact, ...]) -> Markup:
        pairs = (
            tag("div", tag("dt", self.said(fact.label)), tag("dd", self._runs(fact.runs))) for fact in facts
        )
        return tag("dl", joined(*pairs), class_="facts")

    def _head(self, column: Column) -> Markup:
        look = "figure" * (column.align is Align.RIGHT)
        return tag("th", self.said(column.title), scope="col", class_=look) if column.title else tag("td")

    def _row(self, columns: tuple[Column, ...], row: Row) -> Markup:
        """A row; its first cell that says anything is its header, if the first column has a name."""
        head = head_of(row) if columns[0].title else None
        cells = [
            tag(
                "th" if place == head else "td",
                self._runs(cell.runs),
                scope="row" if place == head else "",
                class_="figure" * (column.align is Align.RIGHT),
            )
            for place, (column, cell) in enumerate(zip(columns, row.cells, strict=True))
        ]
        return tag("tr", *cells, class_="aside" if row.muted else "strong" * row.strong)

    def _card(self, card: LinkCard) -> Markup:
        link = safe_link(card.address)
        address = tag("a", said(card.address), href=link, rel="noreferrer") if link else said(card.address)
        words = tag(
            "div",
            tag("p", tag("strong", self.said(card.label))),
            tag("p", address),
            self._line(card.note, "small"),
        )
        return tag("li", _code(link, self._languages.ours) if link else NO_MARKUP, words)


def _picture(picture: Picture, language: str) -> Markup:
    """A picture whose bytes stand in the page itself; ``language`` is that of its words."""
    source = f"data:image/jpeg;base64,{b64encode(picture.jpeg).decode('ascii')}"
    width, height = str(picture.width), str(picture.height)
    return tag("img", src=source, alt=picture.alt, width=width, height=height, lang=language)


def _widths(columns: tuple[Column, ...]) -> Markup:
    whole = sum(column.weight for column in columns)
    return tag("colgroup", *(tag("col", style=f"width: {column.weight / whole:.1%}") for column in columns))


def _code(link: str, language: str) -> Markup:
    """The QR code of an address in ASCII, dark on white in any light, as scanners want it."""
    code = qr_code(link)
    path = "".join(f"M{column} {row}h{length}v1h-{length}z" for row, column, length in code.stretches)
    whole = code.modules + 2 * QUIET
    drawn = tag(
        "svg",
        tag("path", fill="#fff", d=f"M-{QUIET}-{QUIET}h{whole}v{whole}h-{whole}z"),
        tag("path", d=path),
        viewBox=f"-{QUIET} -{QUIET} {whole} {whole}",
    )
    return tag("div", drawn, class_="code", role="img", aria_label=code_text(link), lang=language)


_MAKERS: Mapping[type[Any], Callable[[Parts, Any], Markup]] = {
    Heading: Parts.heading,
    Paragraph: Parts.paragraph,
    Note: Parts.note,
    KeyFigures: Parts.key_figures,
    Facts: Parts.facts,
    Items: Parts.items,
    Table: Parts.table,
    TimelineChart: Parts.timeline,
    BarChart: Parts.bars,
    WeekChart: Parts.weeks,
    LinkCards: Parts.link_cards,
    Cover: Parts.cover,
    Contents: Parts.contents,
    PageBreak: Parts.page_break,
}
