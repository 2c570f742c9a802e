// A column that is declared as listed appears on the page of its strike without a template of its own.

import Records

/// The facts that the page of a strike lists as labels and texts, in one language.
struct ListedFacts: Sendable {
    private let columns: [ListedColumn]
    private let selections: SelectionWording
    private let dataset: Dataset

    init(_ selections: SelectionWording, dataset: Dataset, language: Language) {
        self.selections = selections
        self.dataset = dataset
        columns = Strike.columns(of: dataset.measures).all
            .compactMap { column in
                guard column.shape.isListed, case .text(let text, _) = column.access else {
                    return nil
                }
                return ListedColumn(
                    role: column.role,
                    label: language.factLabel(of: column.role),
                    text: text
                )
            }
    }

    /// The facts of the strike at a position that are known, in the order of the columns.
    func facts(of position: Int, _ scope: PageScope) -> [LabelledTextView] {
        columns.compactMap { column in
            let text = column.text(dataset.strikes, position)
            if text.isEmpty { return nil }
            return LabelledTextView(
                label: column.label,
                text: selections.value(text, of: .text(column.role)),
                definition: column.role == .militaryAssessment
                    ? ListedFacts.definition(ofVerdict: text, scope) : nil
            )
        }
    }
}

extension ListedFacts {
    /// What a verdict means, where the site defines it.
    private static func definition(
        ofVerdict key: String,
        _ scope: PageScope
    ) -> (meaning: String, url: String)? {
        scope.settings.assessments.first { $0.key == key && !$0.meaning.isEmpty }
            .map { ($0.meaning, scope.definition(PagePlaces.anchor("verdict", $0.key))) }
    }
}

/// A listed column with its label in one language.
private struct ListedColumn: Sendable {
    let role: Role
    let label: String
    let text: FactReader<Strike, String>
}
