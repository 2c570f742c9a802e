"""Counts the records again, in another language and from the rules alone, to compare with Recount.

    recount.py totals             reads data sets with their totals, one JSON object a line, from standard input
    recount.py site SPEC SITE OUTPUT
                                  compares every number of a report with the CSV files that it is made of

Exit code 0: all numbers agree; 1: they do not, one line each; anything else: the comparison itself failed.

The rules, as the report's own methodology states them:
- A strike without a published number is unknown: it adds nothing, and is counted as unknown.
- A total is the sum of minima and the sum of maxima; a number without a maximum adds its minimum to both and is counted.
  Where strikes are selected and none has a number there is no total; of no strikes at all it is zero.
- A strike that is part of another adds nothing where the other, or one that includes the other, is selected as well.
- Strikes that share one published figure add it once: at the strike that states it when that is selected and has a
  number, else at the first of them, by first day and then id, that has one.
- A strike is in a period when every day on which it may have happened is; when only some are, it may fall in the
  period, and is stated beside the figure.
- Records that are withheld, by protection, consent or its last day, are in no total; anonymous people are counted.
- A cell of a column with a separator holds several values. A strike is selected by any of them.
- Where a value of an own column is rare, it is left out, and so are others until a total gives nobody away.
- Children, women and men go with the killed; deaths and injuries conceded go together.
"""

import calendar
import csv
import datetime
import json
import re
import sys
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import unquote_plus

sys.dont_write_bytecode = True

GROUPS = {
    "killed": ["killed", "children_killed", "women_killed", "men_killed"],
    "injured": ["injured"],
    "conceded": ["conceded_killed", "conceded_injured"],
}
PEOPLE = [measure for measures in GROUPS.values() for measure in measures]
KEYS = {"attribution", "strike_status", "military_assessment", "location_precision"}


def key(word):
    """A word of a short list as it is compared: spellings differ in capitals, spaces and hyphens."""
    return re.sub(r"[ _\-\u00a0]+", "-", word.lower()).strip("-")


def read_count(text):
    """A count as (minimum, maximum): 3, 3–8, 10+; None is unknown."""
    if text == "":
        return None
    match = re.fullmatch(r"(\d+)(?:([-–])(\d+)|(\+))?", text)
    if not match:
        raise ValueError(f"not a count: {text!r}")
    low = int(match[1])
    return (low, None if match[4] else int(match[3] or low))


def values_of(cell, separator):
    """The values in a cell."""
    parts = cell.split(separator) if separator else [cell]
    return [" ".join(part.split()) for part in parts if part.strip()]


class Strike:
    """One row, with what the totals need of it."""

    def __init__(self, row, column, declared=(), separators=None):
        self.row = row
        self.separators = separators or {}
        self.cell = lambda name: row.get(column(name), "").strip()
        self.id = self.cell("id")
        date, precision = self.cell("date"), key(self.cell("date_precision"))
        self.precision = precision or {4: "year", 7: "month"}.get(len(date), "day")
        self.first = (date + "-01-01")[:10] if len(date) < 10 else date
        if self.precision == "year":
            self.first = date[:4] + "-01-01"
        elif self.precision == "month":
            self.first = date[:7] + "-01"
        self.last = self.last_day(date)
        self.counts = {measure: self.count(measure) for measure in [*PEOPLE, *declared]}
        self.part_of = self.cell("part_of")
        self.shared = {group: self.cell(f"{group}_shared_with") for group in GROUPS}

    def values(self, name):
        """The values of a column: one, or several where the column has a separator; none where the cell is blank."""
        return values_of(self.cell(name), self.separators.get(name))

    def days(self):
        """Every day on which it may have happened."""
        if self.first == self.last:
            return [self.first]
        first, last = datetime.date.fromisoformat(self.first), datetime.date.fromisoformat(self.last)
        return [str(first + datetime.timedelta(number)) for number in range((last - first).days + 1)]

    def last_day(self, date):
        """The last day on which it may have happened."""
        end = self.cell("date_end") or date
        if self.precision == "year":
            end = date[:4]
        elif self.precision == "month":
            end = date[:7]
        if len(end) == 4:
            end += "-12"
        if len(end) == 7:
            end += f"-{calendar.monthrange(int(end[:4]), int(end[5:]))[1]}"
        return end

    def count(self, measure):
        low, high = self.cell(f"{measure}_min"), self.cell(f"{measure}_max")
        if low or high:
            return (int(low or 0), int(high) if high else None) if low else (0, int(high))
        return read_count(self.cell(measure))


