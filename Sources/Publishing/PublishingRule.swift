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
}
