"""A file is written whole or not at all, and nothing is left lying about."""

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from planner.core.plan import Author, Book, Plan
from planner.storage import atomic
from planner.storage.atomic import write_atomically
from planner.storage.errors import FileInUseError, PlanFileError, not_written
from planner.storage.plan_file import save_plan

PLAN = Plan(id="p", book=Book(id="b"), author=Author(id="a"))
posix = pytest.mark.skipif(os.name != "posix", reason="the system has no modes and links of that kind")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "mine.frontlist"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that moves only when somebody sleeps."""
    slept: list[float] = []
    monkeypatch.setattr("planner.storage.atomic.time.sleep", slept.append)
    monkeypatch.setattr("planner.storage.atomic.time.monotonic", lambda: sum(slept))
    return slept


def failing(error: int, *, after: int = 0) -> Any:
    """A function that works a few times and then fails for good."""
    calls = iter(range(after))

    def fail(*_arguments: object) -> None:
        if next(calls, None) is None:
            raise OSError(error, os.strerror(error))

    return fail


def test_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "new.frontlist"
    assert write_atomically(path, b"new") is None
    assert path.read_bytes() == b"new"
    assert names(path) == ["new.frontlist"]


def test_an_old_file_is_replaced(file: Path) -> None:
    assert write_atomically(file, b"new") is None
    assert file.read_bytes() == b"new"
    assert names(file) == ["mine.frontlist"]


@posix
def test_the_mode_stays(file: Path) -> None:
    file.chmod(0o640)
    write_atomically(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.frontlist"
    link.symlink_to(file)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert names(file) == ["mine.frontlist"]


def test_a_read_only_file_is_refused(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(PlanFileError) as caught:
        save_plan(file, PLAN)
    assert str(caught.value) == (
        "“mine.frontlist” cannot be saved: it is read-only; save it under another name or in another folder."
    )
    assert file.read_bytes() == b"old"
    assert names(file) == ["mine.frontlist"]
    file.chmod(0o644)


def test_a_folder_is_refused(file: Path) -> None:
    with pytest.raises(PlanFileError, match="cannot be saved: it is a folder"):
        save_plan(file.parent, PLAN)


@posix
def test_a_pipe_is_refused_and_stays_one(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe.frontlist", tmp_path / "link.frontlist"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        with pytest.raises(PlanFileError, match="cannot be saved: it is no ordinary file"):
            save_plan(path, PLAN)
    assert pipe.is_fifo()
    assert names(pipe) == [link.name, pipe.name]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PlanFileError, match="cannot be saved: there is no such file or folder"):
        save_plan(tmp_path / "no" / "mine.frontlist", PLAN)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(PlanFileError, match="cannot be saved: its name"):
        save_plan(tmp_path / "a\0b", PLAN)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EROFS, "its disk can only be read"),
        (errno.EIO, "the system refused (Input/output error)"),
    ],
)
def test_a_disk_that_fails_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, error: int, said: str
) -> None:
    monkeypatch.setattr("planner.storage.atomic.os.fsync", failing(error))
    with pytest.raises(PlanFileError) as caught:
        save_plan(file, PLAN)
    assert said in str(caught.value)
    assert file.read_bytes() == b"old"
    assert names(file) == ["mine.frontlist"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_device_that_is_full(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_open = Path.open

    def open_full(self: Path, mode: str) -> Any:
        return really_open(Path("/dev/full"), "wb") if self.suffix == ".saving" else really_open(self, mode)

    monkeypatch.setattr(Path, "open", open_full)
    with pytest.raises(PlanFileError, match="the disk is full"):
        save_plan(file, PLAN)
    assert file.read_bytes() == b"old"


def test_a_moment_of_refusal_is_waited_out(
    file: Path, monkeypatch: pytest.MonkeyPatch, impatient: list[float]
) -> None:
    really_replace = Path.replace
    refusals = iter(range(3))

    def replace(self: Path, target: Path) -> Path:
        if next(refusals, None) is not None:
            raise PermissionError(errno.EACCES, "held")
        return really_replace(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    assert write_atomically(file, b"new") is None
    assert len(impatient) == 3
    assert file.read_bytes() == b"new"
    assert names(file) == ["mine.frontlist"]


def test_a_file_that_is_held_is_written_in_place_beside_a_backup(
    file: Path, monkeypatch: pytest.MonkeyPatch, impatient: list[float]
) -> None:
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    saved = save_plan(file, PLAN)
    assert sum(impatient) == pytest.approx(atomic.PATIENCE)
    assert saved.backup is not None
    assert saved.backup.read_bytes() == b"old"
    assert saved.backup.suffix == ".bak"
    assert saved.backup.name in saved.notice
    assert file.read_bytes().startswith(b"{")
    assert names(file) == sorted([file.name, saved.backup.name])


def test_a_new_file_that_cannot_take_its_name_by_replacing(
    file: Path, monkeypatch: pytest.MonkeyPatch, impatient: list[float]
) -> None:
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    other = file.with_name("other.frontlist")
    assert write_atomically(other, b"new") is None
    assert impatient
    assert other.read_bytes() == b"new"
    assert names(file) == [file.name, other.name]


def test_a_disk_that_fills_while_writing_in_place_leaves_the_old_contents(
    file: Path, monkeypatch: pytest.MonkeyPatch, impatient: list[float]
) -> None:
    really_write = atomic._write_through

    def write(path: Path, mode: Any, data: bytes) -> None:
        really_write(path, mode, data)
        if path == file and data == b"new":
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    monkeypatch.setattr(atomic, "_write_through", write)
    with pytest.raises(OSError, match="full"):
        write_atomically(file, b"new")
    assert impatient
    assert file.read_bytes() == b"old"
    assert names(file) == ["mine.frontlist"]


def test_a_document_that_is_held_open_is_told_and_left_as_it_is(
    file: Path, monkeypatch: pytest.MonkeyPatch, impatient: list[float]
) -> None:
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    with pytest.raises(FileInUseError) as caught:
        write_atomically(file, b"new", in_place=False)
    assert impatient
    assert not_written(file, caught.value) == (
        "“mine.frontlist” cannot be written: another program holds it open;"
        " close it there, or choose another name."
    )
    monkeypatch.setattr(Path, "replace", failing(errno.EIO))
    with pytest.raises(OSError, match="Input/output"):
        write_atomically(file, b"new", in_place=False)
    assert write_atomically(file.with_name("other"), b"new", in_place=False) is None
    assert file.read_bytes() == b"old"
    assert names(file) == [file.name, "other"]


def test_a_file_that_lets_nobody_in_stays_as_it_is(
    file: Path, monkeypatch: pytest.MonkeyPatch, impatient: list[float]
) -> None:
    really_open = Path.open

    def locked(self: Path, mode: str = "r", *more: Any, **others: Any) -> Any:
        if self == file and mode == "wb":
            raise PermissionError(errno.EACCES, "held")
        return really_open(self, mode, *more, **others)

    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(PermissionError):
        write_atomically(file, b"new")
    assert impatient
    assert file.read_bytes() == b"old"
    assert names(file) == [file.name]


def test_folders_that_cannot_be_opened_do_no_harm(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.storage.atomic.os.open", failing(errno.EACCES))
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none/plan.pdf", "there is no folder “{folder}”; choose another place."),
        ("n" * 300, "its name is too long; choose another name."),
        ("plan\0.pdf", "its name holds something that no file can be called; choose another name."),
    ],
)
def test_a_refusal_leads_to_another_folder_or_another_name(tmp_path: Path, name: str, said: str) -> None:
    path = tmp_path / name
    with pytest.raises((OSError, ValueError)) as caught:
        write_atomically(path, b"new")
    assert isinstance(caught.value, OSError | ValueError)
    assert not_written(path, caught.value).endswith(said.format(folder=path.parent))
