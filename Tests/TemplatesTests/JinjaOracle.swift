// The outside opinion on what templates mean: Jinja2 itself.

import Foundation
import Templates
import TestSupport

/// Runs Jinja2 over many templates in one process.
enum JinjaOracle {
    struct Case: Encodable {
        let files: [String: String]
        let entry: String
        /// Which of the pages' values it is rendered with.
        let page: String
    }

    private struct Input: Encodable {
        let pages: [String: [String: JSONValue]]
        let cases: [Case]
    }

    struct Outcome: Decodable, Equatable {
        var output: String?
        var error: String?
    }

    static func render(
        _ cases: [Case],
        pages: [String: [String: JSONValue]]
    ) throws -> [Outcome] {
        let folder = try Sandbox()
        try folder.put(
            [UInt8](try JSONEncoder().encode(Input(pages: pages, cases: cases))),
            at: "in"
        )
        let ending = try Python.run(
            "Tests/TemplatesTests/Oracle/jinja_oracle.py",
            [],
            input: URL(filePath: folder.path + "/in")
        )
        guard ending.status == 0 else { throw Python.Failure(description: ending.errors) }
        return try JSONDecoder().decode([Outcome].self, from: Data(ending.output.utf8))
    }
}

/// A value as the oracle reads it.
indirect enum JSONValue: Encodable {
    case null
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case list([JSONValue])
    case object([String: JSONValue])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .text(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .boolean(let flag): try container.encode(flag)
        case .list(let items): try container.encode(items)
        case .object(let fields): try container.encode(fields)
        }
    }

    init(_ value: Value) {
        switch value {
        case .none: self = .null
        case .boolean(let flag): self = .object(["boolean": .boolean(flag)])
        case .integer(let number): self = .object(["integer": .integer(number)])
        case .text(let text): self = .object(["text": .text(text)])
        case .url(let url): self = .object(["url": .text(url)])
        case .html(let html): self = .object(["html": .text(html.markup)])
        case .phrase(let phrase): self = .object(["phrase": .object(JSONValue.forms(phrase))])
        case .list(let items): self = .object(["list": .list(items.map(JSONValue.init))])
        case .record(let record):
            self = .object(["record": .object(JSONValue.fields(record.record))])
        case .table(let table): self = .object(["table": .object(JSONValue.entries(table))])
        }
    }

    static func fields(_ record: any TemplateRecord) -> [String: JSONValue] {
        var fields: [String: JSONValue] = [:]
        for (slot, field) in type(of: record).templateShape.fields.enumerated() {
            fields[field.name] = JSONValue(record.templateValue(at: slot))
        }
        return fields
    }

    /// The entries of the tables that the tests declare; what a table lacks is none.
    private static func entries(_ table: TableValue) -> [String: JSONValue] {
        let isWords = table["home"] != nil
        let declared = SampleWords.environment.tables[isWords ? "words" : "extra"] ?? [:]
        return Dictionary(
            uniqueKeysWithValues: declared.keys.map { ($0, JSONValue(table[$0] ?? .none)) }
        )
    }

    /// A phrase's texts, with its placeholders in braces again.
    private static func forms(_ phrase: Phrase) -> [String: JSONValue] {
        let known = Dictionary(
            uniqueKeysWithValues: phrase.placeholders.map { ($0, "{\($0)}") }
        )
        let texts = [("one", 1), ("other", 2)]
            .map { form, count in
                (form, JSONValue.text(phrase.text(known, count: count, formatting: English())))
            }
        return Dictionary(uniqueKeysWithValues: texts)
    }
}
