/// Which narrative of which strike a text is.
public struct NarrativeKey: Hashable, Comparable, Sendable {
    /// The strike's id.
    public let strike: String
    /// The language of a translation; empty for the original.
    public let language: String

    /// Names a narrative.
    public init(strike: String, language: String = "") {
        self.strike = strike
        self.language = language
    }

    /// Names the narrative in a file below `content/`; `nil` when an article is there.
    ///
    /// `languages` are those into which the site is translated: a folder of such a name holds its narratives.
    public init?(path: String, languages: [String]) {
        let folders = ["strikes/"] + languages.map { $0 + "/strikes/" }
        guard let index = folders.firstIndex(where: path.hasPrefix), path.hasSuffix(".md") else {
            return nil
        }
        strike = String(path.dropFirst(folders[index].count).dropLast(".md".count))
        language = index == 0 ? "" : languages[index - 1]
    }

    /// The order of strikes, then of languages, the original first.
    public static func < (left: Self, right: Self) -> Bool {
        (left.strike, left.language) < (right.strike, right.language)
    }
}
