"""QR codes: what is drawn can be read again, also by a program of other people's."""

import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from planner.export.qr_code import QrCode, qr_code, side_of

ADDRESSES = ("https://a.example/", "https://writer.example/first?utm_source=social&utm_content=" + "c" * 300)
QUIET, MODULE = 4, 6


def drawn(code: QrCode) -> Image.Image:
    side = (code.modules + 2 * QUIET) * MODULE
    picture = Image.new("L", (side, side), 255)
    for row, column, length in code.stretches:
        left, top = (column + QUIET) * MODULE, (row + QUIET) * MODULE
        picture.paste(0, (left, top, left + length * MODULE, top + MODULE))
    return picture


@pytest.mark.parametrize("address", ADDRESSES)
def test_decoders_read_what_is_drawn(address: str, tmp_path: Path) -> None:
    picture = drawn(qr_code(address))
    picture.save(tmp_path / "code.png")
    command = ["zbarimg", "--quiet", "--raw", "--nodbus", str(tmp_path / "code.png")]
    read = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    assert read == address
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [address]


def test_codes_share_what_they_have_in_common() -> None:
    one, other = (qr_code(f"https://a.example/{number}").stretches for number in (1, 2))
    mine, theirs = ({each: id(each) for each in stretches} for stretches in (one, other))
    assert mine.keys() & theirs.keys()
    assert all(mine[each] == theirs[each] for each in mine.keys() & theirs.keys())


@pytest.mark.parametrize(("modules", "side"), [(25, 66.0), (100, 125.0)])
def test_no_module_of_a_code_is_too_small_to_be_scanned(modules: int, side: float) -> None:
    assert side_of(QrCode((), modules)) == side


def test_stretches_neither_touch_nor_leave_the_square() -> None:
    code = qr_code(ADDRESSES[1])
    ends: dict[int, int] = {}
    for row, column, length in code.stretches:
        assert column > ends.get(row, -1)
        assert length > 0
        ends[row] = column + length
    assert set(ends) == set(range(code.modules))
    assert max(ends.values()) == code.modules
