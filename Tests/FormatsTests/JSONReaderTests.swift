import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

@Suite struct JSONReaderTests {
    @Test func objectsBecomeRowsAndNumbersKeepTheirSpelling() throws {
        let (table, log) = read(
            """
            [
              {"id": "A1", "n": 3, "m": 3.0, "note": null},
              {"n": -1e3, "id": "ر\\u00e9\\n\\ud83d\\ude00", "sure": true},
              {}
            ]
            """
        )
        let rows = try #require(table)
        #expect(log.diagnostics == [])
        #expect(rows.columns == ["id", "n", "m", "note", "sure"])
        #expect((0..<5).map { rows.text(0, $0) } == ["A1", "3", "3.0", "", ""])
        #expect((0..<5).map { rows.text(1, $0) } == ["رé\n😀", "-1e3", "", "", "true"])
        #expect((0..<5).allSatisfy { rows.isEmpty(2, $0) })
        #expect(rows.location(1, 0).description == "t.json:3:21")
        #expect(rows.location(1, 2).description == "t.json:3:3")
        #expect(rows.location(row: 1).description == "t.json:3")
        #expect(rows.location(column: 4).description == "t.json:3:54")
        #expect(rows.excerpt(1, 1) == Excerpt("رé 😀 | -1e3 |  |  | true", start: 7, length: 4))
    }

    @Test func anEmptyListIsATableWithoutRows() throws {
        let (table, log) = read("[]")
        #expect(try #require(table).rowCount == 0)
        #expect(table?.columns == [])
        #expect(log.diagnostics == [])
    }

    @Test(arguments: [
        ("", "1:1", "the text ends where a value is expected"),
        ("[1,]", "1:4", "a value is missing here"),
        ("[1 2]", "1:4", "“,” or “]” is expected here"),
        ("[1", "1:3", "the text ends before the “]” that belongs to line 1"),
        ("{\"a\" 1}", "1:6", "“:” is expected after a key"),
        ("{\"a\":1,}", "1:8", "a key in double quotes is expected here"),
        ("{a: 1}", "1:2", "a key in double quotes is expected here"),
        ("['a']", "1:2", "a text stands in double quotes, not in single ones"),
        ("[NaN]", "1:2", "this is not a JSON value"),
        ("[Infinity]", "1:2", "this is not a JSON value"),
        ("[tru]", "1:2", "this is not a JSON value"),
        ("[1] x", "1:5", "text follows the end of the JSON value"),
        ("[\"é\", \"a\nb\"]", "1:9", "the text that begins on line 1 is not closed"),
        ("[\"a\tb\"]", "1:4", "a control character stands in a text"),
        ("[\"abc]", "1:2", "this text is not closed"),
        ("[\"\\x\"]", "1:3", "“\\x” is not an escape"),
        ("[\"\\u12\"]", "1:3", "four hexadecimal digits must follow “\\u”"),
        ("[\"\\u+123\"]", "1:3", "four hexadecimal digits must follow “\\u”"),
        ("[\"\\ud83d\"]", "1:3", "this escape is half of a character"),
        ("[\"\\ud83dx\"]", "1:3", "this escape is half of a character"),
        ("[\"\\ude00\\ud83d\"]", "1:3", "this escape is half of a character"),
        ("[\"\\ud83d\\u0041\"]", "1:3", "this escape is half of a character"),
        ("[01]", "1:2", "a number does not begin with 0"),
        ("[-]", "1:3", "a digit is expected here"),
        ("[1.]", "1:4", "a digit is expected here"),
        ("[.5]", "1:2", "this is not a JSON value"),
        ("[1e]", "1:4", "a digit is expected here"),
        ("[+1]", "1:2", "this is not a JSON value"),
        ("// x\n[1]", "1:1", "this is not a JSON value"),
    ])
    func whatIsNotJSONIsReportedWhereItStops(_ text: String, _ place: String, _ message: String) {
        var log = DiagnosticLog()
        #expect(JSONReader.read(Array(text.utf8), file: "t.json", log: &log) == nil)
        #expect(log.diagnostics.map(\.message) == [message])
        #expect(log.diagnostics.map(\.location.description) == ["t.json:\(place)"])
    }

