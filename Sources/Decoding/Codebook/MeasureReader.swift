// Reads the measures that a site counts besides those that every site has: `measures` in the codebook. They are
// checked together with each other, because a part and its whole may stand in any order.

import Diagnostics
import Formats
import Records
import Text

/// Reads the `measures` of a codebook.
struct MeasureReader {
    private let package: YAMLFields
    private var read: [(measure: Measure, fields: YAMLFields)] = []
    /// Measures whose declaration is wrong, which need no column to be told so.
    private var faulty: Set<String> = []

    private static let plurals = ["zero", "one", "two", "few", "many", "other"]
    /// Words of a question at the command line (`killed by month`), which cannot name a measure.
    private static let reserved = ["by", "where", "all", Measure.people.name]

    /// Reads all declarations, and reports those that cannot hold; they are left out.
    init(_ package: YAMLFields, _ log: inout DiagnosticLog) {
        self.package = package
        guard let list = package.fields("measures", known: nil, &log) else { return }
        for entry in list.entries {
            let fields = YAMLFields(
                entry.value,
                what: "the measure “\(entry.key)”",
                known: CodebookKeys.measure.names,
                log: &log
            )
            guard isName(entry, &log), let measure = measure(entry.key, fields, &log) else {
                continue
            }
            read.append((measure, fields))
        }
        checkParts(&log)
    }

    /// The measures in the author's order.
    var declared: [Measure] { read.map(\.measure) }

    // MARK: - Names

    private func isName(_ entry: YAMLNode.Entry, _ log: inout DiagnosticLog) -> Bool {
        let name = entry.key
        guard let (problem, advice) = problem(ofName: name) else { return true }
        log.report(
            CodebookRule.measureInvalid,
            at: entry.keyLocation,
            problem,
            excerpt: entry.keyExcerpt,
            suggestion: advice
        )
        return false
    }

