import Diagnostics
import Formats
import Testing
import Text

@Suite struct YAMLReaderTests {
    @Test func keysAndValuesKnowTheirPlaces() throws {
        let (node, log) = read("title: \"الرقة: x\"\nlist:\n  - a\n  - {b: 3, ج: د, e: true}\n")
        #expect(log.diagnostics == [])
        guard case .mapping(let entries, let start) = try #require(node) else {
            Issue.record("not a mapping")
            return
        }
        #expect(start.description == "s.yaml:1:1")
        #expect(entries.map(\.key) == ["title", "list"])
        #expect(entries[1].keyLocation.description == "s.yaml:2:1")
        #expect(entries[0].value.location.description == "s.yaml:1:8")
        #expect(entries[0].value.scalar?.text == "الرقة: x")
        #expect(entries[0].value.scalar?.style == .quoted)
        #expect(entries[0].value.excerpt == Excerpt("title: \"الرقة: x\"", start: 7, length: 10))
        guard case .sequence(let items, _) = entries[1].value,
            case .mapping(let inner, let place) = items[1]
        else {
            Issue.record("not a list with a mapping")
            return
        }
        #expect(place.description == "s.yaml:4:5")
        #expect(inner[1].keyLocation.description == "s.yaml:4:12")
        #expect(inner[2].keyLocation.description == "s.yaml:4:18")
        #expect(inner[0].value.scalar?.asInteger == 3)
        #expect(inner[2].value.scalar?.asBool == true)
    }

    @Test func columnsCountCharactersAndNotScalars() throws {
        let (node, _) = read("{e\u{301}e\u{301}: 👩‍👩‍👧‍👦, b: 2}")
        guard case .mapping(let entries, _) = try #require(node) else { return }
        #expect(entries[0].value.location.column == 6)
        #expect(entries[1].keyLocation.column == 9)
    }

    @Test(arguments: [
        ("3", 3), ("-3", -3), ("0", 0), ("016", nil), ("3.0", nil), ("1e3", nil), ("+3", nil),
        ("\"3\"", nil), ("3 killed", nil), ("0x10", nil), ("1_000", nil), ("٣", nil), ("-0", nil),
    ])
    func onlyPlainWholeNumbersAreIntegers(_ text: String, _ number: Int?) throws {
        #expect(try #require(read(text).0?.scalar).asInteger == number)
    }

    @Test(arguments: [
        ("true", true), ("false", false), ("yes", nil), ("no", nil), ("on", nil), ("True", nil),
        ("\"true\"", nil), ("1", nil),
    ])
    func onlyTrueAndFalseAreTruths(_ text: String, _ truth: Bool?) throws {
        #expect(try #require(read(text).0?.scalar).asBool == truth)
    }

    @Test func emptyValuesAreNullAndQuotedOnesAreTexts() throws {
        #expect(read("a: ~").0?.location.line == 1)
        for text in ["~", "null", "a:"] { #expect(isNull(text), "\(text)") }
        for text in ["\"\"", "'null'", "nil", "a: \"\""] { #expect(!isNull(text), "\(text)") }
        #expect(read("").0 == nil)
        #expect(read("# nothing\n").0 == nil)
        #expect(read("2017-06-06").0?.scalar?.asString == "2017-06-06")
    }

    @Test func allRepeatedKeysAreReportedAndTheFirstValueStays() throws {
        let (node, log) = read(
            "a: 1\nb: {x: 1, y: 2, x: 3}\na: 2\nc:\n  d: 1\n  \"d\": 2\nc: 3\na: 4\nتاريخ: 1\nتاريخ: 2"
        )
        #expect(
            log.sorted.map { "\($0.location) \($0.message). \($0.suggestion ?? "")" } == [
                "s.yaml:2:17 the key “x” is given twice. It stands on line 2 already. Delete one of the two.",
                "s.yaml:3:1 the key “a” is given twice. It stands on line 1 already. Delete one of the two.",
                "s.yaml:6:4 the key “d” is given twice. It stands on line 5 already. Delete one of the two.",
                "s.yaml:7:1 the key “c” is given twice. It stands on line 4 already. Delete one of the two.",
                "s.yaml:8:1 the key “a” is given twice. It stands on line 1 already. Delete one of the two.",
                "s.yaml:10:1 the key “تاريخ” is given twice. It stands on line 9 already. Delete one of the two.",
            ]
        )
        guard case .mapping(let entries, _) = try #require(node) else { return }
        #expect(entries.map(\.key) == ["a", "b", "c", "تاريخ"])
        #expect(entries[0].value.scalar?.text == "1")
    }

    @Test(arguments: [
        ("a: 1\n\tb: 2", "2:1", "Indent with spaces, not with tabs."),
        ("a: \"x", "1:6", "Close the quote."),
        ("a: [1, 2", "1:9", "Check the indentation of this line and of the line above"),
        ("a: @x", "1:4", "A value that begins with this character needs quotes around it."),
        ("a: *x", "1:4", "A value that begins with “*” needs quotes. Aliases are not read."),
        ("a: 1\n---\nb: 2", "2:1", "A line “---” begins another document; delete it."),
        ("a: 1\n b: 2", "2:3", "A value that holds a colon and a space needs quotes around it."),
        ("a: x\u{7}y", "1:5", "Delete the character; it cannot be seen in most editors."),
        ("é: 1\na: \u{0}", "2:4", "Delete the character; it cannot be seen in most editors."),
    ])
    func whatIsNotYAMLIsReportedWhereItStops(_ text: String, _ place: String, _ hint: String) {
        let (node, log) = read(text)
        #expect(node == nil)
        #expect(log.diagnostics.map(\.rule) == ["yaml-syntax"])
        #expect(log.diagnostics.first?.location.description == "s.yaml:\(place)")
        #expect(log.diagnostics.first?.suggestion?.hasPrefix(hint) == true)
    }

    @Test func hostileTextsEndInAMessage() {
        let bomb = """
            a: &a [x, x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
            e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
            f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
            g: [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
            """
        #expect(Set(read(bomb).1.diagnostics.map(\.rule)) == ["yaml-alias"])
        #expect(!read("a: &x 1\n<<: *x").1.diagnostics.isEmpty)
        let deep = String(repeating: "[", count: 100_000)
        #expect(read(deep).1.diagnostics.map(\.rule) == ["yaml-syntax"])
        let block = (0..<700).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(read(block).1.diagnostics.map(\.rule) == ["data-nesting"])
        let long = String(repeating: "a", count: YAMLReader.sizeLimit + 1)
        #expect(
            read(long).1.diagnostics.map { "\($0.location): \($0.message)" }
                == ["s.yaml:1: the YAML text has 1048577 bytes; at most 1048576 are read"]
        )
        #expect(
            read("? [a]\n: 1").1.diagnostics.map(\.message) == [
                "a key must be a single value, not a list or mapping"
            ]
        )
    }

    private func read(_ text: String) -> (YAMLNode?, DiagnosticLog) {
        var log = DiagnosticLog()
        return (YAMLReader.read(text, file: "s.yaml", log: &log), log)
    }

    private func isNull(_ text: String) -> Bool {
        guard let node = read(text).0 else { return true }
        if case .mapping(let entries, _) = node { return entries[0].value.isNull }
        return node.isNull
    }
}
