"""Finds the plan that lies inside a PDF, whoever made that PDF."""

import io
from codecs import BOM_UTF8
from functools import partial
from itertools import islice

from planner.storage.deadline import TooLongError, within
from planner.storage.errors import PlanFileError
from planner.storage.paths import SUFFIX

NAME = f"plan{SUFFIX}"
MEDIA_TYPE = "application/json"
ABOUT = "The plan that this document was made from. Open the document with Frontlist to work on it."

PDF_SUFFIX = ".pdf"
SIGNATURE = b"%PDF-"
SIGNED_WITHIN = 1024
PATIENCE = 10.0  # seconds
PATIENCE_PER_BYTE = 1e-6
MOST_FILES = 100

ASK_AGAIN = "ask whoever made it for another copy, or open the plan itself"
NO_PLAN = "choose a PDF that Frontlist made, or a plan"


def is_pdf(data: bytes) -> bool:
    """Whether a file's bytes say that they are a PDF; a plan whose text speaks of one is none."""
    return SIGNATURE in data[:SIGNED_WITHIN] and not may_be_plan(data)


def may_be_plan(data: bytes) -> bool:
    """Whether a file's bytes begin as a plan file does, which somebody may have called a PDF."""
    return data[:SIGNED_WITHIN].removeprefix(BOM_UTF8).lstrip().startswith(b"{")


def plan_in_pdf(data: bytes, name: str) -> bytes:
    """The bytes of the plan file inside a PDF; raises PlanFileError, which calls the PDF by ``name``."""
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


def _plan(data: bytes, name: str) -> bytes:
    import logging

    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    # What it has to say of odd files is said by us, in a sentence.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:  # a cipher for which the library wants another one
        locked = True
    if locked:
        way_out = "save it without protection in a program that shows PDFs, or open the plan itself"
        raise PlanFileError(name, "it is locked", way_out=way_out)
    others = False
    for file in islice(reader.attachment_list, MOST_FILES):
        if (file.alternative_name or file.name).endswith(SUFFIX):
            return file.content
        others = True
    problem = "it carries other files, but no plan" if others else "it is a PDF without a plan in it"
    raise PlanFileError(name, problem, way_out=NO_PLAN)
