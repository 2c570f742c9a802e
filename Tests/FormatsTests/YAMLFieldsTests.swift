import Diagnostics
import Formats
import Testing

@Suite struct YAMLFieldsTests {
    @Test func valuesAreReadByNameAndType() throws {
        var log = DiagnosticLog()
        let node = try #require(
            YAMLReader.read(
                """
                title: 2017
                order: 3
                draft: true
                authors: [A, "B"]
                editor: C
                empty:
                period: {from: 2017-06-06}
                list: [{a: 1}, {a: 2}]
                kind: line
                """,
                file: "s.yaml",
                log: &log
            )
        )
        let fields = YAMLFields(node, what: "the page", known: nil, log: &log)
        #expect(fields.requiredString("title", &log) == "2017")
        #expect(fields.integer("order", &log) == 3)
        #expect(fields.bool("draft", &log) == true)
        #expect(fields.strings("authors", &log) == ["A", "B"])
        #expect(fields.strings("editor", &log) == ["C"])
        #expect(fields.strings("empty", &log) == [])
        #expect(fields.string("empty", &log) == nil)
        #expect(!fields.has("empty"))
        let period = fields.fields("period", known: ["from", "to"], &log)
        #expect(
            period?.value("from", "a date", &log) { $0.text.count == 10 ? $0.text : nil }
                == "2017-06-06"
        )
        let list = fields.list("list", what: "an item", known: ["a"], &log)
        #expect(list.map { $0.integer("a", &log) } == [1, 2])
        #expect(fields.choice("kind", from: ["bar", "line"], &log) == "line")
        #expect(log.diagnostics == [])
    }

    @Test func everyWrongValueIsReportedWhereItStands() throws {
        var log = DiagnosticLog()
        let node = try #require(
            YAMLReader.read(
                """
                title: [a]
                order: 016
                authors: [A, {b: 1}]
                period: 3
                kind: lines
                date: 2017-6-6
                empty:
                names: {a: 1}
                """,
                file: "s.yaml",
                log: &log
            )
        )
        let fields = YAMLFields(node, what: "the page", known: nil, log: &log)
        #expect(fields.string("title", &log) == nil)
        #expect(fields.integer("order", &log) == nil)
        #expect(fields.strings("authors", &log) == ["A"])
        #expect(fields.fields("period", known: ["from"], &log)?.entries.isEmpty == true)
        #expect(fields.choice("kind", from: ["bar", "line"], &log) == nil)
        #expect(fields.value("date", "a date such as 2017-06-06", &log) { _ in nil as Int? } == nil)
        #expect(fields.requiredString("empty", &log) == nil)
        #expect(fields.items("names", &log).isEmpty)
        fields.report(ReadingRule.wrongType, "nowhere", "it is nowhere", &log)
        #expect(
            DiagnosticPrinter().text(log) == """
                s.yaml:1:1: error: it is nowhere
                     [wrong-type]

                s.yaml:1:8: error: “title” must be text, not a list
                     title: [a]
                             ^
                     [wrong-type]

                s.yaml:2:8: error: “order” must be a whole number such as 3, not “016”
                     order: 016
                            ^^^
                     [wrong-type]

                s.yaml:3:14: error: “authors” must be a list of texts, not a mapping
                     authors: [A, {b: 1}]
                                   ^
                     [wrong-type]

                s.yaml:4:9: error: “period” must be a mapping of keys to values, not “3”
                     period: 3
                             ^
                     Write one “key: value” on each line.
                     [wrong-type]

                s.yaml:5:7: error: “kind” cannot be “lines”
                     kind: lines
                           ^^^^^
                     Did you mean “line”?
                     [wrong-type]

                s.yaml:6:7: error: “date” must be a date such as 2017-06-06, not “2017-6-6”
                     date: 2017-6-6
                           ^^^^^^^^
                     [wrong-type]

                s.yaml:7:1: error: “empty” needs a value
                     empty:
                     ^^^^^
                     [missing-key]

                s.yaml:8:8: error: “names” must be a list, not a mapping
                     names: {a: 1}
                             ^
                     [wrong-type]


                """
        )
    }
}
