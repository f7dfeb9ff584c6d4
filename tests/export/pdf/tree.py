"""The structure tree of a PDF read back, with the text of each element, as a screen reader would have it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, NullObject

Marked = list[dict[int | None, str]]
"""What is said within each mark of each page; what artifacts say stands under None."""


@dataclass
class Node:
    """An element: its kind, what it says of itself, what stands in it, and its own text."""

    kind: str
    alt: str = ""
    language: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list["Node"] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)
    parts: list["str | Node"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text within, in reading order."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def all(self, *kinds: str) -> list["Node"]:
        """Every element of these kinds within, in reading order."""
        return [node for node in self.walk() if node.kind in kinds]

    def walk(self) -> Iterator["Node"]:
        """This element and every one within, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def tree(reader: PdfReader, marked: Marked | None = None) -> Node:
    """The document's element, with all that is in it."""
    root: Any = reader.trailer["/Root"]
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    texts = marked or marked_texts(reader)
    return _node(root["/StructTreeRoot"]["/K"].get_object(), None, pages, texts)


def marked_texts(reader: PdfReader) -> Marked:
    """What every page says."""
    fonts: dict[int, dict[int, str]] = {}
    return [_of_page(reader, page, fonts) for page in reader.pages]


def _of_page(reader: PdfReader, page: Any, fonts: dict[int, dict[int, str]]) -> dict[int | None, str]:
    decoded = {}
    for name, font in page["/Resources"]["/Font"].get_object().items():
        if font.idnum not in fonts:
            fonts[font.idnum] = _characters(font.get_object())
        decoded[name] = fonts[font.idnum]
    said: dict[int | None, str] = {}
    marks: list[int | None] = []
    reversed_words = [False]
    characters: dict[int, str] = {}
    for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            around = marks[-1] if marks else None
            marks.append(operands[1].get("/MCID", around) if operator == b"BDC" else around)
            reversed_words.append(operands[0] == "/ReversedChars")
        elif operator == b"EMC":
            marks.pop()
            reversed_words.pop()
        elif operator == b"Tf":
            characters = decoded[operands[0]]
        elif operator == b"TJ":
            assert marks, "text that is neither content nor artifact"
            codes = b"".join(_raw(each) for each in operands[0] if not isinstance(each, (int, float)))
            text = "".join(characters.get(codes[i] << 8 | codes[i + 1], "") for i in range(0, len(codes), 2))
            said[marks[-1]] = said.get(marks[-1], "") + text[:: -1 if reversed_words[-1] else 1]
    assert marks == []
    return said


def _raw(text: Any) -> bytes:
    return bytes(getattr(text, "original_bytes", text))


def _characters(font: Any) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]*)>", font["/ToUnicode"].get_object().get_data())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _node(element: Any, page: int | None, pages: dict[int, int], texts: Marked) -> Node:
    own = element.raw_get("/Pg") if "/Pg" in element else None
    page = pages[own.idnum] if own is not None else page
    attributes = element.get("/A", {})
    node = Node(
        str(element["/S"])[1:], str(element.get("/Alt", "")), str(element.get("/Lang", "")), dict(attributes)
    )
    kids = element.get("/K", NullObject())
    for raw in kids if isinstance(kids, list) else [] if isinstance(kids, NullObject) else [kids]:
        _add(node, raw.get_object(), page, pages, texts)
    return node


def _add(node: Node, kid: Any, page: int | None, pages: dict[int, int], texts: Marked) -> None:
    if isinstance(kid, int):
        assert page is not None
        node.pages.add(page)
        node.parts.append(texts[page].get(int(kid), ""))
    elif kid.get("/Type") == "/MCR":
        _add(node, int(kid["/MCID"]), pages[kid.raw_get("/Pg").idnum], pages, texts)
    elif kid.get("/Type") == "/OBJR":
        node.links.append(kid["/Obj"].get_object())
    else:
        made = _node(kid, page, pages, texts)
        node.kids.append(made)
        node.parts.append(made)
        node.pages |= made.pages
