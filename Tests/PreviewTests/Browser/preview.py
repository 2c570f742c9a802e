"""One behaviour of the live preview in a real browser.

Called by BrowserTests with the name of a function below, the preview's address and the folder of
its content. Fails with a traceback; says "held: NAME" when the behaviour is as described.
"""

import pathlib
import shutil
import sys
import time
import urllib.request

from playwright.sync_api import Error, sync_playwright

ADDRESS, CONTENT = sys.argv[2], pathlib.Path(sys.argv[3])
PANEL = "recount-preview section"


def edit(name, old, new):
    path = CONTENT / name
    text = path.read_text()
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new))


def visit(page, path=""):
    """Opens a page, marks it so that a reload shows, and waits for its event stream."""
    with page.expect_response(lambda answer: "/-/recount/events" in answer.url):
        page.goto(ADDRESS + path)
    page.evaluate("window.before = true")


def until(page, expression):
    """Waits in steps: the page's policy forbids the evaluation that Playwright's own wait needs."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            if page.evaluate(expression):
                return
        except Error:
            pass  # between two documents there is nothing to ask
        time.sleep(0.01)
    raise AssertionError(f"never: {expression}")


def served(path, text):
    """Waits until the server gives out a page with a text, without asking the browser."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        with urllib.request.urlopen(ADDRESS + path) as answer:
            if text in answer.read().decode():
                return
        time.sleep(0.02)
    raise AssertionError(f"never served: {text}")


def was_reloaded(page):
    return not page.evaluate("window.before === true")


def reloads_after_a_change_and_keeps_the_scroll_position(page):
    visit(page)
    page.evaluate("scrollTo(0, 2345)")
    start = time.monotonic()
    edit("index.html", "<h1>Start", "<h1>Edited")
    until(page, "document.querySelector('h1').textContent === 'Edited'")
    print(f"on the screen after {time.monotonic() - start:.3f} s")
    assert was_reloaded(page)
    until(page, "scrollY === 2345")


def swaps_a_style_without_a_reload(page):
    visit(page)
    page.evaluate("scrollTo(0, 1000)")
    edit("style.css", "rgb(1, 2, 3)", "rgb(9, 8, 7)")
    until(page, "getComputedStyle(document.querySelector('h1')).color === 'rgb(9, 8, 7)'")
    until(page, "document.querySelectorAll('link[rel=stylesheet]').length === 1")
    edit("style.css", "rgb(9, 8, 7)", "rgb(5, 5, 5)")
    until(page, "getComputedStyle(document.querySelector('h1')).color === 'rgb(5, 5, 5)'")
    assert not was_reloaded(page)
    assert page.evaluate("scrollY") == 1000


def leaves_a_page_alone_that_did_not_change(page):
    visit(page)
    edit("other.html", "<h1>Other", "<h1>Elsewhere")
    served("other.html", "<h1>Elsewhere")
    time.sleep(0.3)
    assert not was_reloaded(page)
    visit(page, "other.html")
    assert page.text_content("h1") == "Elsewhere"


def shows_mistakes_until_they_are_fixed(page):
    visit(page)
    edit("index.html", "<h1>Start", "<h1>A MISTAKE here")
    page.wait_for_selector(PANEL, state="visible")
    assert page.text_content("h1") == "Start", "the last good page stays"
    assert page.text_content(f"{PANEL} h2") == "1 mistake"
    assert page.text_content(f"{PANEL} .place") == "content/index.html:10:7"
    message = page.text_content(f"{PANEL} .message")
    assert message == "content/index.html:10:7 error: “MISTAKE” is not <b>allowed</b>", message
    assert page.text_content(f"{PANEL} pre") == "<h1>A MISTAKE here</h1>"
    assert page.text_content(f"{PANEL} mark") == "MISTAKE"
    assert page.text_content(f"{PANEL} .suggestion") == "Did you mean “RIGHT”?"
    assert page.text_content(f"{PANEL} .rule") == "[no-mistake]"
    position = page.evaluate(f"getComputedStyle({find('section')}).position")
    assert position == "fixed", "the panel's own style sheet has come"
    edit("other.html", "<h1>Other", "<h1>MISTAKE")
    until(page, f"{find('h2')}.textContent === '2 mistakes'")
    edit("other.html", "<h1>MISTAKE", "<h1>Other")
    until(page, f"{find('h2')}.textContent === '1 mistake'")
    assert not was_reloaded(page)
    edit("index.html", "A MISTAKE here", "Start")
    page.wait_for_selector("recount-preview", state="detached")
    assert not was_reloaded(page), "the page is what it was before the mistake"


