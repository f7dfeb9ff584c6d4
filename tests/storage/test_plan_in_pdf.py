"""Plans inside PDFs: found, told of, and never a trap, whoever made the PDF."""

import json
import re
import sys
import threading
import time
import zlib
from dataclasses import replace
from hashlib import md5
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.plan import Plan
from planner.storage import format as plan_format
from planner.storage import plan_in_pdf as inside
from planner.storage.deadline import TooLongError, within
from planner.storage.errors import PlanFileError
from planner.storage.plan_file import FROM_A_PDF, open_plan, save_plan
from planner.storage.plan_in_pdf import NAME
from planner.storage.templates import SAMPLE, new_plan
from tests.pdfs import pdf_hidden_by_aes, pdf_locked_by_aes, pdf_with, saved_anew
from tests.strategies import plans

PLAN = new_plan(SAMPLE)
GOOD = plan_format.write(PLAN)
CHECKSUM = md5(GOOD).digest()
GOOD_PDF = pdf_with({NAME: GOOD}, checksum=CHECKSUM, size=len(GOOD))
TRUE: dict[str, dict[str, Any]] = {
    "nothing": {},
    "its checksum": {"checksum": CHECKSUM},
    "its size": {"size": len(GOOD)},
    "an empty checksum": {"checksum": b""},
}
FALSE: dict[str, dict[str, Any]] = {
    "another checksum": {"checksum": md5(b"another").digest(), "size": len(GOOD)},
    "another size": {"size": len(GOOD) + 1},
}
ODD = {
    "empty name tree": rb"/Names[]",
    "a tree in a circle": rb"/Kids[1 0 R]",
    "names without files": rb"/Names[(plan.frontlist) 99 0 R]",
    "a name that is none": rb"/Names[1 2 3]",
    "a file without content": rb"/Names[(plan.frontlist)<</Type/Filespec/F(plan.frontlist)>>]",
}


def refusal(path: Path, data: bytes) -> str:
    """The one sentence with which a PDF is refused."""
    path.write_bytes(data)
    with pytest.raises(PlanFileError) as caught:
        open_plan(path)
    sentence = str(caught.value)
    assert sentence.startswith(f"“{path.name}” cannot be opened: ")
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert len(sentence) < 400
    return sentence


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"


def test_the_plan_in_a_pdf_opens_and_has_no_file_of_its_own(pdf: Path) -> None:
    pdf.write_bytes(GOOD_PDF)
    opened = open_plan(pdf)
    assert opened.plan == PLAN
    assert opened.loose
    assert opened.notices == (FROM_A_PDF,)


def test_a_pdf_is_known_by_what_it_holds_and_not_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "renamed.frontlist"
    path.write_bytes(b"\n" + GOOD_PDF)
    assert open_plan(path).loose


def test_an_extract_says_for_whom_it_was_made(pdf: Path, tmp_path: Path) -> None:
    extract = replace(PLAN, extract="the assistant")
    pdf.write_bytes(pdf_with({NAME: plan_format.write(extract)}))
    opened = open_plan(pdf)
    assert "an extract, made for the assistant" in opened.notices[1]
    saved = tmp_path / "extract.frontlist"
    save_plan(saved, opened.plan)
    again = open_plan(saved)
    assert (again.loose, again.notices) == (False, opened.notices[1:])


def test_an_extract_is_never_saved_over_the_whole_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.frontlist"
    save_plan(path, PLAN)
    before = path.read_bytes()
    extract = replace(PLAN, extract="the assistant", notes="")
    with pytest.raises(PlanFileError, match="holds the whole plan, of which this is an extract"):
        save_plan(path, extract)
    assert path.read_bytes() == before
    save_plan(path, PLAN)
    save_plan(tmp_path / "extract.frontlist", extract)
    save_plan(tmp_path / "extract.frontlist", extract)


@pytest.mark.parametrize("there", [b"", b"[1]", b"{}", b'{"plan": []}', b'{"plan": {"id": 1}}', b"\xff"])
def test_an_extract_is_saved_over_anything_else(tmp_path: Path, there: bytes) -> None:
    path = tmp_path / "plan.frontlist"
    path.write_bytes(there)
    save_plan(path, replace(PLAN, extract="the assistant"))
    assert open_plan(path).plan.extract


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf_with({}), "a PDF without a plan in it"),
        (pdf_with({"invoice.xml": b"<x/>"}), "other files, but no plan"),
        (pdf_with({NAME: GOOD}, password="secret"), "it is locked"),
        (pdf_locked_by_aes(), "it is locked"),
        (pdf_hidden_by_aes({NAME: GOOD}), "it is locked"),
        (pdf_with({NAME: b""}), "the plan in it cannot be used: it is empty"),
        (pdf_with({NAME: GOOD[:-40]}), "it ends too early"),
        (pdf_with({NAME: b"{}"}), "it is not a Frontlist plan"),
        (GOOD_PDF[:600], "damaged"),
        (b"%PDF-1.7\n", "damaged"),
        (b"hello", "it is no PDF, though it is called one"),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_sentence(pdf: Path, data: bytes, words: str) -> None:
    assert words in refusal(pdf, data)


def test_a_pdf_that_only_asks_not_to_be_changed_opens(pdf: Path) -> None:
    pdf.write_bytes(pdf_with({NAME: GOOD}, password="", owner="secret"))
    assert open_plan(pdf).plan == PLAN


def test_a_plan_that_is_called_a_pdf_opens(pdf: Path) -> None:
    pdf.write_bytes(GOOD)
    assert open_plan(pdf).plan == PLAN


