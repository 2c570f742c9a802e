import Output

/// One publication of a report to one target: compare, report the changes, upload, verify.
public struct Publication: Sendable {
    private let target: PublishingSettings.Target
    private let host: any Host

    /// Prepares a publication to a target.
    public init(to target: PublishingSettings.Target) {
        self.target = target
        host = target.host
    }

    /// The target in words.
    public var targetText: String { "\(target.name): \(host.name)" }

    /// Compares the report with the target, and returns what would change there; changes nothing.
    ///
    /// Throws when the report was not searched for the site's private values.
    public func plan(_ report: LocalReport) throws(PublishError) -> PublicationPlan {
        try report.requireSearch()
        return PublicationPlan(report, over: try host.published())
    }

    /// Signs the manifest if the settings say so, uploads the report, and verifies it; returns the problems that do
    /// not affect readers.
    public func run(
        _ report: LocalReport,
        over plan: PublicationPlan,
        signing: PublishingSettings.Signing?,
        purging purge: Purge = Purge()
    ) throws(PublishError) -> [String] {
        if let signing { try Signature.sign(report, as: signing) }
        return try host.publish(report, over: plan.published, purging: purge)
    }

    /// Removes what must not be kept on the host, when there is nothing to publish: earlier releases, and what
    /// killed publications left.
    public func clearUp(_ purge: Purge) throws(PublishError) {
        _ = try host.remove(purge)
        try host.clearUp()
    }

    /// Goes back to an earlier release; only hosts that keep releases can do so.
    ///
    /// For a release that `purge` contains, `despite` must name its withheld records.
    public func rollBack(
        to release: String?,
        purge: Purge = Purge(),
        despite: Set<String> = []
    ) throws(PublishError) -> (from: String, to: String) {
        guard case .rsync(let place) = target.place else {
            throw .unsuitable(
                target: target.name,
                reason: "it keeps no earlier releases; build the earlier state of the site and "
                    + "publish it again"
            )
        }
        return try RsyncHost(place: place).rollBack(to: release, purge: purge, despite: despite)
    }
}

extension PublishingSettings.Target {
    /// The host of the target.
    var host: any Host {
        switch place {
        case .rsync(let place): RsyncHost(place: place)
        case .rclone(let remote, let configuration):
            RcloneHost(remote: remote, configuration: configuration)
        case .folder(let path): FolderHost(path: path)
        }
    }
}
