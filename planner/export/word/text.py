"""The text of a Word file as its elements: paragraphs, runs, links.

Each is put at the end of its place at once. The library's own objects look through all that stands there
already for each one more, so that a table of 20,000 rows would take them most of a minute.
"""

import re
from functools import cache
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from lxml.etree import SubElement

from planner.core.languages import base
from planner.core.writing_direction import begins_leftwards
from planner.export.blocks import Run, Runs, Tone, said
from planner.export.isolates import SEPARATOR
from planner.export.languages import written_leftwards
from planner.export.palette import ACCENT, TONES
from planner.export.safe_links import safe_link
from planner.export.text import clean

_NAMESPACES = {"w": nsmap["w"]}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PIECES = re.compile(r"[\n\t]|[^\n\t]+")
_BREAKS = {"\n": "w:br", "\t": "w:tab"}
_RIGHTWARDS = "\u200e"
_EAST = frozenset({"zh", "ja", "ko"})
_COMPLEX = frozenset({"th", "hi", "mr", "ne"})


def element(name: str) -> Any:
    """An element of Word's own names, such as ``w:p``, that stands nowhere yet."""
    return oxml_parser.makeelement(_name(name), nsmap=_NAMESPACES)


def within(parent: Any, name: str, /, **values: str) -> Any:
    """A new last element of another, with attributes of Word's own names."""
    return SubElement(parent, _name(name), {_name(f"w:{key}"): value for key, value in values.items()})


_name = cache(qn)


def kind_of_script(language: str) -> str:
    """Under which of three names Word keeps a language; letters of the other kinds keep theirs."""
    if written_leftwards(language) or base(language) in _COMPLEX:
        return "bidi"
    return "eastAsia" if base(language) in _EAST else "val"


class WordText:
    """Makes the text of one document, whose links belong to its ``part``."""

    def __init__(self, part: Part, *, leftwards: bool) -> None:
        """Begin without links, in a document that is written from right to left or not."""
        self._part = part
        self._leftwards = leftwards
        self._links: dict[str, str] = {}

    def paragraph(
        self, made: Any, runs: Runs, style: str, *, right: bool = False, new_page: bool = False
    ) -> None:
        """Fill a paragraph in the style with this id; ``right`` sets it to the right.

        Its own first letter says which way it runs, and only without one the way of the document.
        """
        leftwards = begins_leftwards(said(runs), self._leftwards)
        # Where it runs leftwards, it begins at the right by itself.
        right = (right or self._leftwards) and not leftwards
        looks = within(made, "w:pPr")
        within(looks, "w:pStyle", val=style)
        if new_page:
            within(looks, "w:pageBreakBefore")
        if leftwards:
            within(looks, "w:bidi")
        if right:
            within(looks, "w:jc", val="right")
        listed = False
        for run in runs:
            text = clean(run.text)
            self._run(made, run, _kept_apart(text, listed=listed) if leftwards else text)
            listed = text.endswith(SEPARATOR)

    def _run(self, paragraph: Any, run: Run, text: str) -> None:
        """A run that says this, within its link where it may have one."""
        link = safe_link(run.link) if run.link else None
        parent = paragraph
        if link:
            parent = within(paragraph, "w:hyperlink")
            parent.set(_name("r:id"), self._link(link))
        made = within(parent, "w:r")
        leftwards = begins_leftwards(run.text)
        if run.bold or run.italic or run.language or link or leftwards or run.tone is not Tone.PLAIN:
            _look(within(made, "w:rPr"), run, linked=bool(link), leftwards=leftwards)
        for piece in _PIECES.findall(text):
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


def _kept_apart(text: str, *, listed: bool) -> str:
    """What a line from right to left lists, such as “3 May”, between marks that keep its own direction.

    Its beginning is ``listed`` too where the text before it ends with a separator.
    """
    items = text.split(SEPARATOR)
    return SEPARATOR.join(
        f"{_RIGHTWARDS}{item}{_RIGHTWARDS}"
        if item and (place or listed) and not begins_leftwards(item)
        else item
        for place, item in enumerate(items)
    )


def _look(looks: Any, run: Run, *, linked: bool, leftwards: bool) -> None:
    """Say how a run looks and what it is spoken in, in the order that Word wants."""
    for name in (*(("w:b", "w:bCs") if run.bold else ()), *(("w:i", "w:iCs") if run.italic else ())):
        within(looks, name)
    if linked or run.tone is not Tone.PLAIN:
        within(looks, "w:color", val=(ACCENT if linked else TONES[run.tone]).removeprefix("#"))
    if linked:
        within(looks, "w:u", val="single")
    if leftwards:
        within(looks, "w:rtl")
    if run.language:
        within(looks, "w:lang", **{kind_of_script(run.language): run.language})


def _say(run: Any, text: str) -> None:
    words = within(run, "w:t")
    words.text = text
    if text != text.strip():
        words.set(_SPACE, "preserve")
