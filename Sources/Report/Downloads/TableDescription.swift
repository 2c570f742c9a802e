// The description of a download in every language of the report. A table is published once, so what its columns and cells
// are called in each language stands beside it, in the form in which a codebook states it: `title.ar`, `labels.ar`.

import Records
import Text

extension DownloadTable {
    /// Describes the table in a Data Package, with what the codebook states in other languages.
    func describe(in codebook: Codebook, into object: inout JSONWriter) {
        let others = codebook.inOtherLanguages.compactMap { tag, other in
            other.resource(resource.kind).map { (tag: tag, resource: $0) }
        }
        object.member("name", resource.kind.rawValue)
        object.member("profile", "tabular-data-resource")
        object.member("path", "\(resource.kind.rawValue).csv")
        object.optionalMember("title", resource.title)
        for (tag, other) in others where other.title != resource.title {
            object.optionalMember("title.\(tag)", other.title)
        }
        object.optionalMember("description", resource.description)
        for (tag, other) in others where other.description != resource.description {
            object.optionalMember("description.\(tag)", other.description)
        }
        object.member("format", "csv")
        object.member("mediatype", "text/csv")
        object.member("encoding", "utf-8")
        object.object("schema") { schema in
            schema.array("fields", columns.indices) { item, position in
                item.object { field in
                    describe(columnAt: position, others, into: &field)
                }
            }
            schema.array("missingValues", [""]) { $0.value($1) }
        }
    }

    private func describe(
        columnAt position: Int,
        _ others: [(tag: String, resource: Resource)],
        into object: inout JSONWriter
    ) {
        let column = columns[position]
        let fields = others.compactMap { tag, resource in
            resource.fields.first { $0.name == column.name }.map { (tag: tag, field: $0) }
        }
        object.member("name", column.name)
        object.member("type", column.describedType.rawValue)
        if column.title != column.name { object.member("title", column.title) }
        for (tag, field) in fields where field.title != column.title {
            object.member("title.\(tag)", field.title)
        }
        object.optionalMember("description", column.description)
        for (tag, field) in fields where field.description != column.description {
            object.optionalMember("description.\(tag)", field.description)
        }
        object.optionalMember("role", column.role?.name ?? "")
        let labelled = fields.filter { !$0.field.labels.isEmpty }
        guard !labelled.isEmpty else { return }
        let values = values(ofColumnAt: position, list: labelled.first?.field.list)
        for (tag, field) in labelled {
            let labels = field.labels.filter { values.contains($0.key) }
                .sorted { $0.key < $1.key }
            if labels.isEmpty { continue }
            object.object("labels.\(tag)") { list in
                for (value, label) in labels { list.member(value, label) }
            }
        }
    }

    /// The values in the cells of a column.
    ///
    /// Labels of others stay out of the description: they may be those of a record that is withheld.
    private func values(ofColumnAt position: Int, list: CellList?) -> Set<String> {
        var values: Set<String> = []
        for row in 0..<rowCount {
            guard case .text(let text) = cell(row, position) else { continue }
            if let list { values.formUnion(list.values(of: text)) } else { values.insert(text) }
        }
        return values
    }
}

extension DownloadColumn {
    /// The type that all cells of the download have; dates are text, because some are only a month or a year.
    fileprivate var describedType: FieldType {
        switch type {
        case .integer, .string, .boolean: type
        case .number: .number
        case .date, .time, .datetime, .year, .yearmonth, .any: .string
        }
    }
}

extension Codebook {
    /// What the codebook states in the languages of the report besides the first, by their tags.
    var inOtherLanguages: [(tag: String, codebook: Codebook)] {
        translations.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
