import Diagnostics

/// The author's description of the data: every column, its type, its meaning, and whether it is public.
///
/// Read from a Frictionless Data Package descriptor; `role`, `public` and `values` are properties of
/// ours (<https://specs.frictionlessdata.io/>).
public struct Codebook: Hashable, Sendable {
    /// The package's machine name; may be empty.
    public var name = ""
    /// The package's title; may be empty.
    public var title = ""
    /// The package's description; may be empty.
    public var description = ""
    /// The tables, in the order of the descriptor.
    public var resources: [Resource] = []
    /// The measures of the site.
    public var measures = MeasureList.builtIn
    /// The same in the languages of the report besides that of the original, by tag.
    public var translations: [String: Codebook] = [:] { didSet { collectLabels() } }

    /// Makes an empty codebook.
    public init() {}

    /// The resource that holds records of a kind.
    public func resource(_ kind: ResourceKind) -> Resource? {
        resources.first { $0.kind == kind }
    }

    /// The titles of the public columns of strikes that have no role, by name.
    public var columnTitles: [String: String] {
        Dictionary(
            (resource(.strikes)?.extraFields ?? []).map { ($0.name, $0.title) },
            uniquingKeysWith: { $1 }
        )
    }

    /// The codebook in a language of the report; what it does not state there is that of the original.
    public func translated(_ tag: String) -> Codebook { translations[tag] ?? self }

    /// What readers of a language see instead of a cell; the cell itself where its column states no label for it.
    public func label(
        _ cell: String,
        _ kind: ResourceKind,
        _ role: Role,
        in tag: String
    ) -> String {
        if labels.isEmpty || cell.isEmpty { return cell }
        return labels[LabelledColumn(tag: tag, kind: kind, role: role)]?[cell] ?? cell
    }

    /// A column with labels in a language.
    private struct LabelledColumn: Hashable {
        let tag: String
        let kind: ResourceKind
        let role: Role
    }

    /// The labels of ``translations``, so that the many cells without one cost little.
    private var labels: [LabelledColumn: [String: String]] = [:]

    private mutating func collectLabels() {
        labels = [:]
        for (tag, codebook) in translations {
            for resource in codebook.resources {
                for field in resource.fields where !field.labels.isEmpty {
                    guard let role = field.role, resource.field(role)?.name == field.name else {
                        continue
                    }
                    let column = LabelledColumn(tag: tag, kind: resource.kind, role: role)
                    if labels[column] == nil { labels[column] = field.labels }
                }
            }
        }
    }

    /// Whether the site is a list of people, without any strike.
    public var isOfPeopleOnly: Bool { resource(.strikes) == nil && resource(.victims) != nil }

    /// Whether the public columns or tables of the site can give a number for a measure.
    ///
    /// Deaths always count: a report without a number of deaths says so.
    public func publishes(_ measure: Measure) -> Bool {
        let columns = (resource(.strikes)?.fields ?? []).filter(\.isPublic)
        switch measure.counted {
        case .strikes: return true
        case .columns:
            return measure == .killed || columns.contains { $0.role?.whole == .count(measure) }
        case .people:
            return resource(.victims) != nil || columns.contains { $0.role == .namedVictims }
        case .sources: return resource(.sources) != nil
        case .claims: return resource(.claims) != nil
        }
    }

    /// The public columns of people that tell who somebody is: names, family, remarks and links.
    public var identifyingColumns: Set<String> {
        let fields = resource(.victims)?.fields ?? []
        return Set(
            fields.filter { field in
                guard field.isPublic, let role = field.role else { return false }
                return role.whole == .name || [Role.family, .note, .url].contains(role)
            }
            .map(\.name)
        )
    }
}

/// The kinds of records, each a file.
public enum ResourceKind: String, CaseIterable, Sendable {
    /// One row a strike.
    case strikes
    /// One row a person.
    case victims
    /// One row a source.
    case sources
    /// One row a claim.
    case claims
    /// One row a disclosed fact.
    case disclosures
    /// One row a reason for a correction.
    case corrections
    /// One row a picture, recording or document.
    case media
}