def test_a_plan_that_speaks_of_a_pdf_is_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.frontlist"
    about = replace(PLAN, title="What %PDF-1.7 means")
    save_plan(path, about)
    assert open_plan(path).plan == about
    path.write_bytes(b"\xef\xbb\xbf\n" + path.read_bytes())
    assert open_plan(path).plan == about


def test_a_plan_of_a_newer_version_is_told_and_open_for_reading(pdf: Path) -> None:
    data = json.loads(GOOD)
    data |= {"format": plan_format.FORMAT + 1, "written_by": "Frontlist 9"}
    pdf.write_bytes(pdf_with({NAME: json.dumps(data).encode()}))
    opened = open_plan(pdf)
    assert (opened.loose, opened.read_only) == (True, True)
    assert "written by Frontlist 9 in a newer format" in opened.notices[1]


def test_among_other_files_the_plan_is_found(pdf: Path) -> None:
    pdf.write_bytes(pdf_with({"a.txt": b"a", NAME: GOOD, "z.json": b"{}"}))
    assert open_plan(pdf).plan == PLAN


def test_the_plan_that_the_document_was_made_from_is_taken_and_the_others_are_told(pdf: Path) -> None:
    strange = plan_format.write(replace(PLAN, title="Another"))
    for other in (strange, b"no plan at all"):
        beside = {"a.frontlist": other, NAME: GOOD, "z.frontlist": other}
        pdf.write_bytes(pdf_with(beside, made_from=NAME))
        opened = open_plan(pdf)
        assert opened.plan == PLAN
        assert any("other plans too (a.frontlist; z.frontlist)" in notice for notice in opened.notices)
        pdf.write_bytes(
            pdf_with({"a.frontlist": other, "my plan.frontlist": GOOD}, made_from="my plan.frontlist")
        )
        assert open_plan(pdf).plan == PLAN


def test_of_plans_that_nothing_tells_apart_the_first_is_taken(pdf: Path) -> None:
    pdf.write_bytes(pdf_with({"A.FRONTLIST": GOOD, "b.frontlist": b"{}"}))
    opened = open_plan(pdf)
    assert opened.plan == PLAN
    assert any("(b.frontlist)" in notice for notice in opened.notices)


@pytest.mark.parametrize("kept", FALSE.values(), ids=FALSE)
def test_a_plan_that_is_not_what_was_put_there_is_told(pdf: Path, kept: dict[str, Any]) -> None:
    assert "the plan in it is damaged" in refusal(pdf, pdf_with({NAME: GOOD}, **kept))


@pytest.mark.parametrize("kept", TRUE.values(), ids=TRUE)
@pytest.mark.parametrize("owner", ["", "secret"])
def test_what_another_program_has_saved_anew_opens(pdf: Path, kept: dict[str, Any], owner: str) -> None:
    pdf.write_bytes(saved_anew(pdf_with({NAME: GOOD}, **kept), owner))
    assert open_plan(pdf).plan == PLAN


@pytest.mark.parametrize("tree", ODD.values(), ids=ODD)
def test_an_odd_tree_of_names_is_no_trap(pdf: Path, tree: bytes) -> None:
    refusal(
        pdf,
        b"%PDF-1.7\n1 0 obj<<" + tree + b">>endobj\n2 0 obj<</Type/Catalog/Names<<"
        b"/EmbeddedFiles 1 0 R>>>>endobj\ntrailer<</Root 2 0 R/Size 3>>\n%%EOF",
    )


def test_a_file_that_swells_is_given_up(pdf: Path) -> None:
    packed = zlib.compress(bytes(300_000_000), 9)
    begun = time.monotonic()
    refusal(
        pdf,
        b"%%PDF-1.7\n1 0 obj<</Names[(plan.frontlist)<</F(plan.frontlist)/EF<</F 3 0 R>>>>]>>endobj\n"
        b"2 0 obj<</Type/Catalog/Names<</EmbeddedFiles 1 0 R>>>>endobj\n"
        b"3 0 obj<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream\nendobj\n"
        b"trailer<</Root 2 0 R/Size 4>>\n%%%%EOF" % (len(packed), packed),
    )
    assert time.monotonic() - begun < 5


def test_a_library_that_does_not_come_back_is_given_up(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> None:
        while True:
            try:
                time.monotonic()
            except Exception:  # noqa: BLE001  # as libraries do
                continue

    monkeypatch.setattr("pypdf.PdfReader.__init__", endless)
    monkeypatch.setattr(inside, "PATIENCE", 0.05)
    assert "takes too long" in refusal(pdf, GOOD_PDF)


def test_a_deadline_leaves_no_trace() -> None:
    def run() -> None:
        assert within(60, lambda: len("abc")) == 3
        with pytest.raises(TooLongError):
            within(-1, lambda: len("abc"))
        with pytest.raises(ZeroDivisionError):
            within(60, lambda: 1 / 0)
        left.append(sys.getprofile())

    left: list[object] = []
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert left == [None]


@settings(max_examples=150)
@given(at=st.integers(0, len(GOOD_PDF) - 1), put=st.binary(max_size=12), gone=st.integers(0, 400))
def test_any_damage_is_the_plan_or_a_sentence(pdf: Path, at: int, put: bytes, gone: int) -> None:
    pdf.write_bytes(GOOD_PDF[:at] + put + GOOD_PDF[at + gone :])
    said = ""
    try:
        assert open_plan(pdf).plan == PLAN
    except PlanFileError as error:
        said = str(error)
    assert re.fullmatch(r"(“out.pdf” cannot be opened: [^\n]+\.)?", said)


@settings(max_examples=30)
@given(plan=plans)
def test_every_plan_comes_back_out_of_a_pdf(pdf: Path, plan: Plan) -> None:
    pdf.write_bytes(pdf_with({NAME: plan_format.write(plan)}))
    assert open_plan(pdf).plan == plan
