/// Reads `manifest.json`, including those that a later version or a JSON formatter has written.
public struct ManifestReader {
    /// Why a file is not a manifest that this code can use.
    public enum Failure: Error, Equatable {
        /// It is not one of Recount's at all.
        case foreign
        /// It is Recount's, but damaged or from a later version.
        case unusable(String)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    /// Reads a manifest from the bytes of its file.
    ///
    /// A build only asks which files are Recount's, and takes a manifest that a JSON formatter has
    /// rewritten; whoever compares or publishes asks for one that fits its own digest.
    public static func read(
        _ bytes: [UInt8],
        requiringIntact isStrict: Bool = false
    ) throws(Failure) -> Manifest {
        var reader = ManifestReader(bytes: bytes)
        let (manifest, own) = try reader.document()
        if isStrict { try reader.check(own) }
        return manifest
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func document() throws(Failure) -> (Manifest, own: Digest?) {
        var files: [String: Manifest.File]?
        var format: Int?
        var generator: String?
        var own: Digest?
        var manifest = Manifest()
        guard next() == UInt8(ascii: "{") else { throw .foreign }
        try members { (reader, key) throws(Failure) in
            switch key {
            case "figures": manifest.statement.figures = try reader.figures()
            case "files": files = try reader.files()
            case "format": format = try reader.number()
            case "generator": generator = try reader.string()
            case "inputs": manifest.statement.inputs = try reader.inputs()
            case "sha256":
                reader.ownDigits = reader.peek() == nil ? nil : reader.position + 1
                own = try reader.digest()
            case "totals": manifest.statement.totals = try reader.numbers()
            default: try reader.skipValue()
            }
        }
        guard let generator, generator == "recount" || generator.hasPrefix("recount ") else {
            throw .foreign
        }
        guard let format, let files else { throw .unusable("it lacks its format or its files") }
        guard format <= Manifest.format else {
            throw .unusable("it was written by a newer version of Recount")
        }
        manifest.files = files
        manifest.statement.generator = generator
        return (manifest, own)
    }

    /// Where the digits of the manifest's own digest begin.
    private var ownDigits: Int?

    /// The manifest with zeros in the place of its own digest must have that digest.
    ///
    /// A later format may have more keys and still be held to this.
    private func check(_ own: Digest?) throws(Failure) {
        guard let own, let ownDigits, ownDigits + 64 <= bytes.count else {
            throw .unusable("it lacks its own digest")
        }
        let blanked =
            bytes[..<ownDigits] + Manifest.blank.utf8 + bytes[(ownDigits + 64)...]
        guard Digest(of: Array(blanked)) == own else {
            throw .unusable("it was changed or damaged after it was written")
        }
    }

    private mutating func files() throws(Failure) -> [String: Manifest.File] {
        var files: [String: Manifest.File] = [:]
        guard next() == UInt8(ascii: "{") else { throw damaged }
        try members { (reader, path) throws(Failure) in
            do { _ = try OutputPath(path) } catch {
                throw .unusable("it lists the impossible path “\(path)”")
            }
            files[path] = try reader.file()
        }
        return files
    }

    private mutating func file() throws(Failure) -> Manifest.File {
        var size: Int?
        var digest: Digest?
        guard next() == UInt8(ascii: "{") else { throw damaged }
        try members { (reader, key) throws(Failure) in
            switch key {
            case "size": size = try reader.number()
            case "sha256": digest = try reader.digest()
            default: try reader.skipValue()
            }
        }
        guard let size else { throw damaged }
        return Manifest.File(size: size, digest: digest)
    }

    private mutating func figures() throws(Failure) -> [String: [String: Manifest.Stated]] {
        var figures: [String: [String: Manifest.Stated]] = [:]
        guard next() == UInt8(ascii: "{") else { throw damaged }
        try members { (reader, query) throws(Failure) in figures[query] = try reader.numbers() }
        return figures
    }

    private mutating func numbers() throws(Failure) -> [String: Manifest.Stated] {
        var numbers: [String: Manifest.Stated] = [:]
        guard next() == UInt8(ascii: "{") else { throw damaged }
        try members { (reader, measure) throws(Failure) in
            var stated = Manifest.Stated(minimum: 0, maximum: 0, unknown: 0)
            guard reader.next() == UInt8(ascii: "{") else { throw reader.damaged }
            try reader.members { (reader, key) throws(Failure) in
                switch key {
                case "min": stated.minimum = try reader.number()
                case "max": stated.maximum = try reader.number()
                case "unknown": stated.unknown = try reader.number()
                default: try reader.skipValue()
                }
            }
            numbers[measure] = stated
        }
        return numbers
    }

    private mutating func inputs() throws(Failure) -> [String: Digest] {
        var inputs: [String: Digest] = [:]
        guard next() == UInt8(ascii: "{") else { throw damaged }
        try members { (reader, path) throws(Failure) in inputs[path] = try reader.digest() }
        return inputs
    }

    /// A digest; `nil` for another text, which no file will be found to have.
    private mutating func digest() throws(Failure) -> Digest? {
        Digest(hex: try string())
    }

    // MARK: JSON

    private var damaged: Failure {
        let line = bytes.prefix(position).count { $0 == UInt8(ascii: "\n") } + 1
        return .unusable("it is damaged at line \(line)")
    }

    /// Reads the members of an object whose opening brace has been read.
    private mutating func members(
        _ body: (inout ManifestReader, String) throws(Failure) -> Void
    ) throws(Failure) {
        if peek() == UInt8(ascii: "}") {
            position += 1
            return
        }
        while true {
            let key = try string()
            guard next() == UInt8(ascii: ":") else { throw damaged }
            try body(&self, key)
            switch next() {
            case UInt8(ascii: ","): continue
            case UInt8(ascii: "}"): return
            case _: throw damaged
            }
        }
    }

    private mutating func peek() -> UInt8? {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
            position += 1
        }
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func next() -> UInt8? {
        guard let byte = peek() else { return nil }
        position += 1
        return byte
    }

    private mutating func number() throws(Failure) -> Int {
        guard peek() != nil else { throw damaged }
        let start = position
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
        guard let number = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
            throw damaged
        }
        return number
    }

