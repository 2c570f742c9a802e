// Reads in which folder the pages of records are, and in which they were. Readers have links to these addresses, so they
// follow from no other setting: a word that is corrected must not move a thousand pages.

import Diagnostics
import Formats
import Text

/// Reads `record_path` and `previous_record_paths` of the settings.
struct RecordPathReader {
    let fields: YAMLFields
    /// The languages of the site, whose versions are folders too.
    let languages: [String]

    private static let usual = "strikes"
    private static let longest = 40
    /// The folders that hold something else.
    private static let taken: Set<String> = [
        "assets", "data", "embed", "figures", "media", "people", "search", "tables",
    ]

    /// The folder of the pages.
    func current(_ log: inout DiagnosticLog) -> String {
        guard let path = fields.string("record_path", &log) else { return RecordPathReader.usual }
        let value = fields.node("record_path")
        return check(path, fields.location("record_path"), value?.excerpt, &log)
            ? path : RecordPathReader.usual
    }

    /// The folders in which the pages were.
    func previous(_ log: inout DiagnosticLog) -> [String] {
        var paths: [String] = []
        for item in fields.items("previous_record_paths", &log) {
            guard let path = item.scalar?.asString else { continue }
            guard check(path, item.location, item.excerpt, &log) else { continue }
            let now = fields.node("record_path")?.scalar?.asString ?? RecordPathReader.usual
            if path == now || paths.contains(path) {
                log.report(
                    SettingsRule.recordPath,
                    at: item.location,
                    path == now
                        ? "“\(path)” is where the records are now"
                        : "“\(path)” is listed twice",
                    excerpt: item.excerpt,
                    suggestion: "Delete it here."
                )
            } else {
                paths.append(path)
            }
        }
        return paths
    }

    private func check(
        _ path: String,
        _ location: SourceLocation,
        _ excerpt: Excerpt?,
        _ log: inout DiagnosticLog
    ) -> Bool {
        let isPlain =
            path.utf8.count <= RecordPathReader.longest
            && path.utf8.first.map { (97...122).contains($0) } == true
            && path.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45
            }
        let reason: String
        if !isPlain {
            reason = "is no folder of small letters a to z, digits and hyphens"
        } else if RecordPathReader.taken.contains(path) {
            reason = "is a folder of other pages or files"
        } else if languages.contains(where: { $0.lowercased() == path }) {
            reason = "is the folder of a language"
        } else if ReservedName.device(in: path[...]) != nil {
            reason = "is a name that Windows reserves"
        } else {
            return true
        }
        log.report(
            SettingsRule.recordPath,
            at: location,
            "“\(path.shortened())” \(reason)",
            excerpt: excerpt,
            suggestion: "Choose a word such as incidents or attacks."
        )
        return false
    }
}
