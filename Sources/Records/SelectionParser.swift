import Diagnostics
import Text

/// Reads selections as authors write them, against what the records hold.
public struct SelectionParser: Sendable {
    private let catalog: FieldCatalog
    private let index: any SelectionIndex
    private let named: [String: Selection]

    /// Makes a parser for the fields of a codebook, the values of an index and the named selections
    /// of a site.
    public init(catalog: FieldCatalog, index: any SelectionIndex, named: [String: Selection] = [:])
    {
        self.catalog = catalog
        self.index = index
        self.named = named
    }

    /// What is wrong with a selection.
    public struct Mistake: Error, Hashable {
        /// The broken rule.
        public var rule: SelectionRule
        /// What is wrong, naming the value.
        public var message: String
        /// What to do about it.
        public var suggestion: String?
        /// The part of the author's text that is wrong.
        public var part: String
    }

    /// Reads `field=value,value&field!=value`; conditions may be joined by `and` as well.
    public func parse(_ text: String) throws(Mistake) -> Selection {
        let joined = text.replacingWord("and", by: "&")
        var selection = Selection.all
        for term in joined.split(separator: "&") {
            let trimmed = term.trimmingSpaces()
            if trimmed.isEmpty { continue }
            selection = selection.and(try parseTerm(trimmed))
        }
        return selection
    }

    /// Reads one condition whose values are separate texts, as a YAML list gives them.
    public func condition(
        _ name: String,
        isNegated: Bool = false,
        _ values: [String]
    ) throws(Mistake) -> Condition {
        guard let field = catalog.field(name) else {
            throw Mistake(
                rule: .unknownField,
                message: "unknown field “\(name)” in a selection",
                suggestion: Spelling.question(name, catalog.names)
                    ?? "The fields are \(catalog.names.joined(separator: ", ")).",
                part: name
            )
        }
        var parsed: [SelectionValue] = []
        for value in values { parsed.append(try parseValue(value, field, name)) }
        return Condition(field, named: name, isNegated: isNegated, parsed)
    }

    private func parseTerm(_ term: String) throws(Mistake) -> Selection {
        guard let equals = term.firstIndex(of: "=") else {
            if let selection = named[term] { return selection }
            throw Mistake(
                rule: .unknownNamedSelection,
                message: "unknown selection “\(term)”",
                suggestion: Spelling.question(term, named.keys.sorted())
                    ?? "Write field=value, or name the selection in site.yaml under selections.",
                part: term
            )
        }
        var name = term[..<equals]
        let isNegated = name.last == "!"
        if isNegated { name = name.dropLast() }
        let values = term[term.index(after: equals)...]
            .split(separator: ",", omittingEmptySubsequences: false)
            .map { QueryText.decoded($0).trimmingSpaces() }
        return Selection([
            try condition(name.trimmingSpaces(), isNegated: isNegated, values)
        ])
    }

    private func parseValue(
        _ text: String,
        _ field: SelectionField,
        _ name: String
    ) throws(Mistake) -> SelectionValue {
        switch field {
        case .date: return try parseDate(text, name, allowsRange: true)
        case .year, .month, .day:
            if text.isEmpty { return .text("") }
            return try parseDate(text, name, allowsRange: true)
        case .grading where text == "counted": return .counted
        case .grading: return .text(try known(Key.of(text), of: field, name))
        case .text where field.column?.isKey == true:
            return .text(try known(Key.of(text), of: field, name))
        case .id, .disclosed, .text, .extra: return .text(try known(text, of: field, name))
        case .area: return try parseArea(text)
        case .person(let fact): return try parseValue(text, of: fact, name)
        }
    }

    /// Reads a rectangle of degrees, or nothing for strikes without a point.
    private func parseArea(_ text: String) throws(Mistake) -> SelectionValue {
        if text.isEmpty { return .text("") }
        if let area = DegreeArea(text) { return .text(area.text) }
        throw Mistake(
            rule: .badArea,
            message: "“\(text)” is no area in a selection",
            suggestion:
                "Write degrees north, then east, the lower first: 35.9..36/38.9..39; those south and west are negative.",
            part: text
        )
    }

