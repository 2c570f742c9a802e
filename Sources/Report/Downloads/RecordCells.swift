import Records

/// The facts of each kind of record as cells of a download, by role.
extension Strike {
    func cell(role: String) -> DownloadCell {
        if let (base, end) = RoleEnd.split(role), let count = count(base) {
            return end == .min ? .of(count.minimum) : .of(count.maximum)
        }
        if let count = count(role) { return CountCell.text(count) }
        if role.hasPrefix("place.") {
            return .of(place.names.first { "place.\($0.language)" == role }?.name ?? "")
        }
        switch role {
        case "id": return .of(id)
        case "date": return .of(firstDate.iso)
        case "date.end": return .of(endDate?.iso ?? "")
        case "date.precision": return .of(date.precision.rawValue)
        case "time": return .of(time)
        case "place": return .of(place.name)
        case "district": return .of(place.district)
        case "city": return .of(place.city)
        case "governorate": return .of(place.governorate)
        case "country": return .of(place.country)
        case "latitude": return place.coordinate.map { .number($0.latitudeText) } ?? .none
        case "longitude": return place.coordinate.map { .number($0.longitudeText) } ?? .none
        case "location.precision":
            return place.precision == .unstated ? .none : .of(place.precision.rawValue)
        case "belligerent": return .of(belligerent)
        case "attribution": return .of(attribution)
        case "strike_type": return .of(type)
        case "strike_status": return .of(status)
        case "grading": return .of(grading)
        case "military_assessment": return .of(assessment)
        case "target": return .of(target)
        case "named_victims": return .of(counts.namedVictims)
        case "url": return .of(url)
        case "first_published": return .of(firstPublished?.iso ?? "")
        case "last_updated": return .of(lastUpdated?.iso ?? "")
        case "summary": return .of(summary)
        case "part_of": return .of(overlap.partOf)
        case "killed.shared_with": return .of(overlap.killedSharedWith)
        case "injured.shared_with": return .of(overlap.injuredSharedWith)
        case "conceded.shared_with": return .of(overlap.concededSharedWith)
        case "previous_ids": return .of(previousIDs.joined(separator: "; "))
        default: return .none
        }
    }

    private func count(_ name: String) -> Count? {
        Measure(rawValue: name)?.count(counts)
    }

    private var firstDate: CalendarDate {
        switch date {
        case .day(let date), .month(let date), .year(let date), .range(let date, _): date
        }
    }

    private var endDate: CalendarDate? {
        switch date {
        case .day, .month, .year: nil
        case .range(_, let date): date
        }
    }
}

extension Victim {
    func cell(role: String) -> DownloadCell {
        if role.hasPrefix("name.") {
            return .of(names.first { "name.\($0.language)" == role }?.name ?? "")
        }
        switch role {
        case "strike_id": return .of(strikeID)
        case "name": return .of(name)
        case "age": return .of(age)
        case "age_group": return .of(ageGroup)
        case "sex": return .of(sex)
        case "status": return .of(status)
        case "family": return .of(family)
        case "note": return .of(note)
        case "url": return .of(url)
        default: return .none
        }
    }
}

extension Source {
    func cell(role: String) -> DownloadCell {
        switch role {
        case "id": .of(id)
        case "strike_id": .of(strikeID)
        case "publisher": .of(publisher)
        case "title": .of(title)
        case "url": .of(url)
        case "archive_url": .of(archiveURL)
        case "language": .of(language)
        case "kind": .of(kind)
        case "date": .of(date?.iso ?? "")
        default: .none
        }
    }
}

extension Claim {
    func cell(role: String) -> DownloadCell {
        switch role {
        case "id": .of(id)
        case "claimant": .of(claimant)
        case "date": .of(date?.iso ?? "")
        case "scope": .of(scopeText)
        case "period_from": .of(periodFrom?.iso ?? "")
        case "period_to": .of(periodTo?.iso ?? "")
        case "killed": CountCell.text(killed)
        case "killed.min": .of(killed.minimum)
        case "killed.max": .of(killed.maximum)
        case "injured": CountCell.text(injured)
        case "injured.min": .of(injured.minimum)
        case "injured.max": .of(injured.maximum)
        case "statement": .of(statement)
        case "source_url": .of(sourceURL)
        case "source_id": .of(sourceID)
        case "position": .of(position.rawValue)
        case "reason": .of(reason)
        default: .none
        }
    }

    private var scopeText: String {
        switch scope {
        case .campaign: "campaign"
        case .strikes(let ids): ids.joined(separator: "; ")
        }
    }
}

extension Disclosure {
    func cell(role: String) -> DownloadCell {
        switch role {
        case "strike_id": .of(strikeID)
        case "fact": .of(fact.rawValue)
        case "disclosed_by": .of(disclosedBy)
        case "value": .of(value)
        case "source_url": .of(sourceURL)
        case "date": .of(date?.iso ?? "")
        default: .none
        }
    }
}

/// A role that is one end of a count.
private enum RoleEnd {
    static func split(_ role: String) -> (String, MeasureEnd.End)? {
        if role.hasSuffix(".min") { return (String(role.dropLast(4)), .min) }
        if role.hasSuffix(".max") { return (String(role.dropLast(4)), .max) }
        return nil
    }
}

/// A count in one cell, as the one-column roles read it.
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
}
