// What `recount new` says: what was written, what was guessed and why, and what to do next.

import Records
import Scaffolding

/// The words of `recount new`.
enum NewWords {
    /// After the sample site.
    static func sample(_ folder: String, _ files: Int) -> String {
        """
        wrote    \(files) files to \(folder): three sample records, three articles, the default templates

        Now see it, and change it while you look:
          recount serve \(folder)

        """
    }

    /// After a site around a spreadsheet.
    static func proposal(_ folder: String, _ proposal: SiteProposal, _ source: String) -> String {
        let held = proposal.columns.filter { $0.role != nil }
        let own = proposal.columns.filter { $0.role == nil }
        var text = "wrote    \(proposal.site.files.count) files to \(folder)\n"
        text += "\nWhat your columns seem to hold:\n"
        text += table(held.map { [$0.name, $0.role?.name ?? "", $0.reason] })
        if !own.isEmpty {
            text += "\nColumns that have no role, and why:\n"
            text += table(own.map { [$0.name, "–", $0.reason] })
        }
        let doubts = proposal.columns.flatMap { column in
            column.doubts.map { "“\(column.name)”: \($0)." }
        }
        if !doubts.isEmpty {
            text += "\nWhat could not be decided for you:\n"
            text += doubts.map { "  - \($0)\n" }.joined()
        }
        return text + "\nNext:\n" + steps(folder, proposal, source)
    }

    private static func steps(
        _ folder: String,
        _ proposal: SiteProposal,
        _ source: String
    ) -> String {
        var steps = proposal.steps
        let closed = proposal.columns.filter { !$0.isPublic }
        let needed = closed.filter { $0.role == .id || $0.role == .date }
        let wanted = closed.filter { column in
            column.role?.whole == .count(.killed) || column.role == .place
                || column.role == .grading
        }
        if !(needed + wanted).isEmpty {
            let must = needed.map { "“\($0.name)”" }.joined(separator: " and ")
            let may = wanted.map { "“\($0.name)”" }.joined(separator: ", ")
            let isClosed = !proposal.columns.contains { $0.isPublic }
            var text =
                (isClosed ? "Nothing is public yet. " : "")
                + "In content/datapackage.yaml write public: true for what "
                + (isClosed ? "may be published" : "else may be published")
            if !must.isEmpty { text += ": \(must) must be, or there is no report" }
            if !may.isEmpty { text += "; look next at \(may)" }
            steps.append(text + ".")
        }
        if let grading = proposal.columns.first(where: { $0.role == .grading }) {
            steps.append(
                grading.isPublic
                    ? "Decide in content/site.yaml which gradings are counted: true."
                    : "Once “\(grading.name)” is public, list its words under gradings in "
                        + "content/site.yaml."
            )
        }
        steps.append("See it, and mend what it reports:  recount serve \(folder)")
        return steps.enumerated().map { "  \($0 + 1). \($1)\n" }.joined()
    }

    private static func table(_ rows: [[String]]) -> String {
        let widths = (0..<2)
            .map { column in min(32, rows.map { $0[column].count }.max() ?? 0) }
        return
            rows.map { row in
                "  " + padded(row[0], widths[0]) + "  " + padded(row[1], widths[1]) + "  " + row[2]
                    + "\n"
            }
            .joined()
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        let shown = text.count > width ? text.prefix(max(0, width - 1)) + "…" : text[...]
        return shown + String(repeating: " ", count: max(0, width - shown.count))
    }
}
