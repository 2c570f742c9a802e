// The tags of the language, with their descriptions in the reference.

/// A tag; the raw value is the word with which it begins.
enum Tag: String, CaseIterable {
    case `if`
    case `for`
    case set
    case include
    case extends
    case block
    case macro
    case from
    case raw

    /// The word of its end tag; `nil` for a tag without a body.
    var closing: String? {
        switch self {
        case .if, .for, .block, .macro, .raw, .set: "end" + rawValue
        case .include, .extends, .from: nil
        }
    }

    /// Its syntax, with placeholders.
    var form: String {
        switch self {
        case .if: "{% if a %} … {% elif b %} … {% else %} … {% endif %}"
        case .for: "{% for x in xs %} … {% else %} … {% endfor %}"
        case .set: "{% set x = value %}"
        case .include: "{% include \"partials/x.html\" %}"
        case .extends: "{% extends \"base.html\" %}"
        case .block: "{% block name %} … {% endblock %}"
        case .macro: "{% macro name(a, b=\"x\") %} … {% endmacro %}"
        case .from: "{% from \"partials/macros.html\" import name %}"
        case .raw: "{% raw %} … {% endraw %}"
        }
    }

    /// Its description, as Markdown.
    var doc: String {
        switch self {
        case .if:
            "Shows the first part whose condition holds. Nothing, no, 0, empty text and an empty"
                + " list do not hold; to tell 0 from unknown write `is none`."
        case .for:
            "Repeats its body for every item; the part after `else` shows when there are none."
                + " Inside, `loop.index` counts from 1, `loop.index0` from 0; `loop.first`,"
                + " `loop.last` and `loop.length` say where in the list it is."
        case .set:
            "Gives a value a name, up to the end of the block, loop round, macro or template it"
                + " stands in. `{% set x %} … {% endset %}` names a piece of HTML."
        case .include:
            "Puts another template here; it sees the names that are visible here, except `loop`."
        case .extends:
            "Must come first. The page is the other template, with blocks replaced; beside blocks"
                + " only `set`, `macro` and `from` may follow."
        case .block:
            "A part that a template which extends this one may replace. It sees the page's names"
                + " and those set outside all loops; `{{ super() }}` prints the replaced part."
        case .macro:
            "A piece of template with parameters, printed by `{{ name(value, b=value) }}`. It sees"
                + " its parameters, the page's names and the macros of its file. Defined outside"
                + " all other tags."
        case .from:
            "Takes macros from another template: `import a, b as c`. They see only their parameters"
                + " and the macros of their file, and the page's names too when `with context`"
                + " follows."
        case .raw: "Shows what it holds as it is written, braces and all."
        }
    }

    /// The words of the tags that a word ends or divides; `nil` when it does neither.
    static func openers(of word: String) -> Set<String>? {
        switch word {
        case "else": ["if", "for"]
        case "elif": ["if"]
        case "endif", "endfor", "endblock", "endmacro", "endset", "endraw":
            [String(word.dropFirst(3))]
        default: nil
        }
    }

    /// The word of the end tag for an opening word.
    static func closer(of opener: String) -> String { "end" + opener }
}
