"""The fonts of the computer, asked for what the fonts of the program do not have."""

import os
import re
import struct
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, partial, reduce
from operator import and_
from pathlib import Path
from typing import Any, Final

import uharfbuzz

from planner.export.pdf.faces import Face
from planner.export.pdf.memo import Memo
from planner.export.pdf.outlines import has_ink

_ENDINGS: Final = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_MOST_FILES: Final = 4000
_MOST_IN_A_FILE: Final = 40
_MOST_BYTES: Final = 256 * 2**20
_UNUSUAL: Final = re.compile("black|bold|cond|heavy|italic|light|medium|mono|obl|serif|thin", re.IGNORECASE)
_NEEDED: Final = frozenset({"head", "hhea", "hmtx", "maxp", "OS/2"})
_OUTLINES: Final = frozenset({"glyf", "CFF ", "CFF2"})
_HEAD_BYTES: Final = 54
_NO_CHARACTER: Final = 0xFDD0
_UNSEEN: Final = frozenset({"Cc", "Cf", "Mn", "Me", "Zl", "Zp", "Zs"})
_BLANK: Final = "\u115f\u1160\u2800\u3164\uffa0"
_NOT_IN_NAMES: Final = re.compile("[^A-Za-z0-9]")
_LONGEST_NAME: Final = 60
_COLOURED: Final = frozenset({"CBDT", "COLR", "SVG ", "sbix"})
# The bits of OS/2 fsType, by the OpenType specification.
_MAY_EMBED: Final = 0x000C
_RESTRICTED: Final = 0x0002
_NO_PARTS_OR_BITMAPS: Final = 0x0300


def font_folders() -> list[Path]:
    """Where this system keeps its fonts, and its user's."""
    home = Path.home()
    if sys.platform == "win32":
        windows = os.environ.get("WINDIR", r"C:\Windows")
        return [Path(windows, "Fonts"), home / "AppData/Local/Microsoft/Windows/Fonts"]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), data / "fonts", home / ".fonts"]


class SystemFonts:
    """The faces in some folders, read when the first character is asked for."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Look into these folders, and those within them."""
        self._folders = list(folders)
        self._having = Memo(self._faces_with)
        self._drawn: Memo[Face, Memo[str, bool]] = Memo(lambda face: Memo(partial(_draws, face)))

    def find(self, characters: Sequence[str], *, boxes: bool = False) -> Face | None:
        """The first face that has all of the characters, draws them and may be embedded in a document.

        With ``boxes`` it also draws a box for what it does not have.
        """
        having = reduce(and_, map(self._having.__getitem__, characters), -1) if characters else 0
        while having:
            lowest = having & -having
            face = self._faces[lowest.bit_length() - 1][1]
            drawn = all(map(self._drawn[face].__getitem__, characters))
            if drawn and (not boxes or has_ink(face, face.box)):
                return face
            having ^= lowest
        return None

    @cached_property
    def _faces(self) -> list[tuple[Any, Face]]:
        """The faces with the characters of each."""
        return [found for path in _files(self._folders) for found in _usable(path)]

    @cached_property
    def known(self) -> Any:
        """The numbers of the characters that at least one face has."""
        found = uharfbuzz.Set()
        for known, _ in self._faces:
            found.update(known)
        return found

    def _faces_with(self, character: str) -> int:
        """The faces that have a character: a bit for each face, the lowest for the first."""
        code = ord(character)
        if code not in self.known:
            return 0
        return sum(1 << place for place, (known, _) in enumerate(self._faces) if code in known)


@cache
def system_fonts() -> SystemFonts:
    """The fonts of this computer."""
    return SystemFonts(font_folders())


def _files(folders: Iterable[Path]) -> list[Path]:
    """The font files, in an order that does not change, upright faces of usual weight and width first."""
    found: list[Path] = []
    for folder in folders:
        for place, _, names in os.walk(folder):
            found += [Path(place, name) for name in names if Path(name).suffix.lower() in _ENDINGS]
    order = sorted(found, key=lambda path: (len(_UNUSUAL.findall(path.stem)), path.name, str(path)))
    return order[:_MOST_FILES]


def _usable(path: Path) -> Iterator[tuple[Any, Face]]:
    """The faces of a file with the characters of each; of a file that cannot be read, none."""
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return
        with path.open("rb") as opened:
            head = opened.read(12)
        blob = uharfbuzz.Blob.from_file_path(str(path))
        for index in range(min(_faces_in(head), _MOST_IN_A_FILE)):
            file = uharfbuzz.Face(blob, index)
            if _may_be_embedded(file) and not _stands_for_all(known := file.unicodes):
                name = _NOT_IN_NAMES.sub("", path.stem)[:_LONGEST_NAME] or "Font"
                yield known, Face(f"{name}-{index}", path, joined=True, foreign=True, index=index)
    except (OSError, ValueError, struct.error, uharfbuzz.HarfBuzzError):
        return


def _faces_in(head: bytes) -> int:
    return int(struct.unpack(">I", head[8:12])[0]) if head[:4] == b"ttcf" else 1


def _may_be_embedded(file: Any) -> bool:
    """Whether the face has outlines of one colour, and its makers allow them in a document."""
    tags = set(file.table_tags)
    if not tags >= _NEEDED or not tags & _OUTLINES or tags & _COLOURED:
        return False
    if len(file.reference_table("head").data) < _HEAD_BYTES:
        return False
    (bits,) = struct.unpack(">H", file.reference_table("OS/2").data[8:10])
    restricted = bits & _RESTRICTED and not bits & _MAY_EMBED
    return not restricted and not bits & _NO_PARTS_OR_BITMAPS


def _stands_for_all(known: Any) -> bool:
    """Whether the face draws boxes of its own for what is missing, so that nobody would be told."""
    return _NO_CHARACTER in known


def _draws(face: Face, character: str) -> bool:
    """Whether the face can still be read, and draws the character if that is seen."""
    if character in _BLANK or unicodedata.category(character) in _UNSEEN:
        return True
    try:
        return has_ink(face, face.font.get_nominal_glyph(ord(character)) or 0)
    except (OSError, ValueError, uharfbuzz.HarfBuzzError):
        return False
