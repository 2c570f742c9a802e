"""What a report in two languages shows, read from its pages alone.

usage: languages.py SITE OUTPUT ORIGINAL TAG DIRECTION NOTE

Every page must exist in both languages and, except 404.html, lead to itself in the other. Every page in the second language must state
its language and direction, contain NOTE, and show no text in Latin letters but

- names: of people as the data hold them, the titles of sources, and the words in NAMES;
- ids, file names, code, names of columns, and what is marked as being in another language (`lang`);
- what is quoted between guillemets.

Prints what is wrong, a line each, and how many pages it read.
"""

import csv
import posixpath
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

# Organisations, publications, formats and codes, which have no other name in the report.
NAMES = """
    Natural Earth Airwars CJTF-OIR MGRS RAND AOAV RBSS CSV JSON GeoJSON Atom SHA-256 Recount recount RRA753-1 GPS UTM WGS
    Action on Armed Violence Frictionless Data Package CC BY-NC-ND MDE forces.net Rahaizan Notícia Brasil
    The New Arab english.alaraby.co.uk Daily Beast Sky News vhueurope.com Channel ITV Inside Arabia CounterVortex
    Rappler Common Dreams Vietnam Gazette TGcom24 Sputnik Seenthis RT Labour Briefing Guardian Descrier Airwars’
    raqqa.amnesty.org https airwars.org CLM SRC Apache License
"""
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.open = []
        self.texts = []
        self.html = {}
        self.switch = {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "html":
            self.html = attributes
        if tag == "a" and "hreflang" in attributes:
            self.switch[attributes["hreflang"]] = attributes["href"]
        if tag not in VOID:
            self.open.append((tag, attributes.get("lang")))
        for name in ("title", "alt", "aria-label", "placeholder"):
            self.note(attributes.get(name) or "")

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if not any(tag in ("script", "style", "code") for tag, _ in self.open):
            self.note(text)

    def note(self, text):
        language = next((l for _, l in reversed(self.open) if l), None)
        self.texts.append((language, " ".join(text.split())))


def known(site):
    """Whole texts and single words that are names."""
    texts, words = set(), set(NAMES.split())
    for name, columns in (("victims", ("name", "note", "family")), ("sources", ("title",))):
        for row in csv.DictReader((site / f"content/data/{name}.csv").open(encoding="utf-8")):
            texts.update(row[column] for column in columns[:1])
            for column in columns:
                found = re.findall(r"[^\s,;()\[\]]+", row[column])
                words.update(w for w in found if w[:1].isupper() or column == "name")
    words |= {re.sub("[’']s?$", "", word) for word in words}
    return texts, words | {re.sub("^al-|^Al-", "", word) for word in words}


def main(site, output, original, tag, direction, note):
    texts, words = known(Path(site))
    pages = sorted(p.relative_to(output).as_posix() for p in Path(output).rglob("*.html"))
    wrong, read = [], 0
    for path in (p for p in pages if not p.startswith(tag + "/")):
        other = f"{tag}/{path}"
        if other not in pages:
            wrong.append(f"{path}: no page in {tag}")
            continue
        read += 1
        for here, there, language in ((path, other, tag), (other, path, original)):
            page = Page((Path(output) / here).read_text(encoding="utf-8"))
            href = page.switch.get(language, "")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(here), href))
            # A page that is shown under any address links to nothing.
            if path != "404.html" and target != there:
                wrong.append(f"{here}: the switch leads to {href or 'nothing'}")
            if here == path:
                continue
            if (page.html.get("lang"), page.html.get("dir")) != (tag, direction):
                wrong.append(f"{here}: the page states {page.html}")
            if path != "404.html" and not any(note in text for _, text in page.texts):
                wrong.append(f"{here}: the note on the translation is missing")
            for language, text in page.texts:
                plain = re.sub("[\u2066-\u2069\u200e\u200f]", "", text)
                if language not in (None, tag) or plain in texts:
                    continue
                plain = re.sub(r"العمود \w+ |«[^»]*»|https?:\S+|\S+\.(html|csv|json|geojson|xml|yaml|ar)\b|\b\w+_\w+\b", " ", plain)
                for word in re.findall(r"[A-Za-z][^\s،؛,;()\[\]؟:«»]*", plain):
                    word = re.sub("^al-|^Al-", "", word.strip(".’'"))
                    if re.search("[a-z]{2}", word) and word not in words:
                        wrong.append(f"{here}: “{word}” in: {text[:100]}")
    print("\n".join(wrong + [f"{read} pages in each language"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
