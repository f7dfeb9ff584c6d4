"""Makes ``resources/colour/sRGB.icc`` anew: the colour profile that every PDF carries.

Run ``python packaging/colour.py``; it needs Pillow. The date and the version of Little CMS, by which the
profile would differ from day to day, are replaced by fixed ones.
"""

from pathlib import Path

from PIL import ImageCms

PROFILE = Path(__file__).resolve().parent.parent / "resources" / "colour" / "sRGB.icc"
# Places and values in the head of an ICC profile (ICC.1:2004-10, 7.2): version, date, and checksum.
VERSION = (8, b"\x04\x20\x00\x00")
DATE = (24, b"\x07\xea\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00")
CHECKSUM = (84, bytes(16))


def main() -> None:
    """Write the profile."""
    content = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for offset, value in (VERSION, DATE, CHECKSUM):
        content[offset : offset + len(value)] = value
    PROFILE.parent.mkdir(exist_ok=True)
    PROFILE.write_bytes(content)


if __name__ == "__main__":
    main()
