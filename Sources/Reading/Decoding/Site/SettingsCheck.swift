// What the settings say of columns can only be checked beside the codebook.

import Diagnostics
import Records

/// Checks the settings against the codebook.
struct SettingsCheck {
    private let reader: SettingsReader
    private let catalog: FieldCatalog

    init(_ reader: SettingsReader, _ codebook: Codebook) {
        self.reader = reader
        catalog = FieldCatalog(codebook: codebook)
    }

    func check(_ log: inout DiagnosticLog) {
        for item in reader.fields.items("summaries", &log) {
            guard let name = item.scalar?.text, catalog.field(name) == nil else { continue }
            log.report(
                SettingsRule.summaryUnknown,
                at: item.location,
                "there is no field “\(Table.shortened(name))” to sum up by",
                excerpt: item.excerpt,
                suggestion: Spelling.question(name, catalog.names)
                    ?? "The fields: \(catalog.names.joined(separator: ", "))."
            )
        }
    }
}
