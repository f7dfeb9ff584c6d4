"""Makes ``resources/fonts`` anew: fetches the fonts, cuts them to what plans need, copies the licences.

Run ``python packaging/fonts.py``; it needs npm, uharfbuzz, fonttools and Debian's fonts-dejavu-core.
"""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import uharfbuzz
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
DEJAVU_LICENCE = Path("/usr/share/doc/fonts-dejavu-core/copyright")
COVERAGE = "coverage.txt"
EXPO = "@expo-google-fonts"

LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "kern", "vhea", "vmtx", "VORG")
LATIN_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum")
UNUSED_TABLES = ("DSIG", "FFTM", "MATH", "STAT", "gasp")

Ranges = tuple[tuple[int, int], ...]

SYMBOL_BLOCKS: Ranges = (
    (0x00A0, 0x0530),
    (0x1E00, 0x2400),
    (0x2460, 0x2800),
    (0x2900, 0x2980),
    (0x2B00, 0x2C80),
    (0xA720, 0xA800),
    (0xFFF9, 0xFFFC),  # without U+FFFC, which stands for a picture and would be blank
    (0xFFFD, 0xFFFE),
)
OVERSIZED = frozenset({0x2298})  # Inter draws ⊘ at twice the size of its letters; the symbol font's fits
HANGUL_BLOCKS: Ranges = ((0x1100, 0x1200), (0x3130, 0x3190), (0xAC00, 0xD7A4))
JOINERS: Ranges = ((0x200C, 0x200E), (0x25CC, 0x25CD))
SCRIPT_BLOCKS: dict[str, Ranges] = {
    "Arabic": (
        *JOINERS,
        (0x0600, 0x0700),
        (0x0750, 0x0780),
        (0x08A0, 0x0900),
        (0xFB50, 0xFE00),
        (0xFE70, 0xFEFF),
    ),
    "Hebrew": (*JOINERS, (0x0590, 0x0600), (0xFB1D, 0xFB50)),
    "Thai": (*JOINERS, (0x0E00, 0x0E80)),
    "Devanagari": (*JOINERS, (0x0900, 0x0980), (0x1CD0, 0x1D00), (0xA830, 0xA840), (0xA8E0, 0xA900)),
}
HALF_WIDTH: Ranges = ((0xFF61, 0xFFA0),)
# Characters of names in China and Taiwan that none of the encodings has.
NAMES = (
    "侴俋冮凃厐垚堃奡妏妘姈姵婥婳婻媐媗媜嫈嫙嫚嫪嬡嬿嵚巘弢彣愔慜憓扆旂旸昪昫昳曈曌杺枍栐梽棐"
    "楒榤欎毐汧沄泘洺浛浡涴淯湉湑溁溦灃烔烜烺煒燊燚玓玙玚玠玦玶珅珆珫珺琋琎琤瑅瑆瑒瑱璆璈璠瓀"
    "瓅甡甪睎祃祎禕禤秾簃紓緗纁纮缊羢翀翂翙翚翯翾脁舲芃芓莀莙萲蒖蒨蔄虓衎袆褀褟訚諴贠赟遆鈜鋆鍇"
    "锜镕镠霂靔靚靸韡頎頔頲颋颎颙飏飐驊骎骙骦鹍鹮龢"
)
MOVED = 12  # units of a thousand: Noto's eastern faces draw one shape a few units apart


@dataclass(frozen=True)
class Source:
    """A package of the npm registry, and the file names that its faces are kept under here."""

    package: str
    faces: dict[str, str]
    licence: str


