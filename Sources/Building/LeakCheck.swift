// The last look at a report before it replaces the old one: every byte that would be published is searched for every
// private value. A message names the place and never the value, because logs are read by more people than the data.

import Decoding
import Diagnostics
import Output
import Privacy
import Records
import Synchronization

/// Searches the files of one report, from any thread.
final class LeakCheck: Sendable {
    /// Where a value was found first, and in how many files.
    fileprivate struct Found {
        var path: String
        var hit: LeakSearch.Hit
        var part: String
        var files = 1
    }

    fileprivate struct State {
        var found: [Int: Found] = [:]
        /// The paths that hold a value themselves, as messages name them.
        var masks: [String: String] = [:]
        var files = 0
    }

    private let values: PrivateValues
    private let search: LeakSearch
    private let state = Mutex(State())

    /// Prepares the search of a site's report; `nil` if there is nothing to search for.
    ///
    /// Reports allowances that allow nothing. `withheld` are values that were taken out of the records.
    init?(_ content: SiteContent, withheld: [PrivateValue], log: inout DiagnosticLog) {
        var values = PrivateValues(content, withheld: withheld)
        if !values.isEmpty { values.exemptPublic(content) }
        values.exemptAllowed(content.settings.leakAllowances, &log)
        if values.isEmpty { return nil }
        search = LeakSearch(values.collection)
        values.exemptFrequent(by: search)
        values.exempt(foundIn: PublicPhrases.of(content), by: search)
        let published = content.articles + content.narratives.values
        if !content.drafts.isEmpty {
            values.exemptDrafts(foundIn: published.map { $0.title + "\n" + $0.body }, by: search)
        }
        self.values = values
    }

    /// How many values are searched for, in how many files, and how many are not.
    var summary: LeakSummary {
        LeakSummary(values.collection, files: state.withLock { $0.files })
    }

    /// A digest of all values that are searched for.
    var searched: Digest? {
        let stream = DigestStream()
        values.collection.visitSearched { text, isOpen in
            withUnsafeBytes(of: isOpen ? -text.count : text.count) { stream.add($0) }
            stream.add(UnsafeRawBufferPointer(text))
        }
        return stream.finish()
    }

    /// Counts a file that an earlier build has searched for the same values.
    func pass() { state.withLock { $0.files += 1 } }

    /// Searches the name of a file and its bytes, or the next of them after `start`.
    func look(at path: String, _ bytes: [UInt8], from start: Int = 0) {
        let inName = start > 0 ? [] : hits(Array(path.utf8))
        let mask = inName.isEmpty ? nil : masked(path)
        var inFile: [(hit: LeakSearch.Hit, part: String)] = hits(bytes)
            .map { ($0.moved(by: start), "") }
        for part in start > 0 ? [] : PackedParts.of(bytes) {
            inFile += hits(Array(part.name.utf8)).map { ($0, "packed in it") }
            inFile += hits(part.bytes).map { ($0, "packed in it") }
        }
        if inName.isEmpty, inFile.isEmpty {
            if start == 0 { state.withLock { $0.files += 1 } }
            return
        }
        state.withLock { state in
            state.files += start == 0 ? 1 : 0
            state.masks[path] = mask
            for hit in inName { state.note(Found(path: path, hit: hit, part: "name")) }
            for (hit, part) in inFile { state.note(Found(path: path, hit: hit, part: part)) }
        }
    }

    /// Reports every value that was found, each once.
    func report(_ log: inout DiagnosticLog) {
        let (found, masks) = state.withLock { ($0.found.values, $0.masks) }
        let leaks = found.compactMap { found in
            values.value(found.hit.id).map { (found, $0) }
        }
        let counts = Dictionary(grouping: leaks) { Place($1) }.mapValues(\.count)
        for (found, value) in leaks {
            log.report(
                LeakRule.valuePublished,
                at: value.location,
                "\(value.leakText(among: counts[Place(value)] ?? 1)) stands in the report: \(place(found, masks))",
                suggestion:
                    "Remove it there, or make it public. If it may stand there, such as the name of a village, allow it in "
                    + "content/site.yaml with a reason: leak_scan: {allow: [{value: …, reason: …}]}."
            )
        }
    }

    /// Where values of one kind come from.
    private struct Place: Hashable {
        let file: String
        let column: String?
        let reason: PrivateValue.Reason

        init(_ value: PrivateValue) {
            file = value.location.file
            column = value.column
            reason = value.reason
        }
    }

    private func hits(_ bytes: [UInt8]) -> [LeakSearch.Hit] {
        search.hits(in: bytes).filter { values.collection.isSearched($0) }
    }

    private func place(_ found: Found, _ masks: [String: String]) -> String {
        let path = masks[found.path] ?? found.path
        let more =
            found.files == 1 ? "" : ", and in \(BuildText.counted(found.files - 1, "more file"))"
        if found.part == "name" { return "in the name of the file \(path)\(more)" }
        let details = [found.part, found.hit.spelling].filter { !$0.isEmpty }
        return "\(path), byte \(found.hit.offset)"
            + details.map { ", \($0)" }.joined() + more
    }

    /// A path without the names in it that hold a value.
    private func masked(_ path: String) -> String {
        var isMasked = false
        let names = path.split(separator: "/")
            .map { name in
                if hits(Array(name.utf8)).isEmpty { return String(name) }
                isMasked = true
                return "…"
            }
        return isMasked ? names.joined(separator: "/") : "…"
    }
}

extension LeakCheck.State {
    /// Keeps the first place of a value by path and offset, whatever thread finds it.
    fileprivate mutating func note(_ new: LeakCheck.Found) {
        guard var known = found[new.hit.id] else {
            found[new.hit.id] = new
            return
        }
        known.files += known.path == new.path ? 0 : 1
        if (new.path, new.hit.offset) < (known.path, known.hit.offset) {
            known.path = new.path
            known.hit = new.hit
            known.part = new.part
        }
        found[new.hit.id] = known
    }
}

extension PrivateValue {
    /// The value without its text, at the beginning of a sentence; `count` values of its column stand in the report.
    fileprivate func leakText(among count: Int) -> String {
        let what =
            switch reason {
            case .privateColumn: "a private cell"
            case .withheld: "a withheld value"
            case .coarsened: "an exact value that is shown less exactly"
            case .draft: "a passage of a draft"
            case .retracted: "a value that was removed"
            }
        // A log must not name a record that the report does not have.
        let shownRecord = reason == .withheld ? nil : record
        let details = [
            column.map { "column “\($0)”" }, shownRecord.map { "record “\($0)”" },
            count > 1 && column != nil ? "and \(count - 1) more in this column" : nil,
        ]
        .compactMap(\.self)
        return details.isEmpty ? what : "\(what) (\(details.joined(separator: ", ")))"
    }
}

/// What a leak scan did, without any value.
package struct LeakSummary: Sendable {
    /// The number of different values that were searched for.
    package let searched: Int
    /// The number of files that were searched.
    package let files: Int
    /// The number of values that were not searched for, by reason.
    package let omitted: [(reason: ValueCollection.Omission, count: Int)]

    init(_ collection: ValueCollection, files: Int) {
        searched = collection.searched
        self.files = files
        omitted = ValueCollection.Omission.allCases
            .map { ($0, collection.omitted($0)) }.filter { $0.count > 0 }
    }
}
