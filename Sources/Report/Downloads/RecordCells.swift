import Records

// The facts of each kind of record as cells of a download, by role.

/// How the cell of one column is read from the record at a place among all of its kind.
///
/// Chosen once for a column, so that no row has to ask what the column holds; the records are handed over
/// together, because a record taken out of them would be copied with all its texts.
typealias DownloadReader<Record> = @Sendable ([Record], Int) -> DownloadCell

/// A kind of record whose facts can be downloaded.
protocol DownloadRecord: Sendable {
    /// The public columns that have no role, in the codebook's order.
    var extras: [String] { get }

    /// How a fact is read; `nil` when this kind of record has none of that role.
    static func reader(role: String, measures: MeasureList) -> DownloadReader<Self>?
}

extension Strike: DownloadRecord {
    static func reader(role: String, measures: MeasureList) -> DownloadReader<Strike>? {
        if let end = MeasureEnd(role, in: measures), end.measure.holdsCounts {
            let measure = end.measure
            switch end.end {
            case nil: return { CountCell.text($0[$1].counts[measure]) }
            case let end?: return { CountCell.end($0[$1].counts[measure], end) }
            }
        }
        if role.hasPrefix("place.") {
            return { strikes, row in
                .of(strikes[row].place.names.first { "place.\($0.language)" == role }?.name ?? "")
            }
        }
        return fact(role) ?? placeFact(role) ?? link(role)
    }

    private static func fact(_ role: String) -> DownloadReader<Strike>? {
        switch role {
        case "id": return { .of($0[$1].id) }
        case "date": return { .of($0[$1].date.start.iso) }
        case "date.end": return { .of($0[$1].date.end?.iso ?? "") }
        case "date.precision": return { .of($0[$1].date.precision.rawValue) }
        case "time": return { .of($0[$1].time) }
        case "belligerent": return { .of($0[$1].belligerent) }
        case "attribution": return { .of($0[$1].attribution) }
        case "strike_type": return { .of($0[$1].type) }
        case "strike_status": return { .of($0[$1].status) }
        case "grading": return { .of($0[$1].grading) }
        case "military_assessment": return { .of($0[$1].assessment) }
        case "target": return { .of($0[$1].target) }
        case "named_victims": return { .of($0[$1].counts.namedVictims) }
        case "summary": return { .of($0[$1].summary) }
        default: return nil
        }
    }

    private static func placeFact(_ role: String) -> DownloadReader<Strike>? {
        switch role {
        case "place": return { .of($0[$1].place.name) }
        case "district": return { .of($0[$1].place.district) }
        case "city": return { .of($0[$1].place.city) }
        case "governorate": return { .of($0[$1].place.governorate) }
        case "country": return { .of($0[$1].place.country) }
        case "latitude":
            return { $0[$1].place.coordinate.map { .number($0.latitudeText) } ?? .none }
        case "longitude":
            return { $0[$1].place.coordinate.map { .number($0.longitudeText) } ?? .none }
        case "location.precision":
            return { strikes, row in
                let precision = strikes[row].place.precision
                return precision == .unstated ? .none : .of(precision.rawValue)
            }
        default: return nil
        }
    }

    private static func link(_ role: String) -> DownloadReader<Strike>? {
        if let group = OverlapGroup.all.first(where: { $0.role == role }) {
            return { .of($0[$1].overlap[group]) }
        }
        switch role {
        case "url": return { .of($0[$1].url) }
        case "first_published": return { .of($0[$1].firstPublished?.iso ?? "") }
        case "last_updated": return { .of($0[$1].lastUpdated?.iso ?? "") }
        case "part_of": return { .of($0[$1].overlap.partOf) }
        case "previous_ids": return { .of($0[$1].previousIDs.joined(separator: "; ")) }
        default: return nil
        }
    }
}

extension StrikeDate {
    /// The date, or the first of a range, as precise as it was published.
    fileprivate var start: CalendarDate {
        switch self {
        case .day(let date), .month(let date), .year(let date), .range(let date, _): date
        }
    }

    /// The last date of a range.
    fileprivate var end: CalendarDate? {
        switch self {
        case .day, .month, .year: nil
        case .range(_, let date): date
        }
    }
}

