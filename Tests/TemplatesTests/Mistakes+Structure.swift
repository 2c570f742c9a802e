// Phrases, inheritance, and names that clash.

extension Mistakes {
    static let structure: [Mistake] = [
        Mistake(
            "placeholders",
            [
                "page.html":
                    "{{ words.strikes }}{{ words.page_of | fill(page=1) }}{{ words.page_of | fill(page=1, pages=2, pagse=3) }}{{ words.home | fill(x=1) }}{{ words.by | fill(who=title) }}{{ words.page_of }}{{ (words.home if is_final else words.by) | plural(1, who=title) }}{{ words.strkes }}{{ words.by if is_final else words.home }}{{ words.home | default(words.by) }}"
            ],
            #"""
            templates/page.html:1:4: error: the phrase “strikes” needs {n}
                 {{ words.strikes }}{{ words.page_of | fill(page=1) }}{{ words.page_of | fill(page=1, pages…
                    ^^^^^^^^^^^^^
                 Write {{ words.strikes | plural(n) }}.
                 [phrase-placeholder]

            templates/page.html:1:39: error: the phrase “page_of” needs {pages}
                 {{ words.strikes }}{{ words.page_of | fill(page=1) }}{{ words.page_of | fill(page=1, pages…
                                                       ^^^^
                 [phrase-placeholder]

            templates/page.html:1:95: error: the phrase “page_of” has no placeholder {pagse}
                 …ge_of | fill(page=1, pages=2, pagse=3) }}{{ words.home | fill(x=1) }}{{ words.by | fill(wh…
                                                ^^^^^
                 Did you mean “page”?
                 [phrase-placeholder]

            templates/page.html:1:127: error: the phrase “home” has no placeholder {x}
                 …gse=3) }}{{ words.home | fill(x=1) }}{{ words.by | fill(who=title) }}{{ words.page_of }}{{…
                                                ^
                 It has none.
                 [phrase-placeholder]

            templates/page.html:1:148: error: the phrase “by” needs {n}
                 …e | fill(x=1) }}{{ words.by | fill(who=title) }}{{ words.page_of }}{{ (words.home if is_fi…
                                                ^^^^
                 {n} is given by plural(n).
                 [phrase-placeholder]

            templates/page.html:1:169: error: the phrase “page_of” needs {page}, {pages}
                 …rds.by | fill(who=title) }}{{ words.page_of }}{{ (words.home if is_final else words.by) | …
                                                ^^^^^^^^^^^^^
                 Write {{ words.page_of | fill(page=…, pages=…) }}.
                 [phrase-placeholder]

            templates/page.html:1:239: error: the phrase “home” has no placeholder {who}
                 …al else words.by) | plural(1, who=title) }}{{ words.strkes }}{{ words.by if is_final else …
                                                ^^^
                 It has none.
                 [phrase-placeholder]

            templates/page.html:1:261: error: the table “words” has no “strkes”
                 …ural(1, who=title) }}{{ words.strkes }}{{ words.by if is_final else words.home }}{{ words.…
                                                ^^^^^^
                 Did you mean “strikes”?
                 [unknown-attribute]

            templates/page.html:1:273: error: the phrase “by” needs {n}, {who}
                 …title) }}{{ words.strkes }}{{ words.by if is_final else words.home }}{{ words.home | defau…
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                 Write {{ words.by if is_final else words.home | plural(n, who=…) }}.
                 [phrase-placeholder]

            templates/page.html:1:315: error: the phrase “by” needs {n}, {who}
                 …ds.strkes }}{{ words.by if is_final else words.home }}{{ words.home | default(words.by) }}
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                 Write {{ words.home | default(words.by) | plural(n, who=…) }}.
                 [phrase-placeholder]
            """#
        ),
        Mistake(
            "a template that includes itself",
            [
                "page.html": "{% include 'a.html' %}", "a.html": "{% include 'b.html' %}",
                "b.html": "x\n{% include 'a.html' %}",
            ],
            #"""
            templates/b.html:2:12: error: “a.html” would hold itself: a.html → b.html → a.html
                 {% include 'a.html' %}
                            ^^^^^^^^
                 For a tree of unknown depth write a macro that calls itself.
                 [template-cycle]
            """#
        ),
        Mistake(
            "templates that extend each other",
            ["page.html": "{% extends 'a.html' %}", "a.html": "{% extends 'page.html' %}"],
            #"""
            templates/a.html:1:12: error: “page.html” would hold itself: page.html → a.html → page.html
                 {% extends 'page.html' %}
                            ^^^^^^^^^^^
                 For a tree of unknown depth write a macro that calls itself.
                 [template-cycle]
            """#
        ),
        Mistake(
            "unknown blocks",
            [
                "page.html":
                    "{% extends 'a.html' %}{% block contnet %}{% block inner %}{% endblock %}{% endblock %}{% block zzz %}{% endblock %}",
                "a.html": "{% block content %}{% endblock %}",
            ],
            #"""
            templates/page.html:1:32: error: no template that this one extends has a block “contnet”
                 {% extends 'a.html' %}{% block contnet %}{% block inner %}{% endblock %}{% endblock %}{% b…
                                                ^^^^^^^
                 Did you mean “content”?
                 [unknown-block]

            templates/page.html:1:96: error: no template that this one extends has a block “zzz”
                 …block contnet %}{% block inner %}{% endblock %}{% endblock %}{% block zzz %}{% endblock %}
                                                                                        ^^^
                 It has “content”.
                 [unknown-block]
            """#
        ),
        Mistake(
            "super without a parent",
            ["page.html": "{% block a %}{{ super() }}{% endblock %}{{ super() }}"],
            #"""
            templates/page.html:1:17: error: super() has nothing to print here
                 {% block a %}{{ super() }}{% endblock %}{{ super() }}
                                 ^^^^^
                 It prints the part that a block replaces, and stands inside that block.
                 [unknown-block]

            templates/page.html:1:44: error: super() has nothing to print here
                 {% block a %}{{ super() }}{% endblock %}{{ super() }}
                                                            ^^^^^
                 It prints the part that a block replaces, and stands inside that block.
                 [unknown-block]
            """#
        ),
        Mistake(
            "content outside blocks",
            [
                "page.html":
                    "{% extends 'a.html' %}\nlost\n{% block a %}{% endblock %}{{ title }}{% if is_final %}{% endif %}",
                "a.html": "{% block a %}{% endblock %}",
            ],
            #"""
            templates/page.html:2:1: error: this stands outside all blocks and would never be seen
                 lost
                 ^^^^
                 A template that extends another says everything inside its blocks.
                 [outside-block]

            templates/page.html:3:28: error: this stands outside all blocks and would never be seen
                 {% block a %}{% endblock %}{{ title }}{% if is_final %}{% endif %}
                                            ^^^^^^^^^^^
                 A template that extends another says everything inside its blocks.
                 [outside-block]

            templates/page.html:3:39: error: this stands outside all blocks and would never be seen
                 {% block a %}{% endblock %}{{ title }}{% if is_final %}{% endif %}
                                                       ^^^^^^^^^^^^^^^^^
                 A template that extends another says everything inside its blocks.
                 [outside-block]
            """#
        ),
        Mistake(
            "content before extends",
            [
                "page.html": " {{ title }}{% extends 'a.html' %}",
                "a.html": "{% block a %}{% endblock %}",
            ],
            #"""
            templates/page.html:1:1: error: something stands before extends
                  {{ title }}{% extends 'a.html' %}
                 ^
                 Put {% extends … %} first; only comments may stand before it.
                 [outside-block]

            templates/page.html:1:2: error: something stands before extends
                  {{ title }}{% extends 'a.html' %}
                  ^^^^^^^^^^^
                 Put {% extends … %} first; only comments may stand before it.
                 [outside-block]
            """#
        ),
        Mistake(
            "names given twice",
            [
                "page.html":
                    "{% block a %}{% endblock %}\n{% block a %}{% endblock %}{% macro m(x, x) %}{% endmacro %}\n{% macro n() %}{% endmacro %}{% macro n() %}{% endmacro %}{% set loop = 1 %}{% set _x = 1 %}"
            ],
            #"""
            templates/page.html:2:10: error: the block “a” is defined twice; first on line 1
                 {% block a %}{% endblock %}{% macro m(x, x) %}{% endmacro %}
                          ^
                 [name-taken]

            templates/page.html:2:42: error: two parameters are called “x”
                 {% block a %}{% endblock %}{% macro m(x, x) %}{% endmacro %}
                                                          ^
                 [name-taken]

            templates/page.html:3:39: error: the macro “n” is defined twice; first on line 3
                 {% macro n() %}{% endmacro %}{% macro n() %}{% endmacro %}{% set loop = 1 %}{% set _x = 1 …
                                                       ^
                 [name-taken]

            templates/page.html:3:66: error: “loop” cannot be given as a name
                 {% macro n() %}{% endmacro %}{% macro n() %}{% endmacro %}{% set loop = 1 %}{% set _x = 1 …
                                                                                  ^^^^
                 Names begin with a letter; loop and super have a meaning of their own.
                 [name-taken]

            templates/page.html:3:84: error: “_x” cannot be given as a name
                 {% macro n() %}{% endmacro %}{% macro n() %}{% endmacro %}{% set loop = 1 %}{% set _x = 1 …
                                                                                                    ^^
                 Names begin with a letter; loop and super have a meaning of their own.
                 [name-taken]
            """#
        ),
        Mistake(
            "names that hide others",
            [
                "page.html":
                    "{% set title = 1 %}{% set x = 1 %}{% for t in tags %}{% set x = 2 %}{% endfor %}{% macro m() %}{% endmacro %}{% set m = 1 %}{% macro title() %}{% endmacro %}"
            ],
            #"""
            templates/page.html:1:8: error: “title” is a value of the page and cannot be set
                 {% set title = 1 %}{% set x = 1 %}{% for t in tags %}{% set x = 2 %}{% endfor %}{% macro m…
                        ^^^^^
                 Choose another name.
                 [name-taken]

            templates/page.html:1:61: error: “x” is set further out; a value set here would be lost at the end of this loop, block, macro or template
                 {% set title = 1 %}{% set x = 1 %}{% for t in tags %}{% set x = 2 %}{% endfor %}{% macro m…
                                                                             ^
                 Choose another name, or set it where it was set first.
                 [name-taken]

            templates/page.html:1:117: error: “m” is a macro and cannot be set
                 …}{% endfor %}{% macro m() %}{% endmacro %}{% set m = 1 %}{% macro title() %}{% endmacro %}
                                                                   ^
                 [name-taken]

            templates/page.html:1:134: error: “title” is a value already and cannot be a macro
                 …}{% endfor %}{% macro m() %}{% endmacro %}{% set m = 1 %}{% macro title() %}{% endmacro %}
                                                                                    ^^^^^
                 Choose another name; an import can say “as”.
                 [name-taken]
            """#
        ),
        Mistake(
            "one mistake in a partial that is used twice",
            [
                "page.html":
                    "{% include 'a.html' %}{% for t in tags %}{% include 'a.html' %}{% endfor %}",
                "a.html": "{{ titel }}",
            ],
            #"""
            templates/a.html:1:4: error: nothing is called “titel” here on pages of kind “sample”
                 {{ titel }}
                    ^^^^^
                 Did you mean “title”?
                 [unknown-variable]
            """#
        ),
        Mistake(
            "columns count characters",
            ["page.html": "عربي é {{ titel }}\r\n👩‍👩‍👧 {{ titel }}"],
            #"""
            templates/page.html:1:11: error: nothing is called “titel” here on pages of kind “sample”
                 عربي é {{ titel }}
                           ^^^^^
                 Did you mean “title”?
                 [unknown-variable]

            templates/page.html:2:6: error: nothing is called “titel” here on pages of kind “sample”
                 👩‍👩‍👧 {{ titel }}
                      ^^^^^
                 Did you mean “title”?
                 [unknown-variable]
            """#
        ),
        Mistake(
            "mixed values in places",
            [
                "page.html":
                    "<a href=\"{{ link if is_final else one }}\" title=\"{{ markup if is_final else title }}\">{% set x = one if is_final else title %}{% if x == \"a\" %}{% endif %}"
            ],
            #"""
            templates/page.html:1:13: error: composed text begins the link in href, where only a url may
                 <a href="{{ link if is_final else one }}" title="{{ markup if is_final else title }}">{% s…
                             ^^^^^^^^^^^^^^^^^^^^^^^^^
                 Anything else could become a link that runs a script. Print a url first, or begin with a path in the template, as in href="strikes/{{ … }}".
                 [unchecked-link]

            templates/page.html:1:53: error: html cannot stand in an attribute value
                 <a href="{{ link if is_final else one }}" title="{{ markup if is_final else title }}">{% s…
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                 Tags and quotes in it would end the value early; print text here.
                 [unsafe-place]

            templates/page.html:1:133: error: composed text and text cannot be compared with ==
                 …_final else title }}">{% set x = one if is_final else title %}{% if x == "a" %}{% endif %}
                                                                                      ^^^^^^^^
                 Compare integers with integers, text with text, booleans with booleans.
                 [template-type]
            """#
        ),
        Mistake(
            "text after a scheme",
            [
                "page.html":
                    "<a href=\"javascript:f('{{ title }}')\">\n<a href=\" JavaScript:/{{ title }}\">\n<a href=\"https://example.org/{{ title }}\">\n<a href=\"mailto:{{ title }}\">\n<a href=\"{% if is_final %}http{% else %}data{% endif %}:{{ title }}\">\n<a href=\"data:text/html,{{ link }}\">"
            ],
            #"""
            templates/page.html:1:27: error: text cannot stand in a link that is not http, https, mailto, tel or relative
                 <a href="javascript:f('{{ title }}')">
                                           ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:2:26: error: text cannot stand in a link that is not http, https, mailto, tel or relative
                 <a href=" JavaScript:/{{ title }}">
                                          ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:5:60: error: text cannot stand in a link that is not http, https, mailto, tel or relative
                 <a href="{% if is_final %}http{% else %}data{% endif %}:{{ title }}">
                                                                            ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:6:28: error: a url cannot stand in a link that is not http, https, mailto, tel or relative
                 <a href="data:text/html,{{ link }}">
                                            ^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]
            """#
        ),
    ]
}
