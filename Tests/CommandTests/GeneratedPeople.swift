import Diagnostics
import Foundation
import Records

/// A list of people with and without strikes, of whom much is not known, with Swift's answers to selections.
struct GeneratedPeople {
    private let people: [[String: String]]
    private let strikes: [[String: String]]
    private let bands: [Int]
    private let queries: [String]

    private static let ages = [
        "", "0", "4", "17", "18", "59", "60", "81", "40s", "late 30s", "80 plus", "90+", "15–20",
        "4 months", "30 days", "unborn",
    ]
    private static let places = ["", "North Town", "South, old", "نهر"]
    private static let communities = ["", "A", "B-or-C", "د"]

    init(_ generator: inout Generator) {
        let hasStrikes = generator.chance(60)
        let count = hasStrikes ? Int.random(in: 1...4, using: &generator) : 0
        strikes = (0..<count)
            .map { number in
                [
                    "id": "S\(number)", "date": GeneratedPeople.date(&generator, orNone: false),
                    "place": generator.pick(GeneratedPeople.places, else: ""),
                    "grading": generator.pick(["fair", "weak", ""], else: ""),
                ]
            }
        bands = generator.pick([[0, 5, 18, 60], [18], [5, 40]], else: [18])
        var people: [[String: String]] = []
        for number in 0..<Int.random(in: 1...20, using: &generator) {
            let isAlone = count == 0 || generator.chance(40)
            people.append([
                "name": "P\(number)",
                "strike_id": isAlone ? "" : "S\(Int.random(in: 0..<count, using: &generator))",
                "age": generator.pick(GeneratedPeople.ages, else: ""),
                "age_group": generator.pick(["", "", "child", "adult", "unknown"], else: ""),
                "sex": generator.pick(["", "female", "male", "unknown"], else: ""),
                "status": generator.pick(["", "killed", "injured"], else: ""),
                "date": generator.chance(50)
                    ? GeneratedPeople.date(&generator, orNone: true) : "",
                "place": generator.pick(GeneratedPeople.places, else: ""),
                "cause": generator.pick(["", "Shelling", "Hunger"], else: ""),
                "community": generator.pick(GeneratedPeople.communities, else: ""),
            ])
        }
        self.people = people
        queries = GeneratedPeople.queries(people, strikes, &generator)
    }

    private static func date(_ generator: inout Generator, orNone: Bool) -> String {
        let month = "2023-" + (generator.chance(50) ? "10" : "11")
        let day = month + "-" + String(Int.random(in: 10...30, using: &generator))
        return generator.pick([day, day, month, "2023", orNone ? "" : day], else: day)
    }

    /// Single conditions, and pairs of them.
    private static func queries(
        _ people: [[String: String]],
        _ strikes: [[String: String]],
        _ generator: inout Generator
    ) -> [String] {
        func known(_ name: String) -> [String] {
            let own = Set((people + strikes).compactMap { $0[name] }).subtracting([""])
            return own.sorted().map { "\(name)=" + QueryText.encoded($0) }
        }
        let ofPeople = Set(people.compactMap { $0["community"] }).subtracting([""])
        var terms =
            [
                "sex=female", "sex=male", "sex=", "sex=unknown,female", "age_group=child",
                "status=killed", "status=", "age=0..17", "age=18..", "age=..4,5..17", "age=7",
                "age=", "age=,40..49", "month=2023-10", "month=", "month=,2023-11", "year=2023",
                "year=2022", "day=", "date=2023-10-15..2023-11", "date=..2023-10", "strike=",
                "cause=", "community=",
            ] + known("place") + known("cause")
            + ofPeople.sorted().map { "community=" + QueryText.encoded($0) }
        if !strikes.isEmpty {
            terms += ["grading=counted", "grading=", "grading=fair", "strike=S0"]
        } else {
            terms.removeAll { $0.hasPrefix("strike") }
        }
        terms += terms.map { term in
            let equals = term.firstIndex(of: "=") ?? term.endIndex
            return term[..<equals] + "!" + term[equals...]
        }
        let pairs = (0..<20)
            .map { _ in
                generator.pick(terms, else: "") + "&" + generator.pick(terms, else: "")
            }
        return [""] + terms + pairs + ["age_band=0..17", "age_band="]
    }

