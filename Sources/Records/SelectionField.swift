/// A field by which strikes are selected and grouped.
public enum SelectionField: Hashable, Sendable {
    /// The strike's id.
    case id
    /// The first day, by prefix or range.
    case date
    /// The month of the first day, `YYYY-MM`.
    case month
    /// The year of the first day.
    case year
    /// The day, when the day is known.
    case day
    /// The grading; `counted` stands for all that enter totals.
    case grading
    /// The facts that the military disclosed; a strike may have several.
    case disclosed
    /// A standard text column.
    case text(TextField)
    /// A public column of the author's own, by its place among them.
    case extra(Int)

    /// Standard text columns by which strikes are selected.
    public enum TextField: String, CaseIterable, Sendable {
        /// The place in words.
        case place
        /// The neighbourhood.
        case district
        /// The town or city.
        case city
        /// The governorate.
        case governorate
        /// The country.
        case country
        /// Who is said to have struck.
        case belligerent
        /// How sure that is.
        case attribution
        /// The kind of strike.
        case strikeType = "strike_type"
        /// Whether it was declared.
        case strikeStatus = "strike_status"
        /// What the military found.
        case militaryAssessment = "military_assessment"
        /// How near the point is.
        case locationPrecision = "location_precision"
        /// The target as stated.
        case target

        /// The role whose column must be public for the field to be there.
        var role: String {
            self == .locationPrecision ? "location.precision" : rawValue
        }

        /// Whether values are keys, compared after ``Key/of(_:)``.
        public var isKey: Bool {
            switch self {
            case .attribution, .strikeStatus, .militaryAssessment, .locationPrecision: true
            case .place, .district, .city, .governorate, .country, .belligerent, .strikeType,
                .target:
                false
            }
        }
    }
}

/// The fields that a site's codebook makes public, by the names that authors use.
public struct FieldCatalog: Sendable {
    /// The names in the order in which they are documented.
    public let names: [String]
    private let fields: [String: SelectionField]
    private let extraNames: [String]

    /// Lists what a codebook makes public.
    public init(codebook: Codebook) {
        let resource = codebook.resource(.strikes)
        var found: [(String, SelectionField)] = [
            ("id", .id), ("date", .date), ("year", .year), ("month", .month), ("day", .day),
        ]
        if resource?.field(role: "grading") != nil { found.append(("grading", .grading)) }
        if codebook.resource(.disclosures) != nil { found.append(("disclosed", .disclosed)) }
        for field in SelectionField.TextField.allCases
        where resource?.field(role: field.role) != nil {
            found.append((field.rawValue, .text(field)))
        }
        let standard = Set(found.map(\.0))
        let extras = resource?.extraFields.map(\.name) ?? []
        for (offset, name) in extras.enumerated() where !standard.contains(name) {
            found.append((name, .extra(offset)))
        }
        names = found.map(\.0)
        fields = Dictionary(found, uniquingKeysWith: { first, _ in first })
        extraNames = extras
    }

    /// The field with a name.
    public func field(_ name: String) -> SelectionField? { fields[name] }

    /// The name of a field.
    public func name(of field: SelectionField) -> String {
        switch field {
        case .id: "id"
        case .date: "date"
        case .month: "month"
        case .year: "year"
        case .day: "day"
        case .grading: "grading"
        case .disclosed: "disclosed"
        case .text(let text): text.rawValue
        case .extra(let offset): extraNames[offset]
        }
    }
}

extension Strike {
    /// The strike's value of a field as text; empty when it has none.
    ///
    /// `disclosed` is not a field of the strike alone and yields nothing here.
    public func text(of field: SelectionField) -> String {
        switch field {
        case .id: id
        case .date: date.iso
        case .month: date.isoMonth ?? ""
        case .year: String(date.first.iso.prefix(4))
        case .day: date.precision == .day ? date.first.iso : ""
        case .grading: grading
        case .disclosed: ""
        case .extra(let offset): offset < extras.count ? extras[offset] : ""
        case .text(let field): text(of: field)
        }
    }

    private func text(of field: SelectionField.TextField) -> String {
        switch field {
        case .place: place.name
        case .district: place.district
        case .city: place.city
        case .governorate: place.governorate
        case .country: place.country
        case .belligerent: belligerent
        case .attribution: attribution
        case .strikeType: type
        case .strikeStatus: status
        case .militaryAssessment: assessment
        case .locationPrecision: place.precision == .unstated ? "" : place.precision.rawValue
        case .target: target
        }
    }
}
