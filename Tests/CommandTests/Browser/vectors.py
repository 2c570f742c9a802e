"""Puts script vectors into every text that an author can write, and reads the report in a real browser.

    vectors.py PROGRAM SITE

SITE is made anew. The Content-Security-Policy of the pages is bypassed, so that nothing but the escaping protects the
reader. Where the program refuses a vector with a message, the vector is taken away and the rest is tried again. Prints
what was read; fails with a list of what became active.
"""

import csv
import functools
import html
import http.server
import json
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import urllib.parse

from playwright.sync_api import Error, sync_playwright

PROGRAM, SITE = sys.argv[1], pathlib.Path(sys.argv[2])
LINES = pathlib.Path(__file__).with_name("vectors.txt").read_text().split("\n")
VECTORS = [line.replace("X", f"alert({n})") for n, line in enumerate(line for line in LINES if line)]
CONTENT = SITE / "content"
problems = []


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, errors="replace")


def yaml(text):
    return json.dumps(text)


def one_line(text):
    return text.replace("\r", " ").replace("\n", " ")


# MARK: Where an author can write


def settings(n):
    """Every text of site.yaml and of the codebook, with another vector each."""
    text = (CONTENT / "site.yaml").read_text()
    used = iter(VECTORS[(n + k * 7) % len(VECTORS)] for k in range(10**6))
    for key in ["title", "description", "credit", "caution", "notice"]:
        text = re.sub(rf"(?m)^{key}: .*$", lambda _: f"{key}: {yaml(next(used))}", text)
    text = re.sub(r"authors: \[.*\]", lambda _: f"authors: [{yaml(next(used))}]", text)
    text = re.sub(r'(label|means): (?:"[^"]*"|[\w ]+)', lambda m: f"{m[1]}: {yaml(next(used))}", text)
    text = re.sub(r"(?m)^  the-north: .*\n", "", text)
    (CONTENT / "site.yaml").write_text(text)
    book = (CONTENT / "datapackage.yaml").read_text()
    book = re.sub(r'(title|description): "[^"]*"', lambda m: f"{m[1]}: {yaml(next(used))}", book)
    (CONTENT / "datapackage.yaml").write_text(book)


