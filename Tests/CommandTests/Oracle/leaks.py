"""Hides a value in a file in one of many ways, and finds values in a folder again, without Recount's code.

  leaks.py hide WAY VALUE FILE     writes FILE with the value hidden in it; WAY is one of `ways`
  leaks.py ways                    lists the ways
  leaks.py find FOLDER VALUES      prints "value<TAB>file" for each value (one a line in VALUES) that is found
"""
import base64, gzip, html, io, json, os, re, struct, sys, urllib.parse, zipfile, zlib


def shifted(value, offset):
    return base64.b64encode(("?" * offset + value + " and more").encode())


def png(chunk, data):
    def block(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + block(b"IHDR", head) + block(chunk, data)
        + block(b"IDAT", zlib.compress(b"\0\0")) + block(b"IEND", b"")
    )


def archive(value):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zip:
        zip.writestr("xl/sharedStrings.xml", "<sst><si><t>" + html.escape(value) + "</t></si></sst>")
    return file.getvalue()


def pdf(content):
    packed = zlib.compress(content)
    return b"%PDF-1.4\n1 0 obj <</Length " + str(len(packed)).encode() + b" /Filter /FlateDecode>>\nstream\n" \
        + packed + b"\nendstream\nendobj\n%%EOF\n"


def pieces(value):
    half = len(value) // 2
    return b"BT [(" + value[:half].encode() + b") -20 (" + value[half:].encode() + b")] TJ ET"


WAYS = {
    "plain": lambda v: v.encode(),
    "capitals": lambda v: v.upper().encode(),
    "small": lambda v: v.lower().encode(),
    "decimal entities": lambda v: "".join(f"&#{ord(c)};" for c in v).encode(),
    "hexadecimal entities": lambda v: "".join(f"&#x{ord(c):X};" for c in v).encode(),
    "named spaces": lambda v: v.replace(" ", "&nbsp;").encode(),
    "percent": lambda v: urllib.parse.quote(v).encode(),
    "every byte percent": lambda v: "".join(f"%{b:02x}" for b in v.encode()).encode(),
    "plus": lambda v: urllib.parse.quote_plus(v).encode(),
    "json": lambda v: "".join(f"\\u{ord(c):04x}" for c in v).encode(),
    "base64 at 0": lambda v: shifted(v, 0),
    "base64 at 1": lambda v: shifted(v, 1),
    "base64 at 2": lambda v: shifted(v, 2),
    "utf-16 le": lambda v: ("x " + v + " y").encode("utf-16-le"),
    "utf-16 be": lambda v: ("x " + v + " y").encode("utf-16-be"),
    "hex": lambda v: v.encode().hex().encode(),
    "capital hex": lambda v: v.encode().hex().upper().encode(),
    "line breaks": lambda v: v.replace(" ", "\n   ").encode(),
    "gzip": lambda v: gzip.compress(("a " + v + " z").encode()),
    "workbook": archive,
    "png text": lambda v: png(b"tEXt", b"Comment\0" + v.encode()),
    "packed png text": lambda v: png(b"zTXt", b"Comment\0\0" + zlib.compress(v.encode())),
    "pdf stream": lambda v: pdf(b"BT (" + v.encode() + b") Tj ET"),
    "pdf in pieces": lambda v: pdf(pieces(v)),
    "pdf in hexadecimal": lambda v: pdf(b"BT <FEFF" + v.encode("utf-16-be").hex().encode() + b"> Tj ET"),
}


def spellings(value):
    yield from (way(value) for name, way in WAYS.items() if not name.startswith(("base64", "gzip", "work", "png", "packed", "pdf", "utf")))
    for offset in range(3):
        coded = base64.b64encode(b"\0" * offset + value.encode())
        start, end = [0, 2, 3][offset], -4 if len(coded) > 12 else None
        yield coded[start + (1 if offset else 0):end]
    yield value.encode("utf-16-le")
    yield value.encode("utf-16-be")


def texts(data):
    yield data
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as zip:
            for name in zip.namelist():
                yield zip.read(name)
    for match in re.finditer(rb"x[\x01\x5e\x9c\xda]", data if data[:4] in (b"\x89PNG", b"%PDF") else b""):
        try:
            yield zlib.decompressobj().decompress(data[match.start():])
        except zlib.error:
            pass


def find(folder, values):
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            with open(path, "rb") as file:
                data = file.read()
            for text in [os.path.relpath(path, folder).encode(), *texts(data)]:
                for value in values:
                    if any(spelling in text for spelling in spellings(value)):
                        print(f"{value}\t{os.path.relpath(path, folder)}")


if __name__ == "__main__":
    command, *rest = sys.argv[1:]
    if command == "ways":
        print("\n".join(WAYS))
    elif command == "hide":
        way, value, path = rest
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(WAYS[way](value))
    else:
        with open(rest[1], encoding="utf-8") as file:
            find(rest[0], file.read().split("\n")[:-1])
