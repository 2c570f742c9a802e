import Diagnostics
import Reading
import Testing

@Suite struct MemoryTests {
    private enum Doubt: String, Rule, CaseIterable {
        case odd
        var severity: Severity { .warning }
        var explanation: Explanation { Explanation("Be even.", wrong: "1", right: "2") }
    }

    private func length(
        _ text: String,
        _ memory: inout Memory<ExactText, Int>,
        named name: String = "a",
        _ work: inout Int,
        _ log: inout DiagnosticLog
    ) -> Int {
        memory.output(for: ExactText(text), named: name, log: &log) { log in
            work += 1
            log.report(Doubt.odd, at: SourceLocation(file: name), text)
            return text.utf8.count
        }
    }

    @Test func theSameInputIsWorkedOnOnceAndItsMistakesAreToldEachTime() {
        var memory = Memory<ExactText, Int>(keeps: true)
        var work = 0
        for round in 1...3 {
            var log = DiagnosticLog()
            #expect(length("three", &memory, &work, &log) == 5)
            #expect(work == 1, "\(round)")
            #expect(log.diagnostics.map(\.message) == ["three"])
        }
        var log = DiagnosticLog()
        #expect(length("four", &memory, &work, &log) == 4)
        #expect(length("three", &memory, &work, &log) == 5)
        #expect(work == 3, "only the last input is kept")
        #expect(log.diagnostics.map(\.message) == ["four", "three"])
    }

    @Test func aTextInAnotherUnicodeFormIsAnotherInput() {
        var memory = Memory<ExactText, Int>(keeps: true)
        var work = 0
        var log = DiagnosticLog()
        #expect("caf\u{E9}" == "cafe\u{301}")
        #expect(length("caf\u{E9}", &memory, &work, &log) == 5)
        #expect(length("cafe\u{301}", &memory, &work, &log) == 6)
        #expect(ExactText("") == ExactText(""))
        #expect(ExactText("a") != ExactText("b"))
    }

    @Test func namesAreKeptApartAndForgotten() {
        var memory = Memory<ExactText, Int>(keeps: true)
        var work = 0
        var log = DiagnosticLog()
        _ = length("x", &memory, named: "a", &work, &log)
        _ = length("x", &memory, named: "b", &work, &log)
        #expect(work == 2)
        memory.keepOnly(["b"])
        _ = length("x", &memory, named: "b", &work, &log)
        #expect(work == 2)
        _ = length("x", &memory, named: "a", &work, &log)
        #expect(work == 3)
    }

    @Test func aMemoryThatKeepsNothingWorksEachTime() {
        var memory = Memory<ExactText, Int>(keeps: false)
        var work = 0
        var log = DiagnosticLog()
        _ = length("x", &memory, &work, &log)
        _ = length("x", &memory, &work, &log)
        #expect(work == 2)
    }
}
