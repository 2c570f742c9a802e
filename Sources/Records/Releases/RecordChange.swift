/// One difference between two states of a report that concerns one record.
public struct RecordChange: Hashable, Sendable {
    /// The kind of record.
    public var table: ResourceKind
    /// The record's key: its id, or what stands for it.
    public var key: String
    /// The strikes that the record belongs to.
    public var strikes: [String]
    /// What happened to it.
    public var kind: Kind

    /// Makes a change.
    public init(table: ResourceKind, key: String, strikes: [String], kind: Kind) {
        self.table = table
        self.key = key
        self.strikes = strikes
        self.kind = kind
    }

    /// What happened to a record.
    public enum Kind: Hashable, Sendable {
        /// It is new.
        case added
        /// A cell says something else; an empty text is a blank cell.
        case changed(column: String, was: String, now: String)
        /// A strike has another id; its page is elsewhere.
        case renamed(from: String)
        /// It is gone.
        case withdrawn
        /// A strike is gone, and another one holds it.
        case merged(into: String)
    }

    /// The column that changed; empty when the change is one of the whole record.
    public var column: String {
        switch kind {
        case .changed(let column, _, _): column
        case .added, .renamed, .withdrawn, .merged: ""
        }
    }

    /// What changes are listed under: the strike or the record; all people without a strike together,
    /// so that no address repeats a name.
    public var group: String {
        strikes.first ?? (table == .victims ? table.rawValue : key)
    }

    /// Whether readers are owed a reason: what was published says something else, or is gone.
    public var needsReason: Bool {
        switch kind {
        case .added: false
        case .changed, .renamed, .withdrawn, .merged: true
        }
    }

    /// Whether a reason refers to this change.
    public func isExplained(by correction: Correction) -> Bool {
        let isOfTable =
            strikes.isEmpty && table.isNamedByStrike && correction.record == table.rawValue
        let names =
            strikes.contains(correction.record) || correction.record == recordID || isOfTable
        guard names, fits(correction.kind) else { return false }
        if correction.kind == .safety && correction.field.isEmpty { return true }
        if correction.record == recordID && !table.isNamedByStrike {
            return correction.field.isEmpty || correction.field == column
                || correction.field == "\(table.rawValue).\(column)"
        }
        return correction.field.isEmpty || correction.field == table.rawValue
            || correction.field == "\(table.rawValue).\(column)"
    }

    /// Whether a kind of correction, when the author states one, can refer to such a change.
    private func fits(_ stated: Correction.Kind?) -> Bool {
        switch (stated, kind) {
        case (nil, _), (.safety, _), (.changed, .changed), (.changed, .renamed),
            (.withdrawn, .withdrawn), (.merged, .merged), (.merged, .renamed),
            (.merged, .withdrawn), (.merged, .changed):
            true
        case (.changed, _), (.withdrawn, _), (.merged, _): false
        }
    }

    /// The id by which authors know the record: the old one of a strike that was renamed.
    private var recordID: String {
        if case .renamed(let old) = kind { return old }
        return key
    }
}

/// A figure that both states hold and that differs.
public struct FigureChange: Hashable, Sendable {
    /// The selection.
    public var query: String
    /// The measure.
    public var measure: Measure
    /// What it was.
    public var was: Total
    /// What it is.
    public var now: Total

    /// Makes a change.
    public init(query: String, measure: Measure, was: Total, now: Total) {
        self.query = query
        self.measure = measure
        self.was = was
        self.now = now
    }
}

/// A column that only one of two states publishes; its cells are no corrections.
public struct ColumnChange: Hashable, Sendable {
    /// The kind of record.
    public var table: ResourceKind
    /// The column.
    public var column: String
    /// Whether it is published now and was not.
    public var isNew: Bool

    /// Makes a change.
    public init(table: ResourceKind, column: String, isNew: Bool) {
        self.table = table
        self.column = column
        self.isNew = isNew
    }
}
