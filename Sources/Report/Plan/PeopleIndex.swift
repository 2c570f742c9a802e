// A list of tens of thousands of people is read by name, by month or by place, and every number in a table of it leads to
// the people who are counted. Both are the same pages: a page for each value of each field.

import Records
import Text

/// The people of the report in alphabetical order and by the values of some fields.
///
/// It is empty unless somebody stands without a strike: the people of strikes are listed by strike.
struct PeopleIndex: Sendable {
    /// What the people of a list share.
    enum Field: Hashable, Sendable {
        /// The first letter of the name.
        case initial
        /// A fact, and its name in selections; of months, the year where no month is known.
        case fact(PersonField, String)

        /// The name in addresses and selections.
        var name: String {
            switch self {
            case .initial: "initial"
            case .fact(_, let name): name
            }
        }

        /// Whether its values are in the order of the numbers of people, because they have none of their own.
        var isByNumber: Bool {
            switch self {
            case .initial, .fact(.date, _), .fact(.year, _), .fact(.month, _), .fact(.day, _),
                .fact(.age, _), .fact(.ageBand, _):
                false
            case .fact(.place, _), .fact(.sex, _), .fact(.ageGroup, _), .fact(.status, _),
                .fact(.cause, _), .fact(.family, _), .fact(.extra, _):
                true
            }
        }

        /// The name at the beginning of an address: without a hyphen, so that names and values cannot be mixed up.
        var addressName: String {
            guard case .fact(.extra(let offset), let name) = self else { return name }
            let isPlain = name.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 95
            }
            let isTaken = ["none", "initial"].contains(name) || name.hasPrefix("column_")
            return isPlain && !isTaken ? name : "column_\(offset + 1)"
        }
    }

    /// The people who share a value.
    struct Group: Sendable {
        /// The field.
        let field: Field
        /// The value; empty for the people of whom it is not known.
        let key: String
        /// The positions of the people, by name.
        var people: [Int]

        /// The page that lists them.
        var path: String {
            // “none-” cannot be the beginning of another page's name, because no field is called so.
            let name =
                key.isEmpty
                ? "none-\(field.addressName)" : PagePlaces.anchor(field.addressName, key)
            return "victims/\(name).html"
        }
    }

    /// The people by one field.
    struct Table: Sendable {
        /// The field.
        let field: Field
        /// One group a value; the people of whom it is not known come last.
        let groups: [Group]
    }

    /// The positions of all people, by name; people without a name come last.
    let order: [Int]
    /// The row of each person in that order.
    let rows: [Int]
    /// The people by each field that the records hold.
    let tables: [Table]

    /// Lists the people of the records by the fields that the settings name; where they name none, by the usual ones.
    init(_ dataset: Dataset, _ settings: SiteSettings) {
        guard !dataset.peopleWithoutStrike.isEmpty else {
            (order, rows, tables) = ([], [], [])
            return
        }
        let names = dataset.victims.indices.map { NameOrder.key(dataset.victims[$0].name) }
        let order = dataset.victims.indices.sorted {
            if names[$0].isEmpty != names[$1].isEmpty { return names[$1].isEmpty }
            return names[$0] == names[$1]
                ? $0 < $1 : names[$0].lexicographicallyPrecedes(names[$1])
        }
        self.order = order
        var rows = Array(repeating: 0, count: order.count)
        for (row, person) in order.enumerated() { rows[person] = row }
        self.rows = rows
        let bands = settings.ageBands
        tables = PeopleIndex.fields(dataset, settings)
            .compactMap { field in
                var groups: [String: [Int]] = [:]
                for person in order {
                    let key: String
                    switch field {
                    case .initial: key = names[person].first.map { String(Character($0)) } ?? ""
                    case .fact(let fact, _):
                        key = PeopleIndex.value(fact, person, dataset, bands)
                        if let list = dataset.codebook.list(of: .person(fact)), !key.isEmpty {
                            for value in list.values(of: key) {
                                groups[value, default: []].append(person)
                            }
                            continue
                        }
                    }
                    groups[key, default: []].append(person)
                }
                if groups.keys.allSatisfy(\.isEmpty) { return nil }
                return Table(field: field, groups: PeopleIndex.sorted(groups, field))
            }
    }

    private static func fields(_ dataset: Dataset, _ settings: SiteSettings) -> [Field] {
        let catalog = FieldCatalog(ofPeople: dataset.codebook, bands: settings.ageBands)
        let usual = ["month", "place", "sex", "age_band", "age_group", "status", "cause"]
        let isStated = dataset.codebook.isOfPeopleOnly && !settings.summaries.isEmpty
        return [.initial]
            + (isStated ? settings.summaries : usual)
            .compactMap { name in
                guard case .person(let fact) = catalog.field(name) else { return nil }
                return .fact(fact, name)
            }
    }

    private static func sorted(_ groups: [String: [Int]], _ field: Field) -> [Group] {
        groups.map { Group(field: field, key: $0.key, people: $0.value) }
            .sorted { one, other in
                if one.key.isEmpty || other.key.isEmpty { return !one.key.isEmpty }
                switch field {
                case .initial, .fact(.date, _), .fact(.year, _), .fact(.month, _), .fact(.day, _):
                    return one.key.unicodeScalars.lexicographicallyPrecedes(
                        other.key.unicodeScalars
                    )
                case .fact(.age, _), .fact(.ageBand, _):
                    return first(one.key) < first(other.key)
                case .fact(.place, _), .fact(.sex, _), .fact(.ageGroup, _), .fact(.status, _),
                    .fact(.cause, _), .fact(.family, _), .fact(.extra, _):
                    if one.people.count != other.people.count {
                        return one.people.count > other.people.count
                    }
                    return one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
                }
            }
    }

    /// The first age of a band.
    private static func first(_ ages: String) -> Int { Int(ages.prefix { $0 != "." }) ?? 0 }

    /// The value of a field of a person, as a key; what the person's row leaves open, the strike says.
    private static func value(
        _ field: PersonField,
        _ person: Int,
        _ dataset: Dataset,
        _ bands: AgeBands?
    ) -> String {
        let text = dataset.text(of: field, ofPersonAt: person, bands: bands)
        if !text.isEmpty || field != .month { return text }
        return dataset.text(of: .year, ofPersonAt: person, bands: nil)
    }
}

/// The alphabetical order of names: without the Arabic article, with the forms of hamza together, and without accents.
enum NameOrder {
    /// A name as it is compared.
    static func key(_ name: String) -> [Unicode.Scalar] {
        var key: [Unicode.Scalar] = []
        for scalar in NaturalOrder.expanded(name).unicodeScalars {
            if scalar == " " {
                if !key.isEmpty { key.append(scalar) }
            } else if let letter = NaturalOrder.folded(scalar).flatMap(Unicode.Scalar.init) {
                key.append(letter)
            }
        }
        if key.starts(with: article), key.count > article.count + 1 {
            key.removeFirst(article.count)
        }
        return key
    }

    private static let article: [Unicode.Scalar] = ["\u{627}", "\u{644}"]
}
