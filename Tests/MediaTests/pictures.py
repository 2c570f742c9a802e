"""Writes pictures with everything that cameras, phones and programs put into them.

Every text that must not be published contains the word CANARY. Usage: pictures.py FOLDER
"""
import io
import struct
import sys
import zlib
from pathlib import Path

from PIL import Image, ImageCms

OUT = Path(sys.argv[1])
CANARY = b"CANARY-secret-place"


def image(mode="RGB", size=(40, 24)):
    picture = Image.new("RGB", size)
    picture.putdata([(x * 6 % 256, y * 10 % 256, (x * y) % 256) for y in range(size[1]) for x in range(size[0])])
    return picture.convert(mode)


def saved(picture, kind, **options):
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def exif(orientation=None, order=">"):
    """Make, model, artist, a position and a small picture of its own."""
    texts = [(0x010F, CANARY + b"\0"), (0x0110, CANARY + b" phone\0"), (0x013B, CANARY + b" Jane\0")]
    entries = [(tag, 2, text) for tag, text in texts]
    if orientation:
        entries.append((0x0112, 3, struct.pack(order + "H", orientation)))
    gps = [(1, 2, b"N\0"), (2, 5, struct.pack(order + "6I", 35, 1, 57, 1, 1, 1)), (29, 2, CANARY + b"\0")]
    maker = [(0x927C, 7, CANARY + b" maker note"), (0x9286, 7, b"ASCII\0\0\0" + CANARY)]

    def directory(entries, start, pointers=(), following=0):
        count = len(entries) + len(pointers)
        head = struct.pack(order + "H", count)
        data = b""
        place = start + 2 + 12 * count + 4
        rows = []
        for tag, kind, value in entries:
            size = {2: 1, 3: 2, 5: 8, 7: 1}[kind]
            if len(value) <= 4:
                field = value.ljust(4, b"\0")
            else:
                field = struct.pack(order + "I", place + len(data))
                data += value + b"\0" * (len(value) % 2)
            rows.append((tag, struct.pack(order + "HHI", tag, kind, len(value) // size) + field))
        for tag, pointer in pointers:
            rows.append((tag, struct.pack(order + "HHII", tag, 4, 1, pointer)))
        rows = b"".join(row for _, row in sorted(rows))
        return head + rows + struct.pack(order + "I", following) + data

    start = 8
    length = len(directory(entries, start, [(0x8769, 0), (0x8825, 0)]))
    first = start + length
    sub = directory(maker, first)
    second = first + len(sub)
    place = directory(gps, second)
    third = second + len(place)
    thumb = saved(image(size=(8, 8)), "JPEG", comment=CANARY)
    small = directory([], third, [(0x0201, 0), (0x0202, 0)])
    small = directory([], third, [(0x0201, third + len(small)), (0x0202, len(thumb))])
    main = directory(entries, start, [(0x8769, first), (0x8825, second)], following=third)
    head = (b"MM\0*" if order == ">" else b"II*\0") + struct.pack(order + "I", 8)
    return head + main + sub + place + small + thumb


XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>" + CANARY + b"</a></x:xmpmeta>"


def profile():
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[48:52] = b"CANA"
    return bytes(data) + CANARY


def segment(marker, content):
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def dirty_jpeg(plain, orientation=None, order=">", tail=b""):
    extra = segment(0xE1, b"Exif\0\0" + exif(orientation, order))
    extra += segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)
    extra += segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + b"\0" * 8 + XMP)
    extra += segment(0xE2, b"ICC_PROFILE\0\1\1" + profile())
    extra += segment(0xE2, b"MPF\0" + CANARY)
    extra += segment(0xE0, b"JFXX\0\x10" + saved(image(size=(8, 8)), "JPEG", comment=CANARY))
    iptc = b"\x1c\x02\x50" + struct.pack(">H", len(CANARY)) + CANARY
    extra += segment(0xED, b"Photoshop 3.0\0" + b"8BIM\4\4\0\0" + struct.pack(">I", len(iptc)) + iptc)
    for number in [3, 4, 5, 7, 9, 10, 11, 12, 15]:
        extra += segment(0xE0 + number, CANARY)
    extra += segment(0xFE, CANARY)
    return plain[:2] + plain[2 : 4 + 16] + extra + plain[4 + 16 :] + tail


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def dirty_png(plain, orientation=None, tail=b""):
    extra = chunk(b"tEXt", b"Author\0" + CANARY) + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(CANARY))
    extra += chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP) + chunk(b"tIME", b"\x07\xe0\1\2\3\4\5")
    extra += chunk(b"iCCP", CANARY + b"\0\0" + zlib.compress(profile())) + chunk(b"eXIf", exif(orientation))
    extra += chunk(b"prVt", CANARY) + chunk(b"sPLT", CANARY + b"\0\x08")
    return plain[:33] + extra + plain[33:-12] + chunk(b"tEXt", b"End\0" + CANARY) + plain[-12:] + tail


