"""Folds texts with the script of the search, in a browser.

    fold.py SCRIPT FOLDER

FOLDER holds rules.js, a part of the index with the letters, and texts.json. Prints the words of each text as JSON.
"""

import json
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

SCRIPT, FOLDER = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page()
    page.add_script_tag(path=SCRIPT)
    page.evaluate("window.recountPart = function (name, stamp, value) { window.rules = value; }")
    page.add_script_tag(path=FOLDER / "rules.js")
    texts = json.loads((FOLDER / "texts.json").read_text())
    print(json.dumps(page.evaluate("texts => texts.map(text => recountWords(rules, text))", texts)))
    browser.close()
