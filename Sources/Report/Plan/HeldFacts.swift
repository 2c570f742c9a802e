import Records
import Templates

/// What the records can say at all, by their public columns and tables.
///
/// A page must not say “nothing conceded” of records that never asked: what no column holds is not
/// said. One object, for every page asks it and nothing changes it.
final class HeldFacts: TemplateRecord {
    private let measures: Set<Measure>
    private let tables: Set<ResourceKind>
    private let hasTime: Bool
    private let hasPlace: Bool
    private let hasAssessment: Bool
    private let hasAccounts: Bool

    init(_ codebook: Codebook, hasNarratives: Bool) {
        let fields = codebook.resource(.strikes)?.fields ?? []
        let roles = Set(fields.filter(\.isPublic).compactMap(\.role))
        let tables = Set(codebook.resources.map(\.kind))
        self.tables = tables
        measures = Set(Measure.allCases.filter { HeldFacts.holds($0, roles, tables) })
        hasTime = roles.contains(.time)
        hasPlace = roles.contains { role in
            [.place, .district, .city, .governorate, .country].contains(role)
                || role.language != nil
        }
        hasAssessment = roles.contains(.militaryAssessment)
        hasAccounts = hasNarratives || roles.contains(.summary)
    }

    /// Deaths always count as held: a report that has none says so.
    private static func holds(
        _ measure: Measure,
        _ roles: Set<Role>,
        _ tables: Set<ResourceKind>
    ) -> Bool {
        switch measure {
        case .strikes, .killed: true
        case .childrenKilled, .womenKilled, .menKilled, .injured, .concededKilled,
            .concededInjured:
            roles.contains { $0.whole == .count(measure) }
        case .namedVictims: tables.contains(.victims) || roles.contains(.namedVictims)
        case .sources: tables.contains(.sources)
        case .claims: tables.contains(.claims)
        }
    }

    /// Whether the records can give a number for a measure.
    func holds(_ measure: Measure) -> Bool { measures.contains(measure) }

    static let schema = RecordSchema<HeldFacts>(
        "held facts",
        "What the records have a public column or a table for; of the rest nothing is said.",
        [
            .boolean("time", "Whether a column gives the time.") { $0.hasTime },
            .boolean("place", "Whether a column names the place.") { $0.hasPlace },
            .boolean("children_killed", "Whether a column counts children among the killed.") {
                $0.holds(.childrenKilled)
            },
            .boolean("women_killed", "Whether a column counts women among the killed.") {
                $0.holds(.womenKilled)
            },
            .boolean("men_killed", "Whether a column counts men among the killed.") {
                $0.holds(.menKilled)
            },
            .boolean("injured", "Whether a column counts the injured.") { $0.holds(.injured) },
            .boolean("conceded", "Whether a column counts deaths or injuries conceded.") {
                $0.holds(.concededKilled) || $0.holds(.concededInjured)
            },
            .boolean("conceded_killed", "Whether a column counts deaths conceded.") {
                $0.holds(.concededKilled)
            },
            .boolean("conceded_injured", "Whether a column counts injuries conceded.") {
                $0.holds(.concededInjured)
            },
            .boolean("military_assessment", "Whether a column says what the military found.") {
                $0.hasAssessment
            },
            .boolean("accounts", "Whether any strike is told: a summary column or an account.") {
                $0.hasAccounts
            },
            .boolean("victims", "Whether there is a table of people.") {
                $0.tables.contains(.victims)
            },
            .boolean("sources", "Whether there is a table of sources.") {
                $0.tables.contains(.sources)
            },
        ]
    )
}
