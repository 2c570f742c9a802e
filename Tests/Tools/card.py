"""Draws the picture that stands beside links to the example, content/media/card.png.

It holds the title and the caution of the report and nothing that a change of the records could make wrong. Needs
Playwright, Chromium and a Naskh face; the picture is committed, so no build needs them.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

DRAWING = """<!doctype html>
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
<rect width="1200" height="630" fill="#fdfcf9"/>
<path d="M80 92H1120" stroke="#1c1b19" stroke-width="6"/>
<g font-family="Charter, 'Noto Serif', 'DejaVu Serif', serif" fill="#1c1b19">
<text x="80" y="206" font-size="76" font-weight="700">Raqqa 2017: the record</text>
<text x="80" y="276" font-size="36" fill="#5d5850">What is publicly known about incidents of civilian harm</text>
</g>
<g font-family="'Noto Naskh Arabic', 'Amiri', 'DejaVu Sans', serif" fill="#1c1b19" direction="rtl" lang="ar">
<text x="1120" y="396" font-size="72" font-weight="700">الرقة ٢٠١٧: السجل</text>
<text x="1120" y="464" font-size="36" fill="#5d5850">ما هو معروف علناً عن حوادث لحق فيها ضرر بمدنيين</text>
</g>
<path d="M80 524H1120" stroke="#dcd7cc" stroke-width="2"/>
<text x="80" y="572" font-size="28" font-family="'Noto Sans', 'DejaVu Sans', sans-serif" fill="#34322e">A partial example, not a death toll</text>
<text x="1120" y="572" font-size="28" font-family="'Noto Sans Arabic', 'DejaVu Sans', sans-serif" fill="#34322e" direction="rtl" lang="ar">مثال جزئي، وليس حصيلة للقتلى</text>
</svg>
<style>body { margin: 0 } svg { display: block }</style>
"""

target = Path(__file__).resolve().parents[2] / "content/media/card.png"
with sync_playwright() as play:
    browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.set_content(DRAWING)
    page.screenshot(path=str(target))
    browser.close()
sys.stdout.write(f"{target.name}: {target.stat().st_size} bytes\n")
