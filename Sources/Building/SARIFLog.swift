import Diagnostics
import Explanations
import Text

/// Mistakes as a log in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS).
struct SARIFLog {
    private let mistakes: [PlacedMistake]

    /// Makes a log of one run.
    init(_ mistakes: [PlacedMistake]) {
        self.mistakes = mistakes
    }

    /// The log, with a line feed at its end.
    var text: String {
        var json = JSONWriter()
        json.object { json in
            json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.member("version", "2.1.0")
            json.array("runs", [mistakes]) { json, mistakes in
                json.object { json in
                    json.object("tool") { json in
                        json.object("driver") { SARIFLog.driver(mistakes, &$0) }
                    }
                    json.member("columnKind", "unicodeCodePoints")
                    json.array("results", mistakes) { json, mistake in
                        json.object { SARIFLog.result(mistake, &$0) }
                    }
                }
            }
        }
        return String(decoding: json.finished(), as: UTF8.self)
    }

    /// The program, and the rules that were broken with their explanations.
    private static func driver(_ mistakes: [PlacedMistake], _ json: inout JSONWriter) {
        json.member("name", "recount")
        json.member("version", Version.number)
        json.array("rules", Set(mistakes.map(\.diagnostic.rule)).sorted()) { json, rule in
            json.object { json in
                json.member("id", rule)
                guard let explanation = Explanation.of(rule: rule) else { return }
                json.object("fullDescription") { $0.member("text", explanation.text) }
            }
        }
    }

    private static func result(_ mistake: PlacedMistake, _ json: inout JSONWriter) {
        json.member("ruleId", mistake.diagnostic.rule)
        json.member("level", mistake.diagnostic.severity.rawValue)
        json.object("message") { $0.member("text", mistake.fullMessage) }
        json.array("locations", [mistake]) { json, mistake in
            json.object { json in
                json.object("physicalLocation") { json in
                    json.object("artifactLocation") { $0.member("uri", uri(mistake.path)) }
                    guard let line = mistake.line else { return }
                    json.object("region") { json in
                        json.member("startLine", line)
                        guard let columns = columns(mistake) else { return }
                        json.member("startColumn", columns.lowerBound)
                        json.member("endColumn", columns.upperBound)
                    }
                }
            }
        }
    }

    /// The marked columns in Unicode scalars, from 1; `nil` when the line's text is not known.
    private static func columns(_ mistake: PlacedMistake) -> Range<Int>? {
        guard let column = mistake.column, let end = mistake.endColumn,
            let text = mistake.diagnostic.excerpt?.text
        else { return nil }
        let start = text.prefix(column - 1).unicodeScalars.count + 1
        let marked = text.dropFirst(column - 1).prefix(end - column).unicodeScalars.count
        return start..<start + max(1, marked)
    }

    /// A path as a relative reference (RFC 3986), or as a `file` URI when it is absolute.
    private static func uri(_ path: String) -> String {
        (path.hasPrefix("/") ? "file://" : "") + PercentEncoding.path(path)
    }
}
