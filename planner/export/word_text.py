"""The text of a Word file as its elements: paragraphs, runs, links, rows of tables.

Each is put at the end of its place at once. The library's own objects look through all that stands there
already for each one more, so that a table of 20,000 rows would take them most of a minute.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from lxml.etree import SubElement

from planner.export.blocks import Run, Runs
from planner.export.text import clean, safe_link

_LINK_COLOUR = "1F5F5B"
_NAMESPACES = {"w": nsmap["w"]}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PIECES = re.compile(r"[\n\t]|[^\n\t]+")
_BREAKS = {"\n": "w:br", "\t": "w:tab"}
_WAYS = frozenset({"L", "R", "AL"})
# Word asks for a language by kinds of script.
_SCRIPTS = ("val", "eastAsia", "bidi")


def element(name: str) -> Any:
    """An element of Word's own names, such as ``w:p``, that stands nowhere yet."""
    return oxml_parser.makeelement(_name(name), nsmap=_NAMESPACES)


def within(parent: Any, name: str, /, **values: str) -> Any:
    """A new last element of another, with attributes of Word's own names."""
    return SubElement(parent, _name(name), {_name(f"w:{key}"): value for key, value in values.items()})


_name = cache(qn)


class WordText:
    """Makes the text of one document, whose links belong to its ``part``."""

    def __init__(self, part: Part) -> None:
        """Begin without links."""
        self._part = part
        self._links: dict[str, str] = {}

    def paragraph(self, made: Any, runs: Runs, style: str = "", *, right: bool = False) -> None:
        """Fill a paragraph: in the style with this id, or the usual one; ``right`` sets it to the right."""
        if style or right:
            looks = within(made, "w:pPr")
            if style:
                within(looks, "w:pStyle", val=style)
            if right:
                within(looks, "w:jc", val="right")
        for run in runs:
            self._run(made, run)

    def row(
        self, table: Any, cells: Iterable[Runs], widths: Sequence[int], right: Sequence[bool], *, head: bool
    ) -> None:
        """Add a row to a table of columns so many twentieths of a point wide; a ``head`` is repeated."""
        made = within(table, "w:tr")
        if head:
            within(within(made, "w:trPr"), "w:tblHeader")
        for runs, width, at_right in zip(cells, widths, right, strict=True):
            cell = within(made, "w:tc")
            within(within(cell, "w:tcPr"), "w:tcW", type="dxa", w=str(width))
            self.paragraph(within(cell, "w:p"), runs, right=at_right)

    def _run(self, paragraph: Any, run: Run) -> None:
        """A run, within its link where it may have one."""
        link = safe_link(run.link) if run.link else None
        parent = paragraph
        if link:
            parent = within(paragraph, "w:hyperlink")
            parent.set(_name("r:id"), self._link(link))
        made = within(parent, "w:r")
        leftwards = _runs_leftwards(run.text)
        if run.bold or run.italic or run.language or link or leftwards:
            _look(within(made, "w:rPr"), run, linked=bool(link), leftwards=leftwards)
        for piece in _PIECES.findall(clean(run.text)):
            if piece in _BREAKS:
                within(made, _BREAKS[piece])
            else:
                _say(made, piece)

    def _link(self, address: str) -> str:
        """The number of an address among what belongs to the document."""
        if address not in self._links:
            known = self._links[address] = f"link{len(self._links) + 1}"
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, known, is_external=True)
        return self._links[address]


def _runs_leftwards(text: str) -> bool:
    """Whether the first letter of the text is of a script from right to left."""
    ways = () if text.isascii() else map(unicodedata.bidirectional, text)
    return next((way for way in ways if way in _WAYS), "L") != "L"


def _look(looks: Any, run: Run, *, linked: bool, leftwards: bool) -> None:
    """Say how a run looks and what it is spoken in, in the order that Word wants."""
    if run.bold:
        within(looks, "w:b")
    if run.italic:
        within(looks, "w:i")
    if linked:
        within(looks, "w:color", val=_LINK_COLOUR)
        within(looks, "w:u", val="single")
    if leftwards:
        within(looks, "w:rtl")
    if run.language:
        within(looks, "w:lang", **dict.fromkeys(_SCRIPTS, run.language))


def _say(run: Any, text: str) -> None:
    words = within(run, "w:t")
    words.text = text
    if text != text.strip():
        words.set(_SPACE, "preserve")
