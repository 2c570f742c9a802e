#!/usr/bin/env python3
"""Makes a site of any size out of nothing, the same every time.

    made_site.py STRIKES FIGURES FOLDER [OPTION…]

Strikes over ten years in 40 districts, three people a strike, 40 articles, and FIGURES links to
different figures in them. The templates are those of this repository. Options make other records:

    --map         places are known exactly, so that a map draws them
    --unnamed     places have coordinates and no names
    --long        a summary has 60 sentences instead of 5
    --people N    N people a strike, and as many killed
    --articles N  N articles of 200 KB each
    --arabic      summaries, places and names in Arabic, and the report too
    --columns N   N columns of the investigators' own in the table of strikes
    --documented  two sources and a claim for each strike, a private column, and files in media/
"""

import argparse
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
ARABIC_WORDS = (
    "من في على حي سكني عائلة سوق طريق مستشفى مدرسة ليلة مساء ساعات بعد غارة ثانية دمرت منزل صور "
    "نشرت شبكة مراقبون قالوا غير واضح روايات لاحقا مسؤولون أطراف قرية جسر سيارة مخبز ملجأ"
).split()
STRIKE_COLUMNS = (
    "id date place district latitude longitude belligerent strike_type grading killed_min "
    "killed_max injured_min injured_max children_killed_min children_killed_max summary"
).split()
PEOPLE = 3
VICTIM_COLUMNS = "strike_id name age sex note".split()
SOURCE_COLUMNS = "id strike_id publisher title url".split()
CLAIM_COLUMNS = "id scope claimant date killed_min killed_max statement".split()
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>\n'
SITE = """\
title: A made site
language: {language}
gradings:
  confirmed: {{label: Confirmed, counted: true, means: Several sources agree.}}
  fair: {{label: Fair, counted: true, means: Two sources agree.}}
  weak: {{label: Weak, counted: false, means: There is one source.}}
  contested: {{label: Contested, counted: false, means: Sources contradict each other.}}
summaries: [month, district, grading]
"""


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("strikes", type=int)
    parser.add_argument("figures", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    for flag in ("--map", "--unnamed", "--long", "--arabic", "--documented"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--columns", type=int, default=0)
    return parser.parse_args()


class Maker:
    def __init__(self, chosen):
        self.chosen = chosen
        self.chance = random.Random(chosen.strikes)
        self.words = ARABIC_WORDS if chosen.arabic else WORDS
        self.own = [f"own_{number}" for number in range(1, chosen.columns + 1)]

    def sentences(self, count):
        return " ".join(
            " ".join(self.chance.choices(self.words, k=12)).capitalize() + "." for _ in range(count)
        )

    def codebook(self):
        text = "resources:\n"
        tables = [("strikes", STRIKE_COLUMNS), ("victims", VICTIM_COLUMNS)]
        if self.chosen.documented:
            tables += [("sources", SOURCE_COLUMNS), ("claims", CLAIM_COLUMNS)]
        for name, columns in tables:
            text += f"  - name: {name}\n    path: data/{name}.csv\n    schema:\n      fields:\n"
            for column in columns:
                role = column.replace("_min", ".min").replace("_max", ".max")
                text += f"        - {{name: {column}, type: string, public: true, role: {role}}}\n"
            if name == "strikes":
                for column in self.own:
                    title = column.replace("_", " ").capitalize()
                    text += f"        - {{name: {column}, type: string, public: true, title: {title}}}\n"
                if self.chosen.documented:
                    text += "        - {name: contact, type: string}\n"
                if self.chosen.map:
                    text += "    roles: {location.precision: {constant: exact}}\n"
        return text

    def place(self, district):
        """A place and its district, by their names."""
        if self.chosen.unnamed:
            return ["", ""]
        number = self.chance.randrange(30)
        if self.chosen.arabic:
            return [f"حي {number} في منطقة {district}", f"منطقة {district}"]
        return [f"Place {number}, district {district}", f"District {district}"]

    def person(self, number, strike):
        return f"شخص {number} من {strike}" if self.chosen.arabic else f"Person {number} of {strike}"

    def write_records(self, folder):
        chance = self.chance
        first = datetime.date(2014, 1, 1)
        with open(folder / "strikes.csv", "w", newline="", encoding="utf-8") as strikes, open(
            folder / "victims.csv", "w", newline="", encoding="utf-8"
        ) as victims:
            rows, people = csv.writer(strikes), csv.writer(victims)
            private = ["contact"] if self.chosen.documented else []
            rows.writerow(STRIKE_COLUMNS + self.own + private)
            people.writerow(VICTIM_COLUMNS)
            for number in range(1, self.chosen.strikes + 1):
                name = f"s{number:06d}"
                date = first + datetime.timedelta(days=chance.randrange(3650))
                place = self.place(chance.randrange(40))
                least = chance.choice([0, 3, 3, 4, 5, 8, 13])
                if self.chosen.people > PEOPLE:
                    least = max(least, self.chosen.people)
                most = least + chance.choice([0, 0, 1, 5])
                rows.writerow(
                    [name, date]
                    + place
                    + [f"{33 + 4 * chance.random():.5f}"]
                    + [f"{36 + 9 * chance.random():.5f}", "Coalition", chance.choice(KINDS)]
                    + [chance.choice(GRADINGS), least, most, 0, most, 0, min(least, 2)]
                    + [self.sentences(60 if self.chosen.long else 5)]
                    + [chance.choice(self.words) for _ in self.own]
                    + [f"Witness {number * 7919} of the family" for _ in private]
                )
                for person in range(min(self.chosen.people, least)):
                    age = chance.choice(["", 7, 40])
                    people.writerow([name, self.person(person, name), age, "female", ""])

    def write_documents(self, content):
        """Sources, claims and media; nothing in them is drawn by chance."""
        numbers = range(1, self.chosen.strikes + 1)
        sources = [
            [f"r{number}-{part}", f"s{number:06d}", f"Monitor {part}", f"Report {number} of monitor {part}"]
            + [f"https://example.org/{part}/{number}"]
            for number in numbers
            for part in (1, 2)
        ]
        claims = [
            [f"c{number}", f"s{number:06d}", f"Monitor {number % 5}", "2024-01-01", 1, 4]
            + [f"Monitor {number % 5} reported {number % 4 + 1} killed."]
            for number in numbers
        ]
        tables = (("sources", SOURCE_COLUMNS, sources), ("claims", CLAIM_COLUMNS, claims))
        for name, columns, rows in tables:
            path = content / "data" / f"{name}.csv"
            with open(path, "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows([columns] + rows)
        (content / "media").mkdir()
        for number in range(20):
            (content / "media" / f"drawing-{number}.svg").write_text(DRAWING, encoding="utf-8")

    def selections(self):
        """Different selections: the months of each grading, and the districts in each year and grading."""
        months = [f"{year}-{month:02d}" for year in range(2014, 2024) for month in range(1, 13)]
        by_month = [f"month={month}&grading={grading}" for month in months for grading in GRADINGS]
        by_district = [
            f"district=District+{district}&date={year}&grading={grading}"
            for district in range(40)
            for year in range(2014, 2024)
            for grading in GRADINGS
        ]
        return self.chance.sample(by_month + by_district, self.chosen.figures)

    def write_articles(self, folder):
        figures = self.selections()
        count, sections = (self.chosen.articles, 300) if self.chosen.articles else (40, 6)
        for number in range(count):
            text = f"---\ntitle: Part {number + 1}\n---\n\n"
            for section in range(sections):
                text += f"## Section {section + 1}\n\n{self.sentences(9)}\n\n"
            for query in figures[number::count]:
                text += f"The records say [](figure:killed?{query}).\n\n"
            (folder / f"part-{number + 1}.md").write_text(text, encoding="utf-8")


def main():
    chosen = options()
    maker = Maker(chosen)
    shutil.rmtree(chosen.folder, ignore_errors=True)
    content = chosen.folder / "content"
    (content / "data").mkdir(parents=True)
    site = SITE.format(language="ar" if chosen.arabic else "en")
    (content / "site.yaml").write_text(site, encoding="utf-8")
    (content / "datapackage.yaml").write_text(maker.codebook(), encoding="utf-8")
    maker.write_records(content / "data")
    maker.write_articles(content)
    if chosen.documented:
        maker.write_documents(content)
    shutil.copytree(ROOT / "templates", chosen.folder / "templates")


main()
