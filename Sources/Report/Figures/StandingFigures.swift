import Records

/// The figures that every report states, regardless of its articles.
struct StandingFigures: Sendable {
    /// All strikes.
    let all: FigureID
    /// The strikes that enter headline totals.
    let counted: FigureID
    /// The strikes that do not.
    let notCounted: FigureID
    /// The strikes of each grading, by key.
    let gradings: [String: FigureID]
    /// The strikes without a grading; `nil` when there are none or the site does not grade strikes.
    let ungraded: FigureID?
    /// The strikes for which the military disclosed a fact.
    let disclosed: [Disclosure.Fact: FigureID]
    /// The strikes for which it did not.
    let undisclosed: [Disclosure.Fact: FigureID]
    /// The selection that headline totals use.
    let headline: Selection

    init(dataset: Dataset, catalog: FieldCatalog, collector: inout FigureCollector) {
        let gradings = catalog.field("grading") == nil ? [] : dataset.methodology.gradings
        func graded(_ value: SelectionValue, isNegated: Bool = false) -> Selection {
            Selection([Condition(.grading, named: "grading", isNegated: isNegated, [value])])
        }
        headline = gradings.isEmpty ? .all : graded(.counted)
        all = collector.use(.all)
        counted = collector.use(headline)
        notCounted = collector.use(gradings.isEmpty ? .all : graded(.counted, isNegated: true))
        var byGrading: [String: FigureID] = [:]
        for grading in gradings {
            byGrading[grading.key] = collector.use(graded(.text(grading.key)))
        }
        self.gradings = byGrading
        let hasUngraded = dataset.strikes.indices.contains { dataset.strikes[$0].grading.isEmpty }
        ungraded = !gradings.isEmpty && hasUngraded ? collector.use(graded(.text(""))) : nil
        var disclosed: [Disclosure.Fact: FigureID] = [:]
        var undisclosed: [Disclosure.Fact: FigureID] = [:]
        if catalog.field("disclosed") != nil {
            for fact in Disclosure.Fact.allCases {
                func disclosing(isNegated: Bool) -> Selection {
                    let value = SelectionValue.text(fact.rawValue)
                    return Selection([
                        Condition(.disclosed, named: "disclosed", isNegated: isNegated, [value])
                    ])
                }
                disclosed[fact] = collector.use(disclosing(isNegated: false))
                undisclosed[fact] = collector.use(disclosing(isNegated: true))
            }
        }
        self.disclosed = disclosed
        self.undisclosed = undisclosed
    }
}