def within(day, period):
    """Whether a day lies in a year, month, day or period, whose ends may be open."""
    start, _, end = period.partition("..") if ".." in period else (period, "", period)
    return (not start or day[:len(start)] >= start) and (not end or day[:len(end)] <= end)


# How many decimals of a degree are published of a point, by how exactly the place is known.
DECIMALS = {
    "exact": 6, "exact-location": 6, "within-1m": 6, "within-100m": 4, "nearby-landmark": 4, "street": 4,
    "neighbourhood": 3, "neighbourhood-area": 3, "village": 3, "town": 2, "city": 2, "region": 1,
}


def round_half_up(number, decimals):
    """A number with at most so many decimals, half of the last one rounded away from zero."""
    if -number.as_tuple().exponent <= decimals:
        return number
    return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def lies_within(strike, area):
    """Whether a strike’s point as published lies in an area, up to its northern and eastern edges; in none without a point."""
    decimals = DECIMALS.get(key(strike.cell("location_precision") or strike.cell("location.precision")), 6)
    try:
        point = [Decimal(strike.cell(name)) for name in ("latitude", "longitude")]
    except InvalidOperation:
        return not area
    point = [round_half_up(degrees, decimals) for degrees in point]
    if not area:
        return False
    edges = [[Decimal(edge) for edge in side.split("..")] for side in area.split("/")]
    return all(
        low <= degrees < high or degrees == high == limit
        for degrees, (low, high), limit in zip(point, edges, (90, 180))
    )


