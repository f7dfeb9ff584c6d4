"""The user's folders are where the system keeps such folders, and asking makes none."""

import subprocess
import sys

import pytest
from platformdirs import user_cache_path

from planner.storage.paths import NAME, cache_folder, config_folder, data_folder


def test_each_folder_is_the_programs_own() -> None:
    folders = [config_folder(), cache_folder(), data_folder()]
    assert all(folder.is_absolute() for folder in folders)
    assert all(NAME in folder.parts for folder in folders)


@pytest.mark.parametrize("home", ["/home/anna", "", "anna", None])
@pytest.mark.parametrize("named", ["/var/cache/anna", "", "caches", "~/caches", None])
def test_the_cache_is_where_the_library_says(
    named: str | None, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in (("XDG_CACHE_HOME", named), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    assert cache_folder() == user_cache_path(NAME, appauthor=False)


MODULES = ("plan_file", "templates", "catalog_files")
SLOW = ("pydantic", "pydantic_core", "platformdirs", "tomllib")


def test_storage_brings_in_the_slow_libraries_only_when_a_plan_is_read() -> None:
    imports = ", ".join(f"planner.storage.{module}" for module in MODULES)
    program = f"import sys, {imports}; print([name for name in {SLOW} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
