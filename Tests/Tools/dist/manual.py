"""Writes the manual page from what the program itself says of its commands.

    recount --experimental-dump-help | manual.py VERSION SECONDS >recount.1

SECONDS, counted from 1970, give the page its date. Nothing about a command is written here: a
command or option that the program gains is in the next manual without an edit.
"""

import json
import sys
from datetime import datetime, timezone

HIDDEN_EVERYWHERE = {"version", "help"}  # options that each command repeats


GLYPHS = {"\\": "\\e", "-": "\\-", "“": "\\(lq", "”": "\\(rq", "’": "\\(cq", "–": "\\(en", "…": "..."}


def escaped(text):
    """Text as roff prints it: no escapes, requests or hyphens of its own."""
    text = "".join(GLYPHS.get(character, character) for character in text)
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def names(argument):
    """An option as it is typed: bold names and, for what takes a value, the value's name."""
    if argument["kind"] == "positional":
        dots = "..." if argument["isRepeating"] else ""
        return f"\\fI{escaped(argument['valueName'])}\\fR{dots}"
    dashes = {"short": "-", "long": "--", "longWithSingleDash": "-"}
    typed = ", ".join(
        f"\\fB{escaped(dashes[name['kind']] + name['name'])}\\fR" for name in argument["names"]
    )
    if argument["kind"] == "option":
        typed += f" \\fI{escaped(argument['valueName'])}\\fR"
    return typed


def explanation(argument):
    """What it is for, with its values and default as the program's own help gives them."""
    facts = []
    if argument.get("allValues"):
        facts.append("values: " + ", ".join(argument["allValues"]))
    if argument.get("defaultValue"):
        facts.append("default: " + argument["defaultValue"])
    text = argument.get("abstract", "")
    return escaped(f"{text} ({'; '.join(facts)})" if facts else text)


def listed(arguments):
    for argument in arguments:
        yield ".TP"
        yield names(argument)
        yield explanation(argument)


def prose(text):
    """Paragraphs; lines that begin with blanks keep their columns."""
    for paragraph in text.split("\n\n"):
        yield ".PP"
        columns = False
        for line in paragraph.split("\n"):
            if line.startswith(" ") and not columns:
                columns = True
                yield ".RS 2\n.nf"
            yield escaped(line.strip())
        if columns:
            yield ".fi\n.RE"


def synopsis(path, arguments):
    typed = [f"\\fB{escaped(path)}\\fR"]
    for argument in arguments:
        name = names(argument)
        typed.append(f"[{name}]" if argument["isOptional"] else name)
    return " ".join(typed)


def visible(command):
    return [
        argument
        for argument in command.get("arguments", [])
        if argument["shouldDisplay"] and argument["valueName"] not in HIDDEN_EVERYWHERE
    ]


def manual(command, version, seconds):
    name = command["commandName"]
    date = datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%d")
    subcommands = [
        each
        for each in command["subcommands"]
        if each["shouldDisplay"] and each["commandName"] != "help"
    ]
    yield f'.TH {name.upper()} 1 {date} "{name} {version}" "User Commands"'
    yield ".SH NAME"
    abstract = command["abstract"].rstrip(".")
    yield f"{name} \\- {escaped(abstract[:1].lower() + abstract[1:])}"
    yield ".SH SYNOPSIS"
    yield f"\\fB{name}\\fR \\fIcommand\\fR [\\fIoptions\\fR]"
    yield ".SH DESCRIPTION"
    yield from prose(command["discussion"])
    yield ".SH OPTIONS"
    yield from listed(command["arguments"])
    yield ".SH COMMANDS"
    for each in subcommands:
        yield f".SS {name} {each['commandName']}"
        yield synopsis(f"{name} {each['commandName']}", visible(each))
        yield from prose("\n\n".join([each["abstract"], each.get("discussion", "")]).strip())
        yield from listed(visible(each))


if __name__ == "__main__":
    described = json.load(sys.stdin)["command"]
    print("\n".join(manual(described, sys.argv[1], int(sys.argv[2]))))
