"""The readers and papers on offer are those that the outline and the PDF know."""

from planner.export.outline import SECTIONS
from planner.export.pdf.style import PAPERS
from planner.export.presets import PAPER_NAMES, PRESETS


def test_every_preset_is_made_of_sections_that_exist_each_once() -> None:
    for preset in PRESETS.values():
        assert set(preset.sections) <= set(SECTIONS)
        assert len(preset.sections) == len(set(preset.sections))


def test_no_section_is_in_no_preset() -> None:
    assert set(SECTIONS) == {section for preset in PRESETS.values() for section in preset.sections}


def test_every_paper_has_a_name_and_a_size() -> None:
    assert set(PAPER_NAMES) == set(PAPERS)
