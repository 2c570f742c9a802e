"""Counts people again, in another language and from the rules alone, to compare with Recount.

    people.py sets                reads lists of people with the answers to selections, one JSON object a line, from
                                  standard input
    people.py site SPEC SITE OUTPUT
                                  compares the figures and lists of people of a report with the CSV files that it is
                                  made of

Exit code 0: all numbers agree; 1: they do not, one line each; anything else: the comparison itself failed.

The rules, as the guide for authors states them:
- A person whose own row states no date or place has those of the strike.
- A cell of a column with a separator holds several values, and a person is selected by any of them.
- A condition is met, not met, or open, where what would tell is not recorded. A person of whom every condition is met is
  counted; one of whom none is unmet and some are open may belong, and is stated beside the number. “!=” turns met and
  not met around.
- A blank value, or “unknown” as sex or age group, selects those of whom the fact is not recorded; month=, day= and age= those of whom no single one is.
- A date or an age in words is a span. It lies in a period if all of it does, and may if a part does.
- An age group that is not stated follows from the age. “child” and “adult” limit an age to below 18 or from 18 on.
- Conditions about the strike are met or not: a person without a strike has none of its values.
"""

import csv
import html
import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote_plus

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

from recount import Strike, is_withheld, key, run, values_of, within  # noqa: E402

OLDEST = 130
PARTS = {"months": 12, "month": 12, "weeks": 52, "week": 52, "days": 365, "day": 365}


