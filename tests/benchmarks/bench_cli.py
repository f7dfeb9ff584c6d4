"""The command line's start, against a Python that does nothing and one that only imports pydantic."""

from pathlib import Path

from planner.storage.templates import SAMPLE, template_path
from tests.benchmarks.measure import headline, judge, python, show, side_by_side

RUNS = 15


def main() -> None:
    """Measure both commands as they are installed."""
    import sys

    frontlist = str(Path(sys.executable).with_name("frontlist"))
    headline("Command line: whole processes")
    found = side_by_side(
        RUNS,
        {
            "python -c pass": python("-c", "pass"),
            "frontlist --version": python(frontlist, "--version"),
            "import pydantic": python("-c", "import pydantic"),
            "from pydantic import TypeAdapter": python("-c", "from pydantic import TypeAdapter"),
            "frontlist check SAMPLE": python(frontlist, "check", str(template_path(SAMPLE)), may_find=True),
        },
    )
    medians = {name: show(name, values) for name, values in found.items()}
    check = medians["frontlist check SAMPLE"]
    judge("--version against an empty Python", medians["frontlist --version"] / medians["python -c pass"], 3)
    judge("check against “import pydantic”", check / medians["import pydantic"], 3)
    print("  (“import pydantic” leaves its models for later; with them the same is:)")
    with_models = medians["from pydantic import TypeAdapter"]
    judge("check against “from pydantic import TypeAdapter”", check / with_models, 3)


if __name__ == "__main__":
    main()
