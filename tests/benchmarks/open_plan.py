"""Watched by bench_open: opens a plan as every command does."""

import sys
from pathlib import Path

from planner.core.document import Document
from planner.storage.plan_file import open_plan
from tests.benchmarks.measure import say_ready

if __name__ == "__main__":
    document = Document(open_plan(Path(sys.argv[1])).plan)
    say_ready()
