"""The fonts of the computer, asked for what the fonts of the program do not have."""

import os
import re
import struct
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import uharfbuzz

from planner.export.pdf.faces import Face

_ENDINGS: Final = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_MOST_FILES: Final = 4000
_MOST_IN_A_FILE: Final = 40
_UNUSUAL: Final = re.compile("black|bold|cond|heavy|italic|light|medium|mono|obl|serif|thin", re.IGNORECASE)
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
        self._read: list[tuple[Any, Face]] | None = None
        self._any: Any = uharfbuzz.Set()

    def find(self, characters: Sequence[str]) -> Face | None:
        """The first face that has all of the characters and may be embedded in a document."""
        faces = self._faces()
        codes = [ord(character) for character in characters]
        if not codes or not all(code in self._any for code in codes):
            return None
        return next((face for known, face in faces if all(code in known for code in codes)), None)

    def _faces(self) -> list[tuple[Any, Face]]:
        if self._read is None:
            self._read = []
            for path in _files(self._folders):
                for known, face in _usable(path):
                    self._read.append((known, face))
                    self._any.update(known)
        return self._read


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
        blob = uharfbuzz.Blob.from_file_path(str(path))
        for index in range(min(_faces_in(blob.data[:12]), _MOST_IN_A_FILE)):
            file = uharfbuzz.Face(blob, index)
            if _may_be_embedded(file):
                name = "".join(filter(str.isalnum, path.stem)) or "Font"
                yield file.unicodes, Face(f"{name}-{index}", path, joined=True, index=index)
    except (OSError, RuntimeError, ValueError, struct.error):
        return


def _faces_in(head: bytes) -> int:
    return int(struct.unpack(">I", head[8:12])[0]) if head[:4] == b"ttcf" else 1


def _may_be_embedded(file: Any) -> bool:
    """Whether the face has outlines that a PDF can hold, and its makers allow it."""
    tags = set(file.table_tags)
    if not {"glyf", "head", "hhea", "hmtx", "loca", "maxp", "OS/2"} <= tags or tags & _COLOURED:
        return False
    (bits,) = struct.unpack(">H", file.reference_table("OS/2").data[8:10])
    restricted = bits & _RESTRICTED and not bits & _MAY_EMBED
    return not restricted and not bits & _NO_PARTS_OR_BITMAPS