    private func parseValue(
        _ text: String,
        of fact: PersonField,
        _ name: String
    ) throws(Mistake) -> SelectionValue {
        switch fact {
        case .date: return try parseDate(text, name, allowsRange: true)
        case .year, .month, .day:
            if text.isEmpty { return .text("") }
            return try parseDate(text, name, allowsRange: true)
        case .age: return try parseAge(text)
        case .ageBand:
            let band = try known(text, of: .person(fact), name)
            return band.isEmpty ? .text("") : try parseAge(band)
        case .sex, .ageGroup, .status:
            let key = Key.of(text)
            return .text(key == "unknown" ? "" : try known(key, of: .person(fact), name))
        case .place, .cause, .family, .extra:
            return .text(try known(text, of: .person(fact), name))
        }
    }

    /// Reads an age in years: `5`, `0..17`, `60..` or nothing for an age that is not known.
    private func parseAge(_ text: String) throws(Mistake) -> SelectionValue {
        if text.isEmpty { return .text("") }
        if let value = SelectionValue(years: text) { return value }
        throw Mistake(
            rule: .badAge,
            message: "“\(text)” is not an age in a selection",
            suggestion:
                "Write whole years, the lower first: 5, 0..17, 60.., or nothing for an age that is not known.",
            part: text
        )
    }

    private func known(
        _ text: String,
        of field: SelectionField,
        _ name: String
    ) throws(Mistake) -> String {
        if text.isEmpty || index.hasValue(text, of: field) { return text }
        // Names have one space for each run of spaces.
        let spaced = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !spaced.isEmpty, spaced != text, index.hasValue(spaced, of: field) { return spaced }
        let values = index.values(of: field)
        throw Mistake(
            rule: .unknownValue,
            message: index.subject == .people
                ? "no person has “\(text)” under \(name)"
                : "no strike has “\(text)” as its \(name)",
            suggestion: LookAlike.advice(text, values) ?? Spelling.question(text, values)
                ?? (values.count <= 12
                    ? "The values are \(values.map { "“\($0)”" }.joined(separator: ", "))." : nil),
            part: text
        )
    }

    private func parseDate(
        _ text: String,
        _ name: String,
        allowsRange: Bool
    ) throws(Mistake) -> SelectionValue {
        if let dots = text.range(of: ".."), allowsRange {
            let from = CalendarDate(iso: text[..<dots.lowerBound])
            let to = CalendarDate(iso: text[dots.upperBound...])
            let hasFrom = dots.lowerBound != text.startIndex
            let hasTo = dots.upperBound != text.endIndex
            if hasFrom == (from != nil), hasTo == (to != nil), hasFrom || hasTo {
                if let from, let to, to.lastDay < from.firstDay {
                    throw Mistake(
                        rule: .badDate,
                        message: "the period \(text) ends before it begins",
                        suggestion: "Write the earlier date first.",
                        part: text
                    )
                }
                return .dates(from: from, to: to)
            }
        } else if let date = CalendarDate(iso: text) {
            return .date(date)
        }
        throw Mistake(
            rule: .badDate,
            message: "“\(text)” is not a date in a selection by \(name)",
            suggestion:
                "Write 2017, 2017-08, 2017-08-22, or a period such as 2017-06-06..2017-10-17.",
            part: text
        )
    }
}

extension SelectionValue {
    /// Ages in whole years as selections write them: `5`, `0..17`, `60..`; `nil` for any other text.
    public init?(years text: String) {
        func age(_ text: Substring) -> Int? {
            text.count <= 3 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
        }
        if let years = age(text[...]) {
            self = .years(from: years, to: years)
            return
        }
        guard let dots = text.range(of: "..") else { return nil }
        let from = age(text[..<dots.lowerBound])
        let to = age(text[dots.upperBound...])
        guard (dots.lowerBound != text.startIndex) == (from != nil),
            (dots.upperBound != text.endIndex) == (to != nil), from != nil || to != nil,
            (from ?? 0) <= (to ?? .max)
        else { return nil }
        self = .years(from: from, to: to)
    }
}

extension StringProtocol {
    /// The text without spaces at its ends.
    func trimmingSpaces() -> String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// The first place of a text in this one.
    fileprivate func range(of other: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) {
                return start..<index(start, offsetBy: other.count)
            }
            start = index(after: start)
        }
        return nil
    }
}

extension String {
    /// Replaces a word that stands between spaces.
    fileprivate func replacingWord(_ word: String, by other: String) -> String {
        split(separator: " ", omittingEmptySubsequences: false)
            .map { $0 == word ? Substring(other) : $0 }
            .joined(separator: " ")
    }
}