INTER = Source(
    f"{EXPO}/inter@0.4.2",
    {
        "400Regular/Inter_400Regular.ttf": "Inter-Regular.ttf",
        "400Regular_Italic/Inter_400Regular_Italic.ttf": "Inter-Italic.ttf",
        "600SemiBold/Inter_600SemiBold.ttf": "Inter-SemiBold.ttf",
        "600SemiBold_Italic/Inter_600SemiBold_Italic.ttf": "Inter-SemiBoldItalic.ttf",
    },
    "Inter-OFL.txt",
)
CHINESE = Source(
    f"{EXPO}/noto-sans-sc@0.4.3",
    {"400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Subset.ttf"},
    "NotoSansSC-OFL.txt",
)
TRADITIONAL = Source(
    f"{EXPO}/noto-sans-tc@0.4.3",
    {"400Regular/NotoSansTC_400Regular.ttf": "NotoSansTC-Subset.ttf"},
    "NotoSansTC-OFL.txt",
)
JAPANESE = Source(
    f"{EXPO}/noto-sans-jp@0.4.3",
    {"400Regular/NotoSansJP_400Regular.ttf": "NotoSansJP-Subset.ttf"},
    "NotoSansJP-OFL.txt",
)
KOREAN = Source(
    f"{EXPO}/noto-sans-kr@0.4.3",
    {"400Regular/NotoSansKR_400Regular.ttf": "NotoSansKR-Subset.ttf"},
    "NotoSansKR-OFL.txt",
)
EMOJI = Source(
    f"{EXPO}/noto-emoji@0.4.7",
    {"400Regular/NotoEmoji_400Regular.ttf": "NotoEmoji-Regular.ttf"},
    "NotoEmoji-OFL.txt",
)
SCRIPTS = {
    script: Source(
        f"{EXPO}/noto-sans-{script.lower()}@{version}",
        {
            f"{weight}/NotoSans{script}_{weight}.ttf": f"NotoSans{script}-{weight[3:]}.ttf"
            for weight in ("400Regular", "600SemiBold")
        },
        f"NotoSans{script}-OFL.txt",
    )
    for script, version in {
        "Arabic": "0.4.3",
        "Hebrew": "0.4.1",
        "Thai": "0.4.2",
        "Devanagari": "0.4.1",
    }.items()
}


def main() -> None:
    """Write every font and its licence."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for name, font in fetch(INTER):
        kept = set(uharfbuzz.Face(font).unicodes) - OVERSIZED
        write(name, with_narrow_hyphen(subset(font, kept, layout=LATIN_FEATURES)))
    ((name, chinese),) = fetch(CHINESE)
    write(name, subset(chinese, chinese_and_japanese()))
    ((name, traditional),) = fetch(TRADITIONAL)
    write(name, subset(traditional, drawn_otherwise(traditional, chinese, big5())))
    ((name, japanese),) = fetch(JAPANESE)
    write(name, subset(japanese, drawn_otherwise(japanese, chinese, jis())))
    ((name, korean),) = fetch(KOREAN)
    write(name, subset(korean, blocks(HANGUL_BLOCKS)))
    for script, source in SCRIPTS.items():
        for name, font in fetch(source):
            write(name, subset(font, blocks(SCRIPT_BLOCKS[script]), layout=None))
    ((name, emoji),) = fetch(EMOJI)
    write(name, subset(emoji, uharfbuzz.Face(emoji).unicodes, layout=None))
    write("DejaVuSans-Subset.ttf", subset(DEJAVU.read_bytes(), symbols()))
    (FONTS / "DejaVu-LICENCE.txt").write_bytes(DEJAVU_LICENCE.read_bytes())
    (FONTS / COVERAGE).write_text(coverage(FONTS), encoding="ascii")


def coverage(folder: Path) -> str:
    """The characters that the fonts of a folder have: a line for each 256, with a bit for each that is there.

    A line is the number of its characters without the last two digits, and the bits, in hexadecimal.
    """
    faces = (uharfbuzz.Face(path.read_bytes()) for path in folder.glob("*.ttf"))
    blocks: dict[int, int] = {}
    for code in sorted(set().union(*(face.unicodes for face in faces))):
        block, place = divmod(code, 256)
        blocks[block] = blocks.get(block, 0) | 1 << place
    return "".join(f"{block:X} {bits:X}\n" for block, bits in blocks.items())


def write(name: str, font: bytes) -> None:
    """Put a font into the folder, and say how large it is."""
    (FONTS / name).write_bytes(font)
    print(f"{len(font):>9,}  {name}")


def fetch(source: Source) -> list[tuple[str, bytes]]:
    """The faces of a package with their names here; the licence is written beside them."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", source.package], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as package:
            (FONTS / source.licence).write_bytes(_read(package, "LICENSE_FONT"))
            return [(name, _read(package, inside)) for inside, name in source.faces.items()]


def _read(package: tarfile.TarFile, name: str) -> bytes:
    member = package.extractfile(f"package/{name}")
    assert member is not None, name
    return member.read()


def subset(font: bytes, characters: Iterable[int], *, layout: tuple[str, ...] | None = ()) -> bytes:
    """The font with these characters alone, without hints.

    ``layout`` names the features that stay; None keeps all that scripts need, and without names none stays.
    """
    wanted = uharfbuzz.SubsetInput()
    # What is missing has to be seen as a box.
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    if layout == ():
        wanted.flags |= uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.unicode_set.update(characters)
    dropped = wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    dropped.update(map(_tag, UNUSED_TABLES + (LAYOUT_TABLES if layout == () else ())))
    # Qt finds the weights of a family by these two names.
    wanted.sets(uharfbuzz.SubsetInputSets.NAME_ID).update((16, 17))
    if layout is not None:
        features = wanted.sets(uharfbuzz.SubsetInputSets.LAYOUT_FEATURE_TAG)
        features.clear()
        features.update(map(_tag, layout))
    return bytes(uharfbuzz.subset(uharfbuzz.Face(font), wanted).blob.data)


