"""How the Word file looks: its page, and every style, which can be changed in Word, as a row of data."""

from dataclasses import dataclass
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle

from planner.core.languages import base, traditional
from planner.export import palette
from planner.export.word.text import within

_WIDTH, _HEIGHT, _MARGIN = Mm(210), Mm(297), Mm(20)
TEXT_WIDTH: Final = Length(_WIDTH - 2 * _MARGIN).twips
"""In twentieths of a point."""
GRID: Final = "Frontlist Table"
CELL, HEAD, EYEBROW, LEAD, FACT, SOURCE = "Cell", "Column Head", "Eyebrow", "Lead", "Fact", "Source"

_LATIN, _ARABIC_AND_HEBREW = "Calibri", "Arial"
_EAST = {"zh": "Microsoft YaHei", "ja": "Yu Gothic", "ko": "Malgun Gothic"}
_TRADITIONAL = "Microsoft JhengHei"
_FONTS = ("ascii", "hAnsi", "cs", "eastAsia")


@dataclass(frozen=True, slots=True)
class _Look:
    """A style of paragraphs; sizes and the room before and after are in points, the line is a factor."""

    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    ink: str = palette.INK
    line: float = 1.2
    kept: bool = False
    inset: float = 0


_STYLES: Final = {
    "Normal": _Look(10.5, after=6),
    "Title": _Look(28, after=2, bold=True, line=1.05),
    "Subtitle": _Look(14, after=8, ink=palette.QUIET),
    EYEBROW: _Look(9.5, before=20, bold=True, ink=palette.ACCENT, kept=True),
    LEAD: _Look(12, after=8, ink=palette.QUIET),
    FACT: _Look(10.5, after=2),
    "Heading 1": _Look(20, before=2, after=6, bold=True, line=1.1, kept=True),
    "Heading 2": _Look(13, before=14, after=4, bold=True, line=1.1, kept=True),
    "Heading 3": _Look(11, before=10, after=3, bold=True, line=1.1, kept=True),
    "Quote": _Look(10, inset=9),
    SOURCE: _Look(8.5, after=8, ink=palette.QUIET, inset=9),
    "Caption": _Look(9, after=8, ink=palette.QUIET),
    "List Bullet": _Look(10.5, after=2),
    "List Paragraph": _Look(10.5, after=2),
    CELL: _Look(9, before=2.5, after=2.5, line=1.1),
    HEAD: _Look(8.5, before=2.5, after=2.5, bold=True, ink=palette.QUIET, line=1.1, kept=True),
    "Footer": _Look(8.5, ink=palette.QUIET),
}
_NOTE = f"""<w:pBdr {nsdecls("w")}>
  <w:left w:val="single" w:sz="24" w:space="8" w:color="{palette.QUIET[1:]}"/>
</w:pBdr>"""
_PANEL = f"""<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{palette.PANEL[1:]}"/>"""
_TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="FrontlistTable">
  <w:name w:val="{GRID}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
  <w:tblPr>
    <w:tblBorders>
      <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{palette.HAIRLINE[1:]}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{palette.HAIRLINE[1:]}"/>
    </w:tblBorders>
    <w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="200" w:type="dxa"/></w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>
    <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{palette.QUIET[1:]}"/>
  </w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>"""


def dress(word: WordDocument, language: str) -> None:
    """Give a new Word document its page and its styles; fonts are those that Word has for the language."""
    page = word.sections[0]
    page.page_width, page.page_height = _WIDTH, _HEIGHT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    styles = word.styles
    known = {style.name for style in styles}
    fonts = _fonts(language)
    for name, look in _STYLES.items():
        style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _dress(style, look, fonts)
    for name in ("Quote", SOURCE):
        ahead = styles[name].element.pPr.find(qn("w:spacing"))
        ahead.addprevious(parse_xml(_NOTE))
        ahead.addprevious(parse_xml(_PANEL))
    styles.element.append(parse_xml(_TABLE))


def _fonts(language: str) -> dict[str, str]:
    east = _TRADITIONAL if traditional(language) else _EAST.get(base(language), _EAST["zh"])
    return dict(zip(_FONTS, (_LATIN, _LATIN, _ARABIC_AND_HEBREW, east), strict=True))


def _dress(style: ParagraphStyle, look: _Look, fonts: dict[str, str]) -> None:
    """Have a style look so and in no other way."""
    made: Any = style.element
    for old in made.findall(qn("w:rPr")):
        made.remove(old)
    for name in ("w:pBdr", "w:spacing"):
        for old in made.get_or_add_pPr().findall(qn(name)):
            made.pPr.remove(old)
    _dress_letters(made, look, fonts)
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.line_spacing = look.line
    paragraph.keep_with_next = look.kept
    if look.inset:
        paragraph.left_indent = Pt(look.inset)


def _dress_letters(style: Any, look: _Look, fonts: dict[str, str]) -> None:
    """Scripts that Word calls complex, such as Arabic, have a weight and a size of their own."""
    letters = within(style, "w:rPr")
    within(letters, "w:rFonts", **fonts)
    if look.bold:
        within(letters, "w:b")
        within(letters, "w:bCs")
    within(letters, "w:color", val=look.ink[1:])
    for name in ("w:sz", "w:szCs"):
        within(letters, name, val=str(round(2 * look.size)))
