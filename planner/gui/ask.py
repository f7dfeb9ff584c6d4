"""All questions to the user go through one object, so that tests can hand in answers."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.core.phrasing import listed
from planner.storage.paths import SUFFIX

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

LINE = 60  # in average letters, how wide a line of text is
PLAN_FILES = f"Frontlist plans (*{SUFFIX})"
REPLACE_IT = ("Replace the file", "There is a file {} already. Replace it?")
REPLACE_THEM = ("Replace the files", "There are files {} already. Replace them?")
OPENABLE = f"Plans and their PDFs (*{SUFFIX} *.pdf);;{PLAN_FILES};;All files (*)"


class Answer(Enum):
    """What to do with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Meanwhile(Enum):
    """Where to save a plan whose file has been changed or taken away outside."""

    ELSEWHERE = "elsewhere"
    HERE = "here"
    CANCEL = "cancel"


class Ask(Protocol):
    """What the window can ask; None means that the user turned back."""

    def save_changes(self, name: str) -> Answer:
        """Ask what becomes of unsaved changes."""

    def changed_meanwhile(self, name: str) -> Meanwhile:
        """Ask where to save when the file is no longer what it was."""

    def gone(self, name: str) -> Meanwhile:
        """Ask where to save when the file is no longer there."""

    def open_path(self, folder: Path) -> Path | None:
        """Ask for a file to open, beginning in a folder."""

    def save_path(self, proposal: Path) -> Path | None:
        """Ask for a file to write to."""

    def text(self, title: str, label: str, value: str) -> str | None:
        """Ask for a line of text."""

    def tell(self, title: str, text: str) -> None:
        """Say something that must not be overlooked."""


class Dialogs:
    """Asks through dialogs over a window; their classes are slow to wake, so each is imported when asked."""

    def __init__(self, parent: QWidget) -> None:
        """Put the dialogs over this window."""
        self._parent = parent

    def save_changes(self, name: str) -> Answer:
        """Ask what becomes of unsaved changes."""
        from PySide6.QtWidgets import QMessageBox

        buttons = QMessageBox.StandardButton
        box = self._box("Save changes", f"Save the changes to “{name}”?")
        box.setInformativeText("What is not saved is lost.")
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers = {buttons.Save: Answer.SAVE, buttons.Discard: Answer.DISCARD}
        return answers.get(buttons(box.exec()), Answer.CANCEL)

    def changed_meanwhile(self, name: str) -> Meanwhile:
        """Ask where to save when the file is no longer what it was."""
        box = self._box("The file has changed", f"Another program has changed “{name}” since you opened it.")
        box.setInformativeText("Saving over it loses what is there now. Saved under another name, both stay.")
        return _where(box, "Save over it", Meanwhile.ELSEWHERE)

    def gone(self, name: str) -> Meanwhile:
        """Ask where to save when the file is no longer there."""
        box = self._box("The file is gone", f"There is no file “{name}” any more: it was deleted or moved.")
        box.setInformativeText("Your plan is still open. Where shall it be saved?")
        return _where(box, "Save here again", Meanwhile.HERE)

    def open_path(self, folder: Path) -> Path | None:
        """Ask for a file to open, beginning in a folder."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self._parent, "Open a plan", str(folder), OPENABLE)
        return Path(name) if name else None

    def save_path(self, proposal: Path) -> Path | None:
        """Ask for a file to write to."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._parent, "Save the plan as", str(proposal), PLAN_FILES)
        if not name:
            return None
        path = Path(name) if name.lower().endswith(SUFFIX) else Path(name + SUFFIX)
        # The dialog has asked about the name as it was typed, without the ending.
        agreed = path == Path(name) or not path.is_file() or self.may_replace(path)
        return path if agreed else None

    def may_replace(self, *paths: Path) -> bool:
        """Ask before files are written over."""
        from PySide6.QtWidgets import QMessageBox

        buttons = QMessageBox.StandardButton
        names = listed(f"“{path.name}”" for path in paths)
        title, text = REPLACE_IT if len(paths) == 1 else REPLACE_THEM
        box = self._box(title, text.format(names))
        box.setStandardButtons(buttons.Yes | buttons.Cancel)
        box.setDefaultButton(buttons.Cancel)
        return buttons(box.exec()) is buttons.Yes

    def text(self, title: str, label: str, value: str) -> str | None:
        """Ask for a line of text."""
        from PySide6.QtWidgets import QInputDialog, QLineEdit

        dialog = QInputDialog(self._parent)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(value)
        field = dialog.findChild(QLineEdit)
        assert field
        field.setMinimumWidth(LINE * field.fontMetrics().averageCharWidth())
        given = dialog.exec()
        dialog.deleteLater()
        return dialog.textValue().strip() or None if given else None

    def tell(self, title: str, text: str) -> None:
        """Say something that must not be overlooked."""
        self._box(title, text).exec()

    def _box(self, title: str, text: str) -> "QMessageBox":
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(title)
        box.setText(text)
        return box


def _where(box: "QMessageBox", here: str, usual: Meanwhile) -> Meanwhile:
    """Ask whether to save as before, which a button offers as ``here``, or under another name."""
    roles = box.ButtonRole
    role = roles.AcceptRole if usual is Meanwhile.HERE else roles.DestructiveRole
    buttons = {
        Meanwhile.ELSEWHERE: box.addButton("Save as…", roles.AcceptRole),
        Meanwhile.HERE: box.addButton(here, role),
    }
    box.addButton(box.StandardButton.Cancel)
    box.setDefaultButton(buttons[usual])
    box.exec()
    clicked = box.clickedButton()
    return next((answer for answer, button in buttons.items() if button is clicked), Meanwhile.CANCEL)
