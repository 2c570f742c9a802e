/// Which files of an output folder are Recount's, as `manifest.json` at its root says.
///
/// The file is JSON with sorted keys, one line a file, without a date, so that the same report gives
/// the same bytes. Each file has an object of its own: readers must ignore keys they do not know.
struct Manifest: Equatable {
    /// Every file of the report except the manifest: its path and its size in bytes.
    var files: [String: Int] = [:]

    /// The version of the format that this code writes, and the newest that it reads.
    static let format = 1

    /// The manifest as the bytes of its file.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.count * 48 + 64)
        bytes += "{\n  \"files\": {".utf8
        var separator = "\n"
        for (path, size) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
        {
            bytes += separator.utf8
            bytes += "    \"".utf8
            Manifest.appendEscaped(path, to: &bytes)
            bytes += "\": {\"size\": \(size)}".utf8
            separator = ",\n"
        }
        bytes += "\n  },\n  \"format\": \(Manifest.format),\n  \"generator\": \"recount\"\n}\n".utf8
        return bytes
    }

    /// Paths hold neither control characters nor quotes nor backslashes, but a reader of this code
    /// should not have to know that.
    private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte)
        }
    }
}
