"""Reads every page of a report on the narrowest screen, which is also that of 1280 pixels at 400 %, and each kind of page
on paper.

    narrow.py OUTPUT DOCUMENT...

A DOCUMENT is what `recount print` wrote. Nothing is scrolled sideways but a table that says so, and that the keyboard
reaches; nothing is wider than paper. Fails with a traceback; prints "held" at the end.
"""

import pathlib
import shutil
import statistics
import sys

from playwright.sync_api import sync_playwright

OUTPUT = pathlib.Path(sys.argv[1]).resolve()
# The pixels that a strike may take in its list on a phone, in the middle.
STRIKE = 130

# What fits between the margins of a sheet of A4, in pixels.
PAPER = 672
KINDS = [
    "index.html", "overview.html", "amnesty.html", "strikes/index.html", "strikes/CS1368.html", "figures/all.html", "victims.html",
    "claims.html", "disclosures.html", "methodology.html", "data.html", "corrections.html", "tables/month.html", "tables/district.html",
]

BEYOND = """() => [...document.querySelectorAll("main *:not(.vh, .vh *, svg *)")].filter((element) => {
  const box = element.getBoundingClientRect();
  return box.width > 1 && (box.right > document.documentElement.clientWidth + 1 || box.left < -1);
}).map((element) => element.outerHTML.slice(0, 90))"""

FAULTS = """() => {
  const width = document.documentElement.clientWidth;
  const faults = [];
  if (document.scrollingElement.scrollWidth > width) faults.push(`page of ${document.scrollingElement.scrollWidth}`);
  for (const frame of document.querySelectorAll(".tab, pre")) {
    if (frame.scrollWidth <= frame.clientWidth + 1) continue;
    const hint = frame.previousElementSibling;
    const says = frame.tagName === "PRE" || hint?.matches(".hint") && hint.checkVisibility();
    if (!says || frame.tabIndex !== 0) faults.push(`${frame.outerHTML.slice(0, 90)} of ${frame.scrollWidth}`);
  }
  return faults;
}"""


def everything_fits(page):
    paths = sorted(OUTPUT.rglob("*.html"))
    assert len(paths) > 300, len(paths)
    for path in paths:
        page.goto(path.as_uri())
        faults = page.evaluate(FAULTS)
        assert not faults, (str(path.relative_to(OUTPUT)), faults)


def nothing_is_wider_than_paper(page):
    page.set_viewport_size({"width": PAPER, "height": 1000})
    page.emulate_media(media="print")
    for path in KINDS + ["ar/" + path for path in KINDS]:
        page.goto((OUTPUT / path).as_uri())
        beyond = page.evaluate(BEYOND)
        assert not beyond, (path, beyond[:3])
        fold = page.eval_on_selector_all("details:not(.graphic)", "all => all.filter(one => one.offsetHeight > 0 && !one.lastElementChild.checkVisibility()).length")
        assert fold == 0, (path, "what is folded is not on paper")
    for document in sys.argv[2:]:
        page.goto(pathlib.Path(document).as_uri())
        beyond = page.evaluate(BEYOND)
        assert not beyond, (document, len(beyond), beyond[:3])
    page.emulate_media(media="screen")


def a_strike_is_a_few_lines(page):
    for path in ("strikes/index.html", "ar/strikes/index.html"):
        page.goto((OUTPUT / path).as_uri())
        heights = page.eval_on_selector_all("#strikes tbody tr", "rows => rows.map(row => row.offsetHeight)")
        assert len(heights) > 40 and statistics.median(heights) <= STRIKE, (path, statistics.median(heights))


def words_in_lines_stand_apart(page):
    """The links of a place have a gap between them, and a fact that was disclosed stands beside its name."""
    page.goto((OUTPUT / "tables/places.html").as_uri())
    gaps = page.eval_on_selector_all(".register .at a + a", """all => all.map(link => {
      const [one, other] = [link.previousElementSibling.getBoundingClientRect(), link.getBoundingClientRect()];
      return other.top >= one.bottom ? 99 : other.left - one.right;
    })""")
    assert len(gaps) > 5 and min(gaps) >= 12, gaps
    page.goto((OUTPUT / "disclosures.html").as_uri())
    below = page.eval_on_selector_all(".marks td > .box-yes", """all => all.map(box => {
      const [mark, text] = [box.getBoundingClientRect(), box.nextElementSibling.getBoundingClientRect()];
      return [text.top - mark.top, mark.width - mark.height];
    })""")
    assert len(below) > 20 and all(top < 4 and squeezed == 0 for top, squeezed in below), below


def the_script_moves_nothing(browser, width):
    """The field for the search takes the place of the link, and the page stays where it was."""
    tops = []
    for scripted in (True, False):
        page = browser.new_context(
            viewport={"width": width, "height": 700}, java_script_enabled=scripted
        ).new_page()
        page.goto((OUTPUT / "index.html").as_uri())
        tops.append(round(page.locator("h1").bounding_box()["y"]))
        page.context.close()
    assert abs(tops[0] - tops[1]) <= 1, (width, tops)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_context(viewport={"width": 320, "height": 700}).new_page()
    everything_fits(page)
    nothing_is_wider_than_paper(page)
    page.set_viewport_size({"width": 390, "height": 700})
    a_strike_is_a_few_lines(page)
    words_in_lines_stand_apart(page)
    for width in (320, 390):
        the_script_moves_nothing(browser, width)
    browser.close()
print("held")
