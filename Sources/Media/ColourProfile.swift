// A colour profile names the camera, screen or scanner that it was made for, with dates and serial numbers, and
// its exact numbers can be those of one device. So a profile is never copied. Two spaces that phones and
// cameras use are recognised by their primaries and written anew; all other pictures count as sRGB, as they do
// in a browser that finds no profile.

/// The colour spaces that a picture can keep.
enum ColourProfile: CaseIterable {
    case displayP3
    case adobeRGB

    /// A plain profile of the space that a profile describes; `nil` for sRGB and for all others.
    static func replacement(for profile: [UInt8]) -> [UInt8]? {
        guard let found = try? columns(profile) else { return nil }
        return allCases.first { $0.isNear(found) }?.bytes
    }

    /// The primaries as the profile connection space has them, red, green and blue with X, Y and Z each, in
    /// parts of 65536.
    private var primaries: [Int] {
        switch self {
        case .displayP3: [33759, 15807, -69, 19135, 45367, 2745, 10296, 4363, 51385]
        case .adobeRGB: [39960, 20389, 1276, 13453, 41004, 3989, 9777, 4143, 48796]
        }
    }

    private func isNear(_ other: [Int]) -> Bool {
        zip(primaries, other).allSatisfy { abs($0 - $1) < 200 }
    }

    /// The primaries in a profile; `nil` when it has none, as those of printers.
    private static func columns(_ bytes: [UInt8]) throws(MediaFlaw) -> [Int]? {
        var cursor = ByteCursor(bytes)
        _ = try cursor.skip(128)
        var places: [Int: Int] = [:]
        for _ in 0..<min(try cursor.big(4), 100) {
            let tag = try cursor.big(4)
            places[tag] = try cursor.big(4)
            _ = try cursor.skip(4)
        }
        var columns: [Int] = []
        for name in ["rXYZ", "gXYZ", "bXYZ"] {
            guard let place = places[name.utf8.reduce(0) { $0 << 8 | Int($1) }],
                place >= 0, place + 20 <= bytes.count
            else { return nil }
            var numbers = ByteCursor(bytes, place + 8..<place + 20)
            for _ in 0..<3 {
                columns.append(Int(Int32(truncatingIfNeeded: try numbers.big(4))))
            }
        }
        return columns
    }

    /// The profile: a head without names and dates, and the ten tags that such a profile must have.
    private var bytes: [UInt8] {
        func numbers(_ type: String, _ values: [Int]) -> [UInt8] {
            Array("\(type)\0\0\0\0".utf8) + values.flatMap { [UInt8].big($0, 4) }
        }
        func text(_ text: String) -> [UInt8] {
            // One text in one language, in UTF-16.
            Array("mluc\0\0\0\0".utf8) + .big(1, 4) + .big(12, 4) + Array("enUS".utf8)
                + .big(2 * text.utf16.count, 4) + .big(28, 4)
                + text.utf16.flatMap { [UInt8].big(Int($0), 2) }
        }
        let white = [63190, 65536, 54061]
        var tags: [(name: String, content: [UInt8])] = [
            ("desc", text("RGB")), ("cprt", text("none")), ("wtpt", numbers("XYZ ", white)),
            ("chad", numbers("sf32", ColourProfile.adaptation)),
        ]
        for (index, name) in ["rXYZ", "gXYZ", "bXYZ"].enumerated() {
            tags.append((name, numbers("XYZ ", Array(primaries[3 * index..<3 * index + 3]))))
        }
        for name in ["rTRC", "gTRC", "bTRC"] { tags.append((name, curve)) }
        var table = [UInt8].big(tags.count, 4)
        var content: [UInt8] = []
        let start = 128 + 4 + 12 * tags.count
        for tag in tags {
            table +=
                Array(tag.name.utf8) + .big(start + content.count, 4)
                + .big(tag.content.count, 4)
            content += tag.content
            while !content.count.isMultiple(of: 4) { content.append(0) }
        }
        let head: [[UInt8]] = [
            .big(start + content.count, 4), .big(0, 4), .big(0x0400_0000, 4),
            Array("mntrRGB XYZ ".utf8), .big(0, 12), Array("acsp".utf8), .big(0, 28),
            white.flatMap { [UInt8].big($0, 4) }, Array(repeating: 0, count: 48),
        ]
        return head.flatMap(\.self) + table + content
    }

