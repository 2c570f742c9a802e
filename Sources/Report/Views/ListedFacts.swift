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
    func facts(of position: Int) -> [LabelledTextView] {
        columns.compactMap { column in
            let text = column.text(dataset.strikes, position)
            if text.isEmpty { return nil }
            return LabelledTextView(
                label: column.label,
                text: selections.value(text, of: .text(column.role))
            )
        }
    }
}

/// A listed column with its label in one language.
private struct ListedColumn: Sendable {
    let role: Role
    let label: String
    let text: FactReader<Strike, String>
}
