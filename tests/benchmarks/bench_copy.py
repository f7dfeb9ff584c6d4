"""The copy checks: how well they judge the labelled set, and how long they take for a megabyte."""

from heapq import nlargest
from pathlib import Path
from random import Random
from statistics import median

from planner.app.garbage_collection import set_aside
from planner.core.catalog import Catalog, Platform
from planner.core.copy_scan.scan import scan
from planner.storage.catalog_files import load_catalog
from tests.benchmarks.measure import MEGABYTE, headline, judge, processor_milliseconds
from tests.core.copy_scan.hard import NUMBERED, PIECES, numbered, repeated
from tests.core.copy_scan.labelled import Snippet, false_alarms, score, snippets

DATA = Path(__file__).parent.parent / "core" / "data"
PROSE, ORDINARY = DATA / "ordinary_prose.txt", DATA / "ordinary_sentences.txt"
PRECISION, RECALL = 0.98, 0.95
LIMIT, HARDEST = 100, 1000
RUNS, MIXTURES = 5, 30
STRICTEST, SLOWEST = 2, 5


def labelled(catalog: Catalog) -> None:
    """Precision and recall, first on the third that was set aside."""
    everything = snippets()
    for name, chosen in (
        ("set aside", [each for each in everything if each.set_aside]),
        ("the rest", [each for each in everything if not each.set_aside]),
    ):
        _report(catalog, name, chosen)
    clean, false = len(ORDINARY.read_text(encoding="utf-8").splitlines()), len(false_alarms())
    print(f"  {false} of these traps are known to raise something; {clean} more are clean on every platform")


def _report(catalog: Catalog, name: str, chosen: list[Snippet]) -> None:
    result = score(catalog, chosen)
    traps = sum(not each.expected for each in chosen)
    print(f"  {name}: {len(chosen)} snippets, {traps} of them traps: {result}")
    for what, value, least in (("precision", result.precision, PRECISION), ("recall", result.recall, RECALL)):
        reached = "reached" if value >= least else "NOT REACHED"
        print(f"    {what:<56} {value:8.3f}, at least {least:g}: {reached}")


def a_megabyte(catalog: Catalog) -> None:
    """The full rule of each platform that has one, over a megabyte of prose."""
    paragraphs = PROSE.read_text(encoding="utf-8").strip().split("\n\n")
    english = [each for each in paragraphs if each.isascii()]
    chinese = [each for each in paragraphs if "\u4e00" <= each[0] <= "\u9fff" and "は" not in each]
    for name, chosen in (("English", english), ("Chinese", chinese), ("all languages", paragraphs)):
        text = repeated("\n\n".join(chosen) + "\n\n", MEGABYTE)
        for platform in catalog.platforms.values():
            if platform.copy:
                judge(f"{name}: {platform.id}", _typical(catalog, platform, text), LIMIT, "ms")


def _typical(catalog: Catalog, platform: Platform, text: str) -> float:
    """The median of the processor's time for a text."""
    return median(_processor(catalog, platform, text) for _ in range(RUNS))


def _processor(catalog: Catalog, platform: Platform, text: str) -> float:
    return processor_milliseconds(lambda: scan(catalog, platform, text))


def hardest(catalog: Catalog) -> None:
    """The slowest of many unlikely megabytes, on the platforms that remove the most kinds of content."""
    random = Random(2027)
    mixtures = ["".join(random.choices(PIECES, k=random.randint(2, 5))) for _ in range(MIXTURES)]
    for platform in nlargest(STRICTEST, catalog.platforms.values(), key=_strictness):
        times = {}
        for piece in (*PIECES, *mixtures):
            times[piece] = _processor(catalog, platform, repeated(piece, MEGABYTE))
        for piece in NUMBERED:
            times[piece] = _processor(catalog, platform, numbered(piece, MEGABYTE))
        for piece in nlargest(SLOWEST, times, key=lambda piece: times[piece]):
            judge(f"{platform.id}, over and over {piece[:20]!a}", times[piece], HARDEST, "ms")


def _strictness(platform: Platform) -> int:
    return len(platform.copy.removes) if platform.copy else 0


def main() -> None:
    """Measure all three, with garbage looked for as it is in the window."""
    catalog = load_catalog()
    set_aside()
    headline("Copy checks on the labelled set")
    labelled(catalog)
    headline("Copy checks over a megabyte of ordinary prose")
    a_megabyte(catalog)
    headline(
        f"Copy checks over {len(PIECES) + MIXTURES + len(NUMBERED)} unlikely megabytes: "
        "the slowest five of two platforms"
    )
    hardest(catalog)


if __name__ == "__main__":
    main()
