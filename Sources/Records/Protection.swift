// People are protected record by record. What a protection takes away is never read into a record, so that no
// figure, page, download or release can show it.

/// How the author protects the people that a record is about.
public enum Protection: String, CaseIterable, Sendable {
    /// The record is not shown.
    case withheld
    /// Only what cannot tell who it is is shown: of a person, sex, age group and whether the person was killed.
    case anonymous
    /// As anonymous, with the age and the first letters of the name.
    case initials
}

/// What is known of the records that are withheld, as far as the site permits readers to know it.
public struct WithheldRecords: Hashable, Sendable {
    /// How many records of each kind are withheld; those that belong to a strike that is withheld included.
    public var records: [ResourceKind: Int] = [:]
    /// The deaths of those strikes that totals would count.
    public var killed = Total()
    /// How many people are withheld in the list of each strike that is shown, by the strike's id.
    public var people: [String: Int] = [:]

    /// Nothing is withheld, or nothing may be said about it.
    public init() {}

    /// Whether there is nothing to say.
    public var isEmpty: Bool { records.isEmpty }

    /// How many records of a kind are withheld.
    public func count(_ kind: ResourceKind) -> Int { records[kind] ?? 0 }
}

/// How many people who are shown are shown in part.
public struct ReducedPeople: Hashable, Sendable {
    /// People of whom an age group stands for the age, by a coarsening.
    public var ageGroups = 0
    /// People who are anonymous or shown with initials.
    public var unnamed = 0

    /// Nobody.
    public init() {}
}

/// The first letters of names.
public enum Initials {
    /// The first letter of each word of a name, each with a point.
    ///
    /// “Adam Bell” gives “A. B.”; a name without letters gives nothing.
    public static func of(_ name: String) -> String {
        name.split { $0.isWhitespace }
            .compactMap { word in word.first { $0.isLetter } }
            .map { letter in
                // Vowel marks of Arabic and Hebrew belong to the letter, and would tell more than the letter does.
                let base = letter.unicodeScalars.first { $0.properties.isAlphabetic }
                return base.map { Character($0).uppercased() + "." } ?? ""
            }
            .joined(separator: " ")
    }
}

extension Victim {
    /// Shows the first letters of the names, or whether the person is a child instead of the exact age.
    public mutating func protect(
        _ protection: Protection,
        years: (_ age: String) -> ClosedRange<Int>?
    ) {
        if ageGroup.isEmpty { ageGroup = Victim.group(years(age)) }
        switch protection {
        case .initials:
            name = Initials.of(name)
            names = names.map { LocalName(language: $0.language, name: Initials.of($0.name)) }
                .filter { !$0.name.isEmpty }
        case .anonymous, .withheld: age = ""
        }
    }

    /// The age group of somebody whose age in years lies in a range; empty when it may be either.
    public static func group(_ years: ClosedRange<Int>?) -> String {
        guard let years else { return "" }
        if years.upperBound < 18 { return "child" }
        return years.lowerBound >= 18 ? "adult" : ""
    }
}
