"""Finds every number on the pages of an English report that stands for records, and what it should be.

A number that opens a figure must be classified: a link whose measure cannot be told is a problem too, so that no
new kind of page escapes the comparison.
"""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

LABELS = {
    "strikes": "strikes", "civilians killed": "killed", "children killed": "children_killed",
    "women killed": "women_killed", "men killed": "men_killed", "civilians injured": "injured",
    "deaths conceded": "conceded_killed", "injuries conceded": "conceded_injured", "people named": "named_victims",
    "sources": "sources", "claims": "claims",
}
NOUNS = {
    "strike": "strikes", "civilian killed": "killed", "child killed": "children_killed", "woman killed": "women_killed",
    "man killed": "men_killed", "civilian injured": "injured", "death conceded": "conceded_killed",
    "injury conceded": "conceded_injured", "person named": "named_victims", "source": "sources", "claim": "claims",
}
GAP = "no strikes recorded"
COLUMNS = LABELS | {
    "killed": "killed", "injured": "injured", "named": "named_victims", "disclosed": "strikes", "not disclosed": "strikes",
}
NUMBER_WORDS = (
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "rect", "line", "path", "circle"}


def number(value):
    return f"{value:,}"


def worded_total(total, measure):
    """A total as an English page words it."""
    if total["min"] is None:
        conceded = total["strikes"] and measure.startswith("conceded")
        return "nothing conceded" if conceded else "no figure"
    if total["without_maximum"]:
        return f"at least {number(total['min'])}"
    if total["min"] == total["max"]:
        return number(total["min"])
    return f"{number(total['min'])}–{number(total['max'])}"


def worded_count(count, measure):
    """The count of one strike as an English page words it."""
    if count is None:
        return "nothing conceded" if measure.startswith("conceded") else "no figure"
    low, high = count
    if high is None:
        return f"at least {number(low)}"
    if high == 0:
        return "none"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


class Link:
    """A link to a figure, with what stands around it."""

    def __init__(self, slug, title, column, is_cell):
        self.slug, self.title, self.column, self.is_cell = slug, title, column, is_cell
        self.text, self.what = "", ""
        # On a map of totals; maps.py checks what stands beside it.
        self.is_of_map = False


class Page(HTMLParser):
    """The figures' links of one page, and its tables as rows of cells."""

    def __init__(self, path, text):
        super().__init__(convert_charrefs=True)
        self.path, self.links, self.rows = path, [], []
        self.stack, self.columns, self.row, self.link, self.numeral = [], [], None, None, None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag not in VOID:
            self.stack.append((tag, (values.get("class") or "").split()))
        if tag == "table":
            self.columns = []
        elif tag == "tr":
            self.row = {"id": values.get("id", ""), "cells": [], "strike": None, "is_foot": self.inside("tfoot")}
        elif tag in {"td", "th"} and self.row is not None:
            span = int(values.get("colspan") or 1)
            self.row["cells"].append({"text": "", "small": "", "span": span})
        elif tag == "a":
            self.open(values)

    def open(self, values):
        target = urlsplit(values.get("href") or "").path
        name = unquote(target).rpartition("/")[2].removesuffix(".html")
        if "strikes/" in target and self.row is not None and len(self.row["cells"]) == 1:
            self.row["strike"] = name
        if re.search(r"(^|/)figures/[^/]+\.html$", target) and not self.inside("nav"):
            self.link = Link(name, values.get("title") or "", self.column(), self.inside("td"))
            self.link.is_of_map = self.inside("figure", "map")
            self.links.append(self.link)

    def column(self):
        """The heading of the column that is being read."""
        if self.row is None:
            return None
        place = sum(cell["span"] for cell in self.row["cells"][:-1])
        return self.columns[place] if place < len(self.columns) else None

    def inside(self, tag, name=None):
        return any(open_tag == tag and (name is None or name in names) for open_tag, names in self.stack)

    def handle_startendtag(self, tag, attributes):
        if tag not in VOID:
            return
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        while self.stack and tag not in VOID:
            if self.stack.pop()[0] == tag:
                break
        if tag == "a":
            self.link = None
        elif tag == "tr" and self.row is not None:
            if self.inside("thead"):
                for cell in self.row["cells"]:
                    self.columns += [cell["text"].strip()] * cell["span"]
            else:
                self.row["columns"] = self.columns
                self.rows.append(self.row)
            self.row = None

    def handle_data(self, data):
        # What only screen readers say beside a number repeats the heads of its row and column.
        if self.inside("svg") or self.inside("span", "vh"):
            return
        if self.link is not None:
            if self.inside("span", "what"):
                self.link.what += data
            else:
                self.link.text += data
        if self.row is not None and self.row["cells"]:
            self.row["cells"][-1]["small" if self.inside("span", "small") else "text"] += data


