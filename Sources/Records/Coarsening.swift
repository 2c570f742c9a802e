// Some facts can be shown only if they are not too fine: the day of a strike, the house, the age of a witness. A coarse
// value follows from the exact one alone, so that every build and every file shows the same one.

/// How coarsely the facts of a record are shown.
public struct Coarsening: Hashable, Sendable {
    /// The steps to which a date is coarsened, the finer first.
    public enum DateStep: String, CaseIterable, Sendable {
        /// The month is shown.
        case month
        /// The year is shown.
        case year
    }

    /// The places whose point stands for that of a strike, the finer first.
    public enum PlaceStep: String, CaseIterable, Sendable {
        /// The point of the district.
        case district
        /// The point of the city.
        case city
    }

    /// The greatest number of decimals of a point; `nil` for as many as are stated.
    public var decimals: Int?
    /// The place whose point is shown instead of the strike's own; `nil` for none.
    public var pointOf: PlaceStep?
    /// Whether no point is shown.
    public var omitsPoint = false
    /// How coarsely the date is shown; `nil` for as it is stated.
    public var date: DateStep?
    /// Whether of an age only the group is shown.
    public var groupsAge = false
    /// The columns of texts that are not shown.
    public var omitted: Set<Role> = []

    /// Shows everything as it is stated.
    public init() {}

    /// Whether everything is shown as it is stated.
    public var isEmpty: Bool { self == Coarsening() }

    /// Whether the strike's own point is not shown as it is.
    public var hidesPoint: Bool { omitsPoint || pointOf != nil || decimals != nil }

    /// Whether it changes facts of the strike itself, not only the ages of its people.
    public var hidesFacts: Bool { hidesPoint || date != nil || !omitted.isEmpty }

    /// Shows the point as it is stated.
    fileprivate mutating func showPoint() { (decimals, pointOf, omitsPoint) = (nil, nil, false) }

    /// Takes the coarser of each fact.
    public mutating func merge(_ other: Coarsening) {
        decimals = [decimals, other.decimals].compactMap(\.self).min()
        omitsPoint = omitsPoint || other.omitsPoint
        pointOf = pointOf == .city || other.pointOf == .city ? .city : pointOf ?? other.pointOf
        date = date == .year || other.date == .year ? .year : date ?? other.date
        groupsAge = groupsAge || other.groupsAge
        omitted.formUnion(other.omitted)
    }

    /// Reads an entry such as `date: month` about a kind of record; `false` when it cannot be carried out.
    public mutating func read(
        _ key: String,
        _ value: String,
        of kind: ResourceKind = .strikes
    ) -> Bool {
        switch (Key.of(key), Key.of(value)) {
        case ("coordinates", _) where kind != .strikes,
            ("date", _) where kind != .strikes && kind != .victims:
            return false
        case ("coordinates", "omit"): omitsPoint = true
        case ("coordinates", "district"): pointOf = .district
        case ("coordinates", "city"): pointOf = .city
        case ("coordinates", let text):
            guard let number = Int(text), (0...5).contains(number) else { return false }
            decimals = number
        case ("date", let text):
            guard let step = DateStep(rawValue: text) else { return false }
            date = step
        case ("age", "group"): groupsAge = true
        case (_, "omit"):
            let shapes = kind.columns(of: .builtIn)
            guard let role = shapes.role(standardColumn: key), let shape = shapes[role],
                shape.isText, !shape.isRequired, !shape.isDecisive, !shape.isControl
            else { return false }
            omitted.insert(role)
        case (_, _): return false
        }
        return true
    }

    /// What can be written, for a message.
    public static let forms =
        "coordinates: 0 to 5 decimals, district, city or omit; date: month or year; age: group; "
        + "a column of texts, such as time or district: omit"

    /// What can be written of one person, for a message.
    public static let formsOfPeople =
        "age: group; date: month or year; a column of texts, such as family or note: omit"
}

