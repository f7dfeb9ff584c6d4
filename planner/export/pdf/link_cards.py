"""Link cards: an address as a QR code, drawn as rectangles at a size for print, with its words beside it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from planner.export.blocks import LinkCard, Run, Tone
from planner.export.cut import cut
from planner.export.pdf.boxes import Box, Drawing, Side, Stack
from planner.export.pdf.pen import Pen
from planner.export.pdf.rows import Rows
from planner.export.pdf.structure import body_of_item, figure, list_of_items
from planner.export.pdf.style import CELL, INK, LABEL, MINOR
from planner.export.pdf.typeset import Typesetter
from planner.export.qr_code import QrCode, code_text, qr_code, side_of
from planner.export.safe_links import safe_link

_BETWEEN: Final = 22.0
_ROW_PADDING: Final = 6.0  # with that of the next row, as wide as the white that a code needs
_COLUMNS: Final = 2
_WHOLE: Final = 240.0  # as tall as cards are that stand on one page
_ABOVE_CODE: Final = 8.0
_LEAST_BESIDE: Final = 80.0  # in less room words would be broken letter by letter, and stand above the code
_HOST: Final = len("https://")
_SHOWN: Final = 64  # letters of a label or an address, which the table of links has whole


def draw_code(pen: Pen, code: QrCode, x: float, top: float) -> None:
    """Draw the code with its upper left corner there."""
    side = side_of(code)
    pen.fill_stretches(code.stretches, side / code.modules, x, top, side, INK)


def link_cards(cards: Sequence[LinkCard], setter: Typesetter) -> Box:
    """The cards, two in a row."""
    width = (setter.width - _BETWEEN * (_COLUMNS - 1)) / _COLUMNS
    listed = list_of_items()
    made = [_card(card, width, setter) for card in cards]
    for card in made:
        card.tag = body_of_item(listed)
    rows: list[Box] = [
        Side(
            [(place * (width + _BETWEEN), card) for place, card in enumerate(made[i : i + _COLUMNS])],
            padding=_ROW_PADDING,
            spared=_WHOLE,
        )
        for i in range(0, len(made), _COLUMNS)
    ]
    return Rows([], rows, before=4, after=14)


def _card(card: LinkCard, width: float, setter: Typesetter) -> Box:
    link = safe_link(card.address)
    if link is None:
        return _words(card, width, setter)
    code = qr_code(link)
    side = side_of(code)
    left = side + 14
    drawing = Drawing(side, lambda pen, x, top: draw_code(pen, code, x, top))
    drawing.tag = figure(code_text(link), side, setter.languages.ours)
    if width - left < _LEAST_BESIDE:
        return Stack([Stack([_words(card, width, setter)], after=_ABOVE_CODE), drawing])
    return Side([(0.0, drawing), (left, _words(card, width - left, setter))], spared=0.0)


def _words(card: LinkCard, width: float, setter: Typesetter) -> Box:
    address = (Run(_beginning(card.address), link=card.address, tone=Tone.ACCENT),)
    label = setter.text(cut(card.label, _SHOWN), MINOR, width, after=1, close=True)
    boxes = [label, setter.text(address, CELL, width, after=3)]
    if card.note:
        boxes.append(setter.text(card.note, LABEL, width, close=True))
    return Stack(boxes, again=partial(setter.continued, card.label, width) if card.label else None)


def _beginning(address: str) -> str:
    """An address without its values, and where it is still long, up to the end of one of its parts."""
    page, _, values = address.partition("?")
    if len(page) <= _SHOWN:
        return f"{page}?…" if values else page
    end = page.rfind("/", _HOST, _SHOWN) + 1
    return f"{page[: end or _SHOWN]}…"
