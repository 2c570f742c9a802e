"""Narrows a list of several pages in a browser and compares with the records.

    filter.py OUTPUT STRIKES.CSV

Fails with a traceback; prints "held" at the end.
"""

import csv
import pathlib
import re
import shutil
import sys

from playwright.sync_api import sync_playwright

OUTPUT = pathlib.Path(sys.argv[1]).resolve()
ROWS = list(csv.DictReader(open(sys.argv[2], encoding="utf-8")))
STATUS = "form.filter [role=status]"


def stated(page):
    """The number of strikes that fit, as the status says it."""
    page.wait_for_function(f"document.querySelector('{STATUS}').textContent !== ''")
    return int(re.search(r"(\d+)", page.inner_text(STATUS)).group(1))


def check(page, query, fits):
    page.goto("about:blank")
    page.goto(f"{OUTPUT.as_uri()}/strikes/index-2.html#{query}")
    expected = {row["id"] for row in ROWS if fits(row)}
    assert expected, query
    assert stated(page) == len(expected), (query, page.inner_text(STATUS), len(expected))
    while page.is_visible(".found button"):
        before = len(page.query_selector_all(".found li"))
        page.click(".found button")
        page.wait_for_function(f"document.querySelectorAll('.found li').length > {before}")
    links = [link.get_attribute("href") for link in page.query_selector_all(".found li a")]
    assert {re.search(r"([^/]+)\.html", link).group(1) for link in links} == expected, query
    assert all((OUTPUT / "strikes" / link).resolve().is_file() for link in links)
    assert not page.is_visible("#strikes")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    # The wait for a condition needs what the policy of the pages forbids.
    page = browser.new_context(bypass_csp=True).new_page()
    month = ROWS[0]["date"][:7]
    check(page, f"month={month}", lambda row: row["date"].startswith(month))
    check(page, "grading=weak", lambda row: row["grading"] == "weak")
    check(page, "place=District+7&grading=fair", lambda row: (row["district"], row["grading"]) == ("District 7", "fair"))
    check(
        page,
        "text=District+7",
        lambda row: "7" in re.findall(r"\d+", row["place"] + row["district"]) or row["date"][8:] == "07",
    )
    page.select_option("select[name=grading]", "weak")
    page.wait_for_url("**grading=weak**")
    page.fill("form.filter input", "")
    page.select_option("select[name=grading]", "")
    page.wait_for_selector("#strikes")
    assert "#" not in page.url, page.url
    assert sum(
        int(re.search(r"\((\d+)\)", option.inner_text()).group(1))
        for option in page.query_selector_all("select[name=grading] option")[1:]
    ) == len(ROWS)
    browser.close()
print("held")
