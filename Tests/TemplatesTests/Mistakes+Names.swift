// Names that do not exist.

extension Mistakes {
    static let names: [Mistake] = [
        Mistake(
            "a tag that does not exist",
            [
                "page.html":
                    "{% fro t in tags %}{% import 'x' as y %}{% with %}{% whatever %}{% break %}"
            ],
            #"""
            templates/page.html:1:4: error: no tag is called “fro”
                 {% fro t in tags %}{% import 'x' as y %}{% with %}{% whatever %}{% break %}
                    ^^^
                 Did you mean “for”?
                 [unknown-tag]

            templates/page.html:1:23: error: no tag is called “import”
                 {% fro t in tags %}{% import 'x' as y %}{% with %}{% whatever %}{% break %}
                                       ^^^^^^
                 Write {% from "file.html" import name %}.
                 [unknown-tag]

            templates/page.html:1:44: error: no tag is called “with”
                 {% fro t in tags %}{% import 'x' as y %}{% with %}{% whatever %}{% break %}
                                                            ^^^^
                 Write {% set name = value %}.
                 [unknown-tag]

            templates/page.html:1:54: error: no tag is called “whatever”
                 {% fro t in tags %}{% import 'x' as y %}{% with %}{% whatever %}{% break %}
                                                                      ^^^^^^^^
                 Tags are if, for, set, include, extends, block, macro, from, raw.
                 [unknown-tag]

            templates/page.html:1:68: error: no tag is called “break”
                 {% fro t in tags %}{% import 'x' as y %}{% with %}{% whatever %}{% break %}
                                                                                    ^^^^^
                 Jinja2 has it, this language does not.
                 [unknown-tag]
            """#
        ),
        Mistake(
            "a variable that does not exist",
            ["page.html": "{{ titel }}{{ qqq }}{{ loop.index }}"],
            #"""
            templates/page.html:1:4: error: nothing is called “titel” here on pages of kind “sample”
                 {{ titel }}{{ qqq }}{{ loop.index }}
                    ^^^^^
                 Did you mean “title”?
                 [unknown-variable]

            templates/page.html:1:15: error: nothing is called “qqq” here on pages of kind “sample”
                 {{ titel }}{{ qqq }}{{ loop.index }}
                               ^^^
                 There are arabic, count, extra, hostile, is_draft, is_final, known, link, markup, next, nobody, note, ….
                 [unknown-variable]

            templates/page.html:1:24: error: nothing is called “loop” here on pages of kind “sample”
                 {{ titel }}{{ qqq }}{{ loop.index }}
                                        ^^^^
                 It is there inside {% for %} only, not in what the loop includes or calls.
                 [unknown-variable]
            """#
        ),
        Mistake(
            "a variable set on one branch only",
            ["page.html": "{% if is_final %}{% set x = 1 %}{% endif %}{{ x }}"],
            #"""
            templates/page.html:1:47: error: nothing is called “x” here on pages of kind “sample”
                 {% if is_final %}{% set x = 1 %}{% endif %}{{ x }}
                                                               ^
                 It is set on some ways to this place only; set it on all of them.
                 [unknown-variable]
            """#
        ),
        Mistake(
            "a page variable in an imported macro",
            [
                "page.html": "{% from 'm.html' import a %}{{ a() }}",
                "m.html": "{% macro a() %}{{ title }}{% endmacro %}",
            ],
            #"""
            templates/m.html:1:19: error: nothing is called “title” here
                 {% macro a() %}{{ title }}{% endmacro %}
                                   ^^^^^
                 This macro does not see the page: pass the value as an argument, or import the macro “with context”.
                 Found for the call at templates/page.html:1:32.
                 [unknown-variable]
            """#
        ),
        Mistake(
            "an attribute that does not exist",
            ["page.html": "{{ place.nam }}{{ place.latitude }}{{ title.length }}{{ extra.grad }}"],
            #"""
            templates/page.html:1:10: error: a place has no “nam”
                 {{ place.nam }}{{ place.latitude }}{{ title.length }}{{ extra.grad }}
                          ^^^
                 Did you mean “name”?
                 [unknown-attribute]

            templates/page.html:1:25: error: a place has no “latitude”
                 {{ place.nam }}{{ place.latitude }}{{ title.length }}{{ extra.grad }}
                                         ^^^^^^^^
                 It has arabic, name.
                 [unknown-attribute]

            templates/page.html:1:45: error: text has no attributes, so no “length”
                 {{ place.nam }}{{ place.latitude }}{{ title.length }}{{ extra.grad }}
                                                             ^^^^^^
                 Did you mean the filter: | length?
                 [unknown-attribute]

            templates/page.html:1:63: error: the table “extra” has no “grad”
                 {{ place.nam }}{{ place.latitude }}{{ title.length }}{{ extra.grad }}
                                                                               ^^^^
                 Did you mean “grade”?
                 [unknown-attribute]
            """#
        ),
        Mistake(
            "an attribute of loop",
            ["page.html": "{% for t in tags %}{{ loop.indx }}{{ loop }}{% endfor %}"],
            #"""
            templates/page.html:1:28: error: loop has no “indx”
                 {% for t in tags %}{{ loop.indx }}{{ loop }}{% endfor %}
                                            ^^^^
                 Did you mean “index”?
                 [unknown-attribute]

            templates/page.html:1:38: error: loop is not a value
                 {% for t in tags %}{{ loop.indx }}{{ loop }}{% endfor %}
                                                      ^^^^
                 It has loop.index, loop.index0, loop.first, loop.last and loop.length.
                 [template-type]
            """#
        ),
        Mistake(
            "a filter that does not exist",
            ["page.html": "{{ title | uper }}{{ title | truncate(3) }}{{ title | e }}"],
            #"""
            templates/page.html:1:12: error: no filter is called “uper”
                 {{ title | uper }}{{ title | truncate(3) }}{{ title | e }}
                            ^^^^
                 Did you mean “upper”?
                 [unknown-filter]

            templates/page.html:1:30: error: no filter is called “truncate”
                 {{ title | uper }}{{ title | truncate(3) }}{{ title | e }}
                                              ^^^^^^^^
                 Filters are default, length, join, lower, upper, first, last, number, plural, fill.
                 [unknown-filter]

            templates/page.html:1:55: error: no filter is called “e”
                 {{ title | uper }}{{ title | truncate(3) }}{{ title | e }}
                                                                       ^
                 Everything is escaped already.
                 [unknown-filter]
            """#
        ),
        Mistake(
            "safe",
            ["page.html": "{{ title | safe }}"],
            #"""
            templates/page.html:1:12: error: no filter is called “safe”
                 {{ title | safe }}
                            ^^^^
                 What is HTML already passes as it is, by its type; text is always escaped, whatever a template says.
                 [unknown-filter]
            """#
        ),
        Mistake(
            "tests that do not exist",
            ["page.html": "{% if title is defined %}{% elif title is odd %}{% endif %}"],
            #"""
            templates/page.html:1:16: error: no test is called “defined”
                 {% if title is defined %}{% elif title is odd %}{% endif %}
                                ^^^^^^^
                 Names are checked when templates are loaded: what is not an error is defined. To ask whether an optional value is there, write is not none.
                 [unknown-test]

            templates/page.html:1:43: error: no test is called “odd”
                 {% if title is defined %}{% elif title is odd %}{% endif %}
                                                           ^^^
                 The only test is none: x is none, x is not none.
                 [unknown-test]
            """#
        ),
        Mistake(
            "templates that do not exist",
            [
                "page.html":
                    "{% include 'partials/nvv.html' %}{% include 'nav.html' %}{% from 'q.html' import a %}{{ a() }}",
                "partials/nav.html": "",
            ],
            #"""
            templates/page.html:1:12: error: there is no template “partials/nvv.html”
                 {% include 'partials/nvv.html' %}{% include 'nav.html' %}{% from 'q.html' import a %}{{ a(…
                            ^^^^^^^^^^^^^^^^^^^
                 Did you mean “partials/nav.html”?
                 [unknown-template]

            templates/page.html:1:45: error: there is no template “nav.html”
                 {% include 'partials/nvv.html' %}{% include 'nav.html' %}{% from 'q.html' import a %}{{ a(…
                                                             ^^^^^^^^^^
                 Paths begin at the folder of templates, as in “partials/nav.html”.
                 [unknown-template]

            templates/page.html:1:66: error: there is no template “q.html”
                 {% include 'partials/nvv.html' %}{% include 'nav.html' %}{% from 'q.html' import a %}{{ a(…
                                                                                  ^^^^^^^^
                 Paths begin at the folder of templates, as in “partials/nav.html”.
                 [unknown-template]
            """#
        ),
        Mistake(
            "a parent that does not exist",
            ["page.html": "{% extends 'bsae.html' %}{% block a %}{% endblock %}", "base.html": ""],
            #"""
            templates/page.html:1:12: error: there is no template “bsae.html”
                 {% extends 'bsae.html' %}{% block a %}{% endblock %}
                            ^^^^^^^^^^^
                 Did you mean “base.html”?
                 [unknown-template]
            """#
        ),
        Mistake(
            "macros that do not exist",
            [
                "page.html":
                    "{% from 'm.html' import bagde, x %}{{ badge() }}{{ bagde() }}{{ title() }}",
                "m.html": "{% macro badge() %}{% endmacro %}",
            ],
            #"""
            templates/page.html:1:25: error: “m.html” has no macro “bagde”
                 {% from 'm.html' import bagde, x %}{{ badge() }}{{ bagde() }}{{ title() }}
                                         ^^^^^
                 Did you mean “badge”?
                 [unknown-macro]

            templates/page.html:1:32: error: “m.html” has no macro “x”
                 {% from 'm.html' import bagde, x %}{{ badge() }}{{ bagde() }}{{ title() }}
                                                ^
                 It has badge.
                 [unknown-macro]

            templates/page.html:1:39: error: no macro is called “badge” here
                 {% from 'm.html' import bagde, x %}{{ badge() }}{{ bagde() }}{{ title() }}
                                                       ^^^^^
                 Define it above with {% macro %}, or import it with {% from "…" import badge %}.
                 [unknown-macro]

            templates/page.html:1:65: error: “title” is a value and cannot be called
                 {% from 'm.html' import bagde, x %}{{ badge() }}{{ bagde() }}{{ title() }}
                                                                                 ^^^^^
                 [unknown-macro]
            """#
        ),
    ]
}
