"""Makes ``resources/fonts`` anew: fetches the fonts, cuts them to what plans need, copies the licences.

Run ``python packaging/fonts.py``; it needs npm, uharfbuzz and Debian's fonts-dejavu-core.
"""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
DEJAVU_LICENCE = Path("/usr/share/doc/fonts-dejavu-core/copyright")

LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "kern", "vhea", "vmtx", "VORG")
FEATURES = ("kern", "mark", "mkmk", "ccmp", "tnum")
UNUSED_TABLES = ("DSIG", "FFTM", "MATH", "STAT", "gasp")

SYMBOL_BLOCKS = (
    (0x00A0, 0x0530),
    (0x1E00, 0x2400),
    (0x2460, 0x2800),
    (0x2900, 0x2980),
    (0x2B00, 0x2C80),
    (0xA720, 0xA800),
    (0xFFF9, 0xFFFE),
)
OVERSIZED = frozenset({0x2298})  # Inter draws ⊘ at twice the size of its letters; the symbol font's fits
HANGUL_BLOCKS = ((0x1100, 0x1200), (0x3130, 0x3190), (0xAC00, 0xD7A4))


@dataclass(frozen=True)
class Source:
    """A package of the npm registry, and the file names that its faces are kept under here."""

    package: str
    faces: dict[str, str]
    licence: str


INTER = Source(
    "@expo-google-fonts/inter@0.4.2",
    {
        "400Regular/Inter_400Regular.ttf": "Inter-Regular.ttf",
        "400Regular_Italic/Inter_400Regular_Italic.ttf": "Inter-Italic.ttf",
        "600SemiBold/Inter_600SemiBold.ttf": "Inter-SemiBold.ttf",
        "600SemiBold_Italic/Inter_600SemiBold_Italic.ttf": "Inter-SemiBoldItalic.ttf",
    },
    "Inter-OFL.txt",
)
CHINESE = Source(
    "@expo-google-fonts/noto-sans-sc@0.4.3",
    {"400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Subset.ttf"},
    "NotoSansSC-OFL.txt",
)
KOREAN = Source(
    "@expo-google-fonts/noto-sans-kr@0.4.3",
    {"400Regular/NotoSansKR_400Regular.ttf": "NotoSansKR-Subset.ttf"},
    "NotoSansKR-OFL.txt",
)


def main() -> None:
    """Write every font and its licence."""
    FONTS.mkdir(parents=True, exist_ok=True)
    fetch(INTER, None)
    fetch(CHINESE, chinese_and_japanese())
    fetch(KOREAN, blocks(HANGUL_BLOCKS))
    (FONTS / "DejaVuSans-Subset.ttf").write_bytes(subset(DEJAVU.read_bytes(), symbols(), layout=False))
    (FONTS / "DejaVu-LICENCE.txt").write_bytes(DEJAVU_LICENCE.read_bytes())
    for path in sorted(FONTS.iterdir()):
        print(f"{path.stat().st_size:>9,}  {path.name}")


def fetch(source: Source, characters: set[int] | None) -> None:
    """Take the faces of a package, cut to ``characters`` where they are given."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", source.package], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as package:
            for inside, name in source.faces.items():
                font = _read(package, inside)
                kept = characters or set(uharfbuzz.Face(font).unicodes) - OVERSIZED
                (FONTS / name).write_bytes(subset(font, kept, layout=characters is None))
            (FONTS / source.licence).write_bytes(_read(package, "LICENSE_FONT"))


def _read(package: tarfile.TarFile, name: str) -> bytes:
    member = package.extractfile(f"package/{name}")
    assert member is not None, name
    return member.read()


def subset(font: bytes, characters: Iterable[int], *, layout: bool) -> bytes:
    """The font with these characters alone, without hints, with or without its layout tables."""
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    if not layout:
        wanted.flags |= uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.unicode_set.update(characters)
    dropped = wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    for tag in UNUSED_TABLES + (() if layout else LAYOUT_TABLES):
        dropped.add(int.from_bytes(tag.ljust(4).encode(), "big"))
    wanted.sets(uharfbuzz.SubsetInputSets.NAME_ID).update(
        (16, 17)
    )  # Qt finds the weights of a family by these
    features = wanted.sets(uharfbuzz.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.clear()
    for tag in FEATURES:
        features.add(int.from_bytes(tag.encode(), "big"))
    return bytes(uharfbuzz.subset(uharfbuzz.Face(font), wanted).blob.data)


def chinese_and_japanese() -> set[int]:
    """Chinese in both forms and Japanese: GB 2312, JIS X 0208 and the frequent part of Big5."""
    return (
        encoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
        | encoded("euc_jp", range(0xA1, 0xF5), range(0xA1, 0xFF))
        | encoded("big5", range(0xA1, 0xC7), range(0x40, 0xFF))
    )


def encoded(encoding: str, leads: range, trails: range) -> set[int]:
    """The characters of two bytes of an East Asian encoding."""
    found = set()
    for lead in leads:
        for trail in trails:
            text = bytes((lead, trail)).decode(encoding, "ignore")
            found.update(map(ord, text if len(text) == 1 else ""))
    return {character for character in found if character >= 0x80}


def symbols() -> set[int]:
    """The signs of the symbol font, and the rarer letters of Latin, Greek and Cyrillic."""
    return blocks(SYMBOL_BLOCKS)


def blocks(ranges: Iterable[tuple[int, int]]) -> set[int]:
    """The code points of several half-open ranges."""
    return {character for first, end in ranges for character in range(first, end)}


if __name__ == "__main__":
    main()
