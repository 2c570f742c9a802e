#!/usr/bin/env python3
"""Makes a site of any size out of nothing, the same every time.

    made_site.py STRIKES FIGURES FOLDER [--map] [--unnamed]

Strikes over ten years in 40 districts, three people a strike, 40 articles, and FIGURES links to
different figures in them. The templates are those of this repository. With --map the places are known exactly, so that
a map draws them; with --unnamed they have coordinates and no names.
"""

import csv
import datetime
import pathlib
import random
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GRADINGS = ["confirmed", "fair", "weak", "contested"]
KINDS = ["Airstrike", "Artillery", "Drone strike", "Missile", "Mortar", 'IED "improvised"', ""]
WORDS = (
    "the of and in residential building family market road hospital school reported evening night "
    "hours after second attack destroyed house images published network monitors said unclear "
    "accounts later revised officials outskirts village bridge vehicle bakery shelter"
).split()
STRIKE_COLUMNS = (
    "id date place district latitude longitude belligerent strike_type grading killed_min "
    "killed_max injured_min injured_max children_killed_min children_killed_max summary"
).split()
VICTIM_COLUMNS = "strike_id name age sex note".split()
SITE = """\
title: A made site
language: en
gradings:
  confirmed: {label: Confirmed, counted: true, means: Several sources agree.}
  fair: {label: Fair, counted: true, means: Two sources agree.}
  weak: {label: Weak, counted: false, means: There is one source.}
  contested: {label: Contested, counted: false, means: Sources contradict each other.}
summaries: [month, district, grading]
"""


def sentences(chance, count):
    return " ".join(" ".join(chance.choices(WORDS, k=12)).capitalize() + "." for _ in range(count))


def codebook(has_map):
    text = "resources:\n"
    for name, columns in (("strikes", STRIKE_COLUMNS), ("victims", VICTIM_COLUMNS)):
        text += f"  - name: {name}\n    path: data/{name}.csv\n    schema:\n      fields:\n"
        for column in columns:
            role = column.replace("_min", ".min").replace("_max", ".max")
            text += f"        - {{name: {column}, type: string, public: true, role: {role}}}\n"
        if has_map and name == "strikes":
            text += "    roles: {location.precision: {constant: exact}}\n"
    return text


def write_records(folder, count, chance, is_named):
    first = datetime.date(2014, 1, 1)
    with open(folder / "strikes.csv", "w", newline="", encoding="utf-8") as strikes, open(
        folder / "victims.csv", "w", newline="", encoding="utf-8"
    ) as victims:
        rows, people = csv.writer(strikes), csv.writer(victims)
        rows.writerow(STRIKE_COLUMNS)
        people.writerow(VICTIM_COLUMNS)
        for number in range(1, count + 1):
            name = f"s{number:06d}"
            date = first + datetime.timedelta(days=chance.randrange(3650))
            district = chance.randrange(40)
            place = f"Place {chance.randrange(30)}, district {district}"
            least = chance.choice([0, 3, 3, 4, 5, 8, 13])
            most = least + chance.choice([0, 0, 1, 5])
            rows.writerow(
                [name, date]
                + ([place, f"District {district}"] if is_named else ["", ""])
                + [f"{33 + 4 * chance.random():.5f}"]
                + [f"{36 + 9 * chance.random():.5f}", "Coalition", chance.choice(KINDS)]
                + [chance.choice(GRADINGS), least, most, 0, most, 0, min(least, 2)]
                + [sentences(chance, 5)]
            )
            for person in range(min(3, least)):
                age = chance.choice(["", 7, 40])
                people.writerow([name, f"Person {person} of {name}", age, "female", ""])


def selections(count, chance):
    """Different selections: the months of each grading, and the districts in each year and grading."""
    months = [f"{year}-{month:02d}" for year in range(2014, 2024) for month in range(1, 13)]
    by_month = [f"month={month}&grading={grading}" for month in months for grading in GRADINGS]
    by_district = [
        f"district=District+{district}&date={year}&grading={grading}"
        for district in range(40)
        for year in range(2014, 2024)
        for grading in GRADINGS
    ]
    return chance.sample(by_month + by_district, count)


def write_articles(folder, figures, chance):
    chosen = selections(figures, chance)
    for number in range(40):
        text = f"---\ntitle: Part {number + 1}\n---\n\n"
        for section in range(6):
            text += f"## Section {section + 1}\n\n{sentences(chance, 9)}\n\n"
        for query in chosen[number::40]:
            text += f"The records say [](figure:killed?{query}).\n\n"
        (folder / f"part-{number + 1}.md").write_text(text, encoding="utf-8")


def main():
    strikes, figures, folder = int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
    options = sys.argv[4:]
    shutil.rmtree(folder, ignore_errors=True)
    content = folder / "content"
    (content / "data").mkdir(parents=True)
    (content / "site.yaml").write_text(SITE, encoding="utf-8")
    (content / "datapackage.yaml").write_text(codebook("--map" in options), encoding="utf-8")
    chance = random.Random(strikes)
    write_records(content / "data", strikes, chance, "--unnamed" not in options)
    write_articles(content, figures, chance)
    shutil.copytree(ROOT / "templates", folder / "templates")


main()
