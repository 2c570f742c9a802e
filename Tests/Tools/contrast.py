"""Measures the contrast of what is read and drawn on the pages of a report (WCAG 2.1, 1.4.3 and 1.4.11).

    contrast.py OUTPUT PAGE…

Opens each page in Chromium, light and dark. The colour of every visible text must have a contrast of 4.5 to the
background behind it (3 where it is large), and every filled or stroked mark of a drawing 3, except for the classes that
only decorate. Prints one line for each pair of colours that fails.
"""

import os
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

# Lines of the grid, the base map and the ground of a share: nothing is read from them.
DECORATION = [
    "grid", "grat", "rest", "lead", "base", "tick", "scale", "touch", "halo", "geo-line", "geo-area", "geo-river",
    "geo-sea", "geo-land", "geo-lake", "geo-stream", "geo-frame",
    "geo-street", "geo-boundary", "border",
]

MEASURE = """decoration => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = text => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1);
    const d = canvas.getImageData(0, 0, 1, 1).data;
    return [d[0], d[1], d[2], d[3] / 255];
  };
  const over = (top, below) => top.slice(0, 3).map((c, i) => c * top[3] + below[i] * (1 - top[3])).concat(1);
  const ground = element => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const c = rgba(getComputedStyle(e).backgroundColor);
      if (c[3] > 0) layers.push(c);
      if (c[3] === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), rgba('Canvas'));
  };
  const light = c => {
    const f = c.slice(0, 3).map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * f[0] + .7152 * f[1] + .0722 * f[2];
  };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
  const hex = c => '#' + c.slice(0, 3).map(v => Math.round(v).toString(16).padStart(2, '0')).join('');
  const found = {}; let measured = 0;
  const judge = (what, colour, back, least) => {
    measured += 1;
    const r = ratio(over(colour, back), back);
    if (r < least) found[`${what}: ${hex(over(colour, back))} on ${hex(back)} is ${r.toFixed(2)}, least ${least}`] = 1;
  };
  const name = e => e.tagName.toLowerCase() + (e.getAttribute('class') ? '.' + e.getAttribute('class').replace(/ +/g, '.') : '');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !e.getClientRects().length || e.closest('.vh, .skip, script')) continue;
    const style = getComputedStyle(e);
    const isSVG = e instanceof SVGElement;
    const size = parseFloat(style.fontSize), bold = parseInt(style.fontWeight) >= 700;
    judge('text ' + name(e), rgba(isSVG ? style.fill : style.color), ground(e), size >= 24 || size >= 18.66 && bold ? 3 : 4.5);
  }
  for (const e of document.querySelectorAll('svg rect, svg circle, svg line, svg path')) {
    if (decoration.some(c => e.classList.contains(c)) || e.closest('mask, clipPath')) continue;
    if (!e.closest('pattern') && !e.getClientRects().length) continue;
    const style = getComputedStyle(e), back = ground(e.closest('pattern') ? document.body : e);
    const paints = [[style.fill, style.fillOpacity], [style.stroke, style.strokeOpacity]]
      .filter(([paint]) => paint !== 'none' && !paint.startsWith('url'))
      .map(([paint, opacity]) => { const c = rgba(paint); c[3] *= parseFloat(opacity); return c; })
      .filter(c => c[3] > 0);
    if (!paints.length) continue;
    // A mark is seen by its filling or by its outline.
    const best = paints.reduce((a, b) => ratio(over(a, back), back) >= ratio(over(b, back), back) ? a : b);
    judge('mark ' + name(e), best, back, 3);
  }
  return [measured, Object.keys(found).sort()];
}"""


def main(output, pages):
    programs = [os.environ.get("RECOUNT_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
    program = next(filter(None, (shutil.which(name) for name in programs if name)), None)
    failures, measured = {}, 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for scheme in ["light", "dark"]:
            page = browser.new_page(color_scheme=scheme, bypass_csp=True)
            for name in pages:
                page.goto(pathlib.Path(output, name).resolve().as_uri())
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                count, found = page.evaluate(MEASURE, DECORATION)
                measured += count
                for line in found:
                    failures.setdefault(f"{scheme}: {line}", name)
            page.close()
        browser.close()
    for line, name in sorted(failures.items()):
        print(f"{line} ({name})")
    print(f"{measured} texts and marks on {len(pages)} pages, {len(failures)} too faint")
    return 1 if failures or not measured else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
