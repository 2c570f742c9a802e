// Editors and CI services mark the lines of mistakes themselves when they are given a list in a format that
// they read. Each format holds the same mistakes in the same order as the text.

import Diagnostics
import Text

/// How the mistakes in a site are printed.
package enum MessageFormat: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// One JSON object with a list, for scripts.
    case json
    /// SARIF 2.1.0 (OASIS), for editors and code scanning services.
    case sarif
    /// Workflow commands, with which GitHub Actions marks lines.
    case github

    /// Whether the document is JSON.
    var isJSON: Bool {
        switch self {
        case .json, .sarif: true
        case .text, .github: false
        }
    }

    /// The mistakes in a machine's format, with a line feed at the end; `nil` for ``text``.
    ///
    /// Paths begin with the site's folder, as it was given to the command, so that they can be opened from the
    /// folder in which the command was run.
    package func document(_ log: DiagnosticLog, site: String) -> String? {
        let mistakes = log.sorted.map { PlacedMistake($0, site: site) }
        switch self {
        case .text: return nil
        case .json: return MessageFormat.json(mistakes)
        case .sarif: return SARIFLog(mistakes).text
        case .github: return mistakes.map(\.workflowCommand).joined()
        }
    }

    private static func json(_ mistakes: [PlacedMistake]) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("errors", mistakes.count { $0.diagnostic.severity == .error })
            json.member("warnings", mistakes.count { $0.diagnostic.severity == .warning })
            json.array("messages", mistakes) { json, mistake in
                json.object { json in
                    let diagnostic = mistake.diagnostic
                    json.member("severity", diagnostic.severity.rawValue)
                    json.member("rule", diagnostic.rule)
                    json.member("file", mistake.path)
                    json.member("line", mistake.line)
                    json.member("column", mistake.column)
                    json.member("endColumn", mistake.endColumn)
                    json.member("message", diagnostic.message)
                    json.member("suggestion", diagnostic.suggestion)
                }
            }
        }
        return String(decoding: json.finished(), as: UTF8.self)
    }
}

/// A mistake with its file's path from the folder in which the command was run.
struct PlacedMistake {
    let diagnostic: Diagnostic
    /// The path of the file.
    let path: String

    init(_ diagnostic: Diagnostic, site: String) {
        self.diagnostic = diagnostic
        var folder = Substring(site)
        while folder.hasPrefix("./") { folder = folder.dropFirst(2) }
        while folder.hasSuffix("/"), folder != "/" { folder = folder.dropLast() }
        let isHere = folder.isEmpty || folder == "."
        path = isHere ? diagnostic.location.file : "\(folder)/\(diagnostic.location.file)"
    }

    /// The line, from 1; `nil` for the whole file.
    var line: Int? { diagnostic.location.line > 0 ? diagnostic.location.line : nil }
    /// The first column in characters, from 1; `nil` for the whole line.
    var column: Int? { diagnostic.location.column > 0 ? diagnostic.location.column : nil }
    /// The column after the last marked character; `nil` when it is not known.
    var endColumn: Int? {
        guard let column, let excerpt = diagnostic.excerpt, excerpt.start + 1 == column else {
            return nil
        }
        return column + excerpt.length
    }

    /// The message followed by the suggestion.
    var fullMessage: String {
        diagnostic.suggestion.map { "\(diagnostic.message)\n\($0)" } ?? diagnostic.message
    }

    /// The mistake as a workflow command of GitHub Actions, on a line of its own.
    var workflowCommand: String {
        var properties = ["file=" + PlacedMistake.escaped(path, isProperty: true)]
        if let line { properties.append("line=\(line)") }
        if let column { properties.append("col=\(column)") }
        if let endColumn { properties.append("endColumn=\(endColumn - 1)") }
        properties.append("title=\(diagnostic.rule)")
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::"
            + PlacedMistake.escaped(fullMessage, isProperty: false) + "\n"
    }

    /// Escapes what would end a workflow command or a property of it, as `@actions/core` does.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case ",": result += isProperty ? "%2C" : ","
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
