"""Whether the words of records stand apart from the direction of the text around them.

    directions.py mark CONTENT COLUMN…   puts an Arabic word before the cells of these columns in content/data/*.csv
    directions.py check OUTPUT           lists the places where Arabic letters of left-to-right pages are not isolated

A text is isolated inside an element that sets a direction of its own (bdi, or dir=…) and between the characters
FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, which also serve in attributes and titles.
"""

import csv
import html.parser
import pathlib
import re
import sys

WORD = "كلمة "
LETTER = re.compile(r"[\u0600-\u06ff]")
ISOLATED = re.compile("[\u2066-\u2068][^\u2069]*\u2069")
EMPTY = set("area base br col embed hr img input link meta source track wbr".split())
# Other attributes are read by no person.
READ = {"alt", "aria-label", "content", "title"}


def mark(content, columns):
    for path in sorted(pathlib.Path(content, "data").glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column in columns:
                if row.get(column):
                    row[column] = WORD + row[column]
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def leftover(text):
    """Whether Arabic letters stand in a text outside of every isolate."""
    before = None
    while before != text:
        before, text = text, ISOLATED.sub("", text)
    return LETTER.search(text) is not None


class Page(html.parser.HTMLParser):
    def __init__(self, name):
        super().__init__()
        self.name, self.stack, self.found = name, [], []

    def handle_starttag(self, tag, attributes):
        for key, value in attributes:
            if key in READ and value and leftover(value):
                self.found.append(f"{self.name}: {tag} {key}=“{value}”")
        if tag not in EMPTY:
            isolates = tag == "bdi" or any(key == "dir" for key, _ in attributes)
            self.stack.append((tag, isolates and tag != "html"))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if any(isolates for _, isolates in self.stack):
            return
        if leftover(data):
            path = " ".join(tag for tag, _ in self.stack[2:])
            self.found.append(f"{self.name}: {path}: “{data.strip()}”")


def check(output):
    pages = sorted(pathlib.Path(output).rglob("*.html"))
    found, checked, marked = [], 0, 0
    for path in pages:
        text = path.read_text(encoding="utf-8")
        if '<html lang="ar" dir="rtl">' in text:
            continue
        checked += 1
        marked += len(LETTER.findall(text)) > 0
        page = Page(str(path.relative_to(output)))
        page.feed(text)
        page.close()
        found += page.found
    print("\n".join(found))
    print(f"{checked} pages, {marked} with Arabic letters, {len(found)} not isolated")
    return 1 if found or not marked else 0


if __name__ == "__main__":
    if sys.argv[1] == "mark":
        mark(sys.argv[2], sys.argv[3:])
    else:
        sys.exit(check(sys.argv[2]))
