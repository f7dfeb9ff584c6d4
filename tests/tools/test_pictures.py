"""The pictures of the README are put together from the sample's own pages."""

from PIL import Image

from planner.export.pdf.writer import write_pdf
from planner.storage.templates import SAMPLE, new_plan
from tests.export.pdf.conftest import document
from tools.pictures import ALONE, GAP, PICTURE, SIZE, drawn, in_arabic, page_alone, pages, sheet


def test_every_page_is_found_and_they_stand_in_two_rows_of_three() -> None:
    every = list(pages())
    assert len({page.tobytes() for page in every}) == len(every) == 6
    made = sheet(every)
    assert made.size == (3 * (SIZE.width() + GAP), 2 * (SIZE.height() + GAP))
    with Image.open(PICTURE) as kept:
        assert kept.size == made.size


def test_the_page_alone_is_as_large_as_the_one_that_is_kept() -> None:
    made = page_alone()
    with Image.open(ALONE) as kept:
        assert kept.size == made.size


def test_the_page_is_the_first_that_says_so() -> None:
    written = write_pdf(document(*(f"line {number}" for number in range(60)), "harbour"))
    assert drawn(written, "harbour").tobytes() != drawn(written, "line 0").tobytes()
    assert drawn(written, "").tobytes() == drawn(written, "line 0").tobytes()


def test_the_arabic_sample_names_every_phase_and_goal_anew() -> None:
    sample = new_plan(SAMPLE)
    made = in_arabic(sample)
    assert made.language == "ar"
    assert not {phase.name for phase in made.phases} & {phase.name for phase in sample.phases}
    assert not {goal.text for goal in made.goals} & {goal.text for goal in sample.goals}
