"""The file of a PDF: its objects, packed into compressed streams where that is allowed, and their table.

ReportLab numbers its own objects. Ours take numbers from the same count and are written as bytes at once: for
the thousands of a structure tree that takes a fraction of the time and memory.
"""

import zlib
from collections.abc import Iterator
from hashlib import md5
from operator import sub
from struct import calcsize, pack_into
from typing import Any, Final

from reportlab.pdfbase import pdfdoc

_HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# Two thirds of the time that the usual level takes, for three hundredths more bytes.
_EFFORT: Final = 5
# So long are pages that no author fills, and large fonts: half the time of one level more, for few bytes.
_LONG: Final = 40_000
_LESS_EFFORT: Final = 3
# So few that the place of each within its stream fits one byte.
_PACKED: Final = 200
_ROW: Final = ">BIB"
_ROW_LENGTH: Final = calcsize(_ROW)
_IN_FILE, _IN_STREAM = 1, 2
# The filter of PNG by which a row says its difference from the one above.
_UP: Final = 2
# A byte by its value, or by how far that is below 256.
_ROUND: Final = bytes(range(256))


class Raw(pdfdoc.PDFObject):
    """Bytes that stand in ReportLab's objects as they are."""

    def __init__(self, content: str) -> None:
        self._content = content.encode("latin-1")

    def format(self, _document: object) -> bytes:
        """The bytes."""
        return self._content


class Compressed:
    """A filter of ReportLab's streams, which compresses them as ours are."""

    pdfname = "FlateDecode"

    def encode(self, content: bytes) -> bytes:
        """The content as it stands in the file."""
        return compressed(content)


def compressed(content: bytes) -> bytes:
    """The content of a stream as it stands in the file."""
    return zlib.compress(content, _EFFORT if len(content) < _LONG else _LESS_EFFORT)


class Objects:
    """The objects that we write ourselves beside ReportLab's."""

    def __init__(self, document: Any) -> None:
        """Count on from the objects of ReportLab's document."""
        self._document = document
        self._bodies: dict[int, bytes] = {}
        self._later: dict[int, tuple[int, Iterator[bytes]]] = {}

    def reserve(self, count: int = 1) -> int:
        """The first of as many numbers, for objects that are put in later."""
        first = int(self._document.objectcounter) + 1
        self._document.objectcounter += count
        return first

    def put(self, number: int, body: bytes) -> None:
        """Write the object of a reserved number."""
        self._bodies[number] = body

    def put_many(self, first: int, count: int, bodies: Iterator[bytes]) -> None:
        """Write objects of reserved numbers, from ``first`` on; each is asked for when its turn comes."""
        self._later[first] = (count, bodies)

    def add(self, body: str) -> int:
        """Write an object; the answer is its number."""
        number = self.reserve()
        self.put(number, body.encode("latin-1"))
        return number

    def add_stream(self, content: bytes, details: str = "", *, plain: bool = False) -> int:
        """Write a stream, compressed unless it is to stay ``plain``; ``details`` stand in its dictionary."""
        number = self.reserve()
        self.put(number, _stream(content, details, plain=plain))
        return number

    def page_numbers(self) -> list[int]:
        """The object of each page, in order."""
        numbers = self._document.idToObjectNumberAndVersion
        return [numbers[f"Page{page}"][0] for page in range(1, self._document.pageCounter)]

    def bodies(self) -> Iterator[tuple[int, bytes]]:
        """Every object with its number; writing some of ReportLab's makes new ones."""
        number = 1
        while number <= self._document.objectcounter:
            if number in self._later:
                count, bodies = self._later.pop(number)
                yield from enumerate(bodies, number)
                number += count
                continue
            if number in self._bodies:
                yield number, self._bodies.pop(number)
            elif number in self._document.numberToId:
                yield number, self._of_reportlab(number)
            number += 1

    def _of_reportlab(self, number: int) -> bytes:
        made = self._document.idToObject[self._document.numberToId[number]]
        return bytes(pdfdoc.format(made, self._document, toplevel=1))


