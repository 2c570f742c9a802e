// A name that somebody had in a release and has no longer may have been taken away to protect them. History does not
// repeat it, and neither may an article that still says it.

import Records

/// The names of people that releases hold and that are not shown now.
struct FormerNames {
    private let columns: [String]
    /// The names that are shown now.
    private var shown: Set<String> = []
    /// The strikes for which the author says that a name was only misspelt.
    private var misspelt: Set<String> = []

    init(_ dataset: Dataset) {
        columns =
            dataset.codebook.resource(.victims)?.fields
            .filter { $0.isPublic && $0.role?.whole == .name }.map(\.name) ?? []
        if columns.isEmpty { return }
        for position in dataset.victims.indices {
            shown.insert(dataset.victims[position].name)
            for name in dataset.victims[position].names { shown.insert(name.name) }
        }
        let fields = Set(columns.flatMap { [$0, "victims.\($0)"] } + ["victims"])
        for correction in dataset.corrections
        where correction.kind == .changed && fields.contains(correction.field) {
            misspelt.insert(correction.record)
        }
    }

    /// The former names in some releases, each once.
    ///
    /// A single word is left out: many people have the same first name.
    func values(_ releases: [Release]) -> [PrivateValue] {
        if columns.isEmpty { return [] }
        var seen = shown
        var values: [PrivateValue] = []
        for release in releases {
            guard let people = release.state.table(.victims) else { continue }
            for person in people.records where !person.strikes.contains(where: misspelt.contains) {
                for column in columns {
                    guard let name = person.cells[column], name.contains(" "),
                        seen.insert(name).inserted
                    else { continue }
                    values.append(
                        PrivateValue(
                            text: name,
                            location: .init(file: release.stamp.path),
                            record: person.strikes.first,
                            column: column,
                            reason: .retracted
                        )
                    )
                }
            }
        }
        return values
    }
}
