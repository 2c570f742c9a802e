/// A field by which strikes are selected and grouped.
public enum SelectionField: Hashable, Sendable {
    /// The strike's id.
    case id
    /// The date: all days on which the strike may have happened must lie in the period.
    case date
    /// The month, `YYYY-MM`, when all these days lie in one.
    case month
    /// The year, when all these days lie in one.
    case year
    /// The day, when it is known.
    case day
    /// The grading; `counted` stands for all that enter totals.
    case grading
    /// The point, which lies in a rectangle of degrees.
    case area
    /// The facts that the military disclosed; a strike may have several.
    case disclosed
    /// A column that is declared as selectable, by its role.
    case text(Role)
    /// A public column of the author's own, by its place among them.
    case extra(Int)
    /// A fact of a person.
    case person(PersonField)

    /// The column of a field that is one; `nil` for the fields that are derived and the author's own.
    public var column: ColumnShape? {
        switch self {
        case .text(let role): ResourceKind.strikes.columns(of: .builtIn)[role]
        case .id, .date, .month, .year, .day, .grading, .area, .disclosed, .extra, .person: nil
        }
    }
}

/// The fields that a site's codebook makes public, by the names that authors use.
public struct FieldCatalog: Sendable {
    /// The names in the order in which they are documented.
    public let names: [String]
    private let fields: [String: SelectionField]

    /// Lists what a codebook makes public.
    public init(codebook: Codebook) {
        let resource = codebook.resource(.strikes)
        var found: [(String, SelectionField)] = [
            (Role.id.name, .id), (Role.date.name, .date), ("year", .year), ("month", .month),
            ("day", .day),
        ]
        if resource?.field(.grading) != nil { found.append((Role.grading.name, .grading)) }
        if resource?.field(.latitude) != nil, resource?.field(.longitude) != nil {
            found.append(("within", .area))
        }
        if codebook.resource(.disclosures) != nil { found.append(("disclosed", .disclosed)) }
        for column in ResourceKind.strikes.columns(of: .builtIn).all
        where resource?.field(column.role) != nil {
            if let name = column.selectionName { found.append((name, .text(column.role))) }
        }
        let standard = Set(found.map(\.0))
        let extras = resource?.extraFields ?? []
        for (offset, column) in extras.enumerated()
        where !column.isMarkdown && !standard.contains(column.name) {
            found.append((column.name, .extra(offset)))
        }
        names = found.map(\.0)
        fields = Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// Lists by what people can be selected: the public facts of their own, the date and place that a strike lends them,
    /// and what is published of their strike.
    public init(ofPeople codebook: Codebook, bands: AgeBands?) {
        let resource = codebook.resource(.victims)
        let strikes = codebook.resource(.strikes)
        var found: [(String, SelectionField)] = []
        for field in PersonField.standard {
            let isHeld =
                switch field {
                case .date, .year, .month, .day:
                    resource?.field(.date) != nil || strikes != nil
                case .place:
                    resource?.field(.place) != nil || strikes?.field(.place) != nil
                case .ageBand: resource?.field(.age) != nil && bands != nil
                case .ageGroup:
                    resource?.field(.ageGroup) != nil || resource?.field(.age) != nil
                case .sex, .age, .status, .cause, .family:
                    field.role.map { resource?.field($0) != nil } ?? false
                case .extra: false
                }
            if isHeld { found.append((field.name, .person(field))) }
        }
        var taken = Set(found.map(\.0))
        for (offset, column) in (resource?.extraFields ?? []).enumerated()
        where !column.isMarkdown && taken.insert(column.name).inserted {
            found.append((column.name, .person(.extra(offset))))
        }
        if strikes != nil {
            let catalog = FieldCatalog(codebook: codebook)
            for name in catalog.names {
                guard let field = catalog.fields[name], field != .disclosed, field != .area else {
                    continue
                }
                let name = field == .id ? "strike" : name
                if taken.insert(name).inserted { found.append((name, field)) }
            }
        }
        names = found.map(\.0)
        fields = Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// The fields whose values can be the rows of a table.
    public var grouping: [String] {
        names.filter { name in
            guard let field = fields[name] else { return false }
            return field != .id && field != .date && field != .area && field != .person(.date)
        }
    }

    /// The field with a name.
    public func field(_ name: String) -> SelectionField? { fields[name] }
}

extension Dataset {
    /// How the value of a field is read from the strike at a position, as text; empty when it has none.
    ///
    /// `disclosed` is not a field of the strike alone, and `area` is compared with a point: they yield nothing here.
    func texts(of field: SelectionField) -> (_ position: Int) -> String {
        switch field {
        case .id: return { self.strikes[$0].id }
        case .date: return { self.strikes[$0].date.iso }
        case .month: return { self.strikes[$0].date.isoMonth ?? "" }
        case .year: return { self.strikes[$0].date.isoYear ?? "" }
        case .day: return { self.strikes[$0].date.isoDay ?? "" }
        case .grading: return { self.strikes[$0].grading }
        case .area, .disclosed, .person: return { _ in "" }
        case .extra(let offset):
            return { position in
                offset < self.strikes[position].extras.count
                    ? self.strikes[position].extras[offset] : ""
            }
        case .text(let role): return columnTexts(role)
        }
    }

    private func columnTexts(_ role: Role) -> (_ position: Int) -> String {
        guard let cells = Strike.columns(of: measures)[role]?.cells(role) else {
            return { _ in "" }
        }
        return { cells(self.strikes, $0).asText }
    }
}
