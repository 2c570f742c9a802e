// A JPEG file is a row of segments. Cameras add where and when a picture was taken, by whom, with which device, a
// small copy of the picture before it was cropped, and in new phones a second picture or a film. The
// segments that are needed to show the picture are listed here; all others are left out.

/// Copies what shows the picture of a JPEG file.
struct JPEGFilter {
    private var cursor: ByteCursor
    private var orientation: Orientation?
    private var profile: [Int: Range<Int>] = [:]
    private var body: [UInt8] = []
    private var frames = 0
    private var components = 0

    /// The file without everything else.
    static func clean(_ bytes: [UInt8]) throws(MediaFlaw) -> [UInt8] {
        var filter = JPEGFilter(cursor: ByteCursor(bytes))
        return try filter.run()
    }

    private init(cursor: ByteCursor) {
        self.cursor = cursor
        body.reserveCapacity(cursor.bytes.count)
    }

    private mutating func run() throws(MediaFlaw) -> [UInt8] {
        _ = try cursor.skip(2)
        while true {
            let start = cursor.position
            guard try cursor.byte() == 0xFF else {
                throw .damaged("here a marker must begin, with the byte FF", at: start)
            }
            var marker = try cursor.byte()
            while marker == 0xFF { marker = try cursor.byte() }
            if marker == 0xD9 { break }
            try segment(marker, at: start)
        }
        guard frames == 1, hasScan else {
            throw .damaged("the file ends without a picture", at: cursor.position)
        }
        try Remnant.check(cursor.bytes, cursor.position..<cursor.end)
        return [0xFF, 0xD8] + head + body + [0xFF, 0xD9]
    }

    private var hasScan = false
    private var jfif: [UInt8] = []
    private var adobe: [UInt8] = []

    /// The segments that stand before the picture.
    private var head: [UInt8] {
        var head = jfif
        if let orientation {
            head += JPEGFilter.segment(0xE1, Array("Exif\0\0".utf8) + orientation.exif)
        }
        if components == 3, let profile = ColourProfile.replacement(for: joinedProfile) {
            head += JPEGFilter.segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + profile)
        }
        return head + adobe
    }

    /// The colour profile, which may be spread over several segments.
    private var joinedProfile: [UInt8] {
        profile.sorted { $0.key < $1.key }.flatMap { cursor.bytes[$0.value] }
    }

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker] + .big(content.count + 2, 2) + content
    }

    private mutating func segment(_ marker: UInt8, at start: Int) throws(MediaFlaw) {
        switch marker {
        case 0xC0...0xC2, 0xC4, 0xDA...0xDD, 0xE0...0xEF, 0xFE: break
        case 0xC3, 0xC5...0xCF:
            throw .damaged("this kind of JPEG cannot be shown by browsers", at: start)
        default:
            throw .damaged("no segment may begin with the marker \(hexadecimal(marker))", at: start)
        }
        let size = try cursor.big(2)
        let content = try cursor.skip(size - 2)
        if marker >= 0xE0 { return note(marker, content) }
        try check(marker, content)
        body += JPEGFilter.segment(marker, Array(cursor.bytes[content]))
        if marker == 0xDA { try scan() }
    }

    /// Takes what is needed from a segment that is left out otherwise.
    private mutating func note(_ marker: UInt8, _ content: Range<Int>) {
        let bytes = cursor.bytes
        let start = content.lowerBound
        if marker == 0xE0, content.count >= 14, bytes.has("JFIF\0", at: start) {
            // Without the small picture, whose size the last two bytes state.
            jfif = JPEGFilter.segment(0xE0, Array(bytes[start..<start + 12]) + [0, 0])
        } else if marker == 0xE1, bytes.has("Exif\0", at: start), content.count > 6 {
            let exif = start + 6..<content.upperBound
            if orientation == nil { orientation = Orientation(exif: bytes, exif) }
        } else if marker == 0xE2, content.count > 14, bytes.has("ICC_PROFILE\0", at: start) {
            profile[Int(bytes[start + 12])] = start + 14..<content.upperBound
        } else if marker == 0xEE, content.count >= 12, bytes.has("Adobe", at: start) {
            // The last byte states how the colours are stored; the others are about the program.
            let plain = Array("Adobe".utf8) + .big(100, 2) + .big(0, 4) + [bytes[start + 11]]
            adobe = JPEGFilter.segment(0xEE, plain)
        }
    }

    /// Checks that a segment holds what its kind needs and no more.
    private mutating func check(_ marker: UInt8, _ content: Range<Int>) throws(MediaFlaw) {
        var part = ByteCursor(cursor.bytes, content)
        switch marker {
        case 0xC0...0xC2:
            _ = try part.skip(5)
            components = Int(try part.byte())
            frames += 1
            _ = try part.skip(3 * components)
        case 0xC4:
            while !part.isAtEnd {
                _ = try part.byte()
                let counts = try part.skip(16)
                _ = try part.skip(cursor.bytes[counts].reduce(0) { $0 + Int($1) })
            }
        case 0xDB:
            while !part.isAtEnd { _ = try part.skip(try part.byte() >> 4 == 0 ? 64 : 128) }
        case 0xDA:
            let count = Int(try part.byte())
            _ = try part.skip(2 * count + 3)
            hasScan = true
        default:
            _ = try part.skip(2)
        }
        guard part.isAtEnd else {
            throw .damaged("the segment \(hexadecimal(marker)) is too long", at: part.position)
        }
    }

    /// Copies the compressed picture that follows a scan's head.
    private mutating func scan() throws(MediaFlaw) {
        let start = cursor.position
        let bytes = cursor.bytes
        var index = start
        while true {
            while index < bytes.count, bytes[index] != 0xFF { index += 1 }
            guard index + 1 < bytes.count else {
                throw .damaged("the picture is cut off", at: bytes.count)
            }
            // FF 00 is a byte of the picture, and FF D0 to FF D7 divide it.
            let next = bytes[index + 1]
            guard next == 0 || (0xD0...0xD7).contains(next) else { break }
            index += 2
        }
        body += bytes[try cursor.skip(index - start)]
    }
}

/// A byte as messages name it.
func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
}
