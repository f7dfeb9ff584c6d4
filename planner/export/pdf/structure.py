"""What each part of a page is, for those who hear it: the structure tree of a tagged PDF (ISO 32000-1, 14.8).

How to tag: a box carries an :class:`Element` as its ``tag``, which the pen opens while the box is shown. So
elements nest as boxes do: a row with the tag ``TR`` whose boxes have the tags ``TD`` needs to say no more.
What is given a ``parent`` belongs to that one instead, wherever it is shown: ``Element("LI", parent=items)``.
The halves of a split box keep their tag: a cell that goes on over the page is still one cell.

Code that draws by itself says ``with pen.tag(Element("P")):``. Text outside any element is an artifact, which
screen readers pass over, and so is every line and shape outside a figure. ``ARTIFACT`` as a tag makes one of
all within a box. Links and stretches in another language become elements by the ``tag`` of their ``Paint``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from planner.export.languages import language_tag
from planner.export.text import clean

REVERSED: Final = "ReversedChars"
_MARK_BITS: Final = 24
_HEADINGS: Final = frozenset(f"H{level}" for level in range(1, 7))
_EMPTY_STANDS: Final = frozenset({"TD", "TH"})
_WHOLE: Final = frozenset({"Artifact", "Figure"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A link's annotation as a kid of its element: the number of its object, and the page it lies on."""

    number: int
    page: int


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document, of one of the standard kinds such as ``P`` or ``TD``.

    ``details`` is what else is said of it, as PDF; the functions below write it. A figure has a ``width``.
    """

    kind: str
    parent: "Element | None" = None
    details: str = ""
    width: float = 0.0
    box: str = ""
    kids: list["Kid"] = field(default_factory=list)
    placed: bool = False
    number: int = 0

    @property
    def whole(self) -> bool:
        """Whether all that is drawn within belongs to this element itself."""
        return self.kind in _WHOLE


Kid = Element | Reference | int

ARTIFACT: Final = Element("Artifact")
RUNNING_FOOT: Final = Element("Artifact", details="/Type/Pagination/Subtype/Footer")
_COLUMN_HEAD: Final = "/A<</O/Table/Scope/Column>>"
_ROW_HEAD: Final = "/A<</O/Table/Scope/Row>>"


def column_head() -> Element:
    """The head of a column."""
    return Element("TH", details=_COLUMN_HEAD)


def row_head() -> Element:
    """The cell that names its row."""
    return Element("TH", details=_ROW_HEAD)


def list_of_items(numbering: str = "None") -> Element:
    """A list; ``numbering`` says what its labels are, such as ``Decimal`` or ``Disc``."""
    return Element("L", details=f"/A<</O/List/ListNumbering/{numbering}>>")


def body_of_item(parent: Element) -> Element:
    """The body of a new item of a list."""
    return Element("LBody", Element("LI", parent))


def figure(alternative: str, width: float, language: str) -> Element:
    """A picture of some width, with what it shows in words, in a ``language`` if not the document's."""
    return Element("Figure", None, f"/Alt{pdf_text(alternative)}{_in_language(language)}", width)


def spoken(language: str, kind: str = "Span") -> Element:
    """A stretch of text in a language, a BCP 47 tag."""
    return Element(kind, details=_in_language(language))


def _in_language(language: str) -> str:
    return f"/Lang({language_tag(language)})" if language else ""


def pdf_text(text: str) -> str:
    """The text, cleaned, as a string of a PDF."""
    return f"<FEFF{clean(text).encode('utf-16-be').hex().upper()}>"


class Structure:
    """The tree of one document, and which of its elements each mark on each page belongs to."""

    def __init__(self) -> None:
        """Begin with an empty document."""
        self.root = Element("Document", placed=True)
        self.marks: list[list[Element]] = [[]]
        self.links: list[Element] = []

    def place(self, element: Element, under: Element | None) -> None:
        """Give an element that is met for the first time its place: in its parent, or else ``under``."""
        if element.placed:
            return
        element.placed = True
        if element.parent is None:
            element.parent = under or self.root
        else:
            self.place(element.parent, under)
        element.parent.kids.append(element)

    def begin(self, element: Element, *, leftwards: bool = False) -> str:
        """The operator that begins a new mark of this page, for what is drawn next of the element.

        Readers of a mark often miss what lies in marks within it, so words from right to left have their own.
        """
        if element.kind == "Artifact":
            return f"/Artifact <<{element.details}>> BDC" if element.details else "/Artifact BMC"
        page = self.marks[-1]
        mark = len(page)
        page.append(element)
        element.kids.append(self.page << _MARK_BITS | mark)
        return f"/{REVERSED if leftwards else element.kind} <</MCID {mark}>> BDC"

    def link(self, element: Element, number: int) -> Reference:
        """Make an annotation of this page a kid of its element."""
        reference = Reference(number, self.page)
        element.kids.append(reference)
        self.links.append(element)
        return reference

    def put_at(self, element: Element, box: tuple[float, float, float, float]) -> None:
        """Say where on the page a figure lies; one that goes on over pages has no such place."""
        corners = " ".join(f"{corner:.2f}" for corner in box)
        element.box = "" if element.kids else f"/A<</O/Layout/Placement/Block/BBox[{corners}]>>"

    @property
    def page(self) -> int:
        """The page that is being drawn, from 0."""
        return len(self.marks) - 1

    def end_page(self) -> None:
        """Begin the next page."""
        self.marks.append([])

    def elements(self) -> list[Element]:
        """Every element that holds something, each before its kids."""
        _prune(self.root)
        elements = list(_walk(self.root))
        _close_gaps(elements)
        return elements

    def body(self, element: Element, pages: list[int], root: int) -> bytes:
        """An element's object, of which all numbers are known; ``root`` is that of the tree's."""
        own_page, kids = self._kids(element, pages)
        parent = element.parent.number if element.parent else root
        within = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
        place = "" if own_page is None else f"/Pg {pages[own_page]} 0 R"
        return f"<</S/{element.kind}/P {parent} 0 R{within}{place}{element.details}{element.box}>>".encode(
            "latin-1"
        )

    def _kids(self, element: Element, pages: list[int]) -> tuple[int | None, list[str]]:
        own_page: int | None = None
        said: list[str] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                said.append(f"{kid.number} 0 R")
            elif isinstance(kid, Reference):
                said.append(f"<</Type/OBJR/Obj {kid.number} 0 R/Pg {pages[kid.page]} 0 R>>")
            else:
                page, mark = kid >> _MARK_BITS, kid & (1 << _MARK_BITS) - 1
                own_page = page if own_page is None else own_page
                here = page == own_page
                said.append(f"{mark}" if here else f"<</Type/MCR/MCID {mark}/Pg {pages[page]} 0 R>>")
        return own_page, said


def _prune(element: Element) -> bool:
    """Take away what holds nothing; whether the element itself holds something."""
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or _prune(kid)]
    return bool(element.kids) or element.kind in _EMPTY_STANDS


def _close_gaps(elements: list[Element]) -> None:
    """Let no level of headings be left out, where the heading above turned out to have nothing printable."""
    last = 0
    for element in elements:
        if element.kind in _HEADINGS:
            last = min(int(element.kind[1]), last + 1)
            element.kind = f"H{last}"


def _walk(root: Element) -> Iterator[Element]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