    private func problem(ofName name: String) -> (String, String)? {
        let isPlain =
            name.utf8.first.map { (97...122).contains($0) } ?? false
            && name.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 95
            }
        guard isPlain, name.utf8.count <= 60 else {
            return (
                "“\(name.shortened())” cannot name a measure",
                "A name is up to 60 small letters, digits and underscores, such as homes_destroyed."
            )
        }
        if MeasureList.builtIn[name] != nil {
            return (
                "every site has the measure “\(name)”",
                "Use it without declaring it, or choose another name."
            )
        }
        let columns = ResourceKind.strikes.columns(of: .builtIn)
        for spelling in [name, name + "_min", name + "_max"] {
            guard let role = columns.role(standardColumn: spelling) else { continue }
            return (
                "a column “\(spelling)” means the role “\(role)”, so it cannot hold the measure “\(name)”",
                "Choose another name."
            )
        }
        if MeasureReader.reserved.contains(name) || name.hasSuffix("_min")
            || name.hasSuffix("_max")
        {
            return (
                "“\(name)” means something else in selections and columns",
                "Choose another name; the columns of one end have the roles NAME.min and NAME.max."
            )
        }
        return nil
    }

    // MARK: - One declaration

    private func measure(
        _ name: String,
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> Measure? {
        fields.require("label", &log)
        guard let label = words("label", allowsForms: true, fields, &log) else { return nil }
        let unit = words("unit", allowsForms: false, fields, &log)
        let whole = fields.string("part_of", &log)
        return Measure(
            name,
            fields.string("description", &log) ?? label.first,
            labels: label.texts,
            forms: label.forms,
            unit: unit?.first ?? wholeUnit(whole, &log) ?? Measure.killed.unit,
            units: unit?.texts ?? [:],
            partOf: whole
        )
    }

    /// The unit of the measure of which one is a part, which may be declared after it.
    private func wholeUnit(_ name: String?, _ log: inout DiagnosticLog) -> String? {
        let list = package.fields("measures", known: nil, &log)
        var whole = name
        for _ in 0...(list?.entries.count ?? 0) {
            guard let name = whole else { return nil }
            if let measure = MeasureList.builtIn[name] { return measure.unit }
            guard case .mapping(let entries, _) = list?.node(name) else { return nil }
            let unit = entries.first { $0.key == "unit" }?.value
            if case .mapping(let texts, _) = unit { return texts.first?.value.scalar?.asString }
            if let text = unit?.scalar?.asString { return text }
            whole = entries.first { $0.key == "part_of" }?.value.scalar?.asString
        }
        return nil
    }

    private struct Words {
        /// By language; under the empty tag what serves all others.
        var texts: [String: String] = [:]
        var forms: [String: [String: String]] = [:]
        var first: String { texts[""] ?? "" }
    }

    /// One text, plural forms of one text, or one of both for each language.
    private func words(
        _ key: String,
        allowsForms: Bool,
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> Words? {
        guard let node = fields.node(key) else { return nil }
        var words = Words()
        guard case .mapping(let entries, _) = node else {
            guard let text = fields.string(key, &log) else { return nil }
            words.texts[""] = text
            return words
        }
        if allowsForms, entries.contains(where: { MeasureReader.plurals.contains($0.key) }) {
            add(node, "", key, to: &words, &log)
            return words.texts.isEmpty ? nil : words
        }
        for entry in entries {
            if LanguageTag.isValid(entry.key) {
                add(entry.value, entry.key, key, to: &words, allowsForms: allowsForms, &log)
            } else {
                log.report(
                    CodebookRule.measureInvalid,
                    at: entry.keyLocation,
                    "“\(entry.key.shortened())” is neither a language nor a plural form",
                    excerpt: entry.keyExcerpt,
                    suggestion: "Write languages such as en and ar, or the forms "
                        + "\(MeasureReader.plurals.joined(separator: ", "))."
                )
            }
        }
        return words.texts.isEmpty ? nil : words
    }

    /// Adds the text or the plural forms for one language.
    private func add(
        _ node: YAMLNode,
        _ tag: String,
        _ key: String,
        to words: inout Words,
        allowsForms: Bool = true,
        _ log: inout DiagnosticLog
    ) {
        var text = node.scalar?.asString
        if case .mapping(let entries, _) = node, allowsForms {
            var forms: [String: String] = [:]
            for entry in entries where MeasureReader.plurals.contains(entry.key) {
                forms[entry.key] = entry.value.scalar?.asString
            }
            if forms.count == entries.count { text = forms["other"] }
            words.forms[tag] = forms
        }
        guard let text, !text.isEmpty else {
            return log.report(
                CodebookRule.measureInvalid,
                at: node.location,
                "this is no text for “\(key)”",
                excerpt: node.excerpt,
                suggestion: allowsForms
                    ? "Write a text, or plural forms of which one is “other”."
                    : "Write a text."
            )
        }
        words.texts[tag] = text
        if words.texts[""] == nil { words.texts[""] = text }
    }

    // MARK: - Parts

    private mutating func checkParts(_ log: inout DiagnosticLog) {
        let byName = Dictionary(
            (MeasureList.builtIn.all + declared).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for position in read.indices {
            let (measure, fields) = read[position]
            guard let name = measure.partOf,
                let (problem, advice) = problem(of: measure, within: name, byName)
            else { continue }
            fields.report(CodebookRule.measureInvalid, "part_of", problem, suggestion: advice, &log)
            faulty.insert(measure.name)
            read[position].measure = measure.whole
        }
    }

    private func problem(
        of measure: Measure,
        within name: String,
        _ byName: [String: Measure]
    ) -> (String, String)? {
        guard let whole = byName[name] else {
            let counts = byName.values.filter { $0.holdsCounts && $0.name != measure.name }
                .sorted {
                    ($0.position < 0 ? 1 : 0, $0.position, $0.name)
                        < ($1.position < 0 ? 1 : 0, $1.position, $1.name)
                }
                .map(\.name)
            return (
                "“\(measure.name)” is part of “\(name.shortened())”, which is no measure",
                Spelling.question(name, counts)
                    ?? "Measures that can have parts: \(counts.joined(separator: ", "))."
            )
        }
        if !whole.holdsCounts {
            return (
                "“\(measure.name)” cannot be part of “\(name)”, which no column counts",
                "Only what columns count can have parts, such as killed."
            )
        }
        var chain = [measure.name]
        var next: Measure? = whole
        while let link = next, chain.count <= byName.count {
            if link.name == measure.name {
                return (
                    "“\(measure.name)” is part of itself: \((chain + [measure.name]).joined(separator: " → "))",
                    "Delete one part_of of the circle."
                )
            }
            chain.append(link.name)
            next = link.partOf.flatMap { byName[$0] }
        }
        if whole.unit != measure.unit {
            return (
                "“\(measure.name)” counts \(measure.unit), but “\(name)” counts \(whole.unit)",
                "A part has the unit of its whole: delete part_of, or give both the same unit."
            )
        }
        return nil
    }

    // MARK: - Columns

    /// Reports the measures that no public column of strikes holds.
    func checkColumns(_ fields: [CodebookField], _ log: inout DiagnosticLog) {
        for (measure, _) in read where !faulty.contains(measure.name) {
            let count = Role.count(measure)
            let holding = fields.filter { $0.role?.whole == count }
            if holding.contains(where: \.isPublic) { continue }
            guard
                let entry = package.node("measures")
                    .flatMap({ node -> YAMLNode.Entry? in
                        guard case .mapping(let entries, _) = node else { return nil }
                        return entries.first { $0.key == measure.name }
                    })
            else { continue }
            log.report(
                CodebookRule.measureInvalid,
                at: entry.keyLocation,
                "no public column of strikes holds the measure “\(measure.name)”",
                excerpt: entry.keyExcerpt,
                suggestion: holding.first.map {
                    "The column “\($0.name)” holds it: write public: true."
                }
                    ?? "Give its column role: \(count), or two columns role: \(count.least) and role: \(count.most)."
            )
        }
    }
}