    /// The list and the answers, as one line of JSON.
    func line() throws -> String {
        let dataset = Dataset(
            codebook: GeneratedPeople.codebook(hasStrikes: !strikes.isEmpty),
            methodology: Methodology(gradings: [
                Grading(key: "fair", label: "Fair", isCounted: true, meaning: ""),
                Grading(key: "weak", label: "Weak", isCounted: false, meaning: ""),
            ]),
            strikes: try strikes.map(GeneratedPeople.strike),
            victims: people.map(GeneratedPeople.victim)
        )
        var settings = SiteSettings()
        settings.ageBands = AgeBands(bands)
        let index = StrikeIndex(dataset)
        let reading = SelectionReading(dataset, settings: settings, index: index)
        var answers: [String: [[String]]] = [:]
        guard let side = reading.people else { return "" }
        for query in queries {
            // A band that the site does not state is no selection, nor is a place that nobody has.
            guard let selection = try? side.parser.parse(query) else {
                let mayFail = query.hasPrefix("age_band") || query.contains("place")
                guard mayFail else { throw Unread(query: query) }
                continue
            }
            answers[query] = [side.index.records(selection), side.index.undecided(selection)]
                .map { $0.positions.map { dataset.victims[$0].name } }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let line = Line(
            people: people,
            strikes: strikes,
            counted: ["fair"],
            bands: bands,
            answers: answers
        )
        return String(decoding: try encoder.encode(line), as: UTF8.self)
    }

    private struct Line: Encodable {
        let people: [[String: String]]
        let strikes: [[String: String]]
        let counted: [String]
        let bands: [Int]
        let answers: [String: [[String]]]
    }

    private struct Unread: Error {
        let query: String
    }

    private static func strike(_ row: [String: String]) throws -> Strike {
        let text = row["date"] ?? ""
        guard let date = CalendarDate(iso: text) else { throw Unread(query: text) }
        let precise: StrikeDate =
            date.day != nil ? .day(date) : date.month != nil ? .month(date) : .year(date)
        var strike = Strike(id: row["id"] ?? "", date: precise)
        strike.place.name = row["place"] ?? ""
        strike.grading = row["grading"] ?? ""
        return strike
    }

    private static func victim(_ row: [String: String]) -> Victim {
        func cell(_ name: String) -> String { row[name] ?? "" }
        var victim = Victim(strikeID: cell("strike_id"))
        victim.name = cell("name")
        victim.age = cell("age")
        victim.ageGroup = cell("age_group")
        victim.sex = cell("sex")
        victim.status = cell("status")
        victim.date = CalendarDate(iso: cell("date"))
        victim.place = cell("place")
        victim.cause = cell("cause")
        victim.extras = [cell("community")]
        return victim
    }

    private static func codebook(hasStrikes: Bool) -> Codebook {
        let location = SourceLocation(file: "content/datapackage.yaml")
        func field(_ name: String, _ role: Role?) -> CodebookField {
            var field = CodebookField(name: name, location: location)
            field.role = role
            field.isPublic = true
            return field
        }
        var people = Resource(kind: .victims, path: "data/victims.csv", location: location)
        people.fields =
            [
                Role.strikeID, .name, .age, .ageGroup, .sex, .status, .date, .place, .cause,
            ]
            .map { field($0.name, $0) } + [field("community", nil)]
        var strikes = Resource(kind: .strikes, path: "data/strikes.csv", location: location)
        strikes.fields = [Role.id, .date, .place, .grading].map { field($0.name, $0) }
        var codebook = Codebook()
        codebook.resources = (hasStrikes ? [strikes] : []) + [people]
        return codebook
    }
}
