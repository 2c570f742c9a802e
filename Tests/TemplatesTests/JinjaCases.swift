// Templates that this language and Jinja2 must render alike.

enum JinjaCases {
    /// One template each, rendered with a full page and with a bare one.
    static let single: [(name: String, source: String)] = [
        ("text only", "Plain text & <b>markup</b>\n"),
        ("empty", ""),
        ("print", "<p>{{ title }}</p>"),
        ("hostile text", "<p title=\"{{ hostile }}\">{{ hostile }}</p>"),
        ("arabic", "<p>{{ arabic }} – {{ tags | join(\"، \") }}</p>"),
        ("html passes", "{{ markup }}|{{ markup ~ \"<\" }}|{{ \"&\" ~ markup ~ count }}"),
        (
            "literals",
            #"{{ "a\"b\\ \n\t <c>" }}{{ 'it\'s "x"' }}{{ 12 }}{{ -3 }}{{ "" }}{{ "عربي" }}"#
        ),
        ("integers", "{{ count }} {{ zero }} {{ one }} {{ count | number }}"),
        ("link", "<a href=\"{{ link }}\">x</a><a href='{{ link }}#{{ title }}'>y</a>"),
        ("attribute chain", "{{ place.name }}{% if next %}{{ next.name }}{% endif %}"),
        (
            "trim blocks",
            "<ul>\n{% for p in people %}\n  <li>{{ p.name }}</li>\n{% endfor %}\n</ul>\n"
        ),
        ("lstrip blocks", "a\n    {% if is_final %}\n  b\n\t {% endif %}\n   c"),
        ("lstrip not after text", "a  {% if is_final %}  b  {% endif %}  c\n"),
        ("lstrip not before output", "a\n    {{ title }}\n   {{- one -}}  \n b"),
        (
            "minus both sides",
            "a \n\n {%- if is_final -%} \n b \n {%- else -%} c {%- endif -%} \n d"
        ),
        ("plus keeps", "a\n  {%+ if is_final +%}\nb\n  {%+ endif +%}\nc"),
        ("minus output", "a \u{A0}\u{2003}{{- title -}}\u{3000}\n b"),
        ("comment trims", "a\n  {# one #}\nb {# two #} c\n{#- three -#}\n d{#--#} e"),
        ("comment holds tags", "{# {{ title }} {% if %} #}x"),
        (
            "tag then tag on a line",
            "{% if is_final %}{% if is_draft %}a{% endif %}  {% endif %}\nb"
        ),
        ("tags on a line of their own", "  {% if is_final %}  {% endif %}  \nx"),
        ("windows line ends", "a\r\n  {% if is_final %}\r\n  b\r\n{% endif %}\r\nc\rd"),
        ("raw", "{% raw %}{{ title }} {% if %}{# #}{% endraw %}x"),
        (
            "raw white space",
            "a\n  {% raw %}\n  b\n  {% endraw %}\n  c {%- raw -%} \n d \n{%- endraw -%} e"
        ),
        ("raw minus", "{%- raw %} {{ {% endraw -%}  x{% raw -%} y {% endraw +%}\nz"),
        (
            "if chain",
            "{% if is_draft %}a{% elif zero %}b{% elif one == 2 %}c{% else %}d{% endif %}"
        ),
        (
            "if nothing",
            "{% if title %}t{% endif %}{% if nobody %}n{% endif %}{% if people %}p{% endif %}"
        ),
        (
            "if not",
            "{% if not title and not nobody %}1{% endif %}{% if not (is_final or is_draft) %}2{% endif %}"
        ),
        (
            "none tests",
            "{% if subtitle is none %}no{% else %}{{ subtitle }}{% endif %}{% if known is not none %}{{ known }}{% endif %}"
        ),
        (
            "comparisons",
            "{{ \"1\" if one < 2 else \"0\" }}{{ \"1\" if one <= 1 else \"0\" }}{{ \"1\" if one > 1 else \"0\" }}{{ \"1\" if one >= 2 else \"0\" }}{{ \"1\" if one != 1 else \"0\" }}"
        ),
        (
            "text equality",
            "{% if title == \"The record\" %}=={% endif %}{% if \"é\" == \"e\u{301}\" %}same{% else %}other{% endif %}"
        ),
        (
            "optional equality",
            "{% if subtitle == \"x\" %}a{% else %}b{% endif %}{% if known == 0 %}c{% endif %}{% if known != 0 %}d{% endif %}"
        ),
        (
            "in list",
            "{% if title in [\"a\", \"The record\"] %}y{% endif %}{% if one not in [1, 3] %}n{% endif %}{% if \"c&d\" in tags %}t{% endif %}"
        ),
        (
            "in text",
            "{% if \"cord\" in title %}y{% endif %}{% if \"\" in title %}e{% endif %}{% if \"zz\" not in title %}n{% endif %}"
        ),
        (
            "inline if",
            "{{ title if title else \"untitled\" }} {{ subtitle if subtitle is not none else \"–\" }}"
        ),
        (
            "values of several types",
            "<p title=\"{{ unknown if unknown is not none else words.home }}\">{{ subtitle | default(words.home) }}{{ known | default(\"<\") }}{{ (count | number) if is_final else markup }}{{ (words.strikes | plural(one)) if is_final else title }}{{ (one if is_final else \"<\") ~ \"&\" }}"
        ),
        (
            "set to several types",
            "{% if unknown is not none %}{% set x = unknown %}{% else %}{% set x = words.home %}{% endif %}{{ x }}{% set x = markup %}{{ x }}"
        ),
        ("inline if chain", "{{ \"a\" if is_draft else \"b\" if zero else \"c\" }}"),
        ("inline if binds last", "{{ title ~ \"x\" if is_final else \"y\" ~ title }}"),
        (
            "precedence",
            "{{ \"1\" if is_final or is_draft and not is_final else \"2\" }}{{ \"3\" if not is_final == is_draft else \"4\" }}"
        ),
        ("concatenation", "{{ title ~ \" (\" ~ one ~ \") \" ~ place.name }}"),
        (
            "default",
            "{{ subtitle | default(\"none <given>\") }} {{ unknown | default(0) }} {{ known | default(9) }}"
        ),
        (
            "length",
            "{{ people | length }} {{ title | length }} {{ arabic | length }} {{ tags | length }}"
        ),
        ("join", "{{ tags | join(\" <br> \") }}{{ tags | join }}"),
        (
            "case",
            "{{ title | upper }} {{ title | lower }} {{ \"ÄßÉ\" | lower }} {{ \"straße\" | upper }}"
        ),
        (
            "first and last",
            "{% set f = tags | first %}{% if f is not none %}{{ f }}{% endif %}{{ tags | last | default(\"-\") }}"
        ),
        ("filter chain", "{{ title | lower | upper | length | number }}"),
        (
            "number",
            "{{ zero | number }} {{ one | number }} {{ count | number }} {{ people | length | number }}"
        ),
        (
            "phrase",
            "{{ words.home }}|{{ words[\"home\"] }}|{{ words.home | fill }}|{{ words.home | fill() }}"
        ),
        (
            "plural",
            "{{ words.strikes | plural(one) }} {{ words.strikes | plural(count) }} {{ words.strikes | plural(people | length) }}"
        ),
        (
            "fill",
            "{{ words.page_of | fill(page=1, pages=count) }} {{ words.page_of | fill(page=hostile, pages=markup) }}"
        ),
        (
            "plural with values",
            "{{ words.by | plural(zero, who=hostile) }}{{ words.by | plural(1, who=markup) }}"
        ),
        (
            "phrase in attribute",
            "<a title=\"{{ words.by | plural(one, who=hostile) }}\" href=\"{{ link }}\">"
        ),
        ("phrase joined", "{{ words.home ~ \"<\" }}{{ (words.strikes | plural(2)) ~ \"<\" }}"),
        (
            "table",
            "{{ extra[\"Damage (m²)\"] }} {{ extra.grade }} {{ extra.absent | default(\"-\") }}"
        ),
        (
            "loop variables",
            "{% for t in tags %}{{ loop.index }}/{{ loop.length }}:{{ loop.index0 }}{% if loop.first %}F{% endif %}{% if not loop.last %}, {% endif %}{% endfor %}"
        ),
        (
            "loop else",
            "{% for p in nobody %}x{% else %}<p>nobody</p>{% endfor %}{% for p in people %}{{ p.name }}{% else %}-{% endfor %}"
        ),
        (
            "nested loops",
            "{% for p in people %}\n{{ loop.index }} {{ p.name }}:\n  {% for c in p.children %}\n  {{ loop.index }} of {{ loop.length }} {{ c.name }}\n    {% for g in c.children %}[{{ g.name }}{{ \"\" if loop.last else \",\" }}]{% endfor %}\n\n  {% else %}\n  none\n  {% endfor %}\n{{ loop.index }}\n{% endfor %}\n"
        ),
        (
            "loop over literal",
            "{% for x in [\"b\", \"<a>\"] %}{{ x }}{% endfor %}{% for n in [3, 1] %}{{ n }}{% endfor %}"
        ),
        ("loop shadows", "{% for title in tags %}{{ title }}{% endfor %}{{ title }}"),
        (
            "loop over optional",
            "{% for p in people %}{% if p.age is not none and p.age < 18 %}{{ p.name }} {{ p.age }}{% elif p.age is none %}?{% endif %}{% endfor %}"
        ),
        (
            "deep optional",
            "{% for p in people %}{% if p.place and p.place.arabic %}<b lang=\"ar\">{{ p.place.arabic }}</b>{% endif %}{% endfor %}"
        ),
        ("set", "{% set x = title ~ \"!\" %}{{ x }}{% set x = \"again\" %}{{ x }}"),
        (
            "set in branches",
            "{% if is_final %}{% set x = \"final\" %}{% else %}{% set x = \"draft\" %}{% endif %}{{ x }}"
        ),
        (
            "set maybe",
            "{% set x = none %}{% if is_final %}{% set x = title %}{% endif %}{{ x | default(\"-\") }}"
        ),
        (
            "set in loop",
            "{% for p in people %}{% set shown = p.name ~ loop.index %}{{ shown }}{% endfor %}"
        ),
        (
            "set a condition",
            "{% set known_people = people and is_final %}{% if known_people %}y{% endif %}"
        ),
        ("capture", "{% set part %}<b>{{ title }}</b>\n{% endset %}{{ part }}{{ part }}"),
        (
            "capture in loop",
            "{% for t in tags %}{% set x %}[{{ t }}]{% endset %}{{ x }}{{ x }}{% endfor %}"
        ),
        (
            "macro",
            "{% macro b(x, y=\"d<\") %}<b>{{ x }}{{ y }}</b>{% endmacro %}{{ b(title) }}{{ b(\"<\", y=one) }}{{ b(y=\"1\", x=\"2\") }}"
        ),
        (
            "macro white space",
            "{% macro b(x) -%}\n  {{ x }}\n  {%- endmacro %}\n[{{ b(title) }}]\n"
        ),
        (
            "macro sees page",
            "{% macro b() %}{{ title }}{% endmacro %}{% for title in tags %}{{ b() }}{% endfor %}"
        ),
        (
            "macro in macro",
            "{% macro a(x) %}({{ x }}){% endmacro %}{% macro b(x) %}{{ a(x) }}{{ a(a(x)) }}{% endmacro %}{{ b(hostile) }}"
        ),
        (
            "macro in a value",
            "{% macro a(x) %}[{{ x }}]{% endmacro %}"
                + "{% set y = a(\"&\") %}{{ y }}{{ a(y) }}{{ y ~ \"<\" }}"
        ),
        (
            "macro recursion",
            "{% macro tree(people) %}{% if people %}<ul>{% for p in people %}<li>{{ p.name }}{{ tree(p.children) }}</li>{% endfor %}</ul>{% endif %}{% endmacro %}{{ tree(people) }}"
        ),
        (
            "macro in attribute",
            "{% macro c(x) %}a {{ x }}{% endmacro %}<p class=\"{{ c(hostile) }}\">"
        ),
        (
            "macro optional",
            "{% macro c(x=none) %}{% if x is none %}-{% else %}{{ x }}{% endif %}{% endmacro %}{{ c() }}{{ c(subtitle) }}{{ c(x=1) }}"
        ),
        (
            "macro changes parameter",
            "{% macro c(x) %}{% set x = x | default(\"none\") %}{{ x }}{% endmacro %}{{ c(subtitle) }}"
        ),
        ("integer in style of tag", "<h{{ one }}>{{ title }}</h{{ one }}>"),
        (
            "branches in a tag",
            "<input{% if is_final %} checked{% endif %} value=\"{% if is_draft %}a{% else %}{{ title }}{% endif %}\">"
        ),
        ("braces in text", "{ } {a} }} %} #} {\n{ {"),
        ("quotes in tags", "{{ \"%}\" }}{{ '}}' }}{% if title == \"%}\" %}{% endif %}"),
        ("other spaces", "a\u{85} {%- if is_final -%} \u{2028}b{%- endif -%}\u{A0}c"),
    ]

