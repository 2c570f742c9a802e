// A name in a packed stream of a PDF file or in a workbook is published as well as one in plain text. What can be
// unpacked is searched too: gzip, ZIP archives and what is made of them (XLSX, DOCX, EPUB), PDF streams, PNG texts.

import Text

/// A part of a file that is searched on its own.
public struct PackedPart: Sendable {
    /// How the message names it, such as “xl/sharedStrings.xml”; empty for a part without a name.
    public let name: String
    /// Its bytes, unpacked.
    public let bytes: [UInt8]
}

/// Finds the packed parts of files.
public enum PackedParts {
    /// How deep archives may lie in each other.
    private static let depthLimit = 4
    /// The most bytes that one file may unpack to.
    private static let sizeLimit = 512 << 20

    /// All parts of a file that are packed in it, those of parts included; empty for most files.
    public static func of(_ file: [UInt8]) -> [PackedPart] {
        var budget = sizeLimit
        return parts(file, depth: 0, &budget)
    }

    private static func parts(_ file: [UInt8], depth: Int, _ budget: inout Int) -> [PackedPart] {
        guard depth < depthLimit, budget > 0, let kind = Kind(file) else { return [] }
        let direct = file.withUnsafeBufferPointer { bytes in
            switch kind {
            case .gzip: [PackedPart(name: "", bytes: Inflation.unpacked(bytes, .any).bytes)]
            case .zip: zip(bytes, budget)
            case .pdf: pdf(bytes, budget)
            case .png: png(bytes)
            }
        }
        var all: [PackedPart] = []
        for part in direct {
            budget -= part.bytes.count
            all.append(part)
            all += parts(part.bytes, depth: depth + 1, &budget)
        }
        return all
    }

    private enum Kind {
        case gzip
        case zip
        case pdf
        case png

        init?(_ file: [UInt8]) {
            if file.starts(with: [0x1F, 0x8B]) {
                self = .gzip
            } else if file.starts(with: Array("PK".utf8)) {
                self = .zip
            } else if file.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
                self = .png
            } else if file.prefix(1_024).contains(UInt8(ascii: "%")), PDFText.isPDF(file) {
                self = .pdf
            } else {
                return nil
            }
        }
    }

    // MARK: - ZIP

    /// The members by their own headers, which are there even in an archive whose directory is damaged.
    private static func zip(_ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> [PackedPart] {
        var parts: [PackedPart] = []
        var place = 0
        var size = 0
        while place + 30 <= bytes.count, size < limit {
            guard number32(bytes, place) == 0x0403_4B50 else {
                place += 1
                continue
            }
            let method = number16(bytes, place + 8)
            let packed = number32(bytes, place + 18)
            let nameEnd = place + 30 + number16(bytes, place + 26)
            let start = nameEnd + number16(bytes, place + 28)
            guard start <= bytes.count else { break }
            let name = String(decoding: bytes[place + 30..<nameEnd], as: UTF8.self)
            let rest = UnsafeBufferPointer(rebasing: bytes[start...])
            switch method {
            case 0:
                let end = min(rest.count, packed)
                parts.append(PackedPart(name: name, bytes: Array(rest[..<end])))
                place = start + end
            case 8:
                let unpacked = Inflation.unpacked(rest, .none)
                parts.append(PackedPart(name: name, bytes: unpacked.bytes))
                size += unpacked.bytes.count
                place = start + max(unpacked.used, 0)
            default:
                parts.append(PackedPart(name: name, bytes: []))
                place = start
            }
        }
        return parts
    }

    private static func number16(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        Int(bytes[place]) | Int(bytes[place + 1]) << 8
    }

    private static func number32(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        number16(bytes, place) | number16(bytes, place + 2) << 16
    }

    // MARK: - PDF and PNG

    private static func pdf(_ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> [PackedPart] {
        var parts = [PackedPart(name: "", bytes: PDFText.strings(bytes))]
        var size = 0
        for start in PDFText.streams(bytes) where size < limit {
            let rest = UnsafeBufferPointer(rebasing: bytes[start...])
            let unpacked = Inflation.unpacked(rest, .any).bytes
            if unpacked.isEmpty { continue }
            size += unpacked.count
            let strings = unpacked.withUnsafeBufferPointer(PDFText.strings)
            parts.append(PackedPart(name: "", bytes: unpacked))
            parts.append(PackedPart(name: "", bytes: strings))
        }
        return parts
    }

    /// The compressed texts of a picture; the others stand in it as they are.
    private static func png(_ bytes: UnsafeBufferPointer<UInt8>) -> [PackedPart] {
        var parts: [PackedPart] = []
        var place = 8
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            let kind = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
            let end = place + 8 + length
            guard end <= bytes.count else { break }
            if ["zTXt", "iTXt", "iCCP"].contains(kind) {
                // What is packed begins after a few fields; a stream of zlib begins with 0x78.
                for start in place + 8..<end where bytes[start] == 0x78 {
                    let rest = UnsafeBufferPointer(rebasing: bytes[start..<end])
                    let text = Inflation.unpacked(rest, .any).bytes
                    if !text.isEmpty { parts.append(PackedPart(name: "", bytes: text)) }
                }
            }
            place = end + 4
        }
        return parts
    }
}
