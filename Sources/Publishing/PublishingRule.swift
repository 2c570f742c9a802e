import Diagnostics
import Text

/// A rule about what `site.yaml` says of publishing.
public enum PublishingRule: String, Rule {
    case targetName = "target-name"
    case targetKind = "target-kind"
    case targetKey = "target-key"
    case targetHost = "target-host"
    case targetPath = "target-path"
    case targetRemote = "target-remote"
    case targetNumber = "target-number"
    case targetCredentials = "target-credentials"
    case hostHelper = "host-helper"
    case hostHelperAddress = "host-helper-address"
    case signingKind = "signing-kind"
    case signingKey = "signing-key"

    /// A target that is not understood might be the wrong one, so nothing is built with it.
    public var severity: Severity { .error }

    /// What `recount explain` prints.
    public var explanation: Explanation {
        switch self {
        case .targetName:
            Explanation(
                "A target's name is typed on the command line, so it consists of letters, digits, "
                    + "- and _ and begins with a letter.",
                wrong: "targets:\n  \"my host\": {kind: folder, path: /srv/www}",
                right: "targets:\n  my-host: {kind: folder, path: /srv/www}"
            )
        case .targetKind:
            Explanation(
                "A target is reached by rsync over SSH, by rclone, or it is a folder of this "
                    + "machine.",
                wrong: "live: {kind: ftp, host: example.org, path: /www}",
                right: "live: {kind: rclone, remote: \"myhost:www\"}"
            )
        case .targetKey:
            Explanation(
                "Each kind of target has keys of its own.",
                wrong: "stick: {kind: folder, path: /media/usb, keep: 5}",
                right: "stick: {kind: folder, path: /media/usb}"
            )
        case .targetHost:
            Explanation(
                "A host is a name or an address, with a user before it where one is needed. The "
                    + "port has a key of its own.",
                wrong: "live: {kind: rsync, host: \"ssh://example.org:22\", path: /srv/www}",
                right: "live: {kind: rsync, host: user@example.org, port: 22, path: /srv/www}"
            )
        case .targetPath:
            Explanation(
                "A path names a folder that belongs to the report alone, on one line and without "
                    + "~ or ..; the root of a disk belongs to more.",
                wrong: "live: {kind: rsync, host: example.org, path: ~/www}",
                right: "live: {kind: rsync, host: example.org, path: /home/user/www}"
            )
        case .targetRemote:
            Explanation(
                "A remote is the name of a remote in rclone's own configuration, a colon, and the "
                    + "folder in it. “rclone config” makes one; “rclone listremotes” lists them.",
                wrong: "store: {kind: rclone, remote: bucket/report}",
                right: "store: {kind: rclone, remote: \"s3:bucket/report\"}"
            )
        case .targetNumber:
            Explanation(
                "A port lies between 1 and 65535; at least 2 releases are kept, so that there is "
                    + "one to go back to.",
                wrong: "live: {kind: rsync, host: example.org, path: /srv/www, keep: 0}",
                right: "live: {kind: rsync, host: example.org, path: /srv/www, keep: 5}"
            )
        case .targetCredentials:
            Explanation(
                "A site's folder is shared and often public, so no password or key stands in it. "
                    + "SSH's agent and rclone's own configuration keep them.",
                wrong: "live: {kind: rsync, host: \"user:secret@example.org\", path: /srv/www}",
                right: "live: {kind: rsync, host: user@example.org, path: /srv/www}"
            )
        case .hostHelper:
            Explanation(
                "Host helpers are files that some web hosts read: headers, redirects, nojekyll and "
                    + "cname. Each is written only when it is asked for.",
                wrong: "host_helpers: [htaccess]",
                right: "host_helpers: [headers, redirects]"
            )
        case .hostHelperAddress:
            Explanation(
                "The file CNAME holds the host name of the report, which its address says.",
                wrong: "host_helpers: [cname]",
                right: "url: https://example.org\nhost_helpers: [cname]"
            )
        case .signingKind:
            Explanation(
                "The manifest is signed by ssh-keygen with a key of SSH, or by minisign.",
                wrong: "signing: {kind: gpg, key: ~/.gnupg/key}",
                right: "signing: {kind: ssh, key: ~/.ssh/id_ed25519}"
            )
        case .signingKey:
            Explanation(
                "The path of a key's file stands in the settings, never the key itself. The file "
                    + "lies outside of the site's folder.",
                wrong: "signing: {kind: ssh, key: \"-----BEGIN OPENSSH PRIVATE KEY----- …\"}",
                right: "signing: {kind: ssh, key: ~/.ssh/id_ed25519}"
            )
        }
    }
}
