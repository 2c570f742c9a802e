import Diagnostics
import Foundation
import Records

/// Pseudo-random numbers that are the same on every machine (SplitMix64).
struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func pick<Value>(_ values: [Value], else other: Value) -> Value {
        values.randomElement(using: &self) ?? other
    }
}

/// A data set with unknowns, ranges, open ends and overlaps, the selections asked of it, and Swift's totals.
struct GeneratedSet {
    private var strikes: [Strike] = []
    private var rows: [[String: String]] = []
    private var victims: [Victim] = []
    private var disclosures: [Disclosure] = []
    private let queries: [String]

    /// Measures of the set’s own: a part of a part that is declared before it, and one that is part of nothing.
    private static let measures = MeasureList(declared: [
        Measure("nurses_killed", "Nurses", labels: [:], partOf: "medics_killed"),
        Measure("medics_killed", "Medics", labels: [:], partOf: "killed"),
        Measure("homes_destroyed", "Homes", labels: [:], unit: "homes"),
    ])

    private static let gradings = ["confirmed", "fair", "weak"]
    private static let districts = ["North", "South, old", "Al Badou", ""]

    init(_ generator: inout Generator) throws {
        let count = Int.random(in: 1...24, using: &generator)
        for number in 0..<count {
            let (strike, row) = try GeneratedSet.strike(number, &generator)
            strikes.append(strike)
            rows.append(row)
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                victims.append(Victim(strikeID: strike.id))
            }
            for fact in Disclosure.Fact.allCases where generator.chance(20) {
                disclosures.append(Disclosure(strikeID: strike.id, fact: fact))
            }
        }
        queries = GeneratedSet.queries(rows, &generator)
    }

    /// One strike as a record, and the same as the cells of a CSV file.
    private static func strike(
        _ number: Int,
        _ generator: inout Generator
    ) throws -> (Strike, [String: String]) {
        var row = ["id": "S\(number)"]
        let (date, cells) = try date(&generator)
        var strike = Strike(id: "S\(number)", date: date)
        row.merge(cells) { $1 }
        strike.grading = generator.pick(gradings, else: "fair")
        row["grading"] = strike.grading
        strike.place.district = generator.pick(districts, else: "")
        row["district"] = strike.place.district
        for measure in measures.counts {
            let (published, text) = GeneratedSet.count(&generator)
            strike.counts[measure] = published
            row[measure.name] = text
        }
        // Overlaps lead to strikes with smaller numbers, so they make chains but no circles.
        let earlier = (0..<number).map { "S\($0)" }
        if generator.chance(15) { strike.overlap.partOf = generator.pick(earlier, else: "") }
        for (group, percent) in zip(OverlapGroup.all, [15, 15, 20])
        where generator.chance(percent) {
            strike.overlap[group] = generator.pick(earlier, else: "")
        }
        row["part_of"] = strike.overlap.partOf
        for group in OverlapGroup.all { row["\(group.name)_shared_with"] = strike.overlap[group] }
        return (strike, row)
    }

    private static func count(_ generator: inout Generator) -> (Count, String) {
        let low = Int.random(in: 0...40, using: &generator)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...2: return (.unknown, "")
        case 3: return (.noneReported, "0")
        case 4: return (.atLeast(low), "\(low)+")
        case 5...6:
            let high = low + Int.random(in: 1...30, using: &generator)
            return (.range(low, high), "\(low)–\(high)")
        default: return (.exact(low), "\(low)")
        }
    }

    /// A date as a record, and the cells of its row.
    private static func date(_ generator: inout Generator) throws -> (StrikeDate, [String: String])
    {
        let month = "2017-0" + String(Int.random(in: 6...9, using: &generator))
        let day = month + "-" + String(Int.random(in: 10...28, using: &generator))
        func cells(_ date: String, _ precision: String, end: String = "") -> [String: String] {
            ["date": date, "date_precision": precision, "date_end": end]
        }
        func range(to end: String) throws -> (StrikeDate, [String: String]) {
            (.range(try calendar(day), try calendar(end)), cells(day, "range", end: end))
        }
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: return (.month(try calendar(month)), cells(month, "month"))
        case 1: return (.year(try calendar("2017")), cells("2017", "year"))
        case 2: return try range(to: "2017-10-17")
        case 3: return try range(to: month + "-30")
        default: return (.day(try calendar(day)), cells(day, "day"))
        }
    }

    private static func calendar(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(iso: text) else { throw NoDate(text: text) }
        return date
    }

    private struct NoDate: Error {
        let text: String
    }

    private static func queries(
        _ rows: [[String: String]],
        _ generator: inout Generator
    ) -> [String] {
        var ids = rows.compactMap { $0["id"] }
        ids.shuffle(using: &generator)
        let some = ids.prefix(Int.random(in: 1...ids.count, using: &generator))
        let hasWeak = rows.contains { $0["grading"] == "weak" }
        let districts = Set(rows.compactMap { $0["district"] }).filter { !$0.isEmpty }
        return [
            "", "grading=counted", "grading!=counted", hasWeak ? "grading=weak" : "grading=fair",
            "month=2017-07", "month=2017-06,2017-08&grading=counted", "year=2017", "month=",
            "date=2017-06-15..2017-08-20", "date=..2017-07", "date!=2017-07", "day=",
            "date=2017-07-12", "date=2017-06,2017-07", "month!=2017-08&grading=counted",
            "year!=2016",
            "day=2017-07", "day=,2017-06", "month=2017-07..",
            "date!=2017-06-01..2017-06-20,2017-08",
            "disclosed=target", "disclosed!=target,weapon", "disclosed=",
            "district=", "id=" + some.joined(separator: ","), "id!=" + some.joined(separator: ","),
        ] + districts.sorted().map { "district=" + QueryText.encoded($0) + "&grading=counted" }
    }

    /// The set, and the totals of its selections, as one line of JSON.
    func line() throws -> String {
        let dataset = Dataset(
            codebook: GeneratedSet.codebook,
            methodology: Methodology(
                gradings: GeneratedSet.gradings.map {
                    Grading(key: $0, label: $0, isCounted: $0 != "weak", meaning: "")
                }
            ),
            strikes: strikes,
            victims: victims,
            disclosures: disclosures
        )
        let catalog = FieldCatalog(codebook: dataset.codebook)
        let index = StrikeIndex(dataset)
        let parser = SelectionParser(catalog: catalog, index: index)
        let recounting = Recounting(dataset)
        var totals: [String: [String: Values]] = [:]
        var mayFall: [String: [String]] = [:]
        for query in queries {
            let selection = try parser.parse(query)
            mayFall[query] = index.undecided(selection).positions.map { dataset.strikes[$0].id }
            let tally = recounting.tally(index.strikes(selection))
            totals[query] = Dictionary(
                uniqueKeysWithValues: GeneratedSet.measures.all
                    .filter { $0 != .sources && $0 != .claims }
                    .map { ($0.name, Values(tally.total($0))) }
            )
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let line = Line(
            strikes: rows,
            counted: ["confirmed", "fair"],
            declared: GeneratedSet.measures.declared.reduce(into: [:]) {
                $0[$1.name] = .some($1.group?.name)
            },
            victims: victims.map(\.strikeID),
            disclosures: disclosures.map { [$0.strikeID, $0.fact.rawValue] },
            totals: totals,
            mayFall: mayFall
        )
        return String(decoding: try encoder.encode(line), as: UTF8.self)
    }

    private struct Line: Encodable {
        let strikes: [[String: String]]
        let counted: [String]
        let declared: [String: String?]
        let victims: [String]
        let disclosures: [[String]]
        let totals: [String: [String: Values]]
        let mayFall: [String: [String]]

        enum CodingKeys: String, CodingKey {
            case strikes
            case counted
            case declared
            case victims
            case disclosures
            case totals
            case mayFall = "may_fall"
        }
    }

    /// A total, as `figures/*.json` writes it.
    private struct Values: Encodable {
        let total: Total

        init(_ total: Total) { self.total = total }

        enum CodingKeys: String, CodingKey {
            case min
            case max
            case strikes
            case unknown
            case open = "without_maximum"
        }

        func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(total.isUnknown ? nil : total.minimum, forKey: .min)
            try values.encode(total.isUnknown ? nil : total.maximum, forKey: .max)
            try values.encode(total.strikes, forKey: .strikes)
            try values.encode(total.unknown, forKey: .unknown)
            try values.encode(total.openEnded, forKey: .open)
        }
    }

    private static let codebook: Codebook = {
        let location = SourceLocation(file: "content/datapackage.yaml")
        var strikes = Resource(kind: .strikes, path: "data/strikes.csv", location: location)
        for role in [Role.id, .date, .grading, .district] {
            var field = CodebookField(name: role.name, location: location)
            field.role = role
            field.isPublic = true
            strikes.fields.append(field)
        }
        var codebook = Codebook()
        codebook.measures = measures
        codebook.resources = [
            strikes, Resource(kind: .disclosures, path: "data/disclosures.csv", location: location),
        ]
        return codebook
    }()
}
