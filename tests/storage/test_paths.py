"""The user's folders are where the system keeps such folders, and asking makes none."""

import subprocess
import sys

from planner.storage.paths import NAME, cache_folder, config_folder, data_folder


def test_each_folder_is_the_programs_own() -> None:
    folders = [config_folder(), cache_folder(), data_folder()]
    assert all(folder.is_absolute() for folder in folders)
    assert all(NAME in folder.parts for folder in folders)


MODULES = ("plan_file", "templates", "catalog_files")
SLOW = ("pydantic", "pydantic_core", "platformdirs", "tomllib")


def test_storage_brings_in_the_slow_libraries_only_when_a_plan_is_read() -> None:
    imports = ", ".join(f"planner.storage.{module}" for module in MODULES)
    program = f"import sys, {imports}; print([name for name in {SLOW} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