def find(selector):
    return f"document.querySelector('recount-preview').shadowRoot.querySelector('{selector}')"


def shows_mistakes_to_latecomers_and_where_there_is_no_page(page):
    edit("index.html", "<h1>Start", "<h1>MISTAKE")
    time.sleep(0.4)
    visit(page)
    page.wait_for_selector(PANEL, state="visible")
    assert page.text_content("h1") == "Start"
    with page.expect_response(lambda answer: "/-/recount/events" in answer.url):
        page.goto(ADDRESS + "soon.html")
    page.wait_for_selector(PANEL, state="visible")
    assert page.text_content("h1") == "Nothing here yet"
    shutil.copy(CONTENT / "other.html", CONTENT / "soon.html")
    edit("index.html", "<h1>MISTAKE", "<h1>Start")
    until(page, "document.querySelector('h1').textContent === 'Other'")
    page.wait_for_selector("recount-preview", state="detached")
    (CONTENT / "fail.txt").write_text("x")
    page.wait_for_selector(PANEL, state="visible")
    assert page.text_content(f"{PANEL} h2") == "The build failed"
    assert page.text_content(f"{PANEL} .suggestion") == "The disk is full."


def hides_the_panel_on_request_and_leaves_the_focus_alone(page):
    edit("index.html", "<h1>Start</h1>", '<h1>Start</h1><p><a href="other.html">Go</a></p>')
    served("index.html", ">Go</a>")
    visit(page)
    page.focus("a")
    edit("other.html", "<h1>Other", "<h1>MISTAKE")
    page.wait_for_selector(PANEL, state="visible")
    assert page.evaluate("document.activeElement.tagName") == "A"
    page.get_by_role("region", name="1 mistake").get_by_role("button", name="Hide").click()
    page.wait_for_selector(PANEL, state="hidden")
    badge = page.get_by_role("button", name="1 mistake")
    assert badge.is_visible()
    page.reload()
    page.get_by_role("button", name="1 mistake").wait_for(state="visible")
    assert page.is_hidden(PANEL), "what was hidden stays hidden over a reload"
    page.get_by_role("button", name="1 mistake").press("Enter")
    page.wait_for_selector(PANEL, state="visible")
    page.keyboard.press("Escape")
    page.wait_for_selector(PANEL, state="hidden")


def catches_up_when_a_hidden_page_is_shown_again(page):
    visit(page)
    hide = "value => { Object.defineProperty(document, 'visibilityState', { value, configurable: true });" \
        " document.dispatchEvent(new Event('visibilitychange')); }"
    page.evaluate(hide, "hidden")
    edit("index.html", "<h1>Start", "<h1>Later")
    served("index.html", "<h1>Later")
    time.sleep(0.3)
    assert not was_reloaded(page)
    page.evaluate(hide, "visible")
    until(page, "document.querySelector('h1').textContent === 'Later'")


def follows_an_image(page):
    visit(page)
    edit("media/a.svg", 'width="9"', 'width="77"')
    until(page, "document.images[0].naturalWidth === 77")


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.set_default_timeout(60_000)
        complaints = []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        globals()[sys.argv[1]](page)
        browser.close()
    # Addresses that are missing on purpose are reported by the browser as failed loads.
    complaints = [text for text in complaints if "404" not in text]
    assert not complaints, complaints
    print(f"held: {sys.argv[1]}")


main()
