"""What makes a PDF last: PDF/A-3a and PDF/UA-1 at once, what it says of itself, the files it carries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import md5
from typing import Final
from xml.sax.saxutils import escape

from planner.core.resources import resource
from planner.export.pdf.file import Objects
from planner.export.pdf.structure import pdf_text

_PROFILE: Final = ("colour", "sRGB.icc")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within the PDF: its name, media type such as ``application/json``, content, and what it is.

    ``relationship`` is what it is to the document: ``Source`` where the document was made from it, else
    ``Data``, ``Alternative``, ``Supplement`` or ``Unspecified``.
    """

    name: str
    media_type: str
    content: bytes
    description: str
    relationship: str = "Source"


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself, in its information and in its metadata alike."""

    title: str
    author: str
    subject: str
    language: str
    day: date
    program: str

    @property
    def stamp(self) -> str:
        """The date as PDF writes it: midnight, in UTC."""
        return f"(D:{self.day:%Y%m%d}000000Z)"


def information(about: About) -> str:
    """The information dictionary; what is empty is left out, as in the metadata."""
    said = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Creator": about.program,
        "Producer": about.program,
    }
    texts = "".join(f"/{key}{pdf_text(text)}" for key, text in said.items() if text)
    return f"<<{texts}/CreationDate{about.stamp}/ModDate{about.stamp}>>"


def metadata(about: About) -> bytes:
    """The same as an XMP packet, which also names the two standards."""
    when = f"{about.day.isoformat()}T00:00:00Z"
    title, author, subject, program = map(escape, (about.title, about.author, about.subject, about.program))
    creator = f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    return _PACKET.format(
        title=_in_every_language("title", title) if title else "",
        creator=creator,
        subject=_in_every_language("description", subject) if subject else "",
        language=escape(about.language),
        program=program,
        when=when,
        extension=_EXTENSION,
    ).encode()


def _in_every_language(name: str, text: str) -> str:
    return f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></dc:{name}>'


def output_intent(objects: Objects) -> str:
    """The colours of the document are those of sRGB: the array for the catalogue."""
    profile = objects.add_stream(resource(*_PROFILE).read_bytes(), "/N 3")
    return (
        "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
        f"/DestOutputProfile {profile} 0 R>>]"
    )


def attach(objects: Objects, attachments: Sequence[Attachment], stamp: str) -> tuple[str, str]:
    """Write the files; the answer is the name tree and the array of associated files for the catalogue."""
    ordered = sorted(attachments, key=lambda attachment: attachment.name)
    numbers = [_specification(objects, attachment, stamp) for attachment in ordered]
    pairs = zip(ordered, numbers, strict=True)
    names = " ".join(f"{pdf_text(attachment.name)} {number} 0 R" for attachment, number in pairs)
    return f"<</EmbeddedFiles<</Names[{names}]>>>>", f"[{' '.join(f'{number} 0 R' for number in numbers)}]"


def _specification(objects: Objects, attachment: Attachment, stamp: str) -> int:
    digest = md5(attachment.content, usedforsecurity=False).hexdigest()
    details = (
        f"/Type/EmbeddedFile/Subtype/{attachment.media_type.replace('/', '#2F')}"
        f"/Params<</Size {len(attachment.content)}/ModDate{stamp}/CheckSum<{digest}>>>"
    )
    content = objects.add_stream(attachment.content, details)
    name, description = pdf_text(attachment.name), pdf_text(attachment.description)
    return objects.add(
        f"<</Type/Filespec/F{name}/UF{name}/Desc{description}/AFRelationship/{attachment.relationship}"
        f"/EF<</F {content} 0 R/UF {content} 0 R>>>>"
    )


_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>{title}{creator}{subject}
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>{extension}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

# PDF/A wants every property described that it does not know itself, and it does not know those of PDF/UA.
_EXTENSION: Final = """
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the document keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
