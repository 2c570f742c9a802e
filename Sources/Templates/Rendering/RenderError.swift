// Errors that can occur while a checked template is rendered.

import Diagnostics

/// Why a checked template could not be rendered: macros call each other endlessly, or a value is
/// not of the declared type.
public struct RenderError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where in the templates rendering stopped.
    public let location: SourceLocation
    /// What happened; a clause without a full stop.
    public let message: String

    /// The location and the message.
    public var description: String { "\(location): \(message)" }
}
