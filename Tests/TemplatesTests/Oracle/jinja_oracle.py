"""Renders templates with Jinja2, so that the tests can compare bytes.

Reads {"pages": {page: {name: value}}, "cases": [{"files": {path: source}, "entry": path, "page":
page}]} and writes a list of {"output": …} or {"error": …}. Values are tagged: {"text": …}, {"url": …}, {"html": …},
{"integer": …}, {"boolean": …}, {"phrase": {form: text}}, {"list": […]}, {"record": {…}}, null.
"""

import json
import re
import sys

import jinja2
from markupsafe import Markup, escape


class Record:
    def __init__(self, fields):
        self._fields = fields

    def __getattr__(self, name):
        if name.startswith("_") or name not in self.__dict__["_fields"]:
            raise AttributeError(name)
        return self._fields[name]

    def __getitem__(self, name):
        return self._fields[name]


class Table(Record):
    def __bool__(self):
        return bool(self._fields)


class Phrase:
    def __init__(self, forms):
        self.forms = forms

    def __str__(self):
        return self.forms["other"]

    def filled(self, text, values):
        def replace(match):
            name = match.group(1)
            return str(escape(values[name])) if name in values else escape(match.group(0))

        parts = re.split(r"(\{[A-Za-z_][A-Za-z0-9_]*\})", text)
        return Markup(
            "".join(
                replace(re.fullmatch(r"\{(.*)\}", part)) if index % 2 else str(escape(part))
                for index, part in enumerate(parts)
            )
        )


def decode(value):
    if value is None:
        return None
    (tag, content), = value.items()
    if tag == "html":
        return Markup(content)
    if tag == "list":
        return [decode(item) for item in content]
    if tag == "record":
        return Record({name: decode(item) for name, item in content.items()})
    if tag == "table":
        return Table({name: decode(item) for name, item in content.items()})
    if tag == "phrase":
        return Phrase(content)
    return content


def number(value):
    return f"{value:,}"


def plural(phrase, n, **values):
    form = "one" if n == 1 else "other"
    text = phrase.forms.get(form, phrase.forms["other"])
    return phrase.filled(text, {"n": number(n), **values})


def fill(phrase, **values):
    return phrase.filled(phrase.forms["other"], values)


def render(case, pages):
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(case["files"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["number"] = number
    environment.filters["plural"] = plural
    environment.filters["fill"] = fill
    environment.filters["default"] = lambda value, other: other if value is None else value
    environment.filters["first"] = lambda items: items[0] if items else None
    environment.filters["last"] = lambda items: items[-1] if items else None
    values = {name: decode(value) for name, value in pages[case["page"]].items()}
    try:
        return {"output": environment.get_template(case["entry"]).render(values)}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


data = json.load(sys.stdin)
json.dump([render(case, data["pages"]) for case in data["cases"]], sys.stdout)
