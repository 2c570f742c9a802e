import Text

/// Writes a release as the JSON of its file: one record and one figure a line, all sorted, so that a
/// version control system shows what changed and the same release is the same bytes.
public enum ReleaseText {
    /// The version of the format that is written, and the newest that is read.
    public static let format = 1

    /// The bytes of the file.
    public static func bytes(_ release: Release) -> [UInt8] {
        var text = Lines()
        text.line("{")
        text.line(" \"format\": \(format),")
        text.line(" \"number\": \(release.stamp.number),")
        text.line(" \"date\": \(JSONString.quoted(release.stamp.date.iso)),")
        text.line(" \"generator\": \(JSONString.quoted(release.generator)),")
        if !release.manifest.isEmpty {
            text.line(" \"manifest\": \(JSONString.quoted(release.manifest)),")
        }
        text.line(" \"headline\": \(JSONString.quoted(release.state.headline)),")
        text.line(" \"figures\": [")
        text.items(release.state.figures, indent: "  ", figure)
        text.line(" ],")
        text.line(" \"records\": {")
        for (offset, table) in release.state.tables.enumerated() {
            let isLast = offset == release.state.tables.count - 1
            text.line("  \(JSONString.quoted(table.kind.rawValue)): {")
            text.line(
                "   \"columns\": [\(table.columns.map(JSONString.quoted).joined(separator: ", "))],"
            )
            text.line("   \"rows\": [")
            text.items(table.records, indent: "    ", record)
            text.line("   ]")
            text.line(isLast ? "  }" : "  },")
        }
        text.line(" }")
        text.line("}")
        return text.bytes
    }

    private static func figure(_ figure: PublishedFigure) -> String {
        var members = ["\"selection\": \(JSONString.quoted(figure.query))"]
        for (measure, total) in figure.ordered {
            var ends: [String] = []
            if !total.isUnknown {
                ends = ["\"min\": \(total.minimum)", "\"max\": \(total.maximum)"]
            }
            ends.append("\"of\": \(total.strikes)")
            if total.unknown > 0 { ends.append("\"unknown\": \(total.unknown)") }
            if total.openEnded > 0 { ends.append("\"open\": \(total.openEnded)") }
            members.append("\(JSONString.quoted(measure.name)): {\(ends.joined(separator: ", "))}")
        }
        return "{\(members.joined(separator: ", "))}"
    }

    private static func record(_ record: PublishedRecord) -> String {
        var members = ["\"key\": \(JSONString.quoted(record.key))"]
        if record.strikes != [record.key] {
            members.append(
                "\"strikes\": [\(record.strikes.map(JSONString.quoted).joined(separator: ", "))]"
            )
        }
        if !record.previous.isEmpty {
            members.append(
                "\"previous\": [\(record.previous.map(JSONString.quoted).joined(separator: ", "))]"
            )
        }
        let cells = record.cells.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\(JSONString.quoted($0.key)): \(JSONString.quoted($0.value))" }
        members.append("\"cells\": {\(cells.joined(separator: ", "))}")
        return "{\(members.joined(separator: ", "))}"
    }

    /// Lines of text as bytes.
    private struct Lines {
        private(set) var bytes: [UInt8] = []

        mutating func line(_ text: String) {
            bytes.append(contentsOf: text.utf8)
            bytes.append(10)
        }

        mutating func items<Item>(_ items: [Item], indent: String, _ text: (Item) -> String) {
            for (offset, item) in items.enumerated() {
                line(indent + text(item) + (offset == items.count - 1 ? "" : ","))
            }
        }
    }
}
