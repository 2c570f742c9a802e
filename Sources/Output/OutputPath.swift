import Text

/// A path of a file in the report, checked once, so that it is safe on every system that the report
/// may be copied to: a web host, a Mac, a Windows laptop, a USB stick.
package struct OutputPath {
    /// The path as given: relative, with forward slashes.
    let text: String
    /// The folders on the way, outermost first.
    let directories: [String]

    /// The name of the manifest, which only a commit writes.
    static let manifest = Manifest.path
    /// The manifest and its signatures; a signature does not outlive the manifest that it signs.
    static let own = Set([manifest] + Manifest.signatures)

    /// Checks a path; throws an error that says what is wrong with it.
    init(_ text: String) throws(OutputError) {
        func refuse(_ reason: String) -> OutputError { .badPath(path: text, reason: reason) }
        if text.isEmpty { throw refuse("it is empty") }
        if text.utf8.first == UInt8(ascii: "/") { throw refuse("it starts with a slash") }
        if text.utf8.count > 1024 { throw refuse("it is longer than 1,024 bytes") }
        if let reason = OutputPath.forbiddenCharacter(in: text) { throw refuse(reason) }

        var directories: [String] = []
        var start = text.utf8.startIndex
        while true {
            let slash = text.utf8[start...].firstIndex(of: UInt8(ascii: "/"))
            if let reason = OutputPath.flaw(ofName: text[start..<(slash ?? text.utf8.endIndex)]) {
                throw refuse(reason)
            }
            guard let slash else { break }
            directories.append(String(text[..<slash]))
            start = text.utf8.index(after: slash)
        }
        let key = OutputPath.key(text)
        if OutputPath.own.contains(key) { throw refuse("Recount writes this file itself") }
        if key == ".git" || key.hasPrefix(".git/") { throw refuse("it belongs to Git") }
        self.text = text
        self.directories = directories
    }

    /// Why a path cannot be a file of the report; `nil` when it can.
    package static func flaw(of path: String) -> String? {
        do {
            _ = try OutputPath(path)
            return nil
        } catch { return error.reasonOfPath }
    }

    /// What two paths have in common when they differ only in case or Unicode form.
    ///
    /// Upper case first, because it also joins “ß” and “ss”; two keys compare equal by canonical
    /// equivalence, as all strings do.
    package static func key(_ path: String) -> String {
        var isPlain = true
        for byte in path.utf8 where byte >= 0x80 || (0x41...0x5A).contains(byte) {
            if byte >= 0x80 { return path.uppercased().lowercased() }
            isPlain = false
        }
        return isPlain ? path : path.lowercased()
    }

    private static func forbiddenCharacter(in text: String) -> String? {
        for byte in text.utf8 {
            if byte == 0 { return "it contains a NUL character" }
            if byte < 0x20 || byte == 0x7F { return "it contains a control character" }
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "?"),
                UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
                return "it contains “\(Character(Unicode.Scalar(byte)))”, which Windows refuses"
            default: continue
            }
        }
        return nil
    }

    /// What is wrong with one name between two slashes.
    private static func flaw(ofName name: Substring) -> String? {
        let bytes = name.utf8
        if bytes.isEmpty { return "it has an empty part between slashes" }
        if name == "." || name == ".." { return "it has the part “\(name)”" }
        if bytes.count > 255 { return "it has a part longer than 255 bytes" }
        if bytes.last == UInt8(ascii: ".") || bytes.last == UInt8(ascii: " ") {
            return "it has a part that ends with a dot or a space, which Windows refuses"
        }
        return ReservedName.device(in: name).map { "“\($0)” is a reserved name on Windows" }
    }
}
