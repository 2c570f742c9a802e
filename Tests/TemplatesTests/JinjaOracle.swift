// The outside opinion on what templates mean: Jinja2 itself.

import Foundation
import Templates

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

    /// The Python that has Jinja2; `nil` when there is none, and tests that need it are skipped.
    static let python: String? = {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let candidates: [String?] = [
            ProcessInfo.processInfo.environment["RECOUNT_PYTHON"],
            root.appendingPathComponent(".build/python/bin/python").path,
            "python3",
        ]
        return candidates.compactMap(\.self)
            .first { candidate in
                (try? run(candidate, ["-c", "import jinja2"], input: Data())) != nil
            }
    }()

    static var isAvailable: Bool { python != nil }

    static func render(
        _ cases: [Case],
        pages: [String: [String: JSONValue]]
    ) throws -> [Outcome] {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Oracle/jinja_oracle.py").path
        let input = try JSONEncoder().encode(Input(pages: pages, cases: cases))
        let output = try run(python ?? "python3", [script], input: input)
        return try JSONDecoder().decode([Outcome].self, from: output)
    }

    private struct Failure: Error {}

    private static func run(_ tool: String, _ arguments: [String], input: Data) throws -> Data {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("input.json")
        try input.write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
        return output
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
