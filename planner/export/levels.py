"""The levels of headings, in formats that have no pages: one title, and never a level left out."""


class Levels:
    """Follows a document from heading to heading; 1 is its title's level."""

    def __init__(self) -> None:
        """Begin below the title."""
        self._top = self._last = 1

    def section(self, title: str) -> None:
        """Begin a section; the headings of one without a title stand where its title would."""
        self._top = self._last = 2 if title else 1

    def heading(self, level: int) -> int:
        """The level of a block's heading: its own within the section, at most one below the last."""
        self._last = min(self._top + level - 1, self._last + 1)
        return self._last
