"""Makes a site that holds more than a thousand invented private values, and looks for them elsewhere, without
Recount's code.

  canaries.py make SITE SEED           writes content/ with the values; prints each as KIND<TAB>FILE:LINE<TAB>VALUE
  canaries.py rename SITE CANARIES     gives the people other names who were published with a value as their name
  canaries.py find CANARIES FOLDER…    prints each value of that list that stands below a folder, in any encoding
  canaries.py leak SITE CANARIES       publishes 40 values and more in as many ways; prints WAY<TAB>FILE:LINE<TAB>COLUMN
"""
import base64, csv, html, os, pathlib, random, struct, sys, unicodedata, urllib.parse, zlib

CONSONANTS, VOWELS = "bdfghjklmnprstvwxz", "aeiou"
ARABIC = "بتثجحخدذرزسشصضطظعغفقكلمنهي"
TYPES = {
    "witness": "string", "witness_ar": "any", "phone": "string", "mail": "string", "file_no": "integer",
    "north": "number", "east": "number", "met_on": "date", "met_at": "datetime", "site_visit": "geopoint",
    "first_year": "string", "minutes": "string",
}
PIXEL = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////"
    "////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8A"
    "Kp//2Q=="
)


class Maker:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.found = []
        self.used = set()

    def word(self, syllables=4):
        while True:
            text = "".join(self.chance.choice(CONSONANTS) + self.chance.choice(VOWELS) for _ in range(syllables))
            if text not in self.used:
                self.used.add(text)
                return text

    def name(self):
        return self.word().capitalize() + " " + self.word().capitalize()

    def arabic(self):
        return " ".join("".join(self.chance.choices(ARABIC, k=6)) for _ in range(2))

    def digits(self, count):
        return str(self.chance.randint(1, 9)) + "".join(self.chance.choices("0123456789", k=count - 1))

    def sentence(self):
        return f"{self.word().capitalize()} told {self.word()} that {self.word()} and {self.word()} were at {self.word()}"

    def value(self, kind):
        return {
            "witness_ar": self.arabic,
            "phone": lambda: f"0{self.digits(3)} {self.digits(3)} {self.digits(4)}",
            "mail": lambda: f"{self.word()}@{self.word()}.example",
            "file_no": lambda: self.digits(10),
            "north": lambda: f"36.{self.digits(7)}",
            "east": lambda: f"43.{self.digits(7)}",
            "met_on": lambda: f"{self.chance.randint(1901, 1949)}-{self.digits(1).zfill(2)}-{self.chance.randint(10, 28)}",
            "met_at": lambda: f"19{self.chance.randint(10, 49)}-03-{self.chance.randint(10, 28)}T0{self.digits(1)}:{self.chance.randint(10, 59)}:{self.chance.randint(10, 59)}Z",
            "site_visit": lambda: f"36.{self.digits(6)}, 43.{self.digits(6)}",
            "first_year": lambda: self.word(3).upper() + self.digits(4),
            "minutes": self.sentence,
        }.get(kind, self.name)()

    def mark(self, kind, place, text=None):
        text = text or self.value(kind)
        self.found.append((kind, place, text))
        return text


