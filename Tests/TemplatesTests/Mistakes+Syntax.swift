// Mistakes in what stands between the braces, and in how tags are nested.

extension Mistakes {
    static let syntax: [Mistake] = [
        Mistake(
            "two values in one output",
            ["page.html": "<p>{{ title title }}</p>"],
            #"""
            templates/page.html:1:13: error: “title” stands where the tag should end
                 <p>{{ title title }}</p>
                             ^^^^^
                 [template-syntax]
            """#
        ),
        Mistake(
            "an empty output",
            ["page.html": "a {{ }}"],
            #"""
            templates/page.html:1:6: error: the tag ends where a value is expected
                 a {{ }}
                      ^^
                 [template-syntax]
            """#
        ),
        Mistake(
            "arithmetic",
            ["page.html": "{{ one + 1 }}"],
            #"""
            templates/page.html:1:8: error: “+” is not part of the language
                 {{ one + 1 }}
                        ^
                 Templates do not calculate: a number on a page comes from the records, where it can be checked. To join texts write ~.
                 [template-syntax]
            """#
        ),
        Mistake(
            "a float and a leading zero",
            ["page.html": "{{ 1.5 }}{{ 016 }}"],
            #"""
            templates/page.html:1:4: error: “1.5” is not a number that templates know
                 {{ 1.5 }}{{ 016 }}
                    ^^^
                 Write whole numbers with digits only, such as 12.
                 [template-syntax]

            templates/page.html:1:13: error: “016” is not a number that templates know
                 {{ 1.5 }}{{ 016 }}
                             ^^^
                 Write whole numbers with digits only, such as 12.
                 [template-syntax]
            """#
        ),
        Mistake(
            "an escape",
            ["page.html": "{{ \"a\\x41\" }}"],
            #"""
            templates/page.html:1:6: error: an escape that templates do not know
                 {{ "a\x41" }}
                      ^^
                 Known are \n, \t, \\, \' and \".
                 [template-syntax]
            """#
        ),
        Mistake(
            "an open quote",
            ["page.html": "{{ \"abc }}"],
            #"""
            templates/page.html:1:1: error: this output is not closed
                 {{ "abc }}
                 ^^
                 Close it with }}.
                 [unclosed-tag]

            templates/page.html:1:4: error: this text has no closing quote
                 {{ "abc }}
                    ^
                 [template-syntax]
            """#
        ),
        Mistake(
            "one equals sign",
            ["page.html": "{% if title = \"x\" %}{% endif %}"],
            #"""
            templates/page.html:1:13: error: “=” is not part of the language
                 {% if title = "x" %}{% endif %}
                             ^
                 To compare, write ==.
                 [template-syntax]
            """#
        ),
        Mistake(
            "a chain of comparisons",
            ["page.html": "{% if 1 < one < 3 %}{% endif %}"],
            #"""
            templates/page.html:1:7: error: one comparison follows another
                 {% if 1 < one < 3 %}{% endif %}
                       ^^^^^^^
                 Write a < b and b < c.
                 [template-syntax]
            """#
        ),
        Mistake(
            "an if without else inside a value",
            ["page.html": "{{ title if is_final }}"],
            #"""
            templates/page.html:1:22: error: an if inside a value needs an else
                 {{ title if is_final }}
                                      ^^
                 Write the value for both cases: a if b else c.
                 [template-syntax]
            """#
        ),
        Mistake(
            "an item by number",
            ["page.html": "{{ tags[0] }}"],
            #"""
            templates/page.html:1:9: error: only a name in quotes can stand in brackets
                 {{ tags[0] }}
                         ^
                 For items of a list use {% for %}, or the filters first and last.
                 [template-syntax]
            """#
        ),
        Mistake(
            "a method",
            ["page.html": "{{ title.upper() }}"],
            #"""
            templates/page.html:1:15: error: only macros can be called
                 {{ title.upper() }}
                               ^
                 Values have attributes and filters, no methods.
                 [template-syntax]
            """#
        ),
        Mistake(
            "an if without a condition",
            ["page.html": "{% if %}x{% endif %}"],
            #"""
            templates/page.html:1:7: error: the tag ends where a value is expected
                 {% if %}x{% endif %}
                       ^^
                 [template-syntax]
            """#
        ),
        Mistake(
            "a path that is computed",
            ["page.html": "{% include title %}"],
            #"""
            templates/page.html:1:12: error: a template's path in quotes is expected here
                 {% include title %}
                            ^^^^^
                 Paths are fixed, so that every template can be checked beforehand.
                 [template-syntax]
            """#
        ),
        Mistake(
            "a positional argument after a named one",
            ["page.html": "{{ words.by | plural(who=title, 3) }}"],
            #"""
            templates/page.html:1:33: error: an argument without a name follows the named “who”
                 {{ words.by | plural(who=title, 3) }}
                                                 ^
                 [template-syntax]
            """#
        ),
        Mistake(
            "a macro inside a tag",
            ["page.html": "{% if is_final %}{% macro a() %}{% endmacro %}{% endif %}"],
            #"""
            templates/page.html:1:21: error: a macro is defined inside another tag
                 {% if is_final %}{% macro a() %}{% endmacro %}{% endif %}
                                     ^^^^^
                 Define macros at the top of the file, outside all other tags.
                 [template-syntax]
            """#
        ),
        Mistake(
            "an import inside a tag",
            [
                "page.html": "{% if is_final %}{% from 'm.html' import a %}{% endif %}",
                "m.html": "{% macro a() %}{% endmacro %}",
            ],
            #"""
            templates/page.html:1:44: error: an import stands inside another tag
                 {% if is_final %}{% from 'm.html' import a %}{% endif %}
                                                            ^^
                 Import macros at the top of the file, outside all other tags.
                 [template-syntax]
            """#
        ),
        Mistake(
            "a block in a macro",
            ["page.html": "{% macro a() %}{% block b %}{% endblock %}{% endmacro %}"],
            #"""
            templates/page.html:1:19: error: a block cannot stand in a macro
                 {% macro a() %}{% block b %}{% endblock %}{% endmacro %}
                                   ^^^^^
                 [template-syntax]
            """#
        ),
        Mistake(
            "extends inside a tag",
            ["page.html": "{% if is_final %}{% extends 'b.html' %}{% endif %}", "b.html": ""],
            #"""
            templates/page.html:1:18: error: extends stands inside another tag
                 {% if is_final %}{% extends 'b.html' %}{% endif %}
                                  ^^^^^^^^^^^^^^^^^^^^^^
                 Put it first in the file.
                 [template-syntax]
            """#
        ),
        Mistake(
            "two extends",
            ["page.html": "{% extends 'b.html' %}{% extends 'b.html' %}", "b.html": ""],
            #"""
            templates/page.html:1:23: error: a template extends only one other
                 {% extends 'b.html' %}{% extends 'b.html' %}
                                       ^^^^^^^^^^^^^^^^^^^^^^
                 [template-syntax]
            """#
        ),
        Mistake(
            "a word of the language as a name",
            ["page.html": "{% for in in tags %}{% endfor %}"],
            #"""
            templates/page.html:1:8: error: “in” is a word of the language, not a name for the item
                 {% for in in tags %}{% endfor %}
                        ^^
                 [template-syntax]
            """#
        ),
        Mistake(
            "an empty list",
            ["page.html": "{% for x in [] %}{% endfor %}"],
            #"""
            templates/page.html:1:13: error: an empty list
                 {% for x in [] %}{% endfor %}
                             ^^
                 [template-syntax]
            """#
        ),
        Mistake(
            "a sign from elsewhere",
            ["page.html": "{% if is_final && !is_draft %}{% endif %}"],
            #"""
            templates/page.html:1:16: error: “&&” is not part of the language
                 {% if is_final && !is_draft %}{% endif %}
                                ^^
                 Write and.
                 [template-syntax]
            """#
        ),
        Mistake(
            "a required parameter after an optional one",
            ["page.html": "{% macro a(x=1, y) %}{% endmacro %}"],
            #"""
            templates/page.html:1:17: error: “y” has no value of its own, but “x” before it has
                 {% macro a(x=1, y) %}{% endmacro %}
                                 ^
                 Parameters that may be left out come last.
                 [template-syntax]
            """#
        ),
        Mistake(
            "an output that is not closed",
            ["page.html": "<p>{{ title </p>\n{{ title }}"],
            #"""
            templates/page.html:1:4: error: this output is not closed
                 <p>{{ title </p>
                    ^^
                 Close it with }}.
                 [unclosed-tag]
            """#
        ),
        Mistake(
            "a tag that is not closed",
            ["page.html": "<p>\n  {% if is_final\n"],
            #"""
            templates/page.html:2:3: error: this tag is not closed
                   {% if is_final
                   ^^
                 Close it with %}.
                 [unclosed-tag]
            """#
        ),
        Mistake(
            "a comment that is not closed",
            ["page.html": "a {# b"],
            #"""
            templates/page.html:1:3: error: this comment is not closed
                 a {# b
                   ^^
                 Close it with #}.
                 [unclosed-tag]
            """#
        ),
        Mistake(
            "raw that is not closed",
            ["page.html": "a {% raw %} {{ b }}"],
            #"""
            templates/page.html:1:3: error: this raw part is not closed
                 a {% raw %} {{ b }}
                   ^^
                 Close it with {% endraw %}.
                 [unclosed-tag]
            """#
        ),
        Mistake(
            "tags that are not closed at the end",
            ["page.html": "{% if is_final %}\n{% for t in tags %}\n"],
            #"""
            templates/page.html:1:4: error: “if” is still open at the end of the file
                 {% if is_final %}
                    ^^
                 Close it with {% endif %}.
                 [unclosed-tag]

            templates/page.html:2:4: error: “for” is still open at the end of the file
                 {% for t in tags %}
                    ^^^
                 Close it with {% endfor %}.
                 [unclosed-tag]
            """#
        ),
        Mistake(
            "tags closed in the wrong order",
            ["page.html": "{% if is_final %}\n{% for t in tags %}\n{% endif %}\n{% endfor %}\n"],
            #"""
            templates/page.html:3:4: error: “endif” stands here, but “for” of line 2 is still open
                 {% endif %}
                    ^^^^^
                 Close it first with {% endfor %}.
                 [unclosed-tag]
            """#
        ),
        Mistake(
            "an end without a beginning",
            ["page.html": "a\n{% endif %}\n{% else %}{% elif a %}"],
            #"""
            templates/page.html:2:4: error: “endif” has nothing to close
                 {% endif %}
                    ^^^^^
                 [unclosed-tag]

            templates/page.html:3:4: error: “else” has nothing to belong to
                 {% else %}{% elif a %}
                    ^^^^
                 [unclosed-tag]

            templates/page.html:3:14: error: “elif” has nothing to belong to
                 {% else %}{% elif a %}
                              ^^^^
                 [unclosed-tag]
            """#
        ),
    ]
}
