// The rules that templates can break.

import Diagnostics

/// What can be wrong in a template.
public enum TemplateRule: String, CaseIterable, Rule {
    /// What stands between the braces must be readable by the language's rules.
    case syntax = "template-syntax"
    /// Every tag that opens something is closed, the innermost first.
    case unclosedTag = "unclosed-tag"
    /// Only the tags of the language can be used.
    case unknownTag = "unknown-tag"
    /// A template can use only what its page offers and what it has set itself.
    case unknownVariable = "unknown-variable"
    /// A record has only the attributes that the reference lists.
    case unknownAttribute = "unknown-attribute"
    /// Only the filters of the language can be used.
    case unknownFilter = "unknown-filter"
    /// The only test is `none`.
    case unknownTest = "unknown-test"
    /// A template that is included, extended, imported or needed by a page must exist.
    case unknownTemplate = "unknown-template"
    /// A macro must be defined or imported before it is called.
    case unknownMacro = "unknown-macro"
    /// A filter or macro takes only its own arguments, and all that it needs.
    case wrongArguments = "wrong-arguments"
    /// Each operation takes values of certain types: loops take lists, only text, numbers, links, phrases and html can be printed, only values of one type can be compared.
    case wrongType = "template-type"
    /// A value that may be missing must be tested before it is used, so that a page never says nothing where it seems to say something.
    case untestedOptional = "untested-optional"
    /// An optional number does not hold as a condition when it is 0, nor when it is missing; the two are not the same.
    case doubtfulTest = "doubtful-test"
    /// Escaping makes text safe between tags and in quoted attribute values, and nowhere else.
    case unsafePlace = "unsafe-place"
    /// Only a checked url may begin a link: text could become a link that runs a script.
    case uncheckedLink = "unchecked-link"
    /// Branches, loops, macros and pages end in the HTML where they began; else it could not be known what may be printed after them.
    case brokenMarkup = "broken-markup"
    /// A phrase gets a value for each of its placeholders, and for nothing else.
    case phrasePlaceholder = "phrase-placeholder"
    /// A template cannot include or extend itself, not even through others.
    case templateCycle = "template-cycle"
    /// Tags, includes, macros and values are nested at most 100 levels deep.
    case nestingTooDeep = "template-nesting"
    /// A template has at most 1 MiB, and a page is made of a bounded number of parts.
    case templateTooLarge = "template-too-large"
    /// Templates are UTF-8 text.
    case templateNotText = "template-not-text"
    /// A template that extends another replaces blocks that the other has; any other block would never be seen.
    case unknownBlock = "unknown-block"
    /// A template that extends another begins with `extends` and says everything inside blocks.
    case outsideBlock = "outside-block"
    /// A name means one thing at a time: it is not given twice, and nothing hides it.
    case nameTaken = "name-taken"

    /// All but one stop the build.
    public var severity: Severity {
        switch self {
        case .doubtfulTest: .warning
        case .syntax, .unclosedTag, .unknownTag, .unknownVariable, .unknownAttribute,
            .unknownFilter, .unknownTest, .unknownTemplate, .unknownMacro, .wrongArguments,
            .wrongType, .untestedOptional, .unsafePlace, .uncheckedLink, .brokenMarkup,
            .phrasePlaceholder, .templateCycle, .nestingTooDeep, .templateTooLarge,
            .templateNotText, .unknownBlock, .outsideBlock, .nameTaken:
            .error
        }
    }

