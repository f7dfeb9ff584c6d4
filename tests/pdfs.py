"""PDFs with files in them, as other programs make them."""

import io
import re
from collections.abc import Mapping

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ByteStringObject, NameObject, NumberObject

AES = b"<< /V 5 /R 6 /Length 256 /P -4 /Filter /Standard /StmF /StdCF /StrF /StdCF %b %b >>" % (
    b"/CF << /StdCF << /CFM /AESV3 /Length 32 >> >>",
    b" ".join(
        b"/%b <%b>" % (key, b"00" * size)
        for key, size in ((b"O", 48), (b"U", 48), (b"OE", 32), (b"UE", 32), (b"Perms", 16))
    ),
)


def pdf_with(
    files: Mapping[str, bytes],
    password: str = "",
    owner: str = "",
    *,
    made_from: str = "",
    checksum: bytes | None = None,
    size: int | None = None,
) -> bytes:
    """A PDF of one empty page that carries files, and says that it was made from one of them.

    Checksum and size are what it says of each.
    """
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    for name, content in files.items():
        file = writer.add_attachment(name, content)
        if name == made_from:
            file.associated_file_relationship = NameObject("/Source")
        if checksum is not None:
            file.checksum = ByteStringObject(checksum)
        if size is not None:
            file.size = NumberObject(size)
    return _written(writer, password, owner)


def saved_anew(pdf: bytes, owner: str = "") -> bytes:
    """A PDF as another program writes it, which asks not to be changed where there is a password for that."""
    return _written(PdfWriter(clone_from=PdfReader(io.BytesIO(pdf))), "", owner)


def _written(writer: PdfWriter, password: str, owner: str) -> bytes:
    if password or owner:
        writer.encrypt(password, owner or None, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def pdf_locked_by_aes() -> bytes:
    """A PDF with a password of the present kind, as most programs set it; nobody knows the password."""
    return _locked_otherwise(pdf_with({}, password="secret"), rb"<<\n/V 2.*?>\n>>", AES)


def pdf_hidden_by_aes(files: Mapping[str, bytes]) -> bytes:
    """A PDF that opens without a password and asks not to be changed, all in a newer cipher."""
    aes = b"/V 4\n/R 4\n/CF << /StdCF << /CFM /AESV2 >> >>\n/StmF /StdCF\n/StrF /StdCF\n"
    return _locked_otherwise(pdf_with(files, owner="secret"), rb"/V 2\n/R 3\n", aes)


def _locked_otherwise(pdf: bytes, old: bytes, new: bytes) -> bytes:
    """The PDF with another of what says how it is locked, which stands before its table."""
    locked = re.sub(old, new, pdf, flags=re.DOTALL)
    assert locked != pdf
    return re.sub(rb"(?<=startxref\n)\d+", b"%d" % locked.index(b"xref\n"), locked)
