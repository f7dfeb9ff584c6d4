"""The one place that touches ReportLab's canvas: text, shapes, links and bookmarks, drawn at given points of a page.

Everything visible passes through :class:`Pen`, so that marks of structure can be added here alone.
"""

from collections.abc import Sequence
from datetime import date
from time import struct_time
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from planner.export.pdf.embed import EmbeddedFace
from planner.export.pdf.fonts import Face
from planner.export.pdf.lines import Line, Paint
from planner.export.pdf.style import Colour, Paper, Type

PRODUCER: Final = "Frontlist"
_THICKEN: Final = 0.026
_CURVE: Final = 0.5523
_CAPITALS: Final = 0.727

rl_config.useA85 = 0
rl_config.trustedHosts = []
rl_config.trustedSchemes = []
rl_config.toColorCanUse = None
rl_config.pdfComments = 0
rl_config.pdfMultiLine = 0

_format_stream = pdfdoc.PDFStream.format


def _format_with_line_end(stream: Any, document: Any) -> bytes:
    """ReportLab writes no line end before ``endstream``, as the standard for archives demands."""
    written: bytes = _format_stream(stream, document).removesuffix(b"endstream\n")
    return written + (b"\r\n" if written.endswith(b"\r") else b"\n") + b"endstream\n"


pdfdoc.PDFStream.format = _format_with_line_end  # type: ignore[method-assign]


class _Midnight:
    """The document's date as ReportLab wants its time stamps: midnight, in UTC."""

    dhh = dmm = 0

    def __init__(self, day: date) -> None:
        self.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
        self.lt = struct_time((*self.YMDhms, day.weekday(), day.timetuple().tm_yday, 0))


class _PageCanvas(Canvas):
    """ReportLab's canvas without its preamble, which would name a font that is not embedded, and without transitions."""

    _code: list[str]
    _doc: Any
    _annotationrefs: Any

    def _make_preamble(self) -> None:
        self._preamble = ""

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - ReportLab calls it by this name for each page
        page.Trans = None
        page.Annots = self._annotationrefs


class Pen:
    """Draws on the pages of one document. Points count from the lower left corner, tops are given for text."""

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
        setter = _Setter(self._embedded, style)
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
        self._canvas._code.append(f"{_ink(colour)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def fill_many(self, boxes: Sequence[tuple[float, float, float, float]], colour: Colour) -> None:
        """Filled rectangles of one colour, as one shape."""
        shape = " ".join(f"{x:.3f} {y:.3f} {width:.3f} {height:.3f} re" for x, y, width, height in boxes)
        self._canvas._code.append(f"{_ink(colour)} {shape} f")

    def fill_round(
        self, x: float, y: float, width: float, height: float, radius: float, colour: Colour
    ) -> None:
        """A filled rectangle with round corners."""
        self._canvas._code.append(f"{_ink(colour)} {_rounded(x, y, width, height, radius)} f")

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
        self._canvas._code.append(f"q {_rounded(x, y, width, height, radius)} W n")
        self._canvas.linearGradient(x + 0.2 * width, y + height, x + 0.6 * width, y, colours)  # type: ignore[arg-type]
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
        return bytes(self._canvas.getpdfdata())


class _Setter:
    """Writes lines as one text object, and notes where their links lie."""

    def __init__(self, embedded: Any, style: Type) -> None:
        self.embedded = embedded
        self.style = style
        self.links: list[tuple[str, float, float, float]] = []
        self.link_colour: Colour = style.ink
        self._out = [f"BT {style.tracking * style.size / 1000:.3f} Tc" if style.tracking else "BT"]
        self._state: tuple[Face, bool, Colour, float] | None = None

    def line(self, line: Line, x: float, y: float) -> None:
        """Set one line on the baseline ``y``."""
        self._out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        shown: list[str] = []
        for piece, paint in zip(line.pieces, line.paints, strict=True):
            state = (piece.face, piece.thickened, paint.colour, piece.rise)
            if state != self._state:
                self._show(shown)
                shown = []
                self._change(*state)
            shown.append(self.embedded(piece.face).encode(piece))
        self._show(shown)
        if any(paint.link for paint in line.paints):
            self._note_links(line, x, y)

    def finish(self) -> str:
        """The text object."""
        ends = ["0 Tc"] if self.style.tracking else []
        if self._state and self._state[1]:
            ends.append("0 Tr")
        if self._state and self._state[3]:
            ends.append("0 Ts")
        return " ".join([*self._out, *ends, "ET"])

    def _show(self, shown: list[str]) -> None:
        if shown:
            self._out.append(f"[{''.join(shown).replace('><', '')}] TJ")

    def _change(self, face: Face, thickened: bool, colour: Colour, rise: float) -> None:
        last = self._state
        if last is None or last[0] is not face:
            self._out.append(f"/{self.embedded(face).resource_name} {self.style.size:.2f} Tf")
        if last is None or last[2] != colour:
            self._out.append(_ink(colour))
        if thickened:
            stroke = " ".join(f"{part:.3f}" for part in colour)
            self._out.append(f"2 Tr {self.style.size * _THICKEN:.2f} w {stroke} RG")
        elif last is not None and last[1]:
            self._out.append("0 Tr")
        if rise or (last is not None and last[3]):
            self._out.append(f"{self.style.size * rise / 1000:.2f} Ts")
        self._state = (face, thickened, colour, rise)

    def _note_links(self, line: Line, x: float, y: float) -> None:
        scale = self.style.size / 1000
        open_link: Paint | None = None
        start = x
        for piece, paint in zip(line.pieces, line.paints, strict=True):
            if paint is not open_link:
                self._note(open_link, start, x, y)
                open_link, start = paint, x
            x += (piece.width + self.style.tracking * len(piece.glyphs)) * scale
        self._note(open_link, start, x, y)

    def _note(self, paint: Paint | None, start: float, end: float, y: float) -> None:
        if paint is not None and paint.link:
            self.links.append((paint.link, start, y, end - start))
            self.link_colour = paint.colour


def _ink(colour: Colour) -> str:
    return f"{colour[0]:.3f} {colour[1]:.3f} {colour[2]:.3f} rg"


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    radius = min(radius, width / 2, height / 2)
    far, top, pull = x + width, y + height, radius * (1 - _CURVE)
    return (
        f"{x + radius:.2f} {y:.2f} m {far - radius:.2f} {y:.2f} l "
        f"{far - pull:.2f} {y:.2f} {far:.2f} {y + pull:.2f} {far:.2f} {y + radius:.2f} c {far:.2f} {top - radius:.2f} l "
        f"{far:.2f} {top - pull:.2f} {far - pull:.2f} {top:.2f} {far - radius:.2f} {top:.2f} c {x + radius:.2f} {top:.2f} l "
        f"{x + pull:.2f} {top:.2f} {x:.2f} {top - pull:.2f} {x:.2f} {top - radius:.2f} c {x:.2f} {y + radius:.2f} l "
        f"{x:.2f} {y + pull:.2f} {x + pull:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h"
    )
