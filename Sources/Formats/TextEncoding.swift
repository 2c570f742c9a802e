// Finds what is not plain UTF-8 text before a file is parsed: stray bytes, NULs, and files of another
// format under a text file's name.

import Diagnostics
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The checks that every text file passes before it is read.
enum TextEncoding {
    /// After so many mistakes of one kind even counting ends.
    private static let countLimit = 100_000

    /// Whether the bytes are text in UTF-8; reports what is not, each at its place.
    ///
    /// Returns `false` only when the bytes are no text at all, so that reading on is pointless.
    static func check(_ source: SourceText, _ log: inout CappedLog) -> Bool {
        if let kind = FileKind(source.bytes) {
            log.report(
                .notText,
                at: SourceLocation(file: source.file),
                kind.message,
                suggestion: kind.suggestion
            )
            return false
        }
        let invalid = invalidRanges(source.bytes, limit: countLimit)
        let likely = invalid.isEmpty ? nil : LegacyEncoding(source.bytes, invalid)
        for range in invalid {
            guard !log.isFull(.invalidUTF8) else {
                log.count(.invalidUTF8)
                continue
            }
            log.report(
                .invalidUTF8,
                at: source.location(range.lowerBound),
                "byte 0x\(source.bytes[range.lowerBound].hexadecimal) is not UTF-8",
                excerpt: source.excerpt(range.lowerBound, range.upperBound, around: 15),
                suggestion: "Save the file as UTF-8 (in a spreadsheet program: “CSV UTF-8”)."
                    + (likely?.advice ?? "")
            )
        }
        for offset in offsets(of: [0], source.bytes, limit: countLimit) {
            guard !log.isFull(.zeroByte) else {
                log.count(.zeroByte)
                continue
            }
            log.report(
                .zeroByte,
                at: source.location(offset),
                "the text holds a NUL byte, which no text should",
                excerpt: source.excerpt(offset, offset + 1, around: 15),
                suggestion: "Delete it, or export the file again."
            )
        }
        for offset in offsets(of: [0xEF, 0xBF, 0xBD], source.bytes, limit: countLimit) {
            guard !log.isFull(.replacementCharacter) else {
                log.count(.replacementCharacter)
                continue
            }
            log.report(
                .replacementCharacter,
                at: source.location(offset),
                "a letter was lost here before the file was saved",
                excerpt: source.excerpt(offset, offset + 3, around: 15),
                suggestion:
                    "Find the letter in an older copy. “\u{FFFD}” stands for letters that a "
                    + "program could not read."
            )
        }
        return true
    }

    /// The places where the bytes are not UTF-8, as the Unicode standard's maximal subparts.
    static func invalidRanges(_ bytes: [UInt8], limit: Int) -> [Range<Int>] {
        bytes.withUnsafeBytes { buffer in
            var found: [Range<Int>] = []
            var index = 0
            while found.count < limit {
                index = endOfASCII(buffer, index)
                guard index < buffer.count else { break }
                let length = sequenceLength(buffer, index)
                if length > 0 {
                    index += length
                } else {
                    found.append(index..<index - length + (length == 0 ? 1 : 0))
                    index = found.last?.upperBound ?? buffer.count
                }
            }
            return found
        }
    }

    private static func offsets(of pattern: [UInt8], _ bytes: [UInt8], limit: Int) -> [Int] {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let first = pattern.first else { return [] }
            var found: [Int] = []
            var index = 0
            while found.count < limit, index < buffer.count,
                let hit = memchr(base + index, Int32(first), buffer.count - index)
            {
                let offset = UnsafeRawPointer(hit) - base
                if buffer[offset...].starts(with: pattern) { found.append(offset) }
                index = offset + 1
            }
            return found
        }
    }

    private static func endOfASCII(_ buffer: UnsafeRawBufferPointer, _ start: Int) -> Int {
        var index = start
        while index + 8 <= buffer.count {
            let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            index += 8
        }
        while index < buffer.count, buffer[index] < 0x80 { index += 1 }
        return index
    }

    /// The length of the sequence at an index; when it is not valid, minus the length of the part
    /// that could have begun one (0 for a single stray byte).
    private static func sequenceLength(_ buffer: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let lead = buffer[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: return 0
        }
        var valid = 1
        while valid < length, index + valid < buffer.count {
            let range = valid == 1 ? second : 0x80...0xBF
            guard range.contains(buffer[index + valid]) else { break }
            valid += 1
        }
        return valid == length ? length : -valid
    }
}

/// What a file is when it is not text, recognised by its first bytes.
enum FileKind {
    case workbook
    case oldOffice
    case utf16

    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .workbook
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldOffice
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else {
            return nil
        }
    }

    var message: String {
        switch self {
        case .workbook: return "this is a ZIP archive (perhaps an Excel workbook), not a text file"
        case .oldOffice:
            return
                "this is an old Excel file (.xls), or a workbook with a password, not a text file"
        case .utf16: return "this text is in UTF-16, not in UTF-8"
        }
    }

    var suggestion: String {
        switch self {
        case .workbook: return "Name it .xlsx if it is a workbook, or export it as CSV UTF-8."
        case .oldOffice:
            return "Open it in a spreadsheet program and save it as .xlsx or CSV UTF-8."
        case .utf16: return "Save the file as UTF-8 (in a spreadsheet program: “CSV UTF-8”)."
        }
    }
}