    /// The rule in words.
    public var explanation: Explanation {
        switch self {
        case .syntax:
            Explanation(
                "What stands between the braces must be readable by the language's rules.",
                wrong: "{{ title title }}",
                right: "{{ title }}"
            )
        case .unclosedTag:
            Explanation(
                "Every tag that opens something is closed, the innermost first.",
                wrong: "{% if a %}{% for x in xs %}…{% endif %}{% endfor %}",
                right: "{% if a %}{% for x in xs %}…{% endfor %}{% endif %}"
            )
        case .unknownTag:
            Explanation(
                "Only the tags of the language can be used.",
                wrong: "{% foreach x in xs %}",
                right: "{% for x in xs %}"
            )
        case .unknownVariable:
            Explanation(
                """
                A template can use only what its page offers and what it has set itself. A name that is \
                not there would leave a hole in the page.
                """,
                wrong: "{{ titel }}",
                right: "{{ title }}"
            )
        case .unknownAttribute:
            Explanation(
                "A record has only the attributes that the reference lists.",
                wrong: "{{ strike.dat }}",
                right: "{{ strike.date }}"
            )
        case .unknownFilter:
            Explanation(
                """
                Only the filters of the language can be used. There is no `safe`: what is HTML passes by \
                its type.
                """,
                wrong: "{{ title | safe }}",
                right: "{{ title }}"
            )
        case .unknownTest:
            Explanation(
                "The only test is `none`.",
                wrong: "{% if x is defined %}",
                right: "{% if x is not none %}"
            )
        case .unknownTemplate:
            Explanation(
                "A template that is included, extended, imported or needed by a page must exist.",
                wrong: #"{% include "nav.html" %}"#,
                right: #"{% include "partials/nav.html" %}"#
            )
        case .unknownMacro:
            Explanation(
                "A macro must be defined or imported before it is called.",
                wrong: "{{ badge(x) }}",
                right: #"""
                    {% from "partials/macros.html" import badge %}
                    {{ badge(x) }}
                    """#
            )
        case .wrongArguments:
            Explanation(
                "A filter or macro takes only its own arguments, and all that it needs.",
                wrong: #"{{ xs | join(", ", " and ") }}"#,
                right: #"{{ xs | join(", ") }}"#
            )
        case .wrongType:
            Explanation(
                """
                Each operation takes values of certain types: loops take lists, only text, numbers, links, \
                phrases and html can be printed, only values of one type can be compared.
                """,
                wrong: "{% for x in title %}",
                right: "{% for x in strikes %}"
            )
        case .untestedOptional:
            Explanation(
                """
                A value that may be missing must be tested before it is used, so that a page never says \
                nothing where it seems to say something.
                """,
                wrong: "{{ strike.time }}",
                right: "{% if strike.time is not none %}{{ strike.time }}{% endif %}"
            )
        case .doubtfulTest:
            Explanation(
                """
                An optional number does not hold as a condition when it is 0, nor when it is missing; the \
                two are not the same. Unknown is not zero.
                """,
                wrong: "{% if strike.killed %}",
                right: "{% if strike.killed is not none %}"
            )
        case .unsafePlace:
            Explanation(
                """
                Escaping makes text safe between tags and in quoted attribute values, and nowhere else.
                """,
                wrong: "<p class={{ name }}>",
                right: #"<p class="{{ name }}">"#
            )
        case .uncheckedLink:
            Explanation(
                """
                Only a checked url may begin a link: text could become a link that runs a script.
                """,
                wrong: #"<a href="{{ source.title }}">"#,
                right: #"<a href="{{ source.url }}">"#
            )
        case .brokenMarkup:
            Explanation(
                """
                Branches, loops, macros and pages end in the HTML where they began; else it could not be \
                known what may be printed after them.
                """,
                wrong: #"{% if a %}<p class="{% endif %}x">"#,
                right: #"<p class="{% if a %}x{% endif %}">"#
            )
        case .phrasePlaceholder:
            Explanation(
                "A phrase gets a value for each of its placeholders, and for nothing else.",
                wrong: "{{ words.page_of | fill(page=1) }}",
                right: "{{ words.page_of | fill(page=1, pages=9) }}"
            )
        case .templateCycle:
            Explanation(
                "A template cannot include or extend itself, not even through others.",
                wrong: #"{# nav.html #}{% include "nav.html" %}"#,
                right: "{% macro tree(node) %}…{{ tree(child) }}…{% endmacro %}"
            )
        case .nestingTooDeep:
            Explanation(
                "Tags, includes, macros and values are nested at most 100 levels deep.",
                wrong: "((((((((…))))))))",
                right: "{% set part = … %}"
            )
        case .templateTooLarge:
            Explanation(
                "A template has at most 1 MiB, and a page is made of a bounded number of parts.",
                wrong: "a template that includes another a million times",
                right: "a loop"
            )
        case .templateNotText:
            Explanation(
                "Templates are UTF-8 text.",
                wrong: "a template saved as UTF-16",
                right: "the same, saved as UTF-8"
            )
        case .unknownBlock:
            Explanation(
                """
                A template that extends another replaces blocks that the other has; any other block would \
                never be seen.
                """,
                wrong: #"{% extends "base.html" %}{% block contnet %}…{% endblock %}"#,
                right: #"{% extends "base.html" %}{% block content %}…{% endblock %}"#
            )
        case .outsideBlock:
            Explanation(
                """
                A template that extends another begins with `extends` and says everything inside blocks.
                """,
                wrong: #"{% extends "base.html" %}<p>Lost</p>"#,
                right: #"{% extends "base.html" %}{% block content %}<p>Seen</p>{% endblock %}"#
            )
        case .nameTaken:
            Explanation(
                "A name means one thing at a time: it is not given twice, and nothing hides it.",
                wrong: "{% for x in xs %}{% set last = x %}{% endfor %}",
                right: "{% set last = xs | last %}"
            )
        }
    }
}