class Pages:
    """All pages of a report, to be compared with recounted records."""

    def __init__(self, output, records, figures, groups):
        self.records, self.figures, self.groups = records, figures, groups
        self.pages = [
            Page(str(path.relative_to(output)), text)
            for path in sorted(output.rglob("*.html"))
            # Pages in other languages are compared with the English ones elsewhere.
            if '<html lang="en"' in (text := path.read_text(encoding="utf-8"))
        ]
        self.checked = {"links": 0, "cells": 0, "remarks": 0, "words without a number": 0}

    def summary(self):
        return ", ".join([f"{len(self.pages)} pages"] + [f"{n} {what}" for what, n in self.checked.items()])

    def problems(self):
        found = []
        for page in self.pages:
            found += [f"{page.path}: {p}" for link in page.links if (p := self.link_problem(page, link))]
            for row in page.rows:
                found += [f"{page.path}: {p}" for p in self.row_problems(page, row)]
        return found

    def measure(self, page, link):
        text = " ".join(link.text.split())
        for label, measure in LABELS.items():
            if link.title.startswith(label + ", "):
                return measure, text
        what = link.what.strip()
        if what in LABELS or what in NOUNS:
            return LABELS.get(what) or NOUNS[what], text
        if text == GAP and not link.is_cell:
            return "strikes", "0"
        if link.is_cell and link.column in COLUMNS:
            return COLUMNS[link.column], text
        match = re.fullmatch(r"([\d,]+) strikes?(, counted)?", text)
        if match:
            return "strikes", match[1]
        if page.path.startswith("claims"):
            order = [other for other in page.links if not other.is_cell].index(link)
            return ["killed", "conceded_killed"][order] if order < 2 else None, text
        if page.path == "methodology.html":
            return "killed", text
        return None, text

    def link_problem(self, page, link):
        if link.slug not in self.figures:
            return f"“{link.text}” opens the figure {link.slug}, which has no JSON file"
        if link.is_of_map:
            return None
        measure, text = self.measure(page, link)
        if measure is None:
            return f"it cannot be told what “{link.text}” counts (figures/{link.slug})"
        self.checked["links"] += 1
        total = self.figures[link.slug][measure]
        expected = worded_total(total, measure)
        if problem := self.remark_problem(link, total, measure):
            return problem
        if link.what.strip() in LABELS | NOUNS and (text in {"1", "at least 1"}) != (link.what.strip() in NOUNS):
            return f"“{text} {link.what.strip()}” is not singular or plural as it should be"
        if text == expected or (link.title and self.agrees(text, total)):
            return None
        return f"“{text}” should be “{expected}” ({measure}, figures/{link.slug})"

    def agrees(self, text, total):
        """Whether the numbers in an author's own words are those of a total."""
        numbers = [int(digits.replace(",", "")) for digits in re.findall(r"\d[\d,]*", text)]
        numbers += [NUMBER_WORDS.index(word) for word in re.findall(r"[a-z]+", text.lower()) if word in NUMBER_WORDS]
        if not numbers:
            self.checked["words without a number"] += 1
            return True
        low, high = total["min"] or 0, total["max"] or 0
        return numbers in ([low, high], [low], [high])

    def remark_problem(self, link, total, measure):
        """What the title of a link says of the strikes that add nothing to its number."""
        if not any(link.title.startswith(label + ", ") for label in LABELS):
            return None
        own = r"nothing conceded for ([\d,]+) strikes?" if measure.startswith("conceded") else None
        stated = re.search(own or r"([\d,]+) strikes? ha(?:s|ve) no figure", link.title)
        found = int(stated[1].replace(",", "")) if stated else 0
        if found != total["unknown"]:
            return f"“{link.title}” should speak of {total['unknown']} unknown ({measure})"
        self.checked["remarks"] += 1
        return None

    def row_problems(self, page, row):
        """Cells that state counts or totals without a link, and what stands small beside a number."""
        columns = row["columns"]
        place = 0
        slug = page.path.removeprefix("figures/").removesuffix(".html")
        slug = slug if slug in self.figures else re.sub(r"-\d+$", "", slug)
        own = self.figures.get(slug) if page.path.startswith("figures/") else None
        if own and row["id"].startswith("m-"):
            yield from self.sum_problems(row, own[row["id"].removeprefix("m-")], row["id"].removeprefix("m-"))
            return
        strike = self.records.by_id.get(row["strike"] or "")
        counts = strike.counts if strike else self.records.claimed.get(row["id"].removeprefix("claim-"))
        for cell in row["cells"]:
            column = columns[place] if place < len(columns) else None
            place += cell["span"]
            measure = COLUMNS.get(column or "")
            if measure is None or cell is row["cells"][0]:
                continue
            text = " ".join(cell["text"].split())
            if counts and measure in counts and not row["is_foot"]:
                self.checked["cells"] += 1
                expected = worded_count(counts[measure], measure)
                if text != expected and text not in self.stated_elsewhere(strike, measure):
                    yield f"{row['strike'] or row['id']}: “{text}” should be “{expected}” ({measure})"
            elif own and row["is_foot"]:
                self.checked["cells"] += 1
                expected = worded_total(own[measure], measure)
                if text != expected:
                    yield f"the total “{text}” should be “{expected}” ({measure})"
                unknown = re.search(r"([\d,]+) unknown", cell["small"])
                stated = int(unknown[1].replace(",", "")) if unknown else 0
                if not measure.startswith("conceded") and expected != "no figure" and stated != own[measure]["unknown"]:
                    yield f"“{cell['small']}” should speak of {own[measure]['unknown']} unknown ({measure})"

    def stated_elsewhere(self, strike, measure):
        """Where a strike without a number of its own shares that of another, its cell may say of which."""
        if strike is None or strike.counts[measure] is not None:
            return []
        group = next(group for group, measures in self.groups.items() if measure in measures)
        other = self.records.stated_at(strike, group)
        return [] if other == strike.id else [f"in {other}"]

    def sum_problems(self, row, total, measure):
        """The sums of a figure's page: minimum, maximum, and how many have no figure."""
        self.checked["cells"] += 1
        texts = [" ".join(cell["text"].split()) for cell in row["cells"][1:]]
        if total["min"] is None:
            expected = [worded_total(total, measure)]
        else:
            expected = [number(total["min"]), "no maximum" if total["without_maximum"] else number(total["max"])]
        if texts[:-1] != expected:
            yield f"the sum {texts[:-1]} should be {expected} ({measure})"
        if (texts[-1] or "0") not in {number(total["unknown"]), "none" if total["unknown"] == 0 else ""}:
            yield f"“{texts[-1]}” should be {total['unknown']} without a figure ({measure})"
