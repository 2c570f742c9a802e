// The page that an editor signs before a report is published: what of every table, article and file readers will see,
// and what stays here. It is made of what a build has read, never of what the site says about itself.

import Decoding
import Foundation
import Records
import Report
import Text

/// What a site publishes and what it keeps.
struct PrivacyPage: Sendable {
    /// How much of a column readers see.
    enum Status: String, CaseIterable, Sendable {
        /// All of its cells, in the rows that are shown.
        case published = "public"
        /// None of its cells.
        case hidden = "private"
        /// Its cells, those of some records or all less exactly.
        case coarsened
    }

    /// A column of a table.
    struct Column: Sendable {
        let name: String
        let status: Status
        let role: String
        /// The number of its cells that are not missing.
        let cells: Int
    }

    /// A table.
    struct Table: Sendable {
        let kind: ResourceKind
        let file: String
        /// What happened to its rows.
        let rows: ResourceCount?
        let columns: [Column]
        /// The names of the columns and the first rows of its download.
        let examples: (columns: [String], rows: [[String]])
    }

    let tables: [Table]
    /// The published articles and narratives, by their files.
    let articles: [String]
    /// The drafts, by their files.
    let drafts: [String]
    /// The pictures, documents and files of the theme that are published.
    let media: [String]
    /// What the leak scan did; `nil` when the site has no private value.
    let scan: LeakSummary?

    /// The number of rows that are shown as examples.
    private static let exampleCount = 3

    /// Lists what of a site its report publishes.
    init(_ files: SiteFiles, _ scan: LeakSummary?) {
        let (content, report) = (files.content, files.report)
        let coarsening = content.dataset.coarsenings.values.reduce(into: Coarsening()) {
            $0.merge($1)
        }
        let columns = Dictionary(grouping: content.privateCells.columns) { $0.kind }
        tables = ResourceKind.allCases.compactMap { kind in
            guard let own = columns[kind], let file = own.first?.file else { return nil }
            return Table(
                kind: kind,
                file: file,
                rows: content.records.first { $0.kind == kind },
                columns: own.map { column in
                    Column(
                        name: column.name,
                        status: PrivacyPage.status(column, coarsening),
                        role: column.role?.name ?? "",
                        cells: column.cells
                    )
                },
                examples: report.examples(of: kind, limit: PrivacyPage.exampleCount) ?? ([], [])
            )
        }
        articles = (content.articles + content.narratives.values).map(\.file).sorted()
        drafts = content.drafts.map(\.file).sorted()
        media =
            (files.media.map { "content/" + $0.path }
            + content.assets.filter { $0.origin != .program }.map(\.file))
            .sorted()
        self.scan = scan
    }

    private static func status(_ column: ColumnContents, _ coarsening: Coarsening) -> Status {
        guard column.isPublic else { return .hidden }
        if column.isCoarsened { return .coarsened }
        let isCoarsened =
            switch (column.kind, column.role) {
            case (.strikes, .latitude?), (.strikes, .longitude?):
                coarsening.hidesPoint
            case (.strikes, .date?), (.strikes, .dateEnd?): coarsening.date != nil
            case (.victims, .age?): coarsening.groupsAge
            case (.strikes, let role?): coarsening.omitted.contains(role)
            case (_, _): false
            }
        return isCoarsened ? .coarsened : .published
    }
}

// MARK: - Text

extension PrivacyPage {
    /// The page as text, with a line feed at its end.
    var text: String {
        var lines: [String] = ["What readers will see", ""]
        for table in tables { lines += PrivacyPage.lines(table) + [""] }
        lines += PrivacyPage.list("Articles that are published", articles)
        lines += PrivacyPage.list("Drafts that are not published", drafts)
        lines += PrivacyPage.list("Files that are published", media)
        lines.append(
            scan.map(BuildText.leakScan)
                ?? "no private value to search for in the report"
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ table: Table) -> [String] {
        var lines = [table.file]
        if let rows = table.rows { lines.append("  " + BuildText.recordCounts(rows)) }
        let width = table.columns.map(\.name.count).max() ?? 0
        for column in table.columns {
            let name = column.name.padding(toLength: max(width, 1), withPad: " ", startingAt: 0)
            let role = column.role.isEmpty ? "" : "  (\(column.role))"
            lines.append(
                "  \(column.status.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0))  \(name)  "
                    + BuildText.counted(column.cells, "cell") + role
            )
        }
        for (number, row) in table.examples.rows.enumerated() {
            lines.append("  example \(number + 1)")
            for (column, cell) in zip(table.examples.columns, row) where !cell.isEmpty {
                lines.append("    \(column): \(cell.shortened())")
            }
        }
        return lines
    }

    private static func list(_ title: String, _ files: [String]) -> [String] {
        files.isEmpty ? [] : ["\(title): \(files.count)"] + files.map { "  " + $0 } + [""]
    }
}

// MARK: - JSON

extension PrivacyPage {
    /// The page as JSON, with a line feed at its end.
    var json: String {
        var json = JSONWriter()
        json.object { page in
            page.array("tables", tables) { json, table in PrivacyPage.write(table, &json) }
            page.array("articles", articles) { $0.value($1) }
            page.array("drafts", drafts) { $0.value($1) }
            page.array("media", media) { $0.value($1) }
            if let scan {
                page.object("leak_scan") { json in
                    json.member("files", scan.files)
                    json.member("values", scan.searched)
                    json.member("not_searched", scan.omitted.reduce(0) { $0 + $1.count })
                }
            }
        }
        return String(decoding: json.finished(), as: UTF8.self)
    }

    private static func write(_ table: Table, _ json: inout JSONWriter) {
        json.object { json in
            json.member("records", table.kind.rawValue)
            json.member("file", table.file)
            json.member("read", table.rows?.read)
            json.member("shown", table.rows?.shown)
            json.array("columns", table.columns) { json, column in
                json.object { json in
                    json.member("name", column.name)
                    json.member("status", column.status.rawValue)
                    json.optionalMember("role", column.role)
                    json.member("cells", column.cells)
                }
            }
            json.array("examples", table.examples.rows) { json, row in
                json.object { json in
                    for (column, cell) in zip(table.examples.columns, row) {
                        json.member(column, cell.isEmpty ? nil : cell)
                    }
                }
            }
        }
    }
}
