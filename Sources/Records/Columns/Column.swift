// A column is declared once: one row of a list says what it means, what its cells hold, and how its fact is
// put into a record and taken out again. Reading, checks, downloads, selections, releases, `recount new` and the
// guides go through the lists and name no column that they do not treat in a way of its own.

/// Takes a fact out of the record at a place among all of its kind.
///
/// The records are handed over together: one taken out of them would be copied with all its texts.
public typealias FactReader<Record, Fact> = @Sendable (_ records: [Record], _ place: Int) -> Fact

/// Puts a fact into a record.
public typealias FactWriter<Record, Fact> = @Sendable (_ record: inout Record, Fact) -> Void

/// A column of one kind of record.
public struct Column<Record: Sendable>: Sendable {
    /// What it is, without the way to its value.
    public private(set) var shape: ColumnShape
    /// The way to its value.
    public let access: Access
    /// Whether a record can do without it although it is required.
    public private(set) var isExempt: (@Sendable (Record) -> Bool)?

    /// How a fact is taken out of a record and put into it.
    public enum Access: Sendable {
        /// A text; empty when nothing is known.
        case text(get: FactReader<Record, String>, set: FactWriter<Record, String>)
        /// A text in other languages.
        case names(get: FactReader<Record, [LocalName]>, set: FactWriter<Record, [LocalName]>)
        /// Ids of records.
        case ids(get: FactReader<Record, [String]>, set: FactWriter<Record, [String]>)
        /// A number of people.
        case number(get: FactReader<Record, Int?>, set: FactWriter<Record, Int?>)
        /// A count of people, whole or one end of it.
        case count(get: FactReader<Record, Count>, set: FactWriter<Record, Count>)
        /// A date.
        case date(get: FactReader<Record, CalendarDate?>, set: FactWriter<Record, CalendarDate?>)
        /// A strike's date, of which the column holds a part.
        case strikeDate(get: FactReader<Record, StrikeDate>, set: FactWriter<Record, StrikeDate>)
        /// A point on the ground, of which the column holds one number.
        case coordinate(
            get: FactReader<Record, Coordinate?>,
            set: FactWriter<Record, Coordinate?>
        )
        /// The record does not keep it.
        case none
    }

    private init(_ role: Role, _ meaning: String, _ content: ColumnContent, _ access: Access) {
        shape = ColumnShape(role, meaning, content)
        self.access = access
    }

    /// The fact that it holds.
    public var role: Role { shape.role }
}

// MARK: - Kinds of columns

extension Column {
    /// A text of some form.
    static func text(
        _ role: Role,
        _ meaning: String,
        _ form: TextForm = .any,
        get: @escaping FactReader<Record, String>,
        set: @escaping FactWriter<Record, String>
    ) -> Column {
        Column(role, meaning, .text(form), .text(get: get, set: set))
    }

    /// A text in other languages, a column each.
    static func names(
        _ role: Role,
        _ meaning: String,
        _ form: TextForm = .any,
        get: @escaping FactReader<Record, [LocalName]>,
        set: @escaping FactWriter<Record, [LocalName]>
    ) -> Column {
        Column(role.anyLanguage, meaning, .names(form), .names(get: get, set: set))
    }

    /// Ids of records in one cell.
    static func ids(
        _ role: Role,
        _ meaning: String,
        get: @escaping FactReader<Record, [String]>,
        set: @escaping FactWriter<Record, [String]>
    ) -> Column {
        Column(role, meaning, .ids, .ids(get: get, set: set))
    }

    /// A number of people.
    static func number(
        _ role: Role,
        _ meaning: String,
        get: @escaping FactReader<Record, Int?>,
        set: @escaping FactWriter<Record, Int?>
    ) -> Column {
        Column(role, meaning, .number, .number(get: get, set: set))
    }

    /// A day, month or year.
    static func date(
        _ role: Role,
        _ meaning: String,
        get: @escaping FactReader<Record, CalendarDate?>,
        set: @escaping FactWriter<Record, CalendarDate?>
    ) -> Column {
        Column(role, meaning, .date, .date(get: get, set: set))
    }

    /// A part of a strike's date.
    static func date(
        _ part: ColumnContent.DatePart,
        _ role: Role,
        _ meaning: String,
        get: @escaping FactReader<Record, StrikeDate>,
        set: @escaping FactWriter<Record, StrikeDate>
    ) -> Column {
        Column(role, meaning, .strikeDate(part), .strikeDate(get: get, set: set))
    }

    /// One number of a point on the ground.
    static func coordinate(
        _ axis: ColumnContent.Axis,
        _ role: Role,
        _ meaning: String,
        get: @escaping FactReader<Record, Coordinate?>,
        set: @escaping FactWriter<Record, Coordinate?>
    ) -> Column {
        Column(role, meaning, .coordinate(axis), .coordinate(get: get, set: set))
    }

    /// The three columns that can hold a count of people: one for all of it, or one for each end.
    static func counts(
        _ role: Role,
        _ meaning: String,
        get: @escaping FactReader<Record, Count>,
        set: @escaping FactWriter<Record, Count>
    ) -> [Column] {
        let access = Access.count(get: get, set: set)
        return [
            Column(role, "\(meaning), in one column (3, 3–8, 10+).", .count, access),
            Column(role.least, "\(meaning), the least number published.", .count, access),
            Column(role.most, "\(meaning), the greatest number published.", .count, access),
        ]
    }

    /// The author's reason for not showing a row, which no record keeps.
    static var leftOut: Column {
        var column = Column(
            .leftOut,
            "Why the row is read but not shown; blank means shown.",
            .text(.any),
            .none
        )
        column.shape.isPublished = false
        return column.decisive()
    }
}

// MARK: - What else can be said of a column

extension Column {
    /// A row says nothing without it.
    func required() -> Column { changed { $0.isRequired = true } }

    /// A row says nothing without it, except for some records.
    func required(unless isExempt: @escaping @Sendable (Record) -> Bool) -> Column {
        var column = required()
        column.isExempt = isExempt
        return column
    }

    /// It decides what is shown and added up, so it cannot be kept back.
    func decisive() -> Column { changed { $0.isDecisive = true } }

    /// It tells a record from others of its kind when releases are compared.
    func naming() -> Column { changed { $0.isNaming = true } }

    /// Its cells name records of a kind.
    func referring(to kind: ResourceKind) -> Column { changed { $0.references = kind } }

    /// It means nothing without a column with another role.
    func needing(_ partner: Role) -> Column { changed { $0.partner = partner } }

    /// Strikes are selected and grouped by it, under its standard name.
    func selectable() -> Column { changed { $0.selectionName = $0.role.standardColumn } }

    /// `recount new` knows it by words in the header, besides its standard name.
    func headed(_ english: String, _ french: String, _ spanish: String, _ arabic: String) -> Column
    {
        changed { $0.headerWords = [english, french, spanish, arabic] }
    }

    private func changed(_ change: (inout ColumnShape) -> Void) -> Column {
        var column = self
        change(&column.shape)
        return column
    }
}
