import Records
import Templates

/// One of the facts that the military is asked to make public about a strike.
struct DisclosureView: TemplateRecord {
    let scope: PageScope
    let fact: Disclosure.Fact
    let disclosures: [Disclosure]

    static let schema = RecordSchema<DisclosureView>(
        "disclosure",
        "One fact about a strike, disclosed or not.",
        [
            .text("fact", "Date, time, location, weapon or target, as a key.") {
                $0.fact.rawValue
            },
            .text("label", "The same in words.") {
                $0.scope.language.label("fact_", $0.fact.rawValue)
            },
            .boolean("is_disclosed", "Whether the military made it public.") {
                !$0.disclosures.isEmpty
            },
            .text("value", "The fact as stated; empty when it is not disclosed.") { view in
                var values: [String] = []
                for value in view.values where !values.contains(value) { values.append(value) }
                return values.joined(separator: "; ")
            },
            .text("by", "Who made it public; may be empty.") {
                $0.scope.label($0.disclosures.first?.disclosedBy ?? "", .disclosures, .disclosedBy)
            },
            .optionalURL("source_url", "Where it was read.") { view in
                view.disclosures.first { !$0.sourceURL.isEmpty }?.sourceURL
            },
        ]
    )

    /// The facts as stated; a date in ISO 8601 is written in the page's language.
    private var values: [String] {
        disclosures.map { disclosure in
            guard fact == .date, let date = CalendarDate(iso: disclosure.value) else {
                return scope.label(disclosure.value, .disclosures, .value)
            }
            return scope.language.text(date)
        }
    }

    /// The five facts about the strike at a position, disclosed or not.
    static func all(_ scope: PageScope, ofStrikeAt position: Int) -> [DisclosureView] {
        let disclosures = scope.report.dataset.disclosures(ofStrikeAt: position)
        return Disclosure.Fact.allCases.map { fact in
            DisclosureView(
                scope: scope,
                fact: fact,
                disclosures: disclosures.filter { $0.fact == fact }
            )
        }
    }
}

/// For how many strikes the military disclosed a fact.
struct DisclosureTotalView: TemplateRecord {
    let scope: PageScope
    let fact: Disclosure.Fact

    static let schema = RecordSchema<DisclosureTotalView>(
        "disclosure total",
        "For how many strikes the military disclosed a fact.",
        [
            .text("fact", "The fact, as a key.") { $0.fact.rawValue },
            .text("label", "The fact in words.") {
                $0.scope.language.label("fact_", $0.fact.rawValue)
            },
            .record("disclosed", "The strikes for which it is disclosed, as a figure.") {
                $0.figure($0.scope.report.standing.disclosed)
            },
            .record("undisclosed", "The strikes for which it is not, as a figure.") {
                $0.figure($0.scope.report.standing.undisclosed)
            },
        ]
    )

    private func figure(_ ids: [Disclosure.Fact: FigureID]) -> FigureView {
        FigureView(scope, ids[fact] ?? scope.report.standing.all, .strikes)
    }

    /// The totals of the five facts; empty when the records have no disclosures.
    static func all(_ scope: PageScope) -> [DisclosureTotalView] {
        scope.report.standing.disclosed.isEmpty
            ? [] : Disclosure.Fact.allCases.map { DisclosureTotalView(scope: scope, fact: $0) }
    }
}

/// One row of the disclosure table: a strike and its five facts.
struct DisclosureRowView: TemplateRecord {
    let scope: PageScope
    let position: Int

    static let schema = RecordSchema<DisclosureRowView>(
        "disclosure row",
        "A strike and which facts about it the military made public.",
        [
            .record("strike", "The strike.") { StrikeView($0.scope, $0.position) },
            .list("facts", "The five facts, disclosed or not.") {
                DisclosureView.all($0.scope, ofStrikeAt: $0.position)
            },
        ]
    )
}