class Records:
    """The records of one site, joined by strike."""

    def __init__(self, strikes, counted=None, victims=(), sources=(), claims=(), disclosures=()):
        self.strikes = sorted(strikes, key=lambda strike: (strike.first, strike.id.encode()))
        self.by_id = {strike.id: strike for strike in self.strikes}
        self.counted = counted
        self.victims, self.sources, self.claims = list(victims), list(sources), list(claims)
        self.claimed = {}
        # The site’s own measures, each with the group of the built-in measure of which it is a part, or None.
        self.declared = {}
        self.facts = {strike.id: set() for strike in self.strikes}
        for strike, fact in disclosures:
            if strike in self.facts:
                self.facts[strike].add(key(fact))

    def select(self, query, possible=False):
        """The strikes of a selection as an author writes it; with `possible` also those that may belong to it."""
        chosen = self.strikes
        for term in filter(None, query.split("&")):
            name, _, values = term.partition("=")
            negated = name.endswith("!")
            name, values = name.rstrip("!"), [unquote_plus(value) for value in values.split(",")]
            chosen = [s for s in chosen if self.meets(s, name, values, negated, possible)]
        return chosen

    def may_fall(self, query):
        """The ids of the strikes that may belong to a selection, and are not known to."""
        known = {strike.id for strike in self.select(query)}
        return [strike.id for strike in self.select(query, possible=True) if strike.id not in known]

    def meets(self, strike, name, values, negated, possible):
        if name in {"date", "year", "month", "day"}:
            periods = [value for value in values if value]
            days = strike.days()
            inside = sum(any(within(day, period) for period in periods) for day in days)
            blank = "" in values and self.has_no(strike, name)
            if blank or inside == len(days):
                return not negated
            if inside:
                return possible
            return negated
        return any(self.has(strike, name, value) for value in values) != negated

    def has(self, strike, name, value):
        if name == "id":
            return strike.id == value
        if name == "grading":
            grading = key(strike.cell("grading"))
            return grading in self.counted if value == "counted" else grading == value
        if name == "within":
            return lies_within(strike, value)
        if name == "disclosed":
            return value in self.facts[strike.id] if value else not self.facts[strike.id]
        if name in strike.separators:
            return value in strike.values(name) if value else not strike.values(name)
        cell = strike.cell(name)
        return (key(cell) if name in KEYS else cell) == value

    @staticmethod
    def has_no(strike, name):
        """Whether a strike has no single day, month or year."""
        length = {"day": 10, "month": 7, "year": 4}.get(name, 0)
        return strike.first[:length] != strike.last[:length]

    def is_included(self, strike, chosen):
        """Whether a selected strike is part of another that is selected, at any distance."""
        seen, whole = {strike.id}, strike.part_of
        while whole and whole in self.by_id and whole not in seen:
            if whole in chosen:
                return True
            seen.add(whole)
            whole = self.by_id[whole].part_of
        return False

    def stated_at(self, strike, group):
        """The strike that states the figure that this one shares; itself when it shares none."""
        seen, root = {strike.id}, strike
        while root.shared[group] in self.by_id and root.shared[group] not in seen:
            root = self.by_id[root.shared[group]]
            seen.add(root.id)
        return root.id

    def adding(self, selected):
        """For each group of counts, the ids of the selected strikes that add theirs."""
        chosen = {strike.id for strike in selected}
        whole = [strike for strike in selected if not self.is_included(strike, chosen)]
        adding = {"strikes": {strike.id for strike in whole}}
        for group, measures in GROUPS.items():
            families = {}
            for strike in whole:
                families.setdefault(self.stated_at(strike, group), []).append(strike)
            adding[group] = set()
            for root, family in families.items():
                parts = measures + [measure for measure, whole in self.declared.items() if whole == group]
                known = [s for s in family if any(s.counts[measure] for measure in parts)] or family
                adding[group].add(next((s for s in known if s.id == root), known[0]).id)
        return adding

    def totals(self, selected):
        """Every measure over selected strikes, as figures/*.json writes them."""
        adding = self.adding(selected)
        chosen = {strike.id for strike in selected}
        totals = {"strikes": things(len(adding["strikes"]))}
        for group, measures in GROUPS.items():
            for measure in measures:
                totals[measure] = total([s.counts[measure] for s in selected if s.id in adding[group]])
        for measure, group in self.declared.items():
            totals[measure] = total([s.counts[measure] for s in selected if s.id in adding[group or "strikes"]])
        totals["named_victims"] = things(sum(strike in chosen for strike in self.victims))
        totals["sources"] = things(sum(strike in chosen for strike in self.sources))
        totals["claims"] = things(sum(not chosen.isdisjoint(scope) for scope in self.claims))
        return totals


def total(counts):
    """A sum of counts; it has no ends where no count is known, and so none over no strikes at all."""
    known = [count for count in counts if count is not None]
    return {
        "min": sum(low for low, _ in known) if known else None,
        "max": sum(low if high is None else high for low, high in known) if known else None,
        "strikes": len(counts),
        "unknown": len(counts) - len(known),
        "without_maximum": sum(high is None for _, high in known),
    }


def as_stated(total):
    """A total as files state it: a sum that holds a count without a maximum has none either."""
    if not total or not total["without_maximum"]:
        return total
    return total | {"max": None, "open": True}


def things(number):
    return {"min": number, "max": number, "strikes": number, "unknown": 0, "without_maximum": 0}


def is_withheld(row, as_of):
    """Whether a record is withheld: by its protection, a consent that was refused, or one that has ended."""
    until = row.get("until") or ""
    return (
        key(row.get("protection") or "") not in {"", "anonymous", "initials"}
        or key(row.get("consent") or "") not in {"", "yes"}
        or bool(until and as_of and until < as_of)
    )


