// What the search finds: strikes, people, places and pages, each with the texts under which it is found. The texts are
// taken from the records and articles from which pages are made, so nothing is found that no page shows.

import Decoding
import Markdown
import Records

/// The documents of a report, numbered: strikes, then people, places and pages.
struct SearchDocuments: Sendable {
    /// A kind of document; the raw value begins the names of the files that describe its documents.
    enum Kind: String, CaseIterable {
        case strike = "s"
        case person = "p"
        case place = "l"
        case page = "g"

        /// How many documents a file describes; only the first strike of a place stands for the place.
        var perFile: Int {
            switch self {
            case .strike, .person, .page: 100
            case .place: 300
            }
        }
    }

    let strikes: Range<Int>
    let people: Range<Int>
    /// A place has the number of its first row in the register of places.
    let places: Range<Int>
    let pages: Range<Int>
    /// The pages that have a title of their own, from the root of a version.
    let paths: [String]

    init(_ model: ReportModel) {
        let home = PagePlaces.Fixed.home.rawValue
        let articles = model.versions.all.first?.articles.map(\.path) ?? []
        let made = SearchDocuments.titles.keys.filter { model.exists($0) }
            .map { $0.path(model.settings) }
        paths = (articles.filter { $0 != home } + made)
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let count = model.dataset.strikes.count
        strikes = 0..<count
        people = count..<count + model.dataset.victims.count
        let rows = model.exists(.places) ? count : 0
        places = people.endIndex..<people.endIndex + rows
        pages = places.endIndex..<places.endIndex + paths.count
    }

    /// The numbers of a kind.
    func range(_ kind: Kind) -> Range<Int> {
        switch kind {
        case .strike: strikes
        case .person: people
        case .place: places
        case .page: pages
        }
    }

    /// The titles of the pages that Recount makes.
    static let titles: [PagePlaces.Fixed: Word] = [
        .strikes: .titleStrikes,
        .victims: .titleVictims,
        .claims: .titleClaims,
        .disclosures: .titleDisclosures,
        .methodology: .titleMethodology,
        .data: .titleData,
        .corrections: .titleCorrections,
    ]

    /// The title of the page at a path; `nil` if Recount does not make it.
    static func title(_ path: String, _ settings: SiteSettings) -> Word? {
        PagePlaces.Fixed.at(path, settings).flatMap { titles[$0] }
    }
}

/// The texts under which the documents are found.
struct SearchTexts {
    /// How surely a document is meant by a word in a text.
    enum Weight {
        /// The text names it.
        case strong
        /// The text is about it.
        case weak
    }

    /// What a document is found under.
    enum Part {
        /// A text.
        case text(String)
        /// A text that many documents share.
        case common(String)
        /// The names of the place of a strike.
        case names(strike: Int)
        /// The areas around the place of a strike.
        case areas(strike: Int)
        /// A date.
        case date(StrikeDate)
    }

    let model: ReportModel
    let documents: SearchDocuments

    /// Calls `body` with everything under which each document is found; a document's strong parts come first.
    func visit(_ body: (Int, Part, Weight) -> Void) {
        for number in documents.strikes {
            body(number, .text(model.dataset.strikes[number].id), .strong)
            body(number, .names(strike: number), .strong)
            body(number, .areas(strike: number), .weak)
            body(number, .date(model.dataset.strikes[number].date), .weak)
        }
        for number in documents.people { addPerson(number, body) }
        if !documents.places.isEmpty {
            let register = model.registers(in: model.language).places
            for place in register.places where !place.name.isEmpty {
                let row = place.rows.lowerBound
                let strike = register.order[row]
                body(documents.places.lowerBound + row, .names(strike: strike), .strong)
                body(documents.places.lowerBound + row, .areas(strike: strike), .weak)
            }
        }
        for number in documents.pages { addPage(number, body) }
    }

    private func addPerson(_ number: Int, _ body: (Int, Part, Weight) -> Void) {
        let position = number - documents.people.lowerBound
        let dataset = model.dataset
        if dataset.victims[position].name.isEmpty && dataset.victims[position].names.isEmpty {
            return
        }
        body(number, .text(dataset.victims[position].name), .strong)
        for name in dataset.victims[position].names { body(number, .text(name.name), .strong) }
        if !dataset.victims[position].id.isEmpty {
            body(number, .text(dataset.victims[position].id), .strong)
        }
        if let strike = dataset.index(of: dataset.victims[position].strikeID) {
            body(number, .text(dataset.victims[position].strikeID), .weak)
            body(number, .names(strike: strike), .weak)
            body(number, .areas(strike: strike), .weak)
        }
        body(number, .common(dataset.victims[position].place), .weak)
        for place in dataset.victims[position].places { body(number, .common(place.name), .weak) }
        let family = dataset.victims[position].family
        if family.isEmpty { return }
        for version in model.versions.all {
            let tag = version.language.tag
            let label = dataset.codebook.label(family, .victims, .family, in: tag)
            body(number, .common(label), .weak)
        }
    }

    private func addPage(_ number: Int, _ body: (Int, Part, Weight) -> Void) {
        let path = documents.paths[number - documents.pages.lowerBound]
        var weak: [String] = []
        for version in model.versions.all {
            let menu = model.places.menus[version.language.tag] ?? model.places.menu
            for label in menu.flatMap({ $0.labels(leadingTo: path) }) {
                body(number, .text(label), .strong)
            }
            guard let article = version.articles.first(where: { $0.path == path })?.article else {
                if let word = SearchDocuments.title(path, model.settings) {
                    body(number, .text(version.language.text(word)), .strong)
                }
                continue
            }
            body(number, .text(article.article.title), .strong)
            weak.append(article.article.description)
            weak += article.text.document.headings.map(\.plainText)
        }
        for text in weak { body(number, .text(text), .weak) }
    }

    /// The names of the place of a strike, in every language that the record states.
    func names(ofStrike position: Int) -> [String] {
        var names: [String] = []
        for version in model.versions.all {
            let name = model.dataset.placeName(ofStrikeAt: position, in: version.language.tag)
            if !names.contains(name) { names.append(name) }
        }
        let name = model.dataset.strikes[position].place.name
        if !names.contains(name) { names.append(name) }
        for other in model.dataset.strikes[position].place.names where !names.contains(other.name) {
            names.append(other.name)
        }
        return names
    }

    /// The areas around the place of a strike, in every language of the report.
    func areas(ofStrike position: Int) -> [String] {
        let place = model.dataset.strikes[position].place
        let levels: [(String, Role)] = [
            (place.district, .district), (place.city, .city), (place.governorate, .governorate),
            (place.country, .country),
        ]
        var areas: [String] = []
        for (area, role) in levels where !area.isEmpty {
            areas.append(area)
            for version in model.versions.all {
                let tag = version.language.tag
                let label = model.dataset.codebook.label(area, .strikes, role, in: tag)
                if label != area { areas.append(label) }
            }
        }
        return areas
    }

    /// A date as records and as the languages of the report write it.
    func texts(of date: StrikeDate) -> [String] {
        [date.iso] + model.versions.all.map { $0.language.text(date) }
    }
}
