"""The codes of the link ledger, scanned from the printed page as a telephone would."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from planner.core.addresses import parse, tagged
from planner.core.catalog import Catalog, Platform
from planner.core.plan import Link, Plan
from planner.core.situation import Situation
from planner.core.verdicts import dead_at, judge
from planner.export.choices import Choices
from planner.export.presets import SECTION_NAMES
from planner.export.qr_code import qr_code
from planner.press.make import Maker
from planner.press.orders import Order
from planner.storage.templates import SAMPLE, shipped
from tests.core.build import channel, link, plan

DAY = date(2027, 1, 5)
DOTS = 200  # an inch, as a plain printer has
MILLIMETRES = 25.4
QUIET = 4  # modules on each side, by the standard
LEDGER = Choices(without=frozenset(SECTION_NAMES) - {"links"})


def pages(plan: Plan, folder: Path) -> list[Path]:
    """The pages of the plan's link ledger as pictures."""
    pdf = folder / "ledger.pdf"
    Maker().make(Order(plan, LEDGER, DAY, pdf), lambda _share: None, lambda: False)
    command = ["pdftoppm", "-r", str(DOTS), "-gray", "-png", str(pdf), str(folder / "page")]
    subprocess.run(command, check=True, timeout=60)
    return sorted(folder.glob("page*.png"))


def living(plan: Plan, catalog: Catalog) -> list[str]:
    """The addresses that work where they stand, and may be scanned there; some links have none yet."""
    return [
        tagged(each)
        for own in plan.channels
        for each in own.links
        if parse(tagged(each))
        and not dead_at(catalog, catalog.platforms[own.platform], each)
        and can_be_scanned(plan, catalog, catalog.platforms[own.platform], each)
    ]


def can_be_scanned(plan: Plan, catalog: Catalog, platform: Platform, link: Link) -> bool:
    """Whether a code of any kind can stand where a link does."""
    situation = Situation.of(plan, platform.id)
    codes = [option.id for option in catalog.options.values() if option.scanned]
    return any(judge(catalog, platform, code, situation, link.placement).usable for code in codes)


def long_addresses() -> Plan:
    """A plan with addresses from very short to very long, and one that is dead where it stands."""
    links = tuple(
        replace(link("page"), id=f"l{n}", target=f"https://author.example/{'book-' * n}")
        for n in (0, 1, 5, 20, 60)
    )
    dead = link("bio", id="dead", target="https://dead.example/page")
    return plan(channel("own-website", *links), channel("xiaohongshu", dead, id="closed"))


printed = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="needs poppler, which draws the pages")


@printed
@pytest.mark.parametrize("plan", [shipped(SAMPLE), long_addresses()], ids=["sample", "long"])
def test_every_code_is_read_and_large_enough(plan: Plan, catalog: Catalog, tmp_path: Path) -> None:
    read: list[str] = []
    for page in pages(plan, tmp_path):
        with Image.open(page) as picture:
            codes = zxingcpp.read_barcodes(picture)
        for code in codes:
            read.append(code.text)
            assert code.ec_level == "M"
            side = (code.position.top_right.x - code.position.top_left.x) * MILLIMETRES / DOTS
            assert side + 2 * QUIET * side / qr_code(code.text).modules >= 25
    assert read
    assert sorted(read) == sorted(living(plan, catalog))
    assert not any("dead.example" in address for address in read)


@printed
@pytest.mark.skipif(not shutil.which("zbarimg"), reason="needs another reader, zbar")
def test_another_reader_reads_them_too(catalog: Catalog, tmp_path: Path) -> None:
    plan = shipped(SAMPLE)
    drawn = [str(page) for page in pages(plan, tmp_path)]
    command = ["zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", *drawn]
    # It fails as well for a page on which there is no code.
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=60)
    assert sorted(done.stdout.split()) == sorted(living(plan, catalog))
