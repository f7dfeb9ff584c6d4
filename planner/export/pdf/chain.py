"""The faces that the program brings, in the order in which they are asked for a character."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from planner.core.languages import base, traditional
from planner.core.resources import resource
from planner.export.pdf.faces import Face
from planner.export.pdf.pairs import ARABIC, EUROPEAN, HEBREW

MAIN: Final = {
    (False, False): "Inter-Regular",
    (True, False): "Inter-SemiBold",
    (False, True): "Inter-Italic",
    (True, True): "Inter-SemiBoldItalic",
}
# Faces whose letters join or stack: no space is ever added between them.
JOINED: Final = {
    "NotoSansArabic": (ARABIC,),
    "NotoSansHebrew": (HEBREW,),
    "NotoSansThai": (),
    "NotoSansDevanagari": (),
}
JAPANESE: Final = "ja"


@dataclass(frozen=True, slots=True)
class Faces:
    """All faces of the folder of fonts; a family of one weight stands once, for both."""

    main: dict[tuple[bool, bool], Face]
    joined: dict[bool, Sequence[Face]]
    chinese: Face
    traditional: Face
    japanese: Face
    korean: Face
    signs: Face
    emoji: Face

    @property
    def eastern(self) -> Sequence[Face]:
        """The faces of Chinese and Japanese; the first has all marks."""
        return self.chinese, self.traditional, self.japanese

    def chain(self, *, bold: bool, italic: bool, language: str) -> list[Face]:
        """The faces for a look and a language; own shapes come before those of simplified Chinese."""
        eastern = [self.chinese, self.korean]
        if base(language) == JAPANESE:
            eastern.insert(0, self.japanese)
        elif traditional(language):
            eastern.insert(0, self.traditional)
        return [self.main[bold, italic], *eastern, *self.joined[bold], self.signs, self.emoji]


@cache
def faces() -> Faces:
    """The faces that the program brings; none is opened yet."""
    folder = resource("fonts")

    def eastern(name: str) -> Face:
        return Face(f"{name}-Regular", folder / f"{name}-Subset.ttf")

    def joined(weight: str, *, bold: bool) -> list[Face]:
        names = {f"{family}-{weight}": scripts for family, scripts in JOINED.items()}
        return [
            Face(name, folder / f"{name}.ttf", bold=bold, joined=True, scripts=scripts)
            for name, scripts in names.items()
        ]

    return Faces(
        {
            (bold, italic): Face(name, folder / f"{name}.ttf", bold=bold, italic=italic, scripts=(EUROPEAN,))
            for (bold, italic), name in MAIN.items()
        },
        {False: joined("Regular", bold=False), True: joined("SemiBold", bold=True)},
        eastern("NotoSansSC"),
        eastern("NotoSansTC"),
        eastern("NotoSansJP"),
        eastern("NotoSansKR"),
        Face("DejaVuSans", folder / "DejaVuSans-Subset.ttf", letters=False),
        Face("NotoEmoji-Regular", folder / "NotoEmoji-Regular.ttf", letters=False),
    )
