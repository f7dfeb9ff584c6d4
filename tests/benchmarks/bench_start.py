"""The window's start, against a bare PySide6 window with one tree view and one list view."""

from collections.abc import Callable

from tests.benchmarks.measure import headline, judge, show, side_by_side, until_ready

RUNS = 11
CASES = {
    "bare": "bare window, painted",
    "rows": "bare window with text in its views, painted (to compare)",
    "empty": "Frontlist, painted",
    "sample": "Frontlist with the sample plan on its board, painted",
}


def main() -> None:
    """Measure whole processes, from their start to the paint."""
    headline("Start of the window (offscreen): from the start of the process")
    found = side_by_side(RUNS, {name: starting(name) for name in CASES})
    medians = {name: show(CASES[name], values) for name, values in found.items()}
    judge("first painted window against the bare one", medians["empty"] / medians["bare"], 1.5)
    judge("sample on the board against the bare window", medians["sample"] / medians["bare"], 2.3)


def starting(name: str) -> Callable[[], float]:
    """How long one of the windows takes."""
    return lambda: until_ready("show_window.py", name).milliseconds


if __name__ == "__main__":
    main()
