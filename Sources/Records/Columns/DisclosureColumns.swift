// A disclosed fact and the columns that describe one.

import Diagnostics

/// A fact about a strike that the military itself made public.
public struct Disclosure: Hashable, Sendable {
    /// The strike.
    public var strikeID: String
    /// Which fact it is.
    public var fact: Fact
    /// Who made it public.
    public var disclosedBy = ""
    /// The fact as stated.
    public var value = ""
    /// Where it was read, an http or https URL.
    public var sourceURL = ""
    /// When it was made public.
    public var date: CalendarDate?
    /// The public columns that have no role, in the codebook's order.
    public var extras: [String] = []
    /// The row in its file, from 0.
    public var row = 0

    /// Makes a disclosure of a fact about a strike.
    public init(strikeID: String, fact: Fact) {
        self.strikeID = strikeID
        self.fact = fact
    }

    /// Makes an empty disclosure for a row.
    public init(row: Int, location: () -> SourceLocation) {
        self.init(strikeID: "", fact: .date)
        self.row = row
    }

    /// The facts that Amnesty International asked the Ministry of Defence to publish for each
    /// strike, in June 2018.
    public enum Fact: String, CaseIterable, Sendable {
        /// The day.
        case date
        /// The time of day.
        case time
        /// The place.
        case location
        /// The weapon.
        case weapon
        /// The intended target.
        case target
    }
}

// MARK: - Columns

extension Disclosure: ColumnRecord {
    /// The columns of a disclosure; they are the same for all measures.
    public static func columns(of measures: MeasureList) -> ColumnList<Disclosure> { columnList }

    private static let columnList = ColumnList<Disclosure>([
        .text(.strikeID, "The strike.")
            .get { $0[$1].strikeID }.set { $0.strikeID = $1 }
            .required().decisive().naming().referring(to: .strikes),
        .text(
            .fact,
            "date, time, location, weapon or target.",
            .word(ModelWords("fact that is asked for", Fact.self))
        )
        .get { $0[$1].fact.rawValue }.set { $0.fact = Fact(rawValue: $1) ?? .date }
        .required().decisive().naming(),
        .text(.disclosedBy, "Who made it public.", .name)
            .get { $0[$1].disclosedBy }.set { $0.disclosedBy = $1 },
        .text(.value, "The fact as stated.")
            .get { $0[$1].value }.set { $0.value = $1 },
        .text(.sourceURL, "Where it was read.", .url)
            .get { $0[$1].sourceURL }.set { $0.sourceURL = $1 },
        .date(.date, "When it was made public.")
            .get { $0[$1].date }.set { $0.date = $1 },
        .leftOut,
    ])
}

extension Role {
    /// Which fact was disclosed.
    public static let fact = Role("fact")
    /// Who disclosed it.
    public static let disclosedBy = Role("disclosed_by")
    /// A disclosed fact as stated.
    public static let value = Role("value")
}