def blocks(content):
    return b"".join(bytes([len(content[i : i + 255])]) + content[i : i + 255] for i in range(0, len(content), 255)) + b"\0"


def dirty_gif(plain, tail=b""):
    start = 13 + 3 * (2 << (plain[10] & 7)) if plain[10] & 0x80 else 13
    extra = b"\x21\xfe" + blocks(CANARY) + b"\x21\xff" + blocks(b"XMP DataXMP" )[:-1] + blocks(XMP)
    extra += b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0" if b"NETSCAPE" not in plain else b""
    extra += b"\x21\xff" + blocks(b"ICCRGBG1012")[:-1] + blocks(profile())
    return plain[:start] + extra + plain[start:-1] + b"\x21\xfe" + blocks(CANARY) + b";" + tail


def dirty_webp(plain, tail=b""):
    extra = b"zzzz" + struct.pack("<I", len(CANARY)) + CANARY + b"\0" * (len(CANARY) % 2)
    plain = plain + extra
    return plain[:4] + struct.pack("<I", len(plain) - 8) + plain[8:] + tail


def write(name, content):
    (OUT / name).write_bytes(content)


for number in range(1, 9):
    write(f"turned{number}.jpg", dirty_jpeg(saved(image(), "JPEG"), number, "<" if number % 2 else ">"))
second = saved(image(size=(16, 16)), "JPEG", comment=CANARY)
write("progressive.jpg", dirty_jpeg(saved(image(), "JPEG", progressive=True), tail=second))
write("grey.jpg", dirty_jpeg(saved(image("L"), "JPEG"), tail=b"\0" * 40 + CANARY))
write("restarts.jpg", dirty_jpeg(saved(image(), "JPEG", restart_marker_blocks=2), tail=b"SEFH" + CANARY))
cmyk = saved(image("CMYK"), "JPEG")
write("cmyk.jpg", cmyk[:2] + segment(0xFE, CANARY) + segment(0xE1, b"Exif\0\0" + exif()) + cmyk[2:])
p3 = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
write("plain.jpg", saved(image(), "JPEG", icc_profile=p3))

for mode in ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"]:
    picture = image("L").convert("I;16") if mode == "I;16" else image(mode)
    write(f"mode{mode.replace(';', '')}.png", dirty_png(saved(picture, "PNG"), 6, tail=CANARY))
frames = [image().rotate(90 * turn) for turn in range(3)]
write("moving.png", dirty_png(saved(frames[0], "PNG", save_all=True, append_images=frames[1:], duration=100)))

palettes = [frame.convert("P") for frame in frames]
write("still.gif", dirty_gif(saved(palettes[0], "GIF"), tail=CANARY))
write("moving.gif", dirty_gif(saved(palettes[0], "GIF", save_all=True, append_images=palettes[1:], loop=0, duration=100)))
large = Image.effect_noise((300, 200), 90).convert("P")
write("noise.gif", dirty_gif(saved(large, "GIF", interlace=0)))

meta = {"exif": b"Exif\0\0" + exif(8), "xmp": XMP, "icc_profile": profile()}
write("lossy.webp", dirty_webp(saved(image(), "WEBP", **meta), tail=CANARY))
write("lossless.webp", dirty_webp(saved(image("RGBA"), "WEBP", lossless=True, **meta)))
write("simple.webp", dirty_webp(saved(image(), "WEBP")))
write("moving.webp", dirty_webp(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], **meta)))
