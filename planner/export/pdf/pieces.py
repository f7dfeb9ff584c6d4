"""Words as they are set: stretches of glyphs in one face each."""

from dataclasses import dataclass

from planner.export.pdf.faces import Face, Glyph


# Neither is frozen at run time: a hard text has a hundred thousand, and freezing takes longer than making.
@dataclass(slots=True, eq=False)
class Piece:
    """A stretch of a word in one face; ``thickened`` where the face has no bold of its own."""

    face: Face
    glyphs: tuple[Glyph, ...]
    text: str
    width: float
    thickened: bool

    def advance(self, tracking: float) -> float:
        """The width with the ``tracking`` that is added to each glyph, unless the letters join."""
        return self.width if self.face.joined else self.width + tracking * len(self.glyphs)


@dataclass(slots=True, eq=False)
class Word:
    """What is set without a break: its pieces and their width in thousandths of the type size."""

    pieces: tuple[Piece, ...]
    width: float

    def advance(self, tracking: float) -> float:
        """The width with the ``tracking`` that is added to each glyph."""
        return sum(piece.advance(tracking) for piece in self.pieces) if tracking else self.width
