"""Whether any PDF keeps to its standards: 200 random plans for random readers, judged by other programs."""

import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, seed, settings

from planner.core.plan import Plan
from planner.export.choices import Choices
from planner.export.fitting import fitted
from planner.export.pdf.writer import write_pdf
from planner.export.presets import PAPER_NAMES, PRESETS
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules
from tests.benchmarks.exports import DAY
from tests.benchmarks.measure import headline
from tests.export.pdf.standards import faults
from tests.strategies import plans

DRAWS = 200


def complaints(path: Path) -> list[str]:
    """What qpdf says of the file, and which of its fonts poppler finds not embedded."""
    found = []
    if shutil.which("qpdf"):
        checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        found += [f"qpdf: {checked.stderr}"] if checked.returncode else []
    if shutil.which("pdffonts"):
        listed = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True)
        found += [f"pdffonts: {font}" for font in listed.stdout.splitlines()[2:] if font.split()[-5] != "yes"]
    return found


def main() -> None:
    """Draw, export, and print what each program found."""
    headline(f"{DRAWS} random plans as PDF: PDF/UA-1 and PDF/A-3a, qpdf --check, embedded fonts")
    catalog, rules, chance = load_catalog(), load_rules(), random.Random(DRAWS)
    found: Counter[str] = Counter()
    drawn = 0

    with TemporaryDirectory() as folder:
        path = Path(folder, "drawn.pdf")

        @seed(DRAWS)
        @settings(
            max_examples=DRAWS,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(plans)
        def judge(plan: Plan) -> None:
            nonlocal drawn
            preset, paper = chance.choice(list(PRESETS)), chance.choice(list(PAPER_NAMES))
            document = fitted(plan, catalog, rules, DAY, Choices(preset=preset, paper=paper))
            written = write_pdf(document, paper=paper)
            path.write_bytes(written)
            drawn += 1
            found.update([*faults(written), *complaints(path)])

        judge()
    print(f"  {drawn} documents, {found.total()} faults")
    for fault, count in found.most_common():
        print(f"  {count:4} times: {fault}")
    if found:
        sys.exit(1)


if __name__ == "__main__":
    main()
