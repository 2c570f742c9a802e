import Diagnostics
import Formats

/// Reads the keys `targets`, `host_helpers` and `signing` of `site.yaml`; every mistake is collected.
public struct PublishingReader {
    private let site: SettingsPlace

    /// Where relative paths begin, and what `~/` stands for.
    public struct SettingsPlace {
        /// The site's folder.
        public var root: String
        /// The user's own folder; `nil` when it is not known.
        public var home: String?
        /// The report's address; `nil` when it has none.
        public var url: String?

        /// Describes a site.
        public init(root: String, home: String?, url: String?) {
            self.root = root
            self.home = home
            self.url = url
        }
    }

    /// Reads the settings.
    public static func read(
        _ fields: YAMLFields,
        site: SettingsPlace,
        log: inout DiagnosticLog
    ) -> PublishingSettings {
        let reader = PublishingReader(site: site)
        var settings = PublishingSettings()
        settings.targets = reader.targets(fields, &log)
        settings.helpers = reader.helpers(fields, &log)
        settings.signing = reader.signing(fields, &log)
        return settings
    }

    private func targets(
        _ settings: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> [PublishingSettings.Target] {
        guard let list = settings.fields("targets", known: nil, &log) else { return [] }
        return list.entries.compactMap { entry in
            guard PublishingReader.isName(entry.key) else {
                log.report(
                    PublishingRule.targetName,
                    at: entry.keyLocation,
                    "“\(shortened(entry.key))” cannot be the name of a target",
                    excerpt: entry.keyExcerpt,
                    suggestion: "Use letters, digits, - and _, and begin with a letter."
                )
                return nil
            }
            let fields = YAMLFields(
                entry.value,
                what: "the target “\(entry.key)”",
                known: nil,
                log: &log
            )
            return place(fields, &log).map { PublishingSettings.Target(name: entry.key, place: $0) }
        }
    }

    private func place(
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> PublishingSettings.Place? {
        guard let kind = fields.requiredString("kind", &log) else { return nil }
        let kinds = PublishingReader.kinds.map(\.value)
        guard let keys = PublishingReader.kinds.first(where: { $0.value == kind })?.keys.names
        else {
            fields.report(
                PublishingRule.targetKind,
                "kind",
                "“\(shortened(kind))” is not a kind of target",
                suggestion: Spelling.question(kind, kinds)
                    ?? "The kinds: \(kinds.joined(separator: ", ")).",
                &log
            )
            return nil
        }
        for entry in fields.entries where !keys.contains(entry.key) {
            log.report(
                PublishingRule.targetKey,
                at: entry.keyLocation,
                "a target of the kind \(kind) has no key “\(shortened(entry.key))”",
                excerpt: entry.keyExcerpt,
                suggestion: Spelling.question(entry.key, keys)
                    ?? "Its keys: \(keys.joined(separator: ", "))."
            )
        }
        switch kind {
        case "rsync": return rsync(fields, &log)
        case "rclone": return rclone(fields, &log)
        default: return folder(fields, &log)
        }
    }

    private static let kinds: [(value: String, keys: [YAMLKey])] = [
        (
            "rsync",
            [
                YAMLKey("kind"), YAMLKey("host", .text, isRequired: true),
                YAMLKey("path", .text, isRequired: true), YAMLKey("port", .integer),
                YAMLKey("keep", .integer), YAMLKey("ssh_config", .text),
            ]
        ),
        (
            "rclone",
            [
                YAMLKey("kind"), YAMLKey("remote", .text, isRequired: true),
                YAMLKey("rclone_config", .text),
            ]
        ),
        ("folder", [YAMLKey("kind"), YAMLKey("path", .text, isRequired: true)]),
    ]

    private static let signingKeys = [
        YAMLKey(
            "kind",
            .words(PublishingSettings.Signing.Kind.allCases.map(\.rawValue)),
            isRequired: true
        ),
        YAMLKey("key", .text, isRequired: true),
    ]

    /// What the values of the settings of publishing may be, by key.
    public static var shapes: [String: YAMLShape] {
        let kind = YAMLKey("kind", .words(kinds.map(\.value)), isRequired: true)
        return [
            "targets": .named(
                .depending(
                    .mapping([kind], isOpen: true),
                    on: kind.name,
                    kinds.map { ($0.value, .mapping($0.keys)) }
                )
            ),
            "host_helpers": .list(
                .words(PublishingSettings.HostHelper.allCases.map(\.rawValue))
            ),
            "signing": .mapping(signingKeys),
        ]
    }

    private func rsync(
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> PublishingSettings.Place? {
        let host = TargetTexts.host(fields, &log)
        let path = TargetTexts.remotePath(fields, &log)
        let port = number("port", in: 1...65_535, fields, &log)
        let keep = number("keep", in: 2...1_000, fields, &log)
        let configuration = fields.string("ssh_config", &log).map(local)
        guard let host, let path else { return nil }
        return .rsync(
            PublishingSettings.RsyncPlace(
                host: host,
                path: path,
                port: port,
                keep: keep ?? 5,
                configuration: configuration
            )
        )
    }

    private func rclone(
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> PublishingSettings.Place? {
        let configuration = fields.string("rclone_config", &log).map(local)
        return TargetTexts.remote(fields, &log)
            .map { .rclone(remote: $0, configuration: configuration) }
    }

    private func folder(
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> PublishingSettings.Place? {
        TargetTexts.localPath(fields, &log).map { .folder(path: local($0)) }
    }

    private func number(
        _ key: String,
        in range: ClosedRange<Int>,
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> Int? {
        guard let number = fields.integer(key, &log) else { return nil }
        if range.contains(number) { return number }
        fields.report(
            PublishingRule.targetNumber,
            key,
            "“\(key)” cannot be \(number)",
            suggestion: "It lies between \(range.lowerBound) and \(range.upperBound).",
            &log
        )
        return nil
    }

    private func helpers(
        _ fields: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> [PublishingSettings.HostHelper] {
        let known = PublishingSettings.HostHelper.allCases.map(\.rawValue)
        var helpers: [PublishingSettings.HostHelper] = []
        for item in fields.items("host_helpers", &log) {
            let word = item.scalar?.asString ?? ""
            guard let helper = PublishingSettings.HostHelper(rawValue: word) else {
                log.report(
                    PublishingRule.hostHelper,
                    at: item.location,
                    "“\(shortened(word))” is not a host helper",
                    excerpt: item.excerpt,
                    suggestion: Spelling.question(word, known)
                        ?? "The host helpers: \(known.joined(separator: ", "))."
                )
                continue
            }
            if helper == .cname, site.url == nil {
                log.report(
                    PublishingRule.hostHelperAddress,
                    at: item.location,
                    "“cname” needs the address of the report",
                    excerpt: item.excerpt,
                    suggestion: "Add the key url, such as url: https://example.org."
                )
            } else if !helpers.contains(helper) {
                helpers.append(helper)
            }
        }
        return helpers
    }

    private func signing(
        _ settings: YAMLFields,
        _ log: inout DiagnosticLog
    ) -> PublishingSettings.Signing? {
        guard
            let fields = settings.fields("signing", known: PublishingReader.signingKeys.names, &log)
        else {
            return nil
        }
        let known = PublishingSettings.Signing.Kind.allCases.map(\.rawValue)
        let word = fields.requiredString("kind", &log)
        let kind = word.flatMap { PublishingSettings.Signing.Kind(rawValue: $0) }
        if let word, kind == nil {
            fields.report(
                PublishingRule.signingKind,
                "kind",
                "“\(shortened(word))” is not a way to sign",
                suggestion: Spelling.question(word, known)
                    ?? "The ways: \(known.joined(separator: ", ")).",
                &log
            )
        }
        guard let key = fields.requiredString("key", &log) else { return nil }
        guard TargetTexts.isPlain(key), !key.contains("BEGIN "), !key.hasPrefix("RWR") else {
            // The value may be the key itself, so it is not repeated.
            log.report(
                PublishingRule.signingKey,
                at: fields.entry("key")?.keyLocation ?? fields.location,
                "“key” must be the path of the key’s file, not the key itself",
                suggestion: "Move the key into a file outside of the site, and make a new key "
                    + "if this one was ever shared."
            )
            return nil
        }
        return kind.map { PublishingSettings.Signing(kind: $0, key: local(key)) }
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x61...0x7A).contains(first | 0x20) else {
            return false
        }
        return name.utf8.count <= 64 && name.utf8.allSatisfy(TargetTexts.isWordByte)
    }

    /// A path of this machine, seen from where the command runs.
    private func local(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        if path.hasPrefix("~/"), let home = site.home { return home + path.dropFirst(1) }
        return site.root + "/" + path
    }

    private func shortened(_ text: String) -> String { TargetTexts.shortened(text) }
}
