"""A new Word document without what its template brings along of another one."""

from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships

_NOT_OURS: Final = frozenset(
    (
        RELATIONSHIP_TYPE.THUMBNAIL,
        RELATIONSHIP_TYPE.CUSTOM_XML,
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    )
)
_ABOUT: Final = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Frontlist</Application></Properties>"
)


def bare_document() -> WordDocument:
    """An empty document: no picture of another stands for it, no other program is said to have made it."""
    word = docx.Document()
    package = word.part.package
    _drop(package.rels)
    _drop(word.part.rels)
    about = package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    about._blob = _ABOUT  # noqa: SLF001 - the library has no name for it
    return word


def _drop(rels: Relationships) -> None:
    for key in [key for key, rel in rels.items() if rel.reltype in _NOT_OURS]:
        del rels[key]
