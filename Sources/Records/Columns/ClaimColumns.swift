// A claim and the columns that describe one.

import Diagnostics

/// Who says what: a count that somebody states for a strike, for several, or for the campaign.
public struct Claim: Hashable, Sendable {
    /// The record's own name.
    public var id: String
    /// Who claims.
    public var claimant = ""
    /// When it was said.
    public var date: CalendarDate?
    /// What it refers to.
    public var scope = Scope.campaign
    /// The first day of the period it refers to.
    public var periodFrom: CalendarDate?
    /// The last day of the period it refers to.
    public var periodTo: CalendarDate?
    /// Which of the people it counts, such as children; empty for all of them.
    public var of = ""
    /// The area that it speaks of; empty where it is not stated.
    public var area = ""
    /// The counts claimed.
    public var counts = StrikeCounts()
    /// What was said, in the record keeper's words.
    public var statement = ""
    /// The same in other languages.
    public var statements: [LocalName] = []
    /// Where it was read, an http or https URL.
    public var sourceURL = ""
    /// The source record behind it; empty when there is none.
    public var sourceID = ""
    /// Whether it alleges, concedes or denies.
    public var position = Position.alleged
    /// Why an accepted claim lies outside the strike's published range.
    public var reason = ""
    /// The same in other languages.
    public var reasons: [LocalName] = []
    /// The public columns that have no role, in the codebook's order.
    public var extras: [String] = []
    /// The row in its file, from 0.
    public var row = 0

    /// Makes a claim with only its name.
    public init(id: String) {
        self.id = id
    }

    /// Makes an empty claim for a row.
    public init(row: Int, location: () -> SourceLocation) {
        self.init(id: "")
        self.row = row
    }

    /// Deaths claimed.
    public var killed: Count {
        get { counts[.killed] }
        set { counts[.killed] = newValue }
    }

    /// What a claim refers to.
    public enum Scope: Hashable, Sendable {
        /// The whole campaign, or the stated period of it.
        case campaign
        /// One strike or several together, by id.
        case strikes([String])
    }

    /// What a claimant does with a claim.
    public enum Position: String, CaseIterable, Sendable {
        /// Says that people were harmed.
        case alleged
        /// Admits that its own side harmed people.
        case conceded
        /// Says that its own side did not.
        case denied
        /// States neither, such as a strike report without casualties.
        case neutral = "none"
    }
}

// MARK: - Columns

extension Claim: ColumnRecord {
    /// The columns of a claim on a site with some measures.
    public static func columns(of measures: MeasureList) -> ColumnList<Claim> {
        measures.claimColumns
    }

    /// Makes the columns of a claim that states counts of these measures.
    static func columns(counting measures: [Measure]) -> ColumnList<Claim> {
        ColumnList(statement + Column.claims(of: measures) + background)
    }

    private static let statement: [Column<Claim>] = [
        .text(.id, "The record's own name.", .id)
            .get { $0[$1].id }.set { $0.id = $1 }.required().decisive().naming(),
        .text(.claimant, "Who claims.", .name)
            .get { $0[$1].claimant }.set { $0.claimant = $1 },
        .date(.date, "When it was said (2018-07-26, 2018-07, 2018).")
            .get { $0[$1].date }.set { $0.date = $1 },
        .ids(.scope, "campaign, or the ids of one or more strikes separated by ; .")
            .get { $0[$1].scope.words }.set { $0.scope = Scope(words: $1) }
            .decisive().referring(to: .strikes),
        .date(.periodFrom, "The first day of the period it speaks of.")
            .get { $0[$1].periodFrom }.set { $0.periodFrom = $1 },
        .date(.periodTo, "The last day of the period it speaks of.")
            .get { $0[$1].periodTo }.set { $0.periodTo = $1 },
        .text(
            .of,
            "Which of the people it counts, if not all: children, women, men, named, or words of your own."
        )
        .get { $0[$1].of }.set { $0.of = $1 },
        .text(.area, "The area it speaks of. Only claims on the same area share a chart.")
            .get { $0[$1].area }.set { $0.area = $1 },
    ]

    private static let background: [Column<Claim>] = [
        .text(.statement, "What was said, in your own words.")
            .get { $0[$1].statement }.set { $0.statement = $1 },
        .names(.statement, "What was said, in another language: statement.ar.")
            .get { $0[$1].statements }.set { $0.statements = $1 },
        .text(.sourceURL, "Where it was read.", .url)
            .get { $0[$1].sourceURL }.set { $0.sourceURL = $1 },
        .text(.sourceID, "The source record behind it.")
            .get { $0[$1].sourceID }.set { $0.sourceID = $1 }.referring(to: .sources),
        .text(
            .position,
            "alleged, conceded, denied or none.",
            .word(ModelWords("position of a claim", Position.self))
        )
        .get { $0[$1].position.rawValue }.set { $0.position = Position(rawValue: $1) ?? .alleged },
        .text(.reason, "Why an accepted claim lies outside the strike's range.")
            .get { $0[$1].reason }.set { $0.reason = $1 },
        .names(.reason, "The same in another language: reason.ar.")
            .get { $0[$1].reasons }.set { $0.reasons = $1 },
        .leftOut,
        .protection("claim", [.withheld]),
        .consent,
        .consentUntil,
    ]
}

extension Role {
    /// Who claims.
    public static let claimant = Role("claimant")
    /// What a claim refers to.
    public static let scope = Role("scope")
    /// The first day of the period of a claim.
    public static let periodFrom = Role("period_from")
    /// The last day of the period of a claim.
    public static let periodTo = Role("period_to")
    /// Which of the people a claim counts.
    public static let of = Role("of")
    /// The area of a claim.
    public static let area = Role("area")
    /// What was said.
    public static let statement = Role("statement")
    /// The source behind a claim.
    public static let sourceID = Role("source_id")
    /// Whether a claim alleges, concedes or denies.
    public static let position = Role("position")
}

extension Claim.Scope {
    /// The text of a cell that means the whole campaign.
    public static let campaignWord = "campaign"

    /// Reads the words of a cell: ids, or the word for the campaign; a blank cell means it too.
    fileprivate init(words: [String]) {
        self = words.isEmpty || words == [Claim.Scope.campaignWord] ? .campaign : .strikes(words)
    }

    /// The words of its cell.
    fileprivate var words: [String] {
        switch self {
        case .campaign: [Claim.Scope.campaignWord]
        case .strikes(let ids): ids
        }
    }
}
