"""Opening a plan of 1,000 channels and 10,000 activities without the window."""

from pathlib import Path
from tempfile import TemporaryDirectory

from planner.storage.catalog_files import load_catalog
from planner.storage.plan_file import save_plan
from tests.benchmarks.measure import headline, judge, milliseconds, show, until_ready
from tests.benchmarks.plans import large_plan

RUNS = 9


def main() -> None:
    """Measure it in fresh processes, and warm."""
    from planner.core.document import Document
    from planner.storage.plan_file import open_plan

    headline("Opening a plan of 1,000 channels and 10,000 activities, without the window")
    with TemporaryDirectory() as folder:
        path = Path(folder, "large.frontlist")
        save_plan(path, large_plan(load_catalog()))
        print(f"  its file has {path.stat().st_size / 1e6:.1f} MB")
        seen = [until_ready("open_plan.py", str(path)) for _ in range(RUNS + 1)][1:]
        warm = [milliseconds(lambda: Document(open_plan(path).plan)) for _ in range(RUNS)]
    taken = show("a fresh process, from its start to the document", [each.milliseconds for each in seen])
    held = show("its resident memory", [each.megabytes for each in seen], "MB")
    show("open_plan and Document in a warm process", warm)
    judge("opening", taken / 1000, 1, "s")
    judge("memory", held, 250, "MB")


if __name__ == "__main__":
    main()
