"""The PDF of plans that no author writes: a megabyte of one hard text, or activities without end."""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.hostile_plans import NAMES, OF_ROWS
from tests.benchmarks.measure import ENVIRONMENT, ROOT, headline, judge

MOST_SECONDS = 2
# Twice as much may take this many times as long; a square would take four times.
MOST_FOR_TWICE = 2.5


def seconds(name: str, share: float) -> float:
    """Processor time of an export in a process of its own, which has made a small document before."""
    script = str(Path(__file__).with_name("hostile_plans.py"))
    command = [sys.executable, script, name, str(share)]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, text=True, stdout=subprocess.PIPE, check=True)
    return float(done.stdout)


def main() -> None:
    """Measure all, each beside a half of it."""
    headline("Hostile plans as PDF, in processor time")
    for name in NAMES:
        half, whole = seconds(name, 0.5), seconds(name, 1)
        if name in OF_ROWS:
            print(f"  {name:<58} {whole:8.2f} s")
        else:
            judge(f"1 MB: {name}", whole, MOST_SECONDS, "s")
        judge("against a half of it", whole / half, MOST_FOR_TWICE)


if __name__ == "__main__":
    main()
