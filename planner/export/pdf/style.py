"""How the PDF looks: papers, colours and type, all as data. Lengths are in points, 72 to the inch."""

from dataclasses import dataclass
from typing import Final

from planner.export import palette

Colour = tuple[float, float, float]


def colour(code: str) -> Colour:
    """The colour of a code such as ``#1f5f5b``, as shares of red, green and blue."""
    red, green, blue = bytes.fromhex(code.removeprefix("#"))
    return red / 255, green / 255, blue / 255


@dataclass(frozen=True, slots=True)
class Paper:
    """A page and the frame of its text, in units of which ``scale`` points make one.

    Large text is a smaller page seen through a glass: all type, leading and measures grow together.
    """

    width: float
    height: float
    side: float = 54.0
    top: float = 58.0
    bottom: float = 66.0
    scale: float = 1.0

    @property
    def text_width(self) -> float:
        """The width of the frame."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """The height of the frame."""
        return self.height - self.top - self.bottom


PAPERS: Final = {"a4": Paper(595.28, 841.89), "letter": Paper(612.0, 792.0)}
TEXT_SIZES: Final = {"normal": 1.0, "large": 1.3}


def paper_for(paper: str, text_size: str) -> Paper:
    """The paper of that name for text of that size; its margins stay as wide as they are."""
    sheet, scale = PAPERS[paper], TEXT_SIZES[text_size]
    return Paper(
        width=sheet.width / scale,
        height=sheet.height / scale,
        side=sheet.side / scale,
        top=sheet.top / scale,
        bottom=sheet.bottom / scale,
        scale=scale,
    )


def on_white(code: str) -> Colour:
    """A platform's colour, dark enough to be seen on white paper in grey, and to carry white letters.

    What is no code of a colour is shown in a quiet one.
    """
    red, green, blue = colour(code) if palette.CODE.fullmatch(code) else QUIET
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    share = min(1.0, DARK_ENOUGH / light) if light else 1.0
    return red * share, green * share, blue * share


def pale(ink: Colour) -> Colour:
    """A tint of a colour, far from it in grey as well."""
    return tuple(1 - 0.28 * (1 - part) for part in ink)  # type: ignore[return-value]


DARK_ENOUGH: Final = 0.42
WHITE: Final = colour("#ffffff")
INK: Final = colour(palette.INK)
QUIET: Final = colour(palette.QUIET)
ACCENT: Final = colour(palette.ACCENT)
HAIRLINE: Final = colour(palette.HAIRLINE)
RULE: Final = colour("#3a4249")
PANEL: Final = colour(palette.PANEL)
LAUNCH: Final = colour("#b3372f")

TONES: Final = {tone: colour(code) for tone, code in palette.TONES.items()}

COVER_GRADIENT: Final = tuple(map(colour, ("#12393a", palette.ACCENT, "#5f9486", "#e3c48d")))

READING_WIDTH: Final = 432.0
THIN: Final = 0.5
FIRM: Final = 0.9
CHART_ROW: Final = 18.0
CHART_NEAR: Final = 5.0  # from a bar to the words beside it
CHART_BEGUN: Final = 3  # rows of a chart that begin on a page at least
CHART_WHOLE: Final = 470.0  # as tall as a chart of rows that is kept on one page


@dataclass(frozen=True, slots=True)
class Type:
    """A way of setting text; ``tracking`` is added to each letter, in thousandths of the size."""

    size: float
    leading: float
    bold: bool = False
    ink: Colour = INK
    tracking: float = 0.0
    tabular: bool = False


BODY: Final = Type(9.2, 13.8)
LEAD: Final = Type(10.4, 15.6, ink=QUIET)
SMALL: Final = Type(7.8, 11.2, ink=QUIET)
EYEBROW: Final = Type(8.2, 12.0, bold=True, ink=ACCENT, tracking=22)
COVER_TITLE: Final = Type(28.0, 33.0, bold=True, tracking=-22)
COVER_TITLE_LONG: Final = Type(18.0, 23.0, bold=True, tracking=-14)
COVER_SUBTITLE: Final = Type(12.0, 17.5, ink=QUIET, tracking=-4)
COVER_LINE: Final = Type(9.6, 15.0, ink=QUIET)
PANEL_TITLE: Final = Type(13.5, 16.5, bold=True, ink=WHITE, tracking=-10)
PANEL_FOOT: Final = Type(7.6, 10.4, ink=colour("#12393a"), bold=True)
SECTION: Final = Type(20.0, 26.0, bold=True, tracking=-18)
HEADING: Final = Type(12.4, 17.0, bold=True, tracking=-8)
MINOR: Final = Type(9.4, 13.8, bold=True)
FIGURES: Final = (
    Type(19.0, 24.0, bold=True, tracking=-14),
    Type(12.0, 16.0, bold=True, tracking=-6),
    Type(9.4, 13.0, bold=True),
)
LABEL: Final = Type(8.2, 11.6, ink=QUIET)
CELL: Final = Type(8.6, 12.4)
FIGURE_CELL: Final = Type(8.6, 12.4, tabular=True)
HEAD_CELL: Final = Type(7.6, 10.6, bold=True, ink=QUIET)
CONTENTS: Final = Type(9.8, 14.0)
CONTENTS_PAGE: Final = Type(9.8, 14.0, ink=QUIET, tabular=True)
CHART: Final = Type(8.0, 11.0)
CHART_STRONG: Final = Type(8.0, 11.0, bold=True)
CHART_QUIET: Final = Type(7.4, 10.4, ink=QUIET)
CHART_MARK: Final = Type(6.6, 9.0, bold=True, ink=WHITE)
CHART_LAUNCH: Final = Type(7.4, 10.4, bold=True, ink=LAUNCH)
FOOT: Final = Type(7.4, 10.0, ink=QUIET, tabular=True)
