// The list of strikes can be narrowed by month, place, grading and verdict. A short list carries the values in its rows; a
// list of many pages loads them for all strikes from one file.

import Records
import Text

/// The values by which the list of strikes can be narrowed.
struct StrikeFacets: Sendable {
    /// A value with the strikes that have it.
    struct Option: Sendable {
        /// The value as an address states it.
        let key: String
        /// How many strikes have it.
        var count = 0
    }

    /// A field with its values.
    struct Facet: Sendable {
        /// The name in addresses.
        let name: String
        /// The role of the column, where it is one.
        let role: Role?
        /// The values, in order.
        let options: [Option]
        /// The option of each strike, from 1; 0 where it has no value.
        let values: [Int]
    }

    /// The fields with at least one value.
    let facets: [Facet]

    /// The role of the areas from which a reader chooses.
    var area: Role? { facets.first { $0.name == "place" }?.role }

    /// The most areas that a reader chooses from.
    static let mostAreas = 150

    init(_ model: ReportModel) {
        let dataset = model.dataset
        var facets: [Facet] = []
        if let area = StrikeFacets.area(dataset) { facets.append(area) }
        facets.append(
            StrikeFacets.facet("month", nil, dataset) { dataset.strikes[$0].date.isoMonth ?? "" }
        )
        if !model.standing.gradings.isEmpty {
            let order = model.settings.methodology.gradings.map(\.key)
            facets.append(
                StrikeFacets.facet("grading", nil, dataset, order: order) {
                    dataset.strikes[$0].grading
                }
            )
        }
        facets.append(
            StrikeFacets.facet("verdict", .militaryAssessment, dataset) {
                dataset.strikes[$0].assessment
            }
        )
        self.facets = facets.filter { !$0.options.isEmpty }
    }

    /// The file for lists of many pages.
    func script(_ stamp: String) -> [UInt8] {
        SearchScript.part("strikes", stamp) { writer in
            writer.object { writer in
                for facet in facets {
                    writer.object(facet.name) { writer in
                        writer.array("keys", facet.options) { $0.value($1.key) }
                        writer.member("values", SearchMarks.text(of: facet.values))
                    }
                }
            }
        }
    }

    /// The narrowest area with a number of names that a reader can choose from.
    private static func area(_ dataset: Dataset) -> Facet? {
        let levels: [(Role, (Int) -> String)] = [
            (.district, { dataset.strikes[$0].place.district }),
            (.city, { dataset.strikes[$0].place.city }),
            (.governorate, { dataset.strikes[$0].place.governorate }),
            (.country, { dataset.strikes[$0].place.country }),
        ]
        for (role, value) in levels {
            let facet = facet("place", role, dataset, value)
            if (2...mostAreas).contains(facet.options.count) { return facet }
        }
        return nil
    }

    private static func facet(
        _ name: String,
        _ role: Role?,
        _ dataset: Dataset,
        order: [String] = [],
        _ value: (Int) -> String
    ) -> Facet {
        var numbers: [String: Int] = [:]
        var options: [Option] = []
        for key in order {
            numbers[key] = options.count
            options.append(Option(key: key))
        }
        var values: [Int] = []
        for position in dataset.strikes.indices {
            let key = value(position)
            if key.isEmpty {
                values.append(0)
                continue
            }
            let number = numbers[key] ?? options.count
            if number == options.count {
                numbers[key] = number
                options.append(Option(key: key))
            }
            options[number].count += 1
            values.append(number + 1)
        }
        var kept = options.indices.filter { options[$0].count > 0 }
        if order.isEmpty {
            kept = NaturalOrder.sorted(kept.map { options[$0].key }).compactMap { numbers[$0] }
        }
        var place = Array(repeating: 0, count: options.count + 1)
        for (new, old) in kept.enumerated() { place[old + 1] = new + 1 }
        return Facet(
            name: name,
            role: role,
            options: kept.map { options[$0] },
            values: values.map { place[$0] }
        )
    }
}
