// Makes templates at random that are right by construction, always the same ones for a seed.

/// A source of templates.
struct TemplateGenerator {
    private var state: UInt64
    /// Names in scope that hold text, and that hold persons.
    private var texts: [String] = []
    private var persons: [String] = []
    private var names = 0
    private var isInLoop = false

    init(seed: UInt64) {
        state = seed
    }

    /// One set of templates; `page.html` is the one to render.
    mutating func files() -> [String: String] {
        texts = ["title", "hostile", "arabic", "place.name"]
        persons = []
        isInLoop = false
        guard next(3) == 0 else { return ["page.html": body(depth: 4)] }
        let base =
            "\(space())<main>{% block a %}\(body(depth: 2)){% endblock %}\(space())"
            + "{% block b \(pick(["", "-"]))%}\(space()){% endblock b %}</main>\n"
        let page =
            "{% extends 'base.html' \(pick(["", "-"]))%}\n\(pick(["", "  ", "{# c #}\n"]))"
            + "{% block b %}\(body(depth: 3))\(pick(["", "{{ super() }}"])){% endblock %}\n"
        return ["base.html": base, "page.html": page]
    }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func pick<T>(_ items: [T]) -> T { items[next(items.count)] }

    private mutating func space() -> String {
        pick(["", " ", "\n", "  \n  ", "\n\n", "\t", " x ", "\n  <b>y</b>\n", "é\n", "\r\n"])
    }

    private mutating func tag(_ content: String) -> String {
        "{%\(pick(["", "", "", "-", "+"])) \(content) \(pick(["", "", "", "-", "+"]))%}"
    }

    private mutating func body(depth: Int) -> String {
        let outer = (texts, persons)
        defer { (texts, persons) = outer }
        var text = space()
        for _ in 0..<(1 + next(3)) { text += statement(depth: depth) + space() }
        return text
    }

    private mutating func statement(depth: Int) -> String {
        guard depth > 0 else { return output() }
        switch next(8) {
        case 0, 1, 2: return output()
        case 3, 4:
            var text = tag("if \(condition(depth: 2))") + body(depth: depth - 1)
            if next(3) == 0 { text += tag("elif \(condition(depth: 1))") + body(depth: depth - 1) }
            if next(2) == 0 { text += tag("else") + body(depth: depth - 1) }
            return text + tag("endif")
        case 5: return loop(depth: depth)
        case 6: return set()
        default: return "{#\(pick(["", "-"])) {{ no }} \(pick(["", "-", "+"]))#}"
        }
    }

    private mutating func loop(depth: Int) -> String {
        names += 1
        let name = "item\(names)"
        let outer = (texts, persons, isInLoop)
        defer { (texts, persons, isInLoop) = outer }
        let overPersons = next(2) == 0
        let list: String
        if overPersons {
            let lists = ["people", "nobody"] + persons.map { "\($0).children" }
            list = pick(lists)
        } else {
            list = pick(["tags", "[\"x\", \"<y>\"]"])
        }
        var text = tag("for \(name) in \(list)")
        let otherwise = next(3) == 0 ? tag("else") + body(depth: depth - 1) : ""
        isInLoop = true
        if overPersons {
            persons.append(name)
            texts.append("\(name).name")
        } else {
            texts.append(name)
        }
        text += body(depth: depth - 1)
        return text + otherwise + tag("endfor")
    }

    private mutating func set() -> String {
        names += 1
        let name = "v\(names)"
        let text = tag("set \(name) = \(textValue(depth: 2))")
        texts.append(name)
        return text
    }

    private mutating func output() -> String {
        let value: String
        switch next(6) {
        case 0: value = integer()
        case 1: value = "markup"
        case 2: value = "words.strikes | plural(\(integer()))"
        case 3: value = "words.by | plural(\(integer()), who=\(textValue(depth: 1)))"
        default: value = textValue(depth: 2)
        }
        return "{{\(pick(["", "", "-"])) \(value) \(pick(["", "", "-"]))}}"
    }

    private mutating func integer() -> String {
        var values = ["count", "one", "zero", "people | length", "0", "17", "unknown | default(3)"]
        if isInLoop { values += ["loop.index", "loop.index0", "loop.length"] }
        return pick(values)
    }

    private mutating func textValue(depth: Int) -> String {
        guard depth > 0 else { return pick(texts) }
        switch next(9) {
        case 0: return "\"<lit & '\(next(10))'>\""
        case 1: return "(\(textValue(depth: depth - 1)) ~ (\(integer())))"
        case 2: return "(\(textValue(depth: depth - 1)) | upper)"
        case 3:
            return "(\(textValue(depth: depth - 1)) if \(condition(depth: 1)) else"
                + " \(textValue(depth: depth - 1)))"
        case 4: return "(subtitle | default(\(textValue(depth: depth - 1))))"
        case 5: return "(tags | join(\(textValue(depth: depth - 1))))"
        case 6: return "((\(integer())) | number)"
        default: return pick(texts)
        }
    }

    private mutating func condition(depth: Int) -> String {
        if depth > 0 {
            switch next(6) {
            case 0: return "\(condition(depth: depth - 1)) and \(condition(depth: depth - 1))"
            case 1: return "(\(condition(depth: depth - 1)) or \(condition(depth: depth - 1)))"
            case 2: return "not \(condition(depth: depth - 1))"
            default: break
            }
        }
        switch next(7) {
        case 0: return "is_final"
        case 1: return "people"
        case 2: return "(\(integer())) \(pick(["<", "<=", ">", ">=", "==", "!="])) (\(integer()))"
        case 3: return "subtitle is \(pick(["", "not "]))none"
        case 4: return "\(textValue(depth: 1)) \(pick(["==", "!="])) \(textValue(depth: 1))"
        case 5: return "\(textValue(depth: 1)) \(pick(["in", "not in"])) tags"
        default: return isInLoop ? pick(["loop.first", "loop.last"]) : "title"
        }
    }
}
