"""Faces within a document."""

import pytest

from planner.export.pdf import embed
from planner.export.pdf.chain import faces
from planner.export.pdf.writer import write_pdf
from tests.export.pdf.conftest import document, read
from tests.export.pdf.standards import faults

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_a_face_with_very_many_glyphs_is_embedded_once_more_for_the_pages_to_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The codes of a font have two bytes, and letters under marks are without end."""
    glyphs = faces().main[False, False].file.glyph_count
    monkeypatch.setattr(embed, "_MANY", glyphs + len(LETTERS) // 2)
    said = [f"{LETTERS} {number}" for number in range(100)]
    written = write_pdf(document(*said))
    assert faults(written) == []
    pages = read(written).pages
    fonts = [set(page["/Resources"]["/Font"]) for page in pages]  # type: ignore[index]
    assert len(pages) > 2
    assert len(set.union(*fonts)) > 2
    assert " ".join(" ".join(page.extract_text() for page in pages).split()).count(LETTERS) == len(said)
