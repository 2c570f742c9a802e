import Decoding
import Diagnostics
import Formats
import Foundation
import Media
import Privacy
import Report

/// Formats what several commands print about a build.
package enum BuildText {
    /// The mistakes and their number; empty when there are none.
    package static func mistakes(_ log: DiagnosticLog, colored: Bool, limit: Int? = nil) -> String {
        let text = DiagnosticPrinter(usesColor: colored, limit: limit).report(log)
        return text.isEmpty ? "" : "\n" + text
    }

    /// A number with its noun, such as "1 article".
    package static func counted(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    /// One line of the closing summary: read = shown + left out.
    package static func recordCounts(_ line: ResourceCount) -> String {
        let name = line.kind.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
        let reasons = line.leftOut.map { reason in
            switch reason.reason {
            case .stated(let text): "\(reason.count) left out: \(text)"
            case .strikeLeftOut: "\(reason.count) left out with their strike"
            case .articleUnpublished: "\(reason.count) left out with their article"
            }
        }
        return "records  \(name) \(line.read) read = \(line.shown) shown + "
            + "\(line.read - line.shown - line.withheld) left out"
            + (line.withheld == 0 ? "" : " + \(line.withheld) withheld")
            + (reasons.isEmpty ? "" : " (" + reasons.joined(separator: "; ") + ")")
    }

    /// The line about the leak scan: what was searched for, and what was not and why.
    package static func leakScan(_ summary: LeakSummary) -> String {
        let reasons = summary.omitted.map { reason, count in
            switch reason {
            case .short: "\(count) with fewer than four characters"
            case .number: "\(count) short numbers or dates"
            case .commonWord: counted(count, "common word")
            case .alsoPublic: "\(count) also public"
            case .allowed: "\(count) allowed"
            }
        }
        let omitted = summary.omitted.reduce(0) { $0 + $1.count }
        return "searched \(counted(summary.files, "file")) for "
            + "\(counted(summary.searched, "private value")): none found"
            + (omitted == 0
                ? "" : "; \(omitted) not searched for (\(reasons.joined(separator: "; ")))")
    }

    /// The lines about the smaller sizes of pictures; none when there is nothing new to say.
    static func pictures(_ summary: PictureSummary) -> [String] {
        let limit = 3
        let program = SmallerSizes.program
        var lines: [String] = []
        if summary.made > 0 {
            lines.append("made smaller sizes of \(counted(summary.made, "picture"))")
        }
        if summary.lacking > 0 {
            lines.append(
                "\(counted(summary.lacking, "picture")) without smaller sizes: \(program), which makes them, "
                    + "is not installed (apt install \(program))"
            )
        }
        for failure in summary.failed.prefix(limit) {
            lines.append("no smaller sizes of \(failure.path): \(failure.reason)")
        }
        if summary.failed.count > limit {
            let more = counted(summary.failed.count - limit, "picture")
            lines.append("no smaller sizes of \(more) more")
        }
        return lines.map { "pictures " + $0 }
    }

    /// Seconds with two decimals.
    package static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let hundredths = Int(attoseconds / 10_000_000_000_000_000)
        return "\(seconds)." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
    }
}
