// A WebP file is a sequence of chunks. Those of metadata are left out, also inside the frames of an animation, and
// the head's announcement of them is corrected.

/// Copies what shows the picture of a WebP file.
struct WebPFilter {
    private let bytes: [UInt8]
    private var orientation: Orientation?
    private var profile: [UInt8]?
    private var pictures = 0

    /// The file without everything else.
    static func clean(_ bytes: [UInt8]) throws(MediaFlaw) -> [UInt8] {
        var filter = WebPFilter(bytes: bytes)
        return try filter.run()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() throws(MediaFlaw) -> [UInt8] {
        var cursor = ByteCursor(bytes)
        _ = try cursor.skip(4)
        let size = try cursor.little(4)
        let content = try cursor.skip(size)
        try Remnant.check(bytes, content.upperBound..<bytes.count)
        let chunks = try WebPChunk.all(bytes, content.lowerBound + 4..<content.upperBound)
        guard let first = chunks.first else {
            throw .damaged("the file ends without a picture", at: cursor.position)
        }
        let isExtended = first.name == "VP8X"
        var body: [UInt8] = []
        for chunk in isExtended ? chunks[1...] : chunks[...] { body += try copy(chunk) }
        guard pictures > 0 else {
            throw .damaged("the file ends without a picture", at: cursor.position)
        }
        var head: [UInt8] = []
        var tail: [UInt8] = []
        if isExtended {
            guard first.content.count == 10 else {
                throw .damaged("the head has ten bytes", at: first.content.lowerBound)
            }
            // The bits for animation and transparency stay.
            var flags = bytes[first.content.lowerBound] & 0b0001_0010
            if let profile = profile.flatMap(ColourProfile.replacement) {
                head = WebPFilter.chunk("ICCP", profile)
                flags |= 0b0010_0000
            }
            if let orientation {
                tail = WebPFilter.chunk("EXIF", orientation.exif)
                flags |= 0b0000_1000
            }
            let size = bytes[first.content.lowerBound + 4..<first.content.upperBound]
            head = WebPFilter.chunk("VP8X", [flags, 0, 0, 0] + size) + head
        }
        let result = Array("WEBP".utf8) + head + body + tail
        return Array("RIFF".utf8) + .little(result.count, 4) + result
    }

    /// A chunk that shows a picture; empty for others.
    private mutating func copy(_ chunk: WebPChunk) throws(MediaFlaw) -> [UInt8] {
        let content = chunk.content
        switch chunk.name {
        case "VP8 ", "VP8L":
            pictures += 1
            return WebPFilter.chunk(chunk.name, bytes[content])
        case "ALPH": return WebPFilter.chunk(chunk.name, bytes[content])
        case "ANIM":
            guard content.count == 6 else {
                throw .damaged("the head of an animation has six bytes", at: content.lowerBound)
            }
            return WebPFilter.chunk(chunk.name, bytes[content])
        case "ANMF":
            guard content.count > 16 else {
                throw .damaged("a frame is too short", at: content.lowerBound)
            }
            var frame = Array(bytes[content.prefix(16)])
            for part in try WebPChunk.all(bytes, content.dropFirst(16)) where part.name != "ANMF" {
                frame += try copy(part)
            }
            return WebPFilter.chunk(chunk.name, frame[...])
        case "EXIF":
            // Some programs write the head that Exif has in JPEG.
            let start = bytes.has("Exif\0\0", at: content.lowerBound) ? 6 : 0
            if content.count >= start {
                orientation = Orientation(exif: bytes, content.dropFirst(start))
            }
            return []
        case "ICCP":
            profile = Array(bytes[content])
            return []
        default: return []
        }
    }

    private static func chunk(_ name: String, _ content: some Collection<UInt8>) -> [UInt8] {
        let padding: [UInt8] = content.count.isMultiple(of: 2) ? [] : [0]
        return Array(name.utf8) + .little(content.count, 4) + content + padding
    }
}

/// A chunk of a WebP file.
struct WebPChunk {
    let name: String
    let content: Range<Int>

    /// The chunks of a part of a file, in their order.
    static func all(_ bytes: [UInt8], _ range: Range<Int>) throws(MediaFlaw) -> [WebPChunk] {
        var cursor = ByteCursor(bytes, range)
        var chunks: [WebPChunk] = []
        while !cursor.isAtEnd {
            let name = String(decoding: bytes[try cursor.skip(4)], as: UTF8.self)
            let count = try cursor.little(4)
            chunks.append(WebPChunk(name: name, content: try cursor.skip(count)))
            if !count.isMultiple(of: 2), !cursor.isAtEnd { _ = try cursor.skip(1) }
        }
        return chunks
    }

    /// The chunks of a file without metadata, in their order.
    static func all(of picture: [UInt8]) throws(MediaFlaw) -> [WebPChunk] {
        guard picture.count >= 12 else { return [] }
        return try all(picture, 12..<picture.count)
    }
}
