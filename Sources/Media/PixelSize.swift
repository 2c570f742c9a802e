// A browser that knows the size of a picture leaves room for it, so that the text does not jump when the picture
// arrives. The size stands near the beginning of each format.

/// The size of a picture in pixels, as a browser shows it.
public struct PixelSize: Hashable, Sendable {
    /// The width.
    public let width: Int
    /// The height.
    public let height: Int

    /// Reads the size of a picture; `nil` for a file that is none, states none or is broken.
    public init?(of bytes: [UInt8]) {
        guard let kind = MediaKind(start: bytes),
            let size = try? PixelSize.read(kind, bytes), size.0 > 0, size.1 > 0
        else { return nil }
        (width, height) = size
    }

    /// A size that is known.
    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
    }

    private static func read(
        _ kind: MediaKind,
        _ bytes: [UInt8]
    ) throws(MediaFlaw) -> (Int, Int)? {
        var cursor = ByteCursor(bytes)
        switch kind {
        case .png:
            _ = try cursor.skip(16)
            return try (cursor.big(4), cursor.big(4))
        case .gif:
            _ = try cursor.skip(6)
            return try (cursor.little(2), cursor.little(2))
        case .jpeg: return try jpeg(&cursor)
        case .webp: return try webP(&cursor)
        case .svg: return drawing(bytes)
        case .text, .tiff, .heif, .avif, .pdf, .isoMedia, .matroska, .mp3, .ogg, .flac, .wav,
            .zip, .compound, .rar, .gzip, .sevenZip:
            return nil
        }
    }

    /// The frame of a JPEG picture, turned as its Exif says.
    private static func jpeg(_ cursor: inout ByteCursor) throws(MediaFlaw) -> (Int, Int)? {
        _ = try cursor.skip(2)
        var isTurned = false
        while true {
            guard try cursor.byte() == 0xFF else { return nil }
            var marker = try cursor.byte()
            while marker == 0xFF { marker = try cursor.byte() }
            if marker == 0xD9 || marker == 0xDA { return nil }
            let content = try cursor.skip(try cursor.big(2) - 2)
            if marker == 0xE1, cursor.bytes.has("Exif\0\0", at: content.lowerBound),
                let orientation = Orientation(
                    exif: cursor.bytes,
                    content.lowerBound + 6..<content.upperBound
                )
            {
                isTurned = orientation.number > 4
            }
            guard (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) else {
                continue
            }
            var frame = ByteCursor(cursor.bytes, content)
            _ = try frame.skip(1)
            let (height, width) = try (frame.big(2), frame.big(2))
            return isTurned ? (height, width) : (width, height)
        }
    }

    private static func webP(_ cursor: inout ByteCursor) throws(MediaFlaw) -> (Int, Int)? {
        _ = try cursor.skip(12)
        if cursor.begins(with: "VP8X") {
            _ = try cursor.skip(12)
            return try (cursor.little(3) + 1, cursor.little(3) + 1)
        }
        if cursor.begins(with: "VP8L") {
            _ = try cursor.skip(9)
            let bits = try cursor.little(4)
            return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        }
        guard cursor.begins(with: "VP8 ") else { return nil }
        _ = try cursor.skip(14)
        return try (cursor.little(2) & 0x3FFF, cursor.little(2) & 0x3FFF)
    }

    /// The size of a drawing: its width and height where they are plain numbers, otherwise those of its view.
    private static func drawing(_ bytes: [UInt8]) -> (Int, Int)? {
        let text = String(decoding: bytes.prefix(MediaFile.startSize * 4), as: UTF8.self)
        guard let start = text.firstRange(of: "<svg"),
            let end = text[start.upperBound...].firstIndex(of: ">")
        else { return nil }
        let tag = text[start.upperBound..<end]
        func value(_ name: String) -> Substring? {
            for quote in ["\"", "'"] {
                guard let found = tag.firstRange(of: " \(name)=\(quote)"),
                    let close = tag[found.upperBound...].firstRange(of: quote)
                else { continue }
                return tag[found.upperBound..<close.lowerBound]
            }
            return nil
        }
        func pixels(_ text: Substring?) -> Int? {
            guard var text else { return nil }
            if text.hasSuffix("px") { text = text.dropLast(2) }
            return Double(text).flatMap { (1...100_000).contains($0) ? Int($0.rounded()) : nil }
        }
        if let width = pixels(value("width")), let height = pixels(value("height")) {
            return (width, height)
        }
        let view = (value("viewBox") ?? "").split { $0 == " " || $0 == "," }
        guard view.count == 4, let width = pixels(view[2]), let height = pixels(view[3]) else {
            return nil
        }
        return (width, height)
    }
}
