"""What the window holds in memory with the sample open, against a bare PySide6 window."""

from collections.abc import Callable

from tests.benchmarks.measure import headline, judge, show, side_by_side, until_ready

RUNS = 5
CASES = {
    "bare": "bare window",
    "sample": "Frontlist with the sample plan",
    "export": "the same after one export",
}


def main() -> None:
    """Measure processes at rest."""
    headline("Resident memory (offscreen), half a second after the window stands")
    found = side_by_side(RUNS, {name: resting(name) for name in CASES})
    medians = {name: show(CASES[name], values, "MB") for name, values in found.items()}
    judge("sample open against the bare window", medians["sample"] / medians["bare"], 1.7)
    judge("after one export, likewise", medians["export"] / medians["bare"], 2.2)
    beside = until_ready("show_window.py", "export", "resting").beside
    print(
        f"  the worker that makes documents holds {beside:.1f} MB beside it, until 5 minutes after the last"
    )


def resting(name: str) -> Callable[[], float]:
    """How much one of the windows holds."""
    return lambda: until_ready("show_window.py", name, "resting").megabytes


if __name__ == "__main__":
    main()
