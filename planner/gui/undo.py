"""The one kind of undo command: an edit and the edit that takes it back."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QUndoCommand

from planner.core.changes import Edit, Insert

MERGING = 1


class EditCommand(QUndoCommand):
    """An edit that has been made already, so that its first redo does nothing.

    Commands with the same ``merge_key`` become one while they follow each other: the last edit wins,
    so each must overwrite what the one before it wrote, as typing in a field does. Where that brings back
    what was there before all of them, nothing is left of them.
    """

    def __init__(self, apply: Callable[[Edit], None], edit: Edit, back: Edit, merge_key: str) -> None:
        """Take an edit that was made, and the way back."""
        super().__init__(edit.label)
        self._apply = apply
        self.edit = edit
        self._back = back
        self.merge_key = merge_key
        self._made = True

    def id(self) -> int:
        """Tell Qt whether this command may be merged at all."""
        return MERGING if self.merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later edit of the same run into this one."""
        if not isinstance(other, EditCommand) or other.merge_key != self.merge_key:
            return False
        if not _rewritten(other.edit) <= _rewritten(self._back):
            return False
        made = tuple(change for change in self.edit.changes if isinstance(change, Insert))
        self.edit = replace(other.edit, changes=(*made, *other.edit.changes))
        self.setObsolete(self.edit.changes == self._back.changes)
        return True

    def redo(self) -> None:
        """Make the edit again."""
        if not self._made:
            self._apply(self.edit)
        self._made = True

    def undo(self) -> None:
        """Take the edit back."""
        self._apply(self._back)
        self._made = False


def _rewritten(edit: Edit) -> set[str]:
    """The ids of the records that an edit changes or takes out."""
    return {change.id for change in edit.changes if not isinstance(change, Insert)}
