import Text

/// Reads `manifest.json`, including those that a later version or a JSON formatter has written.
public struct ManifestReader {
    /// Why a file is not a manifest that this code can use.
    public enum Failure: Error, Equatable {
        /// It is not one of Recount's at all.
        case foreign
        /// It is Recount's, but damaged or from a later version.
        case unusable(String)
    }

    private var scanner: JSONScanner
    /// Where the digits of the manifest's own digest begin.
    private var ownDigits: Int?

    /// Reads a manifest from the bytes of its file.
    ///
    /// A build only asks which files are Recount's, and takes a manifest that a JSON formatter has
    /// rewritten; whoever compares or publishes asks for one that fits its own digest.
    public static func read(
        _ bytes: [UInt8],
        requiringIntact isStrict: Bool = false
    ) throws(Failure) -> Manifest {
        var reader = ManifestReader(scanner: JSONScanner(bytes))
        let (manifest, own) = try reader.document()
        if isStrict { try reader.check(own) }
        return manifest
    }

    private init(scanner: JSONScanner) { self.scanner = scanner }

    private mutating func document() throws(Failure) -> (Manifest, own: Digest?) {
        guard (try? scanner.next()) == .object else { throw .foreign }
        var files: [String: Manifest.File]?
        var format: Int?
        var generator: String?
        var own: Digest?
        var manifest = Manifest()
        try members { (reader, key) throws(Failure) in
            switch key {
            case "figures": manifest.statement.figures = try reader.figures()
            case "files": files = try reader.files()
            case "format": format = try reader.number()
            case "generator": generator = try reader.string()
            case "inputs": manifest.statement.inputs = try reader.inputs()
            case "leak_scan": manifest.statement.isSearched = try reader.truth()
            case "sha256": own = try reader.ownDigest()
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
        manifest.statement.format = format
        if format < 3 { manifest.statement.clearUnknown() }
        manifest.statement.generator = generator
        return (manifest, own)
    }

    /// The manifest with zeros in the place of its own digest must have that digest.
    ///
    /// A later format may have more keys and still be held to this.
    private func check(_ own: Digest?) throws(Failure) {
        let bytes = scanner.bytes
        guard let own, let ownDigits, ownDigits + 64 <= bytes.count else {
            throw .unusable("it lacks its own digest")
        }
        let blanked =
            bytes[..<ownDigits] + Manifest.blank.utf8 + bytes[(ownDigits + 64)...]
        guard Digest(of: Array(blanked)) == own else {
            throw .unusable("it was changed or damaged after it was written")
        }
    }

    private mutating func ownDigest() throws(Failure) -> Digest? {
        try expect(.string)
        ownDigits = scanner.position + 1
        return try digest()
    }

    private mutating func files() throws(Failure) -> [String: Manifest.File] {
        var files: [String: Manifest.File] = [:]
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
        try members { (reader, query) throws(Failure) in figures[query] = try reader.numbers() }
        return figures
    }

    private mutating func numbers() throws(Failure) -> [String: Manifest.Stated] {
        var numbers: [String: Manifest.Stated] = [:]
        try members { (reader, measure) throws(Failure) in
            var stated = Manifest.Stated(minimum: 0, maximum: 0, unknown: 0)
            try reader.members { (reader, key) throws(Failure) in
                switch key {
                case "min": stated.minimum = try reader.optionalNumber()
                case "max": stated.maximum = try reader.optionalNumber()
                case "open": stated.isOpen = try reader.truth()
                case "unknown": stated.unknown = try reader.number()
                default: try reader.skipValue()
                }
            }
            numbers[measure] = stated
        }
        return numbers
    }

    private mutating func inputs() throws(Failure) -> [String: Digest?] {
        var inputs: [String: Digest?] = [:]
        try members { (reader, path) throws(Failure) in
            inputs[path] = .some(try reader.isNull() ? nil : try reader.digest())
        }
        return inputs
    }

    /// A digest; `nil` for another text, which no file will be found to have.
    private mutating func digest() throws(Failure) -> Digest? {
        Digest(hex: try string())
    }

    private mutating func string() throws(Failure) -> String {
        try expect(.string)
        return try parse { (scanner) throws(JSONMistake) in try scanner.string() }
    }

    private mutating func number() throws(Failure) -> Int {
        try expect(.number)
        let text = try parse { (scanner) throws(JSONMistake) in try scanner.number() }
        guard let number = Int(text), number >= 0 else { throw damaged }
        return number
    }

    /// A number; `nil` for null.
    private mutating func optionalNumber() throws(Failure) -> Int? {
        try isNull() ? nil : try number()
    }

    /// Whether the next value is null, which is skipped then.
    private mutating func isNull() throws(Failure) -> Bool {
        let kind = try parse { (scanner) throws(JSONMistake) in try scanner.next() }
        guard kind == .word else { return false }
        guard scanner.bytes[scanner.position] == UInt8(ascii: "n") else { throw damaged }
        try skipValue()
        return true
    }

    private mutating func truth() throws(Failure) -> Bool {
        try expect(.word)
        let first = scanner.bytes[scanner.position]
        guard first != UInt8(ascii: "n") else { throw damaged }
        try skipValue()
        return first == UInt8(ascii: "t")
    }

    /// Reads an object; `body` reads the value of each key.
    private mutating func members(
        _ body: (inout ManifestReader, String) throws(Failure) -> Void
    ) throws(Failure) {
        try expect(.object)
        try parse { (scanner) throws(JSONMistake) in try scanner.enter() }
        while let key = try parse({ (scanner) throws(JSONMistake) in try scanner.nextKey() }) {
            try body(&self, key.text)
        }
    }

    private mutating func skipValue() throws(Failure) {
        try parse { (scanner) throws(JSONMistake) in try scanner.skipValue() }
    }

    private mutating func expect(_ kind: JSONScanner.Kind) throws(Failure) {
        guard try parse({ (scanner) throws(JSONMistake) in try scanner.next() }) == kind else {
            throw damaged
        }
    }

    private mutating func parse<Value>(
        _ body: (inout JSONScanner) throws(JSONMistake) -> Value
    ) throws(Failure) -> Value {
        do { return try body(&scanner) } catch { throw damaged }
    }

    private var damaged: Failure {
        .unusable("it is damaged at line \(scanner.line(of: scanner.position))")
    }
}

extension Manifest.Statement {
    /// Clears the zeros that the first formats wrote where no strike has a figure.
    fileprivate mutating func clearUnknown() {
        totals = totals.mapValues(\.withoutZeros)
        figures = figures.mapValues { $0.mapValues(\.withoutZeros) }
    }
}

extension Manifest.Stated {
    fileprivate var withoutZeros: Manifest.Stated {
        guard unknown > 0, minimum == 0, maximum == 0 else { return self }
        return Manifest.Stated(minimum: nil, maximum: nil, unknown: unknown)
    }
}
