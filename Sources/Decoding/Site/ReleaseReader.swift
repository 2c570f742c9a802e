// The releases that a site has recorded. Recount writes these files itself, so they are read strictly: any
// deviation from the written form is damage, and is reported with its place.

import Diagnostics
import Formats
import Records
import Text

/// Reads the files in `content/releases`.
public enum ReleaseReader {
    /// What a release is read from: its bytes, and the measures of the site, by name.
    struct Input: Equatable, Sendable {
        let bytes: [UInt8]
        let measures: MeasureList
    }

    /// All releases of a site, by number; every damaged file is reported.
    static func read(
        _ files: InputTree,
        _ measures: MeasureList,
        _ cache: inout Cache<Input, Release?>,
        _ log: inout DiagnosticLog
    ) throws -> [Release] {
        var releases: [Release] = []
        var seen: [Int: String] = [:]
        let inputs = try files.files(below: "content/releases", suffix: ".json")
            .map { file in
                (
                    name: file.path,
                    input: Input(bytes: try files.read(file.path), measures: measures)
                )
            }
        let found = cache.outputs(for: inputs, log: &log) {
            read($1.bytes, file: $0, measures: $1.measures, log: &$2)
        }
        for (file, release) in zip(inputs.map(\.name), found) {
            guard let release else { continue }
            if let other = seen[release.stamp.number] {
                log.report(
                    ReleaseRule.repeated,
                    at: SourceLocation(file: file),
                    "release \(release.stamp.number) is already recorded in \(other)",
                    suggestion: "Keep the one that was published."
                )
                continue
            }
            seen[release.stamp.number] = file
            releases.append(release)
        }
        releases.sort { $0.stamp < $1.stamp }
        for (earlier, later) in zip(releases, releases.dropFirst())
        where later.stamp.date < earlier.stamp.date {
            log.report(
                ReleaseRule.repeated,
                at: SourceLocation(file: later.stamp.path),
                "release \(later.stamp.number) of \(later.stamp.date.iso) is dated before release "
                    + "\(earlier.stamp.number) of \(earlier.stamp.date.iso)"
            )
        }
        return releases
    }

    /// One release from the bytes of its file; `nil` when it is damaged, which is reported.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        measures: MeasureList,
        log: inout DiagnosticLog
    ) -> Release? {
        let name = file.split(separator: "/").last?.dropLast(".json".count) ?? ""
        guard let stamp = ReleaseStamp(name) else {
            log.report(
                ReleaseRule.name,
                at: SourceLocation(file: file),
                "“\(String(name).shortened())” is no date and number of a release",
                suggestion: "A release’s file is named like 2026-11-22-1.json; Recount writes it."
            )
            return nil
        }
        guard let document = JSONReader.read(bytes, file: file, log: &log) else { return nil }
        let decoder = ReleaseDecoder(document: document, measures: measures)
        do throws(ReleaseDecoder.Damage) {
            return try decoder.release(stamp)
        } catch {
            let suggestion =
                error.rule == .newer
                ? "Build with the version of Recount that recorded it, or a later one."
                : "Restore the file as Recount wrote it, from version control or a backup."
            log.report(
                error.rule,
                at: document.location(error.node),
                error.message,
                excerpt: document.excerpt(error.node),
                suggestion: suggestion
            )
            return nil
        }
    }
}

/// Turns the JSON of a release into its values.
private struct ReleaseDecoder {
    let document: JSONDocument
    let measures: MeasureList

    /// A place where a file is damaged, and how.
    struct Damage: Error {
        let rule: ReleaseRule
        let node: JSONNode
        let message: String
    }

    func release(_ stamp: ReleaseStamp) throws(Damage) -> Release {
        let root = document.root
        let format = try integer(root, "format")
        guard format <= ReleaseText.format else {
            throw Damage(
                rule: .newer,
                node: try member(root, "format"),
                message: "the release has format \(format); this version reads "
                    + "\(ReleaseText.format) and older"
            )
        }
        let number = try integer(root, "number")
        let date = try text(root, "date")
        guard number == stamp.number, date == stamp.date.iso else {
            throw Damage(
                rule: .name,
                node: try member(root, "number"),
                message: "the file is named \(stamp.text), but states \(date)-\(number)"
            )
        }
        let manifest = root["manifest"] == nil ? "" : try text(root, "manifest")
        if !manifest.isEmpty, !isHash(manifest) {
            throw damage(try member(root, "manifest"), "manifest is no SHA-256 in hexadecimal")
        }
        var figures: [PublishedFigure] = []
        for node in try list(root, "figures") { figures.append(try figure(node)) }
        var tables: [PublishedTable] = []
        let records = try member(root, "records")
        for (name, node) in try members(records) {
            guard let kind = ResourceKind(rawValue: name) else {
                throw damage(node, "“\(name.shortened())” is no kind of record")
            }
            tables.append(try table(kind, node))
        }
        return Release(
            stamp: stamp,
            generator: try text(root, "generator"),
            manifest: manifest,
            state: PublishedState(
                tables: tables,
                figures: figures,
                headline: try text(root, "headline")
            )
        )
    }

