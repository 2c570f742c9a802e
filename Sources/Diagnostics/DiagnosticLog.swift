/// The mistakes found so far; a value that each stage adds to and hands on.
///
/// Work that runs in parallel keeps one log for each worker and appends them afterwards: ``sorted`` does not
/// depend on the order of arrival.
public struct DiagnosticLog: Sendable, Equatable {
    /// The mistakes in the order in which they were found.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Makes an empty log.
    public init() {}

    /// Adds one mistake.
    public mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Adds a mistake made from its parts.
    public mutating func report(
        _ rule: some Rule,
        at location: SourceLocation,
        _ message: String,
        excerpt: Excerpt? = nil,
        suggestion: String? = nil,
        needsAllRows: Bool? = nil
    ) {
        report(
            Diagnostic(
                rule,
                at: location,
                message,
                excerpt: excerpt,
                suggestion: suggestion,
                needsAllRows: needsAllRows
            )
        )
    }

    /// Adds all mistakes of another log.
    public mutating func append(_ other: DiagnosticLog) {
        diagnostics.append(contentsOf: other.diagnostics)
    }

    /// Takes the author's words out of the mistakes at some places, and keeps the rules and the places.
    public mutating func conceal(_ isConcealed: (SourceLocation) -> Bool) {
        concealMessages { isConcealed($0.location) }
    }

    /// Takes the author's words out of some mistakes, and keeps the rules and the places.
    public mutating func concealMessages(_ isConcealed: (Diagnostic) -> Bool) {
        for index in diagnostics.indices where isConcealed(diagnostics[index]) {
            diagnostics[index].conceal()
        }
    }

    /// Removes the mistakes at some places.
    public mutating func remove(_ isRemoved: (SourceLocation) -> Bool) {
        diagnostics.removeAll { isRemoved($0.location) }
    }

    /// Moves the mistakes in some files, which stand for texts in cells, to the places of the cells; a text that stands in
    /// several cells is reported at each.
    ///
    /// The name of such a file is that of the place with U+0000 after it, also in messages.
    public mutating func relocate(_ places: [String: [SourceLocation]]) {
        var copies: [Diagnostic] = []
        for index in diagnostics.indices {
            if diagnostics[index].message.contains("\0") {
                diagnostics[index].message.removeAll { $0 == "\0" }
            }
            if let advice = diagnostics[index].suggestion, advice.contains("\0") {
                diagnostics[index].suggestion = String(advice.filter { $0 != "\0" })
            }
            guard let cells = places[diagnostics[index].location.file] else { continue }
            for (number, cell) in cells.enumerated() {
                var copy = diagnostics[index]
                copy.location = cell
                if number == 0 { diagnostics[index] = copy } else { copies.append(copy) }
            }
        }
        diagnostics += copies
    }

    /// Makes errors of the warnings of a rule, with more advice: what a build may leave open, a release may not.
    public mutating func raise(_ rule: some Rule, advice: String) {
        for index in diagnostics.indices where diagnostics[index].rule == rule.rawValue {
            diagnostics[index].severity = .error
            diagnostics[index].suggestion =
                (diagnostics[index].suggestion.map { $0 + " " } ?? "") + advice
        }
    }

    /// The mistakes sorted by place, each once.
    public var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return diagnostics.sorted().filter { seen.insert($0).inserted }
    }

    /// Whether anything in the log stops the build.
    public var hasErrors: Bool {
        diagnostics.contains { $0.severity == .error }
    }
}
