"""The picture of the book's cover: a file that the author chose becomes a small JPEG in the plan.

The file is read once, when it is chosen. What stands in a plan is never trusted: it is looked at again.
"""

import warnings
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from planner.export.blocks import Picture
from planner.export.cut import cut
from planner.export.text import clean

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS: Final = ("PNG", "JPEG", "WEBP")
MOST_BYTES: Final = 40_000_000
MOST_PIXELS: Final = 40_000_000
LONGEST_SIDE: Final = 800  # about 300 to the inch on the cover page
KEPT_BYTES: Final = 200_000
QUALITIES: Final = (88, 76, 62, 45, 30)
LINE: Final = 120
_LEVELS: Final = 257  # of 16 bits to one of 8
_LONGEST_NAME: Final = 80
_OF_A_BARE_ONE: Final = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive"})
BROKEN: Final = "The cover picture in this plan is broken and was left out; choose it again in the brief."


class PictureError(Exception):
    """A file that cannot become a cover; the text is one plain sentence."""


def picture_lines(path: Path) -> tuple[str, ...]:
    """The picture in a file, upright, no larger than print needs, as lines of base64.

    Raises PictureError, which says of the file what is wrong and what to do.
    """
    name = _name(path)
    data = _read(path, name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = _opened(data, name)
        try:
            return _lines(_jpeg(_upright(image)))
        except _FAULTS as error:
            raise PictureError(_damaged(name)) from error


def picture(lines: tuple[str, ...], alt: str) -> Picture | None:
    """The picture in a plan's lines, or None where there is none, or none that can be shown."""
    if not lines or sum(map(len, lines)) > 2 * KEPT_BYTES:
        return None
    from PIL import Image, ImageOps

    try:
        data = b64decode("".join(lines), validate=True)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            image = Image.open(BytesIO(data), formats=("JPEG",))
            if max(image.size) > LONGEST_SIDE or image.mode != "RGB":
                return None
            image.load()
            shown: Image.Image = image
            if not image.info.keys() <= _OF_A_BARE_ONE:
                shown = ImageOps.exif_transpose(image)
                data = _jpeg(shown)
    except (*_FAULTS, NoBase64, Warning):
        return None
    return Picture(data, *shown.size, alt)


def bare_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """A plan's picture as it is shown: upright, without what a camera or an editor wrote beside it.

    None where it cannot be shown: what stands in its file is not known.
    """
    shown = picture(lines, "")
    made = _lines(shown.jpeg) if shown else ()
    return lines if "".join(made) == "".join(lines) else made


def _lines(jpeg: bytes) -> tuple[str, ...]:
    text = b64encode(jpeg).decode("ascii")
    return tuple(text[start : start + LINE] for start in range(0, len(text), LINE))


def _name(path: Path) -> str:
    """The file's name as it can stand in a sentence: on one line, short, nothing in it turned round."""
    return cut(" ".join(clean(path.name).split()), _LONGEST_NAME)


def _read(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise PictureError(f"“{name}” is no file; choose a picture.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise PictureError(f"“{name}” cannot be read; choose another file.") from None
    if len(data) > MOST_BYTES:
        raise PictureError(f"“{name}” has more than 40 MB; choose a smaller picture.")
    return data


def _opened(data: bytes, name: str) -> "Image":
    """The picture, of which no more than its head has been read."""
    from PIL import Image, UnidentifiedImageError

    try:
        image = Image.open(BytesIO(data), formats=KINDS)
    except Image.DecompressionBombError:
        raise PictureError(_too_large(name)) from None
    except UnidentifiedImageError:
        raise PictureError(
            f"“{name}” is no PNG, JPEG or WebP picture, or is damaged; choose another file."
        ) from None
    except _FAULTS as error:
        raise PictureError(_damaged(name)) from error
    if image.width * image.height > MOST_PIXELS:
        raise PictureError(_too_large(name))
    return image


def _upright(image: "Image") -> "Image":
    """The picture as it is to be looked at, in colours of the screen on white, at its final size."""
    from PIL import Image, ImageOps

    image.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
    turned = ImageOps.exif_transpose(image)
    shown = _on_white(_in_srgb(_in_eight_bits(turned)))
    shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return shown


def _in_eight_bits(image: "Image") -> "Image":
    """Grey of 16 bits, as scanners write it, in 8: converted as it is, nearly all of it would be white."""
    if not image.mode.startswith("I"):
        return image
    made = image.convert("I").point(lambda level: level / _LEVELS).convert("L")
    # One level of 65,536 cannot be told from its neighbours any more.
    made.info.pop("transparency", None)
    return made


def _in_srgb(image: "Image") -> "Image":
    """The picture with the colours that its profile means, as print covers in CMYK have one."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            made: Any = ImageCms.profileToProfile(
                image, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):
            return image
        return made if made is not None else image
    return image


def _on_white(image: "Image") -> "Image":
    from PIL import Image

    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(white, seen).convert("RGB")


def _jpeg(image: "Image") -> bytes:
    """The picture as a JPEG of bounded size, without anything that the file said beside it."""
    made = b""
    for quality in QUALITIES:
        written = BytesIO()
        image.info = {}
        image.save(written, "JPEG", quality=quality, optimize=True)
        made = written.getvalue()
        if len(made) <= KEPT_BYTES:
            break
    return made


def _damaged(name: str) -> str:
    return f"“{name}” is damaged, so that the picture cannot be shown; choose another file."


def _too_large(name: str) -> str:
    return f"“{name}” has more than 40 million pixels; choose a smaller picture."


# Pillow's readers raise all of these on a damaged file.
_FAULTS: Final = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    MemoryError,
    OverflowError,
)
