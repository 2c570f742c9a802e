import Records
import Templates
import Text

/// The facts that the records have public columns or tables for.
///
/// A page must not say “nothing conceded” when no column holds concessions, so pages leave out what no
/// column holds. It is a class because every page uses the same immutable value.
final class HeldFacts: TemplateRecord {
    /// Whether each measure of the site is held, by the position of the measure.
    private let measures: [Bool]
    /// The measures that the site declares and that a column holds, in order.
    let declared: [Measure]
    /// Those that a column of claims holds, in order.
    let claimed: [Measure]
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
        measures = codebook.measures.all.map { codebook.publishes($0) }
        declared = codebook.measures.declared.filter { codebook.publishes($0) }
        let claims = Set(
            (codebook.resource(.claims)?.fields ?? []).filter(\.isPublic).compactMap(\.role?.whole)
        )
        claimed = codebook.measures.claimed
            .filter { $0.isDeclared && claims.contains(.count($0)) }
        hasTime = roles.contains(.time)
        hasPlace = roles.contains { role in
            [.place, .district, .city, .governorate, .country].contains(role)
                || role.language != nil
        }
        hasAssessment = roles.contains(.militaryAssessment)
        hasAccounts = hasNarratives || roles.contains(.summary)
    }

    /// Whether the records can give a number for a measure.
    func holds(_ measure: Measure) -> Bool { measures[measure.position] }

    /// Whether a column says where a strike was.
    var holdsPlace: Bool { hasPlace }

    static let schema = RecordSchema<HeldFacts>(
        "held facts",
        "What the records have a public column or a table for; pages leave out the rest.",
        (place + counts + tables).map { $0.shared() }
    )

    private static let place: [Field<HeldFacts>] = [
        .boolean("time", "Whether a column gives the time.") { $0.hasTime },
        .boolean("place", "Whether a column names the place.") { $0.hasPlace },
    ]

    /// One field for each built-in measure that a site may have no column for.
    private static let counts: [Field<HeldFacts>] =
        MeasureList.builtIn.counts.filter { $0 != .killed }
        .map { measure in
            .boolean(measure.name, "Whether a column counts \(measure.meaningInSentence).") {
                $0.holds(measure)
            }
        } + [
            .boolean("conceded", "Whether a column counts deaths or injuries conceded.") {
                $0.holds(.concededKilled) || $0.holds(.concededInjured)
            }
        ]

    private static let tables: [Field<HeldFacts>] = [
        .boolean("military_assessment", "Whether a column says what the military found.") {
            $0.hasAssessment
        },
        .boolean("accounts", "Whether any strike is described: a summary column or an account.") {
            $0.hasAccounts
        },
        .boolean("victims", "Whether there is a table of people.") {
            $0.tables.contains(.victims)
        },
        .boolean("sources", "Whether there is a table of sources.") {
            $0.tables.contains(.sources)
        },
    ]
}
