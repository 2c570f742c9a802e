// What is left to go wrong once templates have been checked.

import Diagnostics

/// Why a checked template could not be rendered: it would never end, or was handed something else
/// than what was declared.
public struct RenderError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where in the templates rendering stopped.
    public let location: SourceLocation
    /// What happened; a clause without a full stop.
    public let message: String

    /// Place and message.
    public var description: String { "\(location): \(message)" }
}
