/// Where a report is published and how, as `site.yaml` says; nothing in it is secret.
public struct PublishingSettings: Sendable, Equatable {
    /// The targets in the author's order; the first is the one that commands take by themselves.
    public var targets: [Target] = []
    /// The files for web hosts that the author has asked for.
    public var helpers: [HostHelper] = []
    /// How the manifest is signed; `nil` for not at all.
    public var signing: Signing?

    /// Makes settings that publish nowhere.
    public init() {}

    /// A place to publish to, under the author's name for it.
    public struct Target: Sendable, Equatable {
        /// The name, as given on the command line.
        public var name: String
        /// The place.
        public var place: Place

        /// Names a place.
        public init(name: String, place: Place) {
            self.name = name
            self.place = place
        }
    }

    /// A place that holds a published report.
    public enum Place: Sendable, Equatable {
        /// A host that is reached by `rsync` over SSH.
        case rsync(RsyncPlace)
        /// Whatever `rclone` reaches, such as `s3:bucket/folder`; the configuration file may be named.
        case rclone(remote: String, configuration: String?)
        /// A folder of this machine.
        case folder(path: String)
    }

    /// A host that is reached by `rsync` over SSH.
    public struct RsyncPlace: Sendable, Equatable {
        /// The host, with a user when it has one: `user@example.org`.
        public var host: String
        /// The folder that holds `releases/` and the link `current`.
        public var path: String
        /// The port of the SSH server; `nil` for what SSH's own configuration says.
        public var port: Int?
        /// How many releases are kept.
        public var keep: Int
        /// A configuration file for `ssh`; `nil` for the user's own.
        public var configuration: String?

        /// Describes a host.
        public init(
            host: String,
            path: String,
            port: Int? = nil,
            keep: Int = 5,
            configuration: String? = nil
        ) {
            self.host = host
            self.path = path
            self.port = port
            self.keep = keep
            self.configuration = configuration
        }
    }

    /// A file that some web hosts read.
    public enum HostHelper: String, CaseIterable, Sendable {
        /// `_headers`, with the strict Content-Security-Policy.
        case headers
        /// `_redirects`, with the earlier addresses of strikes.
        case redirects
        /// `.nojekyll`, so that GitHub Pages serves the files as they are.
        case nojekyll
        /// `CNAME`, with the host name of the report's address.
        case cname
    }

    /// How the manifest is signed.
    public struct Signing: Sendable, Equatable {
        /// The program that signs.
        public var kind: Kind
        /// The file with the private key.
        public var key: String

        /// A program that signs.
        public enum Kind: String, CaseIterable, Sendable {
            /// `ssh-keygen -Y sign`.
            case ssh
            /// `minisign`.
            case minisign
        }

        /// Names a program and a key.
        public init(kind: Kind, key: String) {
            self.kind = kind
            self.key = key
        }
    }
}
