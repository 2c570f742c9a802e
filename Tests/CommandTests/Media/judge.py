"""Compares files with what is published of them. Prints what is wrong; nothing is the right answer.

Usage: judge.py BEFORE AFTER.
"""
import json
import subprocess
import sys
from pathlib import Path

from PIL import Image

BEFORE, AFTER = Path(sys.argv[1]), Path(sys.argv[2])


def output(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


def streams(path):
    """The packets of pictures and sound, as ffmpeg reads them."""
    return output("ffmpeg", "-nostdin", "-v", "error", "-i", path, "-map", "0:V?", "-map", "0:a?", "-f", "streamhash", "-")


for before in sorted(BEFORE.iterdir()):
    after = AFTER / before.name
    content = after.read_bytes()
    if before.suffix == ".pdf":
        output("qpdf", "--check", after)
        # All packed streams and objects in plain text.
        content = output("qpdf", "--qdf", "--object-streams=disable", after, "-") + content
        if b"example.org/KEPT" not in content:
            print(before.name, "has lost a link")
        if b"/DCTDecode" not in content:
            print(before.name, "has lost its picture")
    elif before.suffix == ".tif":
        one, other = Image.open(before), Image.open(after)
        if one.tobytes() != other.tobytes():
            print(before.name, "shows another picture")
        if output("exiftool", "-n", "-s3", "-Orientation", after) != output("exiftool", "-n", "-s3", "-Orientation", before):
            print(before.name, "is turned another way")
        if len(other.info.get("icc_profile", b"")) != len(one.info["icc_profile"]):
            print(before.name, "has lost its colours")
    elif streams(before) != streams(after):
        print(before.name, "shows or sounds like something else")
    if b"CANARY" in content or "CANARY".encode("utf-16-be") in content:
        print(before.name, "contains a mark")
    if b"+35.9506" in content:
        print(before.name, "contains a place")
    tags = json.loads(output("exiftool", "-j", "-G1", "-a", "-u", after))[0]
    for tag, value in tags.items():
        if "CANARY" in str(value) or "GPS" in tag or "2017" in str(value):
            print(before.name, "still has", tag, value)
