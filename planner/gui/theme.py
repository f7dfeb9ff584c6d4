"""Light or dark: what the user chose or the system says, and how it gets into Qt."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from planner.gui.palette import DARK, LIGHT, Palette, Tone
from planner.gui.style import style_sheet

FAMILY = "Inter"
MARKS_FAMILY = "DejaVu Sans"
FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "DejaVuSans-Subset.ttf")
FALLBACKS = {
    QFontDatabase.WritingSystem.SimplifiedChinese: ("Noto Sans SC", "NotoSansSC-Subset.ttf"),
    QFontDatabase.WritingSystem.TraditionalChinese: ("Noto Sans TC", "NotoSansTC-Subset.ttf"),
    QFontDatabase.WritingSystem.Japanese: ("Noto Sans JP", "NotoSansJP-Subset.ttf"),
    QFontDatabase.WritingSystem.Korean: ("Noto Sans KR", "NotoSansKR-Subset.ttf"),
    QFontDatabase.WritingSystem.Arabic: ("Noto Sans Arabic", "NotoSansArabic-Regular.ttf"),
    QFontDatabase.WritingSystem.Hebrew: ("Noto Sans Hebrew", "NotoSansHebrew-Regular.ttf"),
    QFontDatabase.WritingSystem.Thai: ("Noto Sans Thai", "NotoSansThai-Regular.ttf"),
    QFontDatabase.WritingSystem.Devanagari: ("Noto Sans Devanagari", "NotoSansDevanagari-Regular.ttf"),
}
EMOJI_FAMILY, EMOJI_FILE = "Noto Emoji", "NotoEmoji-Regular.ttf"
SMALLEST_POINTS = 10.0


class Scheme(StrEnum):
    """What the user can choose."""

    SYSTEM = "System"
    LIGHT = "Light"
    DARK = "Dark"


ROLES = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "on_tip",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "frame",
    QPalette.ColorRole.Dark: "frame",
    QPalette.ColorRole.Shadow: "shadow",
}
TEXT_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class Theme(QObject):
    """The look of the whole program; ``changed`` comes after the colours did."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        """Dress the program in a scheme, and follow the system where that was chosen."""
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        self.palette = LIGHT
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(scheme)

    @property
    def dark(self) -> bool:
        """Whether the dark colours are shown."""
        return self.palette is DARK

    def choose(self, scheme: Scheme) -> None:
        """Show another scheme."""
        self.scheme = scheme
        dark = system_is_dark(self._app) if scheme is Scheme.SYSTEM else scheme is Scheme.DARK
        self.palette = DARK if dark else LIGHT
        self._app.setPalette(qt_palette(self.palette))
        self._app.setStyleSheet(style_sheet(self.palette))
        self.changed.emit()

    def tone(self, name: str) -> Tone:
        """The badge colours for a verdict, a severity or a fit."""
        return self.palette.tones.get(name, self.palette.tones["neutral"])

    def _follow(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self.choose(Scheme.SYSTEM)


def system_is_dark(app: QApplication) -> bool:
    """Whether the system asks for dark colours."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def qt_palette(palette: Palette) -> QPalette:
    """A theme's colours as Qt wants them, for active, inactive and disabled alike."""
    made = QPalette()
    for role, name in ROLES.items():
        made.setColor(role, QColor(getattr(palette, name)))
    for role in TEXT_ROLES:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.faint))
    return made


def use_fonts(app: QApplication, folder: Path) -> None:
    """Set the program's font: ours where its files are there, the system's otherwise."""
    loaded = [QFontDatabase.addApplicationFont(str(folder / file)) for file in FILES]
    font = QFont(app.font())
    if any(number >= 0 for number in loaded):
        fallbacks = (name for name, _ in FALLBACKS.values())
        font.setFamilies([FAMILY, MARKS_FAMILY, *app.font().families(), *fallbacks, EMOJI_FAMILY])
    font.setPointSizeF(max(SMALLEST_POINTS, font.pointSizeF()))
    app.setFont(font)


def use_fallback_fonts(folder: Path) -> None:
    """Bring our own fonts for the scripts that no font of the system's writes, and for emoji."""
    files = [file for script, (_, file) in FALLBACKS.items() if not QFontDatabase.families(script)]
    if not any("emoji" in family.casefold() for family in QFontDatabase.families()):
        files.append(EMOJI_FILE)
    for file in files:
        QFontDatabase.addApplicationFont(str(folder / file))


def scaled(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font in another size and weight."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    made.setWeight(weight)
    return made
