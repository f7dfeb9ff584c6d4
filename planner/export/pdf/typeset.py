"""Sets runs of text as boxes in one of the document's types."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from planner.export.blocks import Align, Run, Runs
from planner.export.cut import cut
from planner.export.languages import Languages
from planner.export.pdf.boxes import SPARED, Anchor, Box, Stack, Text
from planner.export.pdf.direction import runs_leftwards
from planner.export.pdf.fonts import FontBook
from planner.export.pdf.line import Line
from planner.export.pdf.lines import break_lines
from planner.export.pdf.one_line import one_line
from planner.export.pdf.structure import ARTIFACT, Element
from planner.export.pdf.style import SMALL, Type
from planner.export.widths.shares import READABLE

CONTINUED: Final = "(continued)"
RUNNING: Final = 3  # lines of running text in a cell; what has fewer is a name or a remark
_LINES_OF_A_BOX: Final = 300
_LONGEST_NAME: Final = 40
_LONGEST_REMARK: Final = 100
_REMEMBERED: Final = 10_000
_NEARLY: Final = 0.9  # of its measure; so wide a paragraph stands against the edge of that


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets text with one book of fonts, for a frame of a given width.

    As much of a page as is ``spared`` stays white so that no row and no panel is cut.
    """

    book: FontBook
    width: float
    languages: Languages
    spared: float = SPARED
    _known: dict[tuple[Run, Type, float], list[Line]] = field(default_factory=dict, repr=False, compare=False)

    def turned(self, text: str) -> bool:
        """Whether the text runs from right to left in a document that does not."""
        return not self.book.leftwards and runs_leftwards(text)

    def text(
        self,
        runs: Runs | str,
        style: Type,
        width: float | None = None,
        *,
        align: Align = Align.LEFT,
        before: float = 0.0,
        after: float = 0.0,
        keep: bool = False,
        anchor: Anchor | None = None,
        tag: Element | None = None,
        frame: float | None = None,
        close: bool = False,
    ) -> Box:
        """The runs as one box, a paragraph unless its ``tag`` says what else it is.

        Text from right to left stands at the right of the ``frame``, which may be wider than its lines;
        where it is to stand ``close`` to what is on its left, at the right of the widest of them. A document
        that itself runs from right to left is laid out as any other and drawn by a pen that mirrors: all its
        text begins at the right, figures too, whose digits so stay under each other, but running text of the
        other direction is even on its left, and stands against the edge of its measure if it nearly fills
        that.
        A very long text becomes a stack, which pages split in less time.
        """
        tag = tag or Element("P")
        figures, align = align is Align.RIGHT, Align.LEFT if self.book.leftwards else align
        width = self.width if width is None else width
        runs = (Run(runs),) if isinstance(runs, str) else runs
        lines = self._lines(runs, style, width)
        measure, width = width, width if frame is None else frame
        width = max(line.width for line in lines) if close else width
        running = len(lines) >= RUNNING and width >= READABLE
        runs_on = len(lines) > 1 and not figures and (frame is not None or running)
        if self.book.leftwards and runs_on and not any(line.rtl for line in lines):
            widest = max(line.width for line in lines)
            align, width = Align.RIGHT, measure if widest > _NEARLY * measure else widest
        if len(lines) <= _LINES_OF_A_BOX:
            return Text(
                lines, style, width, align, before=before, after=after, keep=keep, anchor=anchor, tag=tag
            )
        parts = [lines[start : start + _LINES_OF_A_BOX] for start in range(0, len(lines), _LINES_OF_A_BOX)]
        boxes = [Text(part, style, width, align) for part in parts]
        return Stack(boxes, width=width, before=before, after=after, anchor=anchor, tag=tag)

    def one_line(self, text: str, style: Type, width: float | None = None) -> Line:
        """The text as one line, shortened where it has no room."""
        return one_line(text, style, self.width if width is None else width, self.book)

    def _lines(self, runs: Runs, style: Type, width: float) -> list[Line]:
        """The runs as lines: the same ones for a name or remark said again, if they hold no element."""
        said = runs[0] if len(runs) == 1 and len(runs[0].text) <= _LONGEST_REMARK else None
        known = self._known.get((said, style, width)) if said else None
        if known:
            return known
        lines = break_lines(self.languages.mark(runs), style, width, self.book)
        if said and len(self._known) < _REMEMBERED and not any(line.parted for line in lines):
            self._known[said, style, width] = lines
        return lines

    def make_even(self, column: Iterable[tuple[float, Text]], edge: float, least: int = RUNNING) -> None:
        """Put texts from left to right on the left of their column, in a document that runs the other way.

        They end at the ``edge`` as it is laid out, so all begin under each other, of however many lines they
        are; but only where one of them has at ``least`` so many, and room for sentences.
        """
        texts = [(x, text) for x, text in column if not any(line.rtl for line in text.lines)]
        running = any(len(text.lines) >= least and edge - x >= READABLE for x, text in texts)
        if self.book.leftwards and running:
            for x, text in texts:
                text.align, text.width = Align.RIGHT, edge - x

    def continued(self, name: str, width: float, frame: float | None = None) -> Box:
        """The name of what goes on over a page, for those who see it; who hears it needs no other."""
        said = f"{cut(' '.join(name.split()), _LONGEST_NAME)} {CONTINUED}"
        return self.text(said, SMALL, width, after=2, keep=True, tag=ARTIFACT, frame=frame)
