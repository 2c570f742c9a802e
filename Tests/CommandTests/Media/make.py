"""Makes a document, pictures and recordings with a mark in every field that their programs write.

Usage: make.py FOLDER. Pillow, ffmpeg and exiftool make them; the PDF is written by hand, with a JPEG from Pillow.
"""
import io
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageCms

FOLDER = Path(sys.argv[1])
FOLDER.mkdir(parents=True, exist_ok=True)


def ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", *arguments], check=True)


PICTURE = ["-f", "lavfi", "-i", "testsrc=d=1:s=64x48"]
SOUND = ["-f", "lavfi", "-i", "sine=d=1"]
TAGS = ["-metadata", "title=CANARY", "-metadata", "artist=CANARY", "-metadata", "comment=CANARY",
        "-metadata", "location=+35.9506+039.0094/", "-metadata", "creation_time=2017-08-22T10:00:00Z",
        "-metadata:s", "title=CANARY", "-metadata:s", "handler_name=CANARY"]
chapters = FOLDER / "chapters.txt"
chapters.write_text(";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=CANARY\n")
for ending in ("mp4", "mov", "mkv", "3gp", "m4v", "webm"):
    sound = [] if ending in ("3gp", "webm") else SOUND
    size = ["-s", "176x144", "-c:v", "h263"] if ending == "3gp" else []
    form = ["-f", "mp4"] if ending == "m4v" else []
    ffmpeg(*PICTURE, *sound, "-i", chapters, "-map_chapters", "2" if sound else "1", *TAGS, "-shortest", *size, *form,
           FOLDER / f"a.{ending}")
for ending in ("mp3", "ogg", "flac", "wav", "m4a", "opus"):
    ffmpeg(*SOUND, *TAGS, FOLDER / f"a.{ending}")
chapters.unlink()

picture = Image.new("RGB", (64, 48), (200, 30, 30))
profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
for word in (b"sRGB built-in", "sRGB built-in".encode("utf-16-be")):
    place = profile.find(word)
    while place >= 0:
        mark = b"CANARYCANARYC" if len(word) == 13 else "CANARYCANARYC".encode("utf-16-be")
        profile[place:place + len(word)] = mark
        place = profile.find(word)
exif = Image.Exif()
for tag in (0x010E, 0x010F, 0x0110, 0x0131, 0x013B, 0x8298):
    exif[tag] = "CANARY"
exif[0x0112] = 6
picture.save(FOLDER / "a.tif", exif=exif, icc_profile=bytes(profile))
subprocess.run(["exiftool", "-q", "-overwrite_original", "-XMP:Creator=CANARY", "-IPTC:By-line=CANARY",
                "-GPSLatitude=35.95", FOLDER / "a.tif"], check=True)
ffmpeg(*PICTURE, "-frames:v", "1", "-c:v", "libaom-av1", "-still-picture", "1", FOLDER / "a.avif")
subprocess.run(["exiftool", "-q", "-overwrite_original", "-Artist=CANARY", "-XMP:Creator=CANARY",
                "-GPSLatitude=35.95", FOLDER / "a.avif"], check=True)

stream = io.BytesIO()
jpeg_exif = Image.Exif()
jpeg_exif[0x010F] = "CANARY"
picture.save(stream, "JPEG", exif=jpeg_exif, comment=b"CANARY")
jpeg = stream.getvalue()
OBJECTS = [
    b"<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /OpenAction << /S /JavaScript /JS (CANARY) >>"
    b" /Names << /EmbeddedFiles << /Names [(CANARY) 9 0 R] >> >> /PieceInfo << /X << /LastModified (CANARY) >> >> >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 64 48] /Contents 4 0 R /LastModified (CANARY)"
    b" /Resources << /XObject << /I 5 0 R >> /ColorSpace << /C [/ICCBased 8 0 R] >> >> /Annots ["
    b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (CANARY) /Contents (CANARY) >>"
    b"<< /Type /Annot /Subtype /Square /Rect [0 0 9 9] /T (CANARY) /M (CANARY) /Contents (CANARY) >>"
    b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (CANARY) >> >>"
    b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (file:///home/CANARY) >> >>"
    b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/KEPT) >> >>"
    b"] >>",
    (b"", b"q 64 0 0 48 0 0 cm /I Do Q\n"),
    (b"/Type /XObject /Subtype /Image /Width 64 /Height 48 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
     b" /Filter /DCTDecode", jpeg),
    (b"/Type /Metadata /Subtype /XML", b"<x>CANARY</x>"),
    b"<< /Author (CANARY) /Title (CANARY) /Producer (CANARY) /Creator (CANARY) >>",
    (b"/N 3", bytes(profile)),
    b"<< /Type /Filespec /F (CANARY) /EF << /F 10 0 R >> >>",
    (b"/Type /EmbeddedFile", b"CANARY"),
]
pdf = bytearray(b"%PDF-1.6\n")
places = []
for number, content in enumerate(OBJECTS, 1):
    places.append(len(pdf))
    if isinstance(content, tuple):
        content = b"<< %s /Length %d >>\nstream\n%s\nendstream" % (content[0], len(content[1]), content[1])
    pdf += b"%d 0 obj\n%s\nendobj\n" % (number, content)
start = len(pdf)
pdf += b"xref\n0 %d\n0000000000 65535 f \n" % (len(OBJECTS) + 1)
for place in places:
    pdf += b"%010d 00000 n \n" % place
pdf += b"trailer\n<< /Root 1 0 R /Info 7 0 R /Size %d /ID [<43414e415259> <43414e415259>] >>\n" % (len(OBJECTS) + 1)
pdf += b"startxref\n%d\n%%%%EOF\nCANARY behind the end\n" % start
(FOLDER / "a.pdf").write_bytes(pdf)
