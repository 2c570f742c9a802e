import Records
import Templates

/// The picture that a link to a page shows.
struct CardView: TemplateRecord {
    let scope: PageScope
    let path: String
    let address: String
    /// Its record; `nil` for a file without one.
    private let medium: Medium?

    /// Makes the view of a card; `nil` without one, or when the report's address is not known.
    init?(_ scope: PageScope, _ card: String) {
        guard !card.isEmpty else { return nil }
        let path = Cards.path(card, in: scope.report.dataset)
        guard let address = scope.exactAddress(path) else { return nil }
        self.scope = scope
        self.path = path
        self.address = address
        medium = scope.report.dataset.media.first { $0.path == path }
    }

    static let schema = RecordSchema<CardView>(
        "card",
        "The picture that a link to the page shows.",
        [
            .url("url", "Its published address.") { $0.address },
            .optionalInteger("width", "Its width in pixels, if it is known.") {
                $0.scope.report.mediumFacts($0.path)?.width
            },
            .optionalInteger("height", "Its height in pixels, if it is known.") {
                $0.scope.report.mediumFacts($0.path)?.height
            },
            .text("alt", "What somebody who cannot see it is told; may be empty.") { view in
                view.medium.map { view.scope.text($0.alternative, or: $0.alternatives) } ?? ""
            },
        ]
    )
}
