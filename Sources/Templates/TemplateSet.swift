// The room's door: templates go in with what they are checked against, pages come out.

import Diagnostics

/// All templates, parsed and checked; rendering is thread-safe.
public struct TemplateSet: Sendable {
    private let kinds: [PageKind]

    /// Parses and checks all templates; every mistake is reported, none stops the checking.
    public static func load(
        _ files: [TemplateFile],
        kinds: [PageKind],
        environment: Environment,
        log: inout DiagnosticLog
    ) -> TemplateSet {
        TemplateSet(kinds: kinds)
    }

    /// Appends a page to `output`; the root's type must be the one that the kind declares.
    public func render(
        _ kind: String,
        _ root: any TemplateRecord,
        formatting: any TextFormatting,
        into output: inout [UInt8]
    ) throws(RenderError) {
        throw RenderError(location: SourceLocation(file: kind), message: "no page kind “\(kind)”")
    }

    /// The language and what each page kind offers, in Markdown.
    public func reference() -> String {
        kinds.map(\.name).joined(separator: "\n")
    }
}

/// What can still go wrong when a checked template is rendered: it would never end.
public struct RenderError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where in the templates rendering stopped.
    public let location: SourceLocation
    /// What happened; a clause without a full stop.
    public let message: String

    /// Place and message.
    public var description: String { "\(location): \(message)" }
}
