"""The links of a document: rectangles of its pages that lead to an address or to another page."""

from dataclasses import dataclass

from planner.export.pdf.file import Objects
from planner.export.pdf.structure import Element, Reference, Structure, pdf_text

# Left, bottom, right and top.
Corners = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Link:
    """A rectangle, what it says to those who hear it, and either an address or an anchor."""

    reference: Reference
    corners: Corners
    said: str
    address: str = ""
    anchor: str = ""


class Links:
    """Every link is known before the pages that it leads to, so all are written at the end."""

    def __init__(self, objects: Objects, structure: Structure) -> None:
        """Begin without any."""
        self._objects = objects
        self._structure = structure
        self._links: list[_Link] = []
        self._anchors: dict[str, tuple[int, float]] = {}

    def anchor(self, name: str, top: float) -> None:
        """Make a height of this page the end of links."""
        self._anchors[name] = (self._structure.page, top)

    def to_address(self, address: str, corners: Corners, element: Element) -> int:
        """A rectangle that leads to an address in ASCII; the answer is the number of its object."""
        reference = self._structure.link(element, self._objects.reserve())
        self._links.append(_Link(reference, corners, address, address=address))
        return reference.number

    def to_anchor(self, anchor: str, title: str, corners: Corners, element: Element) -> int:
        """A rectangle that leads to an anchor, which may be set later."""
        reference = self._structure.link(element, self._objects.reserve())
        self._links.append(_Link(reference, corners, title, anchor=anchor))
        return reference.number

    def write(self, pages: list[int]) -> None:
        """Write all links, now that every page has its number."""
        for place, link in enumerate(self._links):
            key = len(pages) + place
            self._objects.put(link.reference.number, self._body(link, key, pages).encode("latin-1"))

    def _body(self, link: _Link, key: int, pages: list[int]) -> str:
        corners = " ".join(f"{corner:.2f}" for corner in link.corners)
        return (
            f"<</Type/Annot/Subtype/Link/Rect[{corners}]/F 4/Border[0 0 0]/StructParent {key}"
            f"/Contents{pdf_text(link.said)}{self._end(link, pages)}>>"
        )

    def _end(self, link: _Link, pages: list[int]) -> str:
        if link.address:
            return f"/A<</S/URI/URI({_escaped(link.address)})>>"
        page, top = self._anchors[link.anchor]
        return f"/Dest[{pages[page]} 0 R/XYZ 0 {top:.2f} 0]"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
