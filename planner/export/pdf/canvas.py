"""The one place that touches ReportLab's canvas: text, shapes, links and bookmarks at points of a page.

Everything visible passes through :class:`Pen`, so that marks of structure can be added here alone.
"""

from collections.abc import Sequence
from datetime import date
from time import struct_time
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from planner.export.pdf.content import TextObject, ink, rounded
from planner.export.pdf.embed import EmbeddedFace
from planner.export.pdf.faces import Face
from planner.export.pdf.lines import Line
from planner.export.pdf.style import Colour, Paper, Type

PRODUCER: Final = "Frontlist"
_CAPITALS: Final = 0.727

rl_config.useA85 = 0
rl_config.trustedHosts = []
rl_config.trustedSchemes = []
setattr(rl_config, "toColorCanUse", None)  # noqa: B010 - the stubs know the text alone
rl_config.pdfComments = 0
rl_config.pdfMultiLine = 0

_format_stream = pdfdoc.PDFStream.format


def _format_with_line_end(stream: Any, document: Any) -> bytes:
    """ReportLab writes no line end before ``endstream``, as the standard for archives demands."""
    written: bytes = _format_stream(stream, document).removesuffix(b"endstream\n")
    return written + (b"\r\n" if written.endswith(b"\r") else b"\n") + b"endstream\n"


setattr(pdfdoc.PDFStream, "format", _format_with_line_end)  # noqa: B010 - the stubs allow no assignment


class _Midnight:
    """The document's date as ReportLab wants its time stamps: midnight, in UTC."""

    dhh = dmm = 0

    def __init__(self, day: date) -> None:
        self.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
        self.lt = struct_time((*self.YMDhms, day.weekday(), day.timetuple().tm_yday, 0))


class _NoTime:
    """Stands in for the time that ReportLab takes from the clock or the environment, until the day is set."""

    t = 0

    def __init__(self, _invariant: object = None) -> None: ...


setattr(pdfdoc, "TimeStamp", _NoTime)  # noqa: B010 - the stubs allow no assignment


class _PageCanvas(Canvas):
    """ReportLab's canvas without transitions, and without a preamble that names a font not embedded."""

    _code: list[str]
    _doc: Any
    _annotationrefs: Any

    def _make_preamble(self) -> None:
        self._preamble = ""

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - ReportLab calls it by this name for each page
        page.Trans = None
        page.Annots = self._annotationrefs


class Pen:
    """Draws on the pages of one document, measured in points from their lower left corner."""

    def __init__(
        self, paper: Paper, *, title: str, author: str, subject: str, language: str, day: date
    ) -> None:
        """Begin a document; the same arguments and drawings give the same bytes."""
        size = (paper.width, paper.height)
        self._canvas = _PageCanvas(
            "", pagesize=size, invariant=1, pageCompression=1, pdfVersion=(1, 7), lang=language
        )
        self._doc = self._canvas._doc
        self._doc._timeStamp = _Midnight(day)
        self._doc.info.producer = self._doc.info.creator = PRODUCER
        self._doc.info.title, self._doc.info.author, self._doc.info.subject = title, author, subject
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._faces: dict[Face, EmbeddedFace] = {}

    @property
    def unprintable(self) -> frozenset[str]:
        """The characters drawn so far as a box, because no font has them."""
        return frozenset().union(*(face.unprintable for face in self._faces.values()))

    def text(self, lines: Sequence[Line], x: float, top: float, style: Type) -> None:
        """Draw the lines under ``top``, each beginning at ``x``."""
        self.text_at([x] * len(lines), lines, top, style)

    def text_at(self, starts: Sequence[float], lines: Sequence[Line], top: float, style: Type) -> None:
        """Draw the lines under ``top``, each at its own start."""
        baseline = top - (style.leading + _CAPITALS * style.size) / 2
        setter = TextObject(self._embedded, style)
        for x, line in zip(starts, lines, strict=True):
            if line.pieces:
                setter.line(line, x, baseline)
            baseline -= style.leading
        self._canvas._code.append(setter.finish())
        for link, x, y, width in setter.links:
            self.fill(x, y - 0.16 * style.size, width, 0.4, setter.link_colour)
            self._canvas.linkURL(link, (x, y - 0.28 * style.size, x + width, y + 0.92 * style.size))

    def _embedded(self, face: Face) -> EmbeddedFace:
        embedded = self._faces.get(face)
        if embedded is None:
            embedded = self._faces[face] = EmbeddedFace(face, f"F{len(self._faces) + 1}")
            self._doc.delayedFonts.append(embedded)
        return embedded

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle."""
        self._canvas._code.append(f"{ink(colour)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def fill_many(self, boxes: Sequence[tuple[float, float, float, float]], colour: Colour) -> None:
        """Filled rectangles of one colour, as one shape."""
        shape = " ".join(f"{x:.3f} {y:.3f} {width:.3f} {height:.3f} re" for x, y, width, height in boxes)
        self._canvas._code.append(f"{ink(colour)} {shape} f")

    def fill_round(
        self, x: float, y: float, width: float, height: float, radius: float, colour: Colour
    ) -> None:
        """A filled rectangle with round corners."""
        self._canvas._code.append(f"{ink(colour)} {rounded(x, y, width, height, radius)} f")

    def rule(self, x: float, y: float, width: float, thickness: float, colour: Colour) -> None:
        """A level line, its middle at ``y``."""
        self.fill(x, y - thickness / 2, width, thickness, colour)

    def upright(
        self, x: float, y: float, height: float, thickness: float, colour: Colour, dash: str = ""
    ) -> None:
        """An upright line from ``y`` upwards; ``dash`` is a PDF dash pattern such as ``2 2``."""
        stroke = " ".join(f"{part:.3f}" for part in colour)
        pattern = f"[{dash}] 0 d " if dash else ""
        self._canvas._code.append(
            f"q {pattern}{stroke} RG {thickness:.2f} w {x:.2f} {y:.2f} m {x:.2f} {y + height:.2f} l S Q"
        )

    def gradient(
        self, box: tuple[float, float, float, float], radius: float, colours: Sequence[Colour]
    ) -> None:
        """A round-cornered panel that passes through the colours from its top to its foot."""
        x, y, width, height = box
        self._canvas._code.append(f"q {rounded(x, y, width, height, radius)} W n")
        self._canvas.linearGradient(x + 0.2 * width, y + height, x + 0.6 * width, y, colours)
        self._canvas._code.append("Q")

    def mark(self, anchor: str, title: str, level: int, top: float) -> None:
        """Put this place in the outline, and make it the end of the links to ``anchor``."""
        self._canvas.bookmarkPage(anchor, fit="XYZ", left=0, top=top, zoom=0)
        self._canvas.addOutlineEntry(title, anchor, level)

    def lead_to(self, anchor: str, box: tuple[float, float, float, float]) -> None:
        """Make a rectangle lead to an anchor; it is given by its lower left and upper right corners."""
        self._canvas.linkRect("", anchor, box, relative=0, Border="[0 0 0]")

    def end_page(self) -> None:
        """Close this page; what is drawn next stands on a new one."""
        self._canvas.showPage()

    def save(self) -> bytes:
        """The whole document."""
        return bytes(self._canvas.getpdfdata())  # type: ignore[no-untyped-call]