def with_narrow_hyphen(font: bytes) -> bytes:
    """The font with its usual hyphen among figures of one width: as wide as those, it tears T-28 apart."""
    face, written = TTFont(io.BytesIO(font), recalcTimestamp=False), io.BytesIO()
    layout = face["GSUB"].table
    figures = {
        place
        for record in layout.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for place in record.Feature.LookupListIndex
    }
    for place in figures:
        for table in layout.LookupList.Lookup[place].SubTable:
            getattr(table, "ExtSubTable", table).mapping.pop("hyphen", None)
    face.save(written, reorderTables=False)
    return written.getvalue()


def _tag(name: str) -> int:
    return int.from_bytes(name.ljust(4).encode(), "big")


def chinese_and_japanese() -> set[int]:
    """Chinese in both forms and Japanese: GB 2312, JIS X 0208, the frequent part of Big5, and names."""
    names = set(map(ord, NAMES)) | hanja()
    return encoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)) | jis() | big5() | names


def hanja() -> set[int]:
    """The Chinese characters of KS X 1001, in which Korean names are written too."""
    listed = encoded("euc_kr", range(0xCA, 0xFE), range(0xA1, 0xFF))
    return {character for character in listed if is_normalized("NFC", chr(character))}


def big5() -> set[int]:
    """The signs and the frequent characters of Big5."""
    return encoded("big5", range(0xA1, 0xC7), range(0x40, 0xFF))


def jis() -> set[int]:
    """The characters of JIS X 0208 and those that Windows adds: 髙, 﨑 and others in names, ㈱, ｶﾅ."""
    signs, names = (
        encoded("cp932", range(first, end), range(0x40, 0xFD)) for first, end in ((0x87, 0x88), (0xFA, 0xFD))
    )
    # What is no letter of its own is another one by the time that it is printed.
    added = {character for character in signs | names if is_normalized("NFC", chr(character))}
    return encoded("euc_jp", range(0xA1, 0xF5), range(0xA1, 0xFF)) | added | blocks(HALF_WIDTH)


def encoded(encoding: str, leads: range, trails: range) -> set[int]:
    """The characters of two bytes of an East Asian encoding."""
    found = set()
    for lead in leads:
        for trail in trails:
            text = bytes((lead, trail)).decode(encoding, "ignore")
            found.update(map(ord, text if len(text) == 1 else ""))
    return {character for character in found if character >= 0x80}


def drawn_otherwise(font: bytes, other: bytes, characters: Iterable[int]) -> set[int]:
    """The characters whose shape in the font is not that of the other font."""
    shapes, others = outlines(font, characters), outlines(other, characters)
    return {character for character, shape in shapes.items() if not _alike(shape, others.get(character, []))}


def outlines(font: bytes, characters: Iterable[int]) -> dict[int, list[tuple[float, ...]]]:
    """The points of each character that the font has."""
    drawn: list[tuple[float, ...]] = []

    def note(*values: Any) -> None:
        drawn.append(tuple(value for value in values if isinstance(value, int | float)))

    pen = uharfbuzz.DrawFuncs()
    for setter in ("move_to", "line_to", "quadratic_to", "cubic_to"):
        getattr(pen, f"set_{setter}_func")(note)
    hand = uharfbuzz.Font(uharfbuzz.Face(font))
    found = {}
    for character in characters:
        glyph = hand.get_nominal_glyph(character)
        if glyph is not None:
            drawn.clear()
            hand.draw_glyph(glyph, pen)
            found[character] = list(drawn)
    return found


def _alike(shape: list[tuple[float, ...]], other: list[tuple[float, ...]]) -> bool:
    return len(shape) == len(other) and all(
        len(one) == len(two) and all(abs(a - b) <= MOVED for a, b in zip(one, two, strict=True))
        for one, two in zip(shape, other, strict=True)
    )


def symbols() -> set[int]:
    """The signs of the symbol font, and the rarer letters of Latin, Greek and Cyrillic."""
    return blocks(SYMBOL_BLOCKS)


def blocks(ranges: Iterable[tuple[int, int]]) -> set[int]:
    """The code points of several half-open ranges."""
    return {character for first, end in ranges for character in range(first, end)}


if __name__ == "__main__":
    main()
