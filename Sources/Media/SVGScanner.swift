// An SVG file is read strictly: what two programs could read in two ways is refused, so that a browser finds
// nothing in the file that was not checked here.

import Text

/// A pass over an SVG file, one tag or piece of text at a time.
struct SVGScanner {
    /// A piece of the file; offsets count its bytes.
    enum Token {
        case start(name: String, attributes: [Attribute], isEmpty: Bool, offset: Int)
        case end(name: String, offset: Int)
        case text(String)
    }

    struct Attribute {
        let name: String
        let value: String
        let offset: Int
    }

    let bytes: [UInt8]
    private(set) var position = 0

    /// Throws when the bytes are not text in UTF-8 that XML permits.
    init(_ bytes: [UInt8]) throws(MediaFlaw) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .damaged("the drawing is not text in UTF-8", at: 0)
        }
        if let offset = bytes.firstIndex(where: { $0 < 0x20 && ![9, 10, 13].contains($0) }) {
            throw .damaged("a control character cannot stand in a drawing", at: offset)
        }
        self.bytes = bytes
        if bytes.starts(with: Byte.mark) { position = Byte.mark.count }
        if begins("<?xml ") { try declaration() }
    }

    /// The next token; `nil` at the end.
    ///
    /// Comments and instructions for programs are passed over.
    mutating func next() throws(MediaFlaw) -> Token? {
        while position < bytes.count {
            let start = position
            guard bytes[position] == UInt8(ascii: "<") else {
                while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
                return .text(try decoded(start..<position))
            }
            if begins("<!--") {
                let end = try passed("-->", from: 4)
                // Some programs end a comment at “--” or “-->” within “<!-->”.
                guard find("--", from: start + 4) == end - 3 else {
                    throw .damaged("a comment cannot contain “--”", at: start)
                }
            } else if begins("<![CDATA[") {
                let end = try passed("]]>", from: 9)
                return .text(String(decoding: bytes[start + 9..<end - 3], as: UTF8.self))
            } else if begins("<!DOCTYPE") {
                let end = try passed(">", from: 9)
                guard !bytes[start..<end].contains(UInt8(ascii: "[")) else {
                    throw SVGFilter.active("declares entities of its own", at: start)
                }
            } else if begins("<?") {
                let end = try passed("?>", from: 2)
                let text = String(decoding: bytes[start..<end], as: UTF8.self)
                if text.hasPrefix("<?xml-stylesheet") {
                    throw SVGFilter.active("loads a style sheet", at: start)
                }
                guard !text.lowercased().hasPrefix("<?xml ") else {
                    throw .damaged("the XML declaration must be the first in the file", at: start)
                }
            } else {
                return try tag()
            }
        }
        return nil
    }

    /// The encoding must be the one that is read.
    private mutating func declaration() throws(MediaFlaw) {
        let start = position
        let end = try passed("?>", from: 5)
        let text = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
        guard let place = text.firstRange(of: "encoding") else { return }
        let value = text[place.upperBound...].drop { " =\t\r\n".contains($0) }.dropFirst()
        guard value.hasPrefix("utf-8") || value.hasPrefix("us-ascii") else {
            throw .damaged("the drawing must be text in UTF-8", at: start)
        }
    }

    private mutating func tag() throws(MediaFlaw) -> Token {
        let start = position
        position += 1
        let isEnd = take(UInt8(ascii: "/"))
        let name = try name()
        var attributes: [Attribute] = []
        while true {
            let hasSpace = skipSpace()
            if take(UInt8(ascii: ">")) {
                if isEnd { return .end(name: name, offset: start) }
                return .start(name: name, attributes: attributes, isEmpty: false, offset: start)
            }
            if !isEnd, take(UInt8(ascii: "/")) {
                guard take(UInt8(ascii: ">")) else {
                    throw .damaged("the tag “\(name)” does not end", at: start)
                }
                return .start(name: name, attributes: attributes, isEmpty: true, offset: start)
            }
            guard hasSpace, !isEnd else {
                throw .damaged("the tag “\(name)” does not end", at: start)
            }
            let attribute = try attribute()
            guard !attributes.contains(where: { $0.name == attribute.name }) else {
                throw .damaged("“\(attribute.name)” is there twice", at: attribute.offset)
            }
            attributes.append(attribute)
        }
    }

    private mutating func attribute() throws(MediaFlaw) -> Attribute {
        let start = position
        let name = try name()
        _ = skipSpace()
        guard take(UInt8(ascii: "=")) else {
            throw .damaged("“\(name)” has no value", at: start)
        }
        _ = skipSpace()
        guard position < bytes.count, [0x22, 0x27].contains(bytes[position]) else {
            throw .damaged("the value of “\(name)” has no quotation marks", at: start)
        }
        let quote = bytes[position]
        let first = position + 1
        guard let end = bytes[first...].firstIndex(of: quote),
            !bytes[first..<end].contains(UInt8(ascii: "<"))
        else { throw .damaged("the value of “\(name)” does not end", at: start) }
        position = end + 1
        let value = try decoded(first..<end).map { $0.isNewline || $0 == "\t" ? " " : $0 }
        return Attribute(name: name, value: String(value), offset: start)
    }

    private mutating func name() throws(MediaFlaw) -> String {
        let start = position
        while position < bytes.count, isNamed(bytes[position]) { position += 1 }
        guard position > start else { throw .damaged("here a name must stand", at: start) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func isNamed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: true
        default: false
        }
    }

    /// A text with the five entities of XML and numbers decoded; there are no others.
    private func decoded(_ range: Range<Int>) throws(MediaFlaw) -> String {
        var result: [UInt8] = []
        var index = range.lowerBound
        while let start = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
            result += bytes[index..<start]
            guard let end = bytes[start..<range.upperBound].prefix(12).firstIndex(of: 0x3B),
                let character = character(String(decoding: bytes[start + 1..<end], as: UTF8.self))
            else { throw .damaged("an entity is not one of XML", at: start) }
            result += Array(String(character).utf8)
            index = end + 1
        }
        return String(decoding: result + bytes[index..<range.upperBound], as: UTF8.self)
    }

    private func character(_ entity: String) -> Character? {
        if let known = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"][entity] {
            return Character(known)
        }
        guard entity.hasPrefix("#") else { return nil }
        let isHexadecimal = entity.hasPrefix("#x")
        let digits = entity.dropFirst(isHexadecimal ? 2 : 1)
        guard digits.utf8.allSatisfy(\.isHexadecimal),
            let value = UInt32(digits, radix: isHexadecimal ? 16 : 10),
            value >= 0x20 || value == 9
                || value == 10 || value == 13, let scalar = UnicodeScalar(value)
        else { return nil }
        return Character(scalar)
    }

    private mutating func passed(_ text: StaticString, from offset: Int) throws(MediaFlaw) -> Int {
        guard let found = find(text, from: position + offset) else {
            throw .damaged("the file ends before “\(text)”", at: position)
        }
        position = found + text.utf8CodeUnitCount
        return position
    }

    private func find(_ text: StaticString, from start: Int) -> Int? {
        (start..<max(start, bytes.count)).first { bytes.has(text, at: $0) }
    }

    private func begins(_ text: StaticString) -> Bool { bytes.has(text, at: position) }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() -> Bool {
        let start = position
        while position < bytes.count, [9, 10, 13, 32].contains(bytes[position]) { position += 1 }
        return position > start
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
    }
}
