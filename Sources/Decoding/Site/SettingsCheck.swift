// What the settings say about columns and measures can only be checked against the codebook.

import Diagnostics
import Records
import Text

/// Checks the settings against the codebook.
struct SettingsCheck {
    private let reader: SettingsReader
    private let catalog: FieldCatalog
    private let columns: [CodebookField]
    private let peopleHaveIDs: Bool
    private let measures: MeasureList
    private let isOfPeopleOnly: Bool
    private let codebook: Codebook

    init(_ reader: SettingsReader, _ codebook: Codebook) {
        self.reader = reader
        self.codebook = codebook
        isOfPeopleOnly = codebook.isOfPeopleOnly
        catalog =
            isOfPeopleOnly
            ? FieldCatalog(ofPeople: codebook, bands: reader.settings.ageBands)
            : FieldCatalog(codebook: codebook)
        columns = codebook.resource(.strikes)?.fields ?? []
        measures = codebook.measures
        peopleHaveIDs = codebook.resource(.victims)?.field(.id)?.isPublic ?? false
    }

    func check(_ log: inout DiagnosticLog) {
        checkSummaries(&log)
        checkWords("gradings", of: .grading, &log)
        checkWords("military_assessments", of: .militaryAssessment, &log)
        if reader.settings.hasPersonPages, !peopleHaveIDs {
            reader.fields.report(
                SettingsRule.personPages,
                "person_pages",
                "the people have no public ids, which are the addresses of their pages",
                suggestion: "Describe a column of victims with role: id and public: true in the "
                    + "codebook. The number of an identity paper is no such id; number the people "
                    + "instead.",
                &log
            )
        }
    }

    /// The measures of the headline: those that the settings name, or else the usual ones that a public column holds.
    func headline(_ log: inout DiagnosticLog) -> [Measure] {
        guard reader.fields.has("headline") else {
            return reader.settings.headline.filter { codebook.publishes($0) }
        }
        return reader.fields.items("headline", &log)
            .compactMap { item in
                let name = item.scalar?.text ?? ""
                if let measure = measures[name] { return measure }
                log.report(
                    SettingsRule.measureUnknown,
                    at: item.location,
                    "“\(name.shortened())” is not a measure",
                    excerpt: item.excerpt,
                    suggestion: measures.advice(for: name, allowsEnds: false)
                )
                return nil
            }
    }

    /// Checks that no labels belong to a private column, because labels are shown on pages.
    private func checkWords(_ key: String, of role: Role, _ log: inout DiagnosticLog) {
        guard let entry = reader.fields.entry(key), reader.fields.has(key),
            let column = columns.first(where: { $0.role == role }), !column.isPublic
        else { return }
        log.report(
            SettingsRule.wordsOfPrivateColumn,
            at: entry.keyLocation,
            "the labels of “\(key)” would be published, but the column "
                + "“\(column.name.shortened())” that they belong to is private",
            excerpt: entry.keyExcerpt,
            suggestion: "If the column may be published, write public: true in the codebook; else "
                + "delete “\(key)” here."
        )
    }

    private func checkSummaries(_ log: inout DiagnosticLog) {
        for item in reader.fields.items("summaries", &log) {
            guard let name = item.scalar?.text else { continue }
            let names = isOfPeopleOnly ? catalog.grouping : catalog.names
            if names.contains(name) { continue }
            log.report(
                SettingsRule.summaryUnknown,
                at: item.location,
                "there is no field “\(name.shortened())” to sum up by",
                excerpt: item.excerpt,
                suggestion: Spelling.question(name, names)
                    ?? "The fields: \(names.joined(separator: ", "))."
            )
        }
    }
}
