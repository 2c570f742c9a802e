import Records
import Templates
import Text

/// One page of a list in which readers find records without a script: strikes by month or place, people by name.
struct RegisterPage: PageRoot {
    let scope: PageScope
    let pager: PagerView
    let kind: Kind

    /// What is listed.
    enum Kind: CaseIterable {
        /// The months, each with its first strike in the list of strikes.
        case months
        /// The places from A to Z, each with its strikes.
        case places
        /// The people from A to Z, each with the strike.
        case people

        /// The first page.
        var page: PagePlaces.Fixed {
            switch self {
            case .months: .months
            case .places: .places
            case .people: .people
            }
        }

        /// The title.
        var title: Word {
            switch self {
            case .months: .titleMonths
            case .places: .titlePlaces
            case .people: .titlePeopleByName
            }
        }

        /// What a reader looks for a record by.
        var field: Word {
            switch self {
            case .months: .registerMonths
            case .places: .registerPlaces
            case .people: .registerPeople
            }
        }

        /// The rows of each page.
        func paging(_ model: ReportModel) -> Paging {
            switch self {
            case .months: Paging(count: 1, size: 1)
            case .places:
                Paging(count: model.dataset.strikes.count, size: Registers.rowsPerPage)
            case .people:
                Paging(count: model.dataset.victims.count, size: Registers.rowsPerPage)
            }
        }
    }

    var page: PageView { pager.page(kind.title) }

    static let schema = RecordSchema<RegisterPage>(
        "register",
        "One page of a list in which readers find records: strikes by month or place, people by name.",
        withPageFields([
            .text("kind", "What is listed: months, places or people.") { page in
                switch page.kind {
                case .months: "months"
                case .places: "places"
                case .people: "people"
                }
            },
            .list("letters", "The sections of all pages: initials or years.") { $0.letters },
            .list("sections", "The sections of this page.") { $0.sections },
            .record("pager", "The position of the page in the list of pages.") { $0.pager },
        ])
    )

    /// The page and anchor of a place, from the root of its version.
    static func path(ofPlace place: PlaceRegister.Place) -> String {
        let page = place.rows.lowerBound / Registers.rowsPerPage
        return PagePlaces.paged(PagePlaces.Fixed.places.rawValue, page) + "#" + anchor(place)
    }

    private static func anchor(_ place: PlaceRegister.Place) -> String {
        PagePlaces.anchor("p", place.city.isEmpty ? place.name : place.name + ", " + place.city)
    }

    private var registers: Registers { scope.edition.registers }

    private var letters: [LinkView] {
        switch kind {
        case .months:
            return sections.map { LinkView(text: $0.label, url: "#" + $0.anchor) }
        case .places: return links(registers.places.initials)
        case .people: return links(registers.people.initials)
        }
    }

    private func links(_ initials: [(initial: String, row: Int)]) -> [LinkView] {
        if initials.count < 2 { return [] }
        return initials.map { initial, row in
            let page = row / Registers.rowsPerPage
            let path = PagePlaces.paged(kind.page.rawValue, page)
            return LinkView(
                text: label(initial),
                url: (page == pager.index ? "" : scope.url(path)) + "#" + anchor(initial)
            )
        }
    }

    private func label(_ initial: String) -> String {
        initial.isEmpty ? scope.language.text(.fieldValueBlank) : initial
    }

    /// “i-none” cannot be the anchor of an initial, which is one letter.
    private func anchor(_ initial: String) -> String {
        initial.isEmpty ? "i-none" : PagePlaces.anchor("i", initial)
    }

    private var sections: [RegisterSectionView] {
        switch kind {
        case .months: months
        case .places: sections(of: registers.places.initials) { places($0) }
        case .people: sections(of: registers.people.initials) { people($0) }
        }
    }

    /// The sections that have rows on this page.
    private func sections(
        of initials: [(initial: String, row: Int)],
        _ entries: (Range<Int>) -> [RegisterEntryView]
    ) -> [RegisterSectionView] {
        initials.indices.compactMap { number in
            let next = number + 1 < initials.count ? initials[number + 1].row : Int.max
            let start = max(initials[number].row, pager.range.lowerBound)
            let end = min(next, pager.range.upperBound)
            guard start < end else { return nil }
            let initial = initials[number].initial
            return RegisterSectionView(
                label: label(initial),
                anchor: anchor(initial),
                entries: entries(start..<end)
            )
        }
    }

    private func places(_ rows: Range<Int>) -> [RegisterEntryView] {
        let register = registers.places
        var entries: [RegisterEntryView] = []
        var row = rows.lowerBound
        while row < rows.upperBound {
            let place = register.places[register.placeOfStrike[register.order[row]]]
            let shown = row..<min(place.rows.upperBound, rows.upperBound)
            let first = StrikeView(scope, register.order[row])
            entries.append(
                RegisterEntryView(
                    text: place.name.isEmpty ? label("") : place.name,
                    local: first.localPlace,
                    note: place.city.isEmpty ? "" : scope.language.isolated(place.city),
                    anchor: row == place.rows.lowerBound ? RegisterPage.anchor(place) : nil,
                    url: nil,
                    links: shown.map { row in
                        let strike = StrikeView(scope, register.order[row])
                        return RegisterLinkView(
                            text: scope.edition.shortDate(ofStrikeAt: register.order[row]),
                            url: strike.url,
                            note: strike.strike.id
                        )
                    }
                )
            )
            row = shown.upperBound
        }
        return entries
    }

