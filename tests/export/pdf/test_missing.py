"""A character that no font has is a box that is seen, and told with its place, wherever it stands."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from planner.core.resources import resource
from planner.export.blocks import (
    Bar,
    BarChart,
    Block,
    Cell,
    Column,
    Contents,
    Cover,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    Items,
    KeyFigures,
    LinkCard,
    LinkCards,
    Mark,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Tick,
    TimeBar,
    TimelineChart,
    Week,
    WeekChart,
    plain,
)
from planner.export.pdf import choice, fonts
from planner.export.pdf.faces import BOX, Face
from planner.export.pdf.fonts import font_book
from planner.export.pdf.outlines import has_ink
from planner.export.pdf.system_fonts import SystemFonts
from planner.export.pdf.words import Look
from planner.export.pdf.writer import write_pdf
from planner.export.unprintable import unprintable_places
from tests.export.pdf.conftest import DAY, read
from tests.export.pdf.made_fonts import name_keyed

NOBODYS: Final = "\u0378"
FROM, TO = date(2027, 3, 1), date(2027, 3, 8)
WEEKS: Final = (Week(FROM, 3.0), Week(TO, 4.0))
TICK: Final = Tick(FROM, "March")
MARK: Final = Mark("M", "#334455")
COVER: Final = "the cover"
HERE: Final = "“Section”"
FOOT: Final = "the foot of each page"


@pytest.fixture(autouse=True)
def _a_computer_without_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "system_fonts", lambda: SystemFonts([]))
    monkeypatch.setattr(fonts, "_book", cache(fonts.FontBook))


def table(title: str = "Post", **cell: Any) -> Table:
    """A table of one row, with one cell as told."""
    return Table(
        (Column(title), Column("b")), (Row((Cell(**{"runs": plain("a"), **cell}), Cell(plain("c")))),)
    )


def timeline(label: str = "Bar", note: str = "", **parts: Any) -> TimelineChart:
    """A timeline of one bar."""
    return TimelineChart(
        FROM, date(2027, 6, 1), **{"ticks": (TICK,), "bars": (TimeBar(label, FROM, TO, note),), **parts}
    )


PLACES: Final[dict[str, tuple[Callable[[str], Block], str]]] = {
    "title": (Cover, COVER),
    "cover's eyebrow": (lambda text: Cover("T", text), COVER),
    "cover's subtitle": (lambda text: Cover("T", subtitle=text), COVER),
    "cover's lines": (lambda text: Cover("T", lines=(text,)), COVER),
    "cover's summary": (lambda text: Cover("T", summary=plain(text)), COVER),
    "cover's panel": (lambda text: Cover("T", panel=text, panel_foot="F"), COVER),
    "cover's foot": (lambda text: Cover("T", panel="P", panel_foot=text), COVER),
    "contents": (Contents, HERE),
    "heading": (Heading, f"{HERE}, “{NOBODYS}”"),
    "smaller heading": (lambda text: Heading(text, 3), f"{HERE}, “{NOBODYS}”"),
    "paragraph": (lambda text: Paragraph(plain(text)), HERE),
    "bold link": (lambda text: Paragraph((Run(text, bold=True, link="https://a.example/"),)), HERE),
    "note": (lambda text: Note(plain(text)), HERE),
    "note's title": (lambda text: Note(plain("n"), title=text), HERE),
    "note's source": (lambda text: Note(plain("n"), source=text), HERE),
    "note's point": (lambda text: Note(plain("n"), points=(Fact("1", plain(text)),)), f"{HERE}, “1”"),
    "key figure": (lambda text: KeyFigures((Figure(text, "l"),)), HERE),
    "key figure's label": (lambda text: KeyFigures((Figure("1", text),)), HERE),
    "fact": (lambda text: Facts((Fact("Shop", plain(text)),)), f"{HERE}, “Shop”"),
    "fact's label": (lambda text: Facts((Fact(text, plain("f")),)), f"{HERE}, “{NOBODYS}”"),
    "list": (lambda text: Items((plain(text),)), HERE),
    "column": (table, HERE),
    "cell": (lambda text: table(runs=plain(text)), f"{HERE}, “Post”"),
    "mark": (lambda text: table(mark=Mark(text, "#334455")), f"{HERE}, “Post”"),
    "bar of a timeline": (timeline, HERE),
    "note of a timeline": (lambda text: timeline(note=text), HERE),
    "day of a timeline": (lambda text: timeline(ticks=(Tick(FROM, text),)), HERE),
    "launch of a timeline": (lambda text: timeline(launch=Tick(FROM, text)), HERE),
    "message of a timeline": (lambda text: timeline(message=text), HERE),
    "key of a timeline": (lambda text: timeline(key=text), HERE),
    "label of a bar": (lambda text: BarChart((Bar(text, 1.0, "1"),)), HERE),
    "amount of a bar": (lambda text: BarChart((Bar("b", 1.0, text),)), HERE),
    "mark of a bar": (lambda text: BarChart((Bar("b", 1.0, "1", mark=Mark(text, "#334455")),)), HERE),
    "message of bars": (lambda text: BarChart((Bar("b", 1.0, "1"),), text), HERE),
    "key of bars": (lambda text: BarChart((Bar("b", 1.0, "1"),), key=text), HERE),
    "day of weeks": (lambda text: WeekChart(WEEKS, (Tick(FROM, text),)), HERE),
    "launch of weeks": (lambda text: WeekChart(WEEKS, (TICK,), 5.0, Tick(FROM, text)), HERE),
    "message of weeks": (lambda text: WeekChart(WEEKS, (TICK,), message=text), HERE),
    "label of a link": (lambda text: LinkCards((LinkCard(text, "https://a.example/"),)), HERE),
    "address of a link": (lambda text: LinkCards((LinkCard("l", f"https://a.example/{text}"),)), HERE),
    "note of a link": (lambda text: LinkCards((LinkCard("l", "https://a.example/", text),)), HERE),
}


def drawn(document: Document) -> tuple[list[bytes], list[str]]:
    """What is drawn on each page, and what is told."""
    told: list[str] = []
    pages = read(write_pdf(document, unprintable=told.append)).pages
    return [contents.get_data() for page in pages if (contents := page.get_contents())], told


def same_as_a_box(made: Callable[[str], Document]) -> str:
    """What is told of a missing character, once the pages are those of a box that was typed."""
    pages, told = drawn(made(NOBODYS))
    assert (pages, []) == drawn(made(BOX))
    (sentence,) = told
    return sentence


@pytest.mark.parametrize("place", PLACES)
def test_a_missing_character_is_a_box_and_told_in_every_block(place: str) -> None:
    block, where = PLACES[place]

    def made(text: str) -> Document:
        on_cover = where == COVER
        return Document("T", "en", DAY, (Section("" if on_cover else "Section", (block(text),)),))

    assert same_as_a_box(made) == f"U+0378 in {where}"


@pytest.mark.parametrize(
    ("where", "made"),
    [
        (f"“{NOBODYS}”", lambda text: Document("T", "en", DAY, (Section(text, ()),))),
        ("“S”", lambda text: Document("T", "en", DAY, (Section("S", (), text),))),
        (FOOT, lambda text: Document("T", "en", DAY, (Section("S", ()),), running_head=text)),
    ],
    ids=["section", "eyebrow", "running head"],
)
def test_it_is_told_of_sections_and_of_the_foot(where: str, made: Callable[[str], Document]) -> None:
    assert same_as_a_box(made) == f"U+0378 in {where}"


def test_a_document_without_titles_names_itself_and_the_heading() -> None:
    """The parts of a tip sheet and of a summary are on no cover."""
    blocks = (Cover("T"), Heading("The book"), Paragraph(plain(NOBODYS)))
    document = Document("T", "en", DAY, (Section("", blocks),), subject="Tip sheet")
    assert unprintable_places(document, NOBODYS) == "U+0378 in the tip sheet, “The book”"


def test_after_a_dozen_it_is_said_who_names_the_others() -> None:
    many = [chr(0x13000 + number) for number in range(15)]
    document = Document("T", "en", DAY, (Section("S", (Paragraph(plain("".join(many))),)),))
    assert unprintable_places(document, many).endswith("; and 3 more, which the checks name")


def test_outline_and_title_keep_what_was_typed() -> None:
    """Viewers show both in fonts of their own."""
    reader = read(write_pdf(Document(NOBODYS, "en", DAY, (Section(NOBODYS, (Heading(NOBODYS),)),))))
    outline: Any = reader.outline
    assert [outline[0]["/Title"], outline[1][0]["/Title"]] == [NOBODYS] * 2
    assert reader.metadata is not None
    assert reader.metadata.title == NOBODYS


@pytest.mark.parametrize("path", sorted(resource("fonts").glob("*.ttf")), ids=lambda path: path.stem)
def test_the_box_of_every_face_is_seen(path: Path) -> None:
    face = Face(path.stem, path)
    assert has_ink(face, face.box)


@pytest.mark.parametrize("base", ["e", "र", "ש", "盐", "ก", "😀"])
def test_a_missing_mark_is_a_box_beside_its_letter(base: str) -> None:
    told: list[str] = []
    document = Document("T", "en", DAY, (Section("S", (Paragraph(plain(f"{base}\u0f72")),)),))
    write_pdf(document, unprintable=told.append)
    assert told == ["U+0F72 TIBETAN VOWEL SIGN I (\u0f72) in “S”"]
    (piece,) = font_book().word(f"{base}\u0f72", Look()).pieces
    (glyph,) = piece.glyphs
    assert glyph.composite is not None
    assert piece.face.box in glyph.composite.numbers


def test_a_face_of_the_computer_without_a_box_is_passed_over_where_a_mark_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.otf").write_bytes(name_keyed("ཀ", boxed=False))
    monkeypatch.setattr(choice, "system_fonts", lambda: SystemFonts([tmp_path]))
    assert font_book().word("ཀ", Look()).pieces[0].face.name == "a-0"
    (piece,) = font_book().word("ཀ\u0f72", Look()).pieces
    assert piece.face.name == "Inter-Regular"
