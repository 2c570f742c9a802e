#!/usr/bin/env python3
"""What somebody writes in an afternoon instead of a generator: the made site with minijinja and cmark.

    build.py DATA OUT     DATA holds strikes.csv, victims.csv and articles; the output is Hugo's
"""

import collections
import csv
import pathlib
import re
import sys

import cmarkgfm
import minijinja

HERE = pathlib.Path(__file__).resolve().parent
MONTHS = "January February March April May June July August September October November December".split()
COUNTS = ("killed", "injured", "children_killed")


def slug(text):
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_strikes(data):
    people = collections.defaultdict(list)
    for person in rows(data / "victims.csv"):
        people[person["strike_id"]].append(person)
    strikes = sorted(rows(data / "strikes.csv"), key=lambda row: (row["date"], row["id"]))
    for strike in strikes:
        year, month, day = strike["date"].split("-")
        strike["day"] = f"{int(day)} {MONTHS[int(month) - 1]} {year}"
        strike["month"], strike["year"] = strike["date"][:7], year
        strike["title"] = f"{strike['place']}, {strike['date']}"
        strike["url"] = f"/strikes/{strike['id']}.html"
        strike["district_url"] = f"/district/{slug(strike['district'])}.html"
        strike["grading_url"] = f"/grading/{slug(strike['grading'])}.html"
        for name in COUNTS:
            strike[name] = [int(strike[f"{name}_min"]), int(strike[f"{name}_max"])]
        strike["people"] = people[strike["id"]]
        strike["text"] = cmarkgfm.github_flavored_markdown_to_html(strike["summary"])
    return strikes


def grouped(strikes, key):
    groups = collections.defaultdict(list)
    for strike in strikes:
        groups[strike[key]].append(strike)
    return sorted(groups.items())


def sums(strikes, key):
    return [
        {"key": value, "strikes": len(group)}
        | {name: [sum(one[name][end] for one in group) for end in (0, 1)] for name in COUNTS}
        for value, group in grouped(strikes, key)
    ]


class Site:
    def __init__(self, out):
        self.out = out
        self.templates = minijinja.Environment(
            loader=lambda name: (HERE / name).read_text(encoding="utf-8")
        )

    def write(self, url, template, **values):
        path = self.out / url[1:]
        path.parent.mkdir(parents=True, exist_ok=True)
        text = self.templates.render_template(template, url=url, **values)
        path.write_text(text, encoding="utf-8")


def shown(strikes):
    wanted = ("url", "day", "place", "grading", "killed", "injured")
    return [{name: strike[name] for name in wanted} for strike in strikes]


def main():
    data, site = pathlib.Path(sys.argv[1]), Site(pathlib.Path(sys.argv[2]))
    strikes = read_strikes(data)
    for position, strike in enumerate(strikes):
        site.write(
            strike["url"],
            "strike.html",
            title=strike["title"],
            strike=strike,
            previous=shown_link(strikes, position - 1),
            following=shown_link(strikes, position + 1),
        )
    newest = strikes[::-1]
    pages = [newest[start : start + 100] for start in range(0, len(newest), 100)]
    urls = ["/strikes/index.html"] + [f"/strikes/page/{n}/index.html" for n in range(2, len(pages) + 1)]
    for number, page in enumerate(pages):
        site.write(
            urls[number],
            "list.html",
            title="Strikes",
            number=number + 1,
            count=len(pages),
            rows=shown(page),
            newer=urls[number - 1] if number else None,
            older=urls[number + 1] if number + 1 < len(urls) else None,
        )
    for kind in ("month", "district", "grading"):
        for value, group in grouped(strikes, kind):
            site.write(
                f"/{kind}/{slug(value)}.html",
                "group.html",
                title=value,
                by="Kind",
                sums=sums(group, "strike_type"),
                rows=shown(group[::-1][:100]),
            )
    articles = []
    for path in sorted((data / "articles").glob("*.md")):
        head, text = path.read_text(encoding="utf-8").split("---\n", 2)[1:]
        title = head.strip().removeprefix("title: ")
        articles.append({"title": title, "url": f"/articles/{path.stem}.html"})
        html = cmarkgfm.github_flavored_markdown_to_html(text)
        site.write(articles[-1]["url"], "article.html", title=title, text=html)
    site.write("/articles/index.html", "articles.html", title="Articles", articles=articles)
    site.write(
        "/index.html", "group.html", title="Records", by="Year", sums=sums(strikes, "year"),
        rows=shown(newest[:20]),
    )


def shown_link(strikes, position):
    if not 0 <= position < len(strikes):
        return None
    return {"url": strikes[position]["url"], "title": strikes[position]["title"]}


main()
