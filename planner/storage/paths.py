"""What the program's files end with, and where its folders are, by the habits of each system."""

import os
import sys
from contextlib import suppress
from pathlib import Path

NAME = "frontlist"
SUFFIX = f".{NAME}"


def config_folder() -> Path:
    """Where the user's choices are kept; it may not exist yet."""
    return _folder("XDG_CONFIG_HOME", ".config", "Library/Application Support")


def cache_folder() -> Path:
    """Where anything is kept that can be made again; it may not exist yet."""
    folder = _folder("XDG_CACHE_HOME", ".cache", "Library/Caches")
    return folder / "Cache" if sys.platform == "win32" else folder


def data_folder() -> Path:
    """Where the user's own data is kept that stands in no plan file; it may not exist yet."""
    return _folder("XDG_DATA_HOME", ".local/share", "Library/Application Support")


def _folder(variable: str, usual: str, on_mac: str) -> Path:
    """The program's own folder below that which a variable names in full, or else the usual one at home."""
    if sys.platform == "win32":
        variable, usual = "LOCALAPPDATA", "AppData/Local"
    elif sys.platform == "darwin":
        usual = on_mac
    named = Path(os.environ.get(variable, ""))
    return (named if named.is_absolute() else Path.home() / usual) / NAME


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by whatever way; not where either cannot be looked at."""
    with suppress(OSError, ValueError):
        return one.samefile(other)
    return one == other
