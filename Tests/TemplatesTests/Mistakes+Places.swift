// Values where escaping does not make them safe.

extension Mistakes {
    static let places: [Mistake] = [
        Mistake(
            "text outside quotes and text places",
            [
                "page.html":
                    "<p class={{ title }}>\n<p {{ title }}>\n<{{ title }}>\n<!-- {{ title }} -->\n<a onclick=\"f('{{ title }}')\">\n<a style=\"{{ title }}\" srcdoc='{{ title }}'>\n<!doctype {{ title }}>\n<p {{ title }}=\"x\">"
            ],
            #"""
            templates/page.html:1:13: error: text cannot stand in an attribute value without quotes
                 <p class={{ title }}>
                             ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:2:7: error: text cannot stand in a tag
                 <p {{ title }}>
                       ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:3:5: error: text cannot stand in a tag's name
                 <{{ title }}>
                     ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:4:9: error: text cannot stand in an HTML comment
                 <!-- {{ title }} -->
                         ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:5:19: error: text cannot stand in the event handler onclick
                 <a onclick="f('{{ title }}')">
                                   ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:6:14: error: text cannot stand in the attribute style
                 <a style="{{ title }}" srcdoc='{{ title }}'>
                              ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:6:35: error: text cannot stand in the attribute srcdoc
                 <a style="{{ title }}" srcdoc='{{ title }}'>
                                                   ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:7:14: error: text cannot stand in a declaration
                 <!doctype {{ title }}>
                              ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:8:7: error: text cannot stand in a tag
                 <p {{ title }}="x">
                       ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]
            """#
        ),
        Mistake(
            "text in scripts and styles",
            [
                "page.html":
                    "<script>let a = '{{ title }}' < 3;</script>\n<style>{{ title }}</style>\n<SCRIPT type=\"x\">{{ one }}{{ link }}</script >{{ title }}"
            ],
            #"""
            templates/page.html:1:21: error: text cannot stand in <script>
                 <script>let a = '{{ title }}' < 3;</script>
                                     ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:2:11: error: text cannot stand in <style>
                 <style>{{ title }}</style>
                           ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:3:30: error: a url cannot stand in <script>
                 <SCRIPT type="x">{{ one }}{{ link }}</script >{{ title }}
                                              ^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]
            """#
        ),
        Mistake(
            "html in an attribute",
            [
                "page.html":
                    "<p title=\"{{ markup }}\"><title>{{ markup }}</title><textarea>{{ \"a\" ~ markup }}</textarea>\n{{ markup }}"
            ],
            #"""
            templates/page.html:1:14: error: html cannot stand in an attribute value
                 <p title="{{ markup }}"><title>{{ markup }}</title><textarea>{{ "a" ~ markup }}</textarea>
                              ^^^^^^
                 Tags and quotes in it would end the value early; print text here.
                 [unsafe-place]

            templates/page.html:1:35: error: html cannot stand in <title>
                 <p title="{{ markup }}"><title>{{ markup }}</title><textarea>{{ "a" ~ markup }}</textarea>
                                                   ^^^^^^
                 Tags and quotes in it would end the value early; print text here.
                 [unsafe-place]

            templates/page.html:1:65: error: html cannot stand in <textarea>
                 <p title="{{ markup }}"><title>{{ markup }}</title><textarea>{{ "a" ~ markup }}</textarea>
                                                                                 ^^^^^^^^^^^^
                 Tags and quotes in it would end the value early; print text here.
                 [unsafe-place]
            """#
        ),
        Mistake(
            "text that begins a link",
            [
                "page.html":
                    "<a href=\"{{ title }}\">\n<img src='{{ one }}' srcset=\"{{ link }} 1x, {{ title }} 2x\">\n<a href=\"java{{ title }}\">\n<form action=\" {{ title }}\">\n<a href={{ link }}>\n<a {% if is_final %}href{% else %}title{% endif %}=\"{{ title }}\">\n<a href=\"{% if is_final %}#{% endif %}{{ title }}\">\n<a href=\"#{{ title }}\" title=\"{{ title }}\">"
            ],
            #"""
            templates/page.html:1:13: error: text begins the link in href, where only a url may
                 <a href="{{ title }}">
                             ^^^^^
                 Anything else could become a link that runs a script. Print a url first, or begin with a path in the template, as in href="strikes/{{ … }}".
                 [unchecked-link]