    /// Several templates each; `page.html` is rendered.
    static let several: [(name: String, files: [String: String])] = [
        (
            "include",
            ["page.html": "a\n{% include \"p/x.html\" %}\nb", "p/x.html": "<i>{{ title }}</i>\n"]
        ),
        (
            "include in loop",
            [
                "page.html": "{% for p in people %}\n  {% include 'x.html' %}\n{% endfor %}",
                "x.html": "{{ p.name }}{% set y = p.name %}{{ y }};",
            ]
        ),
        (
            "include sees set",
            [
                "page.html": "{% set y = 1 %}{% include 'x.html' %}",
                "x.html": "{{ y }}{% for a in tags %}{{ loop.index }}{% endfor %}",
            ]
        ),
        (
            "include extends",
            [
                "page.html": "[{% include 'x.html' %}]",
                "x.html": "{% extends 'y.html' %}{% block b %}{{ title }}{% endblock %}",
                "y.html": "({% block b %}{% endblock %})",
            ]
        ),
        (
            "extends",
            [
                "page.html":
                    "{% extends 'base.html' %}\n{% block main %}\n<p>{{ title }}</p>\n{% endblock %}\n",
                "base.html":
                    "<html>\n{% block head %}<title>{{ title }}</title>{% endblock %}\n{% block main %}{% endblock main %}\n</html>\n",
            ]
        ),
        (
            "super",
            [
                "page.html":
                    "{% extends 'base.html' %}{% block main %}[{{ super() }}{{ super() }}]{% endblock %}",
                "base.html": "{% block main %}({{ title }}){% endblock %}",
            ]
        ),
        (
            "three generations",
            [
                "page.html":
                    "{% extends 'mid.html' %}{# c #}{% block a %}1{{ super() }}{% endblock %}{% block c %}c{{ super() }}{% endblock %}",
                "mid.html":
                    "{% extends 'base.html' %}{% block a %}2{{ super() }}{% endblock %}{% block b %}{{ super() }}({% block c %}C{% endblock %}){% endblock %}",
                "base.html": "{% block a %}3{% endblock %}|{% block b %}4{% endblock %}\n",
            ]
        ),
        (
            "set before extends' text",
            [
                "page.html":
                    "{% extends 'base.html' %}\n{% set page = \"x<y\" %}\n{% block a %}{{ page }}{% endblock %}",
                "base.html":
                    "{{ page }}{% block a %}{% endblock %}{% set page = \"z\" %}{% block b %}{{ page }}{% endblock %}",
            ]
        ),
        (
            "block in loop",
            [
                "page.html":
                    "{% extends 'base.html' %}{% block a %}{{ title }}{% set q = title %}{{ q }}{% endblock %}",
                "base.html": "{% for t in tags %}{% block a %}{% endblock %}{% endfor %}",
            ]
        ),
        (
            "nested blocks",
            [
                "page.html":
                    "{% extends 'base.html' %}{% block inner %}<b>{{ super() }}</b>{% endblock %}",
                "base.html":
                    "{% block outer %}\n  a {% block inner %}x{% endblock %} b\n{% endblock outer %}\n",
            ]
        ),
        (
            "import",
            [
                "page.html":
                    "{% from 'm.html' import b, i as it %}{{ b(title) }}{{ it(b(hostile)) }}",
                "m.html":
                    "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}\n{% macro i(x, y='') %}<i>{{ b(x) }}{{ y }}</i>{% endmacro %}",
            ]
        ),
        (
            "import with context",
            [
                "page.html": "{% from 'm.html' import b with context %}{{ b(1) }}",
                "m.html": "{% macro b(x) %}{{ title }}{{ x }}{% endmacro %}",
            ]
        ),
        (
            "import through import",
            [
                "page.html": "{% from 'm.html' import b %}{{ b(title) }}",
                "m.html": "{% from 'n.html' import c %}{% macro b(x) %}{{ c(x) }}{% endmacro %}",
                "n.html": "{% macro c(x) %}[{{ x }}]{% endmacro %}",
            ]
        ),
        (
            "import and extends",
            [
                "page.html":
                    "{% extends 'base.html' %}{% from 'm.html' import b %}{% block a %}{{ b(title) }}{% endblock %}",
                "base.html": "{% from 'm.html' import b %}{{ b(1) }}{% block a %}{% endblock %}",
                "m.html": "{% macro b(x) %}[{{ x }}]{% endmacro %}",
            ]
        ),
        (
            "macro of a child",
            [
                "page.html":
                    "{% extends 'base.html' %}{% macro b(x) %}<u>{{ x }}</u>{% endmacro %}{% block a %}{% for t in tags %}{{ b(t) }}{% endfor %}{% endblock %}",
                "base.html": "{% block a %}{% endblock %}",
            ]
        ),
        (
            "include in macro",
            [
                "page.html":
                    "{% macro b(x) %}{% include 'x.html' %}{% endmacro %}{{ b(title) }}{{ b(arabic) }}",
                "x.html": "({{ x }}{{ one }})",
            ]
        ),
    ]
}
