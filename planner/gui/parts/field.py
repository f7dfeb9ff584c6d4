"""One field of a form: a label, an editor, what its value means, and what is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from planner.core.days import resolve
from planner.gui.parts.aloud import announce
from planner.gui.parts.choice import NOT_SAID, Choice, Choices
from planner.gui.parts.day_text import OPENS, DayText
from planner.gui.parts.labels import Words
from planner.gui.parts.look import restyle
from planner.gui.parts.plain_text import PlainText
from planner.gui.parts.short_text import ShortText
from planner.gui.parts.targets import Target
from planner.gui.parts.values import Kind, Setting, meaning, read, said_as, shown
from planner.gui.session import Session

YES_NO: Choices = {None: NOT_SAID, True: "Yes", False: "No"}
LONGEST_SHORT = 4000
FITS = 12
DAYS = "T is launch day, T-28 is 28 days before it and T+14 two weeks after. A date will do as well."
TIPS = {Kind.WHEN: f"{DAYS} {OPENS}", Kind.DATE: OPENS}


@dataclass(frozen=True, slots=True)
class Field:
    """A row of a form's table: the record's field, its label, and how it is edited.

    ``choices`` names what a choice offers, in the form's own table; ``span`` is how many columns it takes;
    ``empty`` is the value of an empty field; ``lines`` how high a long text is. ``when`` names another field
    of the record and the values of it for which this one is shown; a ``rare`` one shows
    where it is filled in.
    """

    name: str
    label: str
    kind: Kind = Kind.SHORT
    help: str = ""
    choices: str = ""
    span: int = 1
    hint: str = ""
    empty: object = None
    lines: int = 3
    when: tuple[str, tuple[object, ...]] | None = None
    rare: bool = False


class LongText(PlainText):
    """A text of several lines."""

    def __init__(self, lines: int = 3) -> None:
        """Be a number of lines high."""
        super().__init__()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)


class FieldBox(QWidget):
    """A field bound to a target: it follows the plan, and each change in it is an edit."""

    def __init__(self, session: Session, field: Field, choices: Callable[[str], Choices]) -> None:
        """Make the editor; ``bind`` says what it edits."""
        super().__init__()
        self._session = session
        self.field = field
        self._choices = choices
        self._target: Target | None = None
        self._called = ""
        self._last: object = None
        self._before: object = None
        self._refused = ""
        self._tip = TIPS.get(field.kind, "")
        self.editor = self._make_editor()
        self._label = QLabel(field.label)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("role", "quiet")
        self._label.setProperty("small", True)
        self._label.setBuddy(self.editor)
        self._wrong = Words("", "error", small=True)
        self._means = Words(field.help, "faint", small=True)
        self._lay_out()

    def bind(self, target: Target, called: str) -> None:
        """Edit a field of a target, which is ``called`` so in labels."""
        self._target = target
        self._called = called
        self.editor.setObjectName(f"{self.field.name}_of_{target.key}")
        name = f"{self.field.label}, {called}" if called else self.field.label
        self.editor.setAccessibleName(name)
        self._show(force=True)

    def refresh(self) -> None:
        """Show the value anew where the plan has another one."""
        self._show(force=False)

    def _show(self, *, force: bool) -> None:
        if self._target is None:
            return
        self.editor.setEnabled(not self._session.read_only)
        tree = self._session.document.tree
        if self.field.when:
            other, values = self.field.when
            self.setVisible(self._target.value(tree, other) in values)
        value = self._target.value(tree, self.field.name)
        if self.field.rare:
            self.setVisible(bool(value) or self.editor.hasFocus())
        self._say_meaning(value)
        if not force and value == self._last and not isinstance(self.editor, Choice):
            return
        self._last = self._before = value
        self._refused = ""
        self._say_wrong("")
        with QSignalBlocker(self.editor):
            self._set_editor(value)

    def _set_editor(self, value: object) -> None:
        text = shown(self.field.kind, value, self._setting())
        if isinstance(self.editor, Choice):
            self._offer(value)
        elif isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
            self.editor.setCursorPosition(0)
            self.editor.setToolTip(text if len(text) > FITS else self._tip)
        elif isinstance(self.editor, LongText):
            self.editor.setPlainText(text)

    def _offer(self, value: object) -> None:
        assert isinstance(self.editor, Choice)
        choices = YES_NO if self.field.kind is Kind.YES_NO else self._choices(self.field.choices)
        if value not in choices and value not in (None, ""):
            choices = {**choices, value: f"{value} (not in the list)"}
        self.editor.offer(choices)
        self.editor.choose(value)

    def _typed(self) -> None:
        """Take what stands in the field; what cannot be read or be so leaves the value from before."""
        self._refused = ""
        try:
            value = self._read()
        except ValueError:
            self._write(self._before)
            return
        self._say_wrong("")
        if not self._write(self.field.empty if value is None else value):
            self._refused = self._session.refusal
            self._write(self._before)

    def _left(self) -> None:
        """Say what is wrong, now that the user has gone on, or write it as all such values are written."""
        try:
            self._read()
        except ValueError as error:
            self._say_wrong(str(error))
            announce(self.editor, f"{self.editor.accessibleName()}: {error}")
            return
        if self._refused:
            self._say_wrong(self._refused)
            return
        self._before = self._last
        if isinstance(self.editor, QLineEdit) and self._text() != self._written():
            self._set_editor(self._last)
        self._session.end_run()

    def _read(self) -> object:
        """The value that stands in the field; a list takes names for the codes that they have."""
        value = read(self.field.kind, self._text(), self._setting())
        if not self.field.choices or not isinstance(value, tuple):
            return value
        by_name = self._choices(f"{self.field.choices} by name")
        codes = {name.casefold(): code for name, code in by_name.items()}
        return tuple(dict.fromkeys(codes.get(word.casefold(), word) for word in value))

    def _written(self) -> str:
        return shown(self.field.kind, self._last, self._setting())

    def _chosen(self, index: int) -> None:
        assert isinstance(self.editor, Choice)
        self._write(self.editor.value(index))
        self._session.end_run()

    def _picked(self, day: date) -> None:
        """Take a day from the calendar, as one edit."""
        assert isinstance(self.editor, DayText)
        self._session.end_run()
        value = said_as(self._last, day, self._setting())
        self.editor.setText(shown(self.field.kind, value, self._setting()))
        self._typed()
        self._left()

    def _day(self) -> date:
        """Where the calendar begins: at the day that the field holds, else at launch, else today."""
        launch, held = self._session.plan.launch, self._last
        day = resolve(held, launch) if isinstance(held, date | int) else None
        return day or (launch if self.field.kind is Kind.WHEN else None) or self._session.today

    def _write(self, value: object) -> bool:
        """Put a value into the plan; False where the plan does not take it, though what is typed stays."""
        if self._target is None:
            return True
        tree = self._session.document.tree
        label = f"Change {self.field.label.lower()}{f' of {self._called}' if self._called else ''}"
        edit = self._target.edit(tree, self.field.name, value, label)
        before, self._last = self._last, value
        if not edit or self._session.do(edit, f"{self._target.key}.{self.field.name}"):
            return True
        self._last = before
        if isinstance(self.editor, Choice):
            self._show(force=True)
        return False

    def _text(self) -> str:
        if isinstance(self.editor, LongText):
            return self.editor.toPlainText()
        return self.editor.text() if isinstance(self.editor, QLineEdit) else ""

    def _setting(self) -> Setting:
        plan = self._session.plan
        return Setting(plan.currency, plan.launch)

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.say(sentence)
        restyle(self.editor, "wrong", bool(sentence))
        self.editor.setAccessibleDescription(sentence or self.field.help or self._tip)
        self._say_meaning(self._last)

    def _say_meaning(self, value: object) -> None:
        """Say what the value comes to, unless what is typed is none."""
        means = self._names(value) or meaning(self.field.kind, value, self._setting()) or self.field.help
        self._means.say("" if self._wrong.text() else means)

    def _names(self, value: object) -> str:
        """What the codes of a list stand for."""
        if self.field.kind is not Kind.LIST or not self.field.choices or not isinstance(value, tuple):
            return ""
        known = self._choices(self.field.choices)
        return ", ".join(known.get(code, f"{code}: not in the list") for code in value)

    def _make_editor(self) -> Choice | QLineEdit | LongText:
        if self.field.kind in (Kind.CHOICE, Kind.YES_NO):
            choice = Choice()
            choice.activated.connect(self._chosen)
            return choice
        if self.field.kind in (Kind.LONG, Kind.LINES):
            text = LongText(self.field.lines)
            text.setPlaceholderText(self.field.hint)
            text.textChanged.connect(self._typed)
            text.left.connect(self._left)
            return text
        short = DayText(self._day) if self.field.kind in TIPS else ShortText()
        if isinstance(short, DayText):
            short.picked.connect(self._picked)
        short.setMaxLength(LONGEST_SHORT)
        short.setPlaceholderText(self.field.hint)
        short.textEdited.connect(self._typed)
        short.editingFinished.connect(self._left)
        return short

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (self._label, self.editor, self._means, self._wrong):
            column.addWidget(part)
        column.addStretch()
