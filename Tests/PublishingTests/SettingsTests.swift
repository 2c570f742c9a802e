import Diagnostics
import Formats
import TestSupport
import Testing

@testable import Publishing

/// What `site.yaml` may say of publishing, and what each mistake is answered with.
@Suite struct SettingsTests {
    @Test func everyKindOfTargetIsRead() {
        let (settings, messages) = read(
            """
            targets:
              live: {kind: rsync, host: user@example.org, path: /var/www/raqqa/, port: 2222, keep: 7}
              six: {kind: rsync, host: "[::1]", path: www, ssh_config: ~/config}
              store: {kind: rclone, remote: "s3:bucket/raqqa/"}
              stick: {kind: folder, path: out/copy}
            host_helpers: [headers, cname, headers]
            signing: {kind: ssh, key: ~/.ssh/id_ed25519}
            """
        )
        #expect(messages == "")
        #expect(
            settings.targets == [
                .init(
                    name: "live",
                    place: .rsync(
                        .init(host: "user@example.org", path: "/var/www/raqqa", port: 2222, keep: 7)
                    )
                ),
                .init(
                    name: "six",
                    place: .rsync(
                        .init(host: "[::1]", path: "www", configuration: "/home/me/config")
                    )
                ),
                .init(
                    name: "store",
                    place: .rclone(remote: "s3:bucket/raqqa", configuration: nil)
                ),
                .init(name: "stick", place: .folder(path: "site/out/copy")),
            ]
        )
        #expect(settings.helpers == [.headers, .cname])
        #expect(settings.signing == .init(kind: .ssh, key: "/home/me/.ssh/id_ed25519"))
    }

    private static let cases = MessageCases(beside: #filePath)

    @Test(arguments: try cases.all())
    func aMistakeIsReportedInItsWords(_ mistake: MessageCase) throws {
        let file = try #require(mistake.files.first)
        let url = file.note == "without an address" ? nil : "https://example.org"
        try mistake.expect(read(try #require(file.text), url: url).messages)
    }

    @Test func everyRuleHasItsCase() throws {
        let rules = Set(PublishingRule.allCases.map(\.rawValue))
        #expect(try Self.cases.rules() == rules.union(["missing-key"]))
    }

    /// Passwords and keys end in no message, which others may read in a log.
    @Test func aPasswordIsNotRepeated() {
        for text in [
            "targets: {live: {kind: rsync, host: \"ssh://me:hunter2@a\", path: /a}}",
            "targets: {live: {kind: rclone, remote: \"https://me:hunter2@a:x\"}}",
            "targets: {live: {kind: rclone, remote: \":sftp,pass=hunter2:x\"}}",
        ] {
            let messages = read(text).messages
            #expect(messages.hasSuffix("[target-credentials]\n\n"))
            #expect(!messages.contains("hunter2"))
        }
    }

    private func read(
        _ text: String,
        url: String? = "https://example.org"
    ) -> (settings: PublishingSettings, messages: String) {
        var log = DiagnosticLog()
        var settings = PublishingSettings()
        if let node = YAMLReader.read(text, file: "content/site.yaml", log: &log) {
            let fields = YAMLFields(node, what: "the settings", known: nil, log: &log)
            settings = PublishingReader.read(
                fields,
                site: .init(root: "site", home: "/home/me", url: url),
                log: &log
            )
        }
        return (settings, DiagnosticPrinter().text(log))
    }
}
