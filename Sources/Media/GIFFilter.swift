// A GIF file can contain comments, texts and blocks of any program. Only pictures and what times and repeats them
// are copied.

/// Copies what shows the pictures of a GIF file.
struct GIFFilter {
    private var cursor: ByteCursor
    private var result: [UInt8] = []
    private var pictures = 0
    /// What times the next picture.
    private var control: [UInt8] = []

    /// The file without everything else.
    static func clean(_ bytes: [UInt8]) throws(MediaFlaw) -> [UInt8] {
        var filter = GIFFilter(cursor: ByteCursor(bytes))
        return try filter.run()
    }

    private init(cursor: ByteCursor) {
        self.cursor = cursor
        result.reserveCapacity(cursor.bytes.count)
    }

    private mutating func run() throws(MediaFlaw) -> [UInt8] {
        let head = try cursor.skip(13)
        result += cursor.bytes[head]
        try colours(cursor.bytes[head.lowerBound + 10])
        while true {
            let start = cursor.position
            switch try cursor.byte() {
            case 0x21: try extra()
            case 0x2C: try picture()
            case 0x3B:
                guard pictures > 0 else {
                    throw .damaged("the file ends without a picture", at: start)
                }
                try Remnant.check(cursor.bytes, cursor.position..<cursor.end)
                return result + [0x3B]
            default: throw .damaged("here a block must begin", at: start)
            }
        }
    }

    /// Copies a table of colours if the flags announce one.
    private mutating func colours(_ flags: UInt8) throws(MediaFlaw) {
        guard flags & 0x80 != 0 else { return }
        result += cursor.bytes[try cursor.skip(3 << (Int(flags & 7) + 1))]
    }

    private mutating func picture() throws(MediaFlaw) {
        pictures += 1
        result += control + [0x2C]
        control = []
        let head = try cursor.skip(9)
        result += cursor.bytes[head]
        try colours(cursor.bytes[head.lowerBound + 8])
        let start = cursor.position
        let size = try cursor.byte()
        let blocks = try self.blocks()
        let pieces = blocks.map { cursor.bytes[$0] }
        guard GIFCodes.end(in: pieces, size: Int(size)) == blocks.count - 1 else {
            throw .damaged(
                "the compressed picture is broken, or something follows it that is not shown",
                at: start
            )
        }
        result += cursor.bytes[start..<cursor.position]
    }

    private mutating func extra() throws(MediaFlaw) {
        let start = cursor.position - 1
        let kind = try cursor.byte()
        let blocks = try self.blocks()
        let bytes = cursor.bytes
        for block in blocks { try Remnant.check(bytes, block) }
        if kind == 0xF9 {
            guard blocks.count == 1, blocks[0].count == 4 else {
                throw .damaged("what times a picture has four bytes", at: start)
            }
            control = Array(bytes[start..<cursor.position])
        } else if kind == 0xFF, blocks.count == 2, blocks[0].count == 11, blocks[1].count == 3,
            bytes.has("NETSCAPE2.0", at: blocks[0].lowerBound), bytes[blocks[1].lowerBound] == 1
        {
            result += bytes[start..<cursor.position]
        } else if kind == 0x01 {
            control = []
        }
    }

    /// The places of the blocks up to the empty one that ends a row.
    private mutating func blocks() throws(MediaFlaw) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        while true {
            let count = Int(try cursor.byte())
            if count == 0 { return blocks }
            blocks.append(try cursor.skip(count))
        }
    }
}

/// Follows the codes of a compressed picture to the one that ends it.
enum GIFCodes {
    /// In which of the pieces the picture ends; `nil` when it has no end.
    static func end(in pieces: [ArraySlice<UInt8>], size: Int) -> Int? {
        guard (2...8).contains(size) else { return nil }
        let clear = 1 << size
        var width = size + 1
        var next = clear + 2
        var isFirst = true
        var bits = 0
        var held = 0
        for (index, piece) in pieces.enumerated() {
            for (place, byte) in zip(piece.indices, piece) {
                held |= Int(byte) << bits
                bits += 8
                while bits >= width {
                    let code = held & ((1 << width) - 1)
                    held >>= width
                    bits -= width
                    if code == clear + 1 {
                        let rest = piece[(place + 1)...]
                        return rest.allSatisfy { $0 == 0 } ? index : nil
                    }
                    if code == clear {
                        width = size + 1
                        next = clear + 2
                        isFirst = true
                        continue
                    }
                    if code > next { return nil }
                    if isFirst {
                        isFirst = false
                    } else if next < 4096 {
                        next += 1
                        if next == 1 << width, width < 12 { width += 1 }
                    }
                }
            }
        }
        return nil
    }
}
