"""QR codes as the dark stretches of their rows, for every format to draw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

LEAST_SIDE = 66.0
LEAST_MODULE = 1.25
QUIET = 4
"""How many modules of white scanners want around a code."""
_REMEMBERED = 4096
_DARK = 0


@dataclass(frozen=True, slots=True)
class QrCode:
    """The dark stretches of a QR code, as row, first column and length in modules, and the modules of a side.

    The quiet zone around it is not counted.
    """

    stretches: tuple[tuple[int, int, int], ...]
    modules: int


def code_text(address: str) -> str:
    """What those hear who do not see the code of an address."""
    return f"QR code of {address}"


def side_of(code: QrCode) -> float:
    """The length of a printed side in points, without the quiet zone."""
    return max(LEAST_SIDE, code.modules * LEAST_MODULE)


@lru_cache(_REMEMBERED)
def qr_code(address: str) -> QrCode:
    """The code of an address in ASCII, which stays readable with 15 % of it damaged (level M)."""
    import zxingcpp

    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture: Any = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    rows: Any = memoryview(picture).tolist()
    return QrCode(tuple(_stretches(rows)), len(rows))


def _stretches(rows: Sequence[Sequence[int]]) -> Iterator[tuple[int, int, int]]:
    for number, row in enumerate(rows):
        start = 0
        for column, shade in enumerate([*row, _DARK + 1]):
            if shade != _DARK:
                if column > start:
                    yield _stretch(number, start, column - start)
                start = column + 1


@cache
def _stretch(row: int, start: int, length: int) -> tuple[int, int, int]:
    """The same record each time: thousands of codes have nearly all of their stretches in common."""
    return row, start, length