def span_of_age(text, group):
    """The first and last age in years that a person may have had; None where nothing tells."""
    span = None
    text = text.strip().lower()
    if re.fullmatch(r"\d+", text):
        span = (int(text), int(text))
    elif match := re.fullmatch(r"(?:(?:late|early|mid)[ -])?(\d+)s", text):
        span = (int(match[1]), int(match[1]) + 9)
    elif match := re.fullmatch(r"(\d+) ?(?:\+|plus)", text):
        span = (int(match[1]), OLDEST)
    elif match := re.fullmatch(r"(\d+) ?[-–] ?(\d+)", text):
        span = (int(match[1]), int(match[2]))
    elif match := re.fullmatch(r"(\d+) (\w+)", text):
        if match[2] in PARTS:
            span = (int(match[1]) // PARTS[match[2]],) * 2
    limits = {"child": (0, 17), "adult": (18, OLDEST)}.get(group)
    if span and limits:
        both = (max(span[0], limits[0]), min(span[1], limits[1]))
        return both if both[0] <= both[1] else span
    return span or limits


def months(start, end):
    """The days from one date to another, as texts that compare."""
    last = {4: "-12-31", 7: "-31", 10: ""}[len(end)]
    return (start + {4: "-01-01", 7: "-01", 10: ""}[len(start)], end + last)


class People:
    """A list of people, with the strikes that some belong to."""

    def __init__(self, people, strikes=(), counted=(), bands=(), separators=None):
        self.separators = separators or {}
        self.people = list(people)
        self.strikes = {strike.id: strike for strike in strikes}
        self.counted = counted
        starts = list(bands)
        if starts and starts[0] != 0:
            starts.insert(0, 0)
        self.bands = [
            (start, end - 1 if end else None) for start, end in zip(starts, starts[1:] + [None])
        ]

    def strike(self, person):
        return self.strikes.get(person.get("strike_id", ""))

    def days(self, person):
        """The first and the last day; None where no date is recorded."""
        if date := person.get("date", ""):
            return months(date, date)
        strike = self.strike(person)
        return (strike.first, strike.last) if strike else None

    def fact(self, person, name):
        """A fact as one text; empty where it is not recorded, or not so exactly."""
        if name in {"day", "month", "year"}:
            days, length = self.days(person), {"day": 10, "month": 7, "year": 4}[name]
            whole = days and days[0][:length] == days[1][:length]
            return days[0][:length] if whole else ""
        if name in {"age", "age_band"}:
            span = self.age(person)
            if name == "age":
                return str(span[0]) if span and span[0] == span[1] else ""
            for start, end in self.bands:
                if span and span[0] >= start and (end is None or span[1] <= end):
                    return f"{start}..{'' if end is None else end}"
            return ""
        if name == "place":
            strike = self.strike(person)
            return person.get("place", "") or (strike.cell("place") if strike else "")
        text = person.get(name, "")
        if name == "age_group" and key(text) in {"", "unknown"}:
            span = self.age(person)
            return "" if not span else "child" if span[1] < 18 else "adult" if span[0] >= 18 else ""
        if name in {"sex", "age_group", "status"}:
            return "" if key(text) == "unknown" else key(text)
        return text

    def age(self, person):
        return span_of_age(person.get("age", ""), key(person.get("age_group", "")))

    def meets(self, person, name, values):
        """Whether a person meets a condition that is not negated; None where it is open."""
        blank = "" in values
        if name == "grading":
            strike = self.strike(person)
            grading = key(strike.cell("grading")) if strike else ""
            return any(
                bool(grading) and grading in self.counted if value == "counted" else grading == value
                for value in values
            )
        if name == "strike":
            return person.get("strike_id", "") in values
        if name in {"date", "day", "month", "year"}:
            if blank and name != "date" and not self.fact(person, name):
                return True
            days = self.days(person)
            if days is None:
                return None if not blank else False
            return self.inside(days, [value for value in values if value])
        if name in {"age", "age_band"}:
            if blank and not self.fact(person, name):
                return True
            span, wanted = self.age(person), set()
            for value in filter(None, values):
                start, dots, end = value.partition("..")
                last = end if dots else start
                wanted |= set(range(int(start or 0), int(last or OLDEST) + 1))
            if not wanted:
                return False if not self.blank(person, name) else blank or None
            if span is None:
                return None if not blank else False
            ages = set(range(span[0], span[1] + 1))
            return True if ages <= wanted else None if ages & wanted else False
        if name in {"sex", "age_group"}:
            values = ["" if key(value) == "unknown" else key(value) for value in values]
        text = self.fact(person, name)
        if text and name in self.separators:
            return not set(values).isdisjoint(values_of(text, self.separators[name]))
        if text in values:
            return True
        return False if text else None

    def blank(self, person, name):
        return not self.fact(person, name)

    @staticmethod
    def inside(days, periods):
        """Whether all days from one to another lie in some periods; None where only some do."""
        import datetime

        first = datetime.date.fromisoformat(days[0])
        year, month, day = (int(part) for part in days[1].split("-"))
        while True:
            try:
                last = datetime.date(year, month, day)
                break
            except ValueError:
                day -= 1
        found = [
            any(within(str(first + datetime.timedelta(number)), period) for period in periods)
            for number in range((last - first).days + 1)
        ]
        return True if all(found) else None if any(found) else False

    def select(self, query):
        """The positions of the people of a selection, and of those who may belong."""
        within_it, beside = [], []
        for position, person in enumerate(self.people):
            answers = []
            for term in filter(None, query.split("&")):
                name, _, values = term.partition("=")
                answer = self.meets(
                    person, name.rstrip("!"), [unquote_plus(value) for value in values.split(",")]
                )
                if name.endswith("!") and answer is not None:
                    answer = not answer
                answers.append(answer)
            if all(answers):
                within_it.append(position)
            elif False not in answers:
                beside.append(position)
        return within_it, beside


def compare_sets():
    problems, sets, selections = [], 0, 0
    for number, line in enumerate(sys.stdin):
        data = json.loads(line)
        people = People(
            data["people"],
            [Strike(row, lambda name: name) for row in data["strikes"]],
            set(data["counted"]),
            data["bands"],
        )
        sets += 1
        for query, stated in data["answers"].items():
            selections += 1
            counted = [
                sorted(people.people[position]["name"] for position in positions)
                for positions in people.select(query)
            ]
            if counted != [sorted(names) for names in stated]:
                problems.append(f"set {number}: people?{query}: {stated}, recounted {counted}")
    return problems, f"{sets} lists of people, {selections} selections"


def rows(path):
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{name: (cell or "").strip() for name, cell in row.items()} for row in csv.DictReader(file)]


