// Everything that the report must not contain, from all parts of a site: private cells, drafts, and values that other
// rooms withhold. It is collected only for the leak scan.

import Decoding
import Diagnostics
import Output
import Privacy
import Records
import Text

/// The private values of a site, and what is searched for of them.
struct PrivateValues: Sendable {
    /// What is searched for.
    private(set) var collection = ValueCollection()
    private let cells: PrivateCells
    /// The values that are no cells of private columns; their numbers follow those of the cells.
    private var others: [PrivateValue] = []
    private let firstOther = 1 << 48

    /// Collects the values of a site and `withheld`, those that were taken out of its records.
    init(_ content: SiteContent, withheld: [PrivateValue]) {
        cells = content.privateCells
        cells.visit { cell, number in
            collection.add(cell, id: number)
            if ValueCollection.isRunningText(cell) {
                let text = String(decoding: cell, as: UTF8.self)
                collection.addPassages(text, id: number)
            }
        }
        for value in withheld { add(value) }
        for draft in content.drafts { add(draft) }
    }

    /// Whether there is nothing to search for.
    var isEmpty: Bool { collection.isEmpty }

    /// A value that was found, with its place.
    func value(_ id: Int) -> PrivateValue? {
        id < firstOther ? cells.value(id) : others[id - firstOther]
    }

    private mutating func add(_ value: PrivateValue) {
        others.append(value)
        collection.add(
            value.text,
            id: firstOther + others.count - 1,
            isShownCoarsely: value.reason == .coarsened
        )
    }

    /// The title of a draft, and each of its sentences.
    private mutating func add(_ draft: Article) {
        func value(_ text: String, _ location: SourceLocation, _ column: String?) -> PrivateValue {
            PrivateValue(
                text: text,
                location: location,
                record: nil,
                column: column,
                reason: .draft
            )
        }
        add(value(draft.title, draft.location, "title"))
        add(value(draft.description, draft.location, "description"))
        for passage in ValueCollection.passages(draft.body) {
            let line = draft.bodyFirstLine + passage.line
            add(value(passage.text, SourceLocation(file: draft.file, line: line), nil))
        }
    }
}

// MARK: - What is not searched for

extension PrivateValues {
    /// Leaves out what is public as well; run before the search is prepared.
    mutating func exemptPublic(_ content: SiteContent) {
        cells.visitPublic { collection.exempt(publicCell: $0) }
        for article in content.articles + content.narratives.values.map(\.self) {
            exempt(wordsOf: article.body)
            for author in article.authors { exempt(publicValue: author) }
        }
        for template in content.templates {
            template.bytes.withUnsafeBufferPointer {
                collection.exempt(wordsOf: $0, isProse: false)
            }
        }
        for text in PublicPhrases.of(content) { exempt(publicValue: text) }
        collection.exemptComposed()
        collection.exemptCommonPhrases()
    }

    /// Leaves out what the settings allow, and reports what they allow in vain.
    mutating func exemptAllowed(_ allowances: [LeakAllowance], _ log: inout DiagnosticLog) {
        for allowance in allowances where !allow(allowance.value) {
            log.report(
                LeakRule.allowanceUnused,
                at: allowance.location,
                "no private value is this one, so there is nothing to allow",
                suggestion: "Delete the entry."
            )
        }
    }

    /// Leaves out what stands in a phrase of the interface or in a text that is published as it is.
    mutating func exempt(foundIn texts: [String], by search: LeakSearch) {
        for text in texts {
            for hit in search.hits(in: Array(text.utf8)) { collection.omit(hit, .alsoPublic) }
        }
    }

    /// Leaves out what stands in several public cells, such as the name of a district in the places of strikes.
    ///
    /// In a single cell it is more likely a note that says too much.
    mutating func exemptFrequent(by search: LeakSearch) {
        var counts: [Int: (hit: LeakSearch.Hit, cells: Int)] = [:]
        cells.visitPublic { cell in
            if cell.count < 4 { return }
            for hit in search.hits(in: Array(cell)) { counts[hit.id, default: (hit, 0)].cells += 1 }
        }
        for count in counts.values where count.cells >= 2 {
            collection.omit(count.hit, .alsoPublic)
        }
    }

    /// Leaves out the passages of drafts that stand in a published article too.
    mutating func exemptDrafts(foundIn texts: [String], by search: LeakSearch) {
        for text in texts {
            for hit in search.hits(in: Array(text.utf8))
            where hit.id >= firstOther && others[hit.id - firstOther].reason == .draft {
                collection.omit(hit, .alsoPublic)
            }
        }
    }

    private mutating func allow(_ value: LeakAllowance.Value) -> Bool {
        switch value {
        case .text(let text): return collection.allow(text)
        case .digest(let digest):
            return collection.allow { Digest(of: Array($0)).description == digest }
        }
    }

    private mutating func exempt(wordsOf text: String) {
        var text = text
        text.withUTF8 { collection.exempt(wordsOf: $0, isProse: true) }
    }

    private mutating func exempt(publicValue text: String) {
        var text = text
        text.withUTF8 { collection.exempt(publicCell: $0) }
    }
}

/// What readers see on every site or on this one: words of the interface, and what the settings and codebook say.
enum PublicPhrases {
    static func of(_ content: SiteContent) -> [String] {
        let settings = content.settings
        var phrases = content.words.map(\.text)
        phrases += [
            settings.title, settings.description, settings.url ?? "", settings.credit,
            settings.caution, settings.notice, settings.language,
        ]
        phrases += settings.authors
        for grading in settings.methodology.gradings {
            phrases += [grading.key, grading.label, grading.meaning]
        }
        for assessment in settings.assessments {
            phrases += [assessment.key, assessment.label, assessment.meaning]
        }
        phrases += menu(settings.menu)
        let codebook = content.dataset.codebook
        phrases += [codebook.name, codebook.title, codebook.description]
        for resource in codebook.resources {
            phrases += [resource.path, resource.title, resource.description]
            for field in resource.fields where field.isPublic {
                phrases += [field.name, field.title, field.description]
                phrases += field.allowedValues + field.values.values
            }
        }
        return phrases
    }

    private static func menu(_ items: [MenuItem]) -> [String] {
        items.flatMap { [$0.label] + menu($0.items) }
    }
}
