"""The PDF as other programs read it back."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.export.blocks import (
    Align,
    Bar,
    BarChart,
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
    Marker,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Tick,
    TimeBar,
    TimelineChart,
    plain,
)
from planner.export.pdf.style import TEXT_SIZES
from planner.export.pdf.writer import ExportCancelled, write_pdf
from tests.export.pdf.conftest import DAY, contents_of, document, links, read, text_of

Tool = Callable[..., str]

SCRIPTS = {
    "latin": "Crème brûlée, Łódź, Ærø, “quoted” – dashed — and 1,450 €",
    "vietnamese": "Con đường muối của những người buôn gia vị",
    "cyrillic": "Соляной путь, історія моря, ђубре",
    "greek": "Ο δρόμος του αλατιού, Ὀδύσσεια",
    "simplified": "盐之路，一部海上历史小说",
    "traditional": "鹽之路，一部海上歷史小說",
    "japanese": "塩の道、「海の物語」です。カタカナ",
    "korean": "소금의 길, 바다 이야기",
    "marks": "✓ on ◐ limited ◷ not yet ⚠ forbidden ⊘ impossible ★ ☐ → ▲",
}

EVERY_BLOCK = Document(
    "Every block",
    "en-GB",
    DAY,
    (
        Section("", (Cover("Title", "Plan", "Subtitle", ("A line",), plain("About"), "Title", "Author"),)),
        Section(
            "First",
            (
                KeyFigures(tuple(Figure(str(n), f"label {n}") for n in range(6))),
                Contents("Contents"),
                Heading("Heading"),
                Heading("Minor heading", 3),
                Paragraph(plain("Lead"), lead=True),
                Note(plain("Note"), "Note title", "Source"),
                Facts((Fact("Label", plain("Fact")),)),
            ),
            eyebrow="Eyebrow",
        ),
        Section(
            "Second",
            (
                *(Items((plain("item one"), plain("item two")), marker) for marker in Marker),
                Table(
                    (Column("Name", 2), Column("Sum", 1, Align.RIGHT)),
                    (
                        Row((Cell(plain("row")), Cell(plain("12")))),
                        Row((Cell(plain("off")), Cell(plain("0"))), muted=True),
                        Row((Cell(plain("Total")), Cell(plain("12"))), strong=True),
                    ),
                ),
                TimelineChart(
                    date(2027, 1, 1),
                    date(2027, 3, 31),
                    (Tick(date(2027, 1, 1), "Jan"), Tick(date(2027, 2, 1), "Feb")),
                    (
                        TimeBar(
                            "Phase", date(2027, 1, 5), date(2027, 2, 1), "4 weeks", "#336699", strong=True
                        ),
                        TimeBar("Outside", date(2020, 1, 5), date(2030, 2, 1), "years"),
                    ),
                    Tick(date(2027, 2, 14), "Launch day"),
                    "Chart message",
                ),
                BarChart((Bar("One", 1.0, "$1"), Bar("None", 0.0, "$0")), "Bar message"),
                LinkCards((LinkCard("Card", "https://books.example/card", "Card note"),)),
                PageBreak(),
                Paragraph(plain("After the break")),
            ),
            new_page=True,
        ),
    ),
    running_head="Running head",
)


@pytest.fixture(scope="module")
def every_block() -> bytes:
    return write_pdf(EVERY_BLOCK)


@pytest.mark.parametrize("script", SCRIPTS)
def test_text_is_extracted_as_it_was_typed(script: str, tool: Tool) -> None:
    text = SCRIPTS[script]
    assert text in text_of(text)
    assert text in " ".join(tool("pdftotext", write_pdf(document(text))).split())


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("italic", [True, False])
def test_every_look_has_every_script(script: str, bold: bool, italic: bool) -> None:
    text = SCRIPTS[script]
    assert text in text_of(Paragraph((Run(text, bold, italic),)))


def test_every_block_says_what_it_was_given(every_block: bytes) -> None:
    text = " ".join(page.extract_text() for page in read(every_block).pages)
    said = (
        "Title|Plan|Subtitle|A line|About|Author|label 5|Contents|Eyebrow|First|Second|Heading|Minor heading|"
        "Lead|Note title|Source|Label|Fact|item one|item two|☐|•|Total|Jan|Feb|Launch day|Phase|4 weeks|"
        "Outside|Chart message|$1|None|Bar message|Card|Card note|https://books.example/card|"
        "After the break|Running head"
    )
    for words in said.split("|"):
        assert words in text, words


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_files_are_sound_and_all_fonts_embedded_and_subset(paper: str, tool: Tool) -> None:
    written = write_pdf(EVERY_BLOCK, paper=paper)
    assert "No syntax or stream encoding errors" in tool("qpdf", written, "--check")
    fonts = tool("pdffonts", written).splitlines()[2:]
    assert fonts
    assert all(font.split()[-5:-2] == ["yes", "yes", "yes"] and font[6] == "+" for font in fonts)


def test_paper_sizes() -> None:
    sizes = {
        paper: read(write_pdf(document("a"), paper=paper)).pages[0].mediabox for paper in ("a4", "letter")
    }
    assert [float(length) for length in sizes["a4"][2:]] == pytest.approx([595.28, 841.89])
    assert [float(length) for length in sizes["letter"][2:]] == [612, 792]


def test_title_language_and_date(every_block: bytes) -> None:
    reader = read(every_block)
    catalogue: Any = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Every block"
    assert str(reader.metadata["/CreationDate"]) == "D:20261122000000Z"
    assert catalogue["/Lang"] == "en-GB"
    assert str(catalogue["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"
    assert reader.pdf_header == "%PDF-1.7"


def test_outline_and_contents_lead_to_the_sections(every_block: bytes) -> None:
    reader = read(every_block)
    outline: Any = reader.outline
    first, (nested,), second = outline
    assert [first["/Title"], nested["/Title"], second["/Title"]] == ["First", "Heading", "Second"]
    assert reader.get_destination_page_number(second) == 1
    first_page: Any = reader.pages[0]
    leads = [note.get_object()["/Dest"][0].get_object() for note in first_page["/Annots"]]
    assert leads == [reader.pages[0], reader.pages[1]]
    assert "Second 2" in " ".join(reader.pages[0].extract_text().split())


def test_pages_are_numbered_of_their_count(every_block: bytes) -> None:
    pages = read(every_block).pages
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page.extract_text()


def test_the_same_document_is_the_same_bytes(every_block: bytes) -> None:
    assert write_pdf(EVERY_BLOCK) == every_block


def test_untagged_it_has_the_same_pages_and_claims_no_standard(every_block: bytes) -> None:
    look = write_pdf(EVERY_BLOCK, tagged=False)
    tagged, untagged = read(every_block), read(look)
    assert contents_of(tagged) == contents_of(untagged)
    assert links(every_block) == links(look)
    claims = {"/StructTreeRoot", "/MarkInfo", "/Metadata", "/OutputIntents"}
    assert claims <= tagged.root_object.keys()
    assert not claims & untagged.root_object.keys()


def test_the_same_bytes_in_every_process() -> None:
    code = (
        "import sys, hashlib; from tests.export.pdf.test_writer import EVERY_BLOCK; "
        "from planner.export.pdf.writer import write_pdf; "
        "print(hashlib.sha256(write_pdf(EVERY_BLOCK)).hexdigest())"
    )
    root = Path(__file__).parents[3]
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root), **place},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, place in (("1", {"TZ": "UTC"}), ("2", {"TZ": "Asia/Kolkata", "SOURCE_DATE_EPOCH": "1"}))
    }
    assert len(digests) == 1


def test_only_safe_addresses_are_links() -> None:
    bad = (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "\\\\host\\share",
        "data:text/html,x",
        "pdf:/etc/x.pdf",
    )
    good = ("https://books.example/a", "mailto:a@books.example")
    written = write_pdf(document(*(Paragraph((Run(address, link=address),)) for address in bad + good)))
    assert links(written) == list(good)
    assert all(address in " ".join(p.extract_text() for p in read(written).pages) for address in bad)


def test_a_link_over_two_lines_leads_from_both() -> None:
    url = "https://books.example/" + "a-long-path/" * 12
    assert links(write_pdf(document(Paragraph((Run(url, link=url),))))) == [url, url]


@pytest.mark.parametrize(
    "text",
    [
        '<img src="file:///etc/passwd">',
        '<img src="http://127.0.0.1:9/x.png"/>',
        "<para>",
        "</b> unclosed <b>",
        "<br><br/>",
        '<a href="javascript:alert(1)">x</a>',
        '<font color="__import__(1)">x</font>',
        "&lt;&amp;&#65;",
        "%s %d {0} \\( \\) (((",
        "-> => !=",
    ],
)
def test_markup_is_printed_as_it_is(text: str) -> None:
    cell = Table((Column(text),), (Row((Cell(plain(text)),)),))
    printed = text_of(Heading(text), text, Note(plain(text), text, text), Items((plain(text),)), cell)
    assert printed.count(text) == 8


def test_hostile_titles_are_cleaned_in_every_place() -> None:
    hostile = "T\0i\ud800t\u202ele\ufffe (\\)"
    blocks = (Heading(hostile), Contents(hostile), Paragraph(plain(hostile)))
    made = Document(hostile, "en", DAY, (Section(hostile, blocks, hostile),), hostile, hostile, hostile)
    reader = read(write_pdf(made))
    assert reader.metadata is not None
    assert reader.metadata.title == reader.metadata.author == "Title (\\)"
    outline: Any = reader.outline
    assert outline[0]["/Title"] == "Title (\\)"


def test_missing_characters_are_boxes_and_told_with_their_places() -> None:
    told: list[str] = []
    table = Table((Column("Post"), Column("")), (Row((Cell(plain("\u0380")), Cell(()))),))
    written = write_pdf(
        document("\u0378 □ \u0378", Heading("Shops"), table, Facts((Fact("Note", plain("\u0378\u0381")),))),
        unprintable=told.append,
    )
    assert told == [
        "U+0378 in “First”; U+0380 in “First”, “Shops”, “Post”; U+0381 in “First”, “Shops”, “Note”"
    ]
    assert "\u0378 □ \u0378" in read(written).pages[0].extract_text()
    write_pdf(document("all there □"), unprintable=told.append)
    assert len(told) == 1


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "盐" * 200_000, "word " * 200_000, "\n" * 50_000, "e\u0301\u0302" * 50_000]
)
def test_enormous_texts_are_written(text: str) -> None:
    cell = Table((Column("a"), Column("b")), (Row((Cell(plain("left")), Cell(plain(text[:100_000])))),))
    written = write_pdf(document(text, cell))
    assert written.startswith(b"%PDF")


def test_every_character_of_a_long_word_is_printed() -> None:
    written = write_pdf(document("x" * 30_000))
    assert sum(page.extract_text().count("x") for page in read(written).pages) == 30_000


def test_a_row_taller_than_a_page_flows_on() -> None:
    words = " ".join(f"word{n}" for n in range(4000))
    block = Table((Column("Side"), Column("Text", 3)), (Row((Cell(plain("left")), Cell(plain(words)))),))
    pages = read(write_pdf(document(block))).pages
    assert len(pages) > 3
    assert all(page.extract_text().count("Side") == 1 for page in pages)
    assert " ".join(page.extract_text() for page in pages).count("word3999") == 1


def test_a_long_table_repeats_its_head_and_has_every_row() -> None:
    rows = tuple(Row((Cell(plain(f"row {n}.")), Cell(plain(str(n))))) for n in range(300))
    pages = read(write_pdf(document(Table((Column("Name"), Column("Figure")), rows)))).pages
    assert len(pages) > 5
    text = " ".join(page.extract_text() for page in pages)
    assert all(page.extract_text().count("Figure") == 1 for page in pages)
    assert all(text.count(f"row {n}.") == 1 for n in range(300))


def test_a_timeline_longer_than_a_page_repeats_its_axis() -> None:
    bars = tuple(TimeBar(f"bar {n}.", date(2027, 1, 1), date(2027, 2, 1)) for n in range(120))
    chart = TimelineChart(date(2027, 1, 1), date(2027, 3, 1), (Tick(date(2027, 1, 1), "Jan"),), bars)
    pages = read(write_pdf(document(chart))).pages
    assert len(pages) > 2
    assert all("Jan" in page.extract_text() for page in pages)


def test_progress_rises_to_the_end() -> None:
    told: list[float] = []
    write_pdf(EVERY_BLOCK, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 3


def test_an_export_can_be_cancelled_at_any_time() -> None:
    for allowed in range(5):
        answers = iter([False] * allowed + [True] * 99)
        with pytest.raises(ExportCancelled):
            write_pdf(EVERY_BLOCK, cancelled=lambda answers=answers: next(answers))  # type: ignore[misc]


def test_reportlabs_settings_in_a_home_are_not_run(tmp_path: Path) -> None:
    for name in (".reportlab_settings", "reportlab_settings.py", ".reportlab_mods", "reportlab_mods.py"):
        (tmp_path / name).write_text("raise SystemExit('run')\nuseA85 = 1\n", encoding="utf-8")
    code = "from planner.export.pdf import pen; from reportlab import rl_config; print(rl_config.useA85)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "0\n"), done.stderr


def test_blocks_and_text_bring_in_no_pdf_library() -> None:
    code = (
        "import sys, planner.export, planner.export.blocks, planner.export.text; "
        "print([name for name in ('reportlab', 'uharfbuzz', 'zxingcpp') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "title", ["The Salt Road and what lies beyond it " * 9, "طريق الملح " * 40, "盐路之外" * 40]
)
@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_a_long_title_leaves_room_for_the_day_at_the_foot_of_a_page(title: str, text_size: str) -> None:
    end = " · marketing plan · 5 January 2027"
    made = replace(document("Text"), running_head=f"{title}{end}", head_end=end)
    (page,) = read(write_pdf(made, text_size=text_size)).pages
    text = " ".join(page.extract_text().split())
    assert all(said in text for said in (title[:4], "…", "marketing plan", "5 January 2027"))
    assert title not in text
