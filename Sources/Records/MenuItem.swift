import Diagnostics

/// A selection that `site.yaml` names, as written.
public struct NamedSelection: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The selection as the author wrote it.
    public var text: String
    /// Where it is written.
    public var location: SourceLocation

    /// Makes a named selection.
    public init(name: String, text: String, location: SourceLocation) {
        self.name = name
        self.text = text
        self.location = location
    }
}

/// One entry of the menu, as `site.yaml` writes it.
public struct MenuItem: Hashable, Sendable {
    /// The text that readers see.
    public var label: String
    /// The article's file or the page's name; empty for an entry that only opens a list.
    public var target: String
    /// The entries below it.
    public var items: [MenuItem]
    /// Where it is written.
    public var location: SourceLocation

    /// Makes an entry.
    public init(label: String, target: String, items: [MenuItem], location: SourceLocation) {
        self.label = label
        self.target = target
        self.items = items
        self.location = location
    }
}
