"""Where the words beside the bars of a timeline stand: whole if they can, and on one side for a phase."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from planner.export.pdf.line import Line
from planner.export.pdf.style import CHART_NEAR, CHART_QUIET
from planner.export.pdf.typeset import Typesetter

_LEAST: Final = 24.0
_ACROSS: Final = 60.0  # from launch day to a bar whose words may stand beyond it
_ALIGNED: Final = 8.0  # so far apart bars may end whose words begin under each other
_CUT: Final = 3  # places in which words may be cut: those that keep off launch day


@dataclass(frozen=True, slots=True)
class Noted:
    """The words of a bar, and from where to where it is drawn."""

    text: str
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class Plot:
    """The stretch on which bars are drawn, and the place of launch day on it."""

    left: float
    right: float
    launch: float | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """From where to where words have room, and whether they stand at its end."""

    start: float
    end: float
    at_end: bool = False

    @property
    def room(self) -> float:
        return self.end - self.start


def notes_beside(bars: Sequence[Noted], plot: Plot, setter: Typesetter) -> list[tuple[float, Line] | None]:
    """Where the words of each bar begin, if they have room: on the side of all on which most is seen.

    Those that would be cut there stand on the other side of their bar if they are whole on it.
    """
    places = [_places(bar, plot) for bar in _aligned(bars)]
    lines = [_line(bar.text, each, setter) for bar, each in zip(bars, places, strict=True)]
    ends = [_allowed(bar, line, each, setter) for bar, line, each in zip(bars, lines, places, strict=True)]
    kinds = list(zip(*ends, strict=True))
    seen = [_seen(lines, kind, cut=place < _CUT) for place, kind in enumerate(kinds)]
    chosen = kinds[seen.index(max(seen))]
    return [
        (None if line.width <= place.room else _put_whole(bar.text, each, setter))
        or _put(bar.text, line, place, setter)
        for bar, line, place, each in zip(bars, lines, chosen, places, strict=True)
    ]


def _aligned(bars: Sequence[Noted]) -> list[Noted]:
    """The bars, of which those that begin or end only a little apart do so together: so do their words."""
    latest, earliest = max(bar.first for bar in bars), min(bar.last for bar in bars)
    first = min(bar.first for bar in bars if latest - bar.first <= _ALIGNED)
    last = max(bar.last for bar in bars if bar.last - earliest <= _ALIGNED)
    return [replace(bar, first=min(bar.first, first), last=max(bar.last, last)) for bar in bars]


def _line(text: str, places: Sequence[_Place], setter: Typesetter) -> Line:
    """The words as one line, cut if they have room nowhere."""
    line = setter.one_line(text, CHART_QUIET)
    if line.width <= max(place.room for place in places):
        return line
    return setter.one_line(text, CHART_QUIET, max(place.room for place in places[:_CUT]))


def _allowed(bar: Noted, line: Line, places: tuple[_Place, ...], setter: Typesetter) -> tuple[_Place, ...]:
    """The places of a line; one that was cut keeps off launch day where whole ones may cross it."""
    is_whole = line == setter.one_line(bar.text, CHART_QUIET)
    return places if is_whole else (*places[:_CUT], *places[: len(places) - _CUT])


def _seen(lines: Sequence[Line], places: Sequence[_Place], *, cut: bool) -> float:
    """How much of all lines is seen in these places, in which they may be ``cut`` or have to stand whole."""
    seen = [min(line.width, place.room) for line, place in zip(lines, places, strict=True)]
    whole = cut or seen == [line.width for line in lines]
    return sum(width for width in seen if width > 0) if whole else -1.0


def _put(text: str, line: Line, place: _Place, setter: Typesetter) -> tuple[float, Line] | None:
    """Where the line begins, cut to its place; nothing where that is too small."""
    if line.width > place.room:
        if place.room < _LEAST:
            return None
        line = setter.one_line(text, CHART_QUIET, place.room)
    return (place.end - line.width if place.at_end else place.start, line) if line.width else None


def _put_whole(text: str, places: Sequence[_Place], setter: Typesetter) -> tuple[float, Line] | None:
    """Where all words begin in the first place that keeps off launch day and has room for them."""
    line = setter.one_line(text, CHART_QUIET)
    return next(
        (_put(text, line, place, setter) for place in places[:_CUT] if line.width <= place.room), None
    )


def _places(bar: Noted, plot: Plot) -> tuple[_Place, ...]:
    """After the bar, before it, beyond launch day where that is near; last of all those that cross it."""
    after, before = bar.last + CHART_NEAR, bar.first - CHART_NEAR
    across = _Place(after, plot.right), _Place(plot.left, before, at_end=True)
    launch, nowhere = plot.launch, _Place(0.0, 0.0)
    if launch is None:
        return (*across, nowhere, *across)
    until, since = launch - CHART_NEAR, launch + CHART_NEAR
    ahead, behind = launch >= bar.last, launch <= bar.first
    beyond = nowhere
    if ahead and launch - bar.last < _ACROSS:
        beyond = _Place(since, plot.right)
    elif behind and bar.first - launch < _ACROSS:
        beyond = _Place(plot.left, until, at_end=True)
    return (
        _Place(after, until) if ahead else across[0],
        _Place(since, before, at_end=True) if behind else across[1],
        beyond,
        *across,
    )
