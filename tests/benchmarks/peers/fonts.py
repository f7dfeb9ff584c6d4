"""The faces that every peer sets in: those of the product."""

from functools import cache
from pathlib import Path

from planner.core.resources import resource

REGULAR, BOLD = "Inter", "Inter-SemiBold"


def face(name: str) -> Path:
    """The file of a face."""
    return resource("fonts") / f"{name}.ttf"


@cache
def for_reportlab() -> None:
    """Register the faces with ReportLab."""
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    registerFont(TTFont(REGULAR, str(face("Inter-Regular"))))
    registerFont(TTFont(BOLD, str(face("Inter-SemiBold"))))
    registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
