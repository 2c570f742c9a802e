"""Compares pictures with what is published of them. Prints what is wrong; nothing is the right answer.

Usage: judge.py BEFORE AFTER. The decoder is Pillow's; what is left in a file is listed by exiftool, if it is there.
"""
import json
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageSequence

BEFORE, AFTER = Path(sys.argv[1]), Path(sys.argv[2])
# What says how a picture is shown, and nothing of where it comes from.
ALLOWED = {
    "System", "File", "ExifTool", "Composite",
    "PNG", "APNG", "PNG-pHYs", "GIF", "Animation", "RIFF", "JFIF", "Adobe",
}
NAMES = {"IFD0:Orientation", "IFD0:ExifByteOrder", "File:ExifByteOrder"}


def frames(path):
    with Image.open(path) as picture:
        return [
            (frame.size, frame.convert("RGBA").tobytes(), frame.info.get("duration"), picture.info.get("loop"))
            for frame in ImageSequence.Iterator(picture)
        ]


def orientation(path):
    with Image.open(path) as picture:
        return picture.getexif().get(0x0112, 1)


for before in sorted(BEFORE.iterdir()):
    after = AFTER / before.name
    if not after.exists():
        print(before.name, "is missing")
        continue
    if b"CANARY" in after.read_bytes():
        print(before.name, "contains a canary")
    if frames(before) != frames(after):
        print(before.name, "shows another picture")
    if not before.name.endswith(".gif") and orientation(before) != orientation(after):
        print(before.name, "is turned another way")
    if shutil.which("exiftool"):
        text = subprocess.run(["exiftool", "-a", "-u", "-g1", "-j", after], capture_output=True, text=True).stdout
        for group, tags in json.loads(text)[0].items():
            if not isinstance(tags, dict) or group in ALLOWED:
                continue
            for tag in tags:
                if f"{group}:{tag}" not in NAMES:
                    print(before.name, "still has", f"{group}:{tag}", tags[tag])
        if "Warning" in text or "Error" in text:
            print(before.name, text)
