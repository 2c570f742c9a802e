// A recorded release holds what was published once. What is withheld now, or shown more coarsely, is taken out of it
// before anything is compared with it: corrections, feed and history then have nothing to repeat.

import Formats
import Records
import Text

/// Takes what is protected out of the releases of a site.
struct ReleaseRedaction {
    private let protection: ProtectedTables
    private let dataset: Dataset
    private let strikes: Set<String>
    private let others: Set<String>
    /// The names of the people who are shown as they are, by strike, for strikes with protected people.
    private let people: [String: Set<String>]
    /// The strikes whose facts are coarser than they were read.
    private let coarse: Set<String>

    init(_ protection: ProtectedTables, _ dataset: Dataset, coarse: Set<String>) {
        self.protection = protection
        self.dataset = dataset
        self.coarse = coarse
        strikes = (protection.names[.strikes] ?? []).union(protection.formerNames)
        others = (protection.names[.sources] ?? []).union(protection.names[.claims] ?? [])
        people = ReleaseRedaction.people(protection, dataset)
    }

    /// Whether the releases may stay as they are.
    private var isIdle: Bool {
        strikes.isEmpty && others.isEmpty && people.isEmpty && coarse.isEmpty
    }

    /// The releases without what is protected; what they held of it is added to `values`.
    func redacted(_ releases: [Release], _ values: inout [PrivateValue]) -> [Release] {
        if isIdle { return releases }
        return releases.map { release in
            var release = release
            for position in release.state.tables.indices {
                redact(&release.state.tables[position], release.stamp.path, &values)
            }
            return release
        }
    }

    private func redact(
        _ table: inout PublishedTable,
        _ file: String,
        _ values: inout [PrivateValue]
    ) {
        let names = nameColumns(table.kind)
        var kept: [PublishedRecord] = []
        kept.reserveCapacity(table.records.count)
        for record in table.records {
            if isWithheld(record, table.kind, names.first) {
                values += names.compactMap { record.cells[$0] }.filter { !isShown($0, table.kind) }
                    .map { former($0, record, file) }
                continue
            }
            var record = record
            removeReferences(&record)
            if table.kind == .strikes, coarse.contains(record.key) { coarsen(&record) }
            kept.append(record)
        }
        table.records = kept
    }

    private func former(_ text: String, _ record: PublishedRecord, _ file: String) -> PrivateValue {
        PrivateValue(
            text: text,
            location: .init(file: file),
            record: record.strikes.first ?? record.key,
            column: nil,
            reason: .retracted
        )
    }

    private func isWithheld(
        _ record: PublishedRecord,
        _ kind: ResourceKind,
        _ nameColumn: String?
    ) -> Bool {
        switch kind {
        case .strikes: return strikes.contains(record.key)
        case .sources, .claims, .disclosures, .corrections, .victims: break
        }
        if others.contains(record.key) && (kind == .sources || kind == .claims) { return true }
        let isOfOthers = record.strikes.contains { !strikes.contains($0) && !others.contains($0) }
        if !record.strikes.isEmpty && !isOfOthers { return true }
        guard kind == .victims, let strike = record.strikes.first, let shown = people[strike]
        else { return false }
        return !shown.contains(nameColumn.flatMap { record.cells[$0] } ?? "")
    }

    /// Removes the names of withheld records from the cells of a record that is shown.
    private func removeReferences(_ record: inout PublishedRecord) {
        if strikes.isEmpty && others.isEmpty { return }
        record.strikes.removeAll(where: strikes.contains)
        record.previous.removeAll(where: strikes.contains)
        for (column, cell) in record.cells {
            let ids = RecordIDs.of(cell)
            guard ids.contains(where: { strikes.contains($0) || others.contains($0) }) else {
                continue
            }
            let rest = ids.filter { !strikes.contains($0) && !others.contains($0) }
            record.cells[column] = rest.isEmpty ? nil : rest.joined(separator: "; ")
        }
    }

    /// Writes a point of a release as it is shown now, where it was the same point with more decimals.
    private func coarsen(_ record: inout PublishedRecord) {
        guard let position = dataset.index(of: record.key),
            let latitude = dataset.codebook.resource(.strikes)?.field(.latitude)?.name,
            let longitude = dataset.codebook.resource(.strikes)?.field(.longitude)?.name,
            let point = dataset.strikes[position].place.coordinate,
            let former = Coordinate(record.cells[latitude], record.cells[longitude]),
            former.rounded(like: point) == point
        else { return }
        record.cells[latitude] = point.latitudeText
        record.cells[longitude] = point.longitudeText
    }

    private func nameColumns(_ kind: ResourceKind) -> [String] {
        guard let resource = dataset.codebook.resource(kind) else { return [] }
        switch kind {
        case .victims:
            return resource.fields.filter { $0.isPublic && $0.role?.whole == .name }
                .sorted { left, _ in left.role == .name }
                .map(\.name)
        case .strikes, .sources, .claims:
            return resource.field(.id).map { [$0.name] } ?? []
        case .disclosures, .corrections: return []
        }
    }

    /// Whether a text is a name that is shown now.
    private func isShown(_ text: String, _ kind: ResourceKind) -> Bool {
        guard kind == .victims else { return false }
        return dataset.victims.indices.contains { dataset.victims[$0].name == text }
    }

    private static func people(
        _ protection: ProtectedTables,
        _ dataset: Dataset
    ) -> [String: Set<String>] {
        guard let table = protection.tables.first(where: { $0.kind == .victims }),
            !table.protections.isEmpty
        else { return [:] }
        var people: [String: Set<String>] = [:]
        for row in table.protections.keys {
            let strike = WithheldRow(table, row).strikeID
            if dataset.index(of: strike) != nil { people[strike] = [] }
        }
        for victim in dataset.victims where table.protections[victim.row] == nil {
            people[victim.strikeID]?.insert(victim.name)
        }
        for (strike, names) in people {
            guard let position = dataset.index(of: strike) else { continue }
            for old in dataset.strikes[position].previousIDs { people[old] = names }
        }
        return people
    }
}

extension Coordinate {
    fileprivate init?(_ latitude: String?, _ longitude: String?) {
        guard let latitude, let longitude, let north = Double(latitude),
            let east = Double(longitude)
        else { return nil }
        self.init(
            latitude: north,
            longitude: east,
            latitudeText: latitude,
            longitudeText: longitude
        )
    }

    /// The point with as many decimals as another.
    fileprivate func rounded(like other: Coordinate) -> Coordinate {
        let decimals = [other.latitudeText, other.longitudeText]
            .map { text in text.split(separator: ".").dropFirst().first?.utf8.count ?? 0 }
        return rounded(to: decimals.max() ?? 0)
    }
}