    private func figure(_ node: JSONNode) throws(Damage) -> PublishedFigure {
        var totals: [Measure: Total] = [:]
        for (name, value) in try members(node) where name != "selection" {
            let people = name == Measure.people.name ? Measure.people : nil
            guard let measure = measures[name] ?? people else {
                throw damage(value, "“\(name.shortened())” is no measure")
            }
            let known = value["min"] != nil
            let total = Total(
                minimum: known ? try integer(value, "min") : 0,
                maximum: known ? try integer(value, "max") : 0,
                strikes: try integer(value, "of"),
                unknown: value["unknown"] == nil ? 0 : try integer(value, "unknown"),
                openEnded: value["open"] == nil ? 0 : try integer(value, "open"),
                isOfThings: !measure.holdsCounts
            )
            guard let total, total.isUnknown == !known || total.strikes == 0 else {
                throw damage(value, "no counts add up to this total")
            }
            totals[measure] = total
        }
        return PublishedFigure(query: try text(node, "selection"), totals: totals)
    }

    private func table(_ kind: ResourceKind, _ node: JSONNode) throws(Damage) -> PublishedTable {
        let columns = try texts(node, "columns")
        let known = Set(columns)
        var records: [PublishedRecord] = []
        var keys: Set<String> = []
        for row in try list(node, "rows") {
            let key = try text(row, "key")
            guard keys.insert(key).inserted else {
                throw damage(row, "the key “\(key.shortened())” is there twice")
            }
            var cells: [String: String] = [:]
            for (column, value) in try members(try member(row, "cells")) {
                guard known.contains(column) else {
                    throw damage(value, "“\(column.shortened())” is not among the columns")
                }
                guard let text = value.asString, !text.isEmpty else {
                    throw damage(value, "a cell is a text that is not empty, not \(value.kind)")
                }
                cells[column] = text
            }
            records.append(
                PublishedRecord(
                    key: key,
                    strikes: row["strikes"] == nil ? [key] : try texts(row, "strikes"),
                    previous: row["previous"] == nil ? [] : try texts(row, "previous"),
                    cells: cells
                )
            )
        }
        return PublishedTable(kind: kind, columns: columns, records: records)
    }

    private func isHash(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    private func damage(_ node: JSONNode, _ message: String) -> Damage {
        Damage(rule: .damaged, node: node, message: message)
    }

    private func member(_ node: JSONNode, _ key: String) throws(Damage) -> JSONNode {
        guard let value = node[key] else { throw damage(node, "“\(key)” is missing") }
        return value
    }

    private func members(_ node: JSONNode) throws(Damage) -> [(String, JSONNode)] {
        guard case .object(let members) = node.value else {
            throw damage(node, "there should be an object, not \(node.kind)")
        }
        return members.map { ($0.key, $0.value) }
    }

    private func list(_ node: JSONNode, _ key: String) throws(Damage) -> [JSONNode] {
        let value = try member(node, key)
        guard let items = value.asArray else {
            throw damage(value, "“\(key)” is a list, not \(value.kind)")
        }
        return items
    }

    private func text(_ node: JSONNode, _ key: String) throws(Damage) -> String {
        let value = try member(node, key)
        guard let text = value.asString else {
            throw damage(value, "“\(key)” is a text, not \(value.kind)")
        }
        return text
    }

    private func texts(_ node: JSONNode, _ key: String) throws(Damage) -> [String] {
        var texts: [String] = []
        for value in try list(node, key) {
            guard let text = value.asString else {
                throw damage(value, "“\(key)” is a list of texts, and this is \(value.kind)")
            }
            texts.append(text)
        }
        return texts
    }

    private func integer(_ node: JSONNode, _ key: String) throws(Damage) -> Int {
        let value = try member(node, key)
        guard let number = value.asInteger, number >= 0 else {
            throw damage(value, "“\(key)” is a whole number, not \(value.kind)")
        }
        return number
    }
}
