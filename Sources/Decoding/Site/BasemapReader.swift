// A base map can be a file alone, or a file with the credit that its licence asks for.

import Diagnostics
import Formats
import Records

/// Reads `basemap`: a file, or a mapping of a file and its credit.
struct BasemapReader {
    let fields: YAMLFields

    static let keys = [
        YAMLKey("file", .text, isRequired: true, "A GeoJSON file in `content/`."),
        YAMLKey("credit", .text, "Whose data it is, in the words of its licence."),
    ]

    func read(into settings: inout SiteSettings, _ log: inout DiagnosticLog) {
        guard let node = fields.node("basemap") else { return }
        guard case .mapping = node else {
            settings.basemap = text(fields, "basemap", &log)
            return
        }
        guard let map = fields.fields("basemap", known: BasemapReader.keys.names, &log) else {
            return
        }
        map.require("file", &log)
        settings.basemap = text(map, "file", &log)
        settings.basemapCredit = text(map, "credit", &log)
    }

    private func text(_ fields: YAMLFields, _ key: String, _ log: inout DiagnosticLog) -> String {
        let text = fields.string(key, &log) ?? ""
        return text.last == "\n" ? String(text.dropLast()) : text
    }
}
