"""What is said of files that cannot be read or written, and how a text from outside stands in a sentence."""

import errno
from pathlib import Path

LONGEST, LONGEST_FOLDER = 80, 300
NO_ORDINARY_FILE = "it is no ordinary file"

REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.EISDIR: "it is a folder, not a file",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.EACCES: "you have no permission for it",
    errno.EPERM: "you have no permission for it",
    errno.EROFS: "its disk can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the disk takes no file of that size",
    errno.ELOOP: "it is a link that leads in a circle",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EINVAL: "its name holds something that no file can be called",
}
OF_THE_NAME = (REASONS[errno.ENAMETOOLONG], REASONS[errno.EINVAL])


class PlanFileError(Exception):
    """A plan file that cannot be read or written; its text is one plain sentence.

    ``file`` is the file's name, ``place`` where in it, ``problem`` what is wrong there,
    and ``way_out`` what the user can do.
    """

    def __init__(
        self, file: str, problem: str, *, way_out: str, place: str = "", doing: str = "opened"
    ) -> None:
        self.file = shown(file)
        self.place = place
        self.problem = problem
        self.way_out = way_out
        where = f"at {place}, " if place else ""
        super().__init__(f"“{self.file}” cannot be {doing}: {where}{problem}; {way_out}.")


class FileInUseError(PermissionError):
    """A file that another program holds open, so that no new one can take its place."""


class SpecialFileError(OSError):
    """Something that has a file's name and is none: a pipe, a device or the like."""


def shown(text: str, longest: int = LONGEST) -> str:
    """A text from outside as it can safely stand in a sentence: short, printable, on one line."""
    short = text if len(text) <= longest else f"{text[:longest]}…"
    return "".join(char if char.isprintable() else "�" for char in short)


def not_written(path: Path, error: OSError | ValueError) -> str:
    """What is said of a document that could not be written."""
    why, way_out = reason(error), "choose another place"
    if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
        why = f"there is no folder “{shown(str(path.parent), LONGEST_FOLDER)}”"
    elif isinstance(error, FileInUseError):
        way_out = "close it there, or choose another name"
    elif why in OF_THE_NAME:
        way_out = "choose another name"
    return f"“{shown(path.name)}” cannot be written: {why}; {way_out}."


def reason(error: OSError | ValueError) -> str:
    """Why the system refused, in plain words; a ValueError is its answer to a zero byte in a name."""
    if isinstance(error, ValueError):
        return REASONS[errno.EINVAL]
    if isinstance(error, PermissionError) and error.errno is None:
        return "it is read-only"
    if isinstance(error, FileInUseError):
        return "another program holds it open"
    if isinstance(error, SpecialFileError):
        return NO_ORDINARY_FILE
    if isinstance(error, IsADirectoryError):
        return REASONS[errno.EISDIR]
    said = shown(error.strerror or type(error).__name__)
    return REASONS.get(error.errno or 0, f"the system refused ({said})")
