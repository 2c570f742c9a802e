// Values that may be missing.

extension Mistakes {
    static let missing: [Mistake] = [
        Mistake(
            "an untested optional",
            [
                "page.html":
                    "{{ subtitle }}{{ next.name }}{{ subtitle | upper }}{{ tags | first }}{% if subtitle or is_final %}{{ subtitle }}{% endif %}{% if subtitle is none %}{{ subtitle }}{% endif %}"
            ],
            #"""
            templates/page.html:1:4: error: “subtitle” may be missing here
                 {{ subtitle }}{{ next.name }}{{ subtitle | upper }}{{ tags | first }}{% if subtitle or is_…
                    ^^^^^^^^
                 Test it first, as in {% if subtitle is not none %} … {% endif %}, or write subtitle | default(…).
                 [untested-optional]

            templates/page.html:1:18: error: “next” may be missing here
                 {{ subtitle }}{{ next.name }}{{ subtitle | upper }}{{ tags | first }}{% if subtitle or is_…
                                  ^^^^
                 Test it first, as in {% if next is not none %} … {% endif %}, or write next | default(…).
                 [untested-optional]

            templates/page.html:1:33: error: “subtitle” may be missing here
                 {{ subtitle }}{{ next.name }}{{ subtitle | upper }}{{ tags | first }}{% if subtitle or is_…
                                                 ^^^^^^^^
                 Test it first, as in {% if subtitle is not none %} … {% endif %}, or write subtitle | default(…).
                 [untested-optional]

            templates/page.html:1:55: error: “tags | first” may be missing here
                 {{ subtitle }}{{ next.name }}{{ subtitle | upper }}{{ tags | first }}{% if subtitle or is_…
                                                                       ^^^^^^^^^^^^
                 Test it first, as in {% if tags | first is not none %} … {% endif %}, or write tags | first | default(…).
                 [untested-optional]

            templates/page.html:1:102: error: “subtitle” may be missing here
                 … if subtitle or is_final %}{{ subtitle }}{% endif %}{% if subtitle is none %}{{ subtitle }…
                                                ^^^^^^^^
                 Test it first, as in {% if subtitle is not none %} … {% endif %}, or write subtitle | default(…).
                 [untested-optional]

            templates/page.html:1:152: error: “subtitle” may be missing here
                 … or is_final %}{{ subtitle }}{% endif %}{% if subtitle is none %}{{ subtitle }}{% endif %}
                                                                                      ^^^^^^^^
                 Test it first, as in {% if subtitle is not none %} … {% endif %}, or write subtitle | default(…).
                 [untested-optional]
            """#
        ),
        Mistake(
            "an optional tested by its macro's caller only",
            [
                "page.html":
                    "{% macro a(x) %}{{ x }}{% endmacro %}\n{{ a(subtitle) }}{% if subtitle %}{{ a(subtitle) }}{% endif %}"
            ],
            #"""
            templates/page.html:1:20: error: “x” may be missing here
                 {% macro a(x) %}{{ x }}{% endmacro %}
                                    ^
                 Test it first, as in {% if x is not none %} … {% endif %}, or write x | default(…).
                 Found for the call at templates/page.html:2:4.
                 [untested-optional]
            """#
        ),
        Mistake(
            "an optional set again",
            [
                "page.html":
                    "{% set x = subtitle %}{% if x %}{{ x }}{% set x = source %}{{ x }}{% endif %}"
            ],
            #"""
            templates/page.html:1:63: error: “x” may be missing here
                 {% set x = subtitle %}{% if x %}{{ x }}{% set x = source %}{{ x }}{% endif %}
                                                                               ^
                 Test it first, as in {% if x is not none %} … {% endif %}, or write x | default(…).
                 [untested-optional]
            """#
        ),
        Mistake(
            "an optional number as a condition",
            ["page.html": "{% if unknown %}{{ unknown }}{% endif %}{{ 1 if known else 2 }}"],
            #"""
            templates/page.html:1:7: warning: “unknown” does not hold when it is 0, nor when it is missing
                 {% if unknown %}{{ unknown }}{% endif %}{{ 1 if known else 2 }}
                       ^^^^^^^
                 Unknown is not zero: write unknown is not none, or compare it with 0.
                 [doubtful-test]

            templates/page.html:1:49: warning: “known” does not hold when it is 0, nor when it is missing
                 {% if unknown %}{{ unknown }}{% endif %}{{ 1 if known else 2 }}
                                                                 ^^^^^
                 Unknown is not zero: write known is not none, or compare it with 0.
                 [doubtful-test]
            """#
        ),
    ]
}
