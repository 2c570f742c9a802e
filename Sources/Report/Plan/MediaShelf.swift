// Where media belong and how they stand together is the same on all pages, and is found once.

import Records

/// The media of a report by their articles and in their pairs.
struct MediaShelf: Sendable {
    private let byArticle: [String: [Int]]
    /// The other half of a pair, by the position of each.
    private let partners: [Int: Int]
    private let isBefore: Set<Int>
    /// What the paths of translations begin with.
    private let folders: [String]

    init(_ dataset: Dataset, languages: [String]) {
        let media = dataset.media
        byArticle = Dictionary(
            grouping: media.indices.filter { !media[$0].article.isEmpty },
            by: { media[$0].articlePath }
        )
        let pairs = Dictionary(
            grouping: media.indices.filter { !media[$0].pair.isEmpty },
            by: { media[$0].pair }
        )
        var partners: [Int: Int] = [:]
        for pair in pairs.values where pair.count == 2 {
            partners[pair[0]] = pair[1]
            partners[pair[1]] = pair[0]
        }
        self.partners = partners
        isBefore = Set(media.indices.filter { media[$0].moment == .before })
        folders = languages.dropFirst().map { $0 + "/" }
    }

    /// The media of an article, or of the original of a translation, by position.
    func places(of article: String) -> [Int] {
        if byArticle.isEmpty { return [] }
        if let own = byArticle[article] { return own }
        guard let folder = folders.first(where: article.hasPrefix) else { return [] }
        return byArticle[String(article.dropFirst(folder.count))] ?? []
    }

    /// Media in the groups in which they are shown: each alone, or with the other half of its pair, before first.
    func groups(_ places: [Int]) -> [[Int]] {
        var seen: Set<Int> = []
        var groups: [[Int]] = []
        for place in places where seen.insert(place).inserted {
            guard let partner = partners[place] else {
                groups.append([place])
                continue
            }
            if seen.insert(partner).inserted {
                groups.append(isBefore.contains(place) ? [place, partner] : [partner, place])
            }
        }
        return groups
    }

    /// All media that are shown where some are: each with the other half of its pair.
    func shown(_ places: [Int]) -> Set<Int> { Set(groups(places).joined()) }
}
