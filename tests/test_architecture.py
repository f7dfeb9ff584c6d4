"""What holds for the whole project: sizes, names kept in data, and who may import whom."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "planner").rglob("*.py"))
PLATFORMS = frozenset(path.stem for path in (ROOT / "resources" / "platforms").glob("*.toml"))

# Some platforms are called by common words. Here such a word means what it says, and no platform.
COMMON_WORDS = {
    ("planner/storage/catalog_check/lists.py", "medium"),
}

# Places of one machine, and hosts that packages come from: a clone must work anywhere.
OF_ONE_MACHINE = re.compile(
    rb"/(?:work|root|opt)/|pypi\.org|python[h]osted|npmjs|(?:deb|snapshot)\.debian\.org"
)

# Code between backticks that has a slash in it, or the ending of a file.
NAMED_FILE = re.compile(r"`([\w.-]+/[\w./-]*|[\w-]+\.(?:py|md|toml|txt))`")

IMPORTS = "import sys, {module}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"


def name_of(path: Path) -> str:
    """A file's name as the project says it."""
    return path.relative_to(ROOT).as_posix()


def brought_in_by(module: str) -> set[str]:
    """The top-level packages that importing a module brings into a fresh Python."""
    command = [sys.executable, "-c", IMPORTS.format(module=module)]
    return set(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split())


def literals(path: Path) -> Iterator[str]:
    """Every text that stands as a literal of its own in a file."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_no_file_is_over_400_lines() -> None:
    long = {name_of(path): lines for path in SOURCES if (lines := len(path.read_bytes().splitlines())) > 400}
    assert long == {}


def test_no_function_is_over_60_lines() -> None:
    long = {
        f"{name_of(path)}: {node.name}": lines
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > 60
    }
    assert long == {}


def test_no_platform_is_named_in_the_code() -> None:
    assert len(PLATFORMS) >= 57
    named = {(name_of(path), text) for path in SOURCES for text in literals(path) if text in PLATFORMS}
    assert named == COMMON_WORDS


@pytest.mark.parametrize("module", ["planner.__main__", "planner.cli"])
def test_no_qt_without_the_window(module: str) -> None:
    assert brought_in_by(module).isdisjoint({"PySide6", "shiboken6"})


@pytest.mark.parametrize("module", ["planner.__main__", "planner.app", "planner.gui.window", "planner.cli"])
def test_slow_libraries_wait_until_they_are_needed(module: str) -> None:
    assert brought_in_by(module).isdisjoint(
        {"docx", "icalendar", "pydantic", "reportlab", "uharfbuzz", "zxingcpp"}
    )


@pytest.mark.parametrize("document", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_the_files_that_a_document_names_exist(document: str) -> None:
    named = set(NAMED_FILE.findall((ROOT / document).read_text("utf-8")))
    folders = (ROOT, ROOT / "planner", ROOT / "planner" / "export", ROOT / "tests")
    known = {
        path.name
        for folder in ("planner", "resources", "tests", "docs")
        for path in ROOT.glob(f"{folder}/**/*.*")
    }
    missing = {name for name in named - known if not any((folder / name).exists() for folder in folders)}
    assert named
    assert missing <= {"resources/platforms/ID.toml", "NAME.toml"}


def test_nothing_names_one_machine_or_a_registry() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("only a git checkout knows what is tracked")
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    tracked = [ROOT / name for name in listed.split("\0") if name]
    naming = {
        name_of(path): found[0]
        for path in tracked
        if path.is_file() and path != Path(__file__) and (found := OF_ONE_MACHINE.search(path.read_bytes()))
    }
    assert naming == {}
