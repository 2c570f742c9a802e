// The proposed codebook as the author will read and edit it.

import Records
import Text

/// Writes `content/datapackage.yaml`.
struct CodebookText {
    let proposal: SiteProposal

    var text: String {
        var lines = [
            "# The codebook: what every column of \(proposal.dataPath) means, in the order of the file.",
            "#",
            "# It was proposed from the names and the cells of your columns. Read it line by line:",
            "#   public: true   lets a column reach pages, downloads and indexes. What is not public is not even read.",
            "#   role           says which fact of the report a column holds. `recount explain role-unknown` has more.",
            "#   values         says what a cell stands for; \"\" means unknown. Nothing is counted that you do not state.",
            "# It is a Frictionless Data Package (https://specs.frictionlessdata.io/data-package/).",
            "",
            "name: report",
            "resources:",
            "  - name: \(proposal.kind.rawValue)",
            "    path: \(proposal.dataPath)",
        ]
        lines += dialect
        let id =
            proposal.kind == .victims
            ? nil
            : proposal.addsID ? proposal.addedName : proposal.columns.first { $0.role == .id }?.name
        lines.append("    schema:")
        if let id { lines.append("      primaryKey: \(YAMLText.quoted(id))") }
        let missing = ([""] + proposal.missingValues).map(YAMLText.quoted)
        lines.append("      missingValues: [\(missing.joined(separator: ", "))]")
        lines.append("      fields:")
        if proposal.addsID {
            lines += [
                "        # Made for you, because no column of yours names each record.",
                "        - name: \(YAMLText.quoted(proposal.addedName))",
                "          type: string", "          role: id", "          public: true",
                "          description: \"The record's own name; its page's address.\"",
            ]
        }
        let repeated = proposal.repeated
        for column in proposal.columns where !repeated.names.contains(column.name) {
            lines += field(column)
        }
        if let id, !repeated.families.isEmpty { lines += sources(repeated, id) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How the file is read, besides its columns.
    private var dialect: [String] {
        var lines: [String] = []
        let delimiter = proposal.spreadsheet.delimiter
        if proposal.dataPath.hasSuffix(".csv"), !proposal.isCopied, delimiter != UInt8(ascii: ",") {
            let written = delimiter == 9 ? "\\t" : String(UnicodeScalar(delimiter))
            lines.append("    dialect: {delimiter: \"\(written)\"}")
        }
        if proposal.dataPath.hasSuffix(".xlsx"), let sheet = proposal.spreadsheet.sheet {
            lines.append("    dialect: {sheet: \(YAMLText.quoted(sheet))}")
        }
        let items = proposal.spreadsheet.items
        if proposal.dataPath.hasSuffix(".json"), !items.isEmpty {
            lines.append("    dialect: {property: \(YAMLText.quoted(items))}")
        }
        return lines
    }

    /// The table of the sources that stand in numbered columns.
    private func sources(_ repeated: RepeatedColumns, _ id: String) -> [String] {
        var lines = [
            "",
            "  # The columns of sources that repeat with a number, as one table: each number of a row is a source.",
            "  - name: sources", "    path: \(proposal.dataPath)",
        ]
        lines += dialect
        lines += [
            "    schema:", "      fields:", "        - name: \(RepeatedColumns.item)",
            "          role: id", "          public: true",
            "        - name: \(YAMLText.quoted("parent." + id))", "          role: strike_id",
            "          public: true",
        ]
        for family in repeated.families {
            lines += [
                "        - name: \(YAMLText.quoted(family.name))",
                "          repeat: \(YAMLText.quoted(family.pattern))",
                "          role: \(family.role?.name ?? Role.noneWord)",
                "          public: \(family.isPublic)",
            ]
        }
        return lines
    }

    private func field(_ column: ProposedColumn) -> [String] {
        var lines: [String] = []
        lines.append("")
        lines.append(
            comment("\(column.role?.name ?? "no role"): \(column.reason)\(column.cellsInWords)")
        )
        lines += column.warnings.map { comment("LOOK: " + $0) }
        lines.append("        - name: \(YAMLText.quoted(column.name))")
        lines.append("          type: \(column.type)")
        if column.hasDecimalComma { lines.append("          decimalChar: \",\"") }
        if let mark = column.groupMark {
            lines.append("          groupChar: \(YAMLText.quoted(String(mark)))")
        }
        if let format = column.format {
            lines.append("          format: \(YAMLText.quoted(format))")
        }
        if let separator = column.separator {
            lines.append(
                comment("Its cells hold several values; delete the line if each is one text.")
            )
            lines.append("          separator: \(YAMLText.quoted(String(separator)))")
        }
        if let role = column.role {
            lines.append("          role: \(role)")
        } else if proposal.kind.columns(of: .builtIn).role(standardColumn: column.name) != nil {
            // Its name alone would give it the role that was not proposed.
            lines.append("          role: \(Role.noneWord)")
        }
        if let question = column.question {
            lines.append(comment("Answer this, correct the role if need be, and delete the line."))
            lines.append("          question: \(YAMLText.quoted(question))")
        }
        let note = column.isPublic ? "" : CodebookText.publicNote(column.role, proposal.kind)
        lines.append("          public: \(column.isPublic)\(note)")
        let declared = column.role.flatMap { proposal.kind.columns(of: .builtIn)[$0] }
        lines.append("          description: \(YAMLText.quoted(declared?.meaning ?? ""))")
        if !column.values.isEmpty {
            let values = column.values.map {
                "\(YAMLText.quoted($0.cell)): \(YAMLText.quoted($0.meaning))"
            }
            lines.append("          values: {\(values.joined(separator: ", "))}")
        }
        return lines
    }

    private func comment(_ text: String) -> String {
        "        # " + text.onOneLine
    }

    /// The consequence of keeping a column with a role private.
    private static func publicNote(_ role: Role?, _ kind: ResourceKind) -> String {
        guard let role else { return "" }
        if kind.columns(of: .builtIn)[role]?.isRequired == true {
            return "  # must become true: without it there is no report"
        }
        return role.whole == .count(.killed)
            ? "  # true, or no page can count the dead" : "  # true to show it"
    }
}

/// The form of texts in YAML.
enum YAMLText {
    /// A text in double quotes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate,
                    .privateUse, .unassigned:
                    let digits = String(scalar.value, radix: 16)
                    result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
                default: result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
