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

extension Dataset {
    /// The value of a field of the strike at a position as text; empty when it has none.
    ///
    /// `disclosed` is not a field of the strike alone and yields nothing here.
    func text(of field: SelectionField, ofStrikeAt position: Int) -> String {
        switch field {
        case .id: strikes[position].id
        case .date: strikes[position].date.iso
        case .month: strikes[position].date.isoMonth ?? ""
        case .year: String(strikes[position].date.first.iso.prefix(4))
        case .day:
            strikes[position].date.precision == .day ? strikes[position].date.first.iso : ""
        case .grading: strikes[position].grading
        case .disclosed: ""
        case .extra(let offset):
            offset < strikes[position].extras.count ? strikes[position].extras[offset] : ""
        case .text(let field): text(of: field, position)
        }
    }

    private func text(of field: SelectionField.TextField, _ position: Int) -> String {
        switch field {
        case .place: strikes[position].place.name
        case .district: strikes[position].place.district
        case .city: strikes[position].place.city
        case .governorate: strikes[position].place.governorate
        case .country: strikes[position].place.country
        case .belligerent: strikes[position].belligerent
        case .attribution: strikes[position].attribution
        case .strikeType: strikes[position].type
        case .strikeStatus: strikes[position].status
        case .militaryAssessment: strikes[position].assessment
        case .locationPrecision:
            strikes[position].place.precision == .unstated
                ? "" : strikes[position].place.precision.rawValue
        case .target: strikes[position].target
        }
    }
}
