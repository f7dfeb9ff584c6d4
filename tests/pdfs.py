"""PDFs with files in them, as other programs make them."""

import io
from collections.abc import Mapping

from pypdf import PdfWriter


def pdf_with(files: Mapping[str, bytes], password: str = "") -> bytes:
    """A PDF of one empty page that carries files."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    for name, content in files.items():
        writer.add_attachment(name, content)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
