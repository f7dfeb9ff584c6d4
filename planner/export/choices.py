"""What is chosen for an export: its reader, the paper, the sections left out, and the size of the text."""

from dataclasses import dataclass

from planner.export.presets import PRESETS

NO_SECTION = "Every section is left out. Choose at least one."


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of one export: ids of a preset, a paper and a text size, and of sections left out."""

    preset: str = "self"
    paper: str = "a4"
    without: frozenset[str] = frozenset()
    text_size: str = "normal"

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that are shown, in the preset's order."""
        return tuple(each for each in PRESETS[self.preset].sections if each not in self.without)

    @property
    def whole(self) -> bool:
        """Whether the document shows all that the program can show of a plan."""
        return self.preset == "self" and len(self.sections) == len(PRESETS["self"].sections)
