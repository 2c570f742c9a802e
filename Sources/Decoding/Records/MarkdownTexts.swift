// The statements of claims and the author's own texts may be Markdown. Pages show them within a line.

import Diagnostics
import Records

/// Finds the texts that are Markdown, besides the summaries of strikes.
struct MarkdownTexts {
    private let set: RecordSet
    /// The texts of the records that are shown.
    private(set) var texts: [MarkdownText] = []

    init(_ set: RecordSet, victims: [Victim], sources: [Source], claims: [Claim]) {
        self.set = set
        addOwn(.strikes, set.strikes.records)
        addOwn(.victims, victims)
        addOwn(.sources, sources)
        addOwn(.claims, claims)
        addStatements(claims)
    }

    /// The author's own columns of a kind of record.
    private mutating func addOwn(_ kind: ResourceKind, _ records: [some ColumnRecord]) {
        guard let table = set.table(kind) else { return }
        for (offset, field) in table.schema.resource.extraFields.enumerated() where field.isMarkdown
        {
            let column = table.cell(named: field.name)?.column
            for record in records where offset < record.extras.count {
                add(record.extras[offset], "", table, record.row, column, field)
            }
        }
    }

    private mutating func addStatements(_ claims: [Claim]) {
        guard let table = set.table(.claims) else { return }
        for field in table.schema.columns.map(\.field) where field.isMarkdown && field.isPublic {
            guard let role = field.role, role.whole == .statement else { continue }
            let column = table.cell(role)?.column
            for claim in claims {
                let text =
                    role.language
                    .map { tag in claim.statements.first { $0.language == tag }?.name ?? "" }
                    ?? claim.statement
                add(text, role.language ?? "", table, claim.row, column, field, isQuoted: true)
            }
        }
    }

    private mutating func add(
        _ text: String,
        _ language: String,
        _ table: RecordTable,
        _ row: Int,
        _ column: Int?,
        _ field: CodebookField,
        isQuoted: Bool = false
    ) {
        if text.isEmpty { return }
        texts.append(
            MarkdownText(
                text: text,
                language: language,
                isQuoted: isQuoted,
                location: column.map { table.table.location(row, $0) } ?? field.location
            )
        )
    }
}
