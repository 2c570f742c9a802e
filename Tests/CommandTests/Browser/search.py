"""Searches the example's report as a reader does: from a disk, in two languages, with the keyboard, and without a script.

    search.py OUTPUT

Fails with a traceback; prints "held" at the end.
"""

import pathlib
import re
import shutil
import sys
import time
import urllib.parse

from playwright.sync_api import sync_playwright

OUTPUT = pathlib.Path(sys.argv[1]).resolve()
STATUS, RESULT = "form.search-all [role=status]", ".results li"


def settled(page, before):
    """Waits until the status says something else."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        text = page.inner_text(STATUS)
        if text and text != before:
            return text
        time.sleep(0.05)
    raise AssertionError(f"the status stays {before!r}")


def find(page, text):
    """The titles and addresses that a search shows."""
    page.fill("#q", "")
    time.sleep(0.3)
    page.fill("#q", text)
    settled(page, "")
    return [
        (item.query_selector("a").inner_text(), item.query_selector("a").evaluate("link => link.href"))
        for item in page.query_selector_all(RESULT)
    ]


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page()
    problems, hosts = [], set()
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    page.on("request", lambda request: hosts.add(urllib.parse.urlsplit(request.url).scheme))

    page.goto(f"{OUTPUT.as_uri()}/search.html")
    for text in ("CS1621", "cs1621", "#CS1621,"):
        found = find(page, text)
        assert any(address.endswith("/strikes/CS1621.html") for _, address in found), (text, found)
    for text in ("البدو", "بدو", "الـبَدو", "al-Badou", "badou", "Albadou"):
        found = find(page, text)
        assert any("strikes/" in a or "places.html#" in a for _, a in found), (text, found)
        assert all(address.startswith(OUTPUT.as_uri()) for _, address in found)
    spellings = [find(page, text) for text in ("Fayad Mohammed al-Saif", "fayad mohammed saif", "FAYĀD  Saif")]
    assert spellings[0][0] == spellings[1][0] == spellings[2][0], spellings
    assert "#people" in spellings[0][0][1]
    assert find(page, "no such words here") == []

    # What is typed stands in the address, which can be shared; a person's page says the name.
    find(page, "Fayad Saif")
    assert "q=Fayad" in page.url, page.url
    other = browser.new_page()
    other.goto(page.url)
    other.wait_for_selector(RESULT)
    assert other.inner_text(RESULT + " a") == spellings[0][0][0]
    other.keyboard.press("Tab")
    other.wait_for_timeout(100)
    other.focus(RESULT + " a")
    other.keyboard.press("Enter")
    other.wait_for_url("**/strikes/*.html*")
    assert spellings[0][0][0] in other.inner_text("main")

    # In the other language the results lead to the pages of that language, by names of either.
    page.goto(f"{OUTPUT.as_uri()}/ar/search.html")
    for text in ("badou", "البدو"):
        found = find(page, text)
        assert found and all("/ar/" in address for _, address in found), found
    assert len({address for _, address in find(page, "البدو") if "places" in address}) == len(
        [address for _, address in find(page, "البدو") if "places" in address]
    )

    # The button shows ten more and hands the focus on.
    before = page.inner_text(STATUS)
    page.focus(".search-all button")
    page.keyboard.press("Enter")
    settled(page, before)
    assert 10 < len(page.query_selector_all(RESULT)) <= 20
    assert page.evaluate("document.activeElement.closest('li') !== null")

    # The box in the head of a page leads to the results.
    page.goto(f"{OUTPUT.as_uri()}/strikes/CS1621.html")
    page.fill(".top form.find input", "methodology")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html#q=methodology")
    page.wait_for_selector(RESULT)
    assert page.inner_text(RESULT + " a") != ""

    # A short list is narrowed in place, and says in its address by what.
    page.goto(f"{OUTPUT.as_uri()}/strikes/index.html#month=2017-08&grading=confirmed")
    rows = page.query_selector_all("#strikes tbody tr")
    shown = [row for row in rows if row.is_visible()]
    assert 0 < len(shown) < len(rows)
    assert all(row.get_attribute("data-month") == "2017-08" for row in shown)
    page.select_option("select[name=month]", "")
    assert "month" not in page.url and "grading=confirmed" in page.url, page.url

    # Parts from before a publication say nothing of the documents of today, and are loaded again.
    words = [part for part in (OUTPUT / "search").glob("t*.js")]
    for part in words:
        text = part.read_text(encoding="utf-8")
        stamp = re.match(r'recountPart\("t\d+","([0-9a-f]{8})",', text)[1]
        part.write_text(text.replace(stamp, "0" * 8, 1), encoding="utf-8")
    page.goto(f"{OUTPUT.as_uri()}/search.html")
    assert find(page, "badou") == []
    assert page.inner_text(STATUS) == page.get_attribute("form.search-all", "data-failed")
    for part in words:
        text = part.read_text(encoding="utf-8")
        part.write_text(text.replace("0" * 8, stamp, 1), encoding="utf-8")
    assert find(page, "badou") != []

    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{OUTPUT.as_uri()}/search.html")
    assert "JavaScript" in plain.inner_text("main")
    assert not plain.is_visible("#q")
    plain.click("main a[href='tables/people.html']")
    plain.click("text=Fayad Mohammed al-Saif")
    assert "Fayad Mohammed al-Saif" in plain.inner_text("main")

    assert hosts == {"file"}, hosts
    assert problems == [], problems
    browser.close()
print("held")
