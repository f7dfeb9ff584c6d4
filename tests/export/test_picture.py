"""The cover picture: what an author may choose, what it becomes, and what is said of a file that is none."""

import base64
import io
import re
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from planner.core.catalog import Catalog
from planner.core.rules import RuleBook
from planner.export import picture as pictures
from planner.export.blocks import Cover
from planner.export.choices import Choices
from planner.export.html.writer import write_html
from planner.export.outline import outline
from planner.export.pdf.writer import write_pdf
from planner.export.picture import BROKEN, KEPT_BYTES, LONGEST_SIDE, PictureError, picture, picture_lines
from planner.export.shown import shown_plan
from planner.export.word.writer import write_word
from planner.storage import format as plan_format
from planner.storage.templates import SAMPLE, new_plan
from tests.export.pdf.standards import faults

DAY = date(2026, 11, 22)


def chosen(
    folder: Path, kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (60, 90), **saved: Any
) -> Path:
    """A file with a picture: red above, blue below."""
    image = Image.new(mode, size, "blue" if mode != "CMYK" else (255, 255, 0, 0))
    image.paste("red" if mode != "CMYK" else (0, 255, 255, 0), (0, 0, size[0], size[1] // 2))
    path = folder / f"cover.{kind.lower()}"
    image.save(path, kind, **saved)
    return path


def decoded(lines: tuple[str, ...]) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode("".join(lines))))


