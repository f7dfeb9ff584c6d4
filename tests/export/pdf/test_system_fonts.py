"""Fonts of the computer, played by a folder of fonts made for each test."""

import os
import random
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from fontTools.misc.psCharStrings import T2CharString
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from PIL import Image

from planner.export.blocks import Cell, Column, Document, Heading, Paragraph, Row, Run, Table, plain
from planner.export.pdf import choice, fonts, system_fonts
from planner.export.pdf.composites import Composite
from planner.export.pdf.outlines import Outlines
from planner.export.pdf.system_fonts import SystemFonts, font_folders
from planner.export.pdf.writer import write_pdf
from tests.export.pdf import made_fonts
from tests.export.pdf.conftest import document, read
from tests.export.pdf.made_fonts import KINDS, SIDE, WIDTH, name_keyed, true_type
from tests.export.pdf.standards import faults

RARE = "\ue123"
TIBETAN = "ཀ"
PHRASE = "盐 Đường Соль Αλάτι ملح מלח เกลือ नमक 소금 🧂 ⚠ ☐"


def put(folder: Path, name: str, font: bytes) -> Path:
    """A font file in the folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(font)
    return path


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all fonts that this computer has."""
    found = SystemFonts([tmp_path / "fonts"])
    monkeypatch.setattr(choice, "system_fonts", lambda: found)
    monkeypatch.setattr(fonts, "_book", cache(fonts.FontBook))
    return tmp_path / "fonts"


