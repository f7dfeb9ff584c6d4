"""WeasyPrint, which sets web pages."""

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from planner.export.blocks import Document
from tests.benchmarks.peers.fonts import face
from tests.benchmarks.peers.html import page


def write(document: Document) -> bytes:
    """The document as a PDF."""
    fonts = FontConfiguration()
    rules = "".join(
        f"@font-face {{ font-family: Inter; font-weight: {weight}; src: url('{face(name).as_uri()}') }}"
        for weight, name in ((400, "Inter-Regular"), (700, "Inter-SemiBold"))
    )
    sheet = CSS(string=rules, font_config=fonts)
    return bytes(HTML(string=page(document)).write_pdf(stylesheets=[sheet], font_config=fonts))
