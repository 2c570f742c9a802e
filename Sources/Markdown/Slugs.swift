/// Gives every heading of a document an identifier of its own that stays readable.
struct Slugs {
    private var used: Set<String>
    private let prefixes: Set<String>
    /// The number to try next for words that have been seen.
    private var next: [String: Int] = [:]

    init(_ reserved: ReservedIDs) {
        used = reserved.names.union(["footnotes"])
        prefixes = reserved.prefixes
    }

    /// The identifier for a heading's words; a second heading with the same words gets `-2`.
    mutating func unique(_ words: String) -> String {
        var slug = Slugs.slug(words)
        if prefixes.contains(where: slug.hasPrefix) { slug = "section-" + slug }
        if used.insert(slug).inserted { return slug }
        var number = next[slug, default: 2]
        while !used.insert("\(slug)-\(number)").inserted { number += 1 }
        next[slug] = number + 1
        return "\(slug)-\(number)"
    }

    /// Letters of any script, digits and marks in lower case, everything else as one hyphen.
    static func slug(_ words: String) -> String {
        var slug = ""
        var isGap = false
        for scalar in words.unicodeScalars {
            guard isKept(scalar) else {
                if !isApostrophe(scalar) { isGap = true }
                continue
            }
            if isGap, !slug.isEmpty { slug += "-" }
            isGap = false
            slug.unicodeScalars.append(scalar)
        }
        slug = slug.lowercased()
        if slug.hasPrefix("fn-") || slug.hasPrefix("fnref-") { slug = "section-" + slug }
        return slug.isEmpty ? "section" : slug
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: scalar == "_"
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{02BC}"
    }
}