            templates/page.html:2:14: error: an integer begins the link in src, where only a url may
                 <img src='{{ one }}' srcset="{{ link }} 1x, {{ title }} 2x">
                              ^^^
                 Anything else could become a link that runs a script. Print a url first, or begin with a path in the template, as in src="strikes/{{ … }}".
                 [unchecked-link]

            templates/page.html:2:48: error: text begins the link in srcset, where only a url may
                 <img src='{{ one }}' srcset="{{ link }} 1x, {{ title }} 2x">
                                                                ^^^^^
                 Anything else could become a link that runs a script. Print a url first, or begin with a path in the template, as in srcset="strikes/{{ … }}".
                 [unchecked-link]

            templates/page.html:3:17: error: text begins the link in href, where only a url may
                 <a href="java{{ title }}">
                                 ^^^^^
                 Anything else could become a link that runs a script. Print a url first, or begin with a path in the template, as in href="strikes/{{ … }}".
                 [unchecked-link]

            templates/page.html:4:19: error: text begins the link in action, where only a url may
                 <form action=" {{ title }}">
                                   ^^^^^
                 Anything else could become a link that runs a script. Print a url first, or begin with a path in the template, as in action="strikes/{{ … }}".
                 [unchecked-link]

            templates/page.html:5:12: error: a url cannot stand in an attribute value without quotes
                 <a href={{ link }}>
                            ^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:6:56: error: text cannot stand in a tag
                 <a {% if is_final %}href{% else %}title{% endif %}="{{ title }}">
                                                                        ^^^^^
                 Escaping does not make it safe there; only integers may. Print it as text or in a quoted attribute value.
                 [unsafe-place]

            templates/page.html:7:42: error: text begins the link in href, where only a url may
                 <a href="{% if is_final %}#{% endif %}{{ title }}">
                                                          ^^^^^
                 Anything else could become a link that runs a script. Print a url first, or begin with a path in the template, as in href="strikes/{{ … }}".
                 [unchecked-link]
            """#
        ),
        Mistake(
            "branches that break markup",
            ["page.html": "<p class=\"{% if is_final %}a\"{% else %}b{% endif %}>"],
            #"""
            templates/page.html:1:11: error: one branch does not end in the HTML where it began
                 <p class="{% if is_final %}a"{% else %}b{% endif %}>
                           ^^^^^^^^^^^^^^^^^
                 Open and close tags, quotes and comments on the same side of a template tag.
                 [broken-markup]
            """#
        ),
        Mistake(
            "a loop that breaks markup",
            ["page.html": "{% for t in tags %}<p class=\"{% endfor %}"],
            #"""
            templates/page.html:1:1: error: the loop does not end in the HTML where it began
                 {% for t in tags %}<p class="{% endfor %}
                 ^^^^^^^^^^^^^^^^^^^
                 Open and close tags, quotes and comments on the same side of a template tag.
                 [broken-markup]
            """#
        ),
        Mistake(
            "a macro that breaks markup",
            ["page.html": "{% macro a() %}<p class=\"{% endmacro %}{{ a() }}x\">"],
            #"""
            templates/page.html:1:10: error: the macro “a” does not end in the HTML where it began
                 {% macro a() %}<p class="{% endmacro %}{{ a() }}x">
                          ^
                 Open and close tags, quotes and comments on the same side of a template tag.
                 Found for the call at templates/page.html:1:43.
                 [broken-markup]
            """#
        ),
        Mistake(
            "a capture that breaks markup",
            ["page.html": "{% set a %}<p {% endset %}{{ a }}>"],
            #"""
            templates/page.html:1:8: error: this part does not end in the HTML where it began
                 {% set a %}<p {% endset %}{{ a }}>
                        ^
                 Open and close tags, quotes and comments on the same side of a template tag.
                 [broken-markup]
            """#
        ),
        Mistake(
            "a page that ends in a tag",
            ["page.html": "<p>{{ title }}</p\n"],
            #"""
            templates/page.html:1:15: error: the page ends inside a tag, a comment or a script
                 <p>{{ title }}</p
                               ^
                 Close it, so that what browsers see does not depend on their guesses.
                 [broken-markup]
            """#
        ),
    ]
}
