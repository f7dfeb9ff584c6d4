"""Pages as a reader sees them: nothing outside the frame, no heading alone at a foot, one size for all."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Phase, Plan
from planner.core.rules import RuleBook
from planner.export.blocks import (
    Contents,
    Cover,
    Fact,
    Facts,
    Figure,
    Heading,
    Items,
    KeyFigures,
    Note,
    Paragraph,
    Picture,
    Run,
    Section,
    plain,
)
from planner.export.choices import Choices
from planner.export.fitting import fitted
from planner.export.pdf.boxes import Box, Drawing, Side, Stack, Text
from planner.export.pdf.style import COVER_TITLE, COVER_TITLE_LONG, PANEL_TITLE, PAPERS, TEXT_SIZES, paper_for
from planner.export.pdf.writer import lay_out, write_pdf
from planner.export.presets import PAPER_NAMES, PRESETS, TEXT_SIZE_NAMES
from planner.storage.templates import BLANK, SAMPLE, new_plan
from tests.core.build import channel
from tests.export.pdf.conftest import DAY, contents_of, document, read, text_of
from tests.overfull import overfull_plan

LONG = 200.0
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
LOOKS = [Choices("self", paper, frozenset(), size) for paper in PAPER_NAMES for size in TEXT_SIZE_NAMES]


@dataclass
class Word:
    """A word where poppler finds it, in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words(written: bytes, folder: Path) -> Iterator[list[Word]]:
    """The words of each page."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    path = folder / "written.pdf"
    path.write_bytes(written)
    told = subprocess.run(
        [program, "-bbox", str(path), "-"], capture_output=True, check=True, encoding="utf-8"
    )
    for _, _, inside in PAGE.findall(told.stdout):
        yield [Word(text, *map(float, place)) for *place, text in WORD.findall(inside)]


def plan_of(kind: str, catalog: Catalog) -> Plan:
    made = {"overfull": lambda: overfull_plan(catalog, channels=36, words=400)}
    return made[kind]() if kind in made else new_plan(kind)


@pytest.mark.parametrize("kind", [SAMPLE, BLANK, "overfull"])
@pytest.mark.parametrize("choices", LOOKS, ids=lambda choices: f"{choices.paper}-{choices.text_size}")
def test_no_word_leaves_the_frame_and_no_heading_stands_alone(
    catalog: Catalog, rules: RuleBook, tmp_path: Path, kind: str, choices: Choices
) -> None:
    made = fitted(plan_of(kind, catalog), catalog, rules, DAY, choices)
    sheet = PAPERS[choices.paper]
    written = write_pdf(made, paper=choices.paper, text_size=choices.text_size)
    for page in words(written, tmp_path):
        for word in page:
            assert word.left >= sheet.side - 1, word
            assert word.right <= sheet.width - sheet.side + 2, word
            assert word.top >= sheet.top - 12, word
            assert word.bottom <= sheet.height - 20, word
    for laid in lay_out(made, paper=choices.paper, text_size=choices.text_size)[:-1]:
        last, _ = laid.boxes[-1]
        assert not last.keep or last.loose or last.height > LONG


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize(("paper", "text_size", "most"), [("a4", "normal", 0.3), ("letter", "large", 0.32)])
def test_no_page_of_an_overfull_plan_is_left_white_for_what_could_be_cut(
    catalog: Catalog, rules: RuleBook, preset: str, paper: str, text_size: str, most: float
) -> None:
    made = fitted(
        plan_of("overfull", catalog), catalog, rules, DAY, Choices(preset, paper, frozenset(), text_size)
    )
    sheet = paper_for(paper, text_size)
    pages = lay_out(made, paper=paper, text_size=text_size)
    for number, (page, following) in enumerate(pairwise(pages), start=1):
        last, top = page.boxes[-1]
        begins = any(anchor.level == 0 for anchor, _ in following.anchors)
        assert begins or top - last.height - sheet.bottom <= most * sheet.text_height, number


@pytest.mark.parametrize("preset", PRESETS)
def test_every_reader_has_whole_pages_of_an_overfull_plan(
    catalog: Catalog, rules: RuleBook, tmp_path: Path, preset: str
) -> None:
    made = fitted(plan_of("overfull", catalog), catalog, rules, DAY, Choices(preset))
    pages = list(words(write_pdf(made), tmp_path))
    assert all(pages)
    assert all(0 < word.left < word.right < PAPERS["a4"].width for page in pages for word in page)


def test_large_text_is_larger_in_all_and_links_lie_on_their_words(tmp_path: Path) -> None:
    linked = Paragraph((Run("Before "), Run("wharf", link="https://author.example/")))
    heights = {}
    for size, scale in TEXT_SIZES.items():
        written = write_pdf(document(linked), text_size=size)
        (page,) = words(written, tmp_path)
        word = next(word for word in page if word.text == "wharf")
        heights[size] = (word.bottom - word.top) / scale
        (link,) = [each.get_object() for each in read(written).pages[0]["/Annots"]]  # type: ignore[attr-defined]
        left, bottom, right, top = map(float, link["/Rect"])
        assert abs(left - word.left) < 1.5
        assert abs(right - word.right) < 1.5
        middle = PAPERS["a4"].height - (word.top + word.bottom) / 2
        assert bottom < middle < top
    assert abs(heights["normal"] - heights["large"]) < 0.05


@pytest.mark.parametrize(
    ("value", "sizes"),
    [("1,200", {19.0}), ("$12,345,678", {12.0}), ("$4,444,444,422", {9.4}), ("1" + ",000" * 7, {12.0})],
)
def test_a_key_figure_is_as_large_as_its_column_allows(value: str, sizes: set[float]) -> None:
    figures = KeyFigures((Figure(value, "planned"),) * 4)
    (page,) = lay_out(document(figures), text_size="large")
    *_, (row, _) = page.boxes
    assert isinstance(row, Side)
    stacks = [stack.boxes[1] for _, stack in row.boxes if isinstance(stack, Stack)]
    assert {box.type.size for box in stacks if isinstance(box, Text)} == sizes


@pytest.mark.parametrize("word", ["harbour ", "港口", "ميناء "])
def test_a_title_too_long_for_the_panel_of_a_cover_ends_with_an_ellipsis(word: str) -> None:
    long, short = (text_of(Cover("T", panel=word * count, panel_foot="F")) for count in (40, 4))
    assert long.count("…") == 1
    assert "…" not in short


@pytest.mark.parametrize(
    ("title", "word"),
    [("The Cartographer’s Apprentice", "Cartographer’s"), ("Η μαθητευόμενη του χαρτογράφου", "μαθητευόμενη")],
)
@pytest.mark.parametrize("small", [False, True])
def test_no_word_of_a_title_is_parted_on_the_panel_of_a_cover(title: str, word: str, small: bool) -> None:
    assert word in text_of(Cover("T", panel=title, small=small))


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("Die Kapitänsmützenherstellerin", COVER_TITLE_LONG.size),
        ("Die Herstellerin der Kapitänsmützen", COVER_TITLE.size),
        ("ลูกศิษย์ช่างทำแผนที่ของพระราชาแห่งแดนเหนือ", COVER_TITLE.size),
    ],
)
def test_a_title_with_a_word_that_has_no_room_is_set_smaller(title: str, size: float) -> None:
    (drawn,) = contents_of(read(write_pdf(document(Cover(title)))))
    assert f" {size:.2f} Tf" in drawn


def test_a_short_title_is_as_large_as_ever_on_the_panel_of_a_cover() -> None:
    (drawn,) = contents_of(read(write_pdf(document(Cover("T", panel="It")))))
    assert f" {PANEL_TITLE.size:.2f} Tf" in drawn


def test_the_author_has_two_lines_of_the_panel_of_a_cover() -> None:
    long, short = (text_of(Cover("T", panel="P", panel_foot="Zoë Ångström-Łukasiewicz " * n)) for n in (9, 1))
    assert long.count("…") == 1
    assert "…" not in short
    assert "Łukasiewicz" in short


@pytest.mark.parametrize(("sentences", "last"), [(8, Side), (20, Text)])
def test_a_long_summary_stands_below_the_cover(sentences: int, last: type[Box]) -> None:
    (page,) = lay_out(
        document(Cover("T", summary=plain("A salt trader's daughter owns the chart. " * sentences)))
    )
    assert isinstance(page.boxes[-1][0], last)


@pytest.mark.parametrize("picture", [None, Picture(b"", 400, 600, "Cover")])
def test_a_small_cover_takes_three_quarters_of_the_room_at_most(picture: Picture | None) -> None:
    hook = plain("A salt trader's daughter owns the only honest chart, and three empires want it burned.")
    full = Cover("The Salt Road", "Plan", "A novel", ("One", "Two", "Three"), hook, picture=picture)
    pages = [lay_out(document(each), text_size="large")[0] for each in (full, replace(full, small=True))]
    heights = [page.boxes[-1][0].height for page in pages]
    assert heights[1] <= 0.75 * heights[0]


def test_every_size_has_a_name() -> None:
    assert set(TEXT_SIZES) == set(TEXT_SIZE_NAMES)
    assert set(PAPERS) == set(PAPER_NAMES)


@pytest.mark.parametrize("lines", range(22, 30))
def test_what_is_said_of_a_short_panel_stands_on_its_page(tmp_path: Path, lines: int) -> None:
    before = [f"line {number}" for number in range(lines)]
    note, remark = Note(plain("panel\n\nof lines")), Paragraph(plain("remark that goes on " * 6))
    blocks = Heading("Newsletter", level=3), note, remark
    pages = words(write_pdf(document(*before, *blocks)), tmp_path)
    texts = [{word.text for word in page} for page in pages]
    assert sum({"Newsletter", "panel", "remark"} <= page for page in texts) == 1


@pytest.mark.parametrize("lines", range(26, 36))
def test_what_leads_to_a_list_stands_on_the_page_of_its_first_item(tmp_path: Path, lines: int) -> None:
    before = [f"line {number}" for number in range(lines)]
    items = Items(tuple(plain(f"item{number}") for number in range(4)))
    pages = words(write_pdf(document(*before, Heading("TikTok", level=3), "leading", items)), tmp_path)
    texts = [{word.text for word in page} for page in pages]
    assert sum({"TikTok", "leading", "item0", "item1"} <= page for page in texts) == 1


@pytest.mark.parametrize("lines", range(20, 30))
def test_what_is_said_of_a_tall_panel_stands_below_its_last_part(tmp_path: Path, lines: int) -> None:
    before = [f"line {number}" for number in range(lines)]
    note, remark = Note(plain("panel\n" * 12 + "end")), Paragraph(plain("remark that goes on " * 6))
    pages = words(write_pdf(document(*before, Heading("Newsletter", level=3), note, remark)), tmp_path)
    texts = [{word.text for word in page} for page in pages]
    assert sum({"Newsletter", "panel"} <= page for page in texts) == 1
    assert sum({"panel", "end", "remark"} <= page for page in texts) == 1


@pytest.mark.parametrize("count", range(16, 36))
@pytest.mark.parametrize("tall", [Note(plain("panel\n" * 30)), Facts((Fact("Row", plain("row\n" * 30)),))])
def test_a_tall_panel_or_row_leaves_no_fifth_of_a_page_white(count: int, tall: Note | Facts) -> None:
    lines = Items((plain("line"),) * count)
    for paper, text_size in (("letter", "large"), ("a4", "large"), ("letter", "normal")):
        sheet = paper_for(paper, text_size)
        page, *_ = lay_out(document(lines, tall), paper=paper, text_size=text_size)
        last, top = page.boxes[-1]
        assert top - last.height - last.after - sheet.bottom <= 0.2 * sheet.text_height


@pytest.mark.parametrize("before", range(20, 34))
def test_no_page_has_only_a_line_or_two_of_the_contents(before: int) -> None:
    made = document(*[f"line {number}" for number in range(before)], Contents("Contents"))
    made = replace(made, sections=(*made.sections, *(Section(f"{number}", ()) for number in range(5))))
    listed = [
        sum(isinstance(box, Drawing) for box, _ in page.boxes)
        for page in lay_out(made)
        if any(isinstance(box, Drawing) for box, _ in page.boxes)
    ]
    assert listed in ([6], [3, 3], [4, 2])


@pytest.mark.parametrize("lines", [25, 35, 45])
def test_key_figures_are_never_cut_and_long_items_stand_alone(tmp_path: Path, lines: int) -> None:
    label = "begins " + "a label that says much more than it should " * 6 + "ends"
    before = [f"line {number}" for number in range(lines)]
    figures = KeyFigures((Figure("1,200", label), Figure("800", label)))
    pages = list(words(write_pdf(document(*before, figures)), tmp_path))
    texts = [[word.text for word in page] for page in pages]
    assert sorted((page.count("begins"), page.count("ends")) for page in texts if "begins" in page) == [
        (2, 2)
    ]
    items = Items(tuple(plain(f"first{number} " + "and more of it " * 30) for number in range(3)))
    kept = [[box.keep for box, _ in page.boxes] for page in lay_out(document(items))]
    assert not any(kept[0][2:])


def test_a_text_that_goes_on_over_a_page_says_again_of_which_channel_it_is(
    catalog: Catalog, rules: RuleBook
) -> None:
    posted = channel("tiktok", copy="The tide turned before the ledger was dry. " * 140)
    phase = Phase(id="p", name="Launch", starts=0, ends=9, channels=(posted,))
    choices = Choices("assistant", without=frozenset(PRESETS["assistant"].sections) - {"copy"})
    made = fitted(replace(new_plan(BLANK), phases=(phase,)), catalog, rules, DAY, choices)
    first, second = (page.extract_text() for page in read(write_pdf(made)).pages)
    assert "TikTok · Launch" in first
    assert second.startswith("TikTok · Launch (continued)")
