import Records

/// The figures that every report states, whatever its articles say.
struct StandingFigures: Sendable {
    /// All strikes.
    let all: FigureID
    /// The strikes that enter headline totals.
    let counted: FigureID
    /// The strikes that do not.
    let notCounted: FigureID
    /// The strikes of each grading, by key.
    let gradings: [String: FigureID]
    /// The strikes that a site which grades strikes has not graded; `nil` when there is none.
    let ungraded: FigureID?
    /// The strikes for which the military disclosed a fact, among those of ``disclosureBase``.
    let disclosed: [Disclosure.Fact: FigureID]
    /// The strikes for which it did not.
    let undisclosed: [Disclosure.Fact: FigureID]
    /// The selection that headline totals use.
    let headline: Selection

    init(dataset: Dataset, catalog: FieldCatalog, collector: inout FigureCollector) {
        let hasGradings = catalog.field("grading") != nil && !dataset.methodology.gradings.isEmpty
        let counted = Selection([Condition(.grading, named: "grading", [.counted])])
        headline = hasGradings ? counted : .all
        all = collector.use(.all)
        self.counted = collector.use(headline)
        notCounted = collector.use(
            hasGradings
                ? Selection([
                    Condition(.grading, named: "grading", isNegated: true, [.counted])
                ]) : .all
        )
        var gradings: [String: FigureID] = [:]
        for grading in dataset.methodology.gradings where hasGradings {
            gradings[grading.key] = collector.use(
                Selection([Condition(.grading, named: "grading", [.text(grading.key)])])
            )
        }
        self.gradings = gradings
        let isGraded = dataset.strikes.indices.allSatisfy {
            !dataset.strikes[$0].grading.isEmpty
        }
        ungraded =
            hasGradings && !isGraded
            ? collector.use(
                Selection([Condition(.grading, named: "grading", [.text("")])])
            ) : nil
        var disclosed: [Disclosure.Fact: FigureID] = [:]
        var undisclosed: [Disclosure.Fact: FigureID] = [:]
        if catalog.field("disclosed") != nil {
            for fact in Disclosure.Fact.allCases {
                let value = SelectionValue.text(fact.rawValue)
                disclosed[fact] = collector.use(
                    Selection([Condition(.disclosed, named: "disclosed", [value])])
                )
                undisclosed[fact] = collector.use(
                    Selection([
                        Condition(.disclosed, named: "disclosed", isNegated: true, [value])
                    ])
                )
            }
        }
        self.disclosed = disclosed
        self.undisclosed = undisclosed
    }
}
