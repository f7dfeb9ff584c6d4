"""What the window remembers between two starts: its size, the theme, the recent files."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from planner.gui.theme import Scheme
from planner.storage.paths import SUFFIX

RECENT_AT_MOST = 10
EXPORTS_AT_MOST = 60


class Memory:
    """Typed access to one settings file."""

    def __init__(self, file: Path) -> None:
        """Keep everything in this file."""
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        """The theme that was chosen."""
        chosen = str(self._settings.value("theme", Scheme.SYSTEM.value))
        return Scheme(chosen) if chosen in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("theme", scheme.value)

    @property
    def recent(self) -> list[Path]:
        """The files used last, newest first."""
        stored = self._settings.value("recent", [])
        return [Path(str(name)) for name in (stored if isinstance(stored, list) else [stored]) if name]

    @property
    def last_plan(self) -> Path | None:
        """The plan file used last; a PDF that was looked into is none."""
        return next((path for path in self.recent if path.suffix.lower() == SUFFIX), None)

    def used(self, path: Path) -> None:
        """Put a file in front of the recent ones."""
        rest = [other for other in self.recent if other != path]
        self._settings.setValue("recent", [str(p) for p in [path, *rest][:RECENT_AT_MOST]])

    def export_path(self, key: str) -> Path | None:
        """Where what has this key was exported to last."""
        return next((Path(path) for each, path in self._exports() if each == key), None)

    def keep_export_path(self, key: str, path: Path) -> None:
        """Remember where something was exported to."""
        rest = [each for each in self._exports() if each[0] != key]
        pairs = [(key, str(path)), *rest][:EXPORTS_AT_MOST]
        self._settings.setValue("exports", [part for pair in pairs for part in pair])

    def _exports(self) -> list[tuple[str, str]]:
        """Keys with their files, newest first; as one list, for Qt writes no pairs."""
        stored = self._settings.value("exports", [])
        parts = [str(part) for part in stored] if isinstance(stored, list) else []
        return list(zip(parts[::2], parts[1::2], strict=False))

    @property
    def pages(self) -> tuple[str, str]:
        """The paper and the size of text that were chosen last, "" where none were."""
        return str(self._settings.value("paper", "")), str(self._settings.value("text_size", ""))

    @pages.setter
    def pages(self, pages: tuple[str, str]) -> None:
        for key, chosen in zip(("paper", "text_size"), pages, strict=True):
            self._settings.setValue(key, chosen)

    @property
    def opens_exports(self) -> bool:
        """Whether what was exported is opened when it is done."""
        return str(self._settings.value("opens_exports", "yes")) == "yes"

    @opens_exports.setter
    def opens_exports(self, opens: bool) -> None:
        self._settings.setValue("opens_exports", "yes" if opens else "no")

    @property
    def height_before_folding(self) -> int:
        """How high the checks were before they were folded, 0 where they are not."""
        stored = str(self._settings.value("folded", 0))
        return int(stored) if stored.isdecimal() else 0

    @height_before_folding.setter
    def height_before_folding(self, height: int) -> None:
        self._settings.setValue("folded", height)

    def shape(self, key: str) -> QByteArray:
        """The stored shape of a window or splitter, empty when there is none."""
        value = self._settings.value(f"shape/{key}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_shape(self, key: str, shape: QByteArray) -> None:
        """Store the shape of a window or splitter."""
        self._settings.setValue(f"shape/{key}", shape)
