// An earlier release may hold what was withheld later. On a host that keeps releases it must go, and nobody must go
// back to it.

/// A recorded release, and the records in it that must not be shown again.
public struct ExposedRelease: Hashable, Sendable {
    /// Which release it is.
    public let stamp: ReleaseStamp
    /// The SHA-256 of its `manifest.json` in hexadecimal; empty when it was not stated.
    public let manifest: String
    /// The names of the records; empty when nothing in it is protected.
    ///
    /// A person is named by the strike.
    public let records: Set<String>

    /// Describes a release.
    public init(stamp: ReleaseStamp, manifest: String, records: Set<String>) {
        self.stamp = stamp
        self.manifest = manifest
        self.records = records
    }
}

extension Release {
    /// The text that stands for values that were removed from the record of a release.
    public static let removedMark = "[withheld]"

    /// Whether values were removed from it.
    public var hasPrunedRecords: Bool {
        state.tables.contains { $0.records.contains(where: \.isPruned) }
    }

    /// The release without the values of a record, and whether it held any.
    ///
    /// `strike` is the strike of a person with a name; otherwise `name` is the id of a strike, source or claim.
    public func pruned(of name: String, personOf strike: String? = nil) -> (Release, Bool) {
        var release = self
        var isChanged = false
        for place in release.state.tables.indices {
            let table = release.state.tables[place]
            var records = table.records
            for index in records.indices where !records[index].isPruned {
                let record = records[index]
                if let strike {
                    let isMeant =
                        table.kind == .victims && record.strikes == (strike.isEmpty ? [] : [strike])
                        && (record.key == "\(strike)/\(name)" || record.cells.values.contains(name))
                    if !isMeant { continue }
                    records[index] = record.pruned(key: "\(strike)/\(Release.removedMark)")
                } else if record.key == name {
                    records[index] = record.pruned(key: name)
                } else if record.strikes == [name] {
                    records[index] = record.pruned(key: "\(name)/\(Release.removedMark)")
                } else {
                    continue
                }
                isChanged = true
            }
            release.state.tables[place] = PublishedTable(
                kind: table.kind,
                columns: table.columns,
                records: records
            )
        }
        return (release, isChanged)
    }
}

extension PublishedRecord {
    /// Whether its values were removed.
    public var isPruned: Bool {
        key.utf8.last == UInt8(ascii: "]") && key.hasSuffix("/" + Release.removedMark)
            || key.contains("/" + Release.removedMark + "/")
            || cells.values.first == Release.removedMark
    }

    /// The record with its strikes and a mark for every value.
    fileprivate func pruned(key: String) -> PublishedRecord {
        PublishedRecord(
            key: key,
            strikes: strikes,
            cells: cells.mapValues { _ in Release.removedMark }
        )
    }
}
