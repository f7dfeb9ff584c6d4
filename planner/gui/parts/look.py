"""The style of the panels' own parts, filled in with a theme's colours and kept in step with it."""

from string import Template

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from planner.gui.palette import Palette
from planner.gui.theme import Theme

SMALL, LARGE = 0.92, 1.3

SHEET = Template("""
QLabel[bold="true"] { font-weight: 600; }
QLabel[small="true"] { font-size: ${small}pt; }
QLabel[large="true"] { font-size: ${large}pt; }
QLabel[role="faint"] { color: $faint; }
Footnotes { border: 1px solid transparent; }
Footnotes:focus { border: 1px solid $accent; border-radius: 4px; }
WebLink { border: 1px solid transparent; }
WebLink:focus { border: 1px solid $accent; border-radius: 4px; }
QLabel[role="grey"] { color: $faint; }
QLabel[role="error"] { color: $error; }
QLabel[tone] { border-radius: 4px; padding: 2px 6px; }
QToolButton[tone] { border: 1px solid transparent; border-radius: 4px; padding: 2px 6px; }
QToolButton[tone]:checked { border-color: $text; }
QToolButton[tone]:focus { border-color: $accent; }
QFrame[part="callout"] { background: $callout; border: 0; border-left: 3px solid $faint; border-radius: 6px; }
QFrame[part="callout"] QLabel { color: $text; }
QFrame[part="callout"] QLabel[role="quiet"] { color: $on_callout; }
QFrame[part="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[part="row"] { border: 0; border-bottom: 1px solid $line; }
QFrame[part="rule"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QPushButton[part="link"] { border: 1px solid transparent; background: transparent; color: $accent_text;
  font-weight: 600; padding: 3px 6px; text-align: left; }
QPushButton[part="link"]:hover { background: $hover; }
QPushButton[part="link"]:focus { border-color: $accent; }
QPushButton[part="link"]:disabled { color: $faint; font-weight: 400; }
QPushButton[part="tab"] { border: 0; border-bottom: 2px solid transparent; border-radius: 0;
  background: transparent; padding: 6px 4px; outline: 0; color: $muted; font-size: ${small}pt; }
QPushButton[part="tab"]:hover { color: $text; }
QPushButton[part="tab"]:checked { color: $accent_text; font-weight: 600; border-bottom-color: $accent; }
QPushButton[part="tab"]:focus { color: $text; border-bottom-color: $text; }
QListView { background: transparent; border: 0; }
QListView[part="index"], QListView[part="index"]:focus { border: 0; }
QListView[part="index"]::item { padding: 7px 10px; border-radius: 6px; color: $muted; margin: 1px 2px; }
QListView[part="index"]::item:hover { background: $hover; }
QListView[part="index"]::item:selected { background: $accent_soft; color: $accent_text; font-weight: 600; }
QListView[part="index"]::item:selected:focus { border: 1px solid $accent; padding: 6px 9px; }
QListView[part="boxed"] { background: $field; border: 1px solid $frame; border-radius: 6px; padding: 2px; }
QListView[part="boxed"]:focus { border-color: $accent; }
QListView[part="boxed"]::item { padding: 5px 6px; border-radius: 4px; color: $text; }
QListView[part="boxed"]::item:selected { background: $accent_soft; color: $text; }
*[wrong="true"] { border: 1px solid $error; }
""")


def sheet(palette: Palette) -> str:
    """The panels' style sheet in a theme's colours."""
    colours = {name: value for name in palette.__slots__ if isinstance(value := getattr(palette, name), str)}
    grey = palette.tones["impossible"]
    tones = "\n".join(
        f'*[tone="{name}"] {{ background: {tone.ground}; color: {tone.words}; }}'
        for name, tone in palette.tones.items()
    )
    error = palette.tones["error"].words
    points = QApplication.font().pointSizeF()
    sizes = {"small": round(points * SMALL, 1), "large": round(points * LARGE, 1)}
    return SHEET.substitute(colours, error=error, callout=grey.ground, on_callout=grey.words, **sizes) + tones


class Dress(QObject):
    """Keeps a panel in the theme's colours for as long as the panel lives."""

    def __init__(self, panel: QWidget, theme: Theme) -> None:
        """Dress a panel now and whenever the theme changes."""
        super().__init__(panel)
        self._panel = panel
        self._theme = theme
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Put the theme's colours on."""
        self._panel.setStyleSheet(sheet(self._theme.palette))


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have the style follow it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
