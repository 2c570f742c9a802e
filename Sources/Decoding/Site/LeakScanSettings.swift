// Reads `leak_scan` of content/site.yaml: the private values that may occur in the report.

import Diagnostics
import Formats
import Records
import Text

extension SettingsReader {
    /// The private values that the author allows in the report.
    static func leakAllowances(_ fields: YAMLFields, _ log: inout DiagnosticLog) -> [LeakAllowance]
    {
        guard let scan = fields.fields("leak_scan", known: leakScan.names, &log) else { return [] }
        return scan.list("allow", what: "an allowed value", known: allowance.names, &log)
            .compactMap { item in
                let reason = item.string("reason", &log) ?? ""
                guard let value = allowed(item, &log) else { return nil }
                if reason.isEmpty {
                    // Without an excerpt: the line holds a private value.
                    log.report(
                        SettingsRule.leakAllowance,
                        at: item.location,
                        "an allowed value needs a reason",
                        suggestion: "Write why it may stand in the report: reason: \"…\"."
                    )
                }
                return LeakAllowance(value: value, reason: reason, location: item.location)
            }
    }

    private static func allowed(
        _ item: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> LeakAllowance.Value? {
        guard let digest = item.string("sha256", &log) else {
            return item.requiredString("value", &log).map { .text($0) }
        }
        let isDigest = digest.utf8.count == 64 && digest.utf8.allSatisfy { $0.hexDigitValue != nil }
        if isDigest { return .digest(digest.lowercased()) }
        item.report(
            SettingsRule.leakAllowance,
            "sha256",
            "this is not a SHA-256",
            suggestion: "Write its 64 hexadecimal digits, or the value itself: value: \"…\".",
            &log
        )
        return nil
    }
}
