import Diagnostics
import Formats
import Text

/// Checks the texts of a target.
///
/// They become arguments of programs, which read a dash as the start of an option and a colon
/// as the end of a host, and which print passwords into logs.
enum TargetTexts {
    /// The host of an rsync target.
    static func host(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> String? {
        guard let host = fields.requiredString("host", &log) else { return nil }
        if hasPassword(host) {
            reportCredentials("host", fields, &log)
            return nil
        }
        let parts = host.split(separator: "@", omittingEmptySubsequences: false)
        let name = parts.last ?? ""
        let isAddress =
            name.hasPrefix("[") && name.hasSuffix("]") && name.utf8.count > 4
            && name.dropFirst().dropLast().utf8
                .allSatisfy { isWordByte($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        let words = isAddress ? Array(parts.dropLast()) : parts
        if parts.count <= 2, words.allSatisfy(isHostWord) { return host }
        fields.report(
            PublishingRule.targetHost,
            "host",
            "“\(shortened(host))” is not the name of a host",
            suggestion:
                "Write it as example.org or user@example.org; the port has a key of its own.",
            &log
        )
        return nil
    }

    /// The folder on the host of an rsync target.
    static func remotePath(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> String? {
        path(fields, &log) { path in
            path.hasPrefix("~") || path.hasPrefix("-") || path.hasPrefix(":")
                ? "Write it from the root: /home/user/www." : nil
        }
    }

    /// The folder of a folder target.
    static func localPath(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> String? {
        path(fields, &log) { path in
            path == "." || path == "./" ? "Name a folder of its own for the report." : nil
        }
    }

    private static func path(
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog,
        advice: (String) -> String?
    ) -> String? {
        guard var path = fields.requiredString("path", &log) else { return nil }
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        let help: String?
        if !isPlain(path) {
            help = "It may not hold line breaks or other control characters."
        } else if path == "/" {
            help = "Name a folder of its own for the report."
        } else if path.split(separator: "/").contains("..") {
            help = "Write it without “..”."
        } else {
            help = advice(path)
        }
        guard let help else { return path }
        fields.report(
            PublishingRule.targetPath,
            "path",
            "“\(shortened(path))” cannot be the folder of a target",
            suggestion: help,
            &log
        )
        return nil
    }

    /// The remote of an rclone target.
    static func remote(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> String? {
        guard var remote = fields.requiredString("remote", &log) else { return nil }
        while remote.hasSuffix("/") { remote.removeLast() }
        if hasPassword(remote) {
            reportCredentials("remote", fields, &log)
            return nil
        }
        let parts = remote.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first ?? ""
        // A colon without a name before it begins the settings of a connection, and so does a comma in the name. Both
        // belong in the configuration of rclone.
        let isRemote =
            parts.count == 2 && isPlain(remote) && !remote.hasPrefix("-")
            && !name.isEmpty
            && name.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: ".") || $0 == 0x20 }
        if isRemote, !parts[1].hasPrefix("//"), !parts[1].split(separator: "/").contains("..") {
            return remote
        }
        fields.report(
            PublishingRule.targetRemote,
            "remote",
            "“\(shortened(remote))” is not a remote of rclone with a folder",
            suggestion: "Write the name that “rclone config” gave it, a colon and the folder: "
                + "s3:bucket/report.",
            &log
        )
        return nil
    }

    /// Whether a text may hold a password or a key: `user:password@host`, or a setting of rclone.
    private static func hasPassword(_ text: String) -> Bool {
        let lower = text.lowercased()
        let words = [
            "pass=", "password", "secret", "token=", "access_key", "key=", "key_pem", "auth=",
        ]
        if words.contains(where: { lower.contains($0) }) { return true }
        let rest = lower.split(separator: "://", maxSplits: 1).last ?? ""
        guard let at = rest.lastIndex(of: "@") else { return false }
        return rest[..<at].contains(":") && !rest.hasPrefix("[")
    }

    /// The message does not repeat the value, because other people read logs.
    private static func reportCredentials(
        _ key: String,
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) {
        log.report(
            PublishingRule.targetCredentials,
            at: fields.entry(key)?.keyLocation ?? fields.location,
            "“\(key)” of \(fields.what) seems to hold a password or a key",
            suggestion: key == "host"
                ? "Write user@host, and let ssh-agent keep the key. If the file was ever shared, "
                    + "change the password."
                : "Keep it in rclone’s own configuration (rclone config), and name the remote "
                    + "here. If the file was ever shared, change it."
        )
    }

    private static func isHostWord(_ word: Substring) -> Bool {
        guard let first = word.utf8.first, first != UInt8(ascii: "-") else { return false }
        return word.utf8.count <= 253
            && word.utf8.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: ".") }
    }

    /// A letter, a digit, - or _.
    static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// Whether a text is one line without control characters.
    static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// A text for a message: on one line, and shortened.
    static func shortened(_ text: String, to limit: Int = 60) -> String {
        let line = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }
            )
        )
        return line.count > limit ? line.prefix(limit - 1) + "…" : line
    }
}