def write_file(objects: Objects, root: int, info: int) -> bytes:
    """The whole file; ``root`` and ``info`` are the numbers of catalogue and document information."""
    return _File().write(objects, root, info)


class _File:
    """Bytes one after the other, and where each object stands."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._length = 0
        self._digest = md5(usedforsecurity=False)
        self._rows = bytearray()

    def write(self, objects: Objects, root: int, info: int) -> bytes:
        """Streams as they come, all other objects packed, and the table at the end."""
        self._put(_HEAD)
        waiting: list[tuple[int, bytes]] = []
        for number, body in objects.bodies():
            if b"endstream" in body[-12:]:
                self._place(number, body)
                continue
            waiting.append((number, body))
            if len(waiting) == _PACKED:
                self._pack(objects.reserve(), waiting)
                waiting = []
        if waiting:
            self._pack(objects.reserve(), waiting)
        self._table(objects.reserve(), root, info)
        return b"".join(self._parts)

    def _put(self, content: bytes) -> None:
        self._parts.append(content)
        self._length += len(content)
        self._digest.update(content)

    def _place(self, number: int, body: bytes) -> None:
        self._note(number, _IN_FILE, self._length, 0)
        self._put(b"%d 0 obj\n%b\nendobj\n" % (number, body.rstrip(b"\n")))

    def _note(self, number: int, kind: int, where: int, place: int) -> None:
        """Fill the table's row of an object; one of a number that is not used stays a row of zeros."""
        start = number * _ROW_LENGTH
        missing = start + _ROW_LENGTH - len(self._rows)
        if missing > 0:
            self._rows += bytes(missing)
        pack_into(_ROW, self._rows, start, kind, where, place)

    def _pack(self, stream: int, objects: list[tuple[int, bytes]]) -> None:
        heads, offset = [], 0
        for place, (number, body) in enumerate(objects):
            heads.append(b"%d %d" % (number, offset))
            offset += len(body) + 1
            self._note(number, _IN_STREAM, stream, place)
        head = b" ".join(heads) + b"\n"
        content = head + b"\n".join(body for _, body in objects)
        details = f"/Type/ObjStm/N {len(objects)}/First {len(head)}"
        self._place(stream, _stream(content, details))

    def _table(self, number: int, root: int, info: int) -> None:
        """The table is an object itself, whose rows say by how much each differs from the one before."""
        start = self._length
        self._note(number, _IN_FILE, start, 0)
        rows = bytes(self._rows)
        name = self._digest.hexdigest()
        details = (
            f"/Type/XRef/Size {number + 1}/W[1 4 1]/Root {root} 0 R/Info {info} 0 R/ID[<{name}><{name}>]"
            f"/DecodeParms<</Predictor 12/Columns {_ROW_LENGTH}>>"
        )
        self._place(number, _stream(_filtered(rows), details))
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)


def _filtered(rows: bytes) -> bytes:
    """Each row after the mark of its filter, as its differences from the one above, from 0 to 255."""
    above = bytes(_ROW_LENGTH) + rows[:-_ROW_LENGTH]
    changes = bytes(map(_ROUND.__getitem__, map(sub, rows, above)))
    length = _ROW_LENGTH + 1
    written = bytearray([_UP]) * (len(rows) // _ROW_LENGTH * length)
    for column in range(_ROW_LENGTH):
        written[column + 1 :: length] = changes[column::_ROW_LENGTH]
    return bytes(written)


def _stream(content: bytes, details: str, *, plain: bool = False) -> bytes:
    written = content if plain else compressed(content)
    filtered = "" if plain else "/Filter/FlateDecode"
    head = f"<<{details}{filtered}/Length {len(written)}>>\nstream\n".encode("latin-1")
    # A return at the end of the content would else be taken for a part of the line end.
    line_end = b"\r\n" if written.endswith(b"\r") else b"\n"
    return head + written + line_end + b"endstream"
