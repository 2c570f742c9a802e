import Decoding
import Diagnostics
import Formats
import Foundation
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
            }
        }
        return "records  \(name) \(line.read) read = \(line.shown) shown + "
            + "\(line.read - line.shown - line.withheld) left out"
            + (line.withheld == 0 ? "" : " + \(line.withheld) withheld")
            + (reasons.isEmpty ? "" : " (" + reasons.joined(separator: "; ") + ")")
    }

    /// Seconds with two decimals.
    package static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let hundredths = Int(attoseconds / 10_000_000_000_000_000)
        return "\(seconds)." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
    }
}
