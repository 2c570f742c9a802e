// A column of the wrong kind is wrong on every row. This log keeps the first mistakes of each rule, so that
// all kinds of mistakes are seen, and counts the rest. Rows are read by several threads: each keeps a log,
// and appending them in the order of the rows gives the same list on any number of threads.

import Diagnostics

/// The mistakes in one file's rows: the first of each rule, and how many more there are.
struct RowLog: Sendable {
    /// How many mistakes of one rule are reported for one file.
    static let limit = 50

    private struct Entry {
        var diagnostics: [Diagnostic] = []
        var count = 0
    }

    private var rules: [String: Entry] = [:]
    /// How many mistakes there are, reported or only counted.
    private(set) var count = 0

    /// Adds a mistake, or counts it when there were enough of its rule; makes its texts only when needed.
    mutating func report(_ rule: some Rule, _ diagnostic: () -> Diagnostic) {
        var entry = rules.removeValue(forKey: rule.rawValue) ?? Entry()
        entry.count += 1
        count += 1
        if entry.diagnostics.count <= RowLog.limit { entry.diagnostics.append(diagnostic()) }
        rules[rule.rawValue] = entry
    }

    /// Adds the mistakes of the rows that follow.
    mutating func append(_ other: RowLog) {
        count += other.count
        for (rule, more) in other.rules {
            var entry = rules.removeValue(forKey: rule) ?? Entry()
            entry.count += more.count
            let room = RowLog.limit + 1 - entry.diagnostics.count
            entry.diagnostics.append(contentsOf: more.diagnostics.prefix(max(0, room)))
            rules[rule] = entry
        }
    }

    /// Reports the mistakes; the last one of a rule says how many more there are.
    func flush(into log: inout DiagnosticLog) {
        for (_, entry) in rules.sorted(by: { $0.key < $1.key }) {
            for diagnostic in entry.diagnostics.prefix(RowLog.limit) { log.report(diagnostic) }
            guard var last = entry.diagnostics.dropFirst(RowLog.limit).first else { continue }
            let more = entry.count - RowLog.limit - 1
            if more > 0 { last.message += ", and \(more) more like this in this file" }
            log.report(last)
        }
    }
}
