// Explains the YAML parser's messages to authors. The parser's sentences are kept as they are, because
// they can be searched for; the usual causes get a suggestion.

import Diagnostics
import Text
import Yams

/// Reports what keeps a text from being YAML.
struct YAMLSyntax {
    private let lines: YAMLLines

    init(_ lines: YAMLLines) {
        self.lines = lines
    }

    func report(_ error: YamlError, _ log: inout DiagnosticLog) {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            report(sentence(problem, context), mark, suggestion(problem, mark), &log)
        case .reader(let problem, let offset, _, _):
            let (location, excerpt) = lines.location(characters: offset ?? 0)
            log.report(
                ReadingRule.yamlSyntax,
                at: location,
                problem,
                excerpt: excerpt,
                suggestion: "Delete the character; it cannot be seen in most editors."
            )
        default:
            report("\(error)", nil, nil, &log)
        }
    }

    func report(
        _ message: String,
        _ mark: Mark?,
        _ suggestion: String?,
        _ log: inout DiagnosticLog
    ) {
        log.report(
            ReadingRule.yamlSyntax,
            at: lines.location(mark),
            message,
            excerpt: lines.excerpt(mark, ""),
            suggestion: suggestion
        )
    }

    private func sentence(_ problem: String, _ context: YamlError.Context?) -> String {
        guard let context else { return problem }
        let line = lines.location(context.mark).line
        return "\(problem), \(context.text) that begins on line \(line)"
    }

    private func suggestion(_ problem: String, _ mark: Mark) -> String? {
        if lines.character(mark) == "\t" { return "Indent with spaces, not with tabs." }
        if problem.contains("undefined alias") {
            return "A value that begins with “*” needs quotes. Aliases are not read."
        }
        if problem.contains("another document") {
            return "A line “---” begins another document; delete it."
        }
        if problem.contains("mapping values are not allowed") {
            return "A value that holds a colon and a space needs quotes around it."
        }
        if problem.contains("found unexpected end of stream") { return "Close the quote." }
        if problem.contains("cannot start any token") {
            return "A value that begins with this character needs quotes around it."
        }
        if problem.contains("did not find expected") || problem.contains("could not find expected")
        {
            return "Check the indentation of this line and of the line above, and that quotes and "
                + "brackets are closed."
        }
        return nil
    }
}