    @Test(arguments: [
        "0", "-0", "1.5E+3", "\"\"", "null", " [ ] ", "{}", "[[],{}]", "\u{FEFF}[1]",
        "\"\\/\\b\\f\"",
        "\"\u{7F}\"", "[1,\r\n\t2]",
    ])
    func whatIsJSONIsRead(_ text: String) {
        var log = DiagnosticLog()
        #expect(JSONReader.read(Array(text.utf8), file: "t.json", log: &log) != nil)
        #expect(log.diagnostics == [])
    }

    @Test func nestingIsBounded() {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let fits =
                String(repeating: open, count: 99) + "[]" + String(repeating: close, count: 99)
            var log = DiagnosticLog()
            #expect(JSONReader.read(Array(fits.utf8), file: "t.json", log: &log) != nil)
            #expect(log.diagnostics == [])
            let deep = String(repeating: open, count: 1_000_000)
            #expect(JSONReader.read(Array(deep.utf8), file: "t.json", log: &log) == nil)
            #expect(log.diagnostics.map(\.rule) == ["data-nesting"])
        }
    }

    @Test func aTreeGivesItsValuesAndPlaces() throws {
        var log = DiagnosticLog()
        let text = "{\"type\": \"Point\",\n \"coordinates\": [39.0, 35.95], \"n\": 3}"
        let document = try #require(JSONReader.read(Array(text.utf8), file: "m.geojson", log: &log))
        let coordinates = try #require(document.root["coordinates"])
        #expect(document.root["type"]?.asString == "Point")
        #expect(coordinates.asArray?.map(\.asDouble) == [39.0, 35.95])
        #expect(document.root["n"]?.asInteger == 3)
        #expect(coordinates.asArray?[0].asInteger == nil)
        #expect(document.root["x"] == nil)
        #expect(document.location(coordinates).description == "m.geojson:2:17")
        #expect(document.excerpt(coordinates).length == 13)
    }

    private struct Case: Decodable {
        let text: String
        let isJSON: Bool
    }

    /// Python's json module, told to refuse NaN and halves of characters.
    private static let program = """
        import json, random
        r = random.Random(20170606)
        seeds = ['{"id": "A1", "n": [1, -2.5e+3, 0], "ok": true, "x": null}', '[{"a": {"b": [[]]}}, "\\\\u00e9\\\\n", false]',
                 '"\\\\ud83d\\\\ude00"', ' [0.1, 1E5, "é الرقة"] ']
        soup = list('{}[]:,"\\\\ \\n\\t0159-+.eEuntrafls/') + ['\\\\u', '\\\\ud83d', '""', 'null', 'é', '\\x01', 'NaN']
        def refuse(_): raise ValueError
        cases = []
        for n in range(3000):
            text = r.choice(seeds)
            for _ in range(r.randint(0, 3)):
                at = r.randint(0, len(text))
                kind = r.random()
                if kind < 0.4: text = text[:at] + r.choice(soup) + text[at:]
                elif kind < 0.8: text = text[:at] + text[at + 1:]
                else: text = text[:at]
            try:
                value = json.loads(text, parse_constant=refuse)
                json.dumps(value, ensure_ascii=False).encode()
                ok = True
            except ValueError:
                ok = False
            cases.append({'text': text, 'isJSON': ok})
        print(json.dumps(cases))
        """

    @Test(Needs.python)
    func threeThousandTextsAreJSONWhenPythonSaysSo() throws {
        let output = try Python.evaluate(JSONReaderTests.program)
        let cases = try JSONDecoder().decode([Case].self, from: Data(output.utf8))
        #expect(cases.count == 3000)
        #expect(cases.count { $0.isJSON } > 500)
        #expect(cases.count { !$0.isJSON } > 500)
        for example in cases {
            var log = DiagnosticLog()
            let document = JSONReader.read(Array(example.text.utf8), file: "t", log: &log)
            #expect((document != nil) == example.isJSON, "\(example.text.debugDescription)")
        }
    }

    private func read(_ text: String) -> (Table?, DiagnosticLog) {
        var log = DiagnosticLog()
        return (JSONTableReader.read(Array(text.utf8), file: "t.json", log: &log), log)
    }
}
