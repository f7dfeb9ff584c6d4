"""The window starts light: nothing slow is imported with it, and errors are told once."""

import subprocess
import sys
from pathlib import Path

from planner.core.platforms import FaultyCatalogError
from planner.gui.mishaps import Mishaps

SLOW = ("pydantic", "reportlab", "uharfbuzz", "zxingcpp")
PROGRAM = "import sys, planner.app; print([name for name in {slow!r} if name in sys.modules])"


def test_the_window_brings_in_nothing_slow() -> None:
    found = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(slow=SLOW)], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


def test_no_source_is_read_for_an_import_or_kept() -> None:
    program = "import linecache, planner.app.panels; print([*linecache.cache])"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "panels.py" not in found.stdout
    assert "PySide6" not in found.stdout


def test_what_shows_a_selection_comes_with_the_first_one() -> None:
    program = "import sys, planner.gui.inspector.panel; print([*sys.modules])"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "planner.gui.inspector.panel" in found.stdout
    assert "planner.gui.inspector.tracking" not in found.stdout


def fail(number: int) -> None:
    raise ValueError(number)


def test_each_error_is_told_once_and_logged(tmp_path: Path) -> None:
    told: list[str] = []
    mishaps = Mishaps(tmp_path / "new" / "errors.log", told.append)
    for number in range(3):
        try:
            fail(number)
        except ValueError as error:
            mishaps.report(ValueError, error, error.__traceback__)
    assert len(told) == 1
    assert "Traceback" not in told[0]
    assert "errors.log" in told[0]
    assert (tmp_path / "new" / "errors.log").read_text(encoding="utf-8").count("Traceback") == 1


def test_a_fault_of_the_catalog_is_told_in_its_own_words(tmp_path: Path) -> None:
    told: list[str] = []
    fault = FaultyCatalogError("The catalog's file “kobo.toml”")
    Mishaps(tmp_path / "errors.log", told.append).report(type(fault), fault, None)
    assert told == [str(fault)]
