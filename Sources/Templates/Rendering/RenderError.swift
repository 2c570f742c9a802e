// Errors that can occur while a checked template is rendered.

import Diagnostics

/// Why a checked template could not be rendered: it would take too long, or a value is not of the declared
/// type.
public struct RenderError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where in the templates rendering stopped.
    public let location: SourceLocation
    /// What happened; a clause without a full stop.
    public let message: String
    /// Whether it is its author's mistake: rendering would take too long, or without end.
    public var isLimit = false

    /// The location and the message.
    public var description: String { "\(location): \(message)" }
}
