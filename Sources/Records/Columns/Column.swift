// A column is declared once: one row of a list says what it means, what its cells hold, and how its fact is
// read from a record and written to it. Reading, checks, downloads, selections, releases, `recount new` and the
// guides iterate over the lists, and name only the columns that need special treatment.

/// Reads a fact from the record at an index.
///
/// The whole array is passed, because passing one record would copy it with all its texts.
public typealias FactReader<Record, Fact> = @Sendable (_ records: [Record], _ place: Int) -> Fact

/// Writes a fact to a record.
public typealias FactWriter<Record, Fact> = @Sendable (_ record: inout Record, Fact) -> Void

/// A column of one kind of record.
public struct Column<Record: Sendable>: Sendable {
    /// What it is, without access to its value.
    public private(set) var shape: ColumnShape
    /// The access to its value.
    public let access: Access
    /// Whether a record does not need it although it is required.
    public private(set) var isExempt: (@Sendable (Record) -> Bool)?

    /// How a fact is read from a record and written to it.
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
        /// A strike's date; the column holds a part of it.
        case strikeDate(get: FactReader<Record, StrikeDate>, set: FactWriter<Record, StrikeDate>)
        /// A point on the ground; the column holds one of its numbers.
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

/// What a column holds, without its access: completed by `.get { … }.set { … }`.
///
/// `Columns` is one column or several.
struct ColumnDraft<Record: Sendable, Fact, Columns> {
    let columns: (@escaping FactReader<Record, Fact>, @escaping FactWriter<Record, Fact>) -> Columns

    /// States how the fact is read from a record.
    func get(_ reader: @escaping FactReader<Record, Fact>) -> Readable {
        Readable(draft: self, reader: reader)
    }

    /// A draft that can be read.
    struct Readable {
        let draft: ColumnDraft
        let reader: FactReader<Record, Fact>

        /// States how the fact is written to a record, which completes the draft.
        func set(_ writer: @escaping FactWriter<Record, Fact>) -> Columns {
            draft.columns(reader, writer)
        }
    }
}

extension Column {
    /// One column that is not complete yet.
    typealias Draft<Fact> = ColumnDraft<Record, Fact, Column>

    /// A text of some form.
    static func text(_ role: Role, _ meaning: String, _ form: TextForm = .any) -> Draft<String> {
        Draft { Column(role, meaning, .text(form), .text(get: $0, set: $1)) }
    }

    /// A text in other languages, a column each.
    static func names(
        _ role: Role,
        _ meaning: String,
        _ form: TextForm = .any
    ) -> Draft<[LocalName]> {
        Draft { Column(role.anyLanguage, meaning, .names(form), .names(get: $0, set: $1)) }
    }

    /// Ids of records in one cell.
    static func ids(_ role: Role, _ meaning: String) -> Draft<[String]> {
        Draft { Column(role, meaning, .ids, .ids(get: $0, set: $1)) }
    }

    /// A number of people.
    static func number(_ role: Role, _ meaning: String) -> Draft<Int?> {
        Draft { Column(role, meaning, .number, .number(get: $0, set: $1)) }
    }

    /// A day, month or year.
    static func date(_ role: Role, _ meaning: String) -> Draft<CalendarDate?> {
        Draft { Column(role, meaning, .date, .date(get: $0, set: $1)) }
    }

    /// A part of a strike's date.
    static func date(
        _ part: ColumnContent.DatePart,
        _ role: Role,
        _ meaning: String
    ) -> Draft<StrikeDate> {
        Draft { Column(role, meaning, .strikeDate(part), .strikeDate(get: $0, set: $1)) }
    }

    /// One number of a point on the ground.
    static func coordinate(
        _ axis: ColumnContent.Axis,
        _ role: Role,
        _ meaning: String
    ) -> Draft<Coordinate?> {
        Draft { Column(role, meaning, .coordinate(axis), .coordinate(get: $0, set: $1)) }
    }

    /// The three columns that can hold a count of people: one for all of it, or one for each end.
    static func counts(_ role: Role, _ meaning: String) -> ColumnDraft<Record, Count, [Column]> {
        ColumnDraft {
            let access = Access.count(get: $0, set: $1)
            return [
                Column(role, "\(meaning), in one column (3, 3–8, 10+).", .count, access),
                Column(role.least, "\(meaning), the least number published.", .count, access),
                Column(role.most, "\(meaning), the greatest number published.", .count, access),
            ]
        }
    }

    /// A column that decides how a record is shown, which no record keeps and nothing publishes.
    static func control(_ role: Role, _ meaning: String, _ content: ColumnContent) -> Column {
        var column = Column(role, meaning, content, .none)
        column.shape.isPublished = false
        column.shape.isControl = true
        return column
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

// MARK: - Properties of columns

extension Column {
    /// A record needs it.
    func required() -> Column { changed { $0.isRequired = true } }

    /// A record needs it, except for some records.
    func required(unless isExempt: @escaping @Sendable (Record) -> Bool) -> Column {
        var column = required()
        column.isExempt = isExempt
        return column
    }

    /// It decides what is shown and added up, so it cannot be private.
    func decisive() -> Column { changed { $0.isDecisive = true } }

    /// It identifies a record among others of its kind when releases are compared.
    func naming() -> Column { changed { $0.isNaming = true } }

    /// Its cells name records of a kind.
    func referring(to kind: ResourceKind) -> Column { changed { $0.references = kind } }

    /// It is shown although its record is protected in one of these ways.
    func kept(_ protections: Protection...) -> Column {
        changed { $0.keptUnder = Set(protections) }
    }

    /// It needs a column with another role.
    func needing(_ partner: Role) -> Column { changed { $0.partner = partner } }

    /// Strikes are selected and grouped by it, under its standard name.
    func selectable() -> Column { changed { $0.selectionName = $0.role.standardColumn } }

    /// The page of a strike lists it, unless its cell is blank; only a text can be listed.
    func listed() -> Column { changed { $0.isListed = true } }

    /// Readers see it under these labels, by language tag; the one under `""` serves all other languages.
    func labelled(_ labels: [String: String]) -> Column { changed { $0.labels = labels } }

    /// `recount new` recognizes it by words in the header, besides its standard name.
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
