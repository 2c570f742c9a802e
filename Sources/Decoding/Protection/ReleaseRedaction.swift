// A recorded release holds what was published once. What is withheld now, or shown more coarsely, is taken out of it
// before anything is compared with it: corrections, feed and history then have nothing to repeat.

import Formats
import Records
import Text

/// The releases of a site without what is protected, and what they held of it.
struct RedactedReleases {
    var releases: [Release]
    /// Every release with the records that must not be shown again.
    var exposed: [ExposedRelease] = []
}

/// Takes what is protected out of the releases of a site.
struct ReleaseRedaction {
    private let protection: ProtectedTables
    private let dataset: Dataset
    private let strikes: Set<String>
    private let others: Set<String>
    /// The names of the people who are shown as they are, by strike, for strikes with protected people.
    private let people: [String: Set<String>]
    /// The strikes whose facts are coarser than they were read.
    private let coarse: CoarseFacts
    /// The values of own columns that are shown, where rare ones are not.
    private let common: [String: Set<String>]
    /// The sources that are anonymous, by id.
    private let anonymous: Set<String>

    init(_ protection: ProtectedTables, _ dataset: Dataset, coarse: CoarseFacts) {
        self.protection = protection
        self.dataset = dataset
        self.coarse = coarse
        common = coarse.rare.columns.mapValues { offset in
            let list = dataset.codebook.list(of: .extra(offset))
            return Set(
                dataset.strikes.indices.flatMap { position -> [String] in
                    let extras = dataset.strikes[position].extras
                    guard extras.indices.contains(offset) else { return [] }
                    return list?.values(of: extras[offset]) ?? [extras[offset]]
                }
            )
        }
        strikes = (protection.names[.strikes] ?? []).union(protection.formerNames)
        others = (protection.names[.sources] ?? []).union(protection.names[.claims] ?? [])
        people = ReleaseRedaction.people(protection, dataset)
        let sources = protection.tables.first { $0.kind == .sources }
        anonymous = Set(
            (sources?.protections ?? [:]).filter { $0.value == .anonymous }.keys
                .compactMap { sources?.name($0) }
        )
    }

    /// Whether the releases may stay as they are.
    private var isIdle: Bool {
        strikes.isEmpty && others.isEmpty && people.isEmpty && coarse.strikes.isEmpty
            && anonymous.isEmpty && coarse.asked.isEmpty && coarse.people.isEmpty
            && common.isEmpty
            && dataset.codebook.resource(.victims)?.field(.age)?.coarsening.groupsAge != true
    }

    /// The releases without what is protected; what they held of it is added to `values`.
    func redacted(_ releases: [Release], _ values: inout [PrivateValue]) -> RedactedReleases {
        var result = RedactedReleases(releases: releases)
        for place in releases.indices {
            var exposed = removedForSafety(releases[place])
            if !isIdle || releases[place].hasPrunedRecords {
                for position in releases[place].state.tables.indices {
                    redact(
                        &result.releases[place].state.tables[position],
                        releases[place].stamp.path,
                        &values,
                        &exposed
                    )
                }
            }
            let (stamp, manifest) = (releases[place].stamp, releases[place].manifest)
            result.exposed.append(
                ExposedRelease(stamp: stamp, manifest: manifest, records: exposed)
            )
        }
        if releases.isEmpty { return result }
        values += FormerNames(dataset).values(result.releases)
        return result
    }

    /// The records that a release holds and that a correction removed for somebody's safety after it.
    private func removedForSafety(_ release: Release) -> Set<String> {
        var removed: Set<String> = []
        for correction in dataset.corrections where correction.kind == .safety {
            let date = correction.date?.lastDay ?? release.stamp.date
            if release.stamp.date <= date { removed.insert(correction.record) }
        }
        if removed.isEmpty { return removed }
        let held = release.state.tables.reduce(into: Set<String>()) { held, table in
            for record in table.records {
                held.insert(record.key)
                held.formUnion(record.strikes)
            }
        }
        return removed.intersection(held)
    }

    private func redact(
        _ table: inout PublishedTable,
        _ file: String,
        _ values: inout [PrivateValue],
        _ exposed: inout Set<String>
    ) {
        let names = nameColumns(table.kind)
        var kept: [PublishedRecord] = []
        kept.reserveCapacity(table.records.count)
        for record in table.records {
            if table.kind == .sources, anonymous.contains(record.key) {
                let reduced = reduced(record)
                if reduced != record { exposed.insert(record.key) }
                kept.append(reduced)
                continue
            }
            if isWithheld(record, table.kind, names.first) {
                // A person is known by the strike: the name must not be needed to refer to the person.
                exposed.insert(
                    table.kind == .victims
                        ? record.strikes.first ?? table.kind.rawValue : record.key
                )
                values += names.compactMap { record.cells[$0] }.filter { !isShown($0, table.kind) }
                    .map { former($0, record, file) }
                continue
            }
            var record = record
            removeReferences(&record)
            if table.kind == .strikes, coarse.strikes.contains(record.key) { coarsen(&record) }
            if table.kind == .strikes { removeRareValues(&record) }
            if table.kind == .victims {
                groupAge(&record)
                coarsenPerson(&record)
            }
            kept.append(record)
        }
        table.records = kept
    }

