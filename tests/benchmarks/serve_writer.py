"""One writer in a process of its own: ``serve_writer.py WRITER CHANNELS [SECTION ...]``.

Each number on its input is a document, without those sections. It answers with the milliseconds that the
document took, its bytes, its pages, and the process's megabytes.
"""

import sys
from importlib import import_module
from io import BytesIO
from time import perf_counter

import psutil
from pypdf import PdfReader

from planner.export.outline import outline
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules
from tests.benchmarks.common_plan import DAY, common_plan


def main(writer: str, channels: int, *left_out: str) -> None:
    """Serve until the input ends."""
    catalog = load_catalog()
    write = import_module(f"tests.benchmarks.peers.{writer}").write
    for line in sys.stdin:
        plan = common_plan(catalog, channels, int(line))
        document = outline(plan, catalog, load_rules(), DAY, without=left_out)
        start = perf_counter()
        made = write(document)
        taken = (perf_counter() - start) * 1000
        megabytes = psutil.Process().memory_info().rss / 1024 / 1024
        print(taken, len(made), len(PdfReader(BytesIO(made)).pages), megabytes, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
