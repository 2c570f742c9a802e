// Most edits change a few rows, and most files do not show them. What an earlier build has made need not be made again if
// it shows the same.

import Output

/// Finds out which files of a report an earlier build has made already.
public struct ReportReuse: Sendable {
    private let digests: RecordDigests
    private let take: @Sendable (_ path: String, _ key: Digest) throws -> Bool

    /// Prepares a report; `nil` when records do not tell what its files show.
    ///
    /// `ground` is a digest of everything that the report is made from besides the rows of strikes and people and the
    /// articles. `take` is
    /// called from several threads with a file and a digest of all that it shows; it returns whether an earlier build
    /// has made the file, so that it need not be made.
    public init?(
        _ report: Report,
        ground: Digest,
        take: @escaping @Sendable (_ path: String, _ key: Digest) throws -> Bool
    ) {
        guard let digests = report.digests(ground: ground) else { return nil }
        self.digests = digests
        self.take = take
    }

    func hasTaken(_ job: PageJob) throws -> Bool {
        guard let key = digests.key(of: job) else { return false }
        return try take(job.path, key)
    }
}
