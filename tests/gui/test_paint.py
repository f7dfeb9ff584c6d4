"""Text that several delegates paint."""

import pytest
from PySide6.QtWidgets import QApplication

from planner.gui.paint import lines_of

WORDS = "a reel a day, answer every comment, pin the best review"


@pytest.mark.parametrize("text", [WORDS, f"📚🚀😀📚🚀😀 {WORDS}", f"😀😀 {WORDS} 📚"])
def test_a_text_is_broken_between_its_words_whatever_signs_are_in_it(qapp: QApplication, text: str) -> None:
    lines = lines_of(text, qapp.font(), 120, 20)
    assert len(lines) > 2
    assert " ".join(lines) == text
