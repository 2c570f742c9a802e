"""Writes pictures that are wider than pages show, each with what makes scaling go wrong.

Every text that must not be published contains the word CANARY. Usage: large.py FOLDER
"""
import io
import struct
import sys
import zlib
from pathlib import Path

from PIL import Image, ImageCms, ImageDraw

OUT = Path(sys.argv[1])


def image(size=(700, 500), seed=0):
    """Two halves of different brightness and colour, so that a turned or mirrored copy is told apart, and a grain."""
    picture = Image.new("RGB", size, (40, 90, 160))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, size[0] // 2, size[1] // 3), fill=(230, 200, 40))
    draw.ellipse((size[0] // 2, size[1] // 2, size[0] - 20, size[1] - 20), fill=(200, 30 + seed, 30))
    return Image.blend(picture, Image.effect_noise(size, 60).convert("RGB"), 0.2)


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def display_p3():
    """A profile of the colours of a phone; programs write another name into it."""
    numbers = [33759, 15807, -69, 19135, 45367, 2745, 10296, 4363, 51385]
    xyz = [b"XYZ \0\0\0\0" + struct.pack(">3i", *numbers[place:place + 3]) for place in (0, 3, 6)]
    curve = b"para\0\0\0\0\0\3\0\0" + struct.pack(">5i", 157286, 62119, 3417, 5072, 2651)
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    tags = [(b"rXYZ", xyz[0]), (b"gXYZ", xyz[1]), (b"bXYZ", xyz[2]), (b"wtpt", white),
            (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve), (b"cprt", b"text\0\0\0\0CANARY\0\0")]
    place = 132 + 12 * len(tags)
    table = struct.pack(">I", len(tags))
    data = b""
    for name, content in tags:
        table += name + struct.pack(">2I", place + len(data), len(content))
        data += content
    head = bytearray(128)
    head[0:4] = struct.pack(">I", place + len(data))
    head[8:12] = b"\2\x10\0\0"
    head[12:24] = b"mntrRGB XYZ "
    head[36:40] = b"acsp"
    head[68:80] = struct.pack(">3i", 63190, 65536, 54061)
    return bytes(head) + table + data


def exif(number):
    tags = Image.Exif()
    tags[0x0112] = number
    tags[0x010F] = "CANARY"
    return tags


def save(name, picture, **options):
    picture.save(OUT / name, **options)


wide = image((2100, 1400))
save("wide.jpg", wide, quality=92, comment=b"CANARY")
for number in range(2, 9):
    save(f"turned{number}.jpg", image((700, 800)), quality=95, exif=exif(number))
save("progressive.jpg", image(), quality=95, progressive=True)
save("full.jpg", image(), quality=95, subsampling=0)
save("grey.jpg", image().convert("L"), quality=95)
save("cmyk.jpg", image().convert("CMYK"), quality=95)
save("phone.jpg", image(), quality=95, icc_profile=display_p3())
save("odd.jpg", image((601, 400)).crop((0, 0, 601, 3)), quality=95)

save("colour.png", image())
save("grey.png", image().convert("L"))
save("phone.png", image(), icc_profile=display_p3())
save("deep.png", Image.frombytes("I;16", (700, 500), b"".join(
    struct.pack("<H", value * 257) for value in image().convert("L").tobytes())))
transparent = image().convert("RGBA")
# What is transparent is red, which must not show at the edges.
mask = Image.new("L", transparent.size, 0)
ImageDraw.Draw(mask).ellipse((60, 60, 640, 440), fill=255)
red = Image.new("RGBA", transparent.size, (255, 0, 0, 0))
red.paste(transparent, mask=mask)
save("transparent.png", red)
key = image()
save("key.png", key, transparency=key.getpixel((5, 5)))
# Few colours become many when they are mixed, and the smaller picture would be the larger file.
save("heavy.png", image().quantize(16))
stream = io.BytesIO()
image().save(stream, "PNG")
png = stream.getvalue()
(OUT / "gamma.png").write_bytes(png[:33] + chunk(b"gAMA", struct.pack(">I", 100000)) + png[33:])

save("lossy.webp", image(), quality=95)
save("exact.webp", image(), lossless=True)
save("veil.webp", red, quality=95)
save("clear.webp", red, lossless=True)

# Of these there is one size only: too small, moving, turned or coloured in a way that is not copied.
save("whole-small.jpg", image((599, 400)), quality=95)
save("whole-moving.png", image(), save_all=True, append_images=[image(seed=90)], duration=100)
save("whole-moving.webp", image(), save_all=True, append_images=[image(seed=90)], duration=100)
save("whole-turned.png", image(), exif=exif(6))
save("whole-turned.webp", image(), exif=exif(6), quality=95)
save("whole-phone.webp", image(), icc_profile=display_p3(), quality=95)
save("whole.gif", image())
(OUT / "whole.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="900"><path d="M0 0"/></svg>')
