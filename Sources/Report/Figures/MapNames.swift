import Records

/// The names beside the circles of a map, chosen to distinguish them.
///
/// The name is that of the place, or that of the neighbourhood where the place's is too long or more
/// strikes share it. A strike with neither name is labelled with its id.
struct MapNames {
    private let dataset: Dataset
    private let language: Language
    private let comma: String
    private var places: [String: Int] = [:]
    private var districts: [String: Int] = [:]

    /// The most characters that usually fit beside a circle.
    private static let longest = 28

    init(_ dataset: Dataset, _ positions: [Int], language: Language) {
        self.dataset = dataset
        self.language = language
        comma = language.text(.comma)
        for position in positions {
            places[dataset.placeName(ofStrikeAt: position, in: language.tag), default: 0] += 1
            let district = dataset.strikes[position].place.district
            districts[
                dataset.codebook.label(district, .strikes, .district, in: language.tag),
                default: 0
            ] += 1
        }
    }

    /// The name of the strike at a position.
    func name(ofStrikeAt position: Int) -> String {
        parts(ofStrikeAt: position).map { language.isolated($0) }.joined(separator: comma)
    }

    private func parts(ofStrikeAt position: Int) -> [String] {
        let place = dataset.placeName(ofStrikeAt: position, in: language.tag)
        let district = dataset.codebook.label(
            dataset.strikes[position].place.district,
            .strikes,
            .district,
            in: language.tag
        )
        let id = dataset.strikes[position].id
        let isUsable = !place.isEmpty && place.count <= MapNames.longest
        if !isUsable { return [district.isEmpty ? id : district] }
        let shared = places[place] ?? 1
        if district.isEmpty || district == place {
            return shared > 1 && district.isEmpty ? [place, id] : [place]
        }
        return [shared <= (districts[district] ?? 1) ? place : district]
    }
}
