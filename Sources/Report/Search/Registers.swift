// Strikes by place and people by name, from A to Z: lists that a reader finds a record in without a script. How many
// pages they have is known from the number of records, so that nothing is sorted before a page is rendered.

import Records
import Synchronization
import Text

/// The registers of a report in one language; each is sorted on first use and then kept.
final class Registers: Sendable {
    /// Rows on a page.
    static let rowsPerPage = 300

    private let dataset: Dataset
    private let tag: String
    private let knownPlaces = Mutex<PlaceRegister?>(nil)
    private let knownPeople = Mutex<PeopleRegister?>(nil)

    init(_ dataset: Dataset, tag: String) {
        self.dataset = dataset
        self.tag = tag
    }

    /// The strikes by place.
    var places: PlaceRegister {
        knownPlaces.withLock { known in
            let register = known ?? PlaceRegister(dataset, tag: tag)
            known = register
            return register
        }
    }

    /// The people by name.
    var people: PeopleRegister {
        knownPeople.withLock { known in
            let register = known ?? PeopleRegister(dataset, tag: tag)
            known = register
            return register
        }
    }
}

/// The strikes by the names of their places.
struct PlaceRegister: Sendable {
    /// A place with its strikes, which follow each other.
    struct Place: Sendable {
        /// The name, as readers of the language see it; empty for strikes without a place.
        let name: String
        /// The city, as they see it; empty when it is not known, or named by the place.
        let city: String
        /// The rows of its strikes.
        var rows: Range<Int>
    }

    /// The positions of the strikes, by place and then by date.
    let order: [Int]
    /// The places, in order.
    let places: [Place]
    /// The place of each strike, by position.
    let placeOfStrike: [Int]
    /// The initials, each with its first row.
    let initials: [(initial: String, row: Int)]

    init(_ dataset: Dataset, tag: String) {
        var numbers: [[String]: Int] = [:]
        var names: [(name: String, city: String, strikes: [Int])] = []
        for position in dataset.strikes.indices {
            let name = dataset.placeName(ofStrikeAt: position, in: tag)
            let cell = dataset.strikes[position].place.city
            let label = dataset.codebook.label(cell, .strikes, .city, in: tag)
            let city = name.holds(label) ? "" : label
            if let number = numbers[[name, city]] {
                names[number].strikes.append(position)
            } else {
                numbers[[name, city]] = names.count
                names.append((name, city, [position]))
            }
        }
        let keys = names.map { SortKey($0.name, then: $0.city) }
        let sorted = names.indices.sorted { keys[$0].precedes(keys[$1], or: $0 < $1) }
        var order: [Int] = []
        var places: [Place] = []
        var placeOfStrike = Array(repeating: 0, count: dataset.strikes.count)
        for number in sorted {
            let start = order.count
            order += names[number].strikes
            for strike in names[number].strikes { placeOfStrike[strike] = places.count }
            let (name, city) = (names[number].name, names[number].city)
            places.append(Place(name: name, city: city, rows: start..<order.count))
        }
        self.order = order
        self.places = places
        self.placeOfStrike = placeOfStrike
        initials = SortKey.initials(
            zip(sorted, places).map { (keys[$0].initial, $1.rows.lowerBound) }
        )
    }
}

/// The people by name, where all people are listed by strike.
struct PeopleRegister: Sendable {
    /// The positions of the people; those without a name come last.
    let order: [Int]
    /// The initials, each with its first row.
    let initials: [(initial: String, row: Int)]

    init(_ dataset: Dataset, tag: String) {
        let keys = dataset.victims.indices.map { position in
            let name =
                dataset.victims[position].names.first { $0.language == tag }?.name
                ?? dataset.victims[position].name
            return SortKey(name, then: "")
        }
        let order = dataset.victims.indices.sorted { keys[$0].precedes(keys[$1], or: $0 < $1) }
        self.order = order
        initials = SortKey.initials(order.enumerated().map { (keys[$1].initial, $0) })
    }
}

/// A name as names are ordered, compared by its first eight bytes where they decide.
private struct SortKey {
    private let text: [UInt8]
    private let head: UInt64
    /// The letter under which the name stands; empty for a name without letters.
    let initial: String

    init(_ name: String, then rest: String) {
        let scalars = NameOrder.key(name)
        initial = scalars.first.map { String(Character($0)).uppercased() } ?? ""
        var text: [UInt8] = []
        text.reserveCapacity(scalars.count + rest.utf8.count + 1)
        for scalar in scalars {
            if scalar.isASCII {
                text.append(UInt8(scalar.value))
            } else if let bytes = UTF8.encode(scalar) {
                text.append(contentsOf: bytes)
            }
        }
        if !rest.isEmpty {
            text.append(0)
            text += rest.utf8
        }
        self.text = text
        head =
            text.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * max(0, 8 - text.count))
    }

    /// Whether it comes before another; names without letters come last.
    func precedes(_ other: SortKey, or isBefore: @autoclosure () -> Bool) -> Bool {
        if initial.isEmpty != other.initial.isEmpty { return other.initial.isEmpty }
        if head != other.head { return head < other.head }
        if text == other.text { return isBefore() }
        return text.lexicographicallyPrecedes(other.text)
    }

    /// The first row of each initial, from the initials of all rows in order.
    static func initials(_ rows: [(String, Int)]) -> [(initial: String, row: Int)] {
        var initials: [(initial: String, row: Int)] = []
        for (initial, row) in rows where initials.last?.initial != initial {
            initials.append((initial, row))
        }
        return initials
    }
}
