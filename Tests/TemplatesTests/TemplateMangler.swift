// Breaks templates at random, always in the same way for a seed.

/// A source of templates that are probably wrong.
struct TemplateMangler {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    private static let pieces = [
        "{%", "%}", "{{", "}}", "{#", "#}", "-", "+", "|", ".", "(", ")", "[", "]", ",", "~", "=",
        "==", "<", ">", "\"", "'", "\\", " ", "\n", "\r", "\u{A0}", "{", "}", "%", "if ", "else",
        "endif", "for x in ", "endfor", " in ", " not ", " is ", "none", "and", " or ", "loop.last",
        "title", "tags", "people", "0", "7", "é", "{% endif %}", "{% else %}", "{% endfor %}",
        "{% raw %}", "{% endraw %}", "{{ title }}", "{{ x }}", "{% set x = title %}", "<a href=\"",
        "<!--", "-->", "<script>", "</script>", "<p ", ">", "| default(\"z\")", "| length",
        "super()", "{% block b %}", "{% endblock %}", "{% endmacro %}", "{% macro m(x) %}", "m(1)",
    ]

    /// One of the sources with up to three changes.
    mutating func mangle(_ sources: [String]) -> String {
        var text = Array(sources[next(sources.count)].unicodeScalars)
        for _ in 0...next(3) {
            let start = next(text.count + 1)
            let end = min(text.count, start + next(6))
            switch next(4) {
            case 0: text.removeSubrange(start..<end)
            case 1: text.insert(contentsOf: Array(text[start..<end]), at: start)
            case 2: text.insert(contentsOf: piece(), at: start)
            default: text.replaceSubrange(start..<end, with: piece())
            }
        }
        var result = ""
        result.unicodeScalars.append(contentsOf: text)
        return result
    }

    private mutating func piece() -> [Unicode.Scalar] {
        Array(Self.pieces[next(Self.pieces.count)].unicodeScalars)
    }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
