import Diagnostics
import Testing

private enum SampleRule: String, Rule {
    case coordinateOutOfRange = "coordinate-out-of-range"
    case doubtful

    var severity: Severity { self == .doubtful ? .warning : .error }
}

@Suite struct DiagnosticPrinterTests {
    @Test func aDiagnosticShowsPlaceMessageMarkSuggestionAndRule() {
        let diagnostic = Diagnostic(
            SampleRule.coordinateOutOfRange,
            at: SourceLocation(file: "content/data/strikes.csv", line: 34, column: 12),
            "longitude 4239.00416 is outside -180…180",
            excerpt: Excerpt("CS1033,35.95,4239.00416,x", start: 13, length: 10),
            suggestion: "Coordinates are decimal degrees."
        )
        #expect(
            DiagnosticPrinter().text(diagnostic) == """
                content/data/strikes.csv:34:12: error: longitude 4239.00416 is outside -180…180
                     CS1033,35.95,4239.00416,x
                                  ^^^^^^^^^^
                     Coordinates are decimal degrees.
                     [coordinate-out-of-range]
                """
        )
    }

    @Test func aLongLineIsCutAroundTheMark() {
        let line = String(repeating: "a", count: 200) + "WRONG" + String(repeating: "b", count: 200)
        let diagnostic = Diagnostic(
            SampleRule.doubtful,
            at: SourceLocation(file: "f", line: 1, column: 201),
            "m",
            excerpt: Excerpt(line, start: 200, length: 5)
        )
        let lines = DiagnosticPrinter().text(diagnostic).split(separator: "\n")
        let mark = lines[2]
            .distance(
                from: lines[2].startIndex,
                to: lines[2].firstIndex(of: "^") ?? lines[2].endIndex
            )
        #expect(Array(lines[1])[mark..<mark + 5] == ["W", "R", "O", "N", "G"])
        #expect(lines[1].count < 105)
    }

    @Test func errorsComeLastWhereATerminalStands() {
        var log = DiagnosticLog()
        log.report(SampleRule.coordinateOutOfRange, at: SourceLocation(file: "a"), "wrong")
        log.report(SampleRule.doubtful, at: SourceLocation(file: "b"), "odd")
        #expect(
            DiagnosticPrinter().text(log) == """
                b: warning: odd
                     [doubtful]

                a: error: wrong
                     [coordinate-out-of-range]


                """
        )
    }

    @Test func aLogIsSortedAndEachMistakeIsReportedOnce() {
        var log = DiagnosticLog()
        let late = SourceLocation(file: "b", line: 1, column: 1)
        let early = SourceLocation(file: "a", line: 9, column: 1)
        log.report(SampleRule.doubtful, at: late, "second")
        log.report(SampleRule.coordinateOutOfRange, at: early, "first")
        log.report(SampleRule.doubtful, at: late, "second")
        #expect(log.sorted.map(\.message) == ["first", "second"])
        #expect(DiagnosticPrinter().summary(log) == "1 error, 1 warning")
        #expect(DiagnosticPrinter().summary(DiagnosticLog()) == nil)
    }

    @Test func aReportOfFewMessagesEndsWithTheirNumber() {
        var log = DiagnosticLog()
        log.report(SampleRule.doubtful, at: SourceLocation(file: "b"), "odd")
        #expect(
            DiagnosticPrinter(limit: 5).report(log) == """
                b: warning: odd
                     [doubtful]

                1 warning

                """
        )
        #expect(DiagnosticPrinter(limit: 5).report(DiagnosticLog()) == "")
    }

    @Test func messagesOfOneRuleInAFileAreLimitedAndCounted() {
        var log = DiagnosticLog()
        for line in 1...4 {
            log.report(SampleRule.doubtful, at: SourceLocation(file: "a", line: line), "odd")
        }
        log.report(SampleRule.doubtful, at: SourceLocation(file: "b", line: 1), "odd")
        #expect(
            DiagnosticPrinter(limit: 2).report(log) == """
                a:1: warning: odd
                     [doubtful]

                a:2: warning: odd
                     [doubtful]

                     … and 2 more [doubtful] in a

                b:1: warning: odd
                     [doubtful]

                Warnings by rule:
                     5  doubtful  a, b

                5 warnings
                2 not printed here: recount check --all prints every message

                """
        )
        #expect(DiagnosticPrinter().report(log).contains("a:4: warning: odd"))
    }

    @Test func warningsBesideErrorsAreOnlyCounted() {
        var log = DiagnosticLog()
        for file in ["a", "b", "c", "d", "e"] {
            log.report(SampleRule.doubtful, at: SourceLocation(file: file), "odd")
        }
        log.report(SampleRule.coordinateOutOfRange, at: SourceLocation(file: "a"), "wrong")
        #expect(
            DiagnosticPrinter(limit: 5).report(log) == """
                a: error: wrong
                     [coordinate-out-of-range]

                Warnings by rule:
                     5  doubtful  a, b, c and 2 more

                Errors by rule:
                     1  coordinate-out-of-range  a

                1 error, 5 warnings
                5 not printed here: recount check --all prints every message

                """
        )
    }

    @Test(arguments: [
        ("grdaing", "grading"), ("kiled", "killed"), ("killde", "killed"), ("zebra", nil),
    ])
    func theNearestWordIsFoundOnlyWhenItIsNear(word: String, expected: String?) {
        #expect(Spelling.nearest(to: word, in: ["killed", "grading", "month"]) == expected)
    }
}
