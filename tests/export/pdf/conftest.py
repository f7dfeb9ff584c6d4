"""Small documents, and the programs that read PDFs back."""

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from planner.export.blocks import Block, Document, Paragraph, Section, plain
from planner.export.pdf.writer import write_pdf

DAY = date(2026, 11, 22)


def document(*blocks: Block | str, title: str = "The plan") -> Document:
    """A document of one section; a text stands for a paragraph."""
    made = tuple(Paragraph(plain(block)) if isinstance(block, str) else block for block in blocks)
    return Document(title, "en", DAY, (Section("First", made),), author="A. N. Author", running_head="Head")


def read(written: bytes) -> PdfReader:
    """The PDF as pypdf reads it, strictly."""
    return PdfReader(io.BytesIO(written), strict=True)


def text_of(*blocks: Block | str) -> str:
    """The text of a document of these blocks, as pypdf extracts it, with single spaces."""
    pages = read(write_pdf(document(*blocks))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def tool(tmp_path: Path) -> Callable[..., str]:
    """Runs a program over a written PDF; the test is skipped where there is no such program."""

    def run(name: str, written: bytes, *options: str) -> str:
        program = shutil.which(name)
        if program is None:
            pytest.skip(f"{name} is not installed")
        path = tmp_path / "written.pdf"
        path.write_bytes(written)
        end = ["-"] if name == "pdftotext" else []
        done = subprocess.run(
            [program, *options, str(path), *end],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def contents_of(reader: PdfReader) -> list[str]:
    """What is drawn on each page."""
    pages: list[Any] = list(reader.pages)
    return [page["/Contents"].get_object().get_data().decode() for page in pages]


def links(written: bytes) -> list[str]:
    """The addresses that the links of a PDF lead to."""
    annotations = [note.get_object() for page in read(written).pages for note in page.get("/Annots") or ()]
    return [str(note["/A"]["/URI"]) for note in annotations if "/A" in note]
