"""Every export keeps to PDF/UA-1 and PDF/A-3a at once, as another program judges it."""

import os
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.export.choices import Choices
from planner.export.fitting import fitted
from planner.export.outline import outline
from planner.export.pdf.archive import Attachment
from planner.export.pdf.writer import write_pdf
from planner.export.presets import PAPER_NAMES, PRESETS, TEXT_SIZE_NAMES
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules
from planner.storage.templates import SAMPLE, list_templates, shipped
from tests.export.hostile import HOSTILE, hostile_document
from tests.export.pdf.conftest import DAY, document, read
from tests.export.pdf.standards import faults
from tests.export.pdf.test_writer import SCRIPTS
from tests.strategies import plans

TEMPLATES = [SAMPLE, *(template.id for template in list_templates())]


def export(plan: Plan, preset: str, paper: str = "a4", text_size: str = "normal") -> bytes:
    book: RuleBook = load_rules()
    document = fitted(plan, load_catalog(), book, DAY, Choices(preset, paper, text_size=text_size))
    return write_pdf(document, paper=paper, text_size=text_size)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_preset_of_every_template_on_every_paper_keeps_to_both_standards(template: str) -> None:
    for preset in PRESETS:
        for paper in PAPER_NAMES:
            assert faults(export(shipped(template), preset, paper)) == [], (preset, paper)


# A failing plan is not made smaller first, which takes minutes.
@settings(max_examples=20, phases=[Phase.generate])
@given(
    plans,
    st.sampled_from(list(PRESETS)),
    st.sampled_from(list(PAPER_NAMES)),
    st.sampled_from(list(TEXT_SIZE_NAMES)),
)
def test_any_plan_keeps_to_both_standards(plan: Plan, preset: str, paper: str, text_size: str) -> None:
    assert faults(export(plan, preset, paper, text_size)) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_in_any_block_keeps_to_both_standards(text: str) -> None:
    assert faults(write_pdf(hostile_document(text))) == []


@pytest.mark.parametrize("language", ["zh", "ja", "ar", "he", "th", "hi"])
def test_any_script_in_any_block_keeps_to_both_standards(language: str) -> None:
    made = replace(hostile_document(" ".join(SCRIPTS.values())), language=language)
    assert faults(write_pdf(made)) == []


def test_the_validator_finds_what_is_wrong() -> None:
    written = export(shipped(SAMPLE), "summary")
    broken = written.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<").replace(
        b"<pdfaid:part>3<", b"<pdfaid:part>9<"
    )
    assert any("ua1" in fault for fault in faults(broken))
    assert any("3a" in fault for fault in faults(broken))


def test_attached_files_are_found_by_name_and_belong_to_the_document() -> None:
    files = (
        Attachment(
            "盐 (plan).frontlist", "application/json", b'{"a": 1}' * 999, "The plan, to be opened again"
        ),
        Attachment("notes.txt", "text/plain", b"", "Notes", relationship="Supplement"),
    )
    written = write_pdf(
        outline(shipped(SAMPLE), load_catalog(), load_rules(), DAY, "summary"), attachments=files
    )
    assert faults(written) == []
    reader = read(written)
    assert {name: bytes(found[0]) for name, found in reader.attachments.items()} == {
        file.name: file.content for file in files
    }
    root: Any = reader.trailer["/Root"]
    listed = {str(each.get_object()["/UF"]): each.get_object() for each in root["/AF"]}
    first = listed["盐 (plan).frontlist"]
    assert (str(first["/AFRelationship"]), str(first["/Desc"])) == ("/Source", "The plan, to be opened again")
    assert str(first["/EF"]["/F"]["/Subtype"]) == "/application/json"
    assert str(listed["notes.txt"]["/AFRelationship"]) == "/Supplement"


def test_a_stream_may_end_with_any_byte() -> None:
    contents = {zlib.compress(content)[-1:]: content for content in (bytes((n,)) for n in range(256))}
    for last in (b"\r", b"\n", b"\x00", b"e"):
        file = Attachment("a.txt", "text/plain", contents[last], "A text")
        written = write_pdf(document("a"), attachments=[file])
        assert faults(written) == []
        assert read(written).attachments["a.txt"] == [contents[last]]


def test_the_same_plan_and_day_give_the_same_bytes_whatever_the_hash_seed_and_clock() -> None:
    code = (
        "import hashlib; from tests.export.pdf.test_standards import *; "
        "print(hashlib.sha256(export(shipped(SAMPLE), 'self')).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[3],
            env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Kolkata"))
    }
    assert len(digests) == 1


def test_the_file_says_what_its_metadata_says() -> None:
    reader = read(export(shipped(SAMPLE), "summary"))
    packet = reader.xmp_metadata
    assert reader.metadata is not None
    assert packet is not None
    assert packet.dc_title == {"x-default": reader.metadata.title}
    assert packet.dc_creator == [reader.metadata.author]
    assert packet.pdf_producer == reader.metadata.producer
    assert packet.xmp_create_date == reader.metadata.creation_date.replace(tzinfo=None)  # type: ignore[union-attr]