def write(name, header, rows):
    with open(CONTENT / "data" / (name + ".csv"), "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def records(skipped):
    """A row of every table for each vector; no row has the same one twice."""
    at = lambda n, step: VECTORS[(n + step) % len(VECTORS)]
    kept = [n for n in range(len(VECTORS)) if n not in skipped]
    write(
        "strikes",
        "id date time place district city latitude longitude location_precision belligerent attribution dead_low"
        " dead_high children_killed injured grading military_assessment conceded_killed damage summary".split(),
        (
            [f"S{n}", f"2020-{n % 12 + 1:02}-{n % 28 + 1:02}", "", at(n, 0), at(n % 40, 1), at(n % 30, 2)]
            + [f"{0.01 + n % 20 / 1000:.4f}", f"{0.03 + n % 17 / 1000:.4f}", "exact", at(n, 3), "known", 1, 2, "", ""]
            + ["confirmed" if n % 2 else "weak", "credible", "", at(n, 4), at(n, 5)]
            for n in kept
        ),
    )
    write(
        "victims",
        "strike_id name age age_group sex status".split(),
        ([f"S{n}", at(n, 6), "", "adult", "female", "killed"] for n in kept),
    )
    write(
        "sources",
        "id strike_id publisher title url language kind".split(),
        (
            [f"R{n}", f"S{n}", at(n, 8), at(n, 9), "https://example.org/" + urllib.parse.quote(at(n, 10)), "en", "ngo"]
            for n in kept
        ),
    )
    write(
        "claims",
        "id claimant date scope killed statement source_url position".split(),
        ([f"C{n}", at(n, 11), "2020-03-01", f"S{n}", 1, at(n, 12), "", "alleged"] for n in kept),
    )
    write(
        "disclosures",
        "strike_id fact disclosed_by value source_url".split(),
        ([f"S{n}", "target", at(n, 13), at(n, 14), ""] for n in kept),
    )


def article(n):
    """A vector in every part of an article: as it is, and so that Markdown takes it as text."""
    vector = one_line(VECTORS[n])
    shown = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", vector)
    return (
        f"---\ntitle: {yaml(VECTORS[n])}\ndescription: {yaml(VECTORS[n])}\n---\n\n"
        f"{vector}\n\n## {shown}\n\n> {shown}\n\n- {shown}\n\n**{shown}** [{shown}](index.md \"{shown}\")\n\n"
        f"| {shown} | a |\n|---|---|\n| {shown} | b |\n\n```\n{vector}\n```\n\n    {vector}\n\n[a](index.md '{shown}')\n"
    )


def shown_article(n):
    """The same without the vector as it is, for those that are refused."""
    return article(n).replace(f"\n\n{one_line(VECTORS[n])}\n\n## ", "\n\n## ", 1)


def media():
    """Files whose names are vectors, and an article that shows them."""
    picture = (CONTENT / "media" / "sample.svg").read_bytes()
    lines = ["---", "title: Pictures", "---", ""]
    for n, vector in enumerate(VECTORS):
        # Some characters are refused in the names of files, with a message of their own.
        name = re.sub(r'[<>:"|?*\\/]', "", vector).strip(". ")[:60].strip(". ")
        if not name or any(ord(letter) < 32 for letter in name):
            continue
        path = CONTENT / "media" / f"{n}{name}.svg"
        try:
            path.write_bytes(picture)
        except OSError:
            continue
        lines += [f"![picture {n}](<media/{urllib.parse.quote(path.name)}>)", ""]
    (CONTENT / "pictures.md").write_text("\n".join(lines))


def words():
    """A vector after every word for readers that is plain text."""
    path = SITE / "templates" / "words" / "en.yaml"
    path.parent.mkdir(parents=True)
    shutil.copy(pathlib.Path(__file__).parents[3] / "templates" / "words" / "en.yaml", path)
    changed = []
    for n, line in enumerate(path.read_text().split("\n")):
        found = re.fullmatch(r'(\w+): ("?)([^"{}\[\]#|>&*!%@`\\]+)\2', line)
        fixed = ("language", "direction", "plural", "digits", "group", "number_order")
        if found and found[1] not in fixed and not found[1].startswith(("number", "date", "decimal")):
            vector = one_line(VECTORS[n % len(VECTORS)])
            if not re.search(r"[{}]", vector):
                line = f"{found[1]}: {yaml(found[3] + ' ' + vector)}"
        changed.append(line)
    path.write_text("\n".join(changed))


def report():
    """What the program says of the site: all messages of the check, and then those of the build."""
    ending = run("check", str(SITE), "--all")
    return ending if ending.returncode else run("build", str(SITE))


def refused(ending):
    """The files and lines at which something is an error."""
    return set(re.findall(r"(?m)^([^\n]+?):(\d+)(?::\d+)?: error: ", ending.stderr + ending.stdout))


def make():
    assert run("new", str(SITE)).returncode == 0
    for old in ["what-happened.md", "how-we-counted.md", "strikes/SAMPLE-1.md"]:
        (CONTENT / old).unlink()
    start = (CONTENT / "site.yaml").read_text().split("# The menu.")[0]
    (CONTENT / "site.yaml").write_text(start + "url: https://example.org/report\n")
    book = (CONTENT / "datapackage.yaml").read_text()
    (CONTENT / "datapackage.yaml").write_text(re.sub(r".*witness_contact.*\n", "", book))
    (CONTENT / "index.md").write_text("---\ntitle: Start\n---\n\n# Start\n\n```map\n```\n\n```chart\nby: district\n```\n\n```table\nby: city\n```\n\n"
                                      "```timeline\n```\n")
    settings(0)
    media()
    words()
    skipped, raw = set(), set(range(len(VECTORS)))
    plain = set(raw)
    for turn in range(40):
        records(skipped)
        for n in range(len(VECTORS)):
            path = CONTENT / f"a{n}.md"
            if n in raw:
                path.write_text(article(n))
            elif n in plain:
                path.write_text(shown_article(n))
            elif path.exists():
                path.unlink()
        ending = report()
        if ending.returncode == 0:
            return len(VECTORS) - len(skipped), len(raw), len(plain)
        found = refused(ending)
        before = (len(skipped), len(raw), len(plain), len(list(CONTENT.rglob("*"))))
        lines = {}
        for name, line in found:
            if re.fullmatch(r"content/a\d+\.md", name):
                n = int(re.sub(r"\D", "", name))
                (raw if n in raw else plain).discard(n)
            elif name.startswith("content/data/"):
                with open(SITE / name, newline="") as file:
                    rows = list(csv.reader(file))
                row = rows[min(int(line), len(rows)) - 1]
                skipped |= {int(text[1:]) for text in row[:2] if re.fullmatch(r"[SRC]\d+", text)}
            elif name.startswith("content/media/"):
                (SITE / name).unlink(missing_ok=True)
            else:
                lines.setdefault(name, set()).add(int(line))
        for name, numbers in lines.items():
            path = SITE / name
            text = path.read_text().split("\n")
            for number in numbers:
                line = text[number - 1]
                text[number - 1] = "" if path.suffix == ".md" else re.sub(
                    r'"(?:[^"\\]|\\.)*"', lambda _: '"plain"', line)
            path.write_text("\n".join(text))
        after = (len(skipped), len(raw), len(plain), len(list(CONTENT.rglob("*"))))
        if before == after and not lines:
            break
    sys.exit(f"the site cannot be built:\n{ending.stderr[-3000:]}")


# MARK: What a reader's browser makes of it

WATCH = """
window.hits = [];
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (x) => window.hits.push(name + " " + x);
window.addEventListener("error", (event) => { if (event.error) window.hits.push("error " + event.message) });
"""

ACTIVE = """
() => {
  const found = [...window.hits];
  const bad = "script:not([src]), iframe, frame, object, embed, applet, form:not(.filter):not(.top .find):not(.search-all), base, meta[http-equiv=refresh],"
    + " foreignObject, animate, set, style, link[rel=import], portal, marquee, template, video, audio, math";
  for (const node of document.querySelectorAll(bad)) {
    if (node.type !== "application/ld+json") found.push("node " + node.outerHTML.slice(0, 200));
  }
  for (const node of document.querySelectorAll("*")) {
    for (const attribute of node.attributes) {
      const value = attribute.value.replace(/[\\s\\x00-\\x20]/g, "").toLowerCase();
      const isAddress = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "background",
        "ping"].includes(attribute.name);
      if (/^on/i.test(attribute.name)) found.push("handler " + node.outerHTML.slice(0, 200));
      if (isAddress && /^(javascript|vbscript|data|blob|file):/.test(value)) found.push("address " + value);
      if (["src", "srcset", "poster", "data", "xlink:href", "ping"].includes(attribute.name) && /evil\\.example/.test(value)
        && /^(https?:)?\\/\\//.test(value)) found.push("source " + value);
      if (attribute.name === "style" && /url\\(|expression|import|binding|behavior|[{}]/.test(value)) {
        found.push("style " + value);
      }
    }
  }
  for (const script of document.scripts) {
    if (script.src && new URL(script.src).host !== location.host) found.push("script " + script.src);
  }
  return found;
}
"""

FEED = """
async (address) => {
  const text = await (await fetch(address)).text();
  const type = address.endsWith(".svg") ? "image/svg+xml" : "application/xml";
  const tree = new DOMParser().parseFromString(text, type);
  if (tree.querySelector("parsererror")) return ["not well formed"];
  const found = [];
  for (const node of tree.querySelectorAll("*")) {
    const name = node.localName.toLowerCase();
    if (["script", "iframe", "object", "foreignobject", "animate", "set", "style"].includes(name)) {
      found.push("node " + name);
    }
    for (const attribute of node.attributes) {
      if (/^on/i.test(attribute.localName)) found.push("handler " + attribute.name);
      if (/^\\s*(javascript|data|vbscript):/i.test(attribute.value)) found.push("address " + attribute.value);
    }
    if (name === "content" || name === "summary") {
      const inside = new DOMParser().parseFromString(node.textContent, "text/html");
      if (node.getAttribute("type") === "html" && inside.querySelector("script, iframe, object, embed, style")) {
        found.push("node in " + name);
      }
    }
  }
  return found;
}
"""


def missing(output, name):
    """The files of the report that a page leads to and that are not there."""
    page = (output / name).read_text()
    for link in re.findall(r'(?:href|src)="([^"#?:]+)["#?]', page):
        link = urllib.parse.unquote(html.unescape(link))
        if not link.startswith("/") and "\0" not in link and not (output / name).parent.joinpath(link).exists():
            problems.append(f"{name}: leads to {link}, which is not there")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def read(output):
    handler = functools.partial(Quiet, directory=str(output))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    files = sorted(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    counts = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        context = browser.new_context(bypass_csp=True)
        context.add_init_script(WATCH)
        page = context.new_page()
        here = [""]

        def asked(request):
            # The page for what is not found names the site's own address, because it has no folder.
            own = "https://example.org/report/"
            if not request.url.startswith((address, "about:", own)):
                problems.append(f"{here[0]}: asks {request.url[:200]}")

        def talks(dialog):
            problems.append(f"{here[0]}: dialog {dialog.message[:100]}")
            dialog.dismiss()

        page.on("request", asked)
        page.on("dialog", talks)
        context.on("page", lambda other: other != page and problems.append(f"{here[0]}: opens {other.url[:100]}"))
        # A script that the browser itself runs shows that the watch works.
        page.set_content("<p onclick=alert(1)><script>alert(7)</script>")
        assert len(page.evaluate(ACTIVE)) >= 3, "the watch is blind"
        for name in files:
            here[0] = name
            kind = name.rsplit(".", 1)[-1]
            counts[kind] = counts.get(kind, 0) + 1
            place = address + urllib.parse.quote(name)
            try:
                if kind == "html":
                    missing(output, name)
                if kind in ("html", "svg"):
                    if kind == "html" or "media/" not in name:
                        page.goto(place, wait_until="load")
                        problems.extend(f"{name}: {what}" for what in page.evaluate(ACTIVE))
                if kind in ("xml", "svg") and "media/" not in name:
                    page.goto(address + "robots-of-nobody.txt")
                    problems.extend(f"{name}: {what}" for what in page.evaluate(FEED, place))
            except Error as error:
                problems.append(f"{name}: {str(error)[:200]}")
            if kind in ("json", "geojson"):
                text = (output / name).read_text()
                json.loads(text)
                page.goto(place, wait_until="load")
                problems.extend(f"{name}: {what}" for what in page.evaluate("window.hits"))
        browser.close()
    server.shutdown()
    return counts


made = make()
counts = read(SITE / "Output")
print(f"{len(VECTORS)} vectors; {made[0]} in records, {made[1]} as they are in articles, {made[2]} as text")
print(", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())))
for problem in problems[:40]:
    print(problem)
print(f"{len(problems)} active")
sys.exit(1 if problems else 0)