def protected(row, spec):
    """What is left of a row: anonymous people keep sex, group and status, those with initials also their age."""
    how = key(row.get("protection", ""))
    if how in {"anonymous", "initials"}:
        span = span_of_age(row.get("age", ""), "")
        if not row.get("age_group") and span:
            row["age_group"] = "child" if span[1] < 18 else "adult" if span[0] >= 18 else ""
        keeps = {"strike_id", "age_group", "sex", "status"} | ({"age"} if how == "initials" else set())
        row = {name: cell if name in keeps else "" for name, cell in row.items()}
    return {name: cell for name, cell in row.items() if name in spec["public"] or name == "age_group"}


def compare_site(spec, site, output):
    tables = site / "content" / "data"
    strikes = [Strike(row, lambda name: name) for row in rows(tables / "strikes.csv")]
    listed = rows(tables / "victims.csv")
    listed = [protected(row, spec) for row in listed if not is_withheld(row, "")]
    people = People(listed, strikes, set(spec.get("counted", [])), spec.get("bands", []), spec.get("separators"))
    problems, figures, pages = [], 0, 0
    for path in sorted((output / "figures" / "people").glob("*.json")):
        figure = json.loads(path.read_text(encoding="utf-8"))
        figures += 1
        query, place = figure["selection"], f"figures/people/{path.name}"
        within_it, beside = people.select(query)
        total = figure["totals"]["people"]
        if total != {"min": len(within_it), "max": len(within_it)}:
            problems.append(f"{place}: people is {total}, recounted {len(within_it)}")
        if figure.get("may_fall", 0) != len(beside):
            problems.append(f"{place}: may hold {figure.get('may_fall', 0)}, recounted {len(beside)}")

        def names(found):
            return sorted((row.get("name") or "", row.get("age") or "") for row in found)

        if names(figure["people"]) != names(people.people[position] for position in within_it):
            problems.append(f"{place}: lists other people than those of “{query}”")
        shown = 0
        for page in sorted(path.parent.glob(re.escape(path.stem).replace("\\", "") + "*.html")):
            if not re.fullmatch(re.escape(path.stem) + r"(-\d+)?\.html", page.name):
                continue
            pages += 1
            text = page.read_text(encoding="utf-8")
            counted = text.split('id="may-fall"')[0]
            shown += len(re.findall(r'<li><span class="who">', counted))
        if spec.get("lists", True) and shown != len(within_it):
            problems.append(f"{place}: its pages list {shown} people, recounted {len(within_it)}")
    links = 0
    for page in sorted(output.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        for address, number in re.findall(r'href="([^"]*figures/people/[^"#]+)"[^>]*>([0-9,]+)<', text):
            name = Path(html.unescape(address)).with_suffix(".json").name
            # The data are the same for all languages, and stand once.
            data = output / "figures" / "people" / name
            if not data.exists():
                problems.append(f"{page.relative_to(output)}: {address} has no data")
                continue
            links += 1
            stated = json.loads(data.read_text(encoding="utf-8"))["totals"]["people"]["min"]
            if int(number.replace(",", "")) != stated:
                problems.append(f"{page.relative_to(output)}: “{number}” should be {stated} ({address})")
    lists = 0
    for page in sorted((output / "victims").glob("*.html")) if spec.get("lists", True) else []:
        lists += 1
        name = page.stem
        match = re.fullmatch(r"(none-)?(month|sex|age_group|status|cause|place)(?:-(.*))?", name)
        is_month = match and match[2] == "month" and re.fullmatch(r"\d{4}(-\d\d)?", match[3] or "")
        if re.search(r"-\d+$", name) and not is_month:
            continue
        if not match or match[3] and match[3].startswith("id-"):
            continue
        field, value = match[2], match[3] or ""
        expected = 0
        for person in people.people:
            text = people.fact(person, field)
            text = text or (people.fact(person, "year") if field == "month" else "")
            expected += text == value
        text = page.read_text(encoding="utf-8")
        stated = re.search(r'<p class="standfirst">([0-9,]+)', text)
        if not stated or int(stated[1].replace(",", "")) != expected:
            problems.append(f"victims/{page.name}: states {stated and stated[1]}, recounted {expected}")
    return problems, f"{figures} figures of people, {pages} pages, {links} links, {lists} lists"


if __name__ == "__main__":
    run(__doc__, "sets", compare_sets, compare_site)