    /// A source that is anonymous now, as far as it is still shown.
    private func reduced(_ record: PublishedRecord) -> PublishedRecord {
        var record = record
        let kept = dataset.codebook.resource(.sources)?.fields
            .filter { field in
                guard let role = field.role else { return false }
                return Source.columns(of: dataset.measures)[role]?.shape.keptUnder
                    .contains(.anonymous) == true
            }
            .map(\.name)
        record.cells = record.cells.filter { kept?.contains($0.key) == true }
        return record
    }

    private func former(_ text: String, _ record: PublishedRecord, _ file: String) -> PrivateValue {
        PrivateValue(
            text: text,
            location: .init(file: file),
            // A message may say at which strike a name stood, but not name a record that is withheld.
            record: record.strikes.first { !strikes.contains($0) },
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
        case .sources, .claims, .disclosures, .corrections, .victims, .media: break
        }
        if [.sources, .claims, .media].contains(kind), others.contains(record.key) { return true }
        let isOfOthers = record.strikes.contains { !strikes.contains($0) && !others.contains($0) }
        if !record.strikes.isEmpty && !isOfOthers { return true }
        if record.isPruned { return true }
        guard kind == .victims, let shown = people[record.strikes.first ?? ""] else {
            return false
        }
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

    /// Takes the age out of a record of a release where only its group is shown now.
    private func groupAge(_ record: inout PublishedRecord) {
        guard let resource = dataset.codebook.resource(.victims), let age = resource.field(.age)
        else { return }
        let isGrouped =
            age.coarsening.groupsAge
            || record.strikes.contains { coarse.asked[$0]?.groupsAge == true }
        if isGrouped { groupAge(&record, resource) }
    }

    private func groupAge(_ record: inout PublishedRecord, _ resource: Resource) {
        guard let age = resource.field(.age), let text = record.cells.removeValue(forKey: age.name),
            let group = resource.field(.ageGroup)?.name, record.cells[group] == nil
        else { return }
        let derived = Victim.group(AgeText(text).years)
        record.cells[group] = derived.isEmpty ? nil : derived
    }

    /// Takes values of own columns out that too few people share now.
    private func removeRareValues(_ record: inout PublishedRecord) {
        for (column, values) in common {
            guard let value = record.cells[column] else { continue }
            let position = dataset.index(of: record.key)
            let isBlank =
                position.flatMap { position in
                    coarse.rare.columns[column].map { dataset.strikes[position].extras[$0].isEmpty }
                } ?? false
            let offset = coarse.rare.columns[column]
            if let list = offset.flatMap({ dataset.codebook.list(of: .extra($0)) }) {
                let kept = list.values(of: value).filter(values.contains)
                record.cells[column] = isBlank || kept.isEmpty ? nil : list.cell(of: kept)
                continue
            }
            if isBlank || !values.contains(value) { record.cells[column] = nil }
        }
    }

    /// Takes the facts of a person out that the person's own row coarsens now.
    private func coarsenPerson(_ record: inout PublishedRecord) {
        guard let resource = dataset.codebook.resource(.victims) else { return }
        let strike = record.strikes.first ?? ""
        let name = resource.field(.name).flatMap { record.cells[$0.name] } ?? ""
        var coarsening = coarse.asked[strike].flatMap(CoarseFacts.ofPeople) ?? Coarsening()
        if let own = coarse.people[strike]?[name] { coarsening.merge(own) }
        if coarsening.isEmpty { return }
        if let step = coarsening.date, let column = resource.field(.date)?.name,
            let date = record.cells[column]
        {
            // A date is published as 2017, 2017-08 or 2017-08-22.
            record.cells[column] = String(date.prefix(step == .month ? 7 : 4))
        }
        for role in coarsening.omitted {
            if let column = resource.field(role)?.name { record.cells[column] = nil }
        }
        if coarsening.groupsAge { groupAge(&record, resource) }
    }

    /// Writes the facts that the author coarsens as they are shown now.
    private func coarsen(_ record: inout PublishedRecord, as coarsening: Coarsening) {
        guard let position = dataset.index(of: record.key),
            let resource = dataset.codebook.resource(.strikes)
        else { return }
        var roles = coarsening.omitted
        if coarsening.date != nil { roles.formUnion([.date, .dateEnd, .datePrecision]) }
        if coarsening.hidesPoint {
            roles.formUnion([.latitude, .longitude, .locationPrecision])
        }
        for role in roles {
            guard let name = resource.field(role)?.name,
                let column = Strike.columns(of: dataset.measures)[role]
            else { continue }
            let text = column.cells(role)(dataset.strikes, position).asText
            record.cells[name] = text.isEmpty ? nil : text
        }
    }

    /// Writes a point of a release as it is shown now, where it was the same point with more decimals.
    private func coarsen(_ record: inout PublishedRecord) {
        if let stated = coarse.asked[record.key] { coarsen(&record, as: stated) }
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
        case .strikes, .sources, .claims, .media:
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
            if strike.isEmpty || dataset.index(of: strike) != nil { people[strike] = [] }
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
