"""Both themes can be read: every text on every ground it stands on, by WCAG's 4.5 to 1."""

import pytest
from PySide6.QtGui import QPalette

from planner.core.contrast import contrast
from planner.gui.palette import DARK, LIGHT, Palette, readable_on
from planner.gui.style import style_sheet
from planner.gui.theme import qt_palette

ENOUGH = 4.5
THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
READ = (
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Window),
)
# What is written, and the grounds that it stands on.
READ_TOGETHER = (
    ("text", "panel board lane card field accent_soft hover"),
    ("muted", "panel board lane card field accent_soft hover"),
    ("faint", "panel board lane card field accent_soft"),
    ("accent_text", "panel board lane card accent_soft hover"),
    ("on_accent", "accent accent_hover"),
    ("on_tip", "tip"),
)


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
def test_words_can_be_read_on_their_grounds(palette: Palette) -> None:
    pairs = [(words, ground) for words, grounds in READ_TOGETHER for ground in grounds.split()]
    weak = [
        (words, ground, round(ratio, 2))
        for words, ground in pairs
        if (ratio := contrast(getattr(palette, words), getattr(palette, ground))) < ENOUGH
    ]
    assert not weak


@THEMES
def test_badges_can_be_read(palette: Palette) -> None:
    weak = [name for name, tone in palette.tones.items() if contrast(tone.words, tone.ground) < ENOUGH]
    assert not weak


@THEMES
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled])
def test_qt_gets_readable_pairs(palette: Palette, group: QPalette.ColorGroup) -> None:
    made = qt_palette(palette)
    for words, ground in READ:
        assert contrast(made.color(group, words).name(), made.color(group, ground).name()) >= ENOUGH


@pytest.mark.parametrize("ground", ["#000000", "#ffffff", "#777777", "#c77700"])
def test_marks_can_be_read_on_any_tile(ground: str) -> None:
    assert contrast(readable_on(ground), ground) >= ENOUGH


@THEMES
def test_the_style_sheet_leaves_no_gap(palette: Palette) -> None:
    assert "$" not in style_sheet(palette)
