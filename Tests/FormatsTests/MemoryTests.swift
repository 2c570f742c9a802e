import Diagnostics
import Formats
import Synchronization
import Testing

@Suite struct MemoryTests {
    private enum Doubt: String, Rule, CaseIterable {
        case odd
        var severity: Severity { .warning }
    }

    private func length(
        _ text: String,
        _ cache: inout Cache<ExactText, Int>,
        named name: String = "a",
        _ work: inout Int,
        _ log: inout DiagnosticLog
    ) -> Int {
        cache.output(for: ExactText(text), named: name, log: &log) { log in
            work += 1
            log.report(Doubt.odd, at: SourceLocation(file: name), text)
            return text.utf8.count
        }
    }

    @Test func theSameInputIsWorkedOnOnceAndItsMistakesAreReportedEachTime() {
        var cache = Cache<ExactText, Int>(keeps: true)
        var work = 0
        for round in 1...3 {
            var log = DiagnosticLog()
            #expect(length("three", &cache, &work, &log) == 5)
            #expect(work == 1, "\(round)")
            #expect(log.diagnostics.map(\.message) == ["three"])
        }
        var log = DiagnosticLog()
        #expect(length("four", &cache, &work, &log) == 4)
        #expect(length("three", &cache, &work, &log) == 5)
        #expect(work == 3, "only the last input is kept")
        #expect(log.diagnostics.map(\.message) == ["four", "three"])
    }

    @Test func aTextInAnotherUnicodeFormIsAnotherInput() {
        var cache = Cache<ExactText, Int>(keeps: true)
        var work = 0
        var log = DiagnosticLog()
        #expect("caf\u{E9}" == "cafe\u{301}")
        #expect(length("caf\u{E9}", &cache, &work, &log) == 5)
        #expect(length("cafe\u{301}", &cache, &work, &log) == 6)
        var others = 0
        #expect(length("x", &cache, named: "caf\u{E9}", &others, &log) == 1)
        #expect(length("x", &cache, named: "cafe\u{301}", &others, &log) == 1)
        #expect(others == 2, "and so is the same text under a name in another form")
        #expect(ExactText("") == ExactText(""))
        #expect(ExactText("a") != ExactText("b"))
    }

    @Test func manyInputsAreReportedInTheirOrderAndOtherNamesForgotten() {
        var cache = Cache<ExactText, String>(keeps: true)
        let work = Mutex(0)
        func lengths(_ texts: [String]) -> (outputs: [String], told: [String]) {
            var log = DiagnosticLog()
            let inputs = texts.map { (name: String($0.prefix(1)), input: ExactText($0)) }
            let outputs = cache.outputs(for: inputs, log: &log) { name, input, log in
                work.withLock { $0 += 1 }
                log.report(Doubt.odd, at: SourceLocation(file: name), input.text)
                return name + "\(input.text.utf8.count)"
            }
            return (outputs, log.diagnostics.map(\.message))
        }
        let many = (0..<200).map { String(UnicodeScalar(UInt8(48 + $0 % 75))) + "\($0)" }
        let few = ["a", "bb", "ccc"]
        #expect(lengths(few).outputs == ["a1", "b2", "c3"])
        #expect(work.withLock(\.self) == 3)
        #expect(lengths(few).told == few)
        #expect(work.withLock(\.self) == 3)
        #expect(lengths(["a", "bc", "ccc"]).outputs == ["a1", "b2", "c3"])
        #expect(work.withLock(\.self) == 4)
        _ = lengths(["a"])
        _ = lengths(["a", "ccc"])
        #expect(work.withLock(\.self) == 5)
        #expect(lengths(many).told == many)
    }

    @Test func aResultHasTheSameVersionUntilItIsAnother() {
        var cache = Cache<ExactText, Int>(keeps: true)
        var seen: [[ExactText: Int]] = []
        for texts in [["a", "bb"], ["a", "bb"], ["a", "bc"], ["a"], ["a", "bb"]] {
            var log = DiagnosticLog()
            let inputs = texts.map { (name: String($0.prefix(1)), input: ExactText($0)) }
            _ = cache.outputs(for: inputs, log: &log) { _, input, _ in input.text.utf8.count }
            seen.append(cache.versions)
        }
        #expect(seen[0].count == 2)
        #expect(seen[1] == seen[0])
        #expect(Set(seen.map { $0[ExactText("a")] }).count == 1)
        let others = seen.map { $0[ExactText("b")] }
        #expect(Set([others[0], others[2], others[4]]).count == 3)
        #expect(others[3] == nil)
        var forgetful = Cache<ExactText, Int>(keeps: false)
        var log = DiagnosticLog()
        _ = forgetful.output(for: ExactText("a"), log: &log) { _ in 1 }
        #expect(forgetful.versions == [:])
    }

    @Test func aMemoryThatKeepsNothingWorksEachTime() {
        var cache = Cache<ExactText, Int>(keeps: false)
        var work = 0
        var log = DiagnosticLog()
        _ = length("x", &cache, &work, &log)
        _ = length("x", &cache, &work, &log)
        #expect(work == 2)
    }
}