def near(image: Image.Image, place: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    seen = image.convert("RGB").getpixel(place)
    assert isinstance(seen, tuple)
    return all(abs(a - b) < 40 for a, b in zip(seen, colour, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_each_kind_becomes_an_upright_jpeg_in_short_lines(tmp_path: Path, kind: str) -> None:
    lines = picture_lines(chosen(tmp_path, kind))
    assert all(0 < len(line) <= pictures.LINE for line in lines)
    image = decoded(lines)
    assert (image.format, image.size, image.mode) == ("JPEG", (60, 90), "RGB")
    assert near(image, (30, 10), (255, 0, 0))
    assert near(image, (30, 80), (0, 0, 255))


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "1", "CMYK"])
def test_every_way_of_storing_colours_is_shown_in_red_green_and_blue(tmp_path: Path, mode: str) -> None:
    image = Image.new(mode, (20, 30))
    path = tmp_path / "cover"
    image.save(path, "JPEG" if mode == "CMYK" else "PNG")
    assert decoded(picture_lines(path)).mode == "RGB"


def test_what_is_clear_becomes_white(tmp_path: Path) -> None:
    path = tmp_path / "cover.png"
    Image.new("RGBA", (20, 30), (0, 0, 0, 0)).save(path)
    assert near(decoded(picture_lines(path)), (10, 10), (255, 255, 255))


def test_a_camera_held_sideways_is_turned_back(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the file is to be turned by a quarter to the right
    image = decoded(picture_lines(chosen(tmp_path, "JPEG", size=(90, 60), exif=exif)))
    assert image.size == (60, 90)
    assert near(image, (50, 45), (255, 0, 0))
    assert not image.getexif()


def test_a_print_cover_is_made_small_and_a_noisy_one_smaller_still(tmp_path: Path) -> None:
    image = decoded(picture_lines(chosen(tmp_path, "JPEG", size=(1600, 2560))))
    assert image.size == (LONGEST_SIDE * 1600 // 2560, LONGEST_SIDE)
    path = tmp_path / "noise.png"
    Image.effect_noise((900, 1200), 200).convert("RGB").save(path)
    lines = picture_lines(path)
    assert sum(map(len, lines)) <= KEPT_BYTES * 4 / 3 + 4
    assert picture(lines, "Cover")


def refused(path: Path) -> str:
    with pytest.raises(PictureError) as caught:
        picture_lines(path)
    return str(caught.value)


def test_a_file_that_is_no_such_picture_is_told_with_a_way_out(tmp_path: Path) -> None:
    text, gif = tmp_path / "cover.txt", tmp_path / "cover.gif"
    text.write_text("no picture")
    Image.new("RGB", (5, 5)).save(gif)
    for path in (text, gif):
        said = refused(path)
        assert said == f"“{path.name}” is no PNG, JPEG or WebP picture, or is damaged; choose another file."


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_broken_picture_is_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "cover"
    whole = chosen(tmp_path, kind, size=(300, 400)).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "damaged" in refused(path)


def test_a_folder_a_missing_file_and_a_huge_one_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(tmp_path).endswith("is no file; choose a picture.")
    assert refused(tmp_path / "missing.png") == "“missing.png” is no file; choose a picture."
    monkeypatch.setattr(pictures, "MOST_BYTES", 50)
    assert "choose a smaller picture" in refused(chosen(tmp_path))


def test_a_picture_that_would_fill_the_memory_is_told_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(path)
    assert path.stat().st_size < 100_000
    assert refused(path) == "“bomb.png” has more than 40 million pixels; choose a smaller picture."


@given(st.binary(max_size=300))
def test_any_bytes_are_a_picture_or_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "cover"
    path.write_bytes(data)
    assert refused(path).endswith("choose another file.")


def big_lines() -> tuple[str, ...]:
    written = io.BytesIO()
    Image.new("RGB", (LONGEST_SIDE + 1, 10)).save(written, "JPEG")
    return (base64.b64encode(written.getvalue()).decode(),)


@pytest.mark.parametrize(
    "lines",
    [(), ("",), ("no base64!",), ("AAAA",), ("é",), ("A" * 500_000,), big_lines()],
    ids=["none", "empty", "odd", "no picture", "letters", "long", "large"],
)
def test_what_a_plan_says_is_looked_at_again(lines: tuple[str, ...]) -> None:
    assert picture(lines, "Cover") is None


def test_what_a_camera_wrote_beside_a_picture_in_a_plan_goes_no_further() -> None:
    exif, written = Image.Exif(), io.BytesIO()
    exif[0x010E] = "Taken at home"
    Image.new("RGB", (20, 30), "red").save(written, "JPEG", exif=exif, comment=b"by Jo")
    shown = picture((base64.b64encode(written.getvalue()).decode(),), "Cover")
    assert shown
    assert b"home" not in shown.jpeg
    assert b"Jo" not in shown.jpeg
    assert near(Image.open(io.BytesIO(shown.jpeg)), (10, 10), (255, 0, 0))


@pytest.mark.parametrize("preset", ["self", "tip-sheet"])
def test_nor_into_the_plan_inside_a_document_where_it_stands_upright(preset: str, catalog: Catalog) -> None:
    exif, written = Image.Exif(), io.BytesIO()
    exif[0x010E], exif[0x0112] = "Taken at home", 6
    Image.new("RGB", (30, 20), "red").save(written, "JPEG", exif=exif)
    made = new_plan(SAMPLE)
    plan = replace(made, book=replace(made.book, cover=(base64.b64encode(written.getvalue()).decode(),)))
    inside = shown_plan(plan, Choices(preset), catalog, DAY)
    assert b"home" not in base64.b64decode("".join(inside.book.cover))
    assert decoded(inside.book.cover).size == (20, 30)
    broken = replace(made, book=replace(made.book, cover=("AAAA",)))
    assert shown_plan(broken, Choices(preset), catalog, DAY).book.cover == ()


def test_a_cover_goes_into_the_plan_the_page_and_the_word_file(
    catalog: Catalog, rules: RuleBook, tmp_path: Path
) -> None:
    lines = picture_lines(chosen(tmp_path))
    made = new_plan(SAMPLE)
    made = replace(made, book=replace(made.book, cover=lines))
    written = plan_format.write(made)
    assert all(f'"{line}"'.encode() in written for line in lines)
    assert plan_format.read(written, "plan").plan == made
    for preset in ("self", "tip-sheet", "summary"):
        document = outline(made, catalog, rules, DAY, preset)
        cover = document.sections[0].blocks[0]
        assert isinstance(cover, Cover)
        assert cover.picture
        assert (cover.picture.alt, document.told) == ("Cover of The Salt Road", ())
    page = write_html(document).decode()
    assert 'alt="Cover of The Salt Road"' in page
    assert f"data:image/jpeg;base64,{''.join(lines)}" in page
    assert b"word/media/image1.jpg" in write_word(document)


def test_a_cover_is_drawn_in_the_pdf_with_its_description_and_keeps_to_the_standards(
    catalog: Catalog, rules: RuleBook, tmp_path: Path
) -> None:
    made = new_plan(SAMPLE)
    made = replace(made, book=replace(made.book, cover=picture_lines(chosen(tmp_path, size=(600, 900)))))
    written = write_pdf(outline(made, catalog, rules, DAY, "summary"))
    (image,) = PdfReader(io.BytesIO(written)).pages[0].images
    assert image.image
    assert near(image.image, (100, 100), (255, 0, 0))
    assert "Cover of The Salt Road".encode("utf-16-be").hex().upper().encode() in unpacked(written)
    assert faults(written) == []


def unpacked(written: bytes) -> bytes:
    """All that the compressed streams of a PDF hold."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", written, re.DOTALL)
    return b"".join(zlib.decompressobj().decompress(stream) for stream in streams if stream[:1] == b"x")


def test_a_broken_cover_in_a_plan_is_told_and_the_rest_is_there(catalog: Catalog, rules: RuleBook) -> None:
    made = new_plan(SAMPLE)
    made = replace(made, book=replace(made.book, cover=("broken",)))
    assert outline(made, catalog, rules, DAY).told == (BROKEN,)
    assert outline(made, catalog, rules, DAY, without={"cover"}).told == ()


@pytest.mark.parametrize("level", [0, 1_000, 40_000, 65_535])
@pytest.mark.parametrize("options", [{}, {"transparency": 40_000}], ids=["opaque", "with a clear level"])
def test_grey_of_sixteen_bits_keeps_its_levels(level: int, options: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    Image.new("I;16", (30, 45), level).save(path, **options)
    seen = decoded(picture_lines(path)).getpixel((9, 9))
    assert isinstance(seen, tuple)
    assert abs(seen[0] - level / 257) <= 2


@pytest.mark.parametrize("name", ["a\u202egnp.exe", "two\nlines.png", "\x1b[31m.png", "n" * 250, "nul\0.png"])
def test_a_name_that_is_no_plain_word_is_told_plainly(name: str, tmp_path: Path) -> None:
    with pytest.raises(PictureError) as told:
        picture_lines(tmp_path / name)
    assert str(told.value).isprintable()
    assert len(str(told.value)) < 160
