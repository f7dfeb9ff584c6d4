"""The levels of headings, one title above all: none is ever left out."""


class HeadingLevels:
    """Follows a document from heading to heading; 1 is its title's level."""

    def __init__(self) -> None:
        """Begin below the title."""
        self._top = 1
        self._open: list[tuple[int, int]] = []

    def section(self, title: str) -> None:
        """Begin a section; the headings of one without a title stand where its title would."""
        self._top = 2 if title.strip() else 1
        self._open = []

    def heading(self, level: int) -> int:
        """The level of a block's heading: one below the heading that it stands under."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        shown = (self._open[-1][1] if self._open else self._top) + 1
        self._open.append((level, shown))
        return shown
