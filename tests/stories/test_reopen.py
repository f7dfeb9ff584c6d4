"""A plan goes out as a PDF to each reader, and comes back as what that reader was shown."""

import json
from datetime import date
from pathlib import Path

import pytest

from planner.__main__ import main
from planner.export.choices import Choices
from planner.export.formats import FORMATS
from planner.export.presets import PRESETS
from planner.export.shown import shown_plan
from planner.press.make import Maker
from planner.press.orders import Made, Order, head_of, order_of
from planner.storage.format import NOTHING_BESIDE
from planner.storage.plan_file import open_plan
from planner.storage.plan_pieces import packed
from planner.storage.templates import SAMPLE, list_templates, shipped, template_path
from tests.export.pdf.standards import faults

DAY = date(2027, 1, 5)
TEMPLATES = [template.id for template in list_templates()] + [SAMPLE]


@pytest.fixture(scope="module")
def maker() -> Maker:
    return Maker()


def make(maker: Maker, order: Order) -> Made:
    return maker.make(order, lambda _share: None, lambda: False)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_reader_gets_a_pdf_that_opens_again(maker: Maker, tmp_path: Path, template: str) -> None:
    plan = shipped(template)
    for preset in PRESETS:
        path = tmp_path / f"{preset}.pdf"
        make(maker, Order(plan, Choices(preset), DAY, path))
        opened = open_plan(path)
        assert opened.loose
        assert opened.plan == shown_plan(plan, Choices(preset), maker.catalog, DAY)
        assert (opened.plan == plan) is (preset == "self")
        assert opened.plan.extract == ("" if preset == "self" else PRESETS[preset].reader)
        assert faults(path.read_bytes()) == []


def test_what_was_left_out_is_not_inside_either(maker: Maker, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    plan = shipped(SAMPLE)
    without = frozenset({"budget", "channels", "glance", "checks", "skipped"})
    make(maker, Order(plan, Choices(without=without), DAY, path))
    back = open_plan(path).plan
    assert (plan.budget, plan.notes, plan.assumptions) != (None, "", "")
    assert (back.budget, back.notes, back.assumptions) == (None, "", "")
    assert back.people == plan.people


def test_what_a_newer_version_wrote_is_inside_a_whole_plan_and_in_no_extract(
    maker: Maker, tmp_path: Path
) -> None:
    source, made = tmp_path / "plan.frontlist", tmp_path / "plan.pdf"
    data = json.loads(template_path(SAMPLE).read_bytes())
    source.write_text(json.dumps({"seal": ["ü"], **data, "revision": 9}))
    opened = open_plan(source)
    for preset in ("self", "assistant"):
        assert main(["export", str(source), "-o", str(made), "--for", preset]) == 0
        again = open_plan(made)
        assert (again.beside == opened.beside) is (preset == "self")
        assert (again.beside == NOTHING_BESIDE) is (preset == "assistant")
    order = Order(opened.plan, Choices(), DAY, made, beside=opened.beside)
    assert order_of(head_of(order), packed(order.plan)) == order


def test_a_preview_carries_no_plan(maker: Maker) -> None:
    assert b"EmbeddedFiles" not in make(maker, Order(shipped(SAMPLE), Choices("summary"), DAY)).data


def test_the_command_line_works_from_a_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "for assistant.pdf", tmp_path / "again.pdf"
    sample = str(template_path(SAMPLE))
    assert main(["export", sample, "-o", str(first), "--for", "assistant"]) == 0
    capsys.readouterr()
    assert main(["check", str(first)]) in (0, 1)
    assert "an extract, made for the assistant" in capsys.readouterr().err
    before = first.read_bytes()
    assert main(["export", str(first), "-o", str(first)]) == 2
    assert "choose another name with -o" in capsys.readouterr().err
    assert main(["export", str(first), "-o", str(second), "--for", "assistant"]) == 0
    assert open_plan(second).plan == open_plan(first).plan
    assert first.read_bytes() == before


def test_every_kind_of_file_is_written_at_once(maker: Maker, tmp_path: Path) -> None:
    for id, format in FORMATS.items():
        path = tmp_path / f"{id}{format.ending}"
        make(maker, Order(shipped(SAMPLE), Choices(), DAY, path, id))
        assert path.stat().st_size > 500
