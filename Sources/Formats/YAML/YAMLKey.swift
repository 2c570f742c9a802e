// A key of a file that authors write is declared once: its reader, the guide and the JSON Schema for editors use the same
// declaration.

/// A key of a mapping.
public struct YAMLKey: Sendable {
    /// The key.
    public let name: String
    /// What its value may be.
    public let shape: YAMLShape
    /// What it means, in Markdown; empty for a key that only other tools read.
    public let meaning: String
    /// Whether the mapping needs it.
    public let isRequired: Bool

    /// Declares a key.
    public init(
        _ name: String,
        _ shape: YAMLShape = .any,
        isRequired: Bool = false,
        _ meaning: String = ""
    ) {
        self.name = name
        self.shape = shape
        self.isRequired = isRequired
        self.meaning = meaning
    }

    /// The same key with another shape, for one whose value is declared in another room.
    public func shaped(_ shape: YAMLShape) -> YAMLKey {
        YAMLKey(name, shape, isRequired: isRequired, meaning)
    }
}

extension [YAMLKey] {
    /// The names of the keys.
    public var names: [String] { map(\.name) }
}

/// What a value may be, as far as it can be said without the rest of the site.
public indirect enum YAMLShape: Sendable {
    /// Anything.
    case any
    /// A single value, which is read as it is spelled; one for each language where the site has several.
    case text
    /// A single value that matches a regular expression.
    case pattern(String)
    /// One of some words.
    case words([String])
    /// True or false.
    case flag
    /// A whole number.
    case integer
    /// A list; a single value counts as a list of one.
    case list(YAMLShape)
    /// A mapping with these keys. Where it is open, other tools may have keys of their own in it.
    case mapping([YAMLKey], isOpen: Bool = false)
    /// A mapping whose keys are names that the author chooses.
    case named(YAMLShape)
    /// A mapping of languages to values.
    case byLanguage(YAMLShape)
    /// One of several shapes.
    case either([YAMLShape])
    /// A shape that needs more where a key has a value.
    case depending(YAMLShape, on: String, [(value: String, shape: YAMLShape)])
}
