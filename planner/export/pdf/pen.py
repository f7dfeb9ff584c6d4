"""Draws text, shapes, links and bookmarks at points of a page, on ReportLab's canvas.

Everything visible passes through :class:`Pen`, which marks it as a part of the document's structure: see
:mod:`planner.export.pdf.structure` for how things are tagged.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Final

from planner.export.blocks import Picture
from planner.export.pdf.archive import About, Attachment
from planner.export.pdf.catalogue import save
from planner.export.pdf.content import Changes, TextObject, ink, rounded, stroke
from planner.export.pdf.embed import EmbeddedFace
from planner.export.pdf.faces import Face
from planner.export.pdf.line import Line
from planner.export.pdf.links import Corners, Links
from planner.export.pdf.page_canvas import PageCanvas
from planner.export.pdf.structure import ARTIFACT, Element, Structure
from planner.export.pdf.style import Colour, Paper, Type

_CAPITALS: Final = 0.727

# Left, bottom, width and height.
Rectangle = tuple[float, float, float, float]
# Row, first column and length.
Stretch = tuple[int, int, int]


class Pen:
    """Draws on the pages of one document, measured in the paper's units from their lower left corner.

    A ``mirrored`` pen draws on the right what is said to be on the left, and the other way round, but text
    and pictures as they are: so any layout is one from right to left.
    """

    def __init__(self, paper: Paper, about: About, *, mirrored: bool = False) -> None:
        """Begin a document; the same arguments and drawings give the same bytes."""
        self._edges = paper.width if mirrored else None
        self._about = about
        self._scale = paper.scale
        self._canvas = PageCanvas(paper.width * paper.scale, paper.height * paper.scale, paper.scale)
        self._structure = Structure()
        self._links = Links(self._canvas.objects, self._structure)
        self._faces: dict[Face, EmbeddedFace] = {}
        self._fonts: list[EmbeddedFace] = []
        self._changes: dict[tuple[float, float], Changes] = {}
        self._path: list[Element] = []
        self._marked: Element | None = None

    @property
    def unprintable(self) -> frozenset[str]:
        """The characters drawn so far as a box, because no font has them."""
        return frozenset().union(*(face.unprintable for face in self._fonts))

    @contextmanager
    def tag(self, element: Element, corners: Corners | None = None) -> Iterator[None]:
        """Make what is drawn meanwhile a part of the element; ``corners`` say where a figure lies."""
        self.open(element, corners)
        yield
        self.close()

    def open(self, element: Element, corners: Corners | None = None) -> None:
        """Make what is drawn a part of the element until :meth:`close`, which :meth:`tag` says by itself."""
        path = self._path
        if path and path[-1].whole:
            element = path[-1]
        elif element.kind != "Artifact":
            self._structure.place(element, path[-1] if path else None)
            if corners:
                self._structure.put_at(element, self._on_paper(self._placed(corners)))
        path.append(element)

    def close(self) -> None:
        """End what was opened last."""
        self._path.pop()

    def line(self, line: Line, x: float, top: float, style: Type) -> None:
        """Draw a line under ``top``."""
        self.lines([x], [line], top, style)

    def lines(self, starts: Sequence[float], lines: Sequence[Line], top: float, style: Type) -> None:
        """Draw the lines under ``top``, each at its own start."""
        if not any(line.pieces for line in lines):
            return
        baseline = top - (style.leading + _CAPITALS * style.size) / 2
        element = self._path[-1] if self._path else ARTIFACT
        marked = element.whole or not any(line.parted for line in lines)
        self._mark(element if marked else None)
        marks = None if marked else self._inner_marks(element)
        changes = self._changes.setdefault((style.size, style.tracking), {})
        setter = TextObject(self._embedded, style, changes, marks)
        for x, line in zip(starts, lines, strict=True):
            if line.pieces:
                setter.line(line, self._left(x, line.width), baseline)
            baseline -= style.leading
        self._canvas.write(setter.finish())
        for paint, x, y, width in setter.links:
            self._fill(x, y - 0.16 * style.size, width, 0.4, paint.colour)
            if paint.tag and paint.link and not marked:
                corners = (x, y - 0.28 * style.size, x + width, y + 0.92 * style.size)
                self._canvas.annotations.append(
                    self._links.to_address(paint.link, self._on_paper(corners), paint.tag)
                )

    def _inner_marks(self, element: Element) -> Callable[[Element | None, bool], str]:
        """Begins, within a text object, its own text or an element that the text holds."""

        def begin(inner: Element | None, leftwards: bool) -> str:
            if inner:
                self._structure.place(inner, element)
            return self._structure.begin(inner or element, leftwards=leftwards)

        return begin

    def _mark(self, element: Element | None) -> None:
        """End the stretch that is marked, unless it goes on, and begin another."""
        if element is self._marked:
            return
        if self._marked:
            self._canvas.write("EMC")
        if element:
            self._canvas.write(self._structure.begin(element))
        self._marked = element

    def _left(self, x: float, width: float = 0.0) -> float:
        """Where the left edge of what is so wide is drawn."""
        return x if self._edges is None else self._edges - x - width

    def _placed(self, corners: Corners) -> Corners:
        """Where a rectangle is drawn."""
        left, bottom, right, top = corners
        start = self._left(left, right - left)
        return start, bottom, start + right - left, top

    def _on_paper(self, corners: Corners) -> Corners:
        """A rectangle in points of the paper, where links and places of figures are told."""
        left, bottom, right, top = corners
        scale = self._scale
        return left * scale, bottom * scale, right * scale, top * scale

    def _embedded(self, face: Face) -> EmbeddedFace:
        embedded = self._faces.get(face)
        if embedded is None:
            embedded = self._faces[face] = EmbeddedFace(face, f"F{len(self._fonts) + 1}")
            self._fonts.append(embedded)
            self._canvas.embed(embedded)
        return embedded

    def _shape(self, operators: str) -> None:
        self._mark(self._path[-1] if self._path and self._path[-1].whole else ARTIFACT)
        self._canvas.write(operators)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle."""
        self._fill(self._left(x, width), y, width, height, colour)

    def _fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self._shape(f"{ink(colour)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def fill_many(self, boxes: Sequence[Rectangle], colour: Colour, extent: tuple[float, float]) -> None:
        """Filled rectangles of one colour, as one picture, which has a left edge and a width."""
        step = self._left(*extent) - extent[0]
        shape = " ".join(
            f"{x + step:.3f} {y:.3f} {width:.3f} {height:.3f} re" for x, y, width, height in boxes
        )
        self._shape(f"{ink(colour)} {shape} f")

    def fill_stretches(
        self, stretches: Iterable[Stretch], module: float, x: float, top: float, width: float, colour: Colour
    ) -> None:
        """Stretches of rows of squares, whose side is the ``module``, from an upper left corner on.

        Counted in squares they take a quarter of the room that they would take in points.
        """
        place = f"0 {-module:.5f} {module:.5f} 0 {self._left(x, width):.2f} {top:.2f} cm"
        self._shape(f"q {ink(colour)} {place} {' '.join(map(_stretch, stretches))} f Q")

    def fill_round(
        self, x: float, y: float, width: float, height: float, radius: float, colour: Colour
    ) -> None:
        """A filled rectangle with round corners."""
        place = f"1 0 0 1 {self._left(x, width):.2f} {y:.2f} cm"
        self._shape(f"q {ink(colour)} {place} {rounded(width, height, radius)} f Q")

    def rule(self, x: float, y: float, width: float, thickness: float, colour: Colour) -> None:
        """A level line, its middle at ``y``."""
        self.fill(x, y - thickness / 2, width, thickness, colour)

    def upright(
        self, x: float, y: float, height: float, thickness: float, colour: Colour, dash: str = ""
    ) -> None:
        """An upright line from ``y`` upwards; ``dash`` is a PDF dash pattern such as ``2 2``."""
        pattern = f"[{dash}] 0 d " if dash else ""
        x = self._left(x)
        line = f"{x:.2f} {y:.2f} m {x:.2f} {y + height:.2f} l S"
        self._shape(f"q {pattern}{stroke(colour)} {thickness:.2f} w {line} Q")

    def gradient(self, box: Rectangle, radius: float, colours: Sequence[Colour]) -> None:
        """A round-cornered panel that passes through the colours from its top to its foot."""
        x, y, width, height = box
        place = f"1 0 0 1 {self._left(x, width):.2f} {y:.2f} cm"
        self._shape(f"q {place} {rounded(width, height, radius)} W n")
        self._canvas.linearGradient(0.2 * width, height, 0.6 * width, 0, colours)
        self._canvas.write("Q")

    def picture(self, picture: Picture, box: Rectangle, radius: float) -> None:
        """A picture that fills the box, with round corners."""
        x, y, width, height = box
        place = f"1 0 0 1 {self._left(x, width):.2f} {y:.2f} cm"
        name = self._canvas.image(picture.jpeg, picture.width, picture.height)
        drawn = f"{width:.2f} 0 0 {height:.2f} 0 0 cm /{name} Do"
        self._shape(f"q {place} {rounded(width, height, radius)} W n {drawn} Q")

    def mark(self, anchor: str, title: str, level: int, top: float) -> None:
        """Put this place in the outline, and make it the end of the links to ``anchor``."""
        top *= self._scale
        self._canvas.bookmarkPage(anchor, fit="XYZ", left=0, top=top, zoom=0)
        self._canvas.addOutlineEntry(title, anchor, level)
        self._links.anchor(anchor, top)

    def lead_to(self, anchor: str, title: str, corners: Corners) -> None:
        """Make a rectangle lead to an anchor: the open element is its link, and ``title`` says where to."""
        self._canvas.annotations.append(
            self._links.to_anchor(anchor, title, self._on_paper(self._placed(corners)), self._path[-1])
        )

    def end_page(self) -> None:
        """Close this page; what is drawn next stands on a new one."""
        self._mark(None)
        self._canvas.showPage()
        self._structure.end_page()
        if full := [face for face, embedded in self._faces.items() if embedded.full]:
            for face in full:
                del self._faces[face]
            self._changes.clear()

    def save(self, attachments: Sequence[Attachment] = (), *, tagged: bool = True) -> bytes:
        """The whole document."""
        return save(self._canvas, self._structure, self._links, self._about, attachments, tagged=tagged)


@cache
def _stretch(stretch: Stretch) -> str:
    """A stretch where rows are counted from left to right, and columns from the foot to the top."""
    return "{} {} 1 {} re".format(*stretch)
