"""Writes a file whole or not at all."""

import errno
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Literal

from planner.storage.errors import FileInUseError, SpecialFileError

TEMPORARY = ".frontlist-{}-{}.saving"
PATIENCE = 1.0
PAUSE = 0.05


def write_atomically(path: Path, data: bytes, *, in_place: bool = True) -> Path | None:
    """Put new contents into a file, old or new, so that a crash or a full disk leaves the old ones.

    A link stays a link, and a file keeps its mode. Where the system will not let the new file take the
    old one's place (a synced folder that holds it open), the old contents are copied beside it, the file
    is written in place, and the copy's path is returned; otherwise None. Without ``in_place`` that is
    refused with a FileInUseError. Raises OSError, with the old file as it was.
    """
    target = _target(path)
    if target.is_symlink():
        raise OSError(errno.ELOOP, "a link leads in a circle")
    _refuse_unfit(target)
    temporary = target.with_name(TEMPORARY.format(os.getpid(), os.urandom(6).hex()))
    try:
        _write_through(temporary, "xb", data)
        if target.exists():
            shutil.copymode(target, temporary)
        refused = _replace(temporary, target)
        if refused:
            if target.exists() and not in_place:
                raise FileInUseError(refused.errno, "held") if refused.errno == errno.EACCES else refused
            return _write_in_place(target, data)
    finally:
        with suppress(OSError):
            temporary.unlink()
    _flush_folder(target.parent)
    return None


def remove_half_written(path: Path, pid: int) -> None:
    """Remove what a process that was ended in the middle has left beside the file that it was to write."""
    with suppress(OSError):
        for left in _target(path).parent.glob(TEMPORARY.format(pid, "*")):
            left.unlink()


def _target(path: Path) -> Path:
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _refuse_unfit(target: Path) -> None:
    """Replacing would succeed on a pipe or a read-only file, as only the folder has to be writable."""
    if target.is_dir():
        raise IsADirectoryError(f"{target} is a folder")
    if not target.exists():
        return
    if not target.is_file():
        raise SpecialFileError(f"{target} is no ordinary file")
    if not (target.stat().st_mode & 0o222 and os.access(target, os.W_OK)):
        raise PermissionError(f"{target} is read-only")


def _write_through(path: Path, mode: Literal["xb", "wb"], data: bytes) -> None:
    with path.open(mode) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(temporary: Path, target: Path) -> OSError | None:
    """Put the one file in the other's place, trying for a second; the refusal where that did not help."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            temporary.replace(target)
        except OSError as error:
            if time.monotonic() >= until:
                return error
            time.sleep(PAUSE)
        else:
            return None


def _write_in_place(target: Path, data: bytes) -> Path | None:
    if not target.exists():
        _write_through(target, "xb", data)
        return None
    old = target.read_bytes()
    backup = target.with_name(f"{target.name}.{time.strftime('%Y%m%d-%H%M%S')}.bak")
    _write_through(backup, "wb", old)
    try:
        _write_through(target, "wb", data)
    except OSError:
        # Where another program lets nobody in, the file is as it was, and can be neither read nor written.
        with suppress(OSError):
            if target.read_bytes() != old:
                _write_through(target, "wb", old)
            backup.unlink()
        raise
    return backup


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can open folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
