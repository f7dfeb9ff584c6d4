"""The user's folders are where the system keeps such folders, and asking makes none."""

import subprocess
import sys
from pathlib import Path

import pytest

from planner.storage.paths import NAME, cache_folder, config_folder, data_folder


def test_each_folder_is_the_programs_own() -> None:
    folders = [config_folder(), cache_folder(), data_folder()]
    assert all(folder.is_absolute() for folder in folders)
    assert all(NAME in folder.parts for folder in folders)


ON_MAC = "Library/Application Support/NAME"


@pytest.mark.parametrize(
    ("system", "config", "cache", "data"),
    [
        ("linux", ".config/NAME", ".cache/NAME", ".local/share/NAME"),
        ("darwin", ON_MAC, "Library/Caches/NAME", ON_MAC),
        ("win32", "AppData/Local/NAME", "AppData/Local/NAME/Cache", "AppData/Local/NAME"),
    ],
)
def test_each_system_has_its_own_places(
    monkeypatch: pytest.MonkeyPatch, system: str, config: str, cache: str, data: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, "not/in/full")
    home = [Path.home() / place.replace("NAME", NAME) for place in (config, cache, data)]
    assert [config_folder(), cache_folder(), data_folder()] == home


def test_a_variable_names_another_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CONFIG_HOME", str(tmp_path))
    assert config_folder() == tmp_path / NAME


MODULES = ("plan_file", "templates", "catalog_files")
SLOW = ("pydantic", "pydantic_core", "tomllib")


def test_storage_brings_in_the_slow_libraries_only_when_a_plan_is_read() -> None:
    imports = ", ".join(f"planner.storage.{module}" for module in MODULES)
    program = f"import sys, {imports}; print([name for name in {SLOW} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
