// What `recount new` prints: what was written, what was guessed and why, and what to do next.

import Records
import Scaffolding

/// The output of `recount new`.
enum NewText {
    /// The text after writing the sample site.
    static func sample(folder: String, files: Int) -> String {
        """
        wrote    \(files) files to \(folder): three sample records and three articles

        To see it in a browser while you edit it:
          recount serve \(folder)

        """
    }

    /// The text after writing a site for a spreadsheet.
    static func proposal(
        _ proposal: SiteProposal,
        folder: String,
        source: String,
        files: Int
    ) -> String {
        let withRole = proposal.columns.filter { $0.role != nil }
        let withoutRole = proposal.columns.filter { $0.role == nil }
        var text = "wrote    \(files) files to \(folder)\n"
        text += "\nWhat your columns seem to hold:\n"
        text += table(withRole.map { [$0.name, $0.role?.name ?? "", $0.reason] })
        if !withoutRole.isEmpty {
            text += "\nColumns without a role, and why:\n"
            text += table(withoutRole.map { [$0.name, "–", $0.reason] })
        }
        let questions = proposal.columns.compactMap { column in
            column.question.map { "  - “\(column.name)”: \($0)\n" }
        }
        if !questions.isEmpty {
            text += "\nQuestions that stand in content/datapackage.yaml until you answer them:\n"
            text += questions.joined()
        }
        let warnings = proposal.columns.flatMap { column in
            column.warnings.map { "  - “\(column.name)”: \($0).\n" }
        }
        if !warnings.isEmpty { text += "\nWhat you need to check:\n" + warnings.joined() }
        return text + "\nNext:\n" + steps(proposal, folder: folder)
    }

    /// A number with its noun.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func steps(_ proposal: SiteProposal, folder: String) -> String {
        var steps = proposal.steps
        let hidden = proposal.columns.filter { !$0.isPublic }
        let isOfPeople = proposal.kind == .victims
        let needed = isOfPeople ? [] : hidden.filter { $0.role == .id || $0.role == .date }
        let wanted = hidden.filter { column in
            if isOfPeople { return column.role != nil }
            return column.role?.whole == .count(.killed) || column.role == .place
                || column.role == .grading
        }
        if !(needed + wanted).isEmpty {
            let required = needed.map { "“\($0.name)”" }.joined(separator: " and ")
            let suggested = wanted.map { "“\($0.name)”" }.joined(separator: ", ")
            let isAllHidden = !proposal.columns.contains { $0.isPublic }
            var text =
                (isAllHidden ? "Nothing is public yet. " : "")
                + "In content/datapackage.yaml, write public: true for each "
                + (isAllHidden ? "column to publish." : "other column to publish.")
            if !required.isEmpty { text += " The report needs \(required)." }
            if isOfPeople {
                text += " Names are published only if you say so: decide who may be named."
            }
            if !suggested.isEmpty { text += " Consider \(suggested) next." }
            steps.append(text)
        }
        if let grading = proposal.columns.first(where: { $0.role == .grading }) {
            steps.append(
                grading.isPublic
                    ? "Decide in content/site.yaml which gradings have counted: true."
                    : "Once “\(grading.name)” is public, list its values under gradings in "
                        + "content/site.yaml."
            )
        }
        steps.append("See the report, and fix the mistakes that it lists:  recount serve \(folder)")
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
