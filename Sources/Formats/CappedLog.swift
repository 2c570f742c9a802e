// A wrong export can break the same rule on a hundred thousand lines. This log keeps the first of each
// kind and counts the rest, so that an author sees every kind of mistake and not only the most common.

import Diagnostics

/// A log for one file that reports a limited number of mistakes per rule and counts the others.
struct CappedLog {
    /// How many mistakes of one rule are reported for one file.
    static let limit = 50

    /// How many mistakes of a rule are reported: few where all of them have the same cause.
    private static func limit(_ rule: ReadingRule) -> Int {
        rule == .invalidUTF8 || rule == .zeroByte ? 5 : limit
    }

    private var reported = DiagnosticLog()
    private var counts: [ReadingRule: Int] = [:]
    private var firstBeyondLimit: [ReadingRule: Diagnostic] = [:]

    /// Whether anything that stops the build was reported so far.
    var hasErrors: Bool { reported.hasErrors }

    /// Whether another mistake of this rule would only be counted; its texts need not be made.
    func isFull(_ rule: ReadingRule) -> Bool {
        (counts[rule] ?? 0) > CappedLog.limit(rule)
    }

    /// Counts a mistake whose texts were not made because the log ``isFull(_:)``.
    mutating func count(_ rule: ReadingRule) {
        counts[rule, default: 0] += 1
    }

    /// Adds a mistake, or counts it when there were enough of its kind.
    mutating func report(
        _ rule: ReadingRule,
        at location: SourceLocation,
        _ message: String,
        excerpt: Excerpt? = nil,
        suggestion: String? = nil
    ) {
        let diagnostic = Diagnostic(
            rule,
            at: location,
            message,
            excerpt: excerpt,
            suggestion: suggestion
        )
        counts[rule, default: 0] += 1
        let number = counts[rule] ?? 1
        if number <= CappedLog.limit(rule) {
            reported.report(diagnostic)
        } else if number == CappedLog.limit(rule) + 1 {
            firstBeyondLimit[rule] = diagnostic
        }
    }

    /// Hands the mistakes on, with a line for those that were only counted.
    func flush(into log: inout DiagnosticLog) {
        log.append(reported)
        for (rule, diagnostic) in firstBeyondLimit.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        {
            var diagnostic = diagnostic
            let more = (counts[rule] ?? 0) - CappedLog.limit(rule)
            if more > 1 { diagnostic.message += ", and \(more - 1) more like this in this file" }
            log.report(diagnostic)
        }
    }
}