    private mutating func string() throws(Failure) -> String {
        guard next() == UInt8(ascii: "\"") else { throw damaged }
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else { throw damaged }
                return string
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw damaged
            case _: text.append(byte)
            }
        }
        throw damaged
    }

    /// Reads what follows a backslash; surrogate pairs never stand for a character of ours.
    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        guard position < bytes.count else { throw damaged }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"):
            let high = try hexadecimal()
            guard (0xD800..<0xDC00).contains(high) else {
                guard let scalar = Unicode.Scalar(high) else { throw damaged }
                text += String(Character(scalar)).utf8
                return
            }
            guard bytes[position...].starts(with: Array("\\u".utf8)) else { throw damaged }
            position += 2
            let low = try hexadecimal()
            guard (0xDC00..<0xE000).contains(low),
                let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
            else { throw damaged }
            text += String(Character(scalar)).utf8
        case _: throw damaged
        }
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        let end = min(position + 4, bytes.count)
        let digits = String(decoding: bytes[position..<end], as: UTF8.self)
        guard digits.count == 4, digits.allSatisfy(\.isHexDigit),
            let value = UInt32(digits, radix: 16)
        else { throw damaged }
        position = end
        return value
    }

    /// Passes over a value that this version does not know.
    private mutating func skipValue() throws(Failure) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 100 else { throw damaged }
        switch peek() {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"):
            position += 1
            try members { (reader, _) throws(Failure) in try reader.skipValue() }
        case UInt8(ascii: "["):
            position += 1
            if peek() == UInt8(ascii: "]") {
                position += 1
                return
            }
            while true {
                try skipValue()
                guard let byte = next() else { throw damaged }
                if byte == UInt8(ascii: "]") { return }
                guard byte == UInt8(ascii: ",") else { throw damaged }
            }
        case _:
            let word = bytes[position...]
                .prefix { byte in
                    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                        || [0x2B, 0x2D, 0x2E, 0x45].contains(byte)
                }
            guard !word.isEmpty else { throw damaged }
            position += word.count
        }
    }
}