def coarsen(strike, text):
    """Makes a date as coarse as a cell says, and removes a point that is not shown."""
    for part in filter(None, text.split(";")):
        fact, how = (word.strip() for word in part.split(":"))
        if fact == "date":
            length = {"month": 7, "year": 4}[how]
            first, last = strike.first[:length], strike.last[:length]
            strike.first = (first + "-01-01")[:10]
            month = last if length == 7 else last + "-12"
            strike.last = f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:7]))[1]}"
        elif how == "omit":
            for name in ["latitude", "longitude"] if fact == "coordinates" else [fact]:
                strike.row[name] = ""


def leave_out_rare(strikes, column, minimum, counted, victims):
    """Leaves out the values of an own column that too few people share, and others until the rest tells nothing."""
    people = [measure for measure in PEOPLE if not measure.startswith("conceded")]

    def holds(strike, values):
        """Whether a strike is in the row of a value, or, with the blank, of no value that stays."""
        own = strike.values(column)
        return set(own) <= values if "" in values else not values.isdisjoint(own)

    def is_small(values, counts):
        chosen = [s for s in strikes if holds(s, values) and (not counts or key(s.cell("grading")) in counted)]
        own = [s for s in chosen if not s.part_of and not any(s.shared.values())]
        sums = {m: sum(s.counts[m][0] for s in own if s.counts[m]) for m in people}
        unknown = [s for s in chosen if not s.counts["killed"]]
        known = sums["killed"] + sums["injured"] + sum(victims.count(s.id) for s in unknown)
        return any(0 < number < minimum for number in sums.values()) or bool(unknown and known < minimum)

    def rare(values):
        return is_small(values, True) or is_small(values, False)

    def size(value):
        chosen = [s for s in strikes if value in s.values(column) and not s.part_of and not any(s.shared.values())]
        return sum(s.counts[m][0] for s in chosen for m in ("killed", "injured") if s.counts[m])

    values = {value for strike in strikes for value in strike.values(column)}
    hidden = {value for value in values if rare({value})}
    for value in sorted(values - hidden, key=lambda value: (size(value), value)):
        if not hidden or not rare(hidden | {""}):
            break
        hidden.add(value)
    for strike in strikes:
        kept = [value for value in strike.values(column) if value not in hidden]
        strike.row[column] = (strike.separators.get(column) or "").join(kept)


def read_site(spec, site):
    """The records of a site's CSV files; the spec says in JSON which gradings count and how columns are named."""
    names = spec.get("columns", {})
    missing, words = spec.get("missing", []), spec.get("words", {})

    def rows(kind):
        path = site / "content" / spec.get("files", {}).get(kind, f"data/{kind}.csv")
        if not path.exists():
            return []
        with open(path, encoding="utf-8-sig", newline="") as file:
            found = list(csv.DictReader(file))
        def cell(text):
            return "" if text in missing else words.get(text, text)
        return [{name: cell(text) for name, text in row.items()} for row in found]

    separators = spec.get("separators", {})
    strikes = [Strike(row, lambda name: names.get(name, name), (), separators) for row in rows("strikes")]
    claims = rows("claims")
    link = spec.get("strike_id", "strike_id")
    as_of = spec.get("as_of", "")
    hidden = {strike.id for strike in strikes if is_withheld(strike.row, as_of)}
    strikes = [strike for strike in strikes if strike.id not in hidden and not strike.cell("left_out")]
    counted = {key(grading) for grading in spec["counted"]}
    for strike in strikes:
        strike.part_of = "" if strike.part_of in hidden else strike.part_of
        strike.shared = {group: "" if other in hidden else other for group, other in strike.shared.items()}
        coarsen(strike, spec.get("coarsen", {}).get(key(strike.cell("grading")), ""))
        coarsen(strike, strike.cell("coarsen"))
    victims, sources = (
        [row[link] for row in rows(kind) if not is_withheld(row, as_of) and row[link] not in hidden]
        for kind in ("victims", "sources")
    )
    claims = [row for row in claims if not is_withheld(row, as_of)]
    scopes = [(row, re.split(r"\s*;\s*", row["scope"])) for row in claims]
    scopes = [(row, ids) for row, ids in scopes if not hidden.issuperset(ids)]
    claims = [row for row, _ in scopes]
    for column in spec.get("grouped", []):
        leave_out_rare(strikes, column, spec["minimum_cell"], counted, victims)
    records = Records(
        strikes,
        counted,
        victims,
        sources,
        [[strike for strike in ids if strike not in hidden] for _, ids in scopes],
        [(row[link], row["fact"]) for row in rows("disclosures") if row[link] not in hidden],
    )
    records.claimed = {row["id"]: Strike(row, lambda name: name).counts for row in claims}
    return records