    private func people(_ rows: Range<Int>) -> [RegisterEntryView] {
        let dataset = scope.report.dataset
        let comma = scope.language.text(.comma)
        return rows.map { row in
            let position = registers.people.order[row]
            let victim = dataset.victims[position]
            let tag = scope.language.tag
            let name = victim.names.first { $0.language == tag }?.name ?? victim.name
            let local = victim.names.first { $0.language != tag }
            let strike = dataset.index(of: victim.strikeID).map { StrikeView(scope, $0) }
            return RegisterEntryView(
                text: name.isEmpty ? label("") : name,
                local: local.map { LocalTextView(text: $0.name, language: $0.language) },
                note: strike.map { $0.title + comma + scope.language.isolated($0.strike.id) } ?? "",
                anchor: nil,
                url: victim.id.isEmpty
                    ? strike.map { $0.url + "#people" }
                    : scope.url(scope.report.path(ofPersonAt: position)),
                links: []
            )
        }
    }

    /// The months by year, each with its first strike; years of strikes whose month is not known come with them.
    private var months: [RegisterSectionView] {
        let dataset = scope.report.dataset
        var firsts: [String: (position: Int, count: Int)] = [:]
        for position in dataset.strikes.indices {
            let date = dataset.strikes[position].date
            let key = date.isoMonth ?? date.first.iso.prefix(4).description + "-"
            firsts[key, default: (position, 0)].count += 1
        }
        var sections: [RegisterSectionView] = []
        for key in firsts.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            guard let (position, count) = firsts[key] else { continue }
            let year =
                CalendarDate(iso: String(key.prefix(4))).map { scope.language.text($0) } ?? key
            let month = key.hasSuffix("-") ? nil : CalendarDate(iso: key)
            let entry = RegisterEntryView(
                text: month.map { scope.language.text($0) }
                    ?? scope.language.text(.monthNotKnown, ["year": year]),
                local: nil,
                note: scope.language.text(.nStrikes, count: count),
                anchor: nil,
                url: scope.url(listPath(of: position)),
                links: []
            )
            if sections.last?.label == year {
                sections[sections.count - 1].entries.append(entry)
            } else {
                sections.append(
                    RegisterSectionView(
                        label: year,
                        anchor: "y-" + key.prefix(4),
                        entries: [entry]
                    )
                )
            }
        }
        return sections
    }

    /// The row of a strike in the list of strikes, from the root of the version.
    private func listPath(of position: Int) -> String {
        let page = position / scope.report.strikesPerPage
        let id = scope.report.dataset.strikes[position].id
        return PagePlaces.paged(PagePlaces.Fixed.strikes.path(scope.report.settings), page) + "#"
            + PagePlaces.anchor("s", id)
    }
}

/// A register, wherever it is linked.
struct RegisterView: TemplateRecord {
    let scope: PageScope
    let kind: RegisterPage.Kind

    static let schema = RecordSchema<RegisterView>(
        "register link",
        "A list in which readers find records.",
        [
            .text("title", "Its title.") { $0.scope.language.text($0.kind.title) },
            .text("field", "What a reader finds a record by: month, place or name.") {
                $0.scope.language.text($0.kind.field)
            },
            .url("url", "Its first page.") { $0.scope.url($0.kind.page) },
        ]
    )
}

/// A part of a register: an initial or a year.
struct RegisterSectionView: TemplateRecord {
    let label: String
    let anchor: String
    var entries: [RegisterEntryView]

    static let schema = RecordSchema<RegisterSectionView>(
        "register section",
        "A part of a register: an initial or a year.",
        [
            .text("label", "The initial or the year.") { $0.label },
            .text("anchor", "Its fragment.") { $0.anchor },
            .list("entries", "What is listed in it.") { $0.entries },
        ]
    )
}

/// A line of a register.
struct RegisterEntryView: TemplateRecord {
    let text: String
    let local: LocalTextView?
    let note: String
    let anchor: String?
    let url: String?
    let links: [RegisterLinkView]

    static let schema = RecordSchema<RegisterEntryView>(
        "register entry",
        "A line of a register: a month, a place or a person.",
        [
            .text("text", "The month, place or person.") { $0.text },
            .optionalRecord("local", "The name in another language.") { $0.local },
            .text("note", "What is said of it in a few words; may be empty.") { $0.note },
            .optionalText("anchor", "The fragment of a place, on its first line.") { $0.anchor },
            .optionalURL("url", "Where it leads.") { $0.url },
            .list("links", "Its strikes.") { $0.links },
        ]
    )
}

/// A strike in a line of a register.
struct RegisterLinkView: TemplateRecord {
    let text: String
    let url: String
    let note: String

    static let schema = RecordSchema<RegisterLinkView>(
        "register strike",
        "A strike in a line of a register.",
        [
            .text("text", "The date, with the place where the line does not say it.") { $0.text },
            .url("url", "Its page.") { $0.url },
            .text("note", "Its id.") { $0.note },
        ]
    )
}