    /// From the white of daylight to that of the profile connection space.
    private static let adaptation = [
        68674, 1502, -3291, 1939, 64912, -1119, -606, 988, 49262,
    ]

    /// How light grows with the numbers: the curve of sRGB, or an exponent of 563/256.
    private var curve: [UInt8] {
        let (kind, numbers) =
            switch self {
            case .displayP3: (3, [157286, 62119, 3417, 5072, 2651])
            case .adobeRGB: (0, [144128])
            }
        return Array("para\0\0\0\0".utf8) + .big(kind, 2) + .big(0, 2)
            + numbers.flatMap { [UInt8].big($0, 4) }
    }

    // MARK: Profiles that stay

    /// Bytes in which every colour profile is without names and dates, and as long as before.
    ///
    /// This is for pictures within other formats, where a shorter profile would move everything behind it. All numbers
    /// that colours depend on stay.
    static func withoutNames(in bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        let signature = Array("acsp".utf8)
        var place = 36
        while place + 92 < bytes.count {
            defer { place += 1 }
            guard bytes[place] == signature[0], bytes[place...].starts(with: signature) else {
                continue
            }
            let start = place - 36
            let size = number(in: bytes, at: start)
            guard size > 132, size <= bytes.count - start,
                classes.contains(number(in: bytes, at: start + 12))
            else { continue }
            blank(start..<start + size, of: &result)
        }
        return result
    }

    private static func blank(_ profile: Range<Int>, of bytes: inout [UInt8]) {
        func clear(_ range: Range<Int>) {
            for place in range.clamped(to: profile) { bytes[place] = 0 }
        }
        let start = profile.lowerBound
        // The program, the date, the maker and model of the device, the creator, and the digest of it all.
        for range in [4..<8, 24..<36, 48..<64, 80..<128] {
            clear(start + range.lowerBound..<start + range.upperBound)
        }
        let count = min(number(in: bytes, at: start + 128), 100, (profile.count - 132) / 12)
        let tags = (0..<count)
            .map { index in
                let entry = start + 132 + 12 * index
                return (
                    name: number(in: bytes, at: entry), place: number(in: bytes, at: entry + 4),
                    size: number(in: bytes, at: entry + 8)
                )
            }
        let colours = tags.filter { colourTags.contains($0.name) }
            .map { $0.place..<$0.place + $0.size }
        for tag in tags where !colourTags.contains(tag.name) {
            let range = tag.place + 8..<max(tag.place + 8, tag.place + tag.size)
            // A tag may lie where a tag of numbers lies.
            if tag.place < 132 + 12 * count || colours.contains(where: range.overlaps) { continue }
            // An older description has the length of its text before the text.
            let isOlder =
                range.upperBound <= profile.count
                && number(in: bytes, at: start + tag.place) == code("desc")
            clear(start + range.lowerBound + (isOlder ? 4 : 0)..<start + range.upperBound)
        }
    }

    private static func number(in bytes: [UInt8], at place: Int) -> Int {
        guard place + 4 <= bytes.count else { return 0 }
        return bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func code(_ name: String) -> Int { name.utf8.reduce(0) { $0 << 8 | Int($1) } }

    /// Profiles of screens, cameras, printers and colour spaces.
    private static let classes = Set(["mntr", "scnr", "prtr", "spac"].map(code))
    /// The tags on which colours depend.
    private static let colourTags = Set(
        [
            "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "wtpt", "bkpt", "chad", "chrm",
            "cicp", "lumi", "gamt", "A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "D2B0", "D2B1",
            "D2B2", "D2B3", "B2D0", "B2D1", "B2D2", "B2D3",
        ]
        .map(code)
    )
}
