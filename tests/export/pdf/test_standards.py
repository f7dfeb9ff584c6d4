"""Every export keeps to PDF/UA-1 and PDF/A-3a at once, as another program judges it."""

from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.export.outline import outline
from planner.export.pdf.writer import write_pdf
from planner.export.presets import PAPER_NAMES, PRESETS
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules
from planner.storage.templates import SAMPLE, list_templates, shipped
from tests.export.pdf.conftest import DAY, read
from tests.export.pdf.standards import faults
from tests.strategies import plans

TEMPLATES = [SAMPLE, *(template.id for template in list_templates())]
catalog = cache(load_catalog)
rules: Any = cache(load_rules)


def export(plan: Plan, preset: str, paper: str = "a4") -> bytes:
    book: RuleBook = rules()
    return write_pdf(outline(plan, catalog(), book, DAY, preset), paper=paper)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_preset_of_every_template_on_every_paper_keeps_to_both_standards(template: str) -> None:
    for preset in PRESETS:
        for paper in PAPER_NAMES:
            assert faults(export(shipped(template), preset, paper)) == [], (preset, paper)


# A failing plan is not made smaller first, which takes minutes.
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(plans)
def test_any_plan_keeps_to_both_standards(plan: Plan) -> None:
    assert faults(export(plan, "self")) == []


def test_the_validator_finds_what_is_wrong() -> None:
    written = export(shipped(SAMPLE), "summary")
    broken = written.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<").replace(
        b"<pdfaid:part>3<", b"<pdfaid:part>9<"
    )
    assert any("ua1" in fault for fault in faults(broken))
    assert any("3a" in fault for fault in faults(broken))


def test_the_file_says_what_its_metadata_says() -> None:
    reader = read(export(shipped(SAMPLE), "summary"))
    packet = reader.xmp_metadata
    assert reader.metadata is not None
    assert packet is not None
    assert packet.dc_title == {"x-default": reader.metadata.title}
    assert packet.dc_creator == [reader.metadata.author]
    assert packet.pdf_producer == reader.metadata.producer
    assert packet.xmp_create_date == reader.metadata.creation_date.replace(tzinfo=None)  # type: ignore[union-attr]
