"""Fonts of the computer, played by a folder of fonts made for each test."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
import uharfbuzz

from planner.core.resources import resource
from planner.export.pdf import fonts
from planner.export.pdf.system_fonts import SystemFonts, font_folders
from planner.export.pdf.writer import write_pdf
from tests.export.pdf.conftest import document, read

RARE = "\ue123"


def made(folder: Path, name: str = "Rare-Regular.ttf", bits: int = 0, cut: int | None = None) -> Path:
    """A font with one letter of private use, which may be embedded as the ``bits`` say."""
    data = bytearray(resource("fonts").joinpath("NotoSansHebrew-Regular.ttf").read_bytes())
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, start, _ = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if tag == b"OS/2":
            struct.pack_into(">H", data, start + 8, bits)
        if tag == b"cmap":
            glyph = uharfbuzz.Font(uharfbuzz.Face(bytes(data))).get_nominal_glyph(ord("ש"))
            table = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(
                ">HHIIIIII", 12, 0, 28, 0, 1, ord(RARE), ord(RARE), glyph
            )
            data[start : start + len(table)] = table
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(data)[:cut])
    return path


def test_a_face_is_found_by_what_it_has(tmp_path: Path) -> None:
    made(tmp_path, "deep/Rare-Bold.ttf")
    made(tmp_path, "deep/Rare.ttf")
    face = SystemFonts([tmp_path, tmp_path / "none"]).find([RARE])
    assert face is not None
    assert face.name == "Rare-0"
    assert SystemFonts([tmp_path]).find([RARE, "x"]) is None


@pytest.mark.parametrize("bits", [0x0002, 0x0100, 0x0200])
def test_a_face_that_its_makers_keep_out_of_documents_is_passed_over(tmp_path: Path, bits: int) -> None:
    made(tmp_path, bits=bits)
    assert SystemFonts([tmp_path]).find([RARE]) is None


@pytest.mark.parametrize("bits", [0x0004, 0x0008, 0x0000])
def test_a_face_that_may_be_embedded_is_taken(tmp_path: Path, bits: int) -> None:
    made(tmp_path, bits=bits)
    assert SystemFonts([tmp_path]).find([RARE]) is not None


def test_broken_files_are_passed_over(tmp_path: Path) -> None:
    made(tmp_path, "a.ttf", cut=300)
    (tmp_path / "b.ttf").write_bytes(b"")
    (tmp_path / "c.ttc").write_bytes(b"ttcf" + b"\xff" * 60)
    (tmp_path / "d.otf").write_bytes(b"OTTO" * 9)
    made(tmp_path, "e.ttf")
    face = SystemFonts([tmp_path]).find([RARE])
    assert face is not None
    assert face.name == "e-0"


def test_the_folders_of_this_system_are_named() -> None:
    assert all(folder.is_absolute() for folder in font_folders())


def test_a_letter_of_the_computer_is_embedded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: Callable[..., str]
) -> None:
    made(tmp_path)
    monkeypatch.setattr(fonts, "system_fonts", lambda: SystemFonts([tmp_path]))
    monkeypatch.setattr(fonts, "_books", {})
    told: list[str] = []
    written = write_pdf(document(f"A letter {RARE}."), unprintable=told.append)
    assert told == []
    assert "RareRegular-0" in tool("pdffonts", written)
    assert "No syntax or stream encoding errors" in tool("qpdf", written, "--check")
    assert len(read(written).pages) == 1
