"""The daily loop in a real browser: edit, break and fix every kind of file, and see what is on the screen.

Called by ServeTests with the preview's address and the folder of a site as `recount new` makes it.
Prints how long each change took to the screen; fails with a traceback.
"""

import pathlib
import shutil
import sys
import time

from playwright.sync_api import Error, sync_playwright

ADDRESS, SITE = sys.argv[1], pathlib.Path(sys.argv[2])
PANEL = "recount-preview section"
PATIENCE = 60


def write(name, text):
    """Saves as editors do that write beside the file and rename."""
    path = SITE / name
    beside = path.with_name(path.name + ".tmp")
    beside.write_text(text)
    beside.rename(path)


def edit(name, old, new):
    text = (SITE / name).read_text()
    assert text.count(old) >= 1, f"{old!r} is not in {name}"
    write(name, text.replace(old, new, 1))


def visit(page, path):
    with page.expect_response(lambda answer: "/-/recount/events" in answer.url):
        page.goto(ADDRESS + path)
    page.evaluate("window.before = true")


def until(page, what, expression):
    """Waits in steps: the page's policy forbids the evaluation that Playwright's own wait needs."""
    start = time.monotonic()
    while time.monotonic() - start < PATIENCE:
        try:
            if page.evaluate(expression):
                print(f"{time.monotonic() - start:6.3f} s  {what}")
                return
        except Error:
            pass  # between two documents there is nothing to ask
        time.sleep(0.005)
    raise AssertionError(f"never: {what}: {expression}")


def text_has(text):
    return f"document.body.innerText.includes({text!r})"


def in_panel(selector):
    root = "document.querySelector('recount-preview')?.shadowRoot"
    return f"({root}?.querySelector({selector!r})?.textContent ?? '')"


def broken(page, what, place, message, suggestion=""):
    until(page, what, f"{in_panel('.place')} === {place!r}")
    page.wait_for_selector(PANEL, state="visible")
    found = page.text_content(f"{PANEL} .message")
    assert message in found, found
    advice = page.evaluate(in_panel(".suggestion"))
    assert suggestion in advice, advice
    assert page.text_content("h1"), "the last good page stays"


def fixed(page, what):
    until(page, what, "document.querySelector('recount-preview') === null")


def an_article(page):
    visit(page, "what-happened.html")
    edit("content/what-happened.md", "Two\nweeks later", "Shortly\nafterwards")
    until(page, "an edited article", text_has("Shortly afterwards"))
    edit("content/what-happened.md", "figure:killed.min?id", "figure:kiled.min?id")
    broken(
        page, "an article with a mistake", "content/what-happened.md:20:1",
        "unknown measure “kiled.min”", "Did you mean “killed”?"
    )
    assert page.evaluate(text_has("Shortly afterwards"))
    edit("content/what-happened.md", "figure:kiled.min?id", "figure:killed.min?id")
    fixed(page, "the article fixed")


def a_cell(page):
    visit(page, "strikes/SAMPLE-2.html")
    edit("content/data/strikes.csv", "a workshop at Sample place B", "a mill at Sample place B")
    until(page, "an edited cell", text_has("a mill at Sample place B"))
    edit("content/data/strikes.csv", "2020-01-19", "2020-01-99")
    broken(
        page, "a cell with a mistake", "content/data/strikes.csv:3:10",
        "date “2020-01-99” is no day of the calendar"
    )
    assert page.text_content(f"{PANEL} h2") == "1 mistake", "the prose is not blamed for the cell"
    edit("content/data/strikes.csv", "2020-01-99", "2020-01-19")
    fixed(page, "the cell fixed")
    edit("content/data/strikes.csv", "suspected,2,2,", "suspected,1,2,")
    broken(
        page, "a cell that contradicts the prose", "content/how-we-counted.md:9:38",
        "the text says 5 and 10, but the records say 4–10", "Write “4–10”"
    )
    edit("content/data/strikes.csv", "suspected,1,2,", "suspected,2,2,")
    fixed(page, "the contradiction fixed")


def a_template(page):
    visit(page, "index.html")
    edit("templates/base.html", "</body>", "<p>A line of the template</p></body>")
    until(page, "an edited template", text_has("A line of the template"))
    edit("templates/base.html", "page.window_title", "page.window_titel")
    broken(
        page, "a template with a mistake", "templates/base.html:9:16",
        "a page has no “window_titel”", "Did you mean “window_title”?"
    )
    edit("templates/base.html", "page.window_titel", "page.window_title")
    fixed(page, "the template fixed")
    assert page.evaluate(text_has("A line of the template"))


def a_style(page):
    visit(page, "index.html")
    page.evaluate("scrollTo(0, 300)")
    style = (SITE / "templates/assets/style.css").read_text()
    color = "getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'"
    write("templates/assets/style.css", style + "\nh1 { color: rgb(1, 2, 3) !important }\n")
    until(page, "an edited style", color)
    write("templates/assets/style.css", "}}} nonsense {{{")
    until(page, "a broken style", f"!({color})")
    write("templates/assets/style.css", style + "\nh1 { color: rgb(1, 2, 3) !important }\n")
    until(page, "the style fixed", color)
    assert page.evaluate("window.before === true"), "a style needs no reload"
    assert page.evaluate("scrollY") == 300


def image_is(width):
    """An image below the first screen is loaded once it is scrolled to."""
    image = "document.images[0]"
    return f"({image}.scrollIntoView(), {image}.naturalWidth === {width})"


def an_image(page):
    visit(page, "what-happened.html")
    drawing = (SITE / "content/media/sample.svg").read_text()
    write("content/media/sample.svg", drawing.replace('width="320"', 'width="123"'))
    until(page, "an edited image", image_is(123))
    (SITE / "content/media/sample.svg").unlink()
    broken(page, "a missing image", "content/what-happened.md:46:1", "“media/sample.svg” leads to no page")
    write("content/media/sample.svg", drawing)
    fixed(page, "the image fixed")
    until(page, "the image as before", image_is(320))


def warnings_stay_small(page):
    visit(page, "what-happened.html")
    edit("content/what-happened.md", "Some 40 residents", "Some 41 residents")
    until(page, "an article with warnings", f"{in_panel('.badge')} === '2 warnings'")
    until(page, "its new text", text_has("Some 41 residents"))
    assert page.is_hidden(PANEL)
    page.get_by_role("button", name="2 warnings").click()
    page.wait_for_selector(PANEL, state="visible")
    edit("content/what-happened.md", "Some 41 residents", "Some 40 residents")
    fixed(page, "the warnings fixed")


def complaint(said):
    """What the browser complains of, with the address of what it could not load."""
    return f"{said.text} {said.location['url'].split('?')[0]}"


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        complaints = []
        page.on("console", lambda said: complaints.append(complaint(said)) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for step in (an_article, a_cell, a_template, a_style, an_image, warnings_stay_small):
            step(page)
        browser.close()
    # The image is missing for a while, and is refused with a status that depends on the moment.
    complaints = [text for text in complaints if "404" not in text and not text.endswith("/media/sample.svg")]
    assert not complaints, complaints
    print("held")


main()
