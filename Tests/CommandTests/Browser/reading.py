"""Reads a report as readers do: on a phone, by keyboard, without colours or scripts, on paper.

    reading.py OUTPUT           the example
    reading.py OUTPUT PAGE...   the head of these pages of any report

Fails with a traceback; prints "held" at the end.
"""

import pathlib
import re
import shutil
import sys

from playwright.sync_api import sync_playwright

OUTPUT = pathlib.Path(sys.argv[1]).resolve()
PAGES = sys.argv[2:] or [
    "index.html", "campaign.html", "strikes/index.html", "strikes/CS1394.html", "ar/index.html", "ar/data.html", "search.html",
]
# The most pixels that the head of the page takes on a phone, where a title may take two lines.
HEAD = 116


def address(path):
    return (OUTPUT / path).as_uri()


def focused(page, property):
    return page.evaluate(f"document.activeElement.{property}")


def phone(browser, width, scripted):
    """The head of the page is low, and its menu opens and closes by keyboard."""
    page = browser.new_context(
        viewport={"width": width, "height": 700}, java_script_enabled=scripted
    ).new_page()
    for path in PAGES:
        page.goto(address(path))
        height = page.locator("header.top").bounding_box()["height"]
        assert height <= HEAD, (path, width, height)
        summary = page.locator(".menu-fold > summary")
        first = page.locator(".menu a").first
        assert summary.is_visible() and not first.is_visible(), path
        summary.focus()
        page.keyboard.press("Tab")
        assert not focused(page, "matches('.menu a')"), (path, "a closed menu takes the focus")
        summary.focus()
        page.keyboard.press("Enter")
        assert first.is_visible(), path
        box = page.locator(".menu").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width, (path, box)
        page.keyboard.press("Tab")
        assert focused(page, "matches('.menu a')"), path
        if scripted:
            page.keyboard.press("Escape")
            assert not first.is_visible(), path
            assert focused(page, "matches('.menu-fold > summary')"), path
    page.context.close()


# Whether what has the focus shows it: a mark of a map by the ring around it, all else by an outline.
IS_MARKED = """() => {
  const ring = document.activeElement.querySelector(".touch");
  return ring ? getComputedStyle(ring).stroke !== "none"
    : getComputedStyle(document.activeElement).outlineStyle !== "none";
}"""


def desktop(browser, scripted):
    """A wide screen shows the menu open, and the keyboard reaches its links in their order."""
    page = browser.new_context(
        viewport={"width": 1280, "height": 700}, java_script_enabled=scripted
    ).new_page()
    for path in PAGES:
        page.goto(address(path))
        assert not page.locator(".menu-fold > summary").is_visible(), path
        links = page.locator(".menu > li > a")
        assert links.count() > 2 and all(link.is_visible() for link in links.all()), path
        reached = []
        for _ in range(30):
            page.keyboard.press("Tab")
            if focused(page, "matches('.menu > li > a')"):
                reached.append(focused(page, "href"))
            assert page.evaluate(IS_MARKED), (path, focused(page, "outerHTML")[:80])
        # After the link that leads past them.
        page.goto(address(path))
        page.keyboard.press("Tab")
        assert focused(page, "matches('.skip')"), (path, focused(page, "outerHTML")[:80])
        page.keyboard.press("Enter")
        assert focused(page, "id") == "main", path
        assert reached == [link.evaluate("link => link.href") for link in links.all()], path
    page.context.close()


# The colours of shapes and letters that readers did not choose.
OWN_COLOURS = """() => {
  const chosen = new Set(["none", "rgba(0, 0, 0, 0)"]);
  const sample = document.body.appendChild(document.createElement("i"));
  for (const name of ["CanvasText", "Canvas", "Highlight", "LinkText", "VisitedText"]) {
    sample.style.color = name;
    chosen.add(getComputedStyle(sample).color);
  }
  sample.remove();
  const found = new Set();
  for (const shape of document.querySelectorAll("main svg :is(rect, circle, path, line, text)")) {
    if (shape.closest("defs")) continue;
    const style = getComputedStyle(shape);
    for (const part of ["fill", "stroke"]) {
      if (shape.tagName === "line" && part === "fill") continue;
      const colour = style[part];
      if (!chosen.has(colour) && !colour.startsWith("url(")) {
        found.add(`${shape.tagName}.${shape.getAttribute("class")} ${part} ${colour}`);
      }
    }
  }
  return [...found];
}"""


def without_colours(browser):
    """With colours of the reader's own, nothing is drawn in ours."""
    for scheme in ("light", "dark"):
        page = browser.new_context(
            bypass_csp=True, color_scheme=scheme, forced_colors="active"
        ).new_page()
        for path in PAGES + ["disclosures.html", "claims.html", "figures/all.html"]:
            page.goto(address(path))
            found = page.evaluate(OWN_COLOURS)
            assert not found, (path, found)
        page.context.close()


def on_paper(browser):
    """Paper shows what is folded on a screen, and nothing to press."""
    page = browser.new_context(viewport={"width": 680, "height": 900}).new_page()
    page.emulate_media(media="print")
    for path in PAGES:
        page.goto(address(path))
        for name in ["form.find", ".menu", ".finder", ".filter", ".foot ul", ".here"]:
            for part in page.locator(name).all():
                assert not part.is_visible(), (path, name)
    page.goto(address("strikes/CS1394.html"))
    assert page.locator("aside .facts").is_visible()
    page.context.close()


def follow(page, path, *selectors):
    """Follows one link after the other, and says where they lead."""
    page.goto(address(path))
    for selector in selectors:
        page.goto(page.locator(selector).first.evaluate("link => link.href"))
    return page.url


def steps(browser):
    """From the landing page to a person, a street and the verdicts of a month in three steps, without a script."""
    page = browser.new_context(java_script_enabled=False).new_page()
    person = follow(
        page, "index.html", ".finder a[href$='people.html']", "a:has-text('Ghassan Ibrahim Hamsho')"
    )
    assert re.search(r"strikes/CS965\.html#", person), person
    strike = follow(
        page,
        "index.html",
        ".finder a[href$='places.html']",
        "li:has-text('Omar Bin Al Khattab mosque') a[href*='strikes/']",
    )
    assert re.search(r"strikes/CS965\w?\.html", strike), strike
    # All strikes of a month, each with its verdict.
    follow(page, "index.html", ".finder a[href$='month.html']", "td a[href*='month-2017-06']")
    verdicts = page.locator("td[data-label='Military assessment']").all_inner_texts()
    assert len(verdicts) > 10 and all(verdicts), verdicts
    page.context.close()
    page = browser.new_context().new_page()
    follow(page, "index.html", ".menu a[href$='strikes/index.html']")
    page.select_option("select[name=month]", "2017-06")
    verdicts = page.locator("select[name=verdict] option")
    page.select_option("select[name=verdict]", label=verdicts.nth(1).inner_text())
    shown = page.locator("#strikes tbody tr:visible")
    verdict = page.locator("select[name=verdict]").input_value()
    assert 0 < shown.count() < page.locator("#strikes tbody tr").count()
    for row in shown.all():
        assert row.get_attribute("data-month") == "2017-06" and row.get_attribute("data-verdict") == verdict
    page.context.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    for scripted in (True, False):
        for width in (320, 390):
            phone(browser, width, scripted)
        desktop(browser, scripted)
    if not sys.argv[2:]:
        without_colours(browser)
        on_paper(browser)
        steps(browser)
    browser.close()
print("held")