def everywhere(text: str) -> Document:
    """A document with the text as title, heading, bold, in a table and in the running head."""
    table = Table((Column(text), Column("b")), (Row((Cell(plain(text)), Cell(plain("c")))),))
    return document(Heading(text), text * 3, Paragraph((Run(text, bold=True),)), table, title=text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_of_the_computer_is_embedded(computer: Path, kind: str, tool: Callable[..., str]) -> None:
    put(computer, kind, KINDS[kind](TIBETAN + "ཁ"))
    told: list[str] = []
    written = write_pdf(everywhere(TIBETAN), unprintable=told.append)
    assert told == []
    assert faults(written) == []
    assert tool("pdftotext", written).count(TIBETAN) == 8
    assert "No syntax or stream encoding errors" in tool("qpdf", written, "--check")
    (font,) = [line for line in tool("pdffonts", written).splitlines() if Path(kind).stem in line]
    assert font.split()[1:8] == ["CID", "Type", "0C", "Identity-H", "yes", "yes", "yes"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_fonts_give_the_same_bytes(
    computer: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(computer, kind, KINDS[kind](TIBETAN))
    first = write_pdf(everywhere(TIBETAN))
    again = SystemFonts([computer])
    monkeypatch.setattr(choice, "system_fonts", lambda: again)
    monkeypatch.setattr(fonts, "_book", cache(fonts.FontBook))
    assert write_pdf(everywhere(TIBETAN)) == first


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_of_the_computer_is_seen(computer: Path, kind: str, tmp_path: Path) -> None:
    """Forty squares are as dark as they are large; a range of weights is drawn in the regular one."""
    put(computer, kind, KINDS[kind](TIBETAN))
    size, width = 9.2 / 1000, 400 if kind == "varying.otf" else SIDE
    inked = dark(write_pdf(document(TIBETAN * 40)), tmp_path) - dark(write_pdf(document("\u00a0")), tmp_path)
    assert inked == pytest.approx(40 * width * SIDE * size**2, rel=0.03)


def dark(written: bytes, folder: Path) -> float:
    """How many square points of the first page are dark."""
    program = shutil.which("pdftoppm")
    if program is None:
        pytest.skip("pdftoppm is not installed")
    path = put(folder, "page.pdf", written)
    subprocess.run([program, "-r", "144", "-gray", "-singlefile", str(path), str(path)], check=True)
    with Image.open(f"{path}.pgm") as page:
        tones = page.histogram()
    darkest = next(tone for tone, number in enumerate(tones) if number)
    return sum((255 - tone) * number for tone, number in enumerate(tones)) / (255 - darkest) / 4


def test_letters_of_two_texts_and_put_together_ones_keep_their_text(
    computer: Path, tool: Callable[..., str]
) -> None:
    put(computer, "a.otf", name_keyed("ཀཁ\u0f72"))
    text = "ཀཁ ཀ\u0f72 ཁ\u0f72ཀ"
    written = write_pdf(document(text))
    assert text in tool("pdftotext", written)
    assert faults(written) == []


def test_a_face_is_found_by_what_it_has(tmp_path: Path) -> None:
    put(tmp_path, "deep/Rare-Bold.otf", name_keyed(RARE))
    put(tmp_path, "deep/Rare.ttf", true_type(RARE))
    face = SystemFonts([tmp_path, tmp_path / "none"]).find([RARE])
    assert face is not None
    assert face.name == "Rare-0"
    assert SystemFonts([tmp_path]).find([RARE, "x"]) is None


def test_a_name_of_any_letters_and_length_is_one_of_plain_letters(tmp_path: Path, computer: Path) -> None:
    put(computer, "思源 (黑體) " + "x" * 90 + "-É.otf", name_keyed(RARE))
    put(tmp_path / "other", "仿宋.ttf", true_type(RARE))
    assert faults(write_pdf(document(RARE))) == []
    face = SystemFonts([tmp_path / "other"]).find([RARE])
    assert face is not None
    assert face.name == "Font-0"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bits", [0x0002, 0x0100, 0x0200])
def test_a_face_that_its_makers_keep_out_of_documents_is_passed_over(
    tmp_path: Path, kind: str, bits: int
) -> None:
    put(tmp_path, kind, KINDS[kind](RARE, bits))
    assert SystemFonts([tmp_path]).find([RARE]) is None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bits", [0x0004, 0x0008, 0x0000, 0x000A])
def test_a_face_that_may_be_embedded_is_taken(tmp_path: Path, kind: str, bits: int) -> None:
    put(tmp_path, kind, KINDS[kind](RARE, bits))
    assert SystemFonts([tmp_path]).find([RARE]) is not None


def test_a_face_of_boxes_for_what_is_missing_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "LastResort.otf", name_keyed(RARE + "\ufdd0"))
    assert SystemFonts([tmp_path]).find([RARE]) is None


def test_a_face_that_draws_nothing_is_passed_over(tmp_path: Path) -> None:
    blank = TTFont(put(tmp_path, "a.ttf", true_type(RARE + "\u2800")))
    for name in blank.getGlyphOrder():
        blank["glyf"][name] = Glyph()
    blank.save(tmp_path / "a.ttf")
    found = SystemFonts([tmp_path])
    assert found.find([RARE]) is None
    assert found.find(["\u2800"]) is not None
    put(tmp_path, "b.ttf", true_type(RARE))
    face = SystemFonts([tmp_path]).find([RARE])
    assert face is not None
    assert face.name == "b-0"


@pytest.mark.parametrize(("strokes", "taken"), [(3_000, True), (4_000, False)])
def test_a_letter_too_large_for_a_document_is_passed_over(
    computer: Path, monkeypatch: pytest.MonkeyPatch, strokes: int, taken: bool
) -> None:
    """The largest is written whole, so that it is seen."""
    monkeypatch.setattr(made_fonts, "_square", lambda width: large(width, strokes))
    put(computer, "a.otf", name_keyed(RARE))
    face = SystemFonts([computer]).find([RARE])
    assert (face is not None) == taken
    if face is not None:
        (made,) = Outlines(face, [Composite((1,), (0,), (0,), WIDTH)]).shapes
        assert len(made.strokes) > 5 * strokes
        assert faults(write_pdf(document(RARE))) == []


def large(width: int, strokes: int) -> T2CharString:
    """A glyph of so many curves to and fro."""
    there, back = [40, 50, 60, 70, 80, 90, "rrcurveto"], [-40, -50, -60, -70, -80, -90, "rrcurveto"]
    return T2CharString(program=[width, 0, 0, "rmoveto", *(there + back) * (strokes // 2), "endchar"])


def test_what_is_no_font_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "b.ttf", b"")
    put(tmp_path, "c.ttc", b"ttcf" + b"\xff" * 60)
    put(tmp_path, "d.otf", b"OTTO" * 9)
    (tmp_path / "e.otf").mkdir()
    with put(tmp_path, "f.otf", name_keyed(RARE)).open("r+b") as huge:
        huge.truncate(2**33)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "g.ttf")
        (tmp_path / "h.ttf").symlink_to(tmp_path / "h.ttf")
        (tmp_path / "i.ttf").symlink_to(tmp_path / "none.ttf")
    put(tmp_path, "z.ttf", true_type(RARE))
    face = SystemFonts([tmp_path]).find([RARE])
    assert face is not None
    assert face.name == "z-0"


def test_a_file_that_is_gone_when_it_is_needed_is_passed_over(tmp_path: Path) -> None:
    path = put(tmp_path, "a.ttf", true_type(RARE + TIBETAN))
    put(tmp_path, "b.ttf", true_type(RARE))
    found = SystemFonts([tmp_path])
    assert found.find(["x"]) is None
    path.unlink()
    face = found.find([RARE])
    assert face is not None
    assert face.name == "b-0"
    assert found.find([TIBETAN]) is None


def damaged(font: bytes, chance: random.Random) -> bytes:
    """The font cut short, with bytes of any value, a stretch of zeros or of ones, or tables exchanged."""
    data, place = bytearray(font), chance.randrange(len(font))
    match chance.randrange(5):
        case 0:
            del data[place:]
        case 1:
            for _ in range(chance.randrange(1, 30)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        case 2 | 3 as kind:
            length = min(chance.randrange(1, 400), len(data) - place)
            data[place : place + length] = (b"\0" if kind == 2 else b"\xff") * length
        case _:
            one, two = (12 + 16 * chance.randrange(data[5]) for _ in range(2))
            data[one + 4 : one + 16], data[two + 4 : two + 16] = (
                data[two + 4 : two + 16],
                data[one + 4 : one + 16],
            )
    return bytes(data)


@pytest.mark.parametrize("kind", KINDS)
def test_no_damage_to_a_font_harms_a_document(
    computer: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is broken, the document is whole, and the letter is drawn by some font or told."""
    chance, whole, used = random.Random(kind), KINDS[kind](TIBETAN), 0
    for number in range(120):
        put(computer, kind, damaged(whole, chance))
        found = SystemFonts([computer])
        monkeypatch.setattr(choice, "system_fonts", lambda found=found: found)
        monkeypatch.setattr(fonts, "_book", cache(fonts.FontBook))
        told: list[str] = []
        written = write_pdf(document(f"A letter {TIBETAN}."), unprintable=told.append)
        assert (found.find([TIBETAN]) is None) == bool(told)
        used += not told
        if number % 10 == 0:
            assert faults(written) == []
        assert TIBETAN in read(written).pages[0].extract_text()
    assert 10 < used < 115


def test_fonts_of_the_computer_are_not_looked_at_without_need(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(system_fonts, "_files", refuse)
    monkeypatch.setattr(choice, "system_fonts", lambda: SystemFonts([Path()]))
    monkeypatch.setattr(fonts, "_book", cache(fonts.FontBook))
    assert write_pdf(everywhere(PHRASE))


def test_the_folders_of_this_system_are_named() -> None:
    assert all(folder.is_absolute() for folder in font_folders())
