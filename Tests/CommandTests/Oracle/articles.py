"""Judges whether a report keeps every word of its authors.

    articles.py make FOLDER COUNT     writes articles of random constructs, each word of which is unique
    articles.py check FOLDER LIST     compares them with the report: LIST is that of `recount check --format json`

An article is read with markdown-it-py, which shares no code with Recount. Every word that readers of its page
would see must be on Recount's page of the article or in the place or the words of a message. What the articles
state in comments must be nowhere in the report. Articles with errors are not built: their words must be published
nowhere, so that the author learns of them first.
"""

import html.parser
import json
import os
import random
import re
import sys

import markdown_it

WORD = re.compile(r"\w+")


class Maker:
    """One article."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.seed = seed
        self.number = 0
        self.private = []

    def word(self):
        self.number += 1
        letters = "".join(self.random.choice("abcdefghij") for _ in range(4))
        prefix = self.random.choice(["w", "w", "w", "é", "قا", "漢"])
        return f"{prefix}{letters}{self.seed}x{self.number}"

    def words(self, most=4):
        return " ".join(self.word() for _ in range(self.random.randint(1, most)))

    def secret(self):
        word = "secret" + self.word()
        self.private.append(word)
        return word

    def inline(self, depth=0):
        w, pick = self.words, self.random.choice
        plain = [
            lambda: w(),
            lambda: f"`{w()}`",
            lambda: f"{w()}  \n{w()}",
            lambda: f"{w()}&amp;{w()}&eacute;",
            lambda: f"[{w()}](https://example.org/a?b=c)",
            lambda: f"![{w()}](https://example.org/a.jpg)",
            lambda: f"<https://example.org/{self.word()}>",
            lambda: f"{w()} https://example.org/b, {w()}",
            lambda: f"{w()}<br>{w()}<br/>{w()}",
            lambda: f"{w()} <!-- {self.secret()} --> {w()}",
            lambda: f"\\*{w()}\\*",
            lambda: f"{{{{< {self.word()} name=\"{w()}\" >}}}} {w()}",
            lambda: f"{{% {self.word()} {w()} %}}",
            lambda: f"<{self.word()}> {w()}" if self.random.random() < 0.2 else w(),
            lambda: f"<img src=\"https://example.org/i.png\" alt=\"{w()}\">",
            lambda: f"[[{w()}]] {w()}",
            lambda: f"{w()} < {w()} & {w()}",
        ]
        if depth > 2:
            return pick(plain)()
        i = lambda: self.inline(depth + 1)
        tag = pick(["b", "i", "em", "strong", "u", "s", "del", "ins", "mark", "small", "abbr", "cite", "q",
                    "code", "kbd", "span", "sub", "sup", "font", "big", "tt", "blink"])
        nested = [
            lambda: f"*{w()}* {i()}",
            lambda: f"**{i()}**" if depth == 0 else f"**{w()}**",
            lambda: f"~~{w()}~~",
            lambda: f"<{tag} class=\"a b\">{w()} {i()}</{tag}>",
            lambda: f"<{tag}>{w()}</{tag}>",
            lambda: f"<a href=\"https://example.org/c\" target=_blank>{w()}</a>",
            lambda: f"{i()} {i()}",
        ]
        return pick(plain + nested * 3)()

    def line(self):
        return self.inline().replace("\n", " ")

    def html(self, depth=0):
        w, pick = self.words, self.random.choice
        inner = lambda: self.html(depth + 1) if depth < 3 and self.random.random() < 0.6 else w()
        cell = lambda: pick([w(), f"<b>{w()}</b>", f"{w()}<br>{w()}", f"<ul><li>{w()}<li>{w()}</ul>"])
        rows = "\n".join(f"<tr><td>{cell()}</td><td colspan=2>{cell()}</td></tr>" for _ in range(2))
        return pick([
            lambda: f"<p class=\"lead\">{w()} <em>{w()}</em></p>",
            lambda: f"<div align=\"center\">\n{inner()}\n</div>",
            lambda: f"<details><summary>{w()}</summary>\n{inner()}\n</details>",
            lambda: f"<blockquote>{inner()}</blockquote>",
            lambda: f"<ul>\n<li>{w()}</li>\n<li>{inner()}\n</ul>",
            lambda: f"<dl><dt>{w()}<dd>{w()}</dl>",
            lambda: f"<figure><img src=\"https://example.org/f.png\" alt=\"{w()}\"><figcaption>{w()}</figcaption></figure>",
            lambda: f"<table border=1><caption>{w()}</caption>\n<thead><tr><th>{w()}<th>{w()}</thead>\n{rows}</table>",
            lambda: f"<pre>\n{w()}\n  <b>{w()}</b>\n</pre>",
            lambda: f"<h3 id=\"x\">{w()}</h3>",
            lambda: f"<section>{w()} <!-- {self.secret()} --> {w()}</section>",
            lambda: f"<center>{w()}</center>",
            lambda: f"<hr>\n{w()}",
        ])()

    def block(self, depth=0):
        pick = self.random.choice
        inner = lambda: self.block(depth + 1) if depth < 2 else self.line()
        indent = lambda text, mark: mark + text.replace("\n", "\n" + " " * len(mark))
        cells = lambda count: "| " + " | ".join(self.words(2) for _ in range(count)) + " |"
        return pick([
            lambda: self.inline(),
            lambda: self.inline() + "\n" + self.line(),
            lambda: "#" * self.random.randint(1, 5) + " " + self.words(),
            lambda: self.words() + "\n---",
            lambda: "> " + inner().replace("\n", "\n> "),
            lambda: indent(inner(), "- ") + "\n" + indent(inner(), "- "),
            lambda: indent(inner(), "3. ") + "\n\n" + indent(inner(), "4. "),
            lambda: "- [ ] " + self.line() + "\n- [x] " + self.line(),
            lambda: f"```python\n{self.words()}\n<b>{self.words()}</b>\n```",
            lambda: f"    {self.words()} <i>\n    {{{{ {self.words()} }}}}",
            lambda: f"{cells(3)}\n|---|:-:|--:|\n{cells(3)}\n{cells(2)}",
            lambda: f"| a | b |\n|---|---|\n| <ul><li>{self.words()}</li></ul> | {self.words()}<br>{self.words()} |",
            lambda: self.html(),
            lambda: self.html(),
            lambda: f"<div>\n\n{inner()}\n\n</div>",
            lambda: f"<details>\n<summary>{self.words()}</summary>\n\n{inner()}\n\n{inner()}\n\n</details>",
            lambda: f"<p align=\"center\">\n\n{self.words()}\n\n</p>",
            lambda: f"<!-- {self.secret()}\n\n{self.secret()} -->",
            lambda: "---",
            lambda: f":::note {self.words()}\n{self.words()}\n:::",
            lambda: f"!!! note \"{self.words()}\"\n    {self.words()}",
            lambda: f"> [!NOTE]\n> {self.words()}",
            lambda: f"[gallery ids=\"1\" title=\"{self.words()}\"] {self.words()}",
            lambda: f"{self.words()} {{#{self.word()} .{self.word()}}}",
            lambda: f"<script>\nvar {self.word()};\n</script>" if self.random.random() < 0.1 else self.words(),
            lambda: f"<b>{self.words()}" if self.random.random() < 0.1 else self.words(),
        ])()

    def article(self):
        body = "\n\n".join(self.block() for _ in range(self.random.randint(3, 9)))
        return f"---\ntitle: {self.word()}\ndraft: false\n---\n\n{body}\n"


class Page(html.parser.HTMLParser):
    """The words of a page that readers see, with those of pictures and tooltips."""

    def __init__(self, inside=None):
        super().__init__()
        self.inside, self.depth, self.silent, self.words = inside, 0 if inside else 1, 0, []

    def handle_starttag(self, tag, attributes):
        if tag == self.inside:
            self.depth += 1
        if tag in ("script", "style"):
            self.silent += 1
        if self.depth:
            for name, value in attributes:
                if name in ("alt", "title"):
                    self.words += WORD.findall(value or "")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag == self.inside:
            self.depth -= 1
        if tag in ("script", "style"):
            self.silent -= 1

    def handle_data(self, data):
        if self.depth and not self.silent:
            self.words += WORD.findall(data)


def words(markup, inside=None):
    page = Page(inside)
    page.feed(markup)
    page.close()
    return page.words


def make(folder, count):
    private = {}
    for number in range(count):
        maker = Maker(number)
        name = f"article-{number}.md"
        with open(os.path.join(folder, "content", name), "w", encoding="utf-8") as file:
            file.write(maker.article())
        private[name] = maker.private
    with open(os.path.join(folder, "private.json"), "w", encoding="utf-8") as file:
        json.dump(private, file)


def named(message, lines):
    """The words that a message quotes, and those of the place that it marks."""
    marked = ""
    if 0 < message.get("line", 0) <= len(lines):
        line = lines[message["line"] - 1]
        start = max(0, message.get("column", 1) - 1)
        marked = line[start:message.get("endColumn", len(line)) - 1] if start else line
    return WORD.findall(message["message"] + " " + message.get("suggestion", "") + " " + marked)


def check(folder, path):
    with open(path, encoding="utf-8") as file:
        listed = json.load(file)["messages"]
    parser = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    missing, built, refused, compared = [], 0, 0, 0
    output = os.path.join(folder, "Output")
    for name in sorted(os.listdir(os.path.join(folder, "content"))):
        if not name.startswith("article-"):
            continue
        with open(os.path.join(folder, "content", name), encoding="utf-8") as file:
            source = file.read()
        messages = [m for m in listed if m.get("file", "").endswith("content/" + name)]
        page = os.path.join(output, name.replace(".md", ".html"))
        if not os.path.exists(page):
            if not any(m["severity"] == "error" for m in messages):
                missing.append(f"{name}: no page, and no error")
            refused += 1
            continue
        built += 1
        body = source.split("---\n", 2)[2]
        with open(page, encoding="utf-8") as file:
            shown = set(words(file.read(), "main"))
        lines = source.split("\n")
        told = {word for m in messages for word in named(m, lines)}
        for word in words(parser.render(body)):
            compared += 1
            # The mark of a task is a box on Recount's page.
            if word != "x" and word not in shown and word not in told:
                missing.append(f"{name}: {word}")
    with open(os.path.join(folder, "private.json"), encoding="utf-8") as file:
        private = {word for words in json.load(file).values() for word in words}
    for place, _, files in os.walk(output):
        for name in files:
            with open(os.path.join(place, name), encoding="utf-8", errors="replace") as file:
                for word in re.findall(r"secret\w+", file.read()):
                    if word in private:
                        missing.append(f"{name}: {word} is private")
    print(json.dumps({"built": built, "refused": refused, "words": compared, "private": len(private),
                      "missing": missing[:50]}, ensure_ascii=False))


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2], int(sys.argv[3]))
    else:
        check(sys.argv[2], sys.argv[3])
