"""Writes the README's pictures of the sample's PDFs: six pages, one of them in Arabic, and one by itself."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402, TID253
from PySide6.QtCore import QBuffer, QByteArray, QSize  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtPdf import QPdfDocument  # noqa: E402

from planner.core.plan import Plan  # noqa: E402
from planner.export.choices import Choices  # noqa: E402
from planner.export.fitting import fitted  # noqa: E402
from planner.export.pdf.writer import write_pdf  # noqa: E402
from planner.storage.catalog_files import load_catalog  # noqa: E402
from planner.storage.rule_files import load_rules  # noqa: E402
from planner.storage.templates import SAMPLE, new_plan  # noqa: E402

PICTURE: Final = ROOT / "docs" / "images" / "pages.png"
ALONE: Final = PICTURE.with_name("tracking.png")
DAY: Final = date(2026, 11, 22)
# For whom each page is, what is read on it, and whether it is in Arabic.
PAGES: Final = (
    ("self", "Contents", False),
    ("self", "The checks found", False),
    ("assistant", "4 phases", False),
    ("assistant", "What all channels ask for", False),
    ("tip-sheet", "Tip sheet", False),
    ("summary", "", True),
)
SIZE: Final = QSize(560, 792)
ALONE_SIZE: Final = QSize(918, 1188)
FINER: Final = 3  # drawn so much larger first, for the small letters
COLUMNS: Final = 3
COLOURS: Final = 256
GAP: Final = 12
AROUND: Final = (214, 212, 204)
GOALS: Final = ("نسخ مباعة", "مشتركون جدد", "مراجعات القرّاء", "طلبات مسبقة")
PHASES: Final = ("التحضير", "الطلب المسبق", "الإطلاق", "ما بعد الإطلاق")


def in_arabic(plan: Plan) -> Plan:
    """The sample with the words of an author who writes Arabic."""
    book = replace(
        plan.book,
        title="طريق الملح",
        subtitle="رواية من ساحل مالابار",
        series="رباعية التوابل",
        hook="بعد انحسار الماء تجد الملّاحة سرّ الميناء كله في دفتر أبيها.",
    )
    return replace(
        plan,
        language="ar",
        book=book,
        author=replace(plan.author, name="اسم المؤلف"),
        goals=tuple(replace(goal, text=text) for goal, text in zip(plan.goals, cycle(GOALS))),
        phases=tuple(replace(phase, name=name) for phase, name in zip(plan.phases, cycle(PHASES))),
    )


def pages() -> Iterator[Image.Image]:
    """The pages, drawn by Qt's own reader of PDFs."""
    catalog, rules, sample = load_catalog(), load_rules(), new_plan(SAMPLE)
    for preset, said, arabic in PAGES:
        plan = in_arabic(sample) if arabic else sample
        yield drawn(write_pdf(fitted(plan, catalog, rules, DAY, Choices(preset))), said)


def page_alone() -> Image.Image:
    """What can be measured and what cannot, on a page of US Letter."""
    document = fitted(new_plan(SAMPLE), load_catalog(), load_rules(), DAY, Choices("self", "letter"))
    return drawn(write_pdf(document, paper="letter"), "Each cell says", ALONE_SIZE)


def drawn(written: bytes, said: str, size: QSize = SIZE) -> Image.Image:
    """The first page of a PDF on which that is read."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(written))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    number = next(page for page in range(document.pageCount()) if said in document.getAllText(page).text())
    page = document.render(number, size * FINER).convertToFormat(QImage.Format.Format_RGBA8888)
    image = Image.frombytes("RGBA", (page.width(), page.height()), bytes(page.constBits()))
    white = Image.new("RGBA", image.size, "white")
    whole = Image.alpha_composite(white, image).convert("RGB")
    return whole.resize((size.width(), size.height()), Image.Resampling.LANCZOS)


def sheet(images: list[Image.Image]) -> Image.Image:
    """The pages side by side in rows."""
    across, down = SIZE.width() + GAP, SIZE.height() + GAP
    rows = -(-len(images) // COLUMNS)
    made = Image.new("RGB", (COLUMNS * across, rows * down), AROUND)
    for place, image in enumerate(images):
        corner = place % COLUMNS * across + GAP // 2, place // COLUMNS * down + GAP // 2
        made.paste(image, corner)
    return made


if __name__ == "__main__":
    for made, path in ((sheet(list(pages())), PICTURE), (page_alone(), ALONE)):
        made.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3).save(path, optimize=True)