def write(site, path, text):
    path = pathlib.Path(site, path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(text, str):
        text = text.encode()
    path.write_bytes(text)


def table(maker, site, path, columns, rows):
    """Rows are dictionaries whose values are texts, or a tuple with the kind of a private value."""
    with open(pathlib.Path(site, path), "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        for line, row in enumerate(rows, 2):
            cells = []
            for column in columns:
                cell = row.get(column, "")
                if isinstance(cell, tuple):
                    kind = "former" if cell[0] == "former" else column
                    cell = maker.mark(kind, f"{path}:{line}", maker.value(cell[0]))
                cells.append(cell)
            out.writerow(cells)


def fields(columns, private):
    lines = []
    for column in columns:
        if column in private:
            lines.append(f"        - {{name: {column}, type: {private[column]}}}")
        else:
            lines.append(f"        - {{name: {column}, type: string, public: true}}")
    return "\n".join(lines)


def jpeg(text):
    def segment(kind, body):
        return bytes([0xFF, kind]) + struct.pack(">H", len(body) + 2) + body

    tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x3b\0\x02" + struct.pack(">II", len(text) + 1, 26) + b"\0\0\0\0" + text.encode() + b"\0"
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + text.encode() + b"</x:xmpmeta>"
    return PIXEL[:2] + segment(0xE1, b"Exif\0\0" + tiff) + segment(0xE1, xmp) + segment(0xFE, text.encode()) + PIXEL[2:]


def png(text):
    def block(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return (
        b"\x89PNG\r\n\x1a\n" + block(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + block(b"tEXt", b"Author\0" + text.encode()) + block(b"zTXt", b"Comment\0\0" + zlib.compress(text.encode()))
        + block(b"IDAT", zlib.compress(b"\0\0")) + block(b"IEND", b"") + text.encode()
    )


def make(site, seed):
    maker = Maker(seed)
    pathlib.Path(site, "content/data").mkdir(parents=True, exist_ok=True)
    strikes = ["id", "date", "place", "killed", "grading", "summary", "previous_ids", "protection", *TYPES]
    rows = [
        {"id": f"K{number}", "date": f"2017-0{1 + number % 9}-1{number % 10}", "place": "Northgate", "killed": str(number % 7),
         "grading": "fair", "summary": "A strike."} | {kind: (kind,) for kind in TYPES}
        for number in range(40)
    ] + [
        {"id": ("first_year",), "date": "2017-05-05", "place": ("place",), "killed": "2", "grading": "fair",
         "summary": ("minutes",), "previous_ids": ("first_year",), "protection": "withheld"}
        for _ in range(20)
    ]
    table(maker, site, "content/data/strikes.csv", strikes, rows)
    people = ["strike_id", "name", "name_ar", "age", "sex", "family", "note", "url", "protection", "cousin"]
    hidden = {"strike_id": "K1", "name": ("name",), "name_ar": ("witness_ar",), "age": "34", "sex": "male", "note": ("minutes",)}
    rows = [hidden | {"family": ("family",), "protection": kind, "cousin": ("cousin",)} for kind in ["withheld", "anonymous"] * 16]
    rows += [hidden | {"protection": "initials"} for _ in range(12)]
    rows += [{"strike_id": "K2", "name": ("former",), "note": "A farmer."} for _ in range(10)]
    table(maker, site, "content/data/victims.csv", people, rows)
    sources = ["id", "strike_id", "publisher", "title", "protection"]
    rows = [{"id": "Q1", "strike_id": "K1", "publisher": "A paper", "title": "A report"}]
    rows += [{"id": f"Q{2 + n}", "strike_id": "K1", "publisher": ("publisher",), "title": ("title",), "protection": kind}
             for n, kind in enumerate(["withheld", "anonymous"] * 10)]
    table(maker, site, "content/data/sources.csv", sources, rows)
    claims = ["id", "claimant", "scope", "killed", "statement", "protection"]
    rows = [{"id": f"C{n}", "claimant": ("claimant",), "scope": "K1", "killed": "3", "statement": ("minutes",), "protection": "withheld"}
            for n in range(10)]
    table(maker, site, "content/data/claims.csv", claims, rows)
    codebook = ""
    for kind, columns, private in [
        ("strikes", strikes, TYPES | {"protection": "string"}), ("victims", people, {"protection": "string", "cousin": "string"}),
        ("sources", sources, {"protection": "string"}), ("claims", claims, {"protection": "string"}),
        ("corrections", ["record", "field", "reason", "kind"], {}),
    ]:
        codebook += f"  - name: {kind}\n    path: data/{kind}.csv\n    schema:\n      fields:\n{fields(columns, private)}\n"
    write(site, "content/data/corrections.csv", "record,field,reason,kind\n")
    comments = "".join(f"# {maker.mark('comment', 'content/datapackage.yaml')}\n" for _ in range(25))
    write(site, "content/datapackage.yaml", comments + "resources:\n" + codebook)
    comments = "".join(f"# {maker.mark('comment', 'content/site.yaml')}\n" for _ in range(25))
    write(site, "content/site.yaml",
          comments + "title: Canaries\ngradings: {fair: {label: Fair, counted: true, means: Two sources.}}\nsummaries: [month]\n")
    for number in range(20):
        file = f"content/plan{number}.md"
        title, about, text = maker.mark("title", f"{file}:2"), maker.mark("minutes", file), maker.mark("minutes", file)
        write(site, file, f"---\ntitle: {title}\ndescription: {about}\ndraft: true\n---\nWe wait. {text}.\n")
    for number in range(20):
        file = f"content/shown{number}.md"
        comment, key = maker.mark("comment", file), maker.mark("front matter", file)
        write(site, file, f"---\ntitle: Article {number}\nmemo: {key}\n---\nText. <!-- {comment} -->\n\n"
              f"![A street](media/p{number}.jpg) ![A road](media/q{number}.png)\n")
        write(site, f"content/media/p{number}.jpg", jpeg(maker.mark("metadata", f"content/media/p{number}.jpg")))
        write(site, f"content/media/q{number}.png", png(maker.mark("metadata", f"content/media/q{number}.png")))
        write(site, f"content/media/unused{number}.txt", maker.mark("unused", f"content/media/unused{number}.txt"))
        write(site, f"content/data/kept{number}.csv", "a\n" + maker.mark("unused", f"content/data/kept{number}.csv") + "\n")
    for number in range(15):
        file = ["templates/base.html", "templates/article.html", "templates/home.html"][number % 3]
        path = pathlib.Path(site, file)
        if path.exists():
            text = path.read_text() + "{# " + maker.mark("comment", file) + " #}"
            path.write_text(text)
    return maker.found


def rename(site, canaries):
    path = pathlib.Path(site, "content/data/victims.csv")
    text = path.read_text(encoding="utf-8")
    former = [line.rstrip("\n").split("\t")[2] for line in open(canaries, encoding="utf-8") if line.startswith("former\t")]
    for letter, name in zip("ABCDEFGHIJ", former):
        text = text.replace(name, f"Shown Person {letter}")
    path.write_text(text, encoding="utf-8")
    write(site, "content/data/corrections.csv", "record,field,reason,kind\nK2,,Names were changed.,safety\n")


# MARK: - Finding

def forms(value):
    data = value.encode()
    yield from (data, value.upper().encode(), value.lower().encode())
    yield "".join(f"&#{ord(c)};" for c in value).encode()
    yield "".join(f"&#x{ord(c):x};" for c in value).encode()
    yield html.escape(value).encode()
    yield urllib.parse.quote(value).encode()
    yield "".join(f"%{b:02X}" for b in data).encode()
    yield "".join(f"\\u{ord(c):04x}" for c in value).encode()
    yield value.encode("utf-16-le")
    yield value.encode("utf-16-be")
    yield data.hex().encode()
    yield data.hex().upper().encode()
    for offset in range(3):
        coded = base64.b64encode(b"\0" * offset + data)
        yield coded[[0, 2, 3][offset]:len(coded) // 4 * 4 - 4]
    yield value.replace(" ", "-").lower().encode()
    yield value.replace(" ", "_").lower().encode()
    yield value.replace(" ", "").lower().encode()


def find(canaries, folders):
    blobs = []
    for folder in folders:
        paths = [pathlib.Path(folder)] if os.path.isfile(folder) else sorted(p for p in pathlib.Path(folder).rglob("*") if p.is_file())
        blobs.append(b"\n".join(str(p.relative_to(folder)).encode() + b"\n" + p.read_bytes() for p in paths))
    whole = b"\n".join(blobs)
    for line in open(canaries, encoding="utf-8"):
        kind, place, value = line.rstrip("\n").split("\t")
        if any(form in whole for form in forms(value)):
            print(f"{kind}\t{place}\t{value}")


# MARK: - Leaking

def strip_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def each(value, form):
    return "".join(form(c) for c in value)


def page(text):
    """A line of the template of all pages."""
    return ("page", text)


def asset(name, text):
    return ("templates/assets/" + name, text)


def lines(data, width=76):
    return b"\n".join(data[i:i + width] for i in range(0, len(data), width))


# The column of the value (of strikes, or with the table), and what is published of it.
WAYS = {
    "plain": ("witness", lambda v: page(f"<p>{v}</p>")),
    "capitals in an attribute": ("witness", lambda v: page(f'<p title="{v.upper()}"></p>')),
    "small letters in a comment": ("witness", lambda v: page(f"<!-- {v.lower()} -->")),
    "decimal entities": ("witness", lambda v: page("<p>" + each(v, lambda c: f"&#{ord(c)};") + "</p>")),
    "hexadecimal entities with zeros": ("witness", lambda v: page("<p>" + each(v, lambda c: f"&#x00{ord(c):X};") + "</p>")),
    "a named space": ("witness", lambda v: page(f"<p>{v.replace(' ', '&nbsp;')}</p>")),
    "entities escaped twice": ("witness", lambda v: page("<p>" + each(v, lambda c: f"&amp;#{ord(c)};") + "</p>")),
    "a space escaped twice": ("witness", lambda v: page(f"<p>{v.replace(' ', '&amp;nbsp;')}</p>")),
    "an address": ("witness", lambda v: page(f'<a href="?q={urllib.parse.quote(v)}">x</a>')),
    "an address with plus": ("witness", lambda v: page(f'<a href="?q={urllib.parse.quote_plus(v)}&amp;p=1">x</a>')),
    "every byte of an address": ("witness_ar", lambda v: page('<a href="?q=' + each(v.encode(), lambda b: f"%{b:02x}") + '">x</a>')),
    "an address escaped twice": ("witness", lambda v: page('<a href="?q=' + v.replace(" ", "%2520") + '">x</a>')),
    "escapes of JSON": ("witness_ar", lambda v: asset("a.json", '{"who": "' + each(v, lambda c: f"\\u{ord(c):04X}") + '"}')),
    "escapes of a script": ("witness", lambda v: asset("a.js", "x='" + each(v, lambda c: f"\\x{ord(c):02x}") + "'")),
    "escapes in braces": ("witness", lambda v: asset("b.js", "x='" + each(v, lambda c: f"\\u{{{ord(c):x}}}") + "'")),
    "escapes of a style": ("witness", lambda v: asset("a.css", ".a::after{content:'" + each(v, lambda c: f"\\{ord(c):x} ") + "'}")),
    "long escapes of a style": ("witness", lambda v: asset("b.css", ".b::after{content:'" + each(v, lambda c: f"\\{ord(c):06x}") + "'}")),
    "base64 at 0": ("phone", lambda v: page(f'<i data-a="{base64.b64encode(v.encode() + b" x").decode()}"></i>')),
    "base64 at 1": ("witness", lambda v: page(f'<i data-a="{base64.b64encode(b"?" + v.encode() + b" x").decode()}"></i>')),
    "base64 at 2": ("minutes", lambda v: page(f'<i data-a="{base64.b64encode(b"??" + v.encode() + b" x").decode()}"></i>')),
    "base64 of an Arabic name": ("witness_ar", lambda v: page(f'<i data-a="{base64.b64encode(v.encode()).decode()}"></i>')),
    "base64 for addresses": ("mail", lambda v: page(f'<a href="?{base64.urlsafe_b64encode(v.encode() + b"??>>").decode()}">x</a>')),
    "hexadecimal digits": ("witness", lambda v: page(f'<i data-a="{v.encode().hex()}"></i>')),
    "capital hexadecimal digits": ("mail", lambda v: page(f'<i data-a="{v.encode().hex().upper()}"></i>')),
    "UTF-16": ("witness", lambda v: asset("a.dat", ("x " + v + " y").encode("utf-16-le"))),
    "UTF-16, the other order": ("witness_ar", lambda v: asset("b.dat", ("x " + v + " y").encode("utf-16-be"))),
    "other forms of Arabic letters": ("witness_ar", lambda v: page("<p>" + v.replace("ي", "ى").replace("ك", "ک").replace("ه", "ة") + "</p>")),
    "Arabic with marks": ("witness_ar", lambda v: page("<p>" + each(v, lambda c: c if c == " " else c + "\u064e\u0640") + "</p>")),
    "Arabic presentation forms": ("witness_ar", lambda v: page("<p>" + each(v, presentation) + "</p>")),
    "Arabic digits": ("phone", lambda v: page("<p>" + each(v, lambda c: c if c == " " else chr(0x660 + int(c))) + "</p>")),
    "a number in one piece": ("phone", lambda v: page(f'<a href="tel:{v.replace(" ", "")}">x</a>')),
    "a number with a prefix": ("phone", lambda v: page(f'<a href="tel:+964{v.replace(" ", "")[1:]}">x</a>')),
    "a number in other groups": ("phone", lambda v: page(f"<p>{v[:2]} {v[2:4]}-{v[5:8]}{v[9:]}</p>")),
    "a number with brackets": ("phone", lambda v: page(f"<p>+964 (0){v[1:]}</p>")),
    "a number by thousands": ("file_no", lambda v: page(f"<p>{int(v):,}</p>")),
    "tags inside the words": ("witness", lambda v: page(f"<p>{v[:2]}<b>{v[2:4]}</b>{v[4:-3]}<wbr>{v[-3:]}</p>")),
    "tags between the words": ("witness", lambda v: page('<p><i class="x">' + v.replace(" ", '</i>\n<i class="y">') + "</i></p>")),
    "cells of a table": ("witness", lambda v: page("<table><tr><td>" + v.replace(" ", "</td><td>") + "</td></tr></table>")),
    "the last name first": ("witness", lambda v: page(f"<p>{v.split()[1].upper()}, {v.split()[0]}</p>")),
    "a joined Arabic letter": ("witness_ar", lambda v: page(f"<p>قال و{v} ذلك</p>")),
    "base64 in lines": ("minutes", lambda v: asset("a.txt", lines(base64.b64encode((v + " " + "x" * 99).encode())))),
    "full-width letters": ("first_year", lambda v: page("<p>" + each(v, lambda c: chr(ord(c) + 0xFEE0)) + "</p>")),
    "soft hyphens": ("witness", lambda v: page("<p>" + "&shy;".join(v) + "</p>")),
    "characters that nobody sees": ("witness", lambda v: page("<p>" + "\u200b".join(v) + "</p>")),
    "accents": ("witness", lambda v: page("<p>" + each(v, lambda c: c + "\u0301" if c in "aeiou" else c) + "</p>")),
    "lines of a script": ("witness", lambda v: asset("c.js", f"// {v.replace(' ', chr(10) + '// ')}")),
    "a drawing": ("witness", lambda v: asset("a.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><text>{v}</text></svg>")),
    "a point": ("site_visit", lambda v: page(f'<i data-p="{v.replace(", ", ";")}"></i>')),
    "a rounded point": ("north", lambda v: page(f'<i data-p="{v[:-1]}"></i>')),
    "a number of a file": ("file_no", lambda v: page(f"<p>No. {v}</p>")),
    "a mail address in a word": ("mail", lambda v: page(f'<a href="mailto:{v}">x</a>')),
    "the name of a file": ("witness", lambda v: asset(v.replace(" ", "_").lower() + ".txt", "x")),
    "the name of a file in one word": ("witness", lambda v: asset(v.replace(" ", "") + ".txt", "x")),
    "the name of a folder": ("witness", lambda v: asset(v + "/a.txt", "x")),
    "an Arabic name of a file": ("witness_ar", lambda v: asset(v.replace(" ", "-") + ".txt", "x")),
    "the name of an article": ("witness", lambda v: ("content/" + v.replace(" ", "-").lower() + ".md", "---\ntitle: A\n---\nx\n")),
    "a withheld person": ("victims:name", lambda v: page(f"<p>{v}</p>")),
    "a withheld place": ("place", lambda v: page(f"<p>In {v}, at night.</p>")),
    "a withheld statement": ("claims:statement", lambda v: page(f"<p>{v.upper()}!</p>")),
    "the title of a draft": ("plan:title", lambda v: page(f"<p>{v}</p>")),
}


def presentation(letter):
    """The isolated form of a letter, from the block of presentation forms."""
    for code in range(0xFE80, 0xFEFD):
        if unicodedata.normalize("NFKC", chr(code)) == letter:
            return chr(code)
    return letter


def leak(site, canaries):
    known = [line.rstrip("\n").split("\t") for line in open(canaries, encoding="utf-8")]
    taken = set()
    base = pathlib.Path(site, "templates/base.html")
    text = base.read_text(encoding="utf-8")
    for way, (kind, form) in WAYS.items():
        file, column = kind.split(":") if ":" in kind else ("strikes", kind)
        place, value = next((p, v) for k, p, v in known if k == column and v not in taken and file in p)
        taken.add(value)
        where, published = form(value)
        if where == "page":
            text = text.replace("</body>", published + "\n</body>")
        else:
            write(site, where, published)
        print(f"{way}\t{place}\t{column}")
    base.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    command, *rest = sys.argv[1:]
    if command == "make":
        for canary in make(rest[0], int(rest[1])):
            print("\t".join(canary))
    elif command == "rename":
        rename(*rest)
    elif command == "find":
        find(rest[0], rest[1:])
    else:
        leak(*rest)
