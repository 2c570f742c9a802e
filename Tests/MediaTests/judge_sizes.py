"""Compares smaller sizes of pictures with the pictures. Prints what is wrong; nothing is the right answer.

Usage: judge_sizes.py BEFORE AFTER. The sizes of a.jpg are called a-480.jpg and so on; before, pictures have no metadata.
"""
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageOps, ImageStat

BEFORE, AFTER = Path(sys.argv[1]), Path(sys.argv[2])
# What Pillow says of any such picture, and of its colours and transparency.
KNOWN = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform", "loop", "background",
         "timestamp", "duration", "dpi"}


def upright(path):
    with Image.open(path) as picture:
        picture.load()
        return ImageOps.exif_transpose(picture)


def plain(picture):
    """With transparency if it has any, and eight bits for each colour."""
    if picture.mode.startswith("I"):
        picture = picture.point(lambda value: value / 257).convert("L")
    return picture.convert("RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB")


def on(picture, colour):
    ground = Image.new("RGBA", picture.size, colour)
    return Image.alpha_composite(ground, picture.convert("RGBA")).convert("RGB")


seen = 0
for after in sorted(AFTER.iterdir()):
    stem, _, width = after.stem.rpartition("-")
    before = BEFORE / (stem + after.suffix)
    seen += 1
    if b"CANARY" in after.read_bytes():
        print(after.name, "contains a canary")
    whole, small = upright(before), upright(after)
    height = round(whole.height * int(width) / whole.width)
    if small.size != (int(width), max(1, height)):
        print(after.name, "has the size", small.size)
        continue
    whole, small = plain(whole), plain(small)
    if whole.mode != small.mode:
        print(after.name, "has another kind of pixels:", small.mode, "for", whole.mode)
    expected = whole.resize(small.size, Image.LANCZOS)
    for colour in ("white", "black"):
        difference = ImageStat.Stat(ImageChops.difference(on(expected, colour), on(small, colour)))
        # A copy that is turned, mirrored or of other colours differs by 20 and more.
        if max(difference.mean) > 6:
            print(after.name, "looks different on", colour, difference.mean)
    if whole.mode == "RGBA":
        # The colour of what is transparent is red, which is brighter at the edges than anything that is shown.
        edge = ImageChops.difference(on(expected, "black"), on(small, "black")).getextrema()
        if after.suffix == ".png" and max(top for _, top in edge) > 40:
            print(after.name, "shows hidden colours at its edges", edge)
    with Image.open(before) as one, Image.open(after) as other:
        for fact in ("icc_profile", "gamma", "chromaticity", "srgb"):
            if one.info.get(fact) != other.info.get(fact):
                print(after.name, "says otherwise of its colours:", fact)
        if one.getexif().get(0x0112, 1) != other.getexif().get(0x0112, 1):
            print(after.name, "is turned another way")
        others = set(other.info) - KNOWN - {"icc_profile", "gamma", "chromaticity", "srgb", "exif", "transparency"}
        if others or set(other.getexif()) - {0x0112}:
            print(after.name, "says more than it needs:", others, dict(other.getexif()))
print(seen, file=sys.stderr)
