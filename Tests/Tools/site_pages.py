"""What a report must be to open from a folder: every link inside it resolves, nothing comes from outside.

A link checker cannot know this: an absolute path or a link to a folder works on a server, and an
inline style works until the Content-Security-Policy forbids it.
"""

import re
import xml.etree.ElementTree as xml
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

LOADING = {  # attributes whose target the browser fetches by itself
    ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("script", "src"),
    ("iframe", "src"), ("embed", "src"), ("object", "data"), ("video", "src"), ("video", "poster"),
    ("audio", "src"), ("track", "src"), ("input", "src"), ("image", "href"), ("use", "href"),
    ("image", "xlink:href"), ("use", "xlink:href"), ("frame", "src"), ("body", "background"),
}
LINKING = {("a", "href"), ("area", "href"), ("form", "action"), ("button", "formaction")}
LOADING_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon"}
SCHEMES = {"http", "https", "mailto", "tel"}
DATA_BLOCKS = {"application/json", "application/ld+json"}


def files_of(site):
    """Every file of a site, without hidden folders, sorted."""
    found = (path for path in site.rglob("*") if path.is_file())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(site).parts))


def pages_of(site):
    """Every HTML page of a site, sorted."""
    return [path for path in files_of(site) if path.suffix == ".html"]


class Page(HTMLParser):
    """The ids and links of one page, and what it holds that a strict policy forbids."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.problems = set(), [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        if "id" in values:
            if values["id"] in self.ids:
                self.complain(f"the id “{values['id']}” is used twice")
            self.ids.add(values["id"])
        if tag == "style":
            self.complain("an inline <style>")
        if tag == "script" and "src" not in values and values.get("type") not in DATA_BLOCKS:
            self.complain("an inline <script>")
        if tag == "base" and "href" in values:
            self.complain("a <base href> changes what links mean")
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.add_refresh(values.get("content", ""))
        for name, value in values.items():
            if name == "style":
                self.complain(f"an inline style on <{tag}>")
            if name.startswith("on"):
                self.complain(f"an inline script: {name} on <{tag}>")
            if tag == "link" and name == "href":
                relations = set(values.get("rel", "").lower().split())
                self.links.append((self.getpos()[0], value, bool(relations & LOADING_RELATIONS)))
            elif (tag, name) in LINKING:
                self.links.append((self.getpos()[0], value, False))
            elif (tag, name) in LOADING:
                targets = [part.split()[0] for part in value.split(",") if part.split()]
                for target in targets if name == "srcset" else [value]:
                    self.links.append((self.getpos()[0], target, True))

    handle_startendtag = handle_starttag

    def add_refresh(self, content):
        target = content.partition("=")[2].strip(" '\"")
        if target:
            self.links.append((self.getpos()[0], target, False))

    def complain(self, problem):
        self.problems.append((self.getpos()[0], problem))


def standing_alone(site):
    """Every reason why the site does not stand alone, as lines of text."""
    files = set(files_of(site))
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in files if path.suffix == ".html"}
    problems = []
    for path, page in pages.items():
        place = path.relative_to(site)
        problems += [f"{place}:{line}: {problem}" for line, problem in page.problems]
        for line, link, loads in page.links:
            problem = flaw(site, files, pages, path, link, loads)
            if problem:
                problems.append(f"{place}:{line}: “{link}” {problem}")
    for path in files:
        place = path.relative_to(site)
        if path.suffix == ".css":
            text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
            quoted = r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)"""
            for match in re.finditer(quoted, text):
                link = (match[1] or match[2]).strip()
                problem = None if link.startswith("data:") else flaw(site, files, pages, path, link, True)
                if problem:
                    problems.append(f"{place}: “{link}” {problem}")
        if path.suffix in {".xml", ".svg"}:
            try:
                xml.fromstring(path.read_bytes())
            except xml.ParseError as error:
                problems.append(f"{place}: is not well-formed XML: {error}")
    return problems


def flaw(site, files, pages, source, link, loads):
    """What is wrong with one link; None when nothing is."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "is not a URL"
    if parts.scheme == "data" and loads:
        return None
    if parts.scheme or parts.netloc:
        if loads:
            return "is loaded from elsewhere"
        return None if parts.scheme in SCHEMES else "has a scheme that no reader can open"
    if parts.path.startswith("/"):
        return "is an absolute path"
    target = source
    if parts.path:
        name = unquote(parts.path)
        if name.endswith("/") or name in {".", ".."} or name.endswith(("/.", "/..")):
            return "leads to a folder, which does not open from a disk"
        steps = list(source.relative_to(site).parts[:-1])
        for step in name.split("/"):
            if step == "..":
                if not steps:
                    return "leads out of the site"
                steps.pop()
            elif step not in {"", "."}:
                steps.append(step)
        target = site.joinpath(*steps)
        if target not in files:
            return "leads to a folder" if target.is_dir() else "leads to a file that is not there"
    elif not link:
        return "is empty"
    fragment = unquote(parts.fragment)
    if fragment and target in pages and fragment not in pages[target].ids:
        return "leads to a part of the page that is not there"
    return None
