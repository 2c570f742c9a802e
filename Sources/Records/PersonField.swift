/// A fact by which people are selected and counted.
public enum PersonField: Hashable, Sendable {
    /// When the person died or was injured, otherwise when the strike happened.
    case date
    /// The year, when it is known.
    case year
    /// The month, when it is known.
    case month
    /// The day, when it is known.
    case day
    /// The place in the person's own row, otherwise that of the strike.
    case place
    /// Female or male.
    case sex
    /// The age in whole years.
    case age
    /// The band of ages, of those that the site states.
    case ageBand
    /// Adult or child, as stated, otherwise as the age tells.
    case ageGroup
    /// Killed or injured.
    case status
    /// The cause of death or injury.
    case cause
    /// The family under which the person is listed.
    case family
    /// A public column of the author's own, by its place among those of people.
    case extra(Int)

    /// Those that every site may have, in the order in which they are documented.
    static let standard: [PersonField] = [
        .date, .year, .month, .day, .place, .sex, .age, .ageBand, .ageGroup, .status, .cause,
        .family,
    ]

    /// The name that authors write; empty for a column of their own.
    public var name: String {
        switch self {
        case .date: Role.date.name
        case .year: "year"
        case .month: "month"
        case .day: "day"
        case .place: Role.place.name
        case .sex: Role.sex.name
        case .age: Role.age.name
        case .ageBand: "age_band"
        case .ageGroup: Role.ageGroup.name
        case .status: Role.status.name
        case .cause: Role.cause.name
        case .family: Role.family.name
        case .extra: ""
        }
    }

    /// The role of the column that holds it in the table of people; `nil` for what is derived and the author's own.
    public var role: Role? {
        switch self {
        case .date: .date
        case .place: .place
        case .sex: .sex
        case .age: .age
        case .ageGroup: .ageGroup
        case .status: .status
        case .cause: .cause
        case .family: .family
        case .year, .month, .day, .ageBand, .extra: nil
        }
    }
}

/// The ages at which bands of ages begin, as a site states them: 0, 5, 18 and 60.
public struct AgeBands: Hashable, Sendable {
    /// The first age of each band, ascending; the first is 0.
    public let starts: [Int]

    /// Bands that begin at ascending ages; `nil` when they do not ascend.
    ///
    /// Ages below the first are a band of their own.
    public init?(_ starts: [Int]) {
        guard let first = starts.first, first >= 0,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        self.starts = first == 0 ? starts : [0] + starts
    }

    /// The bands as selections write ages: `0..4`, `5..17`, `60..`.
    public var names: [String] { starts.indices.map(name) }

    /// The band in which all of some ages lie; `nil` when they lie in several.
    public func band(of years: ClosedRange<Int>) -> String? {
        guard let band = starts.lastIndex(where: { $0 <= years.lowerBound }) else { return nil }
        let isLast = band == starts.count - 1
        return isLast || years.upperBound < starts[band + 1] ? name(band) : nil
    }

    private func name(_ band: Int) -> String {
        let end = band + 1 < starts.count ? starts[band + 1] - 1 : nil
        return SelectionValue.years(from: starts[band], to: end).text
    }
}

extension Dataset {
    /// When the person at a position died or was injured, as far as the person's own row or the strike says.
    public func date(ofPersonAt position: Int) -> StrikeDate? {
        if let date = victims[position].date {
            if date.day != nil { return .day(date) }
            return date.month != nil ? .month(date) : .year(date)
        }
        return strike(ofPersonAt: position).map { strikes[$0].date }
    }

    /// Where, as far as the person's own row or the strike says; empty when neither does.
    public func place(ofPersonAt position: Int) -> String {
        let own = victims[position].place
        if !own.isEmpty { return own }
        return strike(ofPersonAt: position).map { strikes[$0].place.name } ?? ""
    }

    /// The position of the strike of a person; `nil` for a person who stands without one.
    public func strike(ofPersonAt position: Int) -> Int? {
        peopleWithoutStrike.contains(position) ? nil : index(of: victims[position].strikeID)
    }

    /// The ages in whole years that a person may have had, as far as the published age and the age group tell; `nil` where
    /// neither does.
    ///
    /// A child is under 18.
    public func years(ofPersonAt position: Int) -> ClosedRange<Int>? {
        let years = AgeText(victims[position].age).years
        let group: ClosedRange<Int>
        switch victims[position].ageGroup {
        case "child": group = 0...17
        case "adult": group = 18...AgeText.greatest
        case _: return years
        }
        guard let years else { return group }
        return years.overlaps(group) ? years.clamped(to: group) : years
    }

    /// A fact of the person at a position as text; empty where it is not known.
    public func text(of field: PersonField, ofPersonAt position: Int, bands: AgeBands?) -> String {
        switch field {
        case .date: return date(ofPersonAt: position)?.iso ?? ""
        case .year: return date(ofPersonAt: position)?.isoYear ?? ""
        case .month: return date(ofPersonAt: position)?.isoMonth ?? ""
        case .day: return date(ofPersonAt: position)?.isoDay ?? ""
        case .place: return place(ofPersonAt: position)
        case .sex: return known(victims[position].sex)
        case .age:
            guard let years = years(ofPersonAt: position), years.count == 1 else { return "" }
            return "\(years.lowerBound)"
        case .ageBand:
            return years(ofPersonAt: position).flatMap { bands?.band(of: $0) } ?? ""
        case .ageGroup:
            let stated = known(victims[position].ageGroup)
            return stated.isEmpty ? Victim.group(years(ofPersonAt: position)) : stated
        case .status: return victims[position].status
        case .cause: return victims[position].cause
        case .family: return victims[position].family
        case .extra(let offset):
            return offset < victims[position].extras.count ? victims[position].extras[offset] : ""
        }
    }

    private func known(_ key: String) -> String { key == "unknown" ? "" : key }
}
