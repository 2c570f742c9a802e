// A heading's id must not be one that the page already has, or links to either would lead to the first of the two.

/// The ids that a page has besides those of its text.
public struct ReservedIDs: Equatable, Sendable {
    /// Whole ids.
    public var names: Set<String>
    /// What other ids begin with, such as `ref-`.
    public var prefixes: Set<String>

    /// Collects ids; by default there are none.
    public init(names: Set<String> = [], prefixes: Set<String> = []) {
        self.names = names
        self.prefixes = prefixes
    }
}

/// The headings of a text as targets of links.
public struct HeadingIDs: Equatable, Sendable {
    /// The ids, in the order of the headings.
    public let all: [String]
    /// The ids by what they would be if nothing else on the page had them.
    private let byName: [String: String]

    init(_ headings: [Heading]) {
        all = headings.map(\.id)
        byName = Dictionary(
            headings.map { ($0.name, $0.id) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Makes the targets of a text without headings.
    public init() { self.init([]) }

    /// The id that a fragment means: one of the ids, or that of the first heading with such words; `nil` for none.
    public func id(_ fragment: String) -> String? {
        all.contains(fragment) ? fragment : byName[fragment]
    }
}
