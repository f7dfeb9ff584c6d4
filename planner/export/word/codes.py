"""QR codes as pictures in a Word file, as large as they are printed in the PDF."""

import io
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.shape import CT_Inline
from docx.shared import Pt
from PIL import Image

from planner.export.qr_code import QUIET, QrCode, code_text, qr_code, side_of

_SCALE: Final = 4  # dots of a module's side
_FIRST_ID: Final = 10_000  # above those that the library gives
_WHITE: Final = 1


class Codes:
    """Makes the pictures of one document, which belong to its ``part``."""

    def __init__(self, part: Part) -> None:
        """Begin without any."""
        self._part = part
        self._made = 0

    def drawing(self, link: str) -> Any:
        """The code of an address in ASCII, with that in words for those who hear the document.

        The library would look through all pictures already there for each one more.
        """
        self._made += 1
        code, key = qr_code(link), f"code{self._made}"
        picture = Part(PackURI(f"/word/media/{key}.png"), "image/png", _png(code), self._part.package)
        self._part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, picture, key)
        side = Pt(side_of(code) * (code.modules + 2 * QUIET) / code.modules)
        made = CT_Inline.new_pic_inline(_FIRST_ID + self._made, key, f"{key}.png", side, side)
        made.docPr.set("descr", code_text(link))
        return made


def _png(code: QrCode) -> bytes:
    side = code.modules + 2 * QUIET
    picture = Image.new("1", (side, side), _WHITE)
    for row, column, length in code.stretches:
        left, top = column + QUIET, row + QUIET
        picture.paste(0, (left, top, left + length, top + 1))
    written = io.BytesIO()
    picture.resize((side * _SCALE, side * _SCALE), Image.Resampling.NEAREST).save(written, "PNG")
    return written.getvalue()