def compare_totals():
    """Data sets made at random: every selection's totals, as Swift has them and as counted here."""
    problems, sets, selections = [], 0, 0
    for number, line in enumerate(sys.stdin):
        data = json.loads(line)
        records = Records(
            [Strike(row, lambda name: name, data["declared"]) for row in data["strikes"]],
            set(data["counted"]),
            data["victims"],
            disclosures=data["disclosures"],
        )
        records.declared = data["declared"]
        sets += 1
        for query, stated in data.get("may_fall", {}).items():
            counted = records.may_fall(query)
            if counted != stated:
                problems.append(f"set {number}: {query} may hold {stated}, recounted {counted}")
        for query, stated in data["totals"].items():
            selections += 1
            counted = records.totals(records.select(query))
            for measure, values in stated.items():
                if counted[measure] != values:
                    problems.append(f"set {number}: {measure}?{query}: {values}, recounted {counted[measure]}")
    return problems, f"{sets} data sets, {selections} selections"


def compare_site(spec, site, output):
    """A built report: the figures' files, then every number on every page."""
    from maps import map_problems
    from pages import Pages

    records = read_site(spec, site)
    problems, figures = [], {}
    for path in sorted((output / "figures").glob("*.json")):
        figure = json.loads(path.read_text(encoding="utf-8"))
        selected = records.select(figure["selection"])
        totals, adding = records.totals(selected), records.adding(selected)
        figures[path.stem] = totals
        place = f"figures/{path.name}"
        for measure in totals.keys() | figure["totals"].keys():
            stated, expected = figure["totals"].get(measure), as_stated(totals.get(measure))
            if stated != expected:
                problems.append(f"{place}: {measure} is {stated}, recounted {expected}")
        undecided = records.may_fall(figure["selection"])
        if undecided != figure.get("may_fall", []):
            problems.append(f"{place}: may hold {figure.get('may_fall')}, recounted {undecided}")
        if [strike.id for strike in selected] != [row["id"] for row in figure["strikes"]]:
            problems.append(f"{place}: lists other strikes than those of “{figure['selection']}”")
            continue
        for strike, row in zip(selected, figure["strikes"]):
            for group, measures in GROUPS.items():
                for measure in measures:
                    low, high = strike.counts[measure] or (None, None)
                    expected = {"min": low, "max": high, "is_added": strike.id in adding[group]}
                    if low is not None and high is None:
                        expected["open"] = True
                    if row[measure] != expected:
                        problems.append(f"{place}: {strike.id} {measure} is {row[measure]}, not {expected}")
    pages = Pages(output, records, figures, GROUPS)
    problems += pages.problems()
    of_map, placed = map_problems(output / "index.html", records.select("grading=counted" if records.counted else ""), figures)
    problems += of_map
    return problems, f"{len(figures)} figures, {pages.summary()}, {placed} strikes on the map"


def run(usage, all_sets, compare_sets, compare_site):
    """Compares what the arguments name, prints the problems, and ends with 1 if there are any.

    The arguments are the word `all_sets`, or `site`, a file of JSON and two folders for `compare_site`.
    """
    if sys.argv[1:] == [all_sets]:
        problems, checked = compare_sets()
    elif len(sys.argv) == 5 and sys.argv[1] == "site":
        spec = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
        problems, checked = compare_site(spec, Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        sys.exit(usage)
    for problem in problems[:100]:
        print(problem)
    print(f"{checked}: {len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    run(__doc__, "totals", compare_totals, compare_site)
