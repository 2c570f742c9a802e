import Diagnostics
import Formats
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
        #expect(messages == [])
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

    @Test(arguments: [
        (
            "targets: {\"my host\": {kind: folder, path: /a}}",
            "1:11: “my host” cannot be the name of a target / Use letters, digits, - and _, and "
                + "begin with a letter. [target-name]"
        ),
        (
            "targets: {live: {kind: rsnyc, host: a, path: /a}}",
            "1:24: “rsnyc” is not a kind of target / Did you mean “rsync”? [target-kind]"
        ),
        (
            "targets: {live: {kind: ftp}}",
            "1:24: “ftp” is not a kind of target / The kinds: rsync, rclone, folder. [target-kind]"
        ),
        (
            "targets: {live: {kind: folder, path: /a, keep: 5}}",
            "1:42: a target of the kind folder has no key “keep” / Its keys: kind, path. "
                + "[target-key]"
        ),
        (
            "targets: {live: {kind: rsync, path: /a}}",
            "1:17: “host” is missing from the target “live” / - [missing-key]"
        ),
        (
            "targets: {live: {kind: rsync, host: -oProxyCommand=x, path: /a}}",
            "1:37: “-oProxyCommand=x” is not the name of a host / Write it as example.org or "
                + "user@example.org; the port has a key of its own. [target-host]"
        ),
        (
            "targets: {live: {kind: rsync, host: a, path: ~/www}}",
            "1:46: “~/www” cannot be the folder of a target / Write it from the root: "
                + "/home/user/www. [target-path]"
        ),
        (
            "targets: {live: {kind: rsync, host: a, path: /}}",
            "1:46: “/” cannot be the folder of a target / Name a folder of its own for the report. "
                + "[target-path]"
        ),
        (
            "targets: {live: {kind: rsync, host: a, path: \"/a\\nb\"}}",
            "1:46: “/a\u{FFFD}b” cannot be the folder of a target / It may not hold line breaks or "
                + "other control characters. [target-path]"
        ),
        (
            "targets: {live: {kind: folder, path: ../x}}",
            "1:38: “../x” cannot be the folder of a target / Write it without “..”. [target-path]"
        ),
        (
            "targets: {live: {kind: rclone, remote: bucket}}",
            "1:40: “bucket” is not a remote of rclone with a folder / Write the name that “rclone "
                + "config” gave it, a colon and the folder: s3:bucket/report. [target-remote]"
        ),
        (
            "targets: {live: {kind: rsync, host: a, path: /a, keep: 0}}",
            "1:56: “keep” cannot be 0 / It lies between 2 and 1000. [target-number]"
        ),
        (
            "targets: {live: {kind: rsync, host: \"me:hunter2@a\", path: /a}}",
            "1:31: “host” of the target “live” seems to hold a password or a key / Write user@host, "
                + "and let ssh-agent keep the key. If the file was ever shared, change the "
                + "password. [target-credentials]"
        ),
        (
            "targets: {live: {kind: rclone, remote: \":s3,secret_access_key=hunter2:bucket\"}}",
            "1:32: “remote” of the target “live” seems to hold a password or a key / Keep it in "
                + "rclone’s own configuration (rclone config), and name the remote here. If the "
                + "file was ever shared, change it. [target-credentials]"
        ),
        (
            "host_helpers: [header]",
            "1:16: “header” is not a host helper / Did you mean “headers”? [host-helper]"
        ),
        (
            "signing: {kind: gpg, key: a}",
            "1:17: “gpg” is not a way to sign / The ways: ssh, minisign. [signing-kind]"
        ),
        (
            "signing: {kind: ssh, key: \"-----BEGIN OPENSSH PRIVATE KEY-----\"}",
            "1:22: “key” must be the path of the key’s file, not the key itself / Move the key into "
                + "a file outside of the site, and make a new key if this one was ever shared. "
                + "[signing-key]"
        ),
    ])
    func aMistakeIsAnswered(_ text: String, _ expected: String) {
        #expect(read(text).messages == [expected])
    }

    @Test func aNameForTheHostNeedsTheAddress() {
        #expect(
            read("host_helpers: [cname]", url: nil).messages == [
                "1:16: “cname” needs the address of the report / Add the key url, such as url: "
                    + "https://example.org. [host-helper-address]"
            ]
        )
    }

    /// Passwords and keys end in no message, which others may read in a log.
    @Test func aPasswordIsNotRepeated() {
        for text in [
            "targets: {live: {kind: rsync, host: \"ssh://me:hunter2@a\", path: /a}}",
            "targets: {live: {kind: rclone, remote: \"https://me:hunter2@a:x\"}}",
            "targets: {live: {kind: rclone, remote: \":sftp,pass=hunter2:x\"}}",
        ] {
            let messages = read(text).messages
            #expect(messages.count == 1 && messages[0].hasSuffix("[target-credentials]"))
            #expect(!messages[0].contains("hunter2"))
        }
    }

    private func read(
        _ text: String,
        url: String? = "https://example.org"
    ) -> (settings: PublishingSettings, messages: [String]) {
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
        let messages = log.sorted.map { mistake in
            "\(mistake.location.line):\(mistake.location.column): \(mistake.message) / "
                + "\(mistake.suggestion ?? "-") [\(mistake.rule)]"
        }
        return (settings, messages)
    }
}
