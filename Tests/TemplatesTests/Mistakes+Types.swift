// Values and arguments of the wrong type.

extension Mistakes {
    static let types: [Mistake] = [
        Mistake(
            "wrong arguments of filters",
            [
                "page.html":
                    "{{ tags | join(1, 2) }}{{ title | upper(1) }}{{ subtitle | default }}{{ words.strikes | plural }}{{ tags | join(d=\"\") }}{{ tags | join(1) }}"
            ],
            #"""
            templates/page.html:1:19: error: “join” takes one argument without a name: the text between
                 {{ tags | join(1, 2) }}{{ title | upper(1) }}{{ subtitle | default }}{{ words.strikes | pl…
                                   ^
                 [wrong-arguments]

            templates/page.html:1:41: error: “upper” takes no argument
                 {{ tags | join(1, 2) }}{{ title | upper(1) }}{{ subtitle | default }}{{ words.strikes | pl…
                                                         ^
                 [wrong-arguments]

            templates/page.html:1:60: error: “default” needs the other value
                 {{ tags | join(1, 2) }}{{ title | upper(1) }}{{ subtitle | default }}{{ words.strikes | pl…
                                                                            ^^^^^^^
                 [wrong-arguments]

            templates/page.html:1:89: error: “plural” needs the number to count by as its first argument
                 …btitle | default }}{{ words.strikes | plural }}{{ tags | join(d="") }}{{ tags | join(1) }}
                                                        ^^^^^^
                 Write phrase | plural(n).
                 [wrong-arguments]

            templates/page.html:1:113: error: “join” takes one argument without a name: the text between
                 …btitle | default }}{{ words.strikes | plural }}{{ tags | join(d="") }}{{ tags | join(1) }}
                                                                                ^^^^
                 [wrong-arguments]

            templates/page.html:1:136: error: an integer stands where “join” takes the text between
                 …btitle | default }}{{ words.strikes | plural }}{{ tags | join(d="") }}{{ tags | join(1) }}
                                                                                                       ^
                 [template-type]
            """#
        ),
        Mistake(
            "wrong arguments of phrases",
            [
                "page.html":
                    "{{ words.by | plural(1, title, who=title, who=title) }}{{ words.strikes | plural(title) }}{{ words.strikes | plural(unknown) }}"
            ],
            #"""
            templates/page.html:1:25: error: “plural” takes its other arguments by name
                 {{ words.by | plural(1, title, who=title, who=title) }}{{ words.strikes | plural(title) }}…
                                         ^^^^^
                 [wrong-arguments]

            templates/page.html:1:43: error: “who” is given twice
                 {{ words.by | plural(1, title, who=title, who=title) }}{{ words.strikes | plural(title) }}…
                                                           ^^^
                 [wrong-arguments]

            templates/page.html:1:82: error: text stands where “plural” takes the number to count by
                 {{ words.by | plural(1, title, who=title, who=title) }}{{ words.strikes | plural(title) }}…
                                                                                                  ^^^^^
                 [template-type]

            templates/page.html:1:117: error: “unknown” may be missing here
                 …tle, who=title) }}{{ words.strikes | plural(title) }}{{ words.strikes | plural(unknown) }}
                                                                                                 ^^^^^^^
                 Test it first, as in {% if unknown is not none %} … {% endif %}, or write unknown | default(…).
                 [untested-optional]
            """#
        ),
        Mistake(
            "wrong arguments of macros",
            [
                "page.html":
                    "{% macro a(x, y=1) %}{{ x }}{{ y }}{% endmacro %}{{ a() }}{{ a(1, 2, 3) }}{{ a(1, z=2) }}{{ a(1, x=2) }}{{ a(x=1) }}"
            ],
            #"""
            templates/page.html:1:53: error: “a” needs a value for “x”
                 {% macro a(x, y=1) %}{{ x }}{{ y }}{% endmacro %}{{ a() }}{{ a(1, 2, 3) }}{{ a(1, z=2) }}{…
                                                                     ^
                 [wrong-arguments]

            templates/page.html:1:70: error: “a” takes 2 arguments
                 {% macro a(x, y=1) %}{{ x }}{{ y }}{% endmacro %}{{ a() }}{{ a(1, 2, 3) }}{{ a(1, z=2) }}{…
                                                                                      ^
                 [wrong-arguments]

            templates/page.html:1:83: error: “a” has no parameter “z”
                 {% macro a(x, y=1) %}{{ x }}{{ y }}{% endmacro %}{{ a() }}{{ a(1, 2, 3) }}{{ a(1, z=2) }}{…
                                                                                                   ^
                 Did you mean “x”?
                 [wrong-arguments]

            templates/page.html:1:98: error: “x” is given twice
                 …}}{{ y }}{% endmacro %}{{ a() }}{{ a(1, 2, 3) }}{{ a(1, z=2) }}{{ a(1, x=2) }}{{ a(x=1) }}
                                                                                         ^
                 [wrong-arguments]
            """#
        ),
        Mistake(
            "super with an argument",
            [
                "page.html":
                    "{% extends 'b.html' %}{% block a %}{{ super(1) }}{% set x = super() %}{% endblock %}",
                "b.html": "{% block a %}{% endblock %}",
            ],
            #"""
            templates/page.html:1:45: error: super() takes no arguments
                 {% extends 'b.html' %}{% block a %}{{ super(1) }}{% set x = super() %}{% endblock %}
                                                             ^
                 [wrong-arguments]

            templates/page.html:1:61: error: super() can only be printed
                 {% extends 'b.html' %}{% block a %}{{ super(1) }}{% set x = super() %}{% endblock %}
                                                                             ^^^^^
                 Write {{ super() }}.
                 [wrong-arguments]
            """#
        ),
        Mistake(
            "what cannot be printed",
            [
                "page.html":
                    "{{ is_final }}{{ tags }}{{ place }}{{ words }}{{ title and one }}{{ none }}"
            ],
            #"""
            templates/page.html:1:4: error: a boolean cannot be printed
                 {{ is_final }}{{ tags }}{{ place }}{{ words }}{{ title and one }}{{ none }}
                    ^^^^^^^^
                 Write the words for both cases: {{ "yes" if is_final else "no" }}.
                 [template-type]

            templates/page.html:1:18: error: a list of text cannot be printed
                 {{ is_final }}{{ tags }}{{ place }}{{ words }}{{ title and one }}{{ none }}
                                  ^^^^
                 Walk over it with {% for item in tags %}, or join its items.
                 [template-type]

            templates/page.html:1:28: error: a record (place) cannot be printed
                 {{ is_final }}{{ tags }}{{ place }}{{ words }}{{ title and one }}{{ none }}
                                            ^^^^^
                 Print one of its values, such as place.name, place.arabic.
                 [template-type]

            templates/page.html:1:39: error: a table (words) cannot be printed
                 {{ is_final }}{{ tags }}{{ place }}{{ words }}{{ title and one }}{{ none }}
                                                       ^^^^^
                 Print one of its values.
                 [template-type]

            templates/page.html:1:50: error: a condition cannot be printed
                 {{ is_final }}{{ tags }}{{ place }}{{ words }}{{ title and one }}{{ none }}
                                                                  ^^^^^^^^^^^^^
                 Write the words for both cases: {{ "yes" if title and one else "no" }}.
                 [template-type]

            templates/page.html:1:69: error: there is nothing in none
                 {{ is_final }}{{ tags }}{{ place }}{{ words }}{{ title and one }}{{ none }}
                                                                                     ^^^^
                 [template-type]
            """#
        ),
        Mistake(
            "what cannot be walked over",
            [
                "page.html":
                    "{% for x in title %}{% endfor %}{% for x in next %}{% endfor %}{% for x in place %}{{ x }}{% endfor %}"
            ],
            #"""
            templates/page.html:1:13: error: text cannot be walked over
                 {% for x in title %}{% endfor %}{% for x in next %}{% endfor %}{% for x in place %}{{ x }}…
                             ^^^^^
                 A loop needs a list.
                 [template-type]

            templates/page.html:1:45: error: “next” may be missing here
                 {% for x in title %}{% endfor %}{% for x in next %}{% endfor %}{% for x in place %}{{ x }}…
                                                             ^^^^
                 Test it first, as in {% if next is not none %} … {% endif %}, or write next | default(…).
                 [untested-optional]

            templates/page.html:1:76: error: a record (place) cannot be walked over
                 {% for x in title %}{% endfor %}{% for x in next %}{% endfor %}{% for x in place %}{{ x }}…
                                                                                            ^^^^^
                 A loop needs a list.
                 [template-type]
            """#
        ),
        Mistake(
            "what cannot be compared",
            [
                "page.html":
                    "{% if one == \"1\" %}{% elif title < \"b\" %}{% elif people == nobody %}{% elif unknown > 3 %}{% endif %}"
            ],
            #"""
            templates/page.html:1:7: error: an integer and text cannot be compared with ==
                 {% if one == "1" %}{% elif title < "b" %}{% elif people == nobody %}{% elif unknown > 3 %}…
                       ^^^^^^^^^^
                 Compare integers with integers, text with text, booleans with booleans.
                 [template-type]

            templates/page.html:1:28: error: text and text cannot be compared with <
                 {% if one == "1" %}{% elif title < "b" %}{% elif people == nobody %}{% elif unknown > 3 %}…
                                            ^^^^^^^^^^^
                 Only integers have an order here.
                 [template-type]

            templates/page.html:1:50: error: a list of person and a list of person cannot be compared with ==
                 {% if one == "1" %}{% elif title < "b" %}{% elif people == nobody %}{% elif unknown > 3 %}…
                                                                  ^^^^^^^^^^^^^^^^
                 Compare integers with integers, text with text, booleans with booleans.
                 [template-type]

            templates/page.html:1:77: error: “unknown” may be missing here
                 {% if one == "1" %}{% elif title < "b" %}{% elif people == nobody %}{% elif unknown > 3 %}…
                                                                                             ^^^^^^^
                 Test it first, as in {% if unknown is not none %} … {% endif %}, or write unknown | default(…).
                 [untested-optional]
            """#
        ),
        Mistake(
            "what contains nothing",
            [
                "page.html":
                    "{% if 1 in one %}{% elif one in tags %}{% elif subtitle in title %}{% endif %}"
            ],
            #"""
            templates/page.html:1:12: error: an integer contains nothing that “in” could look for
                 {% if 1 in one %}{% elif one in tags %}{% elif subtitle in title %}{% endif %}
                            ^^^
                 Look in a list or in text.
                 [template-type]

            templates/page.html:1:26: error: an integer cannot be in a list of text
                 {% if 1 in one %}{% elif one in tags %}{% elif subtitle in title %}{% endif %}
                                          ^^^
                 [template-type]

            templates/page.html:1:48: error: “subtitle” may be missing here
                 {% if 1 in one %}{% elif one in tags %}{% elif subtitle in title %}{% endif %}
                                                                ^^^^^^^^
                 Test it first, as in {% if subtitle is not none %} … {% endif %}, or write subtitle | default(…).
                 [untested-optional]
            """#
        ),
        Mistake(
            "a filter over the wrong type",
            [
                "page.html":
                    "{{ one | upper }}{{ title | number }}{{ people | join }}{{ title | first }}{{ title | plural(1) }}{{ one | length }}"
            ],
            #"""
            templates/page.html:1:4: error: an integer stands before the filter “upper”, which takes text
                 {{ one | upper }}{{ title | number }}{{ people | join }}{{ title | first }}{{ title | plur…
                    ^^^
                 [template-type]

            templates/page.html:1:21: error: text stands before the filter “number”, which takes an integer
                 {{ one | upper }}{{ title | number }}{{ people | join }}{{ title | first }}{{ title | plur…
                                     ^^^^^
                 [template-type]

            templates/page.html:1:41: error: a list of person stands before the filter “join”, which takes a list of texts or integers
                 {{ one | upper }}{{ title | number }}{{ people | join }}{{ title | first }}{{ title | plur…
                                                         ^^^^^^
                 [template-type]

            templates/page.html:1:60: error: text stands before the filter “first”, which takes a list
                 {{ one | upper }}{{ title | number }}{{ people | join }}{{ title | first }}{{ title | plur…
                                                                            ^^^^^
                 [template-type]

            templates/page.html:1:79: error: text stands before the filter “plural”, which takes a phrase
                 {{ one | upper }}{{ title | number }}{{ people | join }}{{ title | first }}{{ title | plur…
                                                                                               ^^^^^
                 [template-type]

            templates/page.html:1:102: error: an integer stands before the filter “length”, which takes a list or text
                 …| number }}{{ people | join }}{{ title | first }}{{ title | plural(1) }}{{ one | length }}
                                                                                             ^^^
                 [template-type]
            """#
        ),
        Mistake(
            "two types in one value",
            [
                "page.html":
                    "{{ title if is_final else is_draft }}{{ subtitle | default(is_final) }}{% for x in [1, \"a\"] %}{% endfor %}{% set a = 1 %}{% set a = tags %}"
            ],
            #"""
            templates/page.html:1:27: error: this is a boolean, but before the if stands text
                 {{ title if is_final else is_draft }}{{ subtitle | default(is_final) }}{% for x in [1, "a"…
                                           ^^^^^^^^
                 Both values must have the same type, or both be printable.
                 [template-type]

            templates/page.html:1:60: error: this is a boolean, but the value it stands for is text
                 {{ title if is_final else is_draft }}{{ subtitle | default(is_final) }}{% for x in [1, "a"…
                                                                            ^^^^^^^^
                 Both must have the same type, or both be printable.
                 [template-type]

            templates/page.html:1:88: error: text stands in a list that begins with an integer
                 {{ title if is_final else is_draft }}{{ subtitle | default(is_final) }}{% for x in [1, "a"…
                                                                                                        ^^^
                 [template-type]

            templates/page.html:1:129: error: “a” is an integer and cannot become a list of text
                 …| default(is_final) }}{% for x in [1, "a"] %}{% endfor %}{% set a = 1 %}{% set a = tags %}
                                                                                                 ^
                 Give the other value another name.
                 [template-type]
            """#
        ),
        Mistake(
            "a macro that is not called",
            ["page.html": "{% macro a() %}{% endmacro %}{{ a }}"],
            #"""
            templates/page.html:1:33: error: “a” is a macro, not a value
                 {% macro a() %}{% endmacro %}{{ a }}
                                                 ^
                 Call it: a(…).
                 [template-type]
            """#
        ),
    ]
}
