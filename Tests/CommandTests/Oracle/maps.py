"""Finds the strikes of the map on an English landing page, and compares them with the records.

Every strike with a place is under a number, has a mark of its own, or is said not to be drawn; each once. A number
is that of the strikes in the list that it opens. On a map of totals, every strike is in one of them.
"""

import re
from urllib.parse import unquote

from pages import worded_total


def has_place(strike):
    """Whether a strike has coordinates on the globe."""
    try:
        latitude, longitude = float(strike.cell("latitude")), float(strike.cell("longitude"))
    except ValueError:
        return False
    return abs(latitude) <= 90 and abs(longitude) <= 180


def ids(html):
    """The ids of the strikes to which a piece of a page links."""
    return re.findall(r'href="(?:\.\./)*strikes/([^"]+)\.html"', html)


def total_problems(page, totals, figures, strikes):
    """What is wrong with the totals of a map: each with its figure, and all of them with the number of strikes."""
    problems, shown = [], 0
    for slug, text in totals.items():
        total = figures[unquote(slug)]
        number, killed = total["strikes"]["min"], worded_total(total["killed"], "killed")
        shown += number
        if not re.match(rf"{number:,} strikes?, {re.escape(killed)} ", text):
            problems.append(f"{page}: “{text}” should begin with {number:,} strikes, {killed} (figures/{slug})")
    if shown != strikes:
        problems.append(f"{page}: the totals of the map have {shown} strikes of {strikes}")
    return problems, shown


def map_problems(path, selected, figures):
    """What is wrong with the map of a page, and how many strikes it has; no map is no problem here."""
    text = path.read_text(encoding="utf-8")
    found = re.search(r'<figure class="map">(.*?)</figure>', text, re.DOTALL)
    if not found:
        return [], 0
    drawing, _, lists = found[1].partition("</svg></div>")
    totals = dict(re.findall(r'<li><a href="figures/([^"]+)\.html">.*?</a>: (.*?)</li>', lists))
    if totals:
        return total_problems(path.name, totals, figures, len(selected))
    numbers = dict(
        re.findall(r'<a class="cluster [^>]*href="#([^"]+)".*?<text[^>]*>([\d,]+)</text></a>', drawing)
    )
    clusters = {
        name: ids(items) for name, items in re.findall(r'<ul class="all" id="([^"]+)">(.*?)</ul>', lists, re.DOTALL)
    }
    problems = []
    if numbers.keys() != clusters.keys():
        problems.append(f"{path.name}: the map has the numbers {sorted(numbers)} and the lists {sorted(clusters)}")
    for name, members in clusters.items():
        if f"{len(members):,}" != numbers.get(name):
            problems.append(f"{path.name}: {name} is {numbers.get(name)} and lists {len(members)} strikes")
    shown, expected = sorted(ids(lists)), sorted(strike.id for strike in selected if has_place(strike))
    if shown != expected:
        problems.append(f"{path.name}: the map lists {len(shown)} strikes, and {len(expected)} have a place")
    singles = [name for name in shown if all(name not in members for members in clusters.values())]
    marks = re.findall(r'<a class="(?:point|area|city)" href="strikes/([^"]+)\.html"', drawing)
    undrawn = set(ids("".join(re.findall(r'<a class="city" href=[^>]*>', lists))))
    missing = set(singles) - set(marks) - undrawn
    if missing:
        problems.append(f"{path.name}: the map has no mark for {sorted(missing)}")
    return problems, len(shown)
