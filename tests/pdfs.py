"""PDFs with files in them, as other programs make them."""

import io
import re
from collections.abc import Mapping

from pypdf import PdfWriter

AES = b"<< /V 5 /R 6 /Length 256 /P -4 /Filter /Standard /StmF /StdCF /StrF /StdCF %b %b >>" % (
    b"/CF << /StdCF << /CFM /AESV3 /Length 32 >> >>",
    b" ".join(
        b"/%b <%b>" % (key, b"00" * size)
        for key, size in ((b"O", 48), (b"U", 48), (b"OE", 32), (b"UE", 32), (b"Perms", 16))
    ),
)


def pdf_with(files: Mapping[str, bytes], password: str = "", owner: str = "") -> bytes:
    """A PDF of one empty page that carries files."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    for name, content in files.items():
        writer.add_attachment(name, content)
    if password or owner:
        writer.encrypt(password, owner or None, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def pdf_locked_by_aes() -> bytes:
    """A PDF with a password of the present kind, as most programs set it; nobody knows the password."""
    made = pdf_with({}, password="secret")
    locked = re.sub(rb"<<\n/V 2.*?>\n>>", AES, made, flags=re.DOTALL)
    return re.sub(rb"(?<=startxref\n)\d+", b"%d" % locked.index(b"xref\n"), locked)
