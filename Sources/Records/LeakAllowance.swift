import Diagnostics

/// A private value that the author allows in the report, because it legitimately occurs elsewhere.
public struct LeakAllowance: Hashable, Sendable {
    /// What is allowed.
    public enum Value: Hashable, Sendable {
        /// The value as the file has it.
        case text(String)
        /// The SHA-256 of its bytes without blanks around them, as 64 hexadecimal digits.
        case digest(String)
    }

    /// What is allowed.
    public var value: Value
    /// The author's reason.
    public var reason: String
    /// Where it is allowed.
    public var location: SourceLocation

    /// Makes an allowance.
    public init(value: Value, reason: String, location: SourceLocation) {
        self.value = value
        self.reason = reason
        self.location = location
    }
}
