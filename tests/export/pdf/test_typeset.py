"""Runs of text as boxes: what is said again is set once, and each box is as wide as it has to be."""

import pytest

from planner.export.blocks import Document, Run
from planner.export.languages import Languages
from planner.export.pdf.boxes import Text
from planner.export.pdf.fonts import font_book
from planner.export.pdf.line import Line
from planner.export.pdf.style import CELL, LABEL, Type
from planner.export.pdf.typeset import Typesetter
from tests.export.pdf.conftest import DAY


@pytest.fixture
def setter() -> Typesetter:
    return Typesetter(font_book("en"), 487.0, Languages(Document("Title", "en", DAY, ())))


def lines(setter: Typesetter, run: Run, style: Type = CELL, width: float = 200.0) -> list[Line]:
    box = setter.text((run,), style, width)
    assert isinstance(box, Text)
    return list(box.lines)


def test_a_remark_that_is_said_again_is_set_once(setter: Typesetter) -> None:
    first = lines(setter, Run("Own website"))
    assert [id(line) for line in lines(setter, Run("Own website"))] == [id(line) for line in first]


@pytest.mark.parametrize(
    ("run", "style", "width"),
    [
        (Run("Own website", bold=True), CELL, 200.0),
        (Run("Own website"), LABEL, 200.0),
        (Run("Own website"), CELL, 30.0),
    ],
)
def test_in_another_look_or_width_it_is_set_by_itself(
    setter: Typesetter, run: Run, style: Type, width: float
) -> None:
    assert lines(setter, run, style, width) != lines(setter, Run("Own website"))


@pytest.mark.parametrize("run", [Run("Shop", link="https://shop.example/"), Run("盐之路", language="zh")])
def test_each_link_and_name_is_an_element_of_its_own(setter: Typesetter, run: Run) -> None:
    first, second = (lines(setter, run)[0].paints[0].tag for _ in range(2))
    assert first is not None
    assert second is not None
    assert first is not second


@pytest.mark.parametrize("label", ["رسالة", "كتابة رسالة إلى القرّاء الأوفياء", "Letter رسالة إلى القرّاء"])
def test_what_stands_close_to_its_left_is_as_wide_as_its_widest_line(setter: Typesetter, label: str) -> None:
    box = setter.text(label, CELL, 90.0, close=True)
    assert isinstance(box, Text)
    assert box.width == max(line.width for line in box.lines) < 90.0