extension Victim: DownloadRecord {
    static func reader(role: String, measures: MeasureList) -> DownloadReader<Victim>? {
        if role.hasPrefix("name.") {
            return { victims, row in
                .of(victims[row].names.first { "name.\($0.language)" == role }?.name ?? "")
            }
        }
        switch role {
        case "strike_id": return { .of($0[$1].strikeID) }
        case "name": return { .of($0[$1].name) }
        case "age": return { .of($0[$1].age) }
        case "age_group": return { .of($0[$1].ageGroup) }
        case "sex": return { .of($0[$1].sex) }
        case "status": return { .of($0[$1].status) }
        case "family": return { .of($0[$1].family) }
        case "note": return { .of($0[$1].note) }
        case "url": return { .of($0[$1].url) }
        default: return nil
        }
    }
}

extension Source: DownloadRecord {
    static func reader(role: String, measures: MeasureList) -> DownloadReader<Source>? {
        switch role {
        case "id": return { .of($0[$1].id) }
        case "strike_id": return { .of($0[$1].strikeID) }
        case "publisher": return { .of($0[$1].publisher) }
        case "title": return { .of($0[$1].title) }
        case "url": return { .of($0[$1].url) }
        case "archive_url": return { .of($0[$1].archiveURL) }
        case "language": return { .of($0[$1].language) }
        case "kind": return { .of($0[$1].kind) }
        case "date": return { .of($0[$1].date?.iso ?? "") }
        default: return nil
        }
    }
}

extension Claim: DownloadRecord {
    static func reader(role: String, measures: MeasureList) -> DownloadReader<Claim>? {
        switch role {
        case "id": return { .of($0[$1].id) }
        case "claimant": return { .of($0[$1].claimant) }
        case "date": return { .of($0[$1].date?.iso ?? "") }
        case "scope": return { .of($0[$1].scopeText) }
        case "period_from": return { .of($0[$1].periodFrom?.iso ?? "") }
        case "period_to": return { .of($0[$1].periodTo?.iso ?? "") }
        case "killed": return { CountCell.text($0[$1].killed) }
        case "killed.min": return { CountCell.end($0[$1].killed, .min) }
        case "killed.max": return { CountCell.end($0[$1].killed, .max) }
        case "injured": return { CountCell.text($0[$1].injured) }
        case "injured.min": return { CountCell.end($0[$1].injured, .min) }
        case "injured.max": return { CountCell.end($0[$1].injured, .max) }
        case "statement": return { .of($0[$1].statement) }
        case "source_url": return { .of($0[$1].sourceURL) }
        case "source_id": return { .of($0[$1].sourceID) }
        case "position": return { .of($0[$1].position.rawValue) }
        case "reason": return { .of($0[$1].reason) }
        default: return nil
        }
    }

    private var scopeText: String {
        switch scope {
        case .campaign: "campaign"
        case .strikes(let ids): ids.joined(separator: "; ")
        }
    }
}

extension Disclosure: DownloadRecord {
    static func reader(role: String, measures: MeasureList) -> DownloadReader<Disclosure>? {
        switch role {
        case "strike_id": return { .of($0[$1].strikeID) }
        case "fact": return { .of($0[$1].fact.rawValue) }
        case "disclosed_by": return { .of($0[$1].disclosedBy) }
        case "value": return { .of($0[$1].value) }
        case "source_url": return { .of($0[$1].sourceURL) }
        case "date": return { .of($0[$1].date?.iso ?? "") }
        default: return nil
        }
    }
}

/// A count in one cell, as the one-column roles read it, or one end of it.
private enum CountCell {
    static func text(_ count: Count) -> DownloadCell {
        switch count.kind {
        case .unknown: .none
        case .noneReported: .integer(0)
        case .exact(let number): .integer(number)
        case .range(let minimum, let maximum): .text("\(minimum)–\(maximum)")
        case .atLeast(let minimum): .text("\(minimum)+")
        }
    }

    static func end(_ count: Count, _ end: MeasureEnd.End?) -> DownloadCell {
        switch end {
        case .min: .of(count.minimum)
        case .max: .of(count.maximum)
        case nil: text(count)
        }
    }
}
