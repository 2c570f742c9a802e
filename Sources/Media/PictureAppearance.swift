// The same pixels look different in another colour space, and a camera that was held upright writes them lying down. A
// smaller size of a picture says the same of that as the picture, in the same words.

/// What a picture without metadata says of how its pixels are shown.
struct PictureAppearance {
    /// Whether width and height change places when it is shown.
    private(set) var isTurned = false
    private let kind: MediaKind
    /// The segments or chunks that say it, in their order.
    private var parts: [UInt8] = []

    /// Reads it; `nil` for a picture that moves, and for one that says it in a way that is not copied.
    init?(of picture: [UInt8], _ kind: MediaKind) throws(MediaFlaw) {
        self.kind = kind
        switch kind {
        case .jpeg:
            for segment in try JPEGHead(picture).segments where segment.isAppearance {
                parts += picture[segment.whole]
                guard picture.has("Exif\0\0", at: segment.content.lowerBound) else { continue }
                let exif = segment.content.lowerBound + 6..<segment.content.upperBound
                isTurned = Orientation(exif: picture, exif).map { $0.number > 4 } ?? false
            }
        case .png:
            for chunk in try PNGChunk.all(picture) {
                if PictureAppearance.copied.contains(chunk.name) { parts += picture[chunk.whole] }
                if PictureAppearance.special.contains(chunk.name) { return nil }
            }
        case .webp:
            let head = try WebPChunk.all(of: picture).first
            if let head, head.name == "VP8X" {
                // An animation, a profile or an orientation.
                let flags = picture[head.content].first ?? 0
                if flags & 0b0010_1010 != 0 { return nil }
            }
        case .gif, .svg, .text, .tiff, .heif, .avif, .pdf, .isoMedia, .matroska, .mp3, .ogg,
            .flac, .wav, .zip, .compound, .rar, .gzip, .sevenZip:
            return nil
        }
    }

    /// Chunks of PNG that say which colours are meant.
    private static let copied: Set<String> = ["iCCP", "gAMA", "cHRM", "sRGB"]
    /// Chunks of animations, of orientation, and of colours that are brighter than paper.
    private static let special: Set<String> = ["acTL", "eXIf", "cICP", "mDCV", "cLLI"]

    /// A scaled picture that a program wrote, without its own words and with these.
    func applied(to bytes: [UInt8]) throws(MediaFlaw) -> [UInt8] {
        guard MediaKind(start: bytes) == kind else {
            throw .failed("the scaled picture is of another kind")
        }
        var result: [UInt8]
        switch kind {
        case .jpeg:
            let scaled = try JPEGFilter.clean(bytes)
            let head = try JPEGHead(scaled)
            let own = head.segments.filter { !$0.isAppearance }
            result = [0xFF, 0xD8]
            for segment in own where segment.marker == 0xE0 { result += scaled[segment.whole] }
            result += parts
            for segment in own where segment.marker != 0xE0 { result += scaled[segment.whole] }
            result += scaled[head.end...]
        case .png:
            let scaled = try PNGFilter.clean(bytes)
            let chunks = try PNGChunk.all(scaled)
            result = Array(scaled.prefix(8))
            for chunk in chunks where chunk.name == "IHDR" { result += scaled[chunk.whole] }
            result += parts
            for chunk in chunks where ["IDAT", "IEND"].contains(chunk.name) {
                result += scaled[chunk.whole]
            }
        case .webp: result = try WebPFilter.clean(bytes)
        case .gif, .svg, .text, .tiff, .heif, .avif, .pdf, .isoMedia, .matroska, .mp3, .ogg,
            .flac, .wav, .zip, .compound, .rar, .gzip, .sevenZip:
            throw .failed("it is \(kind.name)")
        }
        return result
    }
}

/// The segments before the first scan of a JPEG file.
private struct JPEGHead {
    struct Segment {
        let marker: UInt8
        let content: Range<Int>
        /// With the marker and the length.
        let whole: Range<Int>

        /// Whether it holds an orientation or a profile.
        var isAppearance: Bool { marker == 0xE1 || marker == 0xE2 }
    }

    private(set) var segments: [Segment] = []
    /// Where the scan begins.
    private(set) var end = 2

    init(_ bytes: [UInt8]) throws(MediaFlaw) {
        var cursor = ByteCursor(bytes)
        _ = try cursor.skip(2)
        while try cursor.byte() == 0xFF {
            let marker = try cursor.byte()
            if marker == 0xDA { return }
            let content = try cursor.skip(try cursor.big(2) - 2)
            segments.append(Segment(marker: marker, content: content, whole: end..<cursor.position))
            end = cursor.position
        }
        throw .damaged("here a marker must begin, with the byte FF", at: end)
    }
}

/// A chunk of a PNG file.
struct PNGChunk {
    let name: String
    /// With the length, the name and the checksum.
    let whole: Range<Int>

    /// The chunks of a file, in their order.
    static func all(_ bytes: [UInt8]) throws(MediaFlaw) -> [PNGChunk] {
        var cursor = ByteCursor(bytes)
        _ = try cursor.skip(8)
        var chunks: [PNGChunk] = []
        while !cursor.isAtEnd {
            let start = cursor.position
            let count = try cursor.big(4)
            let name = String(decoding: bytes[try cursor.skip(4)], as: UTF8.self)
            _ = try cursor.skip(count)
            _ = try cursor.skip(4)
            chunks.append(PNGChunk(name: name, whole: start..<cursor.position))
        }
        return chunks
    }
}
