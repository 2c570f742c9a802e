// Somebody who writes to the authors may be in danger if the letter goes to somebody else. So an address is checked as
// far as its form tells.

import Diagnostics
import Formats
import Records
import Text

/// Reads `contact` in content/site.yaml.
struct ContactReader {
    static let keys = [
        YAMLKey("email", .text), YAMLKey("onion", .text), YAMLKey("signal", .text),
        YAMLKey("phone", .text), YAMLKey("post", .text), YAMLKey("key", .text),
        YAMLKey("fingerprint", .text), YAMLKey("notice", .text),
    ]

    /// The settings.
    let fields: YAMLFields

    /// The ways to reach the authors; `nil` where the site states none.
    func read(_ log: inout DiagnosticLog) -> Contact? {
        guard let entries = fields.fields("contact", known: ContactReader.keys.names, &log) else {
            return nil
        }
        func text(_ key: String) -> String {
            QueryText.trimmed(entries.string(key, &log) ?? "")
        }
        var contact = Contact()
        contact.signal = text("signal")
        contact.phone = text("phone")
        contact.post = text("post")
        contact.notice = text("notice")
        contact.email = checked("email", entries, &log) { text in
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            let isPlain = text.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && !"<>\"?&%".utf8.contains($0)
            }
            return isPlain && parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
                ? text : nil
        }
        contact.onion = checked("onion", entries, &log, ContactReader.onion)
        contact.key = checked("key", entries, &log) {
            $0.hasPrefix("https://") && WebAddress.problem($0) == nil ? $0 : nil
        }
        contact.fingerprint = checked("fingerprint", entries, &log, ContactReader.fingerprint)
        if !["email", "onion", "signal", "phone", "post"].contains(where: entries.has) {
            fields.report(
                SettingsRule.contact,
                "contact",
                "this states no way to reach you",
                suggestion: "Write one or more of email, onion, signal, phone and post.",
                &log
            )
        }
        return contact
    }

    private func checked(
        _ key: String,
        _ entries: YAMLFields,
        _ log: inout DiagnosticLog,
        _ read: (String) -> String?
    ) -> String {
        guard let text = entries.string(key, &log) else { return "" }
        if let value = read(QueryText.trimmed(text)) { return value }
        entries.report(
            SettingsRule.contact,
            key,
            "“\(text.shortened())” is not \(ContactReader.what[key] ?? key)",
            suggestion: ContactReader.advice[key] ?? "",
            &log
        )
        return ""
    }

    private static let what = [
        "email": "an e-mail address", "onion": "the address of an onion service",
        "key": "a web address", "fingerprint": "the fingerprint of a key",
    ]

    private static let advice = [
        "email": "Write it as tips@example.org.",
        "onion":
            "Write the 56 letters and digits of its name and .onion, as the service states them.",
        "key": "Write the address of your public key: https://….",
        "fingerprint": "Write its 40 (or 64) hexadecimal digits, in groups or not.",
    ]

    /// The host, and the path if there is one; the name has 56 characters of base 32 and ends with the version 3, which
    /// makes its last character a “d” (Tor's rend-spec-v3, “Encoding onion addresses”).
    private static func onion(_ text: String) -> String? {
        var address = Substring(text)
        for scheme in ["http://", "https://"] where address.hasPrefix(scheme) {
            address = address.dropFirst(scheme.count)
        }
        while address.hasSuffix("/") { address = address.dropLast() }
        let host = address.prefix { $0 != "/" }
        let name = host.dropLast(".onion".count)
        guard host.hasSuffix(".onion"), name.utf8.count == 56, name.utf8.last == UInt8(ascii: "d"),
            name.utf8.allSatisfy({ 0x61...0x7A ~= $0 || 0x32...0x37 ~= $0 }),
            WebAddress.problem("http://" + address) == nil
        else { return nil }
        return String(address)
    }

    /// Groups of four capital digits, as people compare them; of OpenPGP keys of version 4, or 6 (RFC 9580).
    private static func fingerprint(_ text: String) -> String? {
        let digits = text.utf8.filter { $0 != 0x20 && $0 != UInt8(ascii: ":") }
        guard [40, 64].contains(digits.count), digits.allSatisfy({ $0.hexDigitValue != nil }) else {
            return nil
        }
        let capitals = String(decoding: digits, as: UTF8.self).uppercased()
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(capitals.dropFirst($0).prefix(4)) }
            .joined(separator: " ")
    }
}
