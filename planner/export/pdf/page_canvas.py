"""ReportLab's canvas as we need it: its settings made safe, and what no archive may hold left out."""

from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from planner.export.pdf.file import Objects, Raw

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


class _NoTime:
    """Stands in for the time that ReportLab takes from the clock; our files have the document's date."""

    t = 0

    def __init__(self, _invariant: object = None) -> None: ...


setattr(pdfdoc, "TimeStamp", _NoTime)  # noqa: B010 - the stubs allow no assignment


class PageCanvas(Canvas):
    """ReportLab's canvas without transitions or a preamble that names a font; ``scale`` enlarges all."""

    _code: list[str]
    _doc: Any

    def __init__(self, width: float, height: float, scale: float = 1.0) -> None:
        self._enlarged = "" if scale == 1 else f"{scale:g} 0 0 {scale:g} 0 0 cm"
        super().__init__("", pagesize=(width, height), invariant=1, pageCompression=1, pdfVersion=(1, 7))
        self.objects = Objects(self._doc)
        self.annotations: list[int] = []
        self._images: dict[bytes, int] = {}
        self._shown: list[int] = []

    def image(self, jpeg: bytes, width: int, height: int) -> str:
        """The name under which this page draws a JPEG in red, green and blue; it is written once."""
        if jpeg not in self._images:
            kind = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
            details = f"{kind}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
            self._images[jpeg] = self.objects.add_stream(jpeg, details, plain=True)
        number = self._images[jpeg]
        self._shown.append(number)
        return f"I{number}"

    @property
    def catalogue(self) -> Any:
        """The root of the document."""
        return self._doc.Catalog

    def finish(self) -> int:
        """Write the fonts and the outline; the answer is the number of the catalogue's object."""
        document = self._doc
        for font in document.delayedFonts:
            font.addObjects(document)
        document.Reference(document.Catalog, "Catalog")
        document.Outlines.prepare(document, self)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        return int(document.idToObjectNumberAndVersion["Catalog"][0])

    def embed(self, font: Any) -> None:
        """Write a font at the end; it has ``addObjects`` for that."""
        self._doc.delayedFonts.append(font)

    def write(self, operators: str) -> None:
        """Add to the content of the page."""
        self._code.append(operators)

    def _make_preamble(self) -> None:
        self._preamble = self._enlarged

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - ReportLab calls it by this name for each page
        page.Trans = None
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._doc.pageCounter - 1
        page.Tabs = "/S"
        content = self.objects.add_stream(page.stream.encode("latin-1"))
        page.Contents, page.stream = f"{content} 0 R", None
        if self._shown:
            page.XObjects = Raw(f"<<{' '.join(f'/I{number} {number} 0 R' for number in self._shown)}>>")
            self._shown = []
        if self.annotations:
            page.Annots = Raw(f"[{' '.join(f'{number} 0 R' for number in self.annotations)}]")
            self.annotations = []