extension ColumnShape {
    /// Whether it holds one text, which can be left out.
    fileprivate var isText: Bool {
        switch content {
        case .text(.any), .text(.name), .text(.key), .text(.url), .text(.time), .text(.assessment):
            true
        case .text(.id), .text(.age), .text(.grading), .text(.word), .names, .ids, .number, .count,
            .date, .strikeDate, .coordinate:
            false
        }
    }
}

extension StrikeDate {
    /// The date by month or year; one that is coarser already stays as it is.
    public func coarsened(to step: Coarsening.DateStep) -> StrikeDate {
        let (from, to) = (first, last)
        switch self {
        case .year: return self
        case .month: if step == .month { return self }
        case .day, .range: break
        }
        guard let start = from.coarsened(to: step), let end = to.coarsened(to: step) else {
            return self
        }
        if start != end { return .range(start, end) }
        return step == .month ? .month(start) : .year(start)
    }
}

extension CalendarDate {
    /// The month or year of the date; one that is coarser already stays as it is.
    public func coarsened(to step: Coarsening.DateStep) -> CalendarDate? {
        CalendarDate(year: year, month: step == .month ? month : nil)
    }
}

extension Strike {
    /// Makes the facts of the strike itself as coarse as they are shown, and returns the part of `coarsening` that
    /// changed something, with the ages of its people, which are not its own.
    ///
    /// `point` is that of the district or city, where one is to be shown and is known.
    public mutating func coarsen(
        _ coarsening: Coarsening,
        _ columns: ColumnList<Strike>,
        point: Coordinate? = nil
    ) -> Coarsening {
        var effective = coarsening
        let (formerPlace, formerDate) = (place, date)
        if coarsening.omitsPoint {
            place.coordinate = nil
        } else if let step = coarsening.pointOf, place.coordinate != nil, let point {
            place.coordinate = point.rounded(to: coarsening.decimals ?? 6)
            let rounded: LocationPrecision = step == .city ? .city : .neighbourhood
            place.precision =
                place.precision == .unstated ? rounded : place.precision.coarser(rounded)
        } else if let decimals = coarsening.decimals, let point = place.coordinate {
            let rounded = point.rounded(to: decimals)
            if rounded != point { place.precision = place.precision.coarser(decimals) }
            place.coordinate = rounded
        }
        if let step = coarsening.date { date = date.coarsened(to: step) }
        if place == formerPlace { effective.showPoint() }
        if date == formerDate { effective.date = nil }
        for role in coarsening.omitted {
            if case .text(let get, let set)? = columns[role]?.access, !get([self], 0).isEmpty {
                set(&self, "")
            } else {
                effective.omitted.remove(role)
            }
        }
        return effective
    }
}

extension LocationPrecision {
    /// The precision of a point that is rounded to some decimals: never finer than they are.
    fileprivate func coarser(_ decimals: Int) -> LocationPrecision {
        if self == .unstated { return self }
        return coarser(LocationPrecision.of(decimals))
    }

    private static func of(_ decimals: Int) -> LocationPrecision {
        switch decimals {
        case ...1: .region
        case 2: .city
        case 3: .neighbourhood
        case _: .within100m
        }
    }

    /// The coarser of two precisions.
    fileprivate func coarser(_ other: LocationPrecision) -> LocationPrecision {
        let order = LocationPrecision.allCases
        let places = (order.firstIndex(of: self) ?? 0, order.firstIndex(of: other) ?? 0)
        return places.0 < places.1 ? other : self
    }
}

extension Victim {
    /// Makes the facts of a person as coarse as they are shown; `years` reads an age as published.
    public mutating func coarsen(
        _ coarsening: Coarsening,
        years: (_ age: String) -> ClosedRange<Int>?
    ) {
        if coarsening.groupsAge {
            if ageGroup.isEmpty { ageGroup = Victim.group(years(age)) }
            age = ""
        }
        if let step = coarsening.date { date = date?.coarsened(to: step) }
        let columns = Victim.columns(of: .builtIn)
        for role in coarsening.omitted {
            if role == .name { names = [] }
            if role == .place { places = [] }
            guard case .text(_, let set)? = columns[role]?.access else { continue }
            set(&self, "")
        }
    }
}
