import Text

/// The files that some web hosts read; written into the report only when the author asks for them.
public enum HostHelpers {
    /// An address that a page had before, and the page that it has become.
    public struct Redirect: Sendable, Hashable {
        /// The earlier path, from the root of the report.
        public var from: String
        /// The path now.
        public var to: String

        /// Names both paths.
        public init(from: String, to: String) {
            self.from = from
            self.to = to
        }
    }

    /// The files by path; `url` is the report's address, and `isFramed` says that other sites may show its pages.
    public static func files(
        _ helpers: [PublishingSettings.HostHelper],
        url: String?,
        redirects: [Redirect],
        isFramed: Bool = false
    ) -> [(path: String, bytes: [UInt8])] {
        helpers.compactMap { helper in
            switch helper {
            case .headers: ("_headers", Array(headers(isFramed ? ownPolicy : policy).utf8))
            case .redirects: ("_redirects", Array(text(redirects, below: basePath(url)).utf8))
            case .nojekyll: (".nojekyll", [])
            case .cname: hostName(url).map { ("CNAME", Array(($0 + "\n").utf8)) }
            }
        }
    }

    /// What every page may load: files of the report and nothing else.
    ///
    /// It is the policy in the meta element of the pages, with the directives that only a header can have, and
    /// without `file:`, which permits reading from a disk.
    public static let policy = ownPolicy + "; frame-ancestors 'none'"

    /// The same where other sites may show parts of the report in a frame.
    ///
    /// Hosts apply every rule of `_headers` that fits a page together, so the bare pages cannot be excepted from a
    /// stricter one.
    private static let ownPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; "
        + "script-src 'self'; base-uri 'none'; form-action 'none'"

    /// The policy of a drawing that is opened by itself: it may only be shown.
    ///
    /// Hosts add it to the policy of all files, so both hold. PDF files have none of their own, because
    /// browsers do not show them in a sandbox.
    static let drawingPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

    private static func headers(_ policy: String) -> String {
        """
        /*
          Content-Security-Policy: \(policy)
          X-Content-Type-Options: nosniff
          Referrer-Policy: no-referrer
          Permissions-Policy: camera=(), geolocation=(), microphone=()
          Cache-Control: no-cache
        /*.svg
          Content-Security-Policy: \(drawingPolicy)

        """
    }

    /// One line for each redirect, sorted; paths on the host begin below the report's address.
    private static func text(_ redirects: [Redirect], below base: String) -> String {
        redirects
            .map {
                "\(base)/\(PercentEncoding.path($0.from)) \(base)/\(PercentEncoding.path($0.to)) 301"
            }
            .sorted()
            .map { $0 + "\n" }
            .joined()
    }

    private static func afterScheme(_ url: String?) -> Substring? {
        guard let url, let scheme = url.range(of: "://") else { return nil }
        return url[scheme.upperBound...]
    }

    private static func hostName(_ url: String?) -> String? {
        guard let rest = afterScheme(url) else { return nil }
        let authority = rest.prefix { $0 != "/" }
        let host = authority.split(separator: "@").last ?? authority
        return String(host.prefix { $0 != ":" })
    }

    private static func basePath(_ url: String?) -> String {
        guard let rest = afterScheme(url), let slash = rest.firstIndex(of: "/") else { return "" }
        return String(rest[slash...])
    }
}