/// One table of the codebook.
public struct Resource: Hashable, Sendable {
    /// Which records it holds.
    public var kind: ResourceKind
    /// The file, relative to `content/`.
    public var path: String
    /// A title for readers; may be empty.
    public var title = ""
    /// A description for readers; may be empty.
    public var description = ""
    /// The delimiter that the dialect states; a comma otherwise.
    public var delimiter: UInt8 = 0x2C
    /// The sheet of a workbook; empty means the first.
    public var sheet = ""
    /// The path of the list within a JSON object, such as "data.events"; empty means that the file is the list.
    public var property = ""
    /// The path of a list within each object of that list, whose items are the rows, such as "sources"; empty for none.
    public var items = ""
    /// Whether rows and columns that are hidden in a workbook are read.
    public var includesHidden = false
    /// The columns, in the order of the descriptor.
    public var fields: [CodebookField] = []
    /// Cells that mean "nothing was published", besides the empty one.
    public var missingValues: [String] = []
    /// Where the descriptor describes it.
    public var location: SourceLocation

    /// Makes a table without columns.
    public init(kind: ResourceKind, path: String, location: SourceLocation) {
        self.kind = kind
        self.path = path
        self.location = location
    }

    /// The public columns that have no role, in order: what templates and downloads get besides.
    public var extraFields: [CodebookField] {
        fields.filter { $0.isPublic && $0.role == nil }
    }

    /// The column that holds a role and is public.
    public func field(_ role: Role) -> CodebookField? {
        fields.first { $0.role == role && $0.isPublic }
    }
}

/// One column of a table.
public struct CodebookField: Hashable, Sendable {
    /// The column's name in the file.
    public var name: String
    /// A label for readers; the name when the descriptor has none.
    public var title: String
    /// The type of its cells.
    public var type = FieldType.string
    /// The strptime pattern of its dates; empty for other columns and for ISO 8601.
    public var dateFormat = ""
    /// What it means, as a sentence; may be empty.
    public var description = ""
    /// What readers see instead of a cell in a language of the report besides that of the original, by the cell.
    public var labels: [String: String] = [:]
    /// The fact of the model that it holds; `nil` for a column of the author's own.
    public var role: Role?
    /// Whether it may be published.
    ///
    /// What is not public is not read at all.
    public var isPublic = false
    /// How coarsely its cells are shown.
    public var coarsening = Coarsening()
    /// What the codebook states for every record of the table, which has no such column; `nil` for a column.
    public var constant: String?
    /// Whether its cells are Markdown.
    public var isMarkdown = false
    /// How several values stand in a cell; `nil` where a cell holds one.
    public var list: CellList?
    /// Whether a cell must not be empty.
    public var isRequired = false
    /// Whether no two cells may be equal.
    public var isUnique = false
    /// The least number allowed.
    public var minimum: Double?
    /// The greatest number allowed.
    public var maximum: Double?
    /// The only values allowed; empty means any.
    public var allowedValues: [String] = []
    /// What cells mean: a cell equal to a key is read as the value.
    public var values: [String: String] = [:]
    /// Where the descriptor describes it.
    public var location: SourceLocation

    /// Makes a private text column.
    public init(name: String, location: SourceLocation) {
        self.name = name
        self.title = name
        self.location = location
    }
}

/// The types of Table Schema that Recount reads.
public enum FieldType: String, CaseIterable, Sendable {
    /// Any text.
    case string
    /// A whole number.
    case integer
    /// A decimal number.
    case number
    /// True or false.
    case boolean
    /// A calendar day.
    case date
    /// A time of day.
    case time
    /// A day and a time.
    case datetime
    /// A year.
    case year
    /// A month of a year.
    case yearmonth
    /// Anything.
    case any
}
