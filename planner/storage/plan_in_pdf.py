"""Finds the plan that lies inside a PDF, whoever made that PDF."""

import io
from codecs import BOM_UTF8
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, cast

from planner.storage.deadline import TooLongError, within
from planner.storage.errors import PlanFileError
from planner.storage.paths import SUFFIX

if TYPE_CHECKING:
    from pypdf.generic import ByteStringObject, EmbeddedFile, TextStringObject

NAME = f"plan{SUFFIX}"
MEDIA_TYPE = "application/json"
ABOUT = "The plan that this document was made from. Open the document with Frontlist to work on it."
SOURCE = "/Source"
"""What the plan that a document was made from is to that document."""

PDF_SUFFIX = ".pdf"
SIGNATURE = b"%PDF-"
SIGNED_WITHIN = 1024
PATIENCE = 10.0  # seconds
PATIENCE_PER_BYTE = 1e-6
MOST_FILES = 10_000

ASK_AGAIN = "ask whoever made it for another copy, or open the plan itself"
NO_PLAN = "choose a PDF that Frontlist made, or a plan"


class Inside(NamedTuple):
    """The bytes of the plan file inside a PDF, and the names of the other plans that lie beside it."""

    data: bytes
    others: tuple[str, ...] = ()


def is_pdf(data: bytes) -> bool:
    """Whether a file's bytes say that they are a PDF; a plan whose text speaks of one is none."""
    return SIGNATURE in data[:SIGNED_WITHIN] and not may_be_plan(data)


def may_be_plan(data: bytes) -> bool:
    """Whether a file's bytes begin as a plan file does, which somebody may have called a PDF."""
    return data[:SIGNED_WITHIN].removeprefix(BOM_UTF8).lstrip().startswith(b"{")


def plan_in_pdf(data: bytes, name: str) -> Inside:
    """The plan that a PDF was made from, or else the first in it; raises PlanFileError.

    That error calls the PDF by ``name``.
    """
    try:
        return within(PATIENCE + PATIENCE_PER_BYTE * len(data), partial(_plan, data, name))
    except PlanFileError:
        raise
    except TooLongError:
        problem = "looking for the plan in it takes too long, as it is damaged or very odd"
        raise PlanFileError(name, problem, way_out=ASK_AGAIN) from None
    except Exception:  # noqa: BLE001  # a hostile PDF makes the library raise anything
        problem = "it is damaged, so that no plan can be found in it"
        raise PlanFileError(name, problem, way_out=ASK_AGAIN) from None


def _plan(data: bytes, name: str) -> Inside:
    from pypdf.errors import DependencyError

    try:
        return _first_plan(data, name)
    except DependencyError:  # a cipher for which the library wants another one
        raise _locked(name) from None


def _first_plan(data: bytes, name: str) -> Inside:
    files = _files(data, name)
    plans = sorted((file for file in files if _name(file).lower().endswith(SUFFIX)), key=_strangeness)
    if not plans:
        problem = "it carries other files, but no plan" if files else "it is a PDF without a plan in it"
        raise PlanFileError(name, problem, way_out=NO_PLAN)
    if not _is_whole(plans[0]):
        problem = "the plan in it is damaged: it is no longer what was put there"
        raise PlanFileError(name, problem, way_out=ASK_AGAIN)
    return Inside(plans[0].content, tuple(map(_name, plans[1:])))


def _files(data: bytes, name: str) -> "list[EmbeddedFile]":
    import logging

    from pypdf import PdfReader

    # What it has to say of odd files is said by us, in a sentence.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked(name)
    return list(islice(reader.attachment_list, MOST_FILES))


def _locked(name: str) -> PlanFileError:
    way_out = "save it without protection in a program that shows PDFs, or open the plan itself"
    return PlanFileError(name, "it is locked", way_out=way_out)


def _name(file: "EmbeddedFile") -> str:
    return str(file.alternative_name or file.name)


def _strangeness(file: "EmbeddedFile") -> tuple[bool, bool]:
    """Least for the plan that the document was made from."""
    return file.associated_file_relationship != SOURCE, _name(file) != NAME


def _is_whole(file: "EmbeddedFile") -> bool:
    """Whether a file is what was put into the PDF, as far as that has kept its checksum or its size."""
    if file.checksum:
        from hashlib import md5

        kept = cast("ByteStringObject | TextStringObject", file.checksum)
        return md5(file.content, usedforsecurity=False).digest() == kept.original_bytes
    return file.size in {None, len(file.content)}
