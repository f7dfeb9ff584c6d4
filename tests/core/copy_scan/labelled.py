"""The labelled set: snippets of copy with what a platform's rule finds in each, and the third set aside."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from planner.core.catalog import Catalog
from planner.core.copy_scan.scan import scan

DATA = Path(__file__).parent.parent / "data"
FILE, FALSE_ALARMS = DATA / "copy_snippets.toml", DATA / "false_alarms.txt"
MARK = re.compile(r"⟦([a-z-]+)\|([^⟧]*)⟧")
PARTS = 3

Found = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text, the platform whose rule judges it, and each kind of content to find with its place."""

    id: str
    platform: str
    text: str
    expected: tuple[Found, ...]

    @property
    def set_aside(self) -> bool:
        """Whether it is in the third that the scanners were never tuned on, by a fixed hash of the id."""
        return int.from_bytes(sha256(self.id.encode()).digest()[:8]) % PARTS == 0


@dataclass(frozen=True, slots=True)
class Score:
    """How well snippets were judged; a find counts as right only with its kind and its exact place."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what there is to find, the share that was found."""
        return self.right / (self.right + self.missed)


def score(catalog: Catalog, judged: Iterable[Snippet]) -> Score:
    """Judge snippets and compare with what is expected of them."""
    right = wrong = missed = 0
    for snippet in judged:
        found = set(map(tuple, scan(catalog, catalog.platforms[snippet.platform], snippet.text)))
        expected = set(snippet.expected)
        right += len(found & expected)
        wrong += len(found - expected)
        missed += len(expected - found)
    return Score(right, wrong, missed)


def snippets() -> tuple[Snippet, ...]:
    """The whole set, in the order of its file, then the sentences known to raise something, as traps."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    judged = (
        Snippet(id, platform, *_read(marked))
        for platform, rows in tables.items()
        for id, marked in rows.items()
    )
    return (*judged, *false_alarms())


def false_alarms() -> tuple[Snippet, ...]:
    """Ordinary sentences that are known to raise something on the platform named before each."""
    lines = FALSE_ALARMS.read_text(encoding="utf-8").splitlines()
    rows = (line.partition(": ") for line in lines)
    return tuple(Snippet(text, platform, text, ()) for platform, _, text in rows)


def _read(marked: str) -> tuple[str, tuple[Found, ...]]:
    """A text without its marks, and where they stood."""
    text, found, read = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[read : mark.start()]
        found.append((mark[1], len(text), len(text) + len(mark[2])))
        text += mark[2]
        read = mark.end()
    return text + marked[read:], tuple(found)
