// A PNG file is a sequence of chunks, each with a checksum. What cameras and screenshots add (texts, times, Exif,
// profiles) is left out, and so is everything behind the end of the compressed picture: a program that saved a
// cropped screenshot over the old file left the rest of the old picture there.

import CZlib

/// Copies what shows the picture of a PNG file.
struct PNGFilter {
    private var cursor: ByteCursor
    private var head: [UInt8] = []
    private var body: [UInt8] = []
    private var orientation: Orientation?
    private var profile: [UInt8]?
    private var size = PictureSize()
    private var image = ImageData()
    /// The data of the frame of an animation that is being read.
    private var frame: ImageData?

    /// The chunks that show the picture, besides those that are handled by themselves.
    private static let kept: Set<String> = [
        "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "cICP", "mDCV", "cLLI", "acTL",
    ]

    /// The file without everything else.
    static func clean(_ bytes: [UInt8]) throws(MediaFlaw) -> [UInt8] {
        var filter = PNGFilter(cursor: ByteCursor(bytes))
        return try filter.run()
    }

    private init(cursor: ByteCursor) {
        self.cursor = cursor
        body.reserveCapacity(cursor.bytes.count)
    }

    private mutating func run() throws(MediaFlaw) -> [UInt8] {
        let signature = try cursor.skip(8)
        while try chunk() {}
        try image.finish(at: cursor.position)
        try frame?.finish(at: cursor.position)
        try Remnant.check(cursor.bytes, cursor.position..<cursor.end)
        var result = Array(cursor.bytes[signature]) + head
        if let orientation { result += PNGFilter.chunk("eXIf", orientation.exif) }
        if let profile = profile.flatMap(ColourProfile.replacement) {
            result += PNGFilter.chunk("iCCP", Array("RGB\0\0".utf8) + Stored.zlib(profile))
        }
        return result + body + PNGFilter.chunk("IEND", [])
    }

    /// Takes up one chunk; whether another follows.
    private mutating func chunk() throws(MediaFlaw) -> Bool {
        let start = cursor.position
        let count = try cursor.big(4)
        let summed = try cursor.skip(4 + count)
        let name = String(decoding: cursor.bytes[summed.prefix(4)], as: UTF8.self)
        let content = summed.lowerBound + 4..<summed.upperBound
        guard try cursor.big(4) == PNGFilter.checksum(cursor.bytes[summed]) else {
            throw .damaged("the checksum of a chunk is wrong", at: start)
        }
        let whole = start..<cursor.position
        guard (start == 8) == (name == "IHDR") else {
            throw .damaged("the file must begin with its head, which stands there once", at: start)
        }
        switch name {
        case "IHDR":
            size = try PictureSize(cursor.bytes, content)
            image = ImageData(size.dataSize)
            head += cursor.bytes[whole]
        case "IEND":
            guard content.isEmpty else { throw .damaged("the end must be empty", at: start) }
            return false
        case "eXIf": orientation = Orientation(exif: cursor.bytes, content)
        case "iCCP": profile = PNGFilter.profile(cursor.bytes, content)
        case "IDAT", "fdAT", "fcTL":
            try picture(name, content, at: start)
            body += cursor.bytes[whole]
        case "PLTE":
            guard content.count <= 768, content.count.isMultiple(of: 3) else {
                throw .damaged("a palette has at most 256 colours", at: start)
            }
            body += cursor.bytes[whole]
        case _ where PNGFilter.kept.contains(name):
            guard content.count <= PNGFilter.limit(of: name) else {
                throw .damaged("the chunk \(name) is too long", at: start)
            }
            body += cursor.bytes[whole]
        case _ where name.utf8.first.map { $0 & 0x20 == 0 } ?? true:
            throw .damaged("this kind of PNG cannot be shown by browsers", at: start)
        default: break
        }
        return true
    }

    /// Follows the compressed picture, or a frame of an animation, to its end.
    private mutating func picture(
        _ name: String,
        _ content: Range<Int>,
        at start: Int
    ) throws(MediaFlaw) {
        switch name {
        case "IDAT": try image.add(cursor.bytes, content)
        case "fcTL":
            guard content.count == 26 else {
                throw .damaged("a frame’s head has 26 bytes", at: start)
            }
            try frame?.finish(at: start)
            var part = ByteCursor(cursor.bytes, content)
            _ = try part.skip(4)
            let frameSize = try size.framed(width: part.big(4), height: part.big(4), at: start)
            // The first picture can be a frame itself.
            frame = image.hasBegun ? ImageData(frameSize.dataSize) : nil
        default:
            guard content.count >= 4, frame != nil else {
                throw .damaged("here is no frame of an animation", at: start)
            }
            try frame?.add(cursor.bytes, content.lowerBound + 4..<content.upperBound)
        }
    }

    /// How long a chunk may be: as long as its format needs, so that nothing else fits in.
    private static func limit(of name: String) -> Int {
        switch name {
        case "tRNS": 256
        case "cHRM": 32
        case "mDCV": 24
        case "pHYs": 9
        case "acTL", "cLLI": 8
        case "bKGD": 6
        default: 4
        }
    }

    private static func profile(_ bytes: [UInt8], _ content: Range<Int>) -> [UInt8]? {
        guard let end = bytes[content].firstIndex(of: 0), end + 2 <= content.upperBound else {
            return nil
        }
        return Inflated.bytes(bytes, end + 2..<content.upperBound, limit: 4_000_000)
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let summed = Array(name.utf8) + content
        return .big(content.count, 4) + summed + .big(checksum(summed[...]), 4)
    }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { Int(crc32(0, $0.baseAddress, UInt32($0.count))) }
    }
}

/// The size of a PNG picture or of a frame, and how its pixels are stored.
private struct PictureSize {
    private var width = 0
    private var height = 0
    private var bits = 0
    private var isInterlaced = false

    init() {}

    init(_ bytes: [UInt8], _ range: Range<Int>) throws(MediaFlaw) {
        var part = ByteCursor(bytes, range)
        width = try part.big(4)
        height = try part.big(4)
        let depth = Int(try part.byte())
        let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][try part.byte()]
        let methods = try part.big(2)
        let interlacing = try part.byte()
        guard part.isAtEnd, let channels, [1, 2, 4, 8, 16].contains(depth), methods == 0,
            interlacing < 2, (1...1 << 24).contains(width), (1...1 << 24).contains(height)
        else { throw .damaged("the head of the picture is wrong", at: range.lowerBound) }
        bits = depth * channels
        isInterlaced = interlacing == 1
    }

    /// The size of a frame of an animation, whose pixels are stored in the same way.
    func framed(width: Int, height: Int, at offset: Int) throws(MediaFlaw) -> PictureSize {
        guard (1...self.width).contains(width), (1...self.height).contains(height) else {
            throw .damaged("a frame is larger than the picture", at: offset)
        }
        var size = self
        size.width = width
        size.height = height
        return size
    }

    /// How many bytes the uncompressed lines have, each with a byte in front.
    var dataSize: Int {
        func size(_ width: Int, _ height: Int) -> Int {
            width <= 0 || height <= 0 ? 0 : height * ((width * bits + 7) / 8 + 1)
        }
        guard isInterlaced else { return size(width, height) }
        let passes = [
            (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
            (0, 1, 1, 2),
        ]
        return passes.reduce(0) { sum, pass in
            sum
                + size(
                    (width - pass.0 + pass.2 - 1) / pass.2,
                    (height - pass.1 + pass.3 - 1) / pass.3
                )
        }
    }
}
