// The columns that hold counts of people follow from the measures, and those of shared counts from the groups: a
// measure needs no row here.

extension Column<Strike> {
    /// The columns that hold the counts of measures, three each.
    static func counts(of measures: [Measure]) -> [Column<Strike>] {
        measures.flatMap { measure in
            counts(.count(measure), measure.meaning)
                .get { $0[$1].counts[measure] }.set { $0.counts[measure] = $1 }
        }
    }

    /// The columns that name the strike with which counts are shared, one for each group.
    static func shared(of groups: [OverlapGroup]) -> [Column<Strike>] {
        groups.map { group in
            .text(.shared(group), group.columnMeaning)
                .get { $0[$1].overlap[group] }.set { $0.overlap[group] = $1 }
                .decisive().referring(to: .strikes)
        }
    }
}

extension Column<Claim> {
    /// The columns that hold what claims state of measures, three each.
    static func claims(of measures: [Measure]) -> [Column<Claim>] {
        measures.flatMap { measure in
            counts(.count(measure), claimMeanings[measure] ?? "\(measure.meaning), as claimed")
                .get { $0[$1].counts[measure] }.set { $0.counts[measure] = $1 }
        }
    }

    /// What the columns that every site can have are called in the guides.
    private static let claimMeanings: [Measure: String] = [
        .killed: "Deaths claimed", .injured: "Injuries claimed",
    ]
}
