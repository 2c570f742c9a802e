// A summary may be Markdown. It is then an account like those in content/strikes/, and is checked and shown as they are.

import Records

/// Finds the summaries that are Markdown.
struct MarkdownSummaries {
    /// The languages of the report, that of the original first.
    private let languages: [String]

    init(_ settings: SiteSettings) {
        languages = [settings.language] + settings.languages.dropFirst()
    }

    /// The summaries of the strikes that are shown, each in the language in which pages show it.
    func cells(_ set: RecordSet) -> [MarkdownCell] {
        guard let table = set.table(.strikes) else { return [] }
        let columns = table.schema.columns.filter { $0.field.isMarkdown && $0.field.isPublic }
        if columns.isEmpty { return [] }
        return set.strikes.records.flatMap { strike in
            languages.enumerated()
                .compactMap { number, tag in
                    cell(of: strike, tag, isOriginal: number == 0, columns, table)
                }
        }
    }

    private func cell(
        of strike: Strike,
        _ tag: String,
        isOriginal: Bool,
        _ columns: [ColumnSchema],
        _ table: RecordTable
    ) -> MarkdownCell? {
        var role = Role.summary.language(tag)
        var text = strike.summaries.first { $0.language == tag }?.name ?? ""
        if text.isEmpty, isOriginal {
            role = .summary
            text = strike.summary
        }
        guard !text.isEmpty, columns.contains(where: { $0.field.role == role }),
            let cell = table.cell(role)
        else { return nil }
        return MarkdownCell(
            key: NarrativeKey(strike: strike.id, language: isOriginal ? "" : tag),
            text: text,
            location: table.table.location(strike.row, cell.column)
        )
    }
}
